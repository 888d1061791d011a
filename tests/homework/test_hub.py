"""The step's page: all there is to do, in its order, and what opens later."""

from datetime import timedelta

import pytest

from practice import clock
from practice.db import db, public_id
from practice.homework.models import Homework, State
from practice.turns.course import Kind
from practice.turns.models import Move, Opening
from tests.browser import Browser, Page
from tests.homework.conftest import Evening, bare

AFTER = {"q-forgive": "All of it", "q-new_start": "Tea on Sunday"}


@pytest.fixture
def pain(evening: Evening) -> str:
    evening.give("pain")
    return evening.address("pain")


def to_do(page: Page) -> list[str]:
    return [
        " ".join(each.text_content().split())
        for each in page.tree.xpath("//ol[contains(@class, 'todo')]//p[@class='step-title']")
    ]


def opened(part: Homework) -> None:
    coach = part.assignment.couple.coach
    opening = Opening(assignment_id=part.assignment_id, number=1, by_id=coach.id, opened_at=clock.now())
    opening.write("", owner=coach.key("feedback"), within=coach.practice.key)
    db.session.add(opening)


def heard(part: Homework) -> None:
    for number, person in enumerate(part.assignment.couple.partners, start=1):
        move = Move(
            assignment_id=part.assignment_id, number=number, person_id=person.id, by_id=person.id,
            kind=Kind.FELT_HEARD, at=clock.now() + timedelta(minutes=number), save_key=public_id(),
        )  # fmt: skip
        move.write("", owner=person.key("both"), within=person.practice.key)
        db.session.add(move)


@pytest.mark.parametrize(
    ("slug", "pieces"),
    [
        ("commit", ["The questions", "cosigned", "daily"]),
        ("causes", ["The questions", "ledger"]),
        ("work", ["The questions", "ledger", "daily"]),
        ("pain", ["The questions", "Are you ready?", "Taking turns"]),
        ("joy", ["The questions", "ledger", "Your own pace", "daily"]),
        ("act", ["ledger", "The questions"]),
        ("gratitude", ["The questions", "daily"]),
    ],
)
def test_every_piece_stands_there_in_the_order_of_the_step(evening: Evening, ana: Browser, slug: str, pieces: list[str]) -> None:
    if (slug, "ana") not in evening.steps:
        evening.give(slug)
    with evening.app.app_context():
        step = evening.part(slug).assignment.published.step
    titles = {
        "daily": [each.title for each in step.dailies],
        "ledger": [each.title for each in step.ledgers],
        "cosigned": [each.title for each in step.texts],
    }
    page = ana.get(evening.address(slug))
    assert to_do(page) == [title for piece in pieces for title in titles.get(piece, [piece])]


def test_each_piece_leads_to_its_place(evening: Evening, ana: Browser) -> None:
    evening.give("joy")
    links = ana.get(evening.address("joy")).links
    part = evening.steps["joy", "ana"]
    assert {f"/ledger/{part}/jar", f"/pace/{part}", f"/journal/{part}/moments", "#questions"} <= set(links.values())


def test_before_it_opens_only_the_private_preparation_can_be_written(evening: Evening, ana: Browser, pain: str) -> None:
    page = ana.get(pain)
    assert "Opens when you are both ready." in page.text
    assert "Opens after each of you has been heard." in page.text
    assert f"{pain}/after" not in page.links.values()
    assert ana.get(f"{pain}/readiness").h1 == "Before you begin"
    ana.get(f"{pain}/after", status=303)
    assert "Opens after each of you has been heard." in ana.follow().text
    refused = ana.post(f"{pain}/after", AFTER, status=409)
    assert "These questions cannot be answered yet." in refused.text
    assert "Tea on Sunday" in refused.response.get_data(as_text=True)
    assert evening.kept("pain") == {}


def test_what_a_script_sends_too_early_is_passed_over(evening: Evening, ana: Browser, pain: str) -> None:
    page = ana.get(f"{pain}/speaking")
    body = {"revision": 0, "save_key": "a.1", "readers": {}, "answering_as": evening.cast.ana}
    body |= {"answers": {"new_start": "Too early", "the_hurt": "That winter"}}
    ana.client.post(f"{pain}/draft", json=body, headers={"X-CSRFToken": page.value("csrf_token")})
    assert evening.kept("pain") == {"the_hurt": "That winter"}


def test_nothing_is_sent_until_all_has_opened(evening: Evening, ana: Browser, pain: str) -> None:
    evening.act(opened, "pain")
    ana.get(f"{pain}/readiness")
    ana.submit("Save and go on", {"q-safe_to_speak": "7"})
    page = ana.get(f"{pain}/check")
    assert "Forgiving and beginning: Opens after each of you has been heard." in page.text
    assert not page.tree.xpath("//button[normalize-space()='Send to Maya']")
    refused = ana.post(f"{pain}/submit", {"answering_as": evening.cast.ana}, status=409)
    assert "once all its questions have opened" in refused.text
    evening.act(heard, "pain")
    ana.get(f"{pain}/after")
    ana.submit("Save and go on", AFTER)
    assert "It is with Maya" in ana.submit("Send to Maya").text


def test_bens_page_does_not_tell_how_far_ana_is(evening: Evening, ana: Browser, ben: Browser, pain: str) -> None:
    pages = [evening.address("pain", "ben") + page for page in ("", "/readiness", "/check")]
    for page in pages:
        ben.get(page)
    before = [bare(ben.get(page).response.data) for page in pages]
    ana.get(f"{pain}/readiness")
    ana.submit("Save and go on", {"q-safe_to_speak": "2"})
    assert before == [bare(ben.get(page).response.data) for page in pages]


def test_what_goes_on_after_sending_stays_within_reach(evening: Evening, ana: Browser) -> None:
    evening.give("gratitude", "ana")
    evening.send("gratitude")
    with evening.app.app_context():
        assert evening.part("gratitude").state is State.SUBMITTED
    assert len(to_do(ana.get(evening.address("gratitude")))) == 2
