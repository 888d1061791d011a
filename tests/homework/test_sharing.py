"""What Ben and Maya see of Ana's writing: nothing before its time, and then only what she shared."""

import pytest

from practice.db import db
from practice.homework import feedback
from tests import writing
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.homework.conftest import FULL, Evening, bare

PAGES = ("", "/contributions", "/willing", "/check", "/versions")


def pages_of_ben(evening: Evening) -> list[bytes]:
    ben = evening.browsers["ben"].client
    return [bare(ben.get(path).data) for path in ("/home", *(evening.address(name="ben") + page for page in PAGES))]


def send(evening: Evening, name: str, answers: dict[str, object] | None = None, **readers: str) -> None:
    evening.save(FULL | (answers or {}), name=name, readers=readers)
    browser = evening.browsers[name]
    browser.get(f"{evening.address(name=name)}/check")
    browser.submit("Send to Maya")


def reveal(evening: Evening) -> None:
    with evening.app.app_context():
        assignment = evening.part().assignment
        assignment.reveal(by=assignment.couple.coach)
        db.session.commit()


def test_bens_pages_are_the_same_whatever_ana_does(evening: Evening) -> None:
    pages_of_ben(evening)  # the first look is noted, so it is not compared
    idle = pages_of_ben(evening)
    evening.save({"longest": "Going quiet"})
    drafting = pages_of_ben(evening)
    send(evening, "ana")
    assert idle == drafting == pages_of_ben(evening)


def test_once_ben_has_sent_his_pages_do_not_tell_of_ana_either(evening: Evening) -> None:
    send(evening, "ben")
    alone = pages_of_ben(evening)
    send(evening, "ana", {"longest": "Going quiet"})
    assert alone == pages_of_ben(evening)
    assert b"What you shared is sealed." in alone[1]


def test_after_the_reveal_each_reads_what_the_other_shared_and_nothing_else(evening: Evening, ana: Browser, ben: Browser) -> None:
    send(evening, "ana", {"longest": "SHARED", "avoided": "FORMAYA", "pull_to_defend": ["punish"]}, pull_to_defend="only_me")
    send(evening, "ben", {"longest": ""})
    reveal(evening)
    page = ben.get(evening.address(name="ben"))
    assert "SHARED" in page.text
    assert "FORMAYA" not in page.text
    assert "hard on myself" not in page.text
    assert "Nothing shared here." in page.text
    assert "What you both shared" in ben.get("/home").text
    assert "SHARED" in ana.get(evening.address()).text


def test_withheld_and_unanswered_look_alike(evening: Evening, ben: Browser) -> None:
    send(evening, "ben", {"longest": "mine"})
    send(evening, "ana", {"longest": "WITHHELD"}, longest="coach")
    reveal(evening)
    withheld = bare(ben.get(evening.address(name="ben")).response.data)
    with evening.app.app_context():
        answer = next(a for a in evening.part().reflections[0].answers if a.prompt_key == "longest")
        db.session.delete(answer)
        db.session.commit()
    assert bare(ben.get(evening.address(name="ben")).response.data) == withheld


@pytest.mark.parametrize("page", PAGES)
def test_nobody_else_opens_anas_pages(evening: Evening, ben: Browser, page: str) -> None:
    evening.save({"longest": "Going quiet"})
    assert ben.get(evening.address() + page, status=404).h1 == "There is nothing here"


def test_maya_never_reads_a_draft_nor_what_ana_keeps_to_herself(evening: Evening) -> None:
    evening.save({"longest": "DRAFTED"})
    maya = Browser(evening.app.test_client())
    sign_in(maya.client, "maya")
    assert "DRAFTED" not in maya.get(f"/review/{evening.steps['causes', 'ana']}").text
    send(evening, "ana", {"longest": "KEPT", "avoided": "TOLD"}, longest="only_me")
    page = maya.get(f"/review/{evening.steps['causes', 'ana']}")
    assert "TOLD" in page.text
    assert "KEPT" not in page.text
    for each in PAGES:
        maya.get(evening.address() + each, status=403)


def test_what_maya_writes_back_is_new_until_it_is_read(evening: Evening, ana: Browser) -> None:
    send(evening, "ana")
    with evening.app.app_context():
        part = evening.part()
        feedback.give([part], "Thank you for this.", by=part.assignment.couple.coach)
        db.session.commit()
    assert "Maya wrote to you" in ana.get("/home").text
    page = ana.get(evening.address())
    assert "Thank you for this." in page.text
    assert page.tree.xpath("//section[@id='feedback']//*[text()='New']")
    assert "Maya wrote to you" not in ana.get("/home").text
    assert not ana.get(evening.address()).tree.xpath("//section[@id='feedback']//*[text()='New']")


def test_her_own_words_can_always_be_read_again(evening: Evening, ana: Browser) -> None:
    send(evening, "ana", {"avoided": "ALONE"}, avoided="only_me")
    with evening.app.app_context():
        writing.assign(Cast.couple("ana"), "commit")
        couple = Cast.couple("ana")
        couple.close(by=couple.coach)
        db.session.commit()
    assert "ALONE" in ana.get(evening.address()).text
    assert "has come to its end" in ana.get("/home").text
