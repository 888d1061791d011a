"""Maya asks Ana and Ben: once, at planned points, every week; each alone, each on their own day, each occasion once."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from practice import clock
from practice.db import db, public_id
from practice.errors import Refused
from practice.measures import asking, coming_due, marks, shelf, versions
from practice.measures.instruments import shipped
from practice.measures.jobs import open_due_occasions
from practice.measures.models import Asking
from practice.measures.points import Plan, Point, Rhythm
from practice.origins import Origin
from tests.cast import Cast
from tests.measuring import answer, ask, load, once, open_of, weekly

MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAY = MONDAY.date()


def states(asked: Asking) -> str:
    db.session.expire_all()
    return " ".join(occasion.state for occasion in asked.occasions)


def look(moment: datetime) -> None:
    """The worker looks, in a context of its own; nothing is held here meanwhile."""
    db.session.commit()
    with clock.at(moment):
        open_due_occasions.call_local()
    db.session.expire_all()


def test_pulse_is_ready_from_the_start_and_the_others_are_not(inside: Flask, cast: Cast) -> None:
    practice = cast.person("maya").practice
    assert [place.instrument.key for place in shelf.ready(practice)] == ["pulse"]
    with pytest.raises(Refused, match="no wording yet"):
        shelf.version_to_ask(practice, "csi-16")
    versions.lock(practice, load(practice, "phq-9").instrument, by=None)
    versions.switch(practice, shipped()["phq-9"], on=False, by=cast.person("maya"))
    with pytest.raises(Refused, match="turned off"):
        shelf.version_to_ask(practice, "phq-9")


def test_health_is_off_until_a_practice_turns_it_on(inside: Flask, cast: Cast) -> None:
    practice = cast.person("maya").practice
    versions.lock(practice, load(practice, "gad-7").instrument, by=None)
    db.session.execute(db.delete(versions.InstrumentSwitch))
    for slug in ("phq-9", "gad-7"):
        place = shelf.place_of(practice, slug)
        assert place
        assert not place.is_on
    assert "gad-7" not in [place.instrument.key for place in shelf.ready(practice)]


def test_both_are_asked_each_alone(inside: Flask, cast: Cast) -> None:
    with clock.at(MONDAY):
        of_ana, of_ben = ask(cast.couple("ana"), "pulse")
        assert (of_ana.person.name, of_ben.person.name) == ("Ana", "Ben")
        assert of_ana.open
        assert of_ben.open


def test_the_same_form_twice_asks_once_and_another_is_told(inside: Flask, cast: Cast) -> None:
    couple, key = cast.couple("ana"), public_id()
    version = shelf.version_to_ask(couple.practice, "pulse")
    for _ in range(2):
        asking.ask(couple, [couple.first], version, once(), by=couple.coach, asked_key=key)
    assert db.session.query(Asking).count() == 1
    with pytest.raises(Refused, match="asked of Ana already"):
        asking.ask(couple, couple.partners, version, once(), by=couple.coach, asked_key=public_id())


def test_what_makes_no_sense_is_told(inside: Flask, cast: Cast) -> None:
    for plan, sentence in (
        (Plan(Rhythm.POINTS, ()), "at least one"),
        (Plan(Rhythm.POINTS, ((Point.START, DAY), (Point.END, DAY))), "in that order"),
        (once(DAY - timedelta(days=1)), "from today on"),
        (once(DAY + timedelta(days=4000)), "three years"),
        (weekly(DAY, every=0), "from 1 to 26"),
    ):
        with pytest.raises(Refused, match=sentence):
            plan.must_hold(DAY)


def test_nothing_is_asked_before_both_are_in_or_while_they_rest(inside: Flask, cast: Cast) -> None:
    couple = cast.couple("ana")
    [asked] = ask(couple, "pulse", couple.first, plan=weekly())
    couple.pause(by=couple.coach)
    db.session.commit()
    look(clock.now() + timedelta(days=8))
    assert states(asked) == "open planned"
    with pytest.raises(Refused, match="while their work goes on"):
        ask(couple, "pulse", couple.second)
    with pytest.raises(Refused, match="rests at the moment"):
        answer(open_of(asked), [0, 0, 0, 0])


def test_a_week_comes_due_once_on_the_day_of_whoever_answers(inside: Flask, cast: Cast) -> None:
    couple = cast.couple("ana")
    couple.first.time_zone, couple.second.time_zone = "Pacific/Auckland", "America/Los_Angeles"
    with clock.at(MONDAY):
        of_ana, of_ben = ask(couple, "pulse", plan=weekly(DAY + timedelta(days=2)))
        assert states(of_ana) == states(of_ben) == "planned"
    for hours, ana, ben in ((-1, "planned", "planned"), (0, "open planned", "planned"), (30, "open planned", "open planned")):
        for _ in range(2):
            look(datetime(2026, 3, 3, 11, tzinfo=UTC) + timedelta(hours=hours))
        assert (states(of_ana), states(of_ben)) == (ana, ben)


def test_what_is_left_out_closes_when_the_next_one_opens_and_stays_a_gap(inside: Flask, cast: Cast) -> None:
    couple = cast.couple("ana")
    with clock.at(MONDAY):
        [asked] = ask(couple, "pulse", couple.first, plan=weekly(DAY))
        marks.of(open_of(asked)).keep({1: 3}, Origin("page", 1, 0))
        first = open_of(asked)
    look(MONDAY + timedelta(days=7))
    assert states(asked) == "missed open planned"
    assert marks.so_far(first) == ({}, 0)
    with clock.at(MONDAY + timedelta(days=7)), pytest.raises(Refused, match="a newer one has opened"):
        answer(first, [0, 0, 0, 0])
    # The worker was away for three weeks.
    look(MONDAY + timedelta(days=29))
    assert states(asked) == "missed missed missed missed open planned"
    assert [occasion.due_on for occasion in asked.occasions] == [DAY + timedelta(weeks=week) for week in range(6)]


def test_a_killed_look_opens_nothing_twice(inside: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    couple = cast.couple("ana")
    with clock.at(MONDAY):
        of_ana, of_ben = ask(couple, "pulse", plan=weekly(DAY + timedelta(days=7)))
    commit = db.session.commit

    def killed() -> None:
        monkeypatch.setattr(db.session, "commit", commit)
        raise KeyboardInterrupt

    monkeypatch.setattr(db.session, "commit", killed)
    with pytest.raises(KeyboardInterrupt):
        look(MONDAY + timedelta(days=7))
    db.session.rollback()
    assert {states(of_ana), states(of_ben)} == {"planned"}
    look(MONDAY + timedelta(days=7))
    assert {states(of_ana), states(of_ben)} == {"open planned"}


def test_points_come_in_their_order_and_then_it_is_over(inside: Flask, cast: Cast) -> None:
    couple = cast.couple("ana")
    days = tuple((point, DAY + timedelta(days=30 * number)) for number, point in enumerate(Point))
    with clock.at(MONDAY):
        [asked] = ask(couple, "pulse", couple.first, plan=Plan(Rhythm.POINTS, days))
        answer(open_of(asked), [1, 2, 3, 4])
    assert states(asked) == "answered planned planned planned"
    look(MONDAY + timedelta(days=95))
    assert states(asked) == "answered missed missed open"
    with clock.at(MONDAY + timedelta(days=96)):
        answer(open_of(asked), [0, 0, 0, 0])
        assert coming_due.waiting() == []
    db.session.refresh(asked)
    assert not asked.goes_on


def test_ending_closes_what_is_open_and_keeps_what_was_sent(inside: Flask, cast: Cast) -> None:
    couple = cast.couple("ana")
    with clock.at(MONDAY):
        [asked] = ask(couple, "pulse", couple.first, plan=weekly(DAY))
        answer(open_of(asked), [1, 2, 3, 4])
    look(MONDAY + timedelta(days=7))
    for _ in range(2):
        asking.end(asked, by=couple.coach)
        db.session.commit()
    look(MONDAY + timedelta(days=70))
    assert states(asked) == "answered ended ended"
    with pytest.raises(Refused, match="does not ask this any more"):
        answer(asked.occasions[1], [0, 0, 0, 0])


def test_an_asking_keeps_the_words_it_began_with(inside: Flask, cast: Cast) -> None:
    couple = cast.couple("ana")
    load(couple.practice, "csi-4")
    [before] = ask(couple, "csi-4", couple.first)
    load(couple.practice, "csi-4", mark="Another word")
    [after] = ask(couple, "csi-4", couple.second)
    assert [asked.version.instrument.items[0].text for asked in (before, after)] == ["Stand-in 1", "Another word 1"]
    assert [before.version.number, after.version.number] == [1, 2]
    assert versions.lock(couple.practice, after.version.instrument, by=None).number == 2
