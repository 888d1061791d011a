"""Sharing one entry is a choice made each time; the other reads its words, the day, and nothing else."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from practice.db import db
from practice.programme.library import to_json
from practice.trail.models import Event
from tests.journal.conftest import Diary


@pytest.fixture
def shared(diary: Diary) -> Diary:
    """Ana has shared one of two entries with Ben."""
    diary.give("gratitude")
    diary.give("stillness")
    diary.write("stillness", {"minutes": "7", "line-how": "A secret calm"})
    diary.write("gratitude", {"line-first": "Ben laughed at my joke", "line-second": "Dry socks"})
    share(diary, "gratitude")
    return diary


def share(diary: Diary, slug: str, status: int = 200) -> None:
    diary.browser().get(diary.entry_address(slug, "share"), status=status)
    if status == 200:
        diary.browser().submit("Share with Ben")


def taking_back(diary: Diary) -> str:
    """The address of the button."""
    return diary.entry_address("gratitude", "unshare")


def verbs(diary: Diary) -> list[str]:
    with diary.app.app_context():
        told = select(Event.verb).where(Event.verb.startswith("entry.")).order_by(Event.id)
        return list(db.session.scalars(told))


def test_the_page_says_who_will_read_it_from_then_on(diary: Diary) -> None:
    diary.give("happiness")
    diary.write("happiness", {"line-moment": "A robin", "who-reads": "only_me"})
    page = diary.browser().get(diary.entry_address("happiness", "share"))
    assert "From then on Ben can read these words, the day, and that they are yours." in page.text
    assert "Maya still cannot read them." in page.text
    assert "A robin" in page.text
    assert "A robin" not in diary.browser("ben").get("/journal/shared").text


def test_ben_reads_the_words_the_day_and_whose_they_are(shared: Diary) -> None:
    ben = shared.browser("ben")
    assert "Ana shared a few words with you" in ben.get("/home").links
    page = ben.click("Ana shared a few words with you")
    assert "Ben laughed at my joke" in page.text
    assert "Dry socks" in page.text
    for secret in ("What was good", "One good thing", "Being still", "7", "A secret calm", "Maya"):
        assert secret not in page.tree.xpath("string(//main)"), secret


def test_ben_cannot_touch_it(shared: Diary) -> None:
    ben = shared.browser("ben")
    for verb in ("change", "share", "remove"):
        ben.get(shared.entry_address("gratitude", verb), status=403)
        ben.get(shared.entry_address("stillness", verb), status=404)
    shared.browser("kim").get(shared.entry_address("gratitude", "change"), status=404)


def test_taking_it_back(shared: Diary) -> None:
    ana = shared.browser()
    assert "you shared its words with Ben" in ana.get("/journal").text
    assert "Take it back from Ben: What was good, " in ana.page.text
    page = ana.submit(taking_back(shared))
    assert "Ben can no longer read it." in page.text
    assert "joke" not in shared.browser("ben").get("/journal/shared").text
    assert "Ana shared a few words with you" not in shared.browser("ben").get("/home").links
    assert verbs(shared) == ["entry.shared", "entry.unshared"]


def test_what_is_changed_has_to_be_shared_anew(shared: Diary) -> None:
    page = shared.write("gratitude", {"line-first": "Ben laughed, and I was cross"})
    assert "Ben no longer reads it, because you changed it." in page.text
    assert "cross" not in shared.browser("ben").get("/journal/shared").text
    assert verbs(shared) == ["entry.shared", "entry.unshared"]


def test_what_is_removed_is_gone_for_ben_too(shared: Diary) -> None:
    ana = shared.browser()
    ana.get("/journal")
    ana.get(shared.entry_address("gratitude", "remove"))
    assert "It is gone." in ana.submit("Remove").text
    assert "joke" not in shared.browser("ben").get("/journal/shared").text


def test_sharing_twice_is_sharing_once(shared: Diary) -> None:
    with shared.app.app_context():
        for _ in range(2):
            shared.kept("gratitude")[0].share(by=shared.cast.person("ana"))
            db.session.commit()
    assert verbs(shared) == ["entry.shared"]


def test_an_entry_without_words_has_nothing_to_share(diary: Diary) -> None:
    diary.give("stillness")
    diary.write("stillness", {"minutes": "7"})
    share(diary, "stillness", status=409)
    assert "Share with Ben" not in diary.browser().get("/journal").text


@pytest.mark.parametrize("act", ["pause", "close"])
def test_nothing_is_shared_while_they_rest_or_afterwards_but_taken_back_it_is(shared: Diary, act: str) -> None:
    with shared.app.app_context():
        couple = shared.cast.couple("ana")
        getattr(couple, act)(by=couple.coach)
        db.session.commit()
    share(shared, "stillness", status=409)
    ana = shared.browser()
    ana.get("/journal")
    ana.submit(taking_back(shared))
    assert verbs(shared) == ["entry.shared", "entry.unshared"]


def test_a_most_private_step_is_never_shared(diary: Diary) -> None:
    diary.give("happiness")
    with diary.app.app_context():
        published = diary.part("happiness").assignment.published
        published.body = to_json(replace(published.step, most_private=True))
        db.session.commit()
    diary.write("happiness", {"line-moment": "A robin"})
    assert "Share with Ben" not in diary.browser().get("/journal").text
    share(diary, "happiness", status=409)


def test_looking_at_the_page_shares_nothing(diary: Diary) -> None:
    diary.give("happiness")
    diary.write("happiness", {"line-moment": "A robin"})
    diary.browser().get(diary.entry_address("happiness", "share"))
    assert verbs(diary) == []
