"""First lines from elsewhere, and words to questions that are asked no more: offered and kept, never lost."""

import json
from typing import Any

import pytest

from practice.db import db
from practice.homework import drafts
from practice.homework.beginnings import first_sentence
from practice.programme.models import PublishedStep, edition_of
from tests.browser import Browser
from tests.homework.conftest import FULL, Evening

FEAR = "q-plans-{}-c-fear"


@pytest.fixture
def plans(evening: Evening) -> str:
    evening.give("fallback", "ana")
    return f"{evening.address('fallback')}/plans"


def drafted(evening: Evening, answers: dict[str, Any], **readers: str) -> None:
    with evening.app.app_context():
        kept = drafts.of(evening.part("fears"))
        kept.save(answers, {}, revision=kept.revision, save_key="")
        content = kept.content
        content["readers"].update(readers)
        kept._seal(content)
        db.session.commit()


def test_the_plan_begins_with_her_own_fears_and_keeps_nothing_of_it_by_itself(evening: Evening, ana: Browser, plans: str) -> None:
    evening.send("fears", greatest_words="Being alone. At night most of all.", losing_words="The house\nand the garden")
    drafted(evening, {"greatest_words": "Being left. At night."})
    page = ana.get(plans)
    assert [page.value(FEAR.format(n)) for n in (0, 1)] == ["Being left", "The house"]
    assert evening.kept("fallback") == {}
    ana.submit("Save and go on", {"q-plans-0-c-first_step": "Ring Jo"})
    assert [row["fear"] for row in evening.kept("fallback")["plans"]] == ["Being left", "The house"]


def test_what_is_written_there_is_never_touched(evening: Evening, ana: Browser, plans: str) -> None:
    ana.get(plans)
    ana.submit("Save and go on", {FEAR.format(0): "My own line"})
    evening.send("fears", greatest_words="Being alone.")
    page = ana.get(plans)
    assert page.value(FEAR.format(0)) == "My own line"
    assert "Being alone" not in page.response.get_data(as_text=True)
    ana.submit("Save and go on", {FEAR.format(0): ""})
    assert ana.get(plans).value(FEAR.format(0)) == "", "emptied by hand stays empty"


def test_without_fears_it_begins_empty(evening: Evening, ana: Browser, plans: str) -> None:
    assert ana.get(plans).value(FEAR.format(0)) == ""


def test_what_she_keeps_to_herself_does_not_wander_into_what_maya_reads(evening: Evening, ana: Browser, plans: str) -> None:
    drafted(evening, {"greatest_words": "SECRET", "losing_words": "The house."}, greatest_words="only_me")
    page = ana.get(plans)
    assert page.value(FEAR.format(0)) == "The house"
    assert "SECRET" not in page.response.get_data(as_text=True)


def test_the_fears_of_another_are_never_hers(evening: Evening, ben: Browser, ana: Browser) -> None:
    drafted(evening, {"greatest_words": "OfAna"})
    evening.give("fallback", "ben")
    assert "OfAna" not in ben.get(f"{evening.address('fallback', 'ben')}/plans").response.get_data(as_text=True)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Being alone. At night.", "Being alone"),
        ("  What then? Nothing.", "What then"),
        ("First\nsecond", "First"),
        ("No end", "No end"),
        ("", ""),
        ("3.5 is a number. Yes.", "3.5 is a number"),
    ],
)
def test_a_first_sentence(text: str, line: str) -> None:
    assert first_sentence(text) == line


def test_a_first_sentence_without_end_is_cut_at_a_word() -> None:
    line = first_sentence("word " * 200)
    assert line.endswith("word …")
    assert len(line) <= 302


def changed(evening: Evening) -> None:
    """The step is asked otherwise from now on: one question gone, one of another kind."""
    with evening.app.app_context():
        published = evening.part().assignment.published
        body = json.loads(published.body)
        for group in body["groups"]:
            group["prompts"] = [p for p in group["prompts"] if p["key"] != "avoided"]
            for prompt in group["prompts"]:
                if prompt["key"] == "longest":
                    prompt |= {"kind": "scale", "low": "a", "high": "b"}
        published.body = json.dumps(body)
        db.session.commit()


def test_words_to_questions_that_are_gone_are_kept_and_shown(evening: Evening, ana: Browser) -> None:
    evening.save(FULL | {"longest": "Since the winter", "avoided": "The money"})
    changed(evening)
    for page in ("", "/check"):
        shown = ana.get(evening.address() + page).tree.xpath("//section[@id='before']//*[@class='words']")
        assert [each.text_content() for each in shown] == ["Since the winter", "The money"]
    ana.get(f"{evening.address()}/contributions")
    ana.submit("Save and go on", {"q-longest": "4"})
    assert evening.kept()["avoided"] == "The money"
    assert "Kept from before" in ana.get(evening.address()).text


def test_a_step_stays_as_it_was_given_when_the_couple_moves_on(evening: Evening, ana: Browser) -> None:
    evening.save({"longest": "Since the winter"})
    with evening.app.app_context():
        old = evening.part().assignment.published
        edition = edition_of(evening.cast.couple("ana"))
        newer = type(edition)(
            slug=edition.slug, version=99, title=edition.title, digest="9" * 64, published_at=edition.published_at
        )
        newer.steps = [
            PublishedStep(slug=old.slug, position=1, title="Another", together=True, body=old.body.replace("longest", "other"))
        ]
        db.session.add(newer)
        db.session.commit()
    page = ana.get(f"{evening.address()}/contributions")
    assert page.value("q-longest") == "Since the winter"
    assert "Kept from before" not in ana.get(evening.address()).text
