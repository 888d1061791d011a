"""Every column has a class, and what is private or secret is never kept as plain text (V8.1.2, V14.1.1)."""

from sqlalchemy import LargeBinary

import practice
from practice.db import db
from tests.house.columns import OPEN, OPEN_ENDINGS, PERSONAL, PICTURES, PRIVATE, PUBLISHED, SECRET

assert practice  # all rooms, and with them all tables, are known once the application is imported
COLUMNS = {f"{table}.{column.name}": column for table, found in db.metadata.tables.items() for column in found.columns}


def _is_open(name: str) -> bool:
    return name in OPEN or name.split(".")[1].endswith(OPEN_ENDINGS)


def test_every_column_says_what_it_holds() -> None:
    told = PRIVATE | SECRET | PERSONAL | PUBLISHED
    assert [name for name in COLUMNS if name not in told and not _is_open(name)] == []


def test_no_class_speaks_of_columns_that_are_gone() -> None:
    assert (PRIVATE | SECRET | PERSONAL | PUBLISHED | OPEN) - set(COLUMNS) == set()


def test_what_people_write_is_kept_sealed() -> None:
    assert [name for name in PRIVATE if not isinstance(COLUMNS[name].type, LargeBinary)] == []


def test_secrets_are_kept_as_hashes_or_sealed() -> None:
    kept = {name for name in SECRET if name.endswith("_hash") or isinstance(COLUMNS[name].type, LargeBinary)}
    assert kept == SECRET


def test_every_sealed_column_is_named_private_or_secret() -> None:
    sealed = {name for name, column in COLUMNS.items() if isinstance(column.type, LargeBinary)}
    assert sealed - PICTURES <= PRIVATE | SECRET
