"""The door is shut by default: each view carries exactly one mark, and without one it is closed to all."""

from pathlib import Path

import pytest
from flask import Flask

import practice
from practice.web import public, rule_of, signed_in
from tests.conftest import told

OURS_BUT_NO_VIEW = {"static", "bootstrap.static"}


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The app's addresses; no database is asked."""
    return practice.create_app(told(tmp_path_factory.mktemp("plan")))


def test_every_view_carries_its_mark(plan: Flask) -> None:
    unmarked = [name for name, view in plan.view_functions.items() if rule_of(view) is None]
    assert set(unmarked) == OURS_BUT_NO_VIEW


def test_a_view_without_a_mark_is_closed_to_all(tmp_path: Path) -> None:
    app = practice.create_app(told(tmp_path))
    app.add_url_rule("/unmarked", "unmarked", lambda: "something private")
    assert app.test_client().get("/unmarked").status_code == 404


def test_two_marks_are_refused() -> None:
    with pytest.raises(TypeError, match="two marks"):
        public(signed_in(lambda: "page"))


def test_addresses_are_kebab_case_and_never_count(plan: Flask) -> None:
    rules = [rule for rule in plan.url_map.iter_rules() if rule.endpoint not in OURS_BUT_NO_VIEW]
    assert [rule.rule for rule in rules if "<int:" in rule.rule] == []
    fixed = [part for rule in rules for part in rule.rule.split("/") if "<" not in part]
    assert [part for part in fixed if part != part.lower() or "_" in part] == []
