"""The session summary: one page for both, of what both may know, and only of an appointment both were asked to."""

from datetime import timedelta

import pytest

from practice import clock
from practice.agreements import adding
from practice.agreements.wording import Wording
from practice.appointments.models import Appointment, Attended, Side, Slot, State, WithWhom
from practice.db import db, public_id
from practice.errors import Refused
from practice.homework.models import Assignment
from practice.notes import models as notes
from practice.notes.models import Part
from practice.programme.library import Readers
from practice.reporting import paper, pdf
from practice.reporting.facts import canonical, facts_digest
from practice.reporting.models import Audience, Kind
from practice.reporting.request import ReportRequest
from practice.reporting.summary import SummaryFacts
from practice.reporting.summary_gathering import gather
from tests import extract
from tests.reporting import samples, story
from tests.reporting.evenings import EVENING, both_came, meet
from tests.reporting.story import Story

# What is asked of the database here is asked on both by the rooms it comes from.
pytestmark = [pytest.mark.usefixtures("inside"), pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)]


def write(told: Story, met: Appointment, part: Part, text: str) -> None:
    notes.save(notes.to_change(met), part, text, seen=0, by=told.maya)


def agree(given: Assignment, words: str, *, day: int, yes: bool = True) -> None:
    """A line in the list of agreements, by Ana; and Ben's yes to it."""
    ana, ben = given.couple.partners
    ledger, part = given.published.step.ledgers[0], given.part_of(ana)
    assert part
    with clock.at(story.BEGIN + timedelta(days=day)):
        line = adding.add(part, ledger, Wording({ledger.columns[0].key: words}), save_key=public_id())
        if yes:
            line.say_yes(by=ben, revision=line.revision)


def facts(told: Story, about: Appointment | str) -> SummaryFacts:
    id_ = about if isinstance(about, str) else about.public_id
    day = (EVENING + timedelta(days=1)).date()
    return gather(ReportRequest(Kind.SUMMARY, told.couple, Audience.COUPLE, day, day, day, "0" * 32, id_))


def printed(told: SummaryFacts) -> bytes:
    html = paper.html("summary", told)
    return pdf.render(html, stylesheets=paper.stylesheets("summary", told), identifier=facts_digest(told))


def test_the_sample_is_one_whole_page() -> None:
    assert len(extract.pages(samples.made(Kind.SUMMARY, "couple"))) == 1


def test_it_tells_when_and_where_and_who_was_there() -> None:
    told = story.begun()
    found = facts(told, both_came(told))
    assert found.met == "Thursday 10 September 2026, 18:00 to 19:20 BST"
    assert found.place.text == "Mill Lane <4>"
    assert found.there == "Ana, Ben and Maya were there."
    alone = meet(told, at=EVENING - timedelta(days=2), came=(Attended.CAME, Attended.EXCUSED))
    assert facts(told, alone).there == "Ana and Maya were there."


def test_of_the_note_only_the_joint_part_stands_there_and_what_was_added_has_its_day() -> None:
    told = story.begun()
    met = both_came(told)
    for part, text in ((Part.JOINT, "Said to both.\n\nAnd this."), (Part.FIRST, "AboutAna"), (Part.SECOND, "AboutBen")):
        write(told, met, part, text)
    note = notes.find(met)
    assert note
    note.finish(by=told.maya)
    with clock.at(EVENING + timedelta(days=1)):
        notes.add(note, Part.JOINT, "Said later.", seen=1, by=told.maya)
    found = facts(told, met)
    assert [each.text for each in found.note] == ["Said to both.", "And this.", "Added on 11 September 2026: Said later."]
    assert "About" not in canonical(found.note).decode()


def test_an_empty_note_and_nothing_agreed_are_said_kindly() -> None:
    told = story.begun()
    html = paper.html("summary", facts(told, both_came(told)))
    for sentence in ("There is no note of this appointment.", "Nothing was agreed yet.", "We have not set a day yet."):
        assert sentence in html


def test_what_was_agreed_since_the_last_time_stands_there() -> None:
    told = story.begun()
    both_came(told, at=EVENING - timedelta(days=7))
    (talk,) = told.give("talk", day=1)
    for words, day in (("Before", 1), ("Since", 5), ("OnTheDay", 9), ("After", 10)):
        agree(talk, words, day=day)
    agree(talk, "NoYes", day=5, yes=False)
    met = both_came(told)
    assert [one.words.text for one in facts(told, met).agreements] == ["Since", "OnTheDay"]


def test_homework_is_only_what_both_know_of_and_the_sentence_on_the_rest_is_always_the_same() -> None:
    told = story.begun()
    met = both_came(told)
    told.give("commit", day=1)
    before = facts(told, met)
    assert [task.title.text for task in before.tasks] == ["Both feet in"]
    ana, ben = told.couple.partners
    (own,) = told.give("fears", ben, day=2)
    told.send(own, ben, "BenOwn", Readers.COACH, day=3)
    commit = next(each for each in told.give("causes", day=4))
    after = facts(told, met)
    told.send(commit, ana, "AnaSent", Readers.BOTH, day=5)
    assert facts(told, met) == after  # whether one has sent is not to be seen
    assert after.own_tasks == before.own_tasks
    told.send(commit, ben, "BenSent", Readers.BOTH, day=6)
    told.reveal(commit, day=7)
    assert facts(told, met) == before


def test_the_next_day_is_one_with_both() -> None:
    told = story.begun()
    met = both_came(told)
    meet(told, WithWhom.SECOND, at=EVENING + timedelta(days=3))
    off = meet(told, at=EVENING + timedelta(days=5))
    off.cancel(asked_by=Side.COACH, revision=off.revision, by=told.maya)
    meet(told, at=EVENING + timedelta(days=14))
    assert facts(told, met).next_time == "Thursday 24 September 2026, 18:00 to 19:20 BST, Mill Lane <4>"


@pytest.mark.parametrize("whom", [WithWhom.FIRST, WithWhom.SECOND])
def test_an_appointment_with_one_alone_has_no_summary_and_is_not_told_from_none(whom: WithWhom) -> None:
    told = story.begun()
    alone = meet(told, whom, came=(Attended.CAME,))
    with pytest.raises(Refused) as refused:
        facts(told, alone)
    with pytest.raises(Refused) as unknown:
        facts(told, public_id())
    assert refused.value.sentence == unknown.value.sentence


def test_what_was_not_held_is_refused_in_its_own_words() -> None:
    told = story.begun()
    met = meet(told)
    with pytest.raises(Refused, match="Say first that this appointment took place"):
        facts(told, met)
    met.change(Slot(EVENING + timedelta(days=1), "Europe/London", 80), asked_by=Side.FIRST, revision=met.revision, by=told.maya)
    earlier = db.session.scalars(db.select(Appointment).where(Appointment.state == State.MOVED)).one()
    met.cancel(asked_by=Side.FIRST, revision=met.revision, by=told.maya)
    for each in (met, earlier):
        with pytest.raises(Refused, match="did not take place"):
            facts(told, each)


def test_a_note_of_twenty_thousand_characters_full_of_markup_is_printed_as_typed() -> None:
    told = story.begun()
    met = both_came(told)
    odd = "<script>alert(1)</script> {{ sheet }} </style> @page{margin:0}"
    write(told, met, Part.JOINT, f"{odd} " + " ".join(f"word{number:04}" for number in range(2190)) + " TheVeryEnd")
    found = extract.everything(printed(facts(told, met)))
    assert extract.flat(odd) in found
    assert "TheVeryEnd" in found
