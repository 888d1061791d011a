"""Each of the nine steps that one does alone, from the first question to its last fact; nothing of it shows to the other."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from practice import clock
from practice.agreements.models import Line
from practice.db import db
from tests.journeys.looking import glance
from tests.journeys.stage import on_stage
from tests.journeys.walking import Walk, add_line, end, entries, line

DAYS = {
    "Sitting with what is": "Being still",
    "What is already good": "What was good",
    "Looking after yourself": "Looking after myself",
    "Leave to be happy": "A happy moment",
}


@pytest.mark.parametrize(("title", "daily"), DAYS.items(), ids=["stillness", "gratitude", "routine", "happiness"])
def test_ten_days_of_fourteen(walk: Walk, title: str, daily: str) -> None:
    walk.give(title)
    walk.write_all(title)
    for hand in walk.both:
        entries(walk, hand, title, daily, 10)
    walk.is_done(title)
    walk.ben.page.goto(f"{walk.running.address}/journal")
    glance(walk.ben.page)


def test_people_who_hold_you_up(walk: Walk) -> None:
    title = "People who hold you up"
    walk.give(title)
    walk.write_all(title)
    walk.is_done(title)


def test_fears_and_what_one_would_do(walk: Walk) -> None:
    title = "Looking at what you fear"
    walk.give(title)
    walk.write_all(title)
    for hand in walk.both:
        expect(hand.page.locator("main")).to_contain_text("That is enough for now")
    walk.is_done(title)
    walk.give("Whatever comes")
    address = walk.part(walk.ben, "Whatever comes")
    walk.ben.page.goto(f"{address}/plans")
    expect(walk.ben.page.locator("[data-line]")).to_have_count(5)
    walk.write_all("Whatever comes")
    walk.is_done("Whatever comes")


def test_getting_to_know_oneself(walk: Walk) -> None:
    title = "Getting to know yourself"
    walk.give(title)
    walk.write_all(title)
    for hand in walk.both:
        for number in range(3):
            words = f"One question before I answer, try {number}"
            walk.piece(hand, title, "My experiments")
            add_line(hand, [words])
            line(hand, words)
            end(hand, words, "My voice shook, and then nothing bad happened.")
    walk.is_done(title)


def test_the_rest_of_life(walk: Walk) -> None:
    title = "The rest of your life"
    walk.give(title)
    walk.write_all(title)
    commitments = ("Friends", "Choir")
    for hand in walk.both:
        for words in commitments:
            walk.piece(hand, title, "Where I give my time")
            add_line(hand, [words, "Ring Tom on Sundays", "1"], weeks_ago=4)
    looked_at_three_weeks_ago_and_since(walk)
    for hand in walk.both:
        for words in commitments:
            walk.piece(hand, title, "Where I give my time")
            line(hand, words)
            hand.write(hand.page.locator("main [name=hours]"), "2")
            hand.submit(hand.page.get_by_role("button", name="Save", exact=True))
    walk.is_done(title)


def looked_at_three_weeks_ago_and_since(walk: Walk) -> None:
    """Weeks cannot be hurried in a browser: the three before this one are told by the practice's own code."""
    now = clock.now()
    with on_stage(walk.running):
        lines = db.session.scalars(select(Line).where(Line.step == "wider-life")).all()
        for weeks in (3, 2, 1):
            with clock.at(now - timedelta(days=7 * weeks)):
                monday = clock.today() - timedelta(days=clock.today().weekday())
                for line in lines:
                    line.look(by=line.author, week_on=monday, kept=None, hours=2, note="Hummed")
