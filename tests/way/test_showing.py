"""The way as Maya sees it, and how little of it anybody else can tell."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from practice import clock
from practice.agreements.models import Line, LineState
from practice.agreements.wording import Owner
from practice.db import db, public_id
from practice.homework.models import Assignment
from practice.homework.states import State
from practice.journal.models import Entry
from practice.programme.library import Readers
from practice.way import planning
from practice.way.models import Opens
from tests.browser import Browser
from tests.cast import Cast
from tests.queries import asked
from tests.way.conftest import MONDAY, Days
from tests.writing import assign, write

pytestmark = pytest.mark.usefixtures("monday")
FRESH = re.compile(rb'name="(csrf_token|save_key|sent_key)"([^>]*)value="[^"]*"|nonce="[^"]*"')


def test_the_calendar_tells_what_was_given_is_due_and_comes(way: Days, maya: Browser, cast: Cast) -> None:
    way.lay("commit", "fears", "causes", due_after_days=3, whom="first", every=9)
    way.tick()
    page = maya.get(f"/couples/{cast.ana_and_ben}/way")
    [table] = page.tree.xpath("//table[@class='month']")
    days = {
        cell.xpath("string(.//time/@datetime)"): " ".join(cell.text_content().split()) for cell in table.xpath(".//td[.//li]")
    }
    assert {day: text.partition(" ")[0] for day, text in days.items()}.keys() == {
        "2026-03-02", "2026-03-05", "2026-03-11", "2026-03-20",
    }  # fmt: skip
    assert "Given: " in days["2026-03-02"]
    assert "Due: " in days["2026-03-05"]
    assert "for Ana" in days["2026-03-11"]
    assert table.xpath("string(.//td[@aria-current='date']//time/@datetime)") == "2026-03-02"
    assert len(table.xpath(".//thead//th[@scope='col']")) == 7
    april = maya.click("The month after")
    assert "April 2026" in april.text
    assert "Nothing stands in this month." in april.text


def test_gates_are_told_as_facts(way: Days, maya: Browser, cast: Cast, app: Flask) -> None:
    way.lay("pain", "joy", opens=Opens.BY_HAND)
    with app.app_context():
        work = assign(cast.couple("ana"), "work")
        write(cast.person("ana"), work)
    text = maya.get(f"/couples/{cast.ana_and_ben}/way").text
    assert "Each is asked privately whether they are ready once it is given." in text
    assert "Larger plans wait until what comes before them is under way with both." in text
    with app.app_context():
        title = cast.step("work").title
    assert f"Ana: “{title}” is under way" in text
    assert f"Ben: “{title}” is not begun yet" in text


def test_how_far_each_step_is_stands_there_in_numbers(way: Days, maya: Browser, cast: Cast, app: Flask) -> None:
    with app.app_context():
        _much(cast, entries=7)
    text = maya.get(f"/couples/{cast.ana_and_ben}/way").text
    with app.app_context():
        title = cast.step("stillness").step.dailies[0].title
    assert f"Ana: {title}: 7 of 10 days" in text
    assert f"Ben: {title}: 0 of 10 days" in text


def _much(cast: Cast, entries: int) -> None:
    """Steps of every kind, some sent, with entries and lines."""
    couple = cast.couple("ana")
    for slug in ("stillness", "support", "fallback", "commit", "talk", "act", "causes", "pain", "personal"):
        given = assign(couple, slug)
        for part in given.parts:
            write(part.person, given, readers={"people": Readers.COACH})
        part = given.parts[0]
        for n in range(entries if slug in ("stillness", "talk") else 0):
            entry = Entry(
                homework_id=part.id, person_id=part.person_id, key=given.published.step.dailies[0].key,
                on=(MONDAY + timedelta(days=n)).date(), readers=Readers.ONLY_ME, written_at=clock.now(), save_key=public_id(),
            )  # fmt: skip
            entry.write("{}", owner=part.person.key("only_me"), within=couple.practice.key)
            db.session.add(entry)
        for n in range(entries if given.published.step.ledgers else 0):
            line = Line(
                couple_id=couple.id, assignment_id=given.id, homework_id=part.id, step=slug, author_id=part.person_id,
                ledger=given.published.step.ledgers[0].key, owner=Owner.BOTH, shared=True, state=LineState.AGREED,
                worded_by_id=part.person_id, save_key=f"{slug}{n}", written_at=clock.now(),
            )  # fmt: skip
            line.write("{}", owner=part.person.key("both"), within=couple.practice.key)
            db.session.add(line)
    db.session.commit()


def test_it_asks_as_often_for_much_as_for_little(way: Days, maya: Browser, cast: Cast, app: Flask, others: Callable) -> None:
    with app.app_context():
        _much(cast, entries=1)
    way.lay("joy")
    with asked() as few:
        maya.get(f"/couples/{cast.ana_and_ben}/way")
    with app.app_context():
        for given in db.session.scalars(db.select(Assignment)).unique():
            for part in given.parts:
                part.state = State.REVIEWED
        db.session.commit()
        _more(cast)
    way.lay("joy", "work", "routine", "happiness", "gratitude")
    with asked() as many:
        maya.get(f"/couples/{cast.ana_and_ben}/way")
    assert len(few) == len(many) <= 45, "\n".join(many)


def _more(cast: Cast) -> None:
    couple = cast.couple("ana")
    for slug in ("stillness", "support", "talk", "wider-life", "happiness", "gratitude"):
        given = assign(couple, slug)
        for part in given.parts:
            write(part.person, given)


@pytest.mark.parametrize("name", ["noor", "ana", "ben", "kim"])
def test_nobody_else_finds_it(way: Days, others: Callable[[str], Browser], cast: Cast, name: str) -> None:
    [commit] = way.lay("commit")
    browser = others(name)
    browser.get("/account")
    for address in (f"/couples/{cast.ana_and_ben}/way", f"/couples/{cast.ana_and_ben}/way/plan", f"/planned/{commit}/change"):
        browser.get(address, status=404)
    browser.get("/account")
    for verb in ("change", "move", "skip", "take-up", "give"):
        browser.post(f"/planned/{commit}/{verb}", status=404)


def test_the_owner_of_the_practice_sees_no_plan(way: Days, others: Callable[[str], Browser], cast: Cast, app: Flask) -> None:
    with app.app_context():
        kim = cast.couple("kim")
        days = {"begins_on": MONDAY.date(), "every": 1, "today": MONDAY.date()}
        terms = planning.Terms(Opens.BY_HAND)
        [theirs] = planning.lay(planning.way_of(kim), [cast.step("commit")], terms, by=kim.coach, **days)
        db.session.commit()
        public = theirs.public_id
    olu = others("olu")
    olu.get(f"/couples/{cast.kim_and_lee}/way", status=403)
    olu.get(f"/planned/{public}/change", status=404)


def home(browser: Browser) -> bytes:
    return FRESH.sub(b"", browser.get("/home").response.data)


def test_home_tells_the_next_day_and_no_title(way: Days, others: Callable[[str], Browser], cast: Cast, app: Flask) -> None:
    way.lay("causes", begins_on=(MONDAY + timedelta(days=7)).date())
    page = others("ana").get("/home")
    assert "On Mon 9 Mar: the next step." in page.text
    with app.app_context():
        assert cast.step("causes").title not in page.tree.xpath("string(//section[@aria-labelledby='next'])")


@pytest.mark.parametrize("slug", ["fears", "fallback"])
def test_bens_home_is_the_same_whatever_is_planned_for_ana(way: Days, others: Callable[[str], Browser], slug: str) -> None:
    ben = others("ben")
    way.lay("causes", begins_on=(MONDAY + timedelta(days=9)).date())
    home(ben)
    before = home(ben)
    way.lay(slug, whom="first", begins_on=(MONDAY + timedelta(days=3)).date())
    assert home(ben) == before
    way.act("pause")
    way.tick(5)
    way.act("reopen")
    way.tick(6)
    with clock.at(MONDAY):
        assert home(ben) == before


@pytest.mark.parametrize("hers", [[], ["fears", "support"]], ids=["nothing", "two steps"])
def test_bens_days_after_a_rest_tell_nothing_of_anas(way: Days, others: Callable[[str], Browser], hers: list[str]) -> None:
    way.lay("causes", "talk", begins_on=(MONDAY + timedelta(days=9)).date())
    if hers:
        way.lay(*hers, whom="first", begins_on=(MONDAY + timedelta(days=3)).date())
    way.act("pause")
    way.tick(30)
    way.act("reopen")
    way.tick(30)
    with clock.at(MONDAY + timedelta(days=30)):
        assert "On Wed 8 Apr: the next step." in others("ben").get("/home").text


def test_nothing_is_promised_while_the_work_rests(way: Days, others: Callable[[str], Browser]) -> None:
    way.lay("causes", begins_on=(MONDAY + timedelta(days=9)).date())
    way.act("pause")
    assert "the next step" not in others("ana").get("/home").text


def test_the_couples_page_tells_what_is_next_and_what_is_in_the_way(way: Days, maya: Browser, cast: Cast, app: Flask) -> None:
    with app.app_context():
        assign(cast.couple("ana"), "commit")
    way.lay("commit")
    text = maya.get(f"/couples/{cast.ana_and_ben}").text
    assert "1 step is planned. Next: " in text
    assert "Ana and Ben have it open already." in text
