"""A coach's process note is reached by nothing that goes on paper, into a letter or onto a partner's page."""

import ast

from tests.house.ladder import PACKAGE, _imported

KNOWN_TO = {"policy", "notes/process", "notes/relations", "notes/pages", "notes/note_views"}


def test_only_the_notes_own_pages_and_the_policy_know_of_process_notes() -> None:
    knowing = set()
    for path in PACKAGE.rglob("*.py"):
        file = str(path.relative_to(PACKAGE).with_suffix(""))
        if "practice.notes.process" in set(_imported(ast.parse(path.read_text(encoding="utf-8")))):
            knowing.add(file)
    assert {file for file in knowing if not file.startswith("sample/")} == KNOWN_TO - {"notes/process"}
