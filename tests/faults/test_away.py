"""PostgreSQL stops in the middle of the work, or is killed, and comes back: nothing said to be kept is lost."""

import signal
from collections.abc import Iterator
from pathlib import Path

import flask_migrate
import pytest
from flask import Flask

import practice
from practice import places
from practice.config import Settings
from practice.db import db
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.conftest import told
from tests.faults.ground import WORDS, everything, written
from tests.postgres import Cluster, binaries


@pytest.fixture
def own_cluster() -> Iterator[Cluster]:
    """A PostgreSQL for this test alone, as careful with what it has acknowledged as a real one."""
    if (folder := binaries()) is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    cluster = Cluster(folder, ("fsync=off", "max_connections=20"))
    yield cluster
    cluster.stop()


@pytest.fixture
def settings(own_cluster: Cluster, tmp_path: Path) -> Settings:
    own_cluster.create("away")
    settings = told(tmp_path, PRACTICE_DATABASE_URL=own_cluster.url("away"))
    with practice.create_app(settings).app_context():
        flask_migrate.upgrade(str(places.migrations()))
        db.engine.dispose()
    return settings


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT, signal.SIGKILL], ids=["stopped", "thrown out", "killed"])
def test_the_database_goes_and_comes_back(app: Flask, cast: Cast, own_cluster: Cluster, how: signal.Signals) -> None:
    ids, maya = written(app, cast), Browser(app.test_client())
    sign_in(maya.client, "maya")
    maya.get(f"/review/{ids['ben']}")
    before = everything(app)
    own_cluster.halt(how)
    page = maya.submit("text", {"text": WORDS}, status=503)
    assert WORDS.strip() in page.tree.xpath("string(//textarea)")
    assert maya.client.get("/desk").status_code == 503
    own_cluster.start()
    assert everything(app) == before
    assert WORDS.split(".")[0] in maya.submit("Send again").text
