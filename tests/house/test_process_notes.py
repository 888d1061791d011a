"""A coach's process note is reached by nothing that goes on paper, into a letter or onto a partner's page."""

import ast

from sqlalchemy import inspect

from practice.notes import models, process
from tests.house.ladder import PACKAGE, _imported

KNOWN_TO = {"policy", "notes/process", "notes/relations", "notes/pages", "notes/note_views", "notes/draft_views"}
NAMES = ("ProcessText", "process_texts", "ProcessDraft", "process_drafts")


def test_only_the_notes_own_pages_and_the_policy_know_of_process_notes() -> None:
    knowing = set()
    for path in PACKAGE.rglob("*.py"):
        file = str(path.relative_to(PACKAGE).with_suffix(""))
        if "practice.notes.process" in set(_imported(ast.parse(path.read_text(encoding="utf-8")))):
            knowing.add(file)
    assert {file for file in knowing if not file.startswith("sample/")} == KNOWN_TO - {"notes/process"}


def test_no_other_file_names_their_table_nor_gets_at_it_by_way_of_the_notes() -> None:
    """Whatever way it is imported, it would have to be named."""
    named = set()
    for path in PACKAGE.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        if any(name in source for name in NAMES):
            named.add(str(path.relative_to(PACKAGE).with_suffix("")))
    assert named <= KNOWN_TO
    assert "process" not in dir(models)
    assert not [
        relation
        for relation in inspect(models.Note).relationships
        if relation.mapper.class_ in (process.ProcessText, process.ProcessDraft)
    ]
