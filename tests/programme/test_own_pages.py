"""Maya writes a programme of her own, from the first page to publishing it."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from practice.db import db
from practice.programme.manuscripts import Manuscript
from practice.programme.models import Edition
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.programme.own import begin, publish, small
from tests.queries import asked


@pytest.fixture
def maya(client: FlaskClient, cast: Cast) -> Browser:
    sign_in(client, "maya")
    return Browser(client)


@pytest.fixture
def address(app: Flask, cast: Cast) -> str:
    """A small programme that Maya is writing."""
    with app.app_context():
        return f"/programmes/{begin(cast.person('maya')).public_id}"


def written(app: Flask) -> Manuscript:
    with app.app_context():
        found = db.session.scalars(select(Manuscript).order_by(Manuscript.id.desc())).first()
        assert found
        assert found.programme
        return found


def test_a_programme_written_from_nothing_to_its_edition(app: Flask, maya: Browser) -> None:
    maya.get("/programmes")
    maya.click("Begin a programme")
    page = maya.submit("Begin", {"title": "A quiet start", "source": "empty"})
    assert page.h1 == "A quiet start"
    assert "2 things to see to before it can be published" in page.text
    page = maya.click("“Summary” is empty.")
    maya.submit("Save", {"summary": "Two steps, slowly."})
    maya.get(page.path.partition("/parts")[0])
    maya.click("Add a step")
    page = maya.submit("Add", {"title": "Sit together"})
    assert "“Groups of questions” is empty: a step has at least one group of prompts." in page.text
    fields = {"together": "no", "readers": "coach", "mechanics": ["answer"], "minutes": "10"}
    maya.submit("Save", fields | {"why": "Because it helps.", "what": "Sit.\nStill.\n\nBreathe.", "done_when": "You sat."})
    maya.click("Add a group of questions")
    maya.submit("Add", {"title": "Before"})
    maya.submit("Save", {"why": "To begin."})
    maya.click("Add a question")
    maya.submit("Add", {"title": "How calm are you?", "kind": "scale"})
    page = maya.submit("Save", {"help": "Say 3.", "low": "Not at all", "high": "Very"})
    assert "To see to" not in page.text, page.text[:900]
    maya.click("A quiet start")
    page = maya.submit("Publish")
    assert page.h1 == "A quiet start, version 1"
    assert maya.click("Sit together").text.count("Sit. Still.") == 1


def test_a_copy_of_the_shipped_one_can_be_published_at_once(app: Flask, maya: Browser) -> None:
    maya.get("/programmes/begin")
    with app.app_context():
        shipped = db.session.scalars(select(Edition)).one().public_id
    page = maya.submit("Begin", {"title": "Our way", "source": shipped})
    assert "Nothing is lacking." in page.text
    assert maya.submit("Publish").h1 == "Our way, version 1"
    assert len(maya.page.tree.xpath("//ol[@class='steps']/li")) == 16


def test_without_a_title_nothing_begins(maya: Browser) -> None:
    maya.get("/programmes/begin")
    page = maya.submit("Begin", {"title": " ", "source": "empty"}, status=422)
    assert "Please give it a title." in page.text
    assert page.title.startswith("Error:")


def test_an_unfinished_step_is_kept_and_says_what_is_lacking(app: Flask, maya: Browser, address: str) -> None:
    maya.get(f"{address}/parts/steps/rest")
    page = maya.submit("Save", {"why": "", "minutes": "0"})
    assert "Saved." in page.text
    assert [link for link in page.links if link.startswith("“")] == [
        "“Why it matters” is empty.",
        "“Minutes” should be 1 or more.",
    ]
    page = maya.get(address)
    assert "2 things to see to before it can be published" in page.text
    assert f"{address}/parts/steps/rest#see-why" in page.links.values()
    assert "Publish" not in [button.text_content() for button in page.tree.xpath("//button")]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title": "x" * 201}, "Please use at most 200 characters."),
        ({"why": "x" * 20_001}, "Please use at most 20,000 characters."),
        ({"title": "a\x07b"}, "This holds a character that cannot be kept."),
        ({"minutes": "9" * 6000}, "Not a valid integer value."),
        ({"minutes": "-1"}, "Please type a whole number from 0 to 10,000."),
        ({"readers": "everybody"}, "Not a valid choice."),
        ({"mechanics": ["dance"]}, "'dance' is not a valid choice"),
    ],
)
def test_what_cannot_be_kept_is_told_and_nothing_typed_is_lost(maya: Browser, address: str, fields, sentence) -> None:
    maya.get(f"{address}/parts/steps/rest")
    page = maya.submit("Save", {"what": "Only here.", **fields}, status=422)
    assert sentence in page.text
    assert page.value("what") == "Only here."
    assert "Only here." not in maya.get(f"{address}/parts/steps/rest").text


def test_steps_are_ordered_by_buttons_and_a_double_click_counts_once(app: Flask, maya: Browser, cast: Cast, address: str) -> None:
    for title in ("Second", "Third"):
        maya.get(f"{address}/add/steps")
        maya.submit("Add", {"title": title})
    page = maya.get(address)
    form = page.form("Up Third")
    sent = {field.get("name"): field.get("value") for field in form.xpath(".//input")}
    for _ in range(2):
        maya.post(f"{address}/up/steps/third", sent)
    assert [step.slug for step in written(app).programme.steps] == ["rest", "third", "second"]
    maya.get(address)
    maya.submit("Down Rest")
    assert [step.slug for step in written(app).programme.steps] == ["third", "rest", "second"]
    page = maya.get(address)
    assert "Up Third" not in page.text
    assert "Down Second" not in page.text


def test_what_is_removed_can_be_brought_back_until_something_else_is_done(app: Flask, maya: Browser, address: str) -> None:
    maya.get(address)
    page = maya.submit("Remove Rest")
    assert "“Rest” is removed." in page.text
    assert not written(app).programme.steps
    undo = page.form("Undo").get("action")
    page = maya.submit("Undo")
    assert written(app).programme == small()
    maya.post(undo, status=409)
    assert written(app).programme == small()


def test_a_group_may_be_called_like_a_way_of_working(app: Flask, maya: Browser, address: str) -> None:
    maya.get(f"{address}/add/steps/rest/groups")
    assert maya.submit("Add", {"title": "Ready"}).h1 == "Edit this group of questions"
    assert maya.get(f"{address}/parts/steps/rest/ready").h1 == "Being ready"
    maya.submit("Save", {"ask": "Are you ready?", "waiting": "Opens when you are both ready."})
    maya.get(f"{address}/parts/steps/rest")
    assert "“Ready” is removed." in maya.submit("Remove Ready").text
    maya.get(f"{address}/parts/steps/rest/ready")
    assert "“Being ready” is removed." in maya.submit("Remove Being ready").text
    rest = written(app).programme.step("rest")
    assert ([group.key for group in rest.groups], rest.ready) == (["first"], None)


def test_a_double_click_on_add_adds_one(app: Flask, maya: Browser, address: str) -> None:
    maya.get(f"{address}/add/steps/rest/groups")
    sent = {"title": "Later", "save_key": maya.page.value("save_key"), "csrf_token": maya.page.value("csrf_token")}
    for _ in range(2):
        maya.post(f"{address}/add/steps/rest/groups", sent)
    assert [group.key for group in written(app).programme.steps[0].groups] == ["first", "later"]


def test_one_step_is_copied_from_another_programme(app: Flask, maya: Browser, address: str) -> None:
    page = maya.get(f"{address}/copy")
    [choice] = page.tree.xpath("//option[contains(., 'Both feet in')]/@value")
    page = maya.submit("Copy", {"step": choice})
    assert "“Both feet in” stands at the end of it now." in page.text
    maya.get(f"{address}/copy")
    maya.submit("Copy", {"step": choice})
    assert [step.slug for step in written(app).programme.steps] == ["rest", "commit", "commit-2"]
    maya.get(f"{address}/copy")
    assert maya.submit("Copy", {"step": "somebody-elses"}, status=422)


def test_the_editor_asks_as_little_of_the_database_for_many_steps_as_for_few(app: Flask, maya: Browser, address: str) -> None:
    with app.app_context():
        manuscript = db.session.scalars(select(Manuscript)).one()
        many = db.session.scalars(select(Edition)).one().programme
        counts = []
        for programme in (manuscript.programme, many):
            manuscript.change(programme)
            db.session.commit()
            counts.append(manuscript)
    for path, most in ((address, 8), (f"{address}/parts/steps/commit", 8), ("/programmes", 8), (f"{address}/copy", 10)):
        with asked() as statements:
            maya.get(path)
        assert len(statements) <= most, (path, statements)


def test_throwing_away_says_what_stays_and_leaves_editions(app: Flask, maya: Browser, cast: Cast) -> None:
    with app.app_context():
        edition = publish(cast.person("maya")).public_id
    address = f"/programmes/{written(app).public_id}"
    page = maya.get(f"{address}/discard")
    assert "Versions you have published stay" in page.text
    maya.submit("Throw it away")
    maya.get(address, status=404)
    maya.get(f"/programmes/editions/{edition}")


@pytest.mark.parametrize(
    "place",
    ["steps/nowhere", "steps", "closing", "steps/rest/groups/none", "steps/rest/ready/x", "nonsense", "a//b", "done", "x/y/done"],
)
def test_a_place_that_is_not_there_is_no_page(maya: Browser, address: str, place: str) -> None:
    maya.get(address)
    for verb in ("parts", "add"):
        if (verb, place) in (("add", "steps"), ("add", "closing")):
            continue
        maya.get(f"{address}/{verb}/{place}", status=404)
        maya.post(f"{address}/{verb}/{place}", status=404)


def test_looking_changes_nothing(app: Flask, maya: Browser, address: str) -> None:
    before = written(app)
    for path in (
        "",
        "/parts/about",
        "/parts/steps/rest",
        "/parts/steps/rest/done",
        "/parts/steps/rest/pace",
        "/add/steps",
        "/copy",
        "/discard",
        "/file",
    ):
        maya.get(f"{address}{path}")
    assert (written(app).revision, written(app).body) == (before.revision, before.body)
