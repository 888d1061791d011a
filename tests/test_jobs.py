"""The queue keeps jobs as JSON and runs them within the application."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from huey.storage import SqliteStorage

from practice import jobs


@pytest.fixture
def told(tmp_path: Path) -> list[str]:
    """What the job did; the queue lies in a file of this test's own."""
    done: list[str] = []

    class Context:
        def __enter__(self) -> None:
            done.append("in")

        def __exit__(self, *_: object) -> None:
            done.append("out")

    jobs.connect(f"sqlite:///{tmp_path / 'queue.db'}", Context)
    return done


def test_a_job_waits_in_the_file_as_json_and_runs_once(told: list[str], tmp_path: Path) -> None:
    def remember(word: str) -> None:
        told.append(word)

    task = jobs.job(remember)
    task("ana")
    [kept] = SqliteStorage("practice", filename=str(tmp_path / "queue.db")).enqueued_items()
    assert json.loads(bytes(kept))["args"] == ["ana"]
    assert jobs.work_off() == 1
    assert jobs.work_off() == 0
    assert told == ["in", "ana", "out"]
    jobs.queue._registry.unregister(task.task_class)


def test_a_job_for_later_keeps_its_moment(told: list[str]) -> None:
    def later() -> None:
        told.append("later")

    task = jobs.job(later)
    moment = datetime.now(UTC).replace(tzinfo=None) + timedelta(hours=1)
    message = jobs.queue.serialize_task(task.s().__class__(eta=moment))
    assert jobs.queue.deserialize_task(message).eta == moment
    jobs.queue._registry.unregister(task.task_class)


def test_a_queue_that_is_away_harms_nobody(told: list[str], tmp_path: Path) -> None:
    def lost() -> None:
        told.append("never")

    task = jobs.job(lost)
    jobs.connect("redis://127.0.0.1:1/0", open)
    jobs.wake(task)
    assert told == []
    jobs.queue._registry.unregister(task.task_class)
