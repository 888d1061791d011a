"""Nothing lies about that would surprise whoever opens the house: no secrets, machine paths or drawers."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.files import LEFT_BEHIND, ROOT, TOP_LEVEL, files, name, told

# Written in pieces, so that this file does not find itself.
INDEX = re.compile("py" + "pi\\.org|python" + "hosted|--(extra-)?index" + "-url|--find" + "-links")
MACHINE = re.compile("/(wo" + "rk|ro" + "ot|opt/wh" + r"eels|Us" + "ers|ho" + r"me/\w+)/")
SECRET = re.compile("BEGIN [A-Z ]*PRIVATE " + "KEY|AK" + r"IA[0-9A-Z]{16}|gh[pousr]_\w{30}|xox[abp]-\w{10}|sk-\w{20}")
DRAWERS = {"util", "utils", "helper", "helpers", "common", "service", "services", "manager", "misc"}


def test_the_top_level_holds_only_what_tools_expect() -> None:
    assert {path.name for path in ROOT.iterdir()} - LEFT_BEHIND - TOP_LEVEL == set()


@pytest.mark.parametrize("unwanted", [INDEX, MACHINE, SECRET], ids=["package index", "machine path", "secret"])
def test_no_file_holds(unwanted: re.Pattern[str]) -> None:
    assert [name(path) for path in files() if unwanted.search(told(path))] == []


@pytest.mark.parametrize(
    ("unwanted", "text"),
    [
        (INDEX, "https://py" + "pi.org/simple"),
        (INDEX, "--index" + "-url"),
        (MACHINE, "/ho" + "me/maya/practice"),
        (SECRET, "-----BEGIN RSA PRIVATE " + "KEY-----"),
    ],
)
def test_a_deliberate_one_is_found(unwanted: re.Pattern[str], text: str) -> None:
    assert unwanted.search(text)


def test_every_locked_package_has_its_hashes() -> None:
    for lock in ("requirements.txt", "requirements-test.txt"):
        packages = re.split(r"\n(?=\S)", told(ROOT / lock).strip())
        assert [package for package in packages if "==" not in package or "--hash=sha256:" not in package] == []


def test_the_tests_run_on_the_very_versions_that_people_get() -> None:
    def pins(lock: str) -> set[str]:
        return set(re.findall(r"^\S+==\S+", told(ROOT / lock), re.MULTILINE))

    assert pins("requirements.txt") <= pins("requirements-test.txt")


def test_nothing_is_a_drawer() -> None:
    assert [name(path) for path in files("practice", "tests", "templates", "reports") if path.stem in DRAWERS] == []


@pytest.mark.parametrize("path", files("practice", ending=".py"), ids=name)
def test_a_module_says_what_belongs_there(path: Path) -> None:
    assert ast.get_docstring(ast.parse(told(path)))


def test_a_room_is_defined_and_nothing_more() -> None:
    rooms = [path for path in files("practice", ending="__init__.py") if path.parent != ROOT / "practice"]
    assert [name(path) for path in rooms if len(ast.parse(told(path)).body) != 1] == []
