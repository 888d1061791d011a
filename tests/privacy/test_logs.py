"""When something breaks, the log says where, and never in anybody's words."""

import logging

import pytest
from flask import Flask
from sqlalchemy import text

from practice import jobs
from practice.db import db
from practice.jobs import job
from practice.web import public
from tests.cast import Cast, come_in

WORDS = "zqinanerrorqz"


@job
def break_down(words: str) -> None:
    raise ValueError(words)


@public
def broken() -> str:
    raise ValueError(WORDS)


@public
def badly_asked() -> str:
    return str(db.session.execute(text("SELECT nothing FROM people WHERE name = :name"), {"name": WORDS}).all())


@pytest.fixture
def breaking(app: Flask) -> Flask:
    app.add_url_rule("/broken", view_func=broken)
    app.add_url_rule("/badly-asked", view_func=badly_asked)
    return app


@pytest.mark.parametrize(("address", "status", "kind"), [("/broken", 500, "ValueError"), ("/badly-asked", 503, "database")])
def test_an_error_is_told_without_its_words(
    breaking: Flask, caplog: pytest.LogCaptureFixture, address: str, status: int, kind: str
) -> None:
    caplog.set_level(logging.DEBUG)
    response = breaking.test_client().get(address)
    assert response.status_code == status
    assert WORDS not in response.get_data(as_text=True) + caplog.text
    assert kind in caplog.text


def test_a_job_that_fails_is_told_without_its_words(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    break_down(WORDS)
    jobs.work_off()
    assert "ValueError in break_down" in caplog.text
    assert WORDS not in caplog.text.replace(f"args=('{WORDS}',)", "")


def test_what_was_typed_wrong_is_not_logged(app: Flask, cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    client = app.test_client()
    come_in(client, "ana")
    client.post("/account", data={"csrf_token": "forged", "name": WORDS, "password": WORDS})
    client.get(f"/couples?q={WORDS}")
    client.get(f"/{WORDS}")
    assert WORDS not in caplog.text
