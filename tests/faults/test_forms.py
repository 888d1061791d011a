"""Every form, sent wrong in every way: a sentence comes back, nothing breaks, nothing typed comes alive, nobody becomes more."""

import os
import zlib
from collections.abc import Iterator
from random import Random

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, select

from practice import clock
from practice.agreements.models import Line
from practice.couples import models as couples
from practice.couples.confidentiality import Kind
from practice.couples.models import Couple
from practice.db import db
from practice.homework.models import Homework
from practice.homework.reflections import Answer
from practice.journal.models import Entry
from practice.people import mail
from practice.people.guesses import Bucket
from practice.people.models import Person
from practice.places import programme
from practice.post import Letter
from practice.programme.library import Readers, load
from practice.turns.models import Move
from tests.cast import Cast, sign_in
from tests.faults import forms, under_way
from tests.faults.alive import COMPUTED, alive, alive_in
from tests.faults.evening import lived
from tests.faults.forms import Found
from tests.faults.nasty import TEXTS, values, variations
from tests.privacy import crawl
from tests.privacy.world import fill

PER_FORM = int(os.environ.get("FUZZ_PER_FORM", "5"))
FOR_ROWS = int(os.environ.get("FUZZ_FOR_ROWS", "3"))
ACTORS = ("", "ana", "maya", "olu")  # the first is not signed in; olu shuts noor out, so she comes last
LATER_ROOMS = ("agreements", "journal", "pace", "turns", "way")  # those of `programme` have tests of their own


@pytest.fixture
def links(app: Flask, cast: Cast) -> Iterator[tuple[str, ...]]:
    """A world with something in every place, and two links that somebody has by mail. Its clock stands.

    Some forms are there for seconds only, and a busy machine needs longer to look round.
    """
    with clock.at(clock.now()):
        with app.test_request_context():
            found = _filled(cast)
        yield found


def _filled(cast: Cast) -> tuple[str, ...]:
    fill(cast, load(programme()))
    under_way.begin(cast)
    invited = couples.add(cast.person("maya"), ("Imo", "Jon"), ("imo@example.test", "jon@example.test"), Kind.NO_SECRETS)
    mail.invite(invited.first)
    db.session.commit()
    written = "\n".join(letter.text for letter in db.session.scalars(select(Letter)))
    return tuple(line.removeprefix("http://localhost") for line in written.splitlines() if line.startswith("http"))


def troubles(app: Flask, client: FlaskClient, name: str, found: list[Found]) -> Iterator[str]:
    """What went wrong with which form.

    Which fields come is read before any row is touched: that is tried on SQLite. On PostgreSQL, which differs in what a
    row takes, each form has wrong values: in one field, in each of them, and in one again.
    """
    on_sqlite = "sqlite" in app.config["SQLALCHEMY_DATABASE_URI"]
    for form in found:
        token, dice = _token(client), Random(zlib.crc32(form.name.encode()))
        filled = form.with_token(token)
        for fields in variations(filled, dice, PER_FORM) if on_sqlite else values(filled, dice, FOR_ROWS):
            _forget_guesses(app)
            response = forms.send(client, form.action, fields)
            if response.status_code >= 500:
                yield f"{form.name}: {response.status} for {fields}"
            yield from (f"{form.name}: {what} for {fields}" for what in alive(response))
        if name and client.get("/account").status_code != 200:
            sign_in(client, name)


def _token(client: FlaskClient) -> str:
    found: str = client.get("/sign-in/token").get_json()["csrf_token"]
    return found


def _forget_guesses(app: Flask) -> None:
    with app.app_context():
        db.session.execute(delete(Bucket))
        db.session.commit()


