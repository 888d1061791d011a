"""The task queue: work that a request should not wait for, named by JSON and never by pickle."""

import json
import logging
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import datetime
from functools import wraps
from pathlib import Path
from traceback import format_tb
from typing import Any, TypeVar

from huey import crontab
from huey.api import Huey
from huey.registry import Message
from huey.serializer import Serializer
from huey.storage import BaseStorage, MemoryStorage, PostgresStorage, RedisStorage, SqliteStorage

from practice.db import db

T = TypeVar("T")


class JsonSerializer(Serializer):  # type: ignore[misc]  # huey ships no types
    """Jobs as JSON: whoever can write to the queue's file cannot make the worker run code of theirs."""

    def _serialize(self, data: Message) -> bytes:
        return json.dumps(data._asdict(), default=datetime.isoformat).encode()

    def _deserialize(self, data: bytes) -> Message:
        fields = json.loads(bytes(data))
        for moment in ("eta", "expires_resolved"):
            if fields[moment]:
                fields[moment] = datetime.fromisoformat(fields[moment])
        return Message(**fields | {"args": tuple(fields["args"])})


log = logging.getLogger("practice.jobs")
queue = Huey("practice", results=False, serializer=JsonSerializer(), storage_class=MemoryStorage)
_context: list[Callable[[], AbstractContextManager[Any]]] = []


def connect(url: str, context: Callable[[], AbstractContextManager[Any]]) -> None:
    """Point the queue at its store (sqlite:///file, postgresql://…, redis://…); jobs run within the context."""
    queue.storage = _storage(url)
    _context[:] = [context]


def _storage(url: str) -> BaseStorage:
    scheme, _, rest = url.partition("://")
    if scheme == "sqlite":
        path = Path(rest.removeprefix("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        return SqliteStorage("practice", filename=str(path), fsync=True)
    if scheme.startswith("postgresql"):
        return PostgresStorage("practice", dsn="postgresql://" + rest)
    return RedisStorage("practice", url=url)


def job(function: Callable[..., None]) -> Any:
    """Mark a function as work for the queue: call it to enqueue, `call_local` to run it here."""
    return queue.task(name=f"{function.__module__}.{function.__name__}")(_within(function))


def every_minute(function: Callable[[], None]) -> Any:
    """Mark work that looks each minute for what was left: nothing depends on a message that may be lost."""
    return queue.periodic_task(crontab(), name=f"{function.__module__}.{function.__name__}")(_within(function))


class Failed(Exception):
    """A job came to no good end; what it was stands in the log."""


def _within(function: Callable[..., None]) -> Callable[..., None]:
    @wraps(function)
    def run(*arguments: Any) -> None:
        try:
            with _context[0]():
                function(*arguments)
        except Exception as error:
            _tell(error, function)
            raise Failed(function.__name__) from None

    return run


def _tell(error: Exception, function: Callable[..., Any]) -> None:
    # Where it happened, never what was said there: an error's own words may be somebody's.
    log.error("%s in %s\n%s", type(error).__name__, function.__name__, "".join(format_tb(error.__traceback__)))


def one_by_one(all_of_them: Iterable[T], act: Callable[[T], object]) -> None:
    """Act on each in a transaction of its own: a trouble with one keeps no other waiting, a worker killed leaves none half done.

    They are named by what outlives a session, such as ids: every act begins with an empty session, without the rows and the
    opened keys of the one before. Where an act raises, nothing of it is kept, and the log says which kind of error it was and
    where it happened, never its words; it is left to be looked at again the next time.
    """
    for each in list(all_of_them):
        db.session.remove()
        try:
            act(each)
            db.session.commit()
        except Exception as error:
            # Said in so many words: a session that is only let go of after a COMMIT has failed leaves its transaction open.
            db.session.rollback()
            _tell(error, act)
    db.session.remove()


def work_off() -> int:
    """Run in this process what waits in the queue; returns how many jobs ran."""
    ran = 0
    while task := queue.dequeue():
        queue.execute(task)
        ran += 1
    return ran


def wake(task: Any, *arguments: Any) -> None:
    """Ask the worker to begin now. A queue that is away is no harm: each minute the worker looks for what was left."""
    try:
        task(*arguments)
    except Exception:  # whichever error the queue's own store may raise
        log.warning("the queue is away; %s waits for the next minute", task.task_class.__name__)


def wake_later(seconds: int, task: Any, *arguments: Any) -> None:
    """Ask the worker to look again after a while, in case it is stopped before then; see `wake`."""
    try:
        task.schedule(arguments, delay=seconds)
    except Exception:  # whichever error the queue's own store may raise
        log.warning("the queue is away; %s waits for the next minute", task.task_class.__name__)
