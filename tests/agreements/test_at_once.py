"""Two things at the same moment to one line: a double click, two devices, two partners."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from practice.agreements.jar import Jar
from practice.agreements.models import CheckIn, Line, LineState
from practice.agreements.remarks import Remark
from practice.db import db
from tests.agreements.conftest import Evening
from tests.browser import Browser
from tests.cast import sign_in
from tests.homework.test_at_once import at_once

Press = Callable[[], int]


def presser(browser: Browser, page: str, which: str, **fields: Any) -> Press:
    """The press of a button, with everything filled in."""
    form = browser.get(page).form(which)
    sent = dict(form.form_values()) | fields
    return lambda: browser.client.post(form.get("action"), data=sent).status_code


def count(evening: Evening, kind: type) -> int:
    with evening.app.app_context():
        return db.session.scalar(select(func.count()).select_from(kind)) or 0


@pytest.fixture
def bens_phone(evening: Evening, clients: Callable[[], FlaskClient]) -> Browser:
    phone = Browser(clients())
    sign_in(phone.client, "ben")
    return phone


def test_a_double_click_adds_one_line(evening: Evening, ana: Browser) -> None:
    press = presser(ana, evening.ledger(), "Add", **{"w-what": "Phones sleep in the hall", "owner": "both"})
    assert at_once(press, press, press) == [303, 303, 303]
    assert count(evening, Line) == 1


def test_two_devices_that_say_yes_say_it_once(evening: Evening, ben: Browser, bens_phone: Browser) -> None:
    address = evening.add()
    presses = [presser(each, address, f"{address}/say-yes") for each in (ben, bens_phone)]
    assert at_once(*presses) == [303, 303]
    with evening.app.app_context():
        assert evening.line(address).state is LineState.AGREED


def test_when_both_press_yes_it_is_agreed_and_the_writer_is_told(evening: Evening, ana: Browser, ben: Browser) -> None:
    address = evening.add()
    bens = presser(ben, address, f"{address}/say-yes")
    ana.get(address)
    token = {"csrf_token": ana.page.value("csrf_token"), "answering_as": evening.cast.ana, "revision": "1"}
    anas, said = at_once(lambda: ana.client.post(f"{address}/say-yes", data=token).status_code, bens)
    assert said == 303
    assert anas in (303, 409)  # her own words need no yes of hers; if Ben was first, it is agreed already
    with evening.app.app_context():
        assert evening.line(address).state is LineState.AGREED


def test_of_a_yes_and_a_change_the_change_is_never_agreed_to_unread(evening: Evening, ana: Browser, ben: Browser) -> None:
    address = evening.add()
    yes = presser(ben, address, f"{address}/say-yes")
    change = presser(ana, f"{address}/change", "Save", **{"w-what": "Phones sleep in the kitchen"})
    said, changed = at_once(yes, change)
    assert (said in (303, 409), changed) == (True, 303)
    with evening.app.app_context():
        line = evening.line(address)
        assert (line.state, line.revision, line.agreed_at) == (LineState.PROPOSED, 2, None)


def test_two_who_change_at_once_lose_no_words(evening: Evening, ana: Browser, ben: Browser) -> None:
    address = evening.add()
    presses = [
        presser(each, f"{address}/change", "Save", **{"w-what": words}) for each, words in ((ana, "In the car"), (ben, "In bed"))
    ]
    assert sorted(at_once(*presses)) == [303, 409]
    assert count(evening, Remark) == 1


def test_a_double_click_on_done_is_told_once(evening: Evening, ana: Browser) -> None:
    address = evening.add("act", "actions")
    press = presser(ana, f"{address}/end", "It is done", evidence="You saw it")
    assert at_once(press, press) == [303, 303]
    assert count(evening, Remark) == 1


def test_two_devices_that_look_in_one_week_make_one_look(evening: Evening, ben: Browser, bens_phone: Browser) -> None:
    address = evening.agreed()
    presses = [presser(each, address, f"{address}/check", kept="yes") for each in (ben, bens_phone)]
    assert at_once(*presses) == [303, 303]
    assert count(evening, CheckIn) == 1


def test_two_who_draw_at_once_draw_the_same(evening: Evening, ana: Browser, ben: Browser) -> None:
    for words in ("Tea in the garden", "A walk to the mill", "Old photographs"):
        evening.agreed(slug="joy", key="jar", words=words)
    jars = {name: evening.ledger("joy", "jar", name) for name in ("ana", "ben")}
    presses = [presser(ana, jars["ana"], "Draw one"), presser(ben, jars["ben"], "Draw one")]
    assert at_once(*presses) == [303, 303]
    assert count(evening, Jar) == 1
    pages = [ana.get(jars["ana"]), ben.get(jars["ben"])]
    assert len({page.tree.xpath("string(//*[@id='jar']//span[@dir])") for page in pages}) == 1
