"""What Maya types into a note is kept before she saves it, for her alone, and counts as written nowhere."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from practice.db import db
from practice.notes.drafts import NoteDraft
from practice.notes.joint import joint_note_of
from practice.notes.process import ProcessDraft
from practice.people import sign_ins
from tests import queries
from tests.appointments.conftest import Diary
from tests.browser import Browser
from tests.cast import Cast
from tests.privacy.test_silence import NEVER_TWICE

pytestmark = pytest.mark.usefixtures("monday")
Window = Callable[..., TestResponse]


@pytest.fixture
def note(diary: Diary) -> str:
    """The note of an appointment with both."""
    return f"/appointments/{diary.plan()}/note"


@pytest.fixture
def window(note: str) -> Callable[[Browser], Window]:
    """Opens the note in a window; what comes back sends what is typed there, as the page's script does."""

    def opened(coach: Browser) -> Window:
        page, turns = coach.get(note), iter(range(1, 99))
        key = page.value("save_key").split(".")[0]
        began = {"revision": int(page.value("revision")), "answering_as": page.value("answering_as")}
        seen = {name: page.value(f"seen_{name}") for name in ("joint", "first", "second", "mine")}

        def types(later: dict[str, Any] | None = None, /, **words: Any) -> TestResponse:
            body = began | {"save_key": f"{key}.{next(turns)}", "answers": words, "seen": seen} | (later or {})
            return coach.client.post(f"{note}/draft", json=body, headers={"X-CSRFToken": page.value("csrf_token")})

        return types

    return opened


def told(answer: TestResponse) -> dict[str, Any]:
    assert answer.json
    return answer.json


def test_what_was_typed_is_there_when_the_tab_is_opened_again(
    diary: Diary, maya: Browser, note: str, window: Callable[[Browser], Window]
) -> None:
    answer = window(maya)(joint="They rested.\r\nBoth of them", mine="I hurr")
    assert told(answer)["note"] == "It counts as written once you press Save."
    page = maya.get(note)
    assert "Draft saved" in page.text
    assert page.value("joint") == "They rested.\nBoth of them"
    assert "Nothing is written yet." in maya.get(note.removesuffix("/note")).text
    with diary.app.app_context():
        assert joint_note_of(diary.row(note.split("/")[2])) is None
    maya.get(note)
    assert "Draft saved" not in maya.submit("Save").text
    with diary.app.app_context():
        found = joint_note_of(diary.row(note.split("/")[2]))
        assert found
        assert found.text == "They rested.\nBoth of them"
        assert not db.session.scalars(select(NoteDraft)).all()
        assert not db.session.scalars(select(ProcessDraft)).all()


def test_drafts_are_sealed_with_the_key_of_their_part(diary: Diary, maya: Browser, window: Callable[[Browser], Window]) -> None:
    window(maya)(joint="a", first="b", second="c", mine="d")
    with diary.app.app_context():
        keys = {draft.part.value: draft.sealed_for for draft in db.session.scalars(select(NoteDraft))}
        coach, ana, ben = (diary.cast.person(name) for name in ("maya", "ana", "ben"))
        assert keys == {"joint": coach.key("note"), "first": ana.key("record"), "second": ben.key("record")}
        assert db.session.scalars(select(ProcessDraft)).one().sealed_for == coach.key("process")


def test_of_two_windows_neither_overwrites_the_other(
    maya: Browser, others: Callable[[str], Browser], note: str, window: Callable[[Browser], Window]
) -> None:
    one, other = window(maya), window(others("maya"))
    assert one(joint="They rested.").status_code == 200
    answer = other(joint="They slept.", second="Quiet.")
    assert (answer.status_code, told(answer)["theirs"]) == (409, {"joint": "They rested."})
    page = maya.get(note)
    assert page.value("joint") == "They rested."
    assert page.value("second") == "Quiet."
    assert "They slept." in page.text
    assert other({"revision": told(answer)["revision"]}, joint="They slept.").status_code == 200  # keep what is on this page
    assert told(one(joint="They rested well."))["theirs"] == {"joint": "They slept."}
    maya.get(note)
    maya.submit("Save")
    page = maya.get(note)
    assert page.value("joint") == "They slept."
    assert "They rested" not in page.text


def test_what_was_saved_in_another_window_stands_beside_what_is_typed(
    maya: Browser, others: Callable[[str], Browser], note: str, window: Callable[[Browser], Window]
) -> None:
    types = window(maya)
    elsewhere = others("maya")
    elsewhere.get(note)
    elsewhere.submit("Save", {"joint": "They rested."})
    answer = types(joint="They slept.")
    assert told(answer)["theirs"] == {"joint": "They rested."}
    page = maya.get(note)
    assert page.value("joint") == "They rested."
    assert "They slept." in page.text
    again = {"revision": told(answer)["revision"], "seen": told(answer)["seen"]}
    assert types(again, joint="They slept.").status_code == 200
    assert maya.get(note).value("joint") == "They slept."


