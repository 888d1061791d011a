"""The coach's desk shows two small lines a couple, at the same cost for one couple as for many."""

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from practice import clock
from practice.couples.models import Couple
from practice.db import db, public_id
from practice.measures import glances, shelf
from practice.measures.answers import Total
from practice.measures.models import Asking, Occasion, State
from practice.measures.points import Rhythm
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.crowd import crowd
from tests.measuring import answer, ask, open_of
from tests.queries import asked


def test_two_small_lines_of_what_was_asked_last(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        couple = cast.couple("ana")
        for made, places in zip(ask(couple, "pulse"), ([5] * 4, [7, 7, 7, None]), strict=True):
            answer(open_of(made), places)
        [of_ana] = glances.of([couple], clock.today())[couple.id]
        assert of_ana.finding == "Ana, Pulse: 20"
    sign_in(client, "maya")
    page = Browser(client).get("/desk")
    drawn = page.tree.xpath("//*[local-name()='svg'][contains(@class, 'sparkline')]")
    titles = [title.text for one in drawn for title in one.xpath("*[local-name()='title']")]
    assert titles == ["Ana, Pulse: 20"]


def test_the_desk_asks_as_little_for_many_couples(app: Flask, client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "maya")
    counts = []
    for more in (2, 10):
        with app.app_context():
            crowd(cast.person("maya"), more)
            for couple in db.session.scalars(select(Couple).where(Couple.coach_id == cast.person("maya").id)).unique().all():
                _measure(couple)
            db.session.commit()
        with asked() as statements:
            page = Browser(client).get("/desk")
        counts.append(len(statements))
    assert counts[0] == counts[1]
    assert len(page.tree.xpath("//*[contains(@class, 'glance')]/*[local-name()='svg']")) == 26


def _measure(couple: Couple) -> None:
    """A total of each of the two, as though they had answered."""
    version = shelf.version_to_ask(couple.practice, "pulse")
    for person in couple.partners:
        made = Asking(
            couple=couple, person=person, version=version, rhythm=Rhythm.ONCE, asked_at=clock.now(), asked_key=public_id()
        )
        occasion = Occasion(number=1, due_on=clock.today(), state=State.ANSWERED, settled_at=clock.now(), asking=made)
        total = Total(occasion=occasion)
        total.write('{"total": "20", "answered": 4}', owner=person.key("both"), within=couple.practice.key)
        db.session.add_all([made, total])
