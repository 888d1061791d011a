"""The test ground: clean databases of both kinds, an app over one of them, and a browser without memory."""

import base64
import gc
import os
import re
import signal
import tempfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import flask_migrate
import pytest
from argon2 import PasswordHasher
from flask import Flask, has_app_context
from flask.testing import FlaskClient
from werkzeug.test import TestResponse
from xdist.scheduler import LoadScopeScheduling

import practice
from practice import places
from practice.config import Settings
from practice.db import db
from practice.people import passwords
from tests import compiled
from tests.cast import gather
from tests.databases import Fill, PostgresTemplate, SqliteTemplate, Template
from tests.mailserver import MailServer
from tests.postgres import Cluster, binaries, in_memory

pytest_plugins = ["tests.cast"]

SECRETS = {
    "PRACTICE_SECRET_KEY": "only for tests, and only for tests",
    "PRACTICE_MASTER_KEY": base64.b64encode(b"only for tests, 32 bytes of it..").decode(),
}


_EVERYWHERE = bool(os.environ.get("PRACTICE_TESTS_EVERYWHERE"))


def pytest_configure() -> None:
    # Terminated is treated like interrupted, so that servers and clusters are stopped either way.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    # Settings of whoever runs the tests do not reach into them.
    for name in [name for name in os.environ if name.startswith("PRACTICE_")]:
        del os.environ[name]
    Flask.url_rule_class = compiled.Address
    # Thousands sign in here; that guessing is made slow for everybody else is tried in people/test_guessing.py.
    passwords._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    passwords._nobody = passwords.hashed("nobody has this password")


def pytest_collection_finish() -> None:
    # All that was imported and collected stays to the end: to look through it again and again costs a tenth of a run.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 10, 10)


# What is tried on both databases even where it opens pages: rows are read, raced and broken there.
_ON_BOTH = ("policy", "privacy", "faults", "house")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A page is opened on one of the two databases, the same one every time; what rows do is tried on both.

    PRACTICE_TESTS_EVERYWHERE=1 opens each page on both.
    """
    left_out = [item for item in items if not _EVERYWHERE and _is_a_page_on_its_other_database(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in set(left_out)]


class _ByFile(LoadScopeScheduling):
    """A file's tests stay together, so that what they share is made once; all pictures share one practice and one album."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return "pictures" if "/test_pictures_" in file else file


@pytest.hookimpl(optionalhook=True)  # only where several workers run
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> LoadScopeScheduling:
    return _ByFile(config, log)


def _is_a_page_on_its_other_database(item: pytest.Item) -> bool:
    names = getattr(item, "fixturenames", ())
    parameters = getattr(getattr(item, "callspec", None), "params", {})
    if "migrated" not in parameters or not {"client", "clients"} & set(names) or "at_once" in item.path.name:
        return False
    if item.path.relative_to(Path(__file__).parent).parts[0] in _ON_BOTH:
        return False
    itself = re.sub(r"(sqlite|postgresql)-?", "", item.nodeid)
    return parameters["migrated"] != ("sqlite", "postgresql")[zlib.crc32(itself.encode()) % 2]


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A running PostgreSQL; a visible skip where none is installed."""
    if (folder := binaries()) is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    cluster = Cluster(folder)
    yield cluster
    cluster.stop()


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def migrated(request: pytest.FixtureRequest) -> Iterator[Template]:
    """An empty database of each kind, made by the real migrations."""
    with tempfile.TemporaryDirectory(prefix="homeward-databases-", dir=in_memory()) as folder:
        yield _migrated(request, Path(folder))


def _migrated(request: pytest.FixtureRequest, folder: Path) -> Template:
    def once(act: Callable[[], object]) -> Fill:
        def fill(url: str) -> None:
            with practice.create_app(told(folder, PRACTICE_DATABASE_URL=url)).app_context():
                act()
                db.session.remove()
                db.engine.dispose()

        return fill

    fills = once(lambda: flask_migrate.upgrade(str(places.migrations()))), once(gather)
    if request.param == "sqlite":
        return SqliteTemplate(folder, *fills)
    return PostgresTemplate(request.getfixturevalue("cluster"), *fills)


@pytest.fixture
def database_url(request: pytest.FixtureRequest, migrated: Template) -> Iterator[str]:
    """A database of this test's own: each test that asks runs on SQLite and on PostgreSQL. The cast is in it if wanted."""
    with migrated.copy("gathered" if "cast" in request.fixturenames else "migrated") as url:
        yield url


def told(data: Path, **environ: str) -> Settings:
    """Settings of a real practice (not the demo), with what a test wants otherwise."""
    return Settings.from_environ({"PRACTICE_DATA": str(data), "PRACTICE_URL": "http://localhost", **SECRETS, **environ})


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Override in a test file to run the app otherwise: `dataclasses.replace(settings, demo=True)`."""
    return told(tmp_path / "data", PRACTICE_DATABASE_URL=database_url)


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    app = practice.create_app(settings)
    app.test_client_class = _Door
    compiled.begin(app)
    yield app
    compiled.end(app)


@pytest.fixture
def inside(app: Flask) -> Iterator[Flask]:
    """Within the app, for tests of models; pages are opened from outside, through `client`."""
    with app.app_context():
        yield app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """One person's browser."""
    return app.test_client()


@pytest.fixture
def clients(app: Flask) -> Callable[[], FlaskClient]:
    """A new browser for each call, when several people meet in one test."""
    return app.test_client


@pytest.fixture
def mailserver() -> Iterator[MailServer]:
    server = MailServer()
    yield server
    server.stop()


class _Door(FlaskClient):
    """Refuses to knock from inside: an open app context keeps the first person signed in, and access tests lie."""

    def open(self, *args: object, **kwargs: object) -> TestResponse:
        assert not has_app_context(), "Close the app context before opening a page"
        return super().open(*args, **kwargs)
