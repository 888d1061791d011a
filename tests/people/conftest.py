"""What the room's tests share."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from sqlalchemy import event

from practice.db import db


@pytest.fixture
def queries(app: Flask) -> Iterator[Callable[[], int]]:
    """How many statements the database has been asked so far."""
    asked: list[str] = []
    with app.app_context():
        engine = db.engine

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield lambda: len(asked)
    event.remove(engine, "before_cursor_execute", note)
