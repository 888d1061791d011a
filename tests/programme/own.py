"""Small makers of programmes for tests; they need an app context and commit."""

from datetime import date

from hypothesis import strategies as st

from practice.db import db
from practice.people.models import Person
from practice.programme import manuscripts
from practice.programme.exchange import again
from practice.programme.manuscripts import Manuscript
from practice.programme.models import Edition
from practice.programme.steps import Programme, Step

STEP = {
    "slug": "rest", "title": "Rest", "together": False, "readers": "coach", "mechanics": ["answer"], "minutes": 5,
    "why": "Because.", "what": "Sit.", "done_when": "You sat.",
    "groups": [{"key": "first", "title": "First", "why": "Why.", "prompts": [
        {"key": "calm", "kind": "scale", "ask": "How calm?", "help": "Say 3.", "low": "Not", "high": "Very"},
        {"key": "after", "kind": "choice", "ask": "And then?", "help": "Say tea.",
         "options": [{"key": "tea", "label": "Tea"}, {"key": "walk", "label": "A walk"}]},
    ]}],
}  # fmt: skip


def step(**changed: object) -> Step:
    """A small step that may be published."""
    made: Step = again(Step, {**STEP, **changed})
    return made


def small(**changed: object) -> Programme:
    """A small programme that may be published."""
    frame = {"slug": "small", "version": 1, "title": "Small", "summary": "A small one.", "closing": [], "steps": [STEP]}
    credit = {"title": "Small", "author": "Maya", "published_on": date(2026, 3, 1)}
    made: Programme = again(Programme, {**frame, "credit": credit, **changed})
    return made


def begin(coach: Person, programme: Programme | None = None) -> Manuscript:
    manuscript = manuscripts.begin(programme or small(), by=coach)
    db.session.commit()
    return manuscript


def publish(coach: Person, programme: Programme | None = None) -> Edition:
    manuscript = begin(coach, programme)
    edition = manuscript.publish(manuscript.revision, by=coach)
    db.session.commit()
    return edition


# Text that may stand in a programme: any characters but those that cannot be kept.
TEXTS = (
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30).map(str.strip).filter(lambda t: t.split())
)
