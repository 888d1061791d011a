"""The database handle, constraint names, how enumerations and moments are stored, and the engines' settings."""

import enum
import secrets
from datetime import UTC, date, datetime
from typing import Any, cast

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import CursorResult, Date, DateTime, Delete, Dialect, Engine, Enum, MetaData, String, Table, Update, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, registry
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: stored in UTC, always aware; SQLite forgets time zones, so they are put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("A moment without a time zone")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


_METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
_TYPES: dict[Any, Any] = {
    datetime: UtcDateTime,
    date: Date,
    # Values are stored, not names, as plain text: a new state needs no change of a database type.
    enum.StrEnum: Enum(
        enum.StrEnum,
        native_enum=False,
        create_constraint=False,
        length=40,
        values_callable=lambda kind: [k.value for k in kind],
    ),
}


class Base(DeclarativeBase):
    """Names every constraint from day one, so that migrations can speak of them on both databases."""

    registry = registry(metadata=_METADATA, type_annotation_map=_TYPES)


db = SQLAlchemy(
    model_class=Base,
    # Errors name a statement, never its values: they may stand in a log.
    engine_options={"pool_pre_ping": True, "hide_parameters": True},
    # What is kept is kept: saying so afterwards must not need the database once more.
    session_options={"expire_on_commit": False},
)


class Model(db.Model):  # type: ignore[name-defined,misc]  # Flask-SQLAlchemy makes this base at run time
    """A table's row."""

    __abstract__ = True
    id: Mapped[int] = mapped_column(primary_key=True)


def public_id() -> str:
    """128 random bits for an address: never counting integers, for those can be guessed."""
    return secrets.token_hex(16)


def changed(statement: Update | Delete) -> int:
    """Run an update or deletion and say how many rows it met: the way to let only one of two be first."""
    return cast("CursorResult[Any]", db.session.execute(statement)).rowcount


def insert_once(kind: type[Model], /, **values: Any) -> bool:
    """Add a row unless one of its unique constraints knows it already; whether it was added. No row is read for it."""
    insert = postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert
    statement = insert(cast("Table", kind.__table__)).values(**values).on_conflict_do_nothing().inline()
    # Of an INSERT the number of rows is forgotten unless it is asked for; PostgreSQL would answer -1, as good as yes.
    counted = statement.execution_options(preserve_rowcount=True)
    return cast("CursorResult[Any]", db.session.execute(counted)).rowcount == 1


def is_full(error: DBAPIError) -> bool:
    """Whether a statement failed because there is no room left on the disk."""
    kind = getattr(error.orig, "sqlite_errorname", "") or getattr(error.orig, "sqlstate", "")
    return kind in ("SQLITE_FULL", "53100")


class Addressed:
    """A row that a page's address may name."""

    public_id: Mapped[str] = mapped_column(String(32), unique=True, default=public_id)

    def __init__(self, **values: Any) -> None:
        # Known before the first flush: sealed text is bound to the row it belongs to.
        values.setdefault("public_id", public_id())
        super().__init__(**values)


@event.listens_for(Engine, "connect")
def _prepare_sqlite(connection: Any, record: Any) -> None:
    if not type(connection).__module__.startswith("sqlite3"):
        return
    # Transactions are begun by us (below), not by the driver, which would begin them too late.
    connection.isolation_level = None
    cursor = connection.cursor()
    for setting in (
        "busy_timeout=10000",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        "trusted_schema=OFF",
    ):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


@event.listens_for(Engine, "begin")
def _begin_sqlite(connection: Any) -> None:
    # A plain BEGIN loses most read-then-write transactions of several processes; IMMEDIATE loses none.
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
