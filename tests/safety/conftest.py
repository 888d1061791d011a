"""The ground for questions asked of each alone."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.cast import Cast
from tests.safety.asking import Alone


@pytest.fixture
def alone(app: Flask, cast: Cast, clients: Callable[[], FlaskClient]) -> Alone:
    return Alone(app, cast, clients)
