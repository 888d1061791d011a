"""Every branch of the scoring is taken by its own tests."""

import json
import subprocess
import sys
from pathlib import Path

from tests.house.files import ROOT


def test_no_branch_of_the_scoring_is_left_untried(tmp_path: Path) -> None:
    data, report = tmp_path / "data", tmp_path / "report.json"
    run = [
        "run",
        "--branch",
        f"--data-file={data}",
        "--include=*/measures/scoring.py",
        "-m",
        "pytest",
        "tests/measures/test_scoring.py",
    ]
    for words in (run, ["json", f"--data-file={data}", "-o", str(report)]):
        done = subprocess.run([sys.executable, "-m", "coverage", *words], cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(report.read_text())["totals"]
    assert found["num_branches"] > 30
    assert (found["missing_lines"], found["missing_branches"], found["num_partial_branches"]) == (0, 0, 0)
