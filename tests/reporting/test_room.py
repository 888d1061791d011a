"""However much was written, a paper holds what fits, in order, and says how much more there is."""

from datetime import date, timedelta
from typing import Any

import pytest

from practice import clock
from practice.programme.library import Readers
from practice.reporting.kinds import KINDS
from practice.reporting.models import Audience, Kind
from practice.reporting.request import ReportRequest
from practice.reporting.room import BESIDE, MOST, Room
from practice.reporting.script import paragraphs
from practice.reporting.texts import Told
from tests import extract
from tests.reporting import samples, story
from tests.reporting.story import BEGIN, Story

inside = pytest.mark.usefixtures("inside")
on_one_database = pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)

LONG = "So it was, and so we said it to each other. " * 455  # 20,020 characters
LONGEST = LONG[:20_000]


def told(words: str) -> Told:
    return Told("What did you see?", paragraphs(words))


def test_answers_are_taken_whole_and_in_order_until_the_paper_is_full() -> None:
    room = Room(left=1300)
    short, long = told("a" * 300), told("a" * 500)
    assert room.fitting((short, long, short)) == (short,)
    assert room.said("Look there.") == "2 more answers have no room on this paper. Look there."
    assert room.fitting((short,)) == (), "nothing is taken out of its turn"
    assert room.note("")[0].text.startswith("3 more answers")


def test_one_answer_of_any_length_has_room_and_nothing_is_said_where_all_had() -> None:
    room = Room()
    assert room.fitting((told(LONGEST),)) == (told(LONGEST),)
    assert room.note("Look there.") == ()
    assert MOST >= 500 * (BESIDE + 80), "five hundred short ones have"


@inside
@on_one_database
def test_of_many_reflections_what_fits_is_printed_and_the_rest_is_counted() -> None:
    with clock.at(BEGIN):
        house = _sent(60)
    fitting = MOST // (BESIDE + len(LONGEST))
    for kind, audience, sent in (
        (Kind.PROGRESS, Audience.COUPLE, 60), (Kind.PROGRESS, Audience.COACH, 60), (Kind.CLOSING, Audience.COUPLE, 60),
        (Kind.WORKBOOK, Audience.FIRST, 30),
    ):  # fmt: skip
        facts = _facts(house, kind, audience)
        [said] = [note.text for note in facts.notes if note.title == "What had no room"]
        assert said.startswith(f"{sent - fitting} more answers have no room on this paper. "), kind
        assert len(samples.html(kind, facts)) < 2 * MOST, kind


@inside
@on_one_database
def test_a_workbook_holds_the_longest_answer() -> None:
    house = story.begun()
    (given,) = house.give("support", house.couple.first)
    house.send(given, house.couple.first, LONGEST, Readers.COACH)
    pages = extract.pages(samples.printed(Kind.WORKBOOK, _facts(house, Kind.WORKBOOK, Audience.FIRST)))
    assert sum(extract.flat(page).count("Soitwas") for page in pages) >= 440
    assert len(pages) < 20


def _facts(house: Story, kind: Kind, audience: Audience) -> Any:
    to_on = (BEGIN + timedelta(days=30)).date()
    days = (date(2026, 9, 1), to_on, to_on)
    return KINDS[kind].gather(ReportRequest(kind, house.couple, audience, *days, report_id="0" * 32))


def _sent(number: int) -> Story:
    """So many reflections of Ana and Ben, each on a round of the first step of its own, open to both and free.

    Those of the first twenty rounds are as long as an answer may be.
    """
    house = story.begun()
    ana, ben = house.couple.partners
    for turn in range(number // 2):
        (given,) = house.give("commit")
        for person in (ana, ben):
            words = f"{turn}{person.name} {LONG if turn < 20 else ''}"[: len(LONGEST)]
            house.send(given, person, words, Readers.BOTH, free=True)
        house.reveal(given)
    return house
