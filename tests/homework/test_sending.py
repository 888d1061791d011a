"""Checking answers and sending them."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from practice import clock, keyring
from practice.couples.confidentiality import Kind
from practice.db import db
from practice.homework import drafts
from practice.homework.models import Reveals, State
from practice.homework.reflections import Reflection
from tests.browser import Browser
from tests.homework.conftest import FULL, Evening

SEND = "Send to Maya"


@pytest.fixture
def full(evening: Evening) -> Evening:
    """Ana has answered all that is required."""
    evening.save(FULL | {"longest": "Going quiet", "avoided": "the money"}, readers={"avoided": "only_me"})
    return evening


def sent(evening: Evening) -> list[tuple[str, int, bool]]:
    """Every reflection: its key, how many answers, whether it may stand on paper."""
    with evening.app.app_context():
        return [(r.sent_key, len(r.answers), r.released_at is not None) for r in db.session.scalars(select(Reflection))]


def test_what_is_missing_is_listed_and_nothing_is_sent(evening: Evening, ana: Browser) -> None:
    page = ana.get(f"{evening.address()}/check")
    assert "Please answer this before you send." in page.text
    page = ana.submit(SEND, status=422)
    assert page.title.startswith("Error:")
    assert sent(evening) == []


def test_all_answers_are_shown_with_their_readers_and_sent_once(full: Evening, ana: Browser) -> None:
    page = ana.get(f"{full.address()}/check")
    assert "Only you, Ana. Maya sees that you answered, not what." in page.text
    form = dict(page.form(SEND).form_values())
    assert "It is with Maya" in ana.submit(SEND).text
    ana.post(f"{full.address()}/submit", form)
    assert sent(full) == [(form["sent_key"], 5, False)]


def test_each_answer_keeps_its_readers_its_policy_and_its_writers_key(full: Evening, ana: Browser) -> None:
    ana.get(f"{full.address()}/check")
    ana.submit(SEND, {"on_paper": "y"})
    assert sent(full)[0][2]
    with full.app.app_context():
        part = full.part()
        agreed = part.assignment.couple.agreed
        [reflection] = part.reflections
        found = {a.prompt_key: (a.readers.value, a.confidentiality_id, a.sealed_for.split(":")[-1]) for a in reflection.answers}
        assert agreed
        assert found["avoided"] == ("only_me", agreed.id, "only_me")
        assert found["longest"] == ("both", agreed.id, "both")
        assert found["owning"] == ("coach", agreed.id, "coach")


def test_somebody_else_or_an_older_agreement_sends_nothing(full: Evening, ana: Browser) -> None:
    ana.get(f"{full.address()}/check")
    assert "Somebody else opened this page" in ana.submit(SEND, {"answering_as": full.cast.ben}, status=409).text
    with full.app.app_context():
        couple = full.cast.couple("ana")
        policy = couple.propose(Kind.NO_SECRETS, by=couple.coach)
        db.session.flush()
        for partner in couple.partners:
            couple.sign(policy, partner, partner.name)
        db.session.commit()
    page = ana.submit(SEND, status=409)
    assert "Your agreement about confidentiality has changed" in page.text
    assert "No secrets, version 2" in page.text
    assert sent(full) == []
    ana.submit(SEND)
    assert len(sent(full)) == 1


@pytest.mark.parametrize(
    ("happened", "told"), [("withdrawn", "Maya has taken this step back"), ("paused", "Your work with Maya rests")]
)
def test_what_happened_meanwhile_is_told_and_the_words_stay(full: Evening, ana: Browser, happened: str, told: str) -> None:
    ana.get(f"{full.address()}/check")
    with full.app.app_context():
        part = full.part()
        couple = part.assignment.couple
        part.assignment.withdraw(by=couple.coach) if happened == "withdrawn" else couple.pause(by=couple.coach)
        db.session.commit()
    assert told in ana.submit(SEND).text
    assert sent(full) == []
    assert full.kept()["longest"] == "Going quiet"
    assert "Going quiet" in ana.get(f"{full.address()}/check").text


def test_late_is_fine(full: Evening, ana: Browser) -> None:
    with full.app.app_context():
        part = full.part()
        coach = part.assignment.couple.coach
        part.assignment.change(due_on=clock.today() - timedelta(days=3), note="", by=coach)
        db.session.commit()
    assert "whenever you are ready" in ana.get(full.address()).text
    ana.get(f"{full.address()}/check")
    assert "It is with Maya" in ana.submit(SEND).text


def test_asked_again_opens_with_the_last_text_and_keeps_both_attempts(full: Evening, ana: Browser) -> None:
    ana.get(f"{full.address()}/check")
    ana.submit(SEND)
    with full.app.app_context():
        part = full.part()
        part.ask_again(by=part.assignment.couple.coach)
        db.session.commit()
    assert "Maya asks you to look at this once more" in ana.get(full.address()).text
    ana.get(f"{full.address()}/contributions")
    assert ana.page.value("q-longest") == "Going quiet"
    ana.submit("Save and go on", {"q-longest": "Going quiet, since the winter"})
    ana.get(f"{full.address()}/check")
    page = ana.submit(SEND)
    assert "Going quiet, since the winter" in page.text
    assert len(page.tree.xpath("//section[@id='sent']//details")) == 2


def test_a_report_is_allowed_and_forbidden_by_its_writer(full: Evening, ana: Browser, ben: Browser) -> None:
    ana.get(f"{full.address()}/check")
    ana.submit(SEND)
    ana.submit("Allow it in a report")
    assert sent(full)[0][2]
    ana.submit("Keep it out of reports")
    assert not sent(full)[0][2]
    with full.app.app_context():
        address = f"/reflections/{full.part().reflections[0].public_id}/release"
    ben.get("/home")
    ben.post(address, {"on_paper": "yes"}, status=404)


def test_the_most_private_step_is_never_offered_for_paper(evening: Evening, ana: Browser) -> None:
    with evening.app.app_context():
        step = evening.cast.step("fallback").step
    assert step.most_private
    assert all("both" not in step.choices(prompt) for prompt in step.prompts)


def test_a_step_that_opens_by_itself_does_so_when_the_second_sends(full: Evening, ana: Browser, ben: Browser) -> None:
    full.save(FULL, name="ben")
    with full.app.app_context():
        full.part().assignment.reveals = Reveals.ITSELF
        db.session.commit()
    for name, browser in (("ana", ana), ("ben", ben)):
        browser.get(f"{full.address(name=name)}/check")
        browser.submit(SEND)
    with full.app.app_context():
        assert full.part().assignment.is_revealed
        assert full.part().state is State.SUBMITTED


def test_a_draft_is_sealed_for_its_writer_alone(full: Evening) -> None:
    with full.app.app_context():
        draft = drafts.find(full.part())
        assert draft
        assert b"Going quiet" not in draft.sealed
        assert draft.sealed_for == full.part().person.key("draft")
        with pytest.raises(keyring.Sealed):
            keyring.open_sealed(draft.sealed, owner=full.part(name="ben").person.key("draft"), place=draft._place)
