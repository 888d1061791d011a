"""Each audience gets what it may read and nothing else: in the facts, in the HTML and on the paper."""

import dataclasses
from datetime import date

import pytest

from practice.charts.strips import StripState
from practice.db import db
from practice.homework.models import Homework
from practice.homework.reflections import Reflection
from practice.people.models import Person
from practice.reporting.facts import canonical
from practice.reporting.models import Audience
from practice.reporting.progress import ProgressFacts
from tests import extract
from tests.reporting import sample, story
from tests.reporting.story import Story

pytestmark = pytest.mark.usefixtures("inside")

SHARED = {"AnaSharedFree", "BenSharedFree"}
ANA = {"AnaSharedNotFree", "AnaToCoachInJoint", "AnaOwn"}
BEN = {"BenSharedNotFree", "BenToCoachInJoint", "BenSealed", "BenOwn"}
NOBODY = {f"{name}{fate}" for name in ("Ana", "Ben") for fate in ("Worst", "OnlyMe", "Safety")}
MAY_READ = {
    Audience.COUPLE: SHARED,
    Audience.FIRST: SHARED | ANA,
    Audience.SECOND: SHARED | BEN,
    Audience.COACH: SHARED | ANA | BEN,
}


def words(facts: ProgressFacts) -> str:
    return canonical(facts).decode()


@pytest.mark.parametrize("audience", Audience)
def test_each_audience_finds_its_texts_and_no_other(audience: Audience) -> None:
    paper = extract.everything(sample.printed(story.told().facts(audience)))
    assert {marker for marker in SHARED | ANA | BEN | NOBODY if marker in paper} == MAY_READ[audience]


@pytest.mark.parametrize("key", ["released_at", "chosen_at"])
def test_one_key_alone_prints_nothing_of_the_other(key: str) -> None:
    told = story.told()
    for one in db.session.scalars(db.select(Reflection)):
        setattr(one, key, None)
    assert "SharedFree" not in words(told.facts(Audience.COUPLE))
    assert "AnaSharedFree" in words(told.facts(Audience.FIRST))
    assert "BenSharedFree" not in words(told.facts(Audience.FIRST))


def changed_by_ben(act: str) -> tuple[Story, Person]:
    """Something that Ben alone does, and that nobody may notice in a report for the couple or for Ana."""
    told = story.told()
    ben = told.couple.second
    part = db.session.scalars(db.select(Homework).where(Homework.person_id == ben.id)).all()
    if act == "sends an own step":
        (given,) = told.give("gratitude", ben, day=18)
        told.send(given, ben, "BenGratitude", story.Readers.COACH, day=19)
    elif act == "is given an own step":
        told.give("gratitude", ben, day=18)
    elif act == "is reviewed":
        for each in part:
            if each.assignment.published.slug in ("work", "support") and each.state == "submitted":
                each.review(by=told.maya)
    elif act == "sends again":
        work = next(each for each in part if each.assignment.published.slug == "work")
        work.ask_again(by=told.maya)
        told.send(work.assignment, ben, "BenAgain", story.Readers.BOTH, day=20, free=True)
    elif act == "is asked again":
        next(each for each in part if each.assignment.published.slug == "work").ask_again(by=told.maya)
    db.session.flush()
    return told, ben


ACTS = ["sends an own step", "is given an own step", "is reviewed", "sends again", "is asked again"]


@pytest.mark.parametrize("audience", [Audience.COUPLE, Audience.FIRST])
def test_what_ben_does_alone_changes_no_word_that_ana_reads(audience: Audience) -> None:
    before = words(story.told().facts(audience))
    db.session.rollback()
    for act in ACTS:
        told, _ = changed_by_ben(act)
        assert words(told.facts(audience)) == before, act
        db.session.rollback()


def test_what_ben_does_alone_does_change_his_own_report() -> None:
    """The control of the test above."""
    before = words(story.told().facts(Audience.SECOND))
    db.session.rollback()
    told, _ = changed_by_ben("sends an own step")
    assert words(told.facts(Audience.SECOND)) != before


def test_whether_ben_has_sent_is_not_told_to_ana_before_the_reveal() -> None:
    waiting = story.begun()
    ana, ben = waiting.couple.partners
    (given,) = waiting.give("commit")
    waiting.send(given, ana, "AnaFirst", story.Readers.BOTH)
    before = [words(waiting.facts(audience)) for audience in (Audience.FIRST, Audience.COUPLE)]
    waiting.send(given, ben, "BenSecond", story.Readers.BOTH)
    assert [words(waiting.facts(audience)) for audience in (Audience.FIRST, Audience.COUPLE)] == before


def test_own_steps_have_no_state_in_the_report_for_both() -> None:
    facts = story.told().facts(Audience.COUPLE)
    assert {mark.state for mark in facts.strip[7:]} == {StripState.PRIVATE}
    assert {mark.state for mark in facts.strip[:7]} == {StripState.DONE, StripState.NOW, StripState.LATER}
    assert all(figures.who.position == 0 for measure in facts.measures for figures in measure.figures)


def test_maya_reads_the_figures_of_both() -> None:
    facts = story.told().facts(Audience.COACH)
    assert (
        facts.measures[0].finding
        == "Ana has sent 7 of the 8 reflections asked for; Ben has sent 8 of the 8 reflections asked for."
    )
    assert "Ana: finished; Ben: finished" in {row.state for row in facts.steps}


def test_ana_reads_her_own_figures_as_you() -> None:
    facts = story.told().facts(Audience.FIRST)
    assert facts.measures[0].finding == "You have sent 7 of the 8 reflections asked for."
    assert facts.sheet.audience == "Prepared for Ana"
    assert "Ben has" not in words(facts)


def test_only_what_falls_within_the_period_is_printed() -> None:
    facts = story.told().facts(Audience.COUPLE, date(2026, 9, 5), date(2026, 9, 30))
    assert "SharedFree" not in words(facts)


def test_a_mistaken_submission_is_not_printed() -> None:
    told = story.begun()
    ana, _ = told.couple.partners
    (given,) = told.give("support", ana)
    told.send(given, ana, "AnaByMistake", story.Readers.COACH).void()
    db.session.flush()
    for audience in Audience:
        assert "AnaByMistake" not in words(told.facts(audience))


def test_of_an_erased_writer_nothing_is_printed_and_the_rest_is() -> None:
    told = story.told()
    told.couple.second.erase()
    db.session.flush()
    facts = words(told.facts(Audience.COACH))
    assert "BenSharedFree" not in facts
    assert "AnaSharedFree" in facts


def test_a_couple_at_its_beginning_gets_a_whole_report() -> None:
    facts = story.begun().facts(Audience.COUPLE)
    assert [measure.name for measure in facts.measures] == [
        "Time and effort", "Concrete steps", "Expert help", "Patience and growth",
    ]  # fmt: skip
    assert len(extract.pages(sample.printed(facts))) <= 3


def test_the_same_rows_give_the_same_paper() -> None:
    told = story.told()
    assert sample.printed(told.facts(Audience.FIRST)) == sample.printed(told.facts(Audience.FIRST))


def test_american_practices_print_on_letter() -> None:
    told = story.begun()
    told.couple.practice.country = "US"
    assert told.facts(Audience.COUPLE).sheet.size == "Letter"


def test_facts_are_frozen() -> None:
    facts = story.begun().facts(Audience.COUPLE)
    with pytest.raises(dataclasses.FrozenInstanceError):
        facts.period = "another"
