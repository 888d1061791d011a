"""What is told for safety: to Maya alone, once, and never shown again."""

import json

import pytest

from practice.db import db
from practice.homework import drafts
from tests.browser import Browser
from tests.cast import sign_in
from tests.homework.conftest import FULL, Evening


@pytest.fixture
def careful(evening: Evening) -> Evening:
    """The question `avoided` is one of safety, as a coach's own step may have it."""
    with evening.app.app_context():
        published = evening.cast.step("causes")
        body = json.loads(published.body)
        prompt = next(p for group in body["groups"] for p in group["prompts"] if p["key"] == "avoided")
        prompt["readers"] = "safety"
        published.body = json.dumps(body)
        db.session.commit()
    return evening


def test_it_is_kept_but_never_shown_again(careful: Evening, ana: Browser) -> None:
    page = ana.get(f"{careful.address()}/contributions")
    assert "Once sent it is never shown here again, not even to you." in page.text
    ana.submit("Save and go on", {"q-avoided": "AFRAID"})
    assert careful.kept()["avoided"] == "AFRAID"
    ana.get(f"{careful.address()}/contributions")
    assert ana.page.value("q-avoided") == ""
    ana.submit("Save and go on", {"q-longest": "more"})
    assert careful.kept()["avoided"] == "AFRAID", "a blank field is no answer here"
    assert "AFRAID" not in ana.get(f"{careful.address()}/check").text
    assert "You have answered this." in ana.page.text


def test_taking_back_the_rest_does_not_unsay_it(careful: Evening, ana: Browser) -> None:
    careful.save(FULL | {"longest": "TAKEN", "avoided": "AFRAID"})
    ana.get(f"{careful.address()}/check")
    ana.submit("Send to Maya")
    page = ana.get(f"{careful.address()}/take-back")
    assert "apart from what is for Maya alone" in page.text
    ana.submit("Take it back")
    assert "AFRAID" not in ana.page.text
    told = careful.enter("maya").get(f"/review/{careful.steps['causes', 'ana']}")
    assert "AFRAID" in told.text
    assert "TAKEN" not in told.text


def test_once_sent_maya_alone_has_it(careful: Evening, ana: Browser) -> None:
    careful.save(FULL | {"avoided": "AFRAID"})
    assert careful.save({"avoided": "AFRAID TOO"}, revision=0, save_key="laptop.1").status_code == 409
    ana.get(f"{careful.address()}/check")
    ana.submit("Send to Maya")
    for page in ("", "/versions"):
        assert "AFRAID" not in ana.get(careful.address() + page).text
    assert "avoided" not in careful.kept()
    with careful.app.app_context():
        part = careful.part()
        part.ask_again(by=part.assignment.couple.coach)
        db.session.commit()
        assert "avoided" not in drafts.content_of(part)[0]["answers"]
    maya = Browser(careful.app.test_client())
    sign_in(maya.client, "maya")
    assert "AFRAID" in maya.get(f"/review/{careful.steps['causes', 'ana']}").text
