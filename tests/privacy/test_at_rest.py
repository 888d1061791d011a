"""What was written through the pages lies nowhere in the clear: not in the database's files, the queue's, the logs or beside."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import make_url

from practice import jobs
from practice.db import db
from tests.cast import Cast
from tests.postgres import Cluster
from tests.privacy.pages import write_everywhere

PUBLIC = b"ana@example.test"  # an address is no secret from the host: it must be found, or nothing is proved


@pytest.fixture
def log(tmp_path: Path) -> Iterator[None]:
    """Everything anybody says to a log, in a file of the data folder; sooner than the app, so that engines speak too."""
    (tmp_path / "data").mkdir()
    handler, root = logging.FileHandler(tmp_path / "data" / "everything.log"), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield
    root.removeHandler(handler)
    root.setLevel(level)
    handler.close()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files of this test's own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def at_rest(app: Flask, folder: Path, request: pytest.FixtureRequest) -> dict[str, bytes]:
    """The bytes of every file of the practice: its data, its database, its temporary files."""
    url = make_url(app.config["SQLALCHEMY_DATABASE_URI"])
    if url.get_backend_name() == "sqlite":
        place = Path(url.database or "")
        files = list(place.parent.glob(f"{place.name}*"))
    else:
        cluster: Cluster = request.getfixturevalue("cluster")
        cluster.run("CHECKPOINT")
        files = [
            *_of_database(cluster, url.database or ""),
            *(cluster.folder / "data" / "pg_wal").iterdir(),
            cluster.folder / "log",
        ]
    files += folder.rglob("*")
    return {str(file): file.read_bytes() for file in files if file.is_file()}


def _of_database(cluster: Cluster, name: str) -> list[Path]:
    with cluster._connect() as connection:
        row = connection.execute("SELECT oid FROM pg_database WHERE datname = %s", [name]).fetchone()
    assert row
    return list((cluster.folder / "data" / "base" / str(row[0])).iterdir())


def holding(files: dict[str, bytes], marker: str) -> list[str]:
    """Which files hold a marker, in any of the ways text is commonly laid down."""
    forms = [marker.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    return [name for name, content in files.items() if any(form in content for form in forms)]


def test_nothing_private_lies_in_the_clear(
    log: None, temporary: Path, app: Flask, cast: Cast, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    written = write_everywhere(app, cast)
    jobs.work_off()
    files = at_rest(app, tmp_path, request)
    assert len(written.birds) >= 8
    assert [(bird.kind, found) for bird in written.birds if (found := holding(files, bird.marker))] == []
    assert holding(files, PUBLIC.decode())
    assert any(name.endswith("queue.db") for name in files)


def test_a_marker_in_the_clear_is_found(
    log: None, app: Flask, cast: Cast, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    with app.app_context():
        cast.person("ana").name = "zqinthecleargqz"
        db.session.commit()
    assert holding(at_rest(app, tmp_path, request), "zqinthecleargqz")
