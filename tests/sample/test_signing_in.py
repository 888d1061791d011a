"""Whoever looks around in the demo signs in as anybody on the list."""

from dataclasses import replace

import pytest
from flask import Flask

from practice.config import Settings
from practice.db import db
from practice.sample.building import SIGN_INS, build
from tests.cast import come_in
from tests.sample.conftest import PASSWORD, TODAY


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, demo=True)


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
def test_everybody_on_the_list_arrives_at_a_first_page(app: Flask) -> None:
    with app.app_context():
        build(TODAY, PASSWORD)
        db.session.commit()
    for email in SIGN_INS:
        page = come_in(app.test_client(), email, PASSWORD)
        assert page.path in ("/desk", "/home"), email
