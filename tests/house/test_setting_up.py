"""Setting up says in one sentence what it cannot do; tried with stand-ins for the system's programs, never the system's."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.house.files import ROOT

PROBE = "command -v wanted-program"


class Machine:
    """A machine that has only the programs we give it, beside the shell's own."""

    def __init__(self, folder: Path) -> None:
        self.programs = folder
        for name in ("sh", "command", "tail", "rm", "mktemp", "grep", "cat", "chmod", "mkdir", "touch"):
            for place in (Path("/usr/bin"), Path("/bin")):
                if (place / name).exists() and not (folder / name).exists():
                    (folder / name).symlink_to(place / name)

    def has(self, name: str, script: str) -> None:
        (self.programs / name).write_text(f"#!/bin/sh\n{script}\n")
        (self.programs / name).chmod(0o755)

    def run(self, *words: str, cwd: Path = ROOT) -> tuple[int, str]:
        environ = {**os.environ, "PATH": str(self.programs), "PYTHON": ""}
        done = subprocess.run(words, cwd=cwd, env=environ, capture_output=True, text=True, check=False)
        return done.returncode, (done.stdout + done.stderr).strip()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    (tmp_path / "bin").mkdir()
    return Machine(tmp_path / "bin")


def test_what_is_there_is_not_spoken_of(machine: Machine) -> None:
    machine.has("wanted-program", "true")
    assert machine.run(".ci/need", "pictures", PROBE, "wanted") == (0, "")


def test_without_root_one_sentence_names_the_command(machine: Machine) -> None:
    machine.has("id", "echo 1000")
    machine.has("apt-get", "touch called")
    told = "Without pictures for now; to add it, run: sudo apt-get install -y wanted other"
    assert machine.run(".ci/need", "pictures", PROBE, "wanted", "other") == (0, told)


def test_root_on_debian_installs(machine: Machine) -> None:
    machine.has("id", "echo 0")
    made = machine.programs / "wanted-program"
    machine.has("apt-get", f'[ "$1" = update ] || {{ echo > "{made}"; chmod +x "{made}"; }}')
    assert machine.run(".ci/need", "pictures", PROBE, "wanted") == (0, "Installing wanted for: pictures.")
    assert machine.run(".ci/need", "pictures", PROBE, "wanted") == (0, "")


def test_an_install_that_fails_does_not_stop_the_rest(machine: Machine) -> None:
    machine.has("id", "echo 0")
    machine.has("apt-get", "echo no network; exit 100")
    code, said = machine.run(".ci/need", "pictures", PROBE, "wanted")
    assert code == 0
    assert said.splitlines()[-2:] == [
        "no network",
        "Without pictures for now; to add it, run: sudo apt-get install -y wanted",
    ]


def test_a_python_that_is_too_old_is_told(machine: Machine) -> None:
    machine.has("python3", "exit 1")
    code, said = machine.run(".ci/environment")
    assert (code, len(said.splitlines())) == (1, 1)
    assert "Python 3.11 or newer" in said
    assert "sudo apt-get install -y python3 python3-venv" in said


def test_a_python_without_venv_is_told(machine: Machine, tmp_path: Path) -> None:
    machine.has("id", "echo 1000")
    machine.has("python3", 'case "$*" in *version_info*) exit 0;; *) exit 1;; esac')
    (tmp_path / ".ci").symlink_to(ROOT / ".ci")
    code, said = machine.run(".ci/environment", cwd=tmp_path)
    assert code == 1
    assert said.splitlines()[-1].endswith("sudo apt-get install -y python3-venv")
