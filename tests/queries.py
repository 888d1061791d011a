"""Counts what is asked of the database, so that a page's number stays the same however many rows it shows."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

_NOT_QUESTIONS = ("BEGIN", "PRAGMA", "SAVEPOINT", "RELEASE")


@contextmanager
def asked() -> Iterator[list[str]]:
    """Within it, the list fills with every statement: `with asked() as statements: …`."""
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_others: Any) -> None:
        if not statement.lstrip().upper().startswith(_NOT_QUESTIONS):
            statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", note)
