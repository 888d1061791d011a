"""Lint and types are tests like any other, so that the closing line counts them too."""

import subprocess
import sys

import pytest

from tests.house.files import ROOT


@pytest.mark.parametrize("tool", [["ruff", "check"], ["mypy"]], ids=["lint", "types"])
def test_nothing_to_complain_about(tool: list[str]) -> None:
    said = subprocess.run([sys.executable, "-m", *tool], cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr
