"""Guessing: the limits stop whoever guesses, and never shut out the one whose password it is."""

import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta

from flask.testing import FlaskClient

from practice import clock
from tests.browser import Browser, Page
from tests.cast import PASSWORD, Cast, come_in


def guess(client: FlaskClient, name: str, password: str = "not the password") -> Page:
    browser = Browser(client)
    browser.get("/sign-in")
    return browser.post("/sign-in", {"email": f"{name}@example.test", "password": password}, None)


def test_the_eleventh_guess_has_to_wait(client: FlaskClient, cast: Cast) -> None:
    with clock.at(clock.now()):
        assert [guess(client, "ana").status for _ in range(11)] == [401] * 10 + [429]
        page = guess(client, "ana", PASSWORD)
    assert page.status == 429
    assert "Please wait 2 minutes" in page.text
    assert page.response.headers["Retry-After"] == "90"


def test_somebody_unknown_has_to_wait_just_the_same(client: FlaskClient, cast: Cast) -> None:
    assert [guess(client, "nobody").status for _ in range(11)] == [401] * 10 + [429]


def test_after_a_while_one_may_try_again(client: FlaskClient, cast: Cast) -> None:
    moment = clock.now()
    with clock.at(moment):
        assert [guess(client, "ana").status for _ in range(11)][-1] == 429
    with clock.at(moment + timedelta(minutes=2)):
        assert guess(client, "ana", PASSWORD).status == 303


def test_one_address_may_not_guess_at_many(client: FlaskClient, cast: Cast) -> None:
    with clock.at(clock.now()):
        assert [guess(client, f"somebody{n}").status for n in range(61)] == [401] * 60 + [429]


def test_a_thousand_guesses_of_ben_do_not_shut_ana_out_of_her_own_phone(clients: Callable[[], FlaskClient], cast: Cast) -> None:
    phone, other = clients(), clients()
    come_in(phone, "ana")
    phone.get("/leave")
    with clock.at(clock.now()):
        assert {guess(other, "ana").status for _ in range(80)} == {401, 429}
        assert guess(other, "ana", PASSWORD).status == 429
        assert guess(phone, "ana", PASSWORD).status == 303


def test_a_device_is_known_for_its_own_people_only(clients: Callable[[], FlaskClient], cast: Cast) -> None:
    phone, other = clients(), clients()
    come_in(phone, "ben")
    phone.get("/leave")
    with clock.at(clock.now()):
        assert {guess(other, "ana").status for _ in range(11)} == {401, 429}
        assert guess(phone, "ana", PASSWORD).status == 429


def test_a_known_device_may_not_guess_without_end_either(client: FlaskClient, cast: Cast) -> None:
    come_in(client, "ana")
    client.get("/leave")
    with clock.at(clock.now()):
        assert [guess(client, "ana").status for _ in range(11)][-1] == 429


def test_a_forged_device_is_a_stranger(client: FlaskClient, clients: Callable[[], FlaskClient], cast: Cast) -> None:
    come_in(client, "ana")
    known = client.get_cookie("homeward-device")
    assert known
    assert known.http_only
    assert known.same_site == "Strict"
    other = clients()
    other.set_cookie("homeward-device", known.value[:-2])
    assert [guess(other, "ana").status for _ in range(11)][-1] == 429
    assert guess(other, "ana", PASSWORD).status == 429


def test_a_right_password_ends_the_count(client: FlaskClient, cast: Cast) -> None:
    with clock.at(clock.now()):
        for _ in range(3):
            assert [guess(client, "ana").status for _ in range(6)] == [401] * 6
            assert guess(client, "ana", PASSWORD).status == 303
            client.get("/leave")


def test_a_guess_is_slow_and_takes_much_memory() -> None:
    told = "from practice.people import passwords; print(passwords.hashed('four small boats'), passwords._nobody)"
    for kept in subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout.split():
        assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
