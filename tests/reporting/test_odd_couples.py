"""Couples with little, with nothing, or with something left out: each report is whole, and says so plainly."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from practice import clock
from practice.agreements.adding import add
from practice.agreements.wording import Wording
from practice.appointments import agenda
from practice.appointments.agenda import About
from practice.appointments.models import Attended, Slot, WithWhom, plan
from practice.db import db
from practice.errors import Refused
from practice.measures import releases
from practice.measures.instruments import shipped
from practice.measures.results import Point, Score, Series
from practice.programme.library import Readers
from practice.reporting import scores
from practice.reporting.kinds import KINDS
from practice.reporting.models import Audience, Kind
from practice.reporting.request import ReportRequest
from tests import extract, measuring
from tests.reporting import samples, story
from tests.reporting.story import BEGIN, Story

pytestmark = [pytest.mark.usefixtures("inside"), pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)]


def facts(told: Story, kind: Kind, audience: Audience, about: str = "") -> Any:
    days = (date(2026, 9, 1), date(2026, 9, 30), date(2026, 10, 1))
    return KINDS[kind].gather(ReportRequest(kind, told.couple, audience, *days, report_id="0" * 32, about=about))


def evening(told: Story, *, with_whom: WithWhom = WithWhom.BOTH, day: int = 20, held: bool = True) -> str:
    """An appointment, by its public id; both came, or it is still to come."""
    with clock.at(BEGIN + timedelta(days=day)):
        slot = Slot(datetime(2026, 9, 1, 17, 30, tzinfo=UTC) + timedelta(days=day), "Europe/Berlin", 80, "The blue room")
        met = plan(told.couple, with_whom, slot, save_key=f"{with_whom}{day}", by=told.maya)
        db.session.flush()
    if held:
        with clock.at(BEGIN + timedelta(days=day + 1)):
            met.hold({person.id: Attended.CAME for person in met.people}, revision=met.revision, by=told.maya)
    return met.public_id


def test_a_couple_at_its_beginning_gets_every_report() -> None:
    told = story.begun()
    about = evening(told, held=False)
    for kind, audience in ((Kind.CLOSING, Audience.COUPLE), (Kind.CLOSING, Audience.FIRST), (Kind.BRIEF, Audience.COACH)):
        made = facts(told, kind, audience, about)
        assert 1 <= len(extract.pages(samples.printed(kind, made))) <= 4, kind


def test_a_brief_without_its_appointment_is_refused() -> None:
    with pytest.raises(Refused, match="not there any more"):
        facts(story.begun(), Kind.BRIEF, Audience.COACH, "nobody")


def test_a_brief_marks_what_was_told_to_maya_alone() -> None:
    told = story.told()
    evening(told, day=2)
    made = facts(told, Kind.BRIEF, Audience.COACH, evening(told, day=25, held=False))
    assert made.since == "Since you last met, on Thu 3 Sept"
    flags = {heard.answer[0].text: heard.flag for one in made.reading for heard in one.heard}
    assert {text for text in flags if text.endswith(("Worst", "OnlyMe", "Safety"))} == set()
    assert flags["AnaOwn"] == "For you alone: Ben does not know of this step"
    assert "“Hearing the hurt”: 1 answer for you alone." in made.columns[0].alone


def test_the_agenda_of_a_brief_names_what_is_pinned_and_marks_what_the_other_does_not_know() -> None:
    told = story.begun()
    ana, ben = told.couple.partners
    about = evening(told, day=25, held=False)
    (own,) = told.give("support", ana)
    sent = told.send(own, ana, "AnaOwn", Readers.COACH)
    (talk,) = told.give("talk")
    line = add(talk.part_of(ana), talk.published.step.ledger("agreements"), Wording({"what": "Tea at four"}), save_key="1")
    [asked] = measuring.ask(told.couple, "pulse", ana)
    measuring.answer(measuring.open_of(asked), [9, 9, 9, 4])
    with clock.at(BEGIN + timedelta(days=2)):
        for kind, pinned, whose in (
            (About.REFLECTION, sent, ana), (About.AGREEMENT, line, None), (About.MEASURE, asked, ana),
        ):  # fmt: skip
            agenda.pin(told.couple, kind, pinned.public_id, whose, save_key=pinned.public_id, by=told.maya)

    def topics() -> list[tuple[str, str]]:
        return [(topic.words[0].text, topic.flag) for topic in facts(told, Kind.BRIEF, Audience.COACH, about).topics]

    unknown = "For you alone: Ben does not know of"
    assert topics() == [("“People who hold you up”", f"{unknown} this step"), ("Tea at four", ""), ("Pulse", f"{unknown} it")]
    for person in (ana, ben):
        releases.agree(told.couple, person, "pulse")
    assert topics()[2] == ("Pulse", "")


def test_a_meeting_with_ben_alone_is_told_to_ben_and_maya_alone() -> None:
    told = story.begun()
    evening(told), evening(told, with_whom=WithWhom.SECOND, day=10)
    days = {audience: len(facts(told, Kind.PROGRESS, audience).meetings) for audience in Audience}
    assert days == {Audience.COUPLE: 1, Audience.FIRST: 1, Audience.SECOND: 2, Audience.COACH: 2}


def scored(told: Story, *totals: tuple[int | None, Point | None]) -> Series:
    rows = (
        Score(date(2026, 9, 1) + timedelta(weeks=week), None if total is None else Decimal(total), 16 if total else 0, point)
        for week, (total, point) in enumerate(totals)
    )
    return Series(told.couple.first, shipped()["csi-16"], 1, tuple(rows))


def test_scores_are_told_as_far_as_there_are_any() -> None:
    told = story.begun()

    def said(*totals: tuple[int | None, Point | None]) -> str:
        return scores.said_of(scored(told, *totals), for_coach=False)

    assert said((None, Point.START)) == "no complete score yet"
    assert said((40, Point.START), (None, Point.MID)) == "40 on 1 September 2026, one score so far"
    assert said((0, Point.START), (0, Point.MID)) == "from 0 to 0, no change larger than the questionnaire's measurement error"
    assert said((40, Point.START), (None, Point.MID), (60, Point.END)).endswith("a reliable rise, and now in the satisfied range")
    assert said((60, Point.START), (40, Point.END)) == "from 60 to 40, a reliable fall"
    assert said((40, None), (60, None)) == "from 40 to 60"
