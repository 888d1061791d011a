"""Letters over a real mail server: neutral, to one person, kept while it is away, and sent once."""

import dataclasses
import threading
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from practice import clock, post
from practice.config import Settings
from practice.db import db
from practice.people import guesses, mail
from practice.people.guesses import Bucket
from practice.people.jobs import forget_guesses, send_letters
from practice.post import Letter
from tests.cast import Cast
from tests.mailserver import MailServer
from tests.people.letters import standing_of


@pytest.fixture
def settings(settings: Settings, mailserver: MailServer) -> Settings:
    return dataclasses.replace(settings, smtp_url=mailserver.url, mail_from="post@practice.example")


@pytest.fixture
def invited(app: Flask, cast: Cast) -> None:
    """Ben has just been invited; the letter waits."""
    with app.test_request_context():
        ben = cast.person("ben")
        ben.joined_at = ben.password_hash = None
        mail.invite(ben)
        db.session.commit()


def send() -> None:
    send_letters.call_local()


@pytest.mark.usefixtures("invited")
def test_the_letter_is_neutral_and_to_one_person(mailserver: MailServer) -> None:
    send()
    [letter] = mailserver.letters
    assert (letter["Subject"], letter["To"], letter["Cc"], letter["Bcc"]) == (
        "A message is waiting for you", "ben@example.test", None, None,
    )  # fmt: skip
    assert letter["From"] == "post@practice.example"
    assert "http://localhost/join/" in letter.get_content()


def test_a_name_with_a_line_break_adds_no_header(app: Flask, cast: Cast, mailserver: MailServer) -> None:
    with app.test_request_context():
        ben = cast.person("ben")
        ben.joined_at, ben.name = None, "Ben\r\nBcc: eve@example.test"
        mail.invite(ben)
        post.write(to_name=ben.name, to_address=ben.email, subject="Hello", body="Hello", within=ben.practice.key)
        db.session.commit()
    send()
    assert [(letter["Bcc"], letter["To"].addresses[0].addr_spec) for letter in mailserver.letters] == [
        (None, "ben@example.test")
    ] * 2


@pytest.mark.usefixtures("invited")
def test_while_the_mail_server_is_away_letters_wait_and_leave_once(app: Flask, mailserver: MailServer) -> None:
    with mailserver.away():
        send()
        assert standing_of(app, "ben").letter_is_late
    send()
    assert mailserver.letters == [], "a moment is left to the mail server before the next try"
    with clock.at(clock.now() + timedelta(minutes=1)):
        send()
        send()
    assert len(mailserver.letters) == 1
    assert not standing_of(app, "ben").letter_is_late


def test_two_workers_send_each_letter_once(app: Flask, cast: Cast, mailserver: MailServer) -> None:
    with app.app_context():
        key = cast.person("ana").practice.key
        for n in range(6):
            post.write(to_name="", to_address=f"{n}@example.test", subject="Hello", body="Hello", within=key)
        db.session.commit()
    workers = [threading.Thread(target=send) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(letter["To"] for letter in mailserver.letters) == [f"{n}@example.test" for n in range(6)]


@pytest.mark.usefixtures("invited")
def test_a_letter_of_a_killed_worker_is_sent_by_the_next(app: Flask, mailserver: MailServer) -> None:
    with app.app_context():
        assert post.claim()
        db.session.commit()
    send()
    assert mailserver.letters == []
    with clock.at(clock.now() + timedelta(minutes=5)):
        send()
    assert len(mailserver.letters) == 1


@pytest.mark.usefixtures("invited")
def test_its_body_lies_sealed(app: Flask) -> None:
    with app.app_context():
        letter = db.session.scalars(select(Letter)).one()
        assert "/join/" in letter.text
        assert b"/join/" not in letter.sealed


def test_counts_of_wrong_tries_go_after_a_day(app: Flask, cast: Cast) -> None:
    with app.app_context():
        for hours in (1, 25):
            with clock.at(clock.now() - timedelta(hours=hours)):
                guesses.take(f"{hours} hours ago", guesses.PER_ACCOUNT)
        db.session.commit()
    forget_guesses.call_local()
    with app.app_context():
        assert db.session.scalar(select(func.count(Bucket.id))) == 1
