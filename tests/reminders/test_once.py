"""A letter is written once, though a worker is killed midway, or two of them work at the same moment."""

import contextvars
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from practice import clock
from practice.db import db
from practice.reminders.jobs import send_digests
from practice.reminders.models import Digest, StepReminder
from tests.conftest import SECRETS
from tests.reminders.conftest import Post

ROOT = Path(__file__).resolve().parents[2]
SIX = datetime(2027, 3, 1, 18, 0, tzinfo=UTC)
# A worker of its own that dies without a word at a certain moment, as when the power goes.
WORKER = """
import os, sys
from datetime import datetime
from sqlalchemy import event
import practice
from practice import clock
from practice.config import Settings
from practice.db import db
from practice.reminders.jobs import send_digests

practice.create_app(Settings.from_environ())
if sys.argv[2] != "never":
    event.listen(db.session, sys.argv[2], lambda *_: os._exit(9))
with clock.at(datetime.fromisoformat(sys.argv[1])):
    send_digests.call_local()
"""


def worker(post: Post, folder: Path, killed: str = "never") -> "subprocess.Popen[bytes]":
    """Another process on the same database."""
    url = post.app.config["SQLALCHEMY_DATABASE_URI"]
    told = {**SECRETS, "PRACTICE_DATABASE_URL": url, "PRACTICE_DATA": str(folder), "PRACTICE_URL": "http://localhost"}
    told |= {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    return subprocess.Popen([sys.executable, "-c", WORKER, SIX.isoformat(), killed], env=told)


def counted(post: Post) -> tuple[int, int, int]:
    """Digests, times reminded, letters."""
    with post.app.app_context():
        digests = db.session.scalar(select(func.count()).select_from(Digest)) or 0
        times = db.session.scalar(select(func.sum(StepReminder.times))) or 0
    return digests, times, len(post.letters())


def at_once(*acts: Callable[[], None]) -> None:
    with ThreadPoolExecutor(len(acts)) as pool:
        for running in [pool.submit(contextvars.copy_context().run, act) for act in acts]:
            running.result()


@pytest.mark.parametrize(("killed", "kept"), [("before_commit", (0, 0, 0)), ("after_commit", (1, 1, 1))])
def test_a_worker_killed_midway_leaves_all_or_nothing(
    post: Post, tmp_path: Path, killed: str, kept: tuple[int, int, int]
) -> None:
    post.give("fears", "ana")
    assert worker(post, tmp_path, killed).wait(timeout=60) == 9
    assert counted(post) == kept
    for _ in range(2):
        post.run(SIX)
    assert counted(post) == (1, 1, 1)


def test_two_workers_in_two_processes_write_one_letter_each(post: Post, tmp_path: Path) -> None:
    post.give("causes")
    working = [worker(post, tmp_path / name) for name in ("one", "two")]
    assert [each.wait(timeout=60) for each in working] == [0, 0]
    assert counted(post) == (2, 2, 2)


def test_many_rounds_at_the_same_moment_write_one_letter_each(post: Post) -> None:
    post.give("causes")
    post.give("fears", "ana")
    with clock.at(SIX):
        at_once(*[send_digests.call_local] * 4)
    assert counted(post) == (2, 3, 2)
