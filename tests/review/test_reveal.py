"""Maya lets Ana and Ben read what each has shared: both must have written, and only what was shared opens."""

import pytest
from flask import Flask
from sqlalchemy import select

from practice import policy
from practice.db import db
from practice.errors import Refused
from practice.homework.reflections import Answer
from practice.programme.library import Readers
from practice.trail.models import Event
from tests.browser import Browser
from tests.cast import Cast
from tests.review.conftest import AVOIDED, FIRST, LONGEST, Given


def test_it_stays_sealed_until_both_have_written(app: Flask, cast: Cast, maya: Browser, given: Given) -> None:
    given.send("ana", "Going quiet.")
    page = maya.get(f"/review/together/{given.id}")
    token = page.value("csrf_token")
    assert "Ben has not sent this yet. It stays sealed until both have written." in page.text
    assert "Reveal" not in page.links
    maya.get(f"/review/together/{given.id}/reveal", status=303)
    maya.post(f"/review/together/{given.id}/reveal", {"csrf_token": token, "seen": page.value("seen")}, status=409)
    with app.app_context():
        assert _read_by(cast, "ben") == set()
        with pytest.raises(Refused, match="until both have written"):
            given.part("ana").assignment.reveal(by=cast.person("maya"))


def test_the_page_names_who_will_read_how_much(maya: Browser, given: Given) -> None:
    given.send("ana", "Going quiet.", Readers.ONLY_ME)
    given.send("ben", "Slamming the door.")
    maya.get(f"/review/together/{given.id}")
    page = maya.click("Reveal")
    told = [line.text_content() for line in page.tree.xpath("//main//li")]
    assert told == [
        "Ben will be able to read 2 answers.",
        "1 answer stays with you.",
        "1 answer stays with Ana alone.",
        "Ana will be able to read 3 answers.",
        "1 answer stays with you.",
    ]
    assert "cannot be undone" in page.text


def test_only_what_was_shared_opens(app: Flask, cast: Cast, maya: Browser, given: Given) -> None:
    given.send("ana", "SharedByAna", **{AVOIDED: "ForMayaAlone", FIRST: "AlsoShared"})
    given.send("ben", "KeptByBen", Readers.SAFETY, **{FIRST: "SharedByBen"})
    maya.get(f"/review/together/{given.id}/reveal")
    page = maya.submit("Reveal now")
    assert "Revealed. Each of them can now read what the other has shared." in page.text
    assert page.path == f"/review/together/{given.id}"
    with app.app_context():
        assert {"SharedByAna", "AlsoShared"} <= _read_by(cast, "ben")
        assert "ForMayaAlone" not in _read_by(cast, "ben")
        assert "SharedByBen" in _read_by(cast, "ana")
        assert "KeptByBen" not in _read_by(cast, "ana") | _read_by(cast, "ben")
    turned = maya.click("show only what both may read")
    assert "SharedByAna" in turned.text
    assert "ForMayaAlone" not in turned.text
    assert "KeptByBen" not in turned.text


def test_what_is_sealed_is_not_on_a_screen_that_both_look_at(maya: Browser, given: Given) -> None:
    given.send("ana", "SharedByAna")
    given.send("ben", "SharedByBen")
    assert "SharedBy" not in maya.get(f"/review/together/{given.id}?show=shared").text


def test_who_stands_first_alternates(maya: Browser, given: Given) -> None:
    given.send("ana", "Going quiet.")
    given.send("ben", "Slamming the door.")
    rows = maya.get(f"/review/together/{given.id}").tree.xpath("//div[@class='side-by-side']")
    firsts = [row.xpath("string((.//p[starts-with(@class, 'about')])[1])").strip() for row in rows]
    assert firsts[:4] == ["Ana", "Ben", "Ana", "Ben"]


def test_two_reveals_at_once_do_no_harm(app: Flask, maya: Browser, given: Given) -> None:
    given.send("ana", "Going quiet.")
    given.send("ben", "Slamming the door.")
    maya.get(f"/review/together/{given.id}/reveal")
    pressed = dict(maya.page.form("seen").form_values())
    for _ in range(2):
        maya.post(f"/review/together/{given.id}/reveal", pressed)
    assert "This is revealed already." in maya.follow().text
    with app.app_context():
        assert len(db.session.scalars(select(Event).where(Event.verb == "reflection.revealed")).all()) == 2


def test_a_new_attempt_stays_sealed_until_it_is_revealed_too(app: Flask, cast: Cast, maya: Browser, given: Given) -> None:
    given.send("ana", "FirstOfAna")
    given.send("ben", "OfBen")
    maya.get(f"/review/together/{given.id}/reveal")
    old = dict(maya.page.form("seen").form_values())
    maya.submit("Reveal now")
    maya.get(f"/review/{given.ana}")
    maya.submit("Ask again")
    given.send("ana", "SecondOfAna")
    with app.app_context():
        assert {"FirstOfAna"} == _read_by(cast, "ben") & {"FirstOfAna", "SecondOfAna"}
    page = maya.post(f"/review/together/{given.id}/reveal", old, status=422)
    assert "Something new has been sent since you opened this page." in page.text
    maya.submit("Reveal now")
    with app.app_context():
        assert {"FirstOfAna", "SecondOfAna"} <= _read_by(cast, "ben")


def _read_by(cast: Cast, name: str) -> set[str]:
    """The words to which the policy opens for somebody, their own left out."""
    person = cast.person(name)
    found = db.session.scalars(policy.rows(person, Answer).where(Answer.prompt_key.in_([LONGEST, AVOIDED, FIRST])))
    return {answer.value for answer in found if answer.reflection.homework.person_id != person.id}