def standing(app: Flask) -> set[object]:
    """Who is who and whose is what: no form may change that, however it is sent."""
    with app.app_context():
        people = {(p.public_id, p.role, p.is_owner, p.practice_id) for p in db.session.scalars(select(Person))}
        pairs = {(c.public_id, c.practice_id, c.first_id, c.second_id) for c in db.session.scalars(select(Couple))}
        parts = {(h.public_id, h.person_id, h.assignment_id) for h in db.session.scalars(select(Homework))}
        lines = {(line.public_id, line.couple_id, line.author_id, line.shared) for line in db.session.scalars(select(Line))}
        moves = {(move.public_id, move.person_id, move.kind) for move in db.session.scalars(select(Move))}
        return people | pairs | parts | lines | moves


def _shared_alone(app: Flask) -> list[str]:
    """Answers and lines of steps done alone that the other could ever read, and days whose readers nobody may choose."""
    with app.app_context():
        answers = db.session.scalars(select(Answer).where(Answer.readers == Readers.BOTH))
        lines = db.session.scalars(select(Line).where(Line.shared))
        days = db.session.scalars(select(Entry).where(Entry.readers.not_in([Readers.ONLY_ME, Readers.COACH])))
        found = [answer.prompt_key for answer in answers if not answer.reflection.homework.assignment.together]
        return found + [line.ledger for line in lines if not line.assignment.together] + [entry.key for entry in days]


def test_no_form_can_be_broken(app: Flask, links: tuple[str, ...]) -> None:
    before, found, names = standing(app), [], set()
    clients, there = {name: app.test_client() for name in ACTORS}, {}
    for name, client in clients.items():  # all look before anybody sends: what one sends takes forms from others
        if name:
            sign_in(client, name)
        there[name] = forms.found(app, crawl.walk(client, starts=("/", *(() if name else links))))
        assert len(there[name]) >= 4, name
        names |= {form.name.split(" ")[0] for form in there[name]}
    for name, client in clients.items():
        found += list(troubles(app, client, name, there[name]))
    assert "\n".join(found) == ""
    assert before <= standing(app)
    assert _shared_alone(app) == []
    assert "\n".join(_look_round(app)) == ""
    elsewhere = {name for named in under_way.ELSEWHERE.values() for name in named}
    posts = {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    assert posts - names - elsewhere == set(), "sent by nobody"
    assert elsewhere <= posts, "no longer there"


@pytest.mark.parametrize("further", ["", "renew"])
def test_no_form_of_an_evening_together_can_be_broken(app: Flask, cast: Cast, further: str) -> None:
    """What is asked only at a certain moment: to approve, to renew, to draw, to be ready, to open, to speak."""
    lived(app, cast, further)
    before, found, names = standing(app), [], set()
    for name in ("ana", "maya"):
        client = app.test_client()
        sign_in(client, name)
        forms_here = [form for form in forms.found(app, crawl.walk(client)) if form.name.split(".")[0] in LATER_ROOMS]
        names |= {form.name for form in forms_here}
        found += list(troubles(app, client, name, forms_here))
    assert "\n".join(found) == ""
    assert before <= standing(app)
    assert _shared_alone(app) == []
    assert names >= ({"agreements.renew", "turns.say"} if further else {"agreements.approve", "turns.open", "pace.open"})


def _look_round(app: Flask) -> Iterator[str]:
    """What was kept is looked at by everybody who may, and letters say no more than they ever do."""
    for name in ("ana", "ben", "maya"):
        client = app.test_client()
        sign_in(client, name)
        for address, response in crawl.walk(client).seen.items():
            if response.status_code >= 500:
                yield f"{name}: {address} broke"
            yield from (f"{name}: {what} at {address}" for what in alive(response))
    with app.app_context():
        for letter in db.session.scalars(select(Letter)):
            if "zqx" in letter.subject + letter.text + letter.to_address or "\n" in letter.to_address:
                yield f"A letter holds what was typed: {letter.to_address}"


def test_what_is_alive_is_noticed() -> None:
    told = "<html><title>x</title><body>{}</body></html>".format
    loud = [text for text in TEXTS if "<" in text and list(alive_in(told(text)))]
    assert len(loud) >= 6
    assert list(alive_in(told(COMPUTED)))
    assert not list(alive_in(told("<textarea>&lt;script&gt;zqx()&lt;/script&gt;</textarea>")))
