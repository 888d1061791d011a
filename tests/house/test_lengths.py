"""Small files, so that one noun fills one screen: the aim is far below these walls."""

from pathlib import Path

import pytest

from tests.house.files import files, name, told

WALLS = {("practice", ".py"): 240, ("tests", ".py"): 240, ("templates", ".html"): 120, ("reports", ".html"): 220}
CASES = [(path, wall) for (folder, ending), wall in WALLS.items() for path in files(folder, ending=ending)]


@pytest.mark.parametrize(("path", "wall"), CASES, ids=[name(path) for path, _ in CASES])
def test_a_file_is_about_one_noun(path: Path, wall: int) -> None:
    length = told(path).count("\n")
    assert length <= wall, "look for the second noun in it"
