"""Killed without a word (kill -9), as when the power goes: whatever was said to be kept is there afterwards, once.

KILL_ROUNDS=200 for a long night.
"""

import http.client
import os
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from flask import Flask
from sqlalchemy import select, update

from practice import clock
from practice.config import Settings
from practice.db import db
from practice.homework import drafts
from practice.homework.models import Homework
from practice.jobs import wake
from practice.people import mail
from practice.people.jobs import send_letters
from practice.post import Letter
from practice.reporting.asking import ask
from practice.reporting.jobs import make_report
from practice.reporting.models import Audience, Report, State
from practice.trail.models import Event
from tests.cast import Cast
from tests.conftest import SECRETS, told
from tests.faults.ground import written
from tests.faults.slow import SlowMailServer
from tests.faults.visitor import Visitor
from tests.journeys.running import Running

ROUNDS = int(os.environ.get("KILL_ROUNDS", "2"))
KEYS = ("longest", "avoided", "first_to_change")


@pytest.fixture
def slow() -> Iterator[SlowMailServer]:
    server = SlowMailServer()
    yield server
    server.stop()


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """The same data folder as the running practice has, so that both share a queue."""
    return told(tmp_path / "data", PRACTICE_DATABASE_URL=database_url)


@pytest.fixture
def running(database_url: str, tmp_path: Path, slow: SlowMailServer) -> Iterator[Running]:
    mailing = {"PRACTICE_SMTP_URL": slow.url, "PRACTICE_MAIL_FROM": "post@practice.example.test"}
    running = Running(tmp_path, **SECRETS, **mailing, PRACTICE_DATABASE_URL=database_url)
    yield running
    running.stop()


class Writing(threading.Thread):
    """Ana's page, saving without pause; remembers for each question the last words that were said to be kept."""

    def __init__(self, ana: Visitor, part: str, ana_id: str, begin: int) -> None:
        super().__init__(daemon=True)
        self.ana, self.part, self.ana_id, self.number = ana, part, ana_id, begin
        self.sent: dict[str, int] = {}
        self.kept: dict[str, int] = {}
        self._enough = threading.Event()

    def is_under_way(self) -> None:
        """Wait until something is kept of every question."""
        assert self._enough.wait(timeout=30), "Nothing was kept"

    def run(self) -> None:
        revision = 0
        while True:
            self.number += 1
            key = KEYS[self.number % len(KEYS)]
            self.sent[key] = self.number
            save = {
                "revision": revision, "save_key": f"p.{self.number}", "answering_as": self.ana_id,
                "answers": {key: f"words {self.number}"}, "readers": {},
            }  # fmt: skip
            try:
                revision = self.ana.post_json(f"/steps/{self.part}/draft", save)["revision"]
            except (OSError, http.client.HTTPException, AssertionError):
                return
            self.kept[key] = self.number
            if len(self.kept) == len(KEYS):
                self._enough.set()


def test_a_killed_web_server_loses_nothing_it_has_said_to_keep(app: Flask, cast: Cast, running: Running) -> None:
    ids, ana, dice = written(app, cast), Visitor(running.address), Random(4)
    number = 0
    for round_number in range(ROUNDS):
        running.start("serve", "--workers", "2")
        running.wait()
        if not round_number:
            ana.sign_in("ana")
        ana.get(f"/steps/{ids['ana']}/contributions")
        writing = Writing(ana, ids["ana"], cast.ana, number)
        writing.start()
        writing.is_under_way()
        time.sleep(dice.uniform(0, 0.6))
        running.kill("serve")
        writing.join(timeout=30)
        number = writing.number
        there = _draft(app, ids["ana"])
        for key, last in writing.kept.items():
            assert last <= int(there[key].removeprefix("words ")) <= writing.sent[key]


def _draft(app: Flask, part: str) -> dict[str, str]:
    with app.app_context():
        content, _ = drafts.content_of(db.session.scalars(select(Homework).where(Homework.public_id == part)).one())
        found: dict[str, str] = content["answers"]
        return found


def test_a_letter_of_a_killed_worker_is_sent_once(app: Flask, cast: Cast, running: Running, slow: SlowMailServer) -> None:
    with app.test_request_context():
        mail.offer_new_password(cast.person("ana"))
        db.session.commit()
        wake(send_letters)
    running.start("work")
    slow.somebody_knocks()
    running.kill("work")
    slow.hurry()
    _five_minutes_pass(app)
    running.start("work")
    slow.wait_for("ana@example.test")
    _until(app, lambda: db.session.scalar(select(Letter.sent_at)) is not None)
    assert len(slow.to("ana@example.test")) == 1


def _five_minutes_pass(app: Flask) -> None:
    """The time after which a letter that somebody had taken is free again."""
    with app.app_context():
        db.session.execute(update(Letter).values(next_try_at=clock.now() - timedelta(seconds=1)))
        db.session.commit()
        wake(send_letters)


def test_a_report_of_a_killed_worker_is_issued_once(app: Flask, cast: Cast, running: Running) -> None:
    written(app, cast, both_sent=True)
    with app.app_context():
        couple, today = cast.couple("ana"), clock.today()
        report = ask(couple, Audience.COUPLE, today - timedelta(days=30), today, by=couple.coach, key=None)
        db.session.commit()
        public_id = report.public_id
        wake(make_report, public_id)
    running.start("work")
    _until(app, lambda: _report(public_id).state is not State.WAITING)
    running.kill("work")
    with app.app_context():
        assert _report(public_id).state is State.WORKING
        # Half a minute passes, in which the one who held it shows no sign of life.
        db.session.execute(update(Report).values(seen_at=clock.now() - timedelta(seconds=30)))
        db.session.commit()
        wake(make_report, public_id)
    running.start("work")
    _until(app, lambda: not _report(public_id).state.is_under_way)
    with app.app_context():
        assert _report(public_id).state is State.DONE
        assert _report(public_id).paper.startswith(b"%PDF")
        assert len(db.session.scalars(select(Event).where(Event.verb == "report.issued")).all()) == 1


def _report(public_id: str) -> Report:
    return db.session.scalars(select(Report).where(Report.public_id == public_id)).one()


def _until(app: Flask, holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with app.app_context():
            if holds():
                return
        time.sleep(0.1)
    raise TimeoutError
