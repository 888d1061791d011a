"""Drafts: two devices, late saves and earlier versions."""

from datetime import timedelta

import pytest
from flask import Flask

from practice import clock
from practice.db import db
from practice.homework import drafts
from practice.homework.drafts import Draft, Stale
from practice.homework.models import Homework, State
from practice.programme.library import Readers
from tests import writing
from tests.cast import Cast


@pytest.fixture
def part(inside: Flask, cast: Cast) -> Homework:
    part = writing.assign(cast.couple("ana"), "causes").part_of(cast.person("ana"))
    assert part
    return part


@pytest.fixture
def draft(part: Homework) -> Draft:
    draft = drafts.of(part)
    draft.save({"longest": "one"}, {}, revision=0, save_key="phone.1")
    return draft


def test_the_same_save_twice_counts_once(draft: Draft) -> None:
    draft.save({"longest": "one"}, {}, revision=0, save_key="phone.1")
    assert draft.revision == 1


def test_looking_without_writing_is_no_beginning(part: Homework) -> None:
    drafts.of(part).save({"longest": "", "owning": None, "pull_to_defend": []}, {}, revision=0, save_key="phone.1")
    assert part.state is State.ASSIGNED


def test_nothing_and_no_are_answers(draft: Draft) -> None:
    draft.save({"owning": 0}, {}, revision=1, save_key="phone.2")
    assert draft.answer("owning") == 0


def test_another_page_that_began_earlier_overwrites_nothing(draft: Draft) -> None:
    with pytest.raises(Stale) as stale:
        draft.save({"longest": "two", "avoided": "new"}, {}, revision=0, save_key="laptop.1")
    assert stale.value.keys == ["longest"]
    assert (draft.answer("longest"), draft.answer("avoided")) == ("one", "new")
    assert drafts.versions_of(draft.homework)[0].answers == {"longest": "two"}


def test_another_page_may_write_what_the_first_did_not_touch(draft: Draft) -> None:
    draft.save({"avoided": "new"}, {}, revision=0, save_key="laptop.1")
    assert draft.content["answers"] == {"longest": "one", "avoided": "new"}


def test_who_reads_it_is_not_widened_by_an_older_page(draft: Draft) -> None:
    draft.save({}, {"longest": Readers.ONLY_ME}, revision=1, save_key="phone.2")
    with pytest.raises(Stale):
        draft.save({}, {"longest": Readers.BOTH}, revision=1, save_key="laptop.1")
    assert draft.content["readers"] == {"longest": "only_me"}


def test_the_same_page_goes_on_from_where_it_began(draft: Draft) -> None:
    draft.save({"longest": "one more"}, {}, revision=0, save_key="phone.2")
    assert draft.answer("longest") == "one more"


def test_a_save_that_arrives_late_does_not_overtake_a_newer_one(draft: Draft) -> None:
    draft.save({"longest": "one and two"}, {}, revision=0, save_key="phone.3")
    draft.save({"longest": "one and"}, {}, revision=0, save_key="phone.2")
    assert draft.answer("longest") == "one and two"


def test_earlier_versions_stay_for_thirty_days(draft: Draft) -> None:
    draft.save({"longest": "quickly after"}, {}, revision=1, save_key="phone.2")
    with clock.at(clock.now() + timedelta(minutes=6)):
        draft.save({"longest": "later"}, {}, revision=2, save_key="phone.3")
    assert [version.answers["longest"] for version in drafts.versions_of(draft.homework)] == ["quickly after", "one"]
    with clock.at(clock.now() + timedelta(days=31)):
        assert drafts.versions_of(draft.homework) == []
        drafts.forget_old_versions()
    assert db.session.query(drafts.DraftVersion).count() == 0


def test_asked_again_begins_with_what_was_sent(part: Homework) -> None:
    writing.write(part.person, part.assignment, {"longest": "as it was"})
    part.ask_again(by=part.assignment.couple.coach)
    assert drafts.content_of(part)[0]["answers"]["longest"] == "as it was"


@pytest.mark.parametrize("text", ["مرحبا 🙂", "<script>alert(1)</script>", "a\0b\x07", "\ud800 half"])
def test_every_character_comes_back_as_it_was(draft: Draft, text: str) -> None:
    draft.save({"longest": text}, {}, revision=1, save_key="phone.2")
    db.session.commit()
    assert draft.answer("longest") == text
