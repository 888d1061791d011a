"""The sample practice, built once for each kind of database and only read from."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask

import practice
from practice.db import db
from practice.sample.building import build
from tests.conftest import told
from tests.databases import Template

TODAY = date(2026, 11, 22)
PASSWORD = "together-again"


@pytest.fixture(scope="session")
def sample(migrated: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An app over the filled database."""
    with migrated.copy() as url:
        app = practice.create_app(told(tmp_path_factory.mktemp("sample"), PRACTICE_DATABASE_URL=url))
        with app.app_context():
            build(TODAY, PASSWORD)
            db.session.commit()
        yield app
        with app.app_context():
            db.engine.dispose()


@pytest.fixture
def within(sample: Flask) -> Iterator[Flask]:
    """Within the filled practice."""
    with sample.app_context():
        yield sample
