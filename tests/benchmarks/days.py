"""A partner's home after two years of daily entries beside the same home after a week."""

from collections.abc import Callable
from datetime import timedelta

from flask import Flask

from practice import clock
from practice.db import db, public_id
from practice.homework.models import Homework
from practice.journal.models import Entry
from practice.programme.library import Readers
from tests.cast import Cast, gather, sign_in
from tests.writing import assign

WEEK, YEARS = 7, 730
MOST = 1.2  # times the week's home
_TOGETHER = ("commit", "work", "talk", "joy")
_ALONE = ("stillness", "gratitude", "routine", "happiness")
_TWICE = 2  # entries of each daily a day


def homes(app: Flask) -> tuple[Callable[[], bytes], Callable[[], bytes]]:
    """Ben's home, who has kept two years, and Ana's, who has kept a week of the same dailies."""
    with app.app_context():
        gather()
        couple = Cast.couple("ana")
        given = [assign(couple, slug) for slug in _TOGETHER]
        given += [assign(couple, slug, person) for slug in _ALONE for person in couple.partners]
        for part in [part for assignment in given for part in assignment.parts]:
            _live(part, YEARS if part.person.name == "Ben" else WEEK)
        db.session.commit()
    return _home(app, "ben"), _home(app, "ana")


def _live(part: Homework, days: int) -> None:
    """Plain rows: a home opens no entry."""
    today = clock.today(part.person.time_zone)
    rows = [
        {
            "homework_id": part.id, "person_id": part.person_id, "key": daily.key, "on": today - timedelta(days=ago),
            "readers": Readers.COACH, "written_at": clock.now(), "save_key": public_id(), "sealed": b"", "sealed_for": "",
        }
        for daily in part.assignment.published.step.dailies
        for ago in range(days)
        for _ in range(_TWICE)
    ]  # fmt: skip
    if rows:
        db.session.execute(db.insert(Entry), rows)


def _home(app: Flask, name: str) -> Callable[[], bytes]:
    client = app.test_client()
    sign_in(client, name)

    def ask() -> bytes:
        answer = client.get("/home")
        assert answer.status_code == 200
        return answer.data

    return ask
