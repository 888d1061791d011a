"""On a machine without the system's text libraries everything but paper works."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import SECRETS
from tests.house.files import ROOT

# The dynamic linker's answer on such a machine, given by hand.
NO_LIBRARIES = """
import cffi

def none(self, name, *flags):
    raise OSError(f"cannot load library {name!r}")

cffi.FFI.dlopen = none
"""
OPENS = (
    NO_LIBRARIES
    + """
import practice
app = practice.create_app()
print(app.test_client().get("/nowhere").status)
"""
)
PRINTS = NO_LIBRARIES + "import weasyprint"


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environ = {**SECRETS, "PRACTICE_DATA": str(folder), "PRACTICE_URL": "http://127.0.0.1:8000"}
    words = [sys.executable, "-c", code]
    return subprocess.run(words, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)


def test_pages_open(tmp_path: Path) -> None:
    done = run(OPENS, tmp_path)
    assert "404" in done.stdout, done.stderr


def test_the_stand_in_is_true(tmp_path: Path) -> None:
    assert "OSError" in run(PRINTS, tmp_path).stderr
