"""`practice report` at the terminal: a file, or one sentence."""

import errno
import os
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from practice import clock
from practice.cli import main
from practice.config import Settings
from practice.db import db
from tests import extract
from tests.conftest import SECRETS
from tests.reporting.conftest import ANA_FREE, BEN_FREE, BEN_OWN, Desk


def report(desk: Desk, couple: str, out_at: Path, **changed: str) -> Result:
    settings: Settings = desk.app.config["PRACTICE"]
    told = {
        "audience": "couple",
        "from": str(clock.today() - timedelta(days=30)),
        "to": str(clock.today()),
        "out": str(out_at),
        **changed,
    }
    environ = {**SECRETS, "PRACTICE_URL": "http://localhost"}
    environ |= {"PRACTICE_DATA": str(settings.data), "PRACTICE_DATABASE_URL": settings.database_url}
    done = CliRunner(env=environ).invoke(main, ["report", couple, *(word for k, v in told.items() for word in (f"--{k}", v))])
    assert "Traceback" not in done.output
    return done


@pytest.mark.parametrize("audience", ["couple", "ben", "Ben", "ben@example.test", "second"])
def test_it_writes_the_paper_for_its_owner_alone(desk: Desk, tmp_path: Path, audience: str) -> None:
    out = tmp_path / "report.pdf"
    out.write_bytes(b"an older one")
    done = report(desk, desk.cast.ana_and_ben, out, audience=audience)
    assert (done.exit_code, done.output) == (0, f"{out} is written.\n")
    found = extract.everything(out.read_bytes())
    assert {word for word in (ANA_FREE, BEN_FREE, BEN_OWN) if word in found} == (
        {ANA_FREE, BEN_FREE} if audience == "couple" else {ANA_FREE, BEN_FREE, BEN_OWN}
    )
    assert out.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["report.pdf"]


def test_a_partners_address_names_the_couple_and_the_act_is_remembered(desk: Desk, tmp_path: Path) -> None:
    assert report(desk, "Ana@Example.test", tmp_path / "r.pdf").exit_code == 0
    assert [desk.events(f"report.{verb}") for verb in ("asked", "issued", "fetched")] == [1, 1, 1]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"couple": "nobody@example.test"}, "No couple is known as “nobody@example.test”"),
        ({"couple": "maya@example.test"}, "No couple is known as"),
        ({"couple": "0" * 32}, "No couple is known as"),
        ({"audience": "kim"}, "“kim” is nobody this report can be for. Choose from couple, first, second, coach, Ana and Ben."),
        ({"from": "2026-12-31", "to": "2026-01-01"}, "The last day comes before the first."),
        ({"from": "1066-10-14"}, "Please choose days from 1 January 2000"),
        ({"from": "soon"}, "'soon' does not match the format"),
        ({"out": "/nowhere/at/all/report.pdf"}, "There is no folder /nowhere/at/all."),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(desk: Desk, tmp_path: Path, changed: dict[str, str], told: str) -> None:
    done = report(desk, out_at=tmp_path / "r.pdf", **{"couple": desk.cast.ana_and_ben, **changed})
    assert done.exit_code != 0
    assert told in done.output
    assert not (tmp_path / "r.pdf").exists()


def test_two_of_one_name_are_told_apart_by_address(desk: Desk, tmp_path: Path) -> None:
    with desk.app.app_context():
        desk.cast.person("ben").name = "Ana"
        db.session.commit()
    assert "Both are called ana." in report(desk, desk.cast.ana_and_ben, tmp_path / "r.pdf", audience="ana").output
    assert report(desk, desk.cast.ana_and_ben, tmp_path / "r.pdf", audience="ana@example.test").exit_code == 0


def test_a_full_disk_is_told_and_leaves_the_older_file(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "report.pdf"
    out.write_bytes(b"an older one")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    done = report(desk, desk.cast.ana_and_ben, out)
    assert f"{out} could not be written: No space left on device." in done.output
    assert out.read_bytes() == b"an older one"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["report.pdf"]


def test_settings_that_are_missing_are_named(tmp_path: Path) -> None:
    words = ["report", "a", "--audience", "couple", "--from", "2026-01-01", "--to", "2026-01-02", "--out", str(tmp_path / "r")]
    done = CliRunner(env={"PRACTICE_DATA": str(tmp_path)}).invoke(main, words)
    assert "PRACTICE_URL must say where the practice is reached" in done.output
    done = CliRunner(env={"PRACTICE_DATA": str(tmp_path), "PRACTICE_URL": "http://localhost"}).invoke(main, words)
    assert "PRACTICE_SECRET_KEY is missing" in done.output
