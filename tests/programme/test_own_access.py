"""Who sees what a coach writes and publishes, and what a couple reads of it."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from practice.db import db
from practice.errors import Refused
from practice.homework.assigning import assign as give
from practice.programme.library import SHIPPED, load
from practice.programme.models import Edition, edition_of, enrol, newest
from practice.programme.models import publish as publish_shipped
from practice.programme.moving import move
from practice.trail.models import Event
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.programme.own import STEP, begin, publish, small
from tests.programme.test_rules import WHOLE
from tests.writing import assign, draft

Clients = Callable[[], FlaskClient]


def browser(clients: Clients, name: str) -> Browser:
    client = clients()
    sign_in(client, name)
    return Browser(client)


def test_a_colleague_sees_what_is_published_and_nothing_before(app: Flask, clients: Clients, cast: Cast) -> None:
    with app.app_context():
        noor = cast.person("noor")
        writing, edition = begin(noor, small(title="Not for anybody yet")), publish(noor, small(title="For the house"))
    olu, maya = browser(clients, "olu"), browser(clients, "maya")
    page = olu.get("/programmes")
    assert "For the house, version 1" in page.links
    assert "Not for anybody yet" not in page.text
    assert olu.get(f"/programmes/editions/{edition.public_id}").h1 == "For the house, version 1"
    for path in ("", "/parts/steps/rest", "/preview/rest", "/file"):
        olu.get(f"/programmes/{writing.public_id}{path}", status=404)
    assert "For the house" not in maya.get("/programmes").text
    assert "For the house" not in maya.get("/programmes/begin").text
    maya.get(f"/programmes/editions/{edition.public_id}", status=404)
    maya.get(f"/couples/{cast.ana_and_ben}/programme?edition={edition.public_id}")
    assert "For the house" not in maya.page.text
    assert maya.post(f"/couples/{cast.ana_and_ben}/programme", {"edition": edition.public_id}, status=422)


def test_partners_find_none_of_it(app: Flask, clients: Clients, cast: Cast) -> None:
    with app.app_context():
        edition = publish(cast.person("maya"))
    ana = browser(clients, "ana")
    for path in ("/programmes", "/programmes/begin", "/programmes/import", f"/programmes/editions/{edition.public_id}"):
        ana.get(path, status=404)


def test_the_newest_for_new_couples_is_what_came_with_the_product(app: Flask, cast: Cast) -> None:
    with app.app_context():
        shipped = newest().id
        publish(cast.person("maya"))
        assert newest().id == shipped
        assert edition_of(cast.couple("ana")).id == shipped


def test_a_new_version_of_the_product_leaves_couples_where_they_are(inside: Flask, cast: Cast, tmp_path) -> None:
    before = enrol(cast.couple("ana"))
    db.session.commit()
    (tmp_path / "next.toml").write_text(WHOLE.replace("version = 1", "version = 2"))
    after = publish_shipped(load(tmp_path / "next.toml"))
    db.session.commit()
    assert newest().id == after.id
    assert after.is_shipped
    assert edition_of(cast.couple("ana")).id == before.id
    assert edition_of(cast.couple("kim")).id == after.id
    assert publish_shipped(load(SHIPPED)).id == before.id


def test_maya_sees_what_changes_before_she_moves_them(app: Flask, clients: Clients, cast: Cast) -> None:
    with app.app_context():
        ana, couple = cast.person("ana"), cast.couple("ana")
        part = draft(ana, assign(couple, "fears", ana), {"greatest": "That it ends"}).public_id
        kept = newest().programme.step("fears")
        edition = publish(cast.person("maya"), small(steps=[STEP, {**STEP, "slug": "fears", "title": "Fears, otherwise"}]))
    maya, reading = browser(clients, "maya"), browser(clients, "ana")
    before = reading.get(f"/steps/{part}").text
    page = maya.get(f"/couples/{cast.ana_and_ben}/programme")
    assert "Now: Getting back together, version" in page.text
    assert f"/couples/{cast.ana_and_ben}/programme?edition={edition.public_id}" in page.links.values()
    page = maya.get(f"/couples/{cast.ana_and_ben}/programme?edition={edition.public_id}")
    assert "New Rest" in page.text
    assert "Changed Fears, otherwise Its words change." in page.text
    assert "New question: How calm?" in page.text
    assert "Gone Both feet in" in page.text
    assert "each keeps the words it was assigned with" in page.text
    maya.submit("Move them to Small, version 1")
    assert reading.get(f"/steps/{part}").text == before
    assert kept.title in before
    page = reading.get("/programme")
    assert page.h1 == "Small"
    assert page.links["Rest"] == "/programme/rest"
    assert "Both feet in" not in page.text
    assert "“Small” by Maya" in page.text
    reading.get("/programme/rest")
    reading.get("/programme/commit", status=404)


def test_moving_is_remembered_and_tells_the_partners_nothing_of_each_other(app: Flask, clients: Clients, cast: Cast) -> None:
    with app.app_context():
        edition = publish(cast.person("maya"))
        assign(cast.couple("ana"), "fears", cast.person("ana"))
    maya, ben = browser(clients, "maya"), browser(clients, "ben")
    maya.get(f"/couples/{cast.ana_and_ben}/programme?edition={edition.public_id}")
    maya.submit("Move them to Small, version 1")
    with app.app_context():
        title = cast.step("fears").title
    for path in ("/home", "/programme"):
        assert title not in ben.get(path).text
    with app.app_context():
        [event] = db.session.scalars(select(Event).where(Event.verb == "couple.moved"))
        assert (event.actor, event.subject, event.couple) == (cast.maya, edition.public_id, cast.ana_and_ben)


def test_a_couple_that_was_moved_is_given_steps_of_the_new_programme(app: Flask, clients: Clients, cast: Cast) -> None:
    with app.app_context():
        edition = publish(cast.person("maya"))
    maya = browser(clients, "maya")
    maya.get(f"/couples/{cast.ana_and_ben}/programme?edition={edition.public_id}")
    maya.submit("Move them to Small, version 1")
    page = maya.get(f"/couples/{cast.ana_and_ben}/assign")
    assert "1. Rest" in page.text
    assert "Both feet in" not in page.text


def test_a_step_that_is_open_is_not_given_again_in_another_version(inside: Flask, cast: Cast) -> None:
    couple, ana = cast.couple("ana"), cast.person("ana")
    assign(couple, "fears", ana)
    edition = publish(couple.coach, small(steps=[{**STEP, "slug": "fears"}]))
    assert move(couple, edition, by=couple.coach)
    assert not move(couple, edition, by=couple.coach)
    db.session.commit()
    with pytest.raises(Refused, match="open already"):
        give(couple, edition.steps[0], [ana], due_on=None, note="", by=couple.coach)


def test_a_preview_shows_a_clients_page_and_saves_nothing(app: Flask, clients: Clients, cast: Cast) -> None:
    with app.app_context():
        manuscript = begin(cast.person("maya"))
    maya = browser(clients, "maya")
    page = maya.get(f"/programmes/{manuscript.public_id}/preview/rest")
    assert "This is how your client will see it. Nothing can be saved here." in page.text
    assert page.title == "Preview"
    page = maya.click("Begin")
    assert "How calm?" in page.text
    assert "Maya reads this." in page.text
    assert len(page.tree.xpath("//main//input[@type='radio'][@name='q-calm']")) == 12, "from 0 to 10, and none"
    assert not page.tree.xpath("//main//form")
    maya.get(f"/programmes/{manuscript.public_id}/preview/rest/none", status=404)
    maya.get(f"/programmes/{manuscript.public_id}/preview/none", status=404)


def test_an_edition_can_be_read_whole_and_has_no_buttons_to_change_it(app: Flask, clients: Clients, cast: Cast) -> None:
    with app.app_context():
        shipped = db.session.scalars(select(Edition)).one()
        slugs = [step.slug for step in shipped.steps]
    maya = browser(clients, "maya")
    page = maya.get(f"/programmes/editions/{shipped.public_id}")
    assert not page.tree.xpath("//main//form")
    for slug in slugs:
        maya.get(f"/programmes/editions/{shipped.public_id}/steps/{slug}")
    maya.get(f"/programmes/editions/{shipped.public_id}/steps/none", status=404)
