"""The migrations lead to exactly the tables that the models speak of, and back again."""

import flask_migrate
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import inspect

from practice import places
from practice.db import db

MIGRATIONS = str(places.migrations())


def tables() -> set[str]:
    return set(inspect(db.engine).get_table_names()) - {"alembic_version"}


def test_migrated_tables_are_those_of_the_models(inside: Flask) -> None:
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert [str(step) for step in compare_metadata(context, db.metadata)] == []


def test_the_stairs_can_be_walked_both_ways(inside: Flask) -> None:
    before = tables()
    flask_migrate.downgrade(MIGRATIONS, "base")
    assert tables() == set()
    flask_migrate.upgrade(MIGRATIONS)
    assert tables() == before


def test_the_stairs_are_one_flight() -> None:
    script = ScriptDirectory(MIGRATIONS)
    assert len(script.get_heads()) == 1
    assert len(script.get_bases()) == 1


@pytest.mark.parametrize("path", sorted((places.migrations() / "versions").glob("*.py")), ids=lambda path: path.name)
def test_a_step_is_numbered(path: object) -> None:
    assert str(path).rsplit("/", 1)[-1][:4].isdigit()


def test_every_constraint_has_its_name(inside: Flask) -> None:
    nameless = [str(c) for table in db.metadata.tables.values() for c in table.constraints if not c.name]
    assert nameless == []
