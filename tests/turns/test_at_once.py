"""Two things at the same moment: exactly one right outcome, and nobody loses words."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from practice.turns.course import Kind
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.homework.test_at_once import at_once
from tests.turns.conftest import Given


def presser(browser: Browser, address: str, button: str, **typed: str) -> Callable[[], int]:
    """The press of a button on the page that this browser looks at."""
    form = browser.page.form(button)
    pressed = {b.get("name"): b.get("value") for b in form.xpath(".//button[@name]") if b.text_content().strip() == button}
    fields = {**dict(form.form_values()), **pressed, **typed}
    return lambda: browser.client.post(address, data=fields).status_code


@pytest.fixture
def phone(given: Given, clients: Callable[[], FlaskClient]) -> Browser:
    """Ana's other device."""
    client = clients()
    sign_in(client, "ana")
    return Browser(client)


def test_two_devices_speak_at_the_same_moment_and_one_is_first(given: Given, ana: Browser, phone: Browser) -> None:
    given.opened()
    address = f"/turns/{given.parts['ana']}"
    for browser in (ana, phone):
        browser.get(address)
    said = at_once(
        presser(ana, f"{address}/say", "Send", text="from the laptop"),
        presser(phone, f"{address}/say", "Send", text="from the phone"),
    )
    assert sorted(said) == [303, 409]
    assert len(given.moves()) == 1


def test_felt_heard_and_not_yet_at_the_same_moment(given: Given, ana: Browser, phone: Browser) -> None:
    given.opened()
    given.move("ana", Kind.SAID, "I sat there.")
    given.move("ben", Kind.HEARD_BACK, "You sat there.")
    address = f"/turns/{given.parts['ana']}"
    for browser in (ana, phone):
        browser.get(address)
    said = at_once(presser(ana, f"{address}/felt-heard", "I felt heard"), presser(phone, f"{address}/not-yet", "Not yet"))
    assert sorted(said) == [303, 409]
    assert len(given.moves()) == 3


def test_both_say_that_they_are_ready_at_the_same_moment(given: Given, ana: Browser, ben: Browser) -> None:
    for name in ("ana", "ben"):
        given.ready(name)
    presses = [presser(b, f"/ready/{given.parts[n]}", "I am ready") for n, b in (("ana", ana), ("ben", ben))]
    assert at_once(*presses, *presses) == [303] * 4
    with given.turns() as turns:
        assert turns.unready == []


def test_ana_takes_it_back_while_maya_opens_and_is_never_carried_along(given: Given, ana: Browser, maya: Browser) -> None:
    with given.turns() as turns:
        for person in turns.couple.partners:
            turns.say_ready(person)
    given.ready("ana")
    maya.get(f"/assignments/{given.id}/open")
    took, opened = at_once(
        presser(ana, f"/ready/{given.parts['ana']}", "Take it back"), presser(maya, f"/assignments/{given.id}/open", "Open")
    )
    assert took == 303
    with given.turns() as turns:
        assert (opened, bool(turns.opening), turns.rests) in [(303, True, True), (409, False, False)]
        assert Cast.person("ana") in turns.unready


def test_ana_speaks_while_maya_pauses(given: Given, ana: Browser, maya: Browser) -> None:
    given.opened()
    given.show("ana")
    given.session()
    spoke, paused = at_once(
        presser(ana, f"/turns/{given.parts['ana']}/say", "Send", text="I sat there."),
        presser(maya, f"/assignments/{given.id}/turns/pause", "Pause"),
    )
    assert paused == 303
    assert (spoke, len(given.moves())) in [(303, 1), (409, 0)]
    assert given.session().h1 == "This step rests for now"


def test_a_double_next_goes_on_once(given: Given, maya: Browser) -> None:
    given.opened()
    given.session()
    press = presser(maya, f"/assignments/{given.id}/turns/next", "Next")
    assert sorted(at_once(press, press)) == [303, 409]
    assert len(given.moves()) == 1
