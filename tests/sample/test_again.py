"""The same day gives the same practice, quickly enough for `make demo`."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from practice.agreements.models import Line
from practice.db import db
from practice.homework.reflections import Answer
from practice.journal.models import Entry
from practice.sample.building import build, is_empty
from practice.sample.stories import all_told
from practice.trail.models import Event
from tests.sample.conftest import PASSWORD, TODAY
from tests.sample.words import ANAS_FALLBACK

STORIES = Path(__file__).resolve().parents[2] / "practice" / "sample"


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
def test_built_twice_it_tells_the_same(within: Flask, app: Flask) -> None:
    before = _told()
    with app.app_context():
        assert is_empty()
        build(TODAY, PASSWORD)
        assert _told() == before


def test_anas_plan_stands_in_her_story_alone() -> None:
    found = [path.name for path in STORIES.glob("*.toml") if ANAS_FALLBACK in path.read_text(encoding="utf-8")]
    assert found == ["ana_and_ben.toml"]
    parts = [
        (given.slug, part)
        for story in all_told()
        for given in story.steps
        for part in (given.first, given.second)
        if part and ANAS_FALLBACK in str(part.answers)
    ]
    assert [slug for slug, _ in parts] == ["fallback"]


def _told() -> list[tuple[object, ...]]:
    """Everything that does not hang on chance: acts with their moments, answers with their readers."""
    acts = db.session.execute(select(Event.at, Event.verb).order_by(Event.id)).all()
    answers = db.session.scalars(select(Answer).order_by(Answer.id))
    entries = db.session.scalars(select(Entry).order_by(Entry.id))
    lines = db.session.scalars(select(Line).order_by(Line.id))
    return [
        *map(tuple, acts),
        *((answer.prompt_key, answer.readers, str(answer.value)) for answer in answers),
        *((entry.on, entry.lines, entry.words.ticks, entry.written_at) for entry in entries),
        *((line.written_at, line.state, str(line.wording.words)) for line in lines),
    ]
