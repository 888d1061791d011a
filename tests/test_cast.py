"""The cast is ready to play."""

from collections.abc import Callable

from flask import Flask
from flask.testing import FlaskClient

from practice.couples.models import CoupleState
from practice.homework.models import State
from tests.cast import PASSWORD, Cast, come_in
from tests.writing import assign, write


def test_both_couples_are_active_under_a_signed_policy(inside: Flask, cast: Cast) -> None:
    for name, coach in [("ana", cast.maya), ("kim", cast.noor)]:
        couple = cast.couple(name)
        assert couple.state is CoupleState.ACTIVE
        assert couple.agreed
        assert couple.coach.public_id == coach


def test_olu_owns_noors_practice_and_coaches_nobody(inside: Flask, cast: Cast) -> None:
    olu, noor = cast.person("olu"), cast.person("noor")
    assert olu.practice is noor.practice
    assert olu.is_owner
    assert not noor.is_owner


def test_everybody_knows_the_password(inside: Flask, cast: Cast) -> None:
    assert cast.person("ana").knows(PASSWORD)


def test_ana_writes_and_sends_a_step(inside: Flask, cast: Cast) -> None:
    given = assign(cast.couple("ana"), "causes")
    sent = write(cast.person("ana"), given, {"longest": "Going quiet."})
    assert sent.homework.state is State.SUBMITTED
    assert {a.prompt_key: a.value for a in sent.answers}["longest"] == "Going quiet."
    assert not given.all_sent


def test_partners_and_coaches_sign_in_through_the_real_pages(cast: Cast, clients: Callable[[], FlaskClient]) -> None:
    assert come_in(clients(), "ana").path == "/home"
    assert come_in(clients(), "maya").path == "/desk"
    # A code counts once, yet the same coach may sign in on a second device at once.
    assert come_in(clients(), "maya").path == "/desk"
