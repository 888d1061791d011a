"""Maya's note in its parts: who reads which, nothing typed is lost, and what is finished stays."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from practice import policy
from practice.db import db
from practice.notes.joint import joint_note_of
from practice.notes.models import NoteText
from practice.notes.process import ProcessText
from practice.notes.writing import LONGEST
from tests.appointments.conftest import Diary
from tests.browser import Browser

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def note(diary: Diary) -> str:
    """The note of an appointment with both."""
    return f"/appointments/{diary.plan()}/note"


def joint(diary: Diary, note: str) -> str:
    with diary.app.app_context():
        found = joint_note_of(diary.row(note.split("/")[2]))
        return found.text if found else ""


def test_each_part_says_who_may_ever_read_it(diary: Diary, maya: Browser, note: str) -> None:
    page = maya.get(note)
    assert "Ana and Ben read this once you give them the session summary." in page.text
    assert "Ben too, if Ben asks for what is kept about them. Ana never reads it." in page.text
    assert "You have agreed on limited secrets" in page.text
    assert "You alone. No report takes anything from it" in page.text
    alone = maya.get(f"/appointments/{diary.plan(3, 'first')}/note")
    assert "no summary is ever made" in alone.text
    assert "About Ben" not in alone.text


def test_parts_are_saved_each_for_itself_and_both_texts_are_kept(
    diary: Diary, maya: Browser, others: Callable[[str], Browser], note: str
) -> None:
    elsewhere = others("maya")
    for window in (maya, elsewhere):
        window.get(note)
    elsewhere.submit("Save", {"joint": "They slept badly.", "first": "Tired."})
    page = maya.submit("Save", {"joint": "They rested.", "second": "Quiet."}, 409)
    assert "They slept badly." in page.text
    assert page.value("joint") == "They rested."
    assert joint(diary, note) == "They slept badly."
    page = maya.submit("Save", {"first": "Tired."})
    assert joint(diary, note) == "They rested."
    assert page.value("second") == "Quiet."
    maya.submit("Save")  # nothing changed, so nothing more is kept
    kept = maya.click("What it said before").text
    assert kept.count("as it stands") == 3
    assert "They slept badly." in kept


def test_a_finished_note_stays_and_takes_dated_additions(
    diary: Diary, maya: Browser, others: Callable[[str], Browser], note: str
) -> None:
    elsewhere = others("maya")
    maya.get(note)
    maya.submit("Save", {"joint": "They rested.", "mine": "I hurried them."})
    elsewhere.get(note)
    maya.click("Finish the note")
    assert "Finished" in maya.submit("Finish").text
    page = elsewhere.submit("Save", {"joint": "They did not rest."}, 409)
    assert "copy them" in page.text
    assert page.value("joint") == "They did not rest."
    assert joint(diary, note) == "They rested."
    maya.get(note)
    assert "Please write what you want to add." in maya.submit("Add", {"part": "joint"}, 422).text
    for _ in range(2):  # a double click
        maya.submit("Add", {"part": "joint", "text": "Ben wrote that he slept."})
    assert maya.submit("Add", {"part": "mine", "text": "Slower."}).text.count("Added") == 3  # one is the flash
    with diary.app.app_context():
        found = joint_note_of(diary.row(note.split("/")[2]))
        assert found
        assert found.finished_at
        assert [added.text for added in found.additions] == ["Ben wrote that he slept."]


def test_another_coach_takes_the_couple_over_and_the_process_note_does_not_go_along(
    diary: Diary, maya: Browser, note: str
) -> None:
    maya.get(note)
    maya.submit("Save", {"joint": "They rested.", "first": "Tired.", "mine": "I hurried them."})
    with diary.app.app_context():
        couple, olu = diary.cast.couple("ana"), diary.cast.person("olu")
        couple.coach = olu
        couple.practice = olu.practice
        db.session.flush()
        texts = db.session.scalars(policy.rows(olu, NoteText)).all()
        assert {text.text for text in texts} == {"They rested.", "Tired."}
        assert db.session.scalars(policy.rows(olu, ProcessText)).all() == []
        assert db.session.scalars(policy.rows(diary.cast.person("maya"), ProcessText)).all() == []
        assert len(db.session.scalars(select(ProcessText)).all()) == 1


def test_what_is_about_ana_goes_when_she_is_erased(diary: Diary, maya: Browser, note: str) -> None:
    maya.get(note)
    maya.submit("Save", {"joint": "They rested.", "first": "Tired.", "mine": "I hurried."})
    with diary.app.app_context():
        sealed = {text.part.value: text.sealed_for for text in db.session.scalars(select(NoteText))}
        assert sealed["first"] == diary.cast.person("ana").key("record")
        assert sealed["joint"] == diary.cast.person("maya").key("note")


def test_too_much_is_told_at_the_field(maya: Browser, note: str) -> None:
    maya.get(note)
    assert "at most 20,000 characters" in maya.submit("Save", {"joint": "x" * (LONGEST + 1)}, 422).text
    assert maya.submit("Save", {"joint": "<b>bold</b>\r\nnext"}).value("joint") == "<b>bold</b>\nnext"
