"""Pictures of every page of every report, for whoever wants to look."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from practice.cli import main
from practice.reporting.kinds import KINDS
from practice.reporting.models import Kind


def test_each_reader_has_their_pages_on_both_sizes_of_paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in set(KINDS) - {Kind.RELEASE}:
        monkeypatch.delitem(KINDS, kind)
    done = CliRunner().invoke(main, ["report", "--pictures", str(tmp_path / "new")])
    assert done.exit_code == 0, done.output
    pages = sorted(tmp_path.glob("new/*.png"))
    assert {page.name.rsplit("-", 1)[0] for page in pages} == {
        f"release-{name}-{size}" for name in ("couple", "first", "second") for size in ("a4", "letter")
    }
    assert str(pages[0]) in done.output
    shapes = set()
    for page in pages:
        with Image.open(page) as picture:
            shapes.add((page.name.split("-")[2], round(picture.width / picture.height, 2)))
            assert len(picture.convert("L").getcolors() or []) > 2, f"{page.name} is empty"
    assert shapes == {("a4", 0.71), ("letter", 0.77)}


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    done = CliRunner().invoke(main, ["report", "--pictures", str(tmp_path / "taken" / "below")])
    assert done.exit_code == 1
    assert "could not be written" in done.output
