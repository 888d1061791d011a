"""The closing report: what was signed stands there once, as it stands in the end."""

from datetime import date, timedelta

import pytest

from practice import clock
from practice.agreements import texts
from practice.db import db
from practice.homework.models import Assignment
from practice.programme.library import Readers
from practice.reporting.closing import ClosingFacts
from practice.reporting.closing_gathering import gather
from practice.reporting.models import Audience, Kind
from practice.reporting.request import ReportRequest
from tests.reporting import story
from tests.reporting.story import BEGIN, Story

pytestmark = [pytest.mark.usefixtures("inside"), pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)]


def facts(told: Story) -> ClosingFacts:
    today = date(2026, 11, 1)
    return gather(ReportRequest(Kind.CLOSING, told.couple, Audience.COUPLE, today, today, today, report_id="0" * 32))


def sign(told: Story, wording: str, *, day: int) -> Assignment:
    """Ana and Ben are given the first step, propose its text and both approve it."""
    ana, ben = told.couple.partners
    (given,) = told.give("commit", day=day)
    key = given.published.step.texts[0].key
    with clock.at(BEGIN + timedelta(days=day)):
        text = texts.of(given, key, by=ana)
        text.propose(wording, seen=0, save_key=wording, by=ana)
        db.session.flush()
        for person in (ana, ben):
            text.approve(1, by=person)
        db.session.flush()
    return given


@pytest.mark.parametrize(("later", "again"), [("In other words.", ", in new words."), ("As we are.", " again.")])
def test_a_text_that_was_signed_in_two_rounds_stands_there_once(later: str, again: str) -> None:
    told = story.begun()
    given = sign(told, "As we are.", day=1)
    for person in told.couple.partners:
        told.send(given, person, person.name, Readers.BOTH, day=2)
    told.reveal(given)
    sign(told, later, day=30)
    (signed,) = facts(told).texts
    assert [paragraph.text for paragraph in signed.words] == [later]
    assert signed.signed == "Signed by you both on 1 October 2026"
    assert [paragraph.text for paragraph in signed.earlier] == ([] if later == "As we are." else ["As we are."])
    turns = [turn.words for turn in facts(told).milestones if "signed" in turn.words]
    assert turns == [f"You both signed “{signed.title}”.", f"You both signed “{signed.title}”{again}"]
