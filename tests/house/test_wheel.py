"""The wheel alone is the whole product: in a clean environment it opens its pages and makes a PDF."""

import subprocess
import sys
import urllib.request
import venv
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.extract import by_pypdf, metadata
from tests.house.files import ROOT
from tests.journeys.running import Running

OFFLINE = ("NewConnectionError", "Temporary failure", "Network is unreachable", "Failed to establish")
FIRST_COUPLE = """
import practice
from practice.couples.models import Couple
from practice.db import db
app = practice.create_app()
with app.app_context():
    print(db.session.scalars(db.select(Couple).order_by(Couple.id)).first().public_id)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(folder), str(ROOT)]
    built = subprocess.run(words, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def clean_python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the locked dependencies and the wheel, and nothing of this checkout."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    locked = ["--no-compile", "--require-hashes", "-r", str(ROOT / "requirements.txt")]
    for what in (locked, ["--no-deps", str(wheel)]):
        words = [python, "-m", "pip", "install", "--quiet", "--retries", "1", *what]
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode and any(sign in done.stderr for sign in OFFLINE):
            pytest.skip("no package registry within reach")
        assert done.returncode == 0, done.stderr
    return python


@pytest.fixture(scope="module")
def installed(clean_python: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("installed")
    running = Running(folder, python=str(clean_python), cwd=folder, PRACTICE_DEMO="1")
    try:
        running.start("demo")
        running.wait("demo", seconds=120)
        yield running
    finally:
        running.stop()


def test_the_wheel_holds_what_stands_beside_the_package_and_no_tests(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    needed_ones = (
        "templates/base.html",
        "reports/sheet.html",
        "migrations/env.py",
        "static/practice.css",
        "measures/packs/pulse.toml",
    )
    for needed in needed_ones:
        assert f"practice/{needed}" in names
    kept = [
        f"practice/{path.relative_to(ROOT)}"
        for folder in ("templates", "reports", "migrations")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    assert set(kept) <= set(names)
    assert [name for name in names if "test" in name.split("/")[0]] == []


def test_it_opens_its_first_page(installed: Running) -> None:
    with urllib.request.urlopen(f"{installed.address}/") as page:
        assert page.status == 200
        assert "Sign in" in page.read().decode()


def test_it_makes_a_pdf(installed: Running, tmp_path: Path) -> None:
    couple = installed.python("-c", FIRST_COUPLE).strip()
    paper = tmp_path / "report.pdf"
    dates = ["--from", "2020-01-01", "--to", "2100-01-01"]
    installed.command("report", couple, "--audience", "couple", *dates, "--out", str(paper))
    assert by_pypdf(paper.read_bytes()).strip()
    assert "pdfuaid" in metadata(paper.read_bytes())
