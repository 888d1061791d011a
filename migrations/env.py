"""Runs the migrations over the application's own engine, so that they meet the same settings as every other query."""

import sqlalchemy as sa
from alembic import context
from flask import current_app

from practice.db import UtcDateTime

database = current_app.extensions["migrate"].db


def plain(kind: str, item: object, _context: object) -> str | bool:
    """Migrations name plain column types: they must still run when our own classes have changed."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, sa.Enum):
        return f"sa.String(length={item.length})"
    return False


def run() -> None:
    with database.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=database.metadata,
            render_as_batch=True,
            compare_type=True,
            render_item=plain,
            # One transaction for each, so that a killed upgrade goes on where it stood.
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
