"""The letter itself: the same whatever waits and for whomever, with a way to end such letters in one press."""

import dataclasses
import re
from datetime import UTC, datetime, timedelta

import pytest

from practice import clock
from practice.config import Settings
from practice.db import db
from practice.homework.models import Assignment
from practice.people import mail
from practice.people.jobs import send_letters
from tests import writing
from tests.mailserver import MailServer
from tests.reminders.conftest import Post

SIX = datetime(2027, 3, 1, 18, 0, tzinfo=UTC)
LINK = re.compile(r"http://localhost\S*/reminders/stop/([\w-]{43})")


@pytest.fixture
def settings(settings: Settings, mailserver: MailServer) -> Settings:
    return dataclasses.replace(settings, smtp_url=mailserver.url, mail_from="post@practice.example")


def test_the_letter_is_the_same_whatever_waits_and_for_whomever(post: Post) -> None:
    post.give("fears", "ana", due_in=1)
    post.give("fallback", "ana")
    post.give("causes")
    post.run(SIX)
    given = post.give("stillness", "ben", at=SIX + timedelta(hours=1))
    with post.at(SIX + timedelta(hours=2)):
        writing.write(post.cast.person("ben"), db.session.get_one(Assignment, given))
    post.choose("maya", minute=7 * 60)
    post.run(SIX + timedelta(hours=13))
    letters = [post.letters(name)[0] for name in ("ana", "ben", "maya")]
    assert len({LINK.sub("", letter) for letter in letters}) == 1
    assert len({LINK.findall(letter)[0] for letter in letters}) == 3


def test_the_letter_says_nothing_of_anybody_or_anything(post: Post) -> None:
    post.give("fears", "ana")
    post.run(SIX)
    [letter] = post.letters()
    for word in ("Ana", "Ben", "Maya", "fear", "step", "Homeward", "couple", "Riverside", "homework"):
        assert word.lower() not in LINK.sub("", letter).lower()
    assert not re.search(r"\d", LINK.sub("", letter))


def test_it_can_be_stopped_from_the_mail_program(post: Post, mailserver: MailServer) -> None:
    post.give("fears", "ana")
    post.run(SIX)
    with clock.at(SIX):
        send_letters.call_local()
    [letter] = mailserver.letters
    assert letter["Subject"] == "A message is waiting for you"
    assert letter["To"] == "ana@example.test"
    found = LINK.fullmatch(letter["List-Unsubscribe"].strip("<>"))
    assert found
    assert letter["List-Unsubscribe"] == f"<{found[0]}>"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert letter.get_content().rstrip().endswith(found[0])


def test_a_long_address_stays_whole_on_the_wire(post: Post, mailserver: MailServer, settings: Settings) -> None:
    post.app.config["PRACTICE"] = dataclasses.replace(settings, base_url=f"http://localhost/{'a-long-way/' * 12}home")
    post.give("fears", "ana")
    post.run(SIX)
    with clock.at(SIX):
        send_letters.call_local()
    [letter] = mailserver.letters
    # As it came over the wire: a mail program need not know how Python would decode it.
    raw = dict(letter.raw_items())["List-Unsubscribe"]
    assert re.fullmatch(r"<http://localhost/(a-long-way/){12}home/reminders/stop/[\w-]{43}>", raw)
    assert letter.get_content().rstrip().endswith(letter["List-Unsubscribe"].strip("<>"))


def test_other_letters_have_no_such_header(post: Post, mailserver: MailServer) -> None:
    with post.app.test_request_context():
        mail.tell_of_change(post.cast.person("ana"))
        db.session.commit()
    send_letters.call_local()
    assert mailserver.letters[0]["List-Unsubscribe"] is None
