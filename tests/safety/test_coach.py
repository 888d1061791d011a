"""Maya's side: what waits for her, dealing with it, holding, asking, and nothing of it where both may look."""

from datetime import timedelta

import pytest

from practice import clock
from practice.db import db
from tests.crowd import crowd
from tests.queries import asked
from tests.safety.asking import Alone
from tests.writing import assign, write


@pytest.mark.parametrize(("pattern", "waits"), [("nnny", True), ("nnnn", False), ("rrrr", False), ("----", False)])
def test_a_yes_stands_on_top_of_the_desk_in_words_that_tell_nothing(alone: Alone, pattern: str, waits: bool) -> None:
    alone.ask()
    alone.answer("ana", pattern)
    page = alone["maya"].get("/desk")
    assert ("Ana Ben: please look at this first" in page.text) is waits
    if waits:
        first = page.tree.xpath("//*[@id='needs']//li")[0].text_content()
        assert "please look at this first" in first
        assert not any(word in first.lower() for word in ("safe", "danger", "yes", "hurt"))


def test_another_coach_and_an_owner_find_nothing(alone: Alone) -> None:
    alone.ask()
    alone.answer("ana", "yyyy")
    assert "please look at this first" not in alone["noor"].get("/desk").text
    alone["noor"].get(alone.page, 404)
    with alone.app.app_context():
        kim = f"/couples/{alone.cast.kim_and_lee}/alone"
    alone["olu"].get(kim, 403)
    alone["ana"].get(alone.page, 404)


def test_dealt_with_it_leaves_the_desk_and_the_note_stays_for_maya(alone: Alone) -> None:
    alone.ask()
    alone.answer("ana", "nnny")
    alone["maya"].get(alone.page)
    page = alone["maya"].submit("Dealt with", {"note": "Spoke at noon. Going to her sister’s."})
    assert "Going to her sister’s." in page.text
    assert "please look at this first" not in alone["maya"].get("/desk").text


def test_too_long_a_note_is_told_and_stays(alone: Alone) -> None:
    alone.ask()
    alone.answer("ana", "nnny")
    alone["maya"].get(alone.page)
    page = alone["maya"].submit("Dealt with", {"note": "x" * 5001}, 422)
    assert "at most 5,000 characters" in page.text
    assert len(page.value("note")) == 5001
    page = alone["maya"].post(f"{alone.page}/deal", {"about": "nobody’s", "note": ""}, 422)


def test_a_no_is_no_evidence_and_what_to_do_is_said(alone: Alone) -> None:
    text = alone["maya"].get(alone.page).text
    assert "A “no” is no evidence of safety." in text
    assert "Do not bring it up when both are there" in text
    assert "Please check before use" in text


def test_what_goes_with_the_couple_is_found_by_the_next_coach(alone: Alone) -> None:
    alone.ask(of="kim")
    alone.answer("kim", "ynnn")
    assert "please look at this first" in alone["noor"].get("/desk").text
    with alone.app.app_context():
        couple, olu = alone.cast.couple("kim"), alone.cast.person("olu")
        couple.hand_over(olu, by=olu)
        db.session.commit()
    assert "please look at this first" in alone["olu"].get("/desk").text
    assert "please look at this first" not in alone["noor"].get("/desk").text
    alone["noor"].get(f"/couples/{alone.cast.kim_and_lee}/alone", 404)


def test_maya_lets_joint_steps_wait_and_go_on(alone: Alone) -> None:
    alone["maya"].get(alone.page)
    page = alone["maya"].submit("Let it wait")
    assert "Waits since" in page.text
    alone["maya"].get(f"/couples/{alone.cast.ana_and_ben}/assign")
    assert "wait at present" in alone["maya"].submit("together", {"together": "causes"}).text
    alone["maya"].get(alone.page)
    assert "It goes on as planned." in alone["maya"].submit("Let it go on").text


def test_nothing_of_it_is_on_pages_that_both_may_look_at(alone: Alone) -> None:
    with alone.app.app_context():
        given = assign(alone.cast.couple("ana"), "causes")
        for name in ("ana", "ben"):
            write(alone.cast.person(name), given)
        public_id = given.public_id
    paths = [f"/review/together/{public_id}", f"/review/session/{public_id}", f"/couples/{alone.cast.ana_and_ben}"]
    paths = [path for path in paths if alone["maya"].client.get(path).status_code == 200]
    before = [alone["maya"].get(path).text for path in paths]
    alone.ask()
    alone.answer("ana", "yyyy")
    assert len(paths) >= 2
    assert [alone["maya"].get(path).text for path in paths] == before


def test_the_desk_asks_as_often_for_many_as_for_one(alone: Alone) -> None:
    alone.ask()
    alone.answer("ana", "yyyy")
    alone["maya"].get("/desk")
    with asked() as few:
        alone["maya"].get("/desk")
    with clock.at(clock.now() + timedelta(minutes=2)):
        alone.ask()
    for name in ("ana", "ben"):
        alone.answer(name, "nyyn")
    with alone.app.app_context():
        crowd(alone.cast.person("maya"), 5)
    with asked() as many:
        alone["maya"].get("/desk")
    assert len(few) == len(many)


def test_whoever_was_erased_took_their_words_along(alone: Alone) -> None:
    alone.ask()
    alone.answer("ana", "yyyy")
    with alone.app.app_context():
        alone.cast.person("ana").erase()
        db.session.commit()
    assert "please look at this first" not in alone["maya"].get("/desk").text
    assert "Neither has answered yet." in alone["maya"].get(alone.page).text