def test_what_is_typed_into_a_finished_note_is_kept_apart_until_it_is_let_go(
    diary: Diary, maya: Browser, others: Callable[[str], Browser], note: str, window: Callable[[Browser], Window]
) -> None:
    elsewhere = others("maya")
    elsewhere.get(note)
    elsewhere.submit("Save", {"joint": "They rested."})
    types = window(maya)
    elsewhere.click("Finish the note")
    elsewhere.submit("Finish")
    answer = types(joint="They rested, and I was glad.")
    assert answer.status_code == 200
    assert "finished meanwhile" in told(answer)["note"]
    page = maya.get(note)
    assert "Typed, and not part of the note" in page.text
    assert "I was glad" in page.text
    with diary.app.app_context():
        found = joint_note_of(diary.row(note.split("/")[2]))
        assert found
        assert found.text == "They rested."
    maya.click("Let go of it")
    types(joint="They rested, and both were glad.")  # typed on meanwhile: not seen, so not let go of
    maya.submit("Let go")
    assert "both were glad" in maya.page.text
    maya.click("Let go of it")
    assert "glad" not in maya.submit("Let go").text


def test_no_page_of_anas_or_bens_is_another_for_it(
    maya: Browser, others: Callable[[str], Browser], window: Callable[[Browser], Window]
) -> None:
    types, both = window(maya), [others(name) for name in ("ana", "ben")]

    def pages() -> list[str]:
        told = [each.client.get(address).text for each in both for address in ("/home", "/appointments", "/journal")]
        return [NEVER_TWICE.sub("", page) for page in told]

    pages()  # a first look may be noted
    before = pages()
    assert types(joint="They rested.", first="Tired.", second="Quiet.", mine="I hurried them.").status_code == 200
    assert pages() == before


def test_too_much_is_told_and_the_rest_is_kept(maya: Browser, note: str, window: Callable[[Browser], Window]) -> None:
    answer = window(maya)(joint="x" * 20_001, mine="y" * 20_000)
    assert (answer.status_code, told(answer)["wrong"]) == (422, {"joint": "Please use at most 20,000 characters."})
    page = maya.get(note)
    assert (page.value("joint"), len(page.value("mine"))) == ("", 20_000)


def test_a_save_that_comes_late_does_not_overtake_and_what_is_taken_back_leaves_nothing(
    maya: Browser, note: str, window: Callable[[Browser], Window]
) -> None:
    types = window(maya)
    key = {"save_key": "page.3"}
    types(key, joint="later")
    types({"save_key": "page.2"}, joint="sooner")
    assert maya.get(note).value("joint") == "later"
    types({"save_key": "page.4"}, joint="  ")
    assert "Draft saved" not in maya.get(note).text


def test_odd_signs_are_kept_and_can_be_shown(maya: Browser, note: str, window: Callable[[Browser], Window]) -> None:
    assert window(maya)({"save_key": "p\0\ud83d.1"}, joint="half \ud83d of a pair, \0, مرحبا 🙂").status_code == 200
    assert maya.get(note).value("joint").endswith("مرحبا 🙂")


@pytest.mark.parametrize("broken", [{"answers": {"joint": 7}}, {"seen": []}, {"revision": "1"}])
def test_what_our_pages_never_send_is_refused(window: Callable[[Browser], Window], maya: Browser, broken: dict[str, Any]) -> None:
    assert window(maya)(broken).status_code == 400


def test_nothing_is_kept_for_somebody_else_or_whoever_is_signed_out(
    diary: Diary, maya: Browser, note: str, window: Callable[[Browser], Window]
) -> None:
    types = window(maya)
    assert types({"answering_as": diary.cast.ana}, joint="x").status_code == 409
    with diary.app.app_context():
        sign_ins.end_all(Cast.person("maya"))
        db.session.commit()
    assert types(joint="x").status_code == 401
    with diary.app.app_context():
        assert not db.session.scalars(select(NoteDraft)).all()


def test_typing_and_opening_ask_little_of_the_database(maya: Browser, note: str, window: Callable[[Browser], Window]) -> None:
    types = window(maya)
    types(joint="a", first="b", second="c", mine="d")
    with queries.asked() as typing:
        types(joint="aa", first="bb", second="cc", mine="dd")
    assert len(typing) <= 20, "\n".join(typing)
    with queries.asked() as opening:
        maya.get(note)
    assert len(opening) <= 20, "\n".join(opening)
