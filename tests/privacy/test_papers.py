"""Reports for every audience: in none of them stands a word that one of its readers, or the coach who prints it, may not read."""

from datetime import timedelta

import pytest
from flask import Flask

from practice import clock
from practice.db import db
from practice.places import programme
from practice.programme.library import load
from practice.reporting.asking import ask
from practice.reporting.jobs import make
from practice.reporting.models import Audience, Report
from tests.cast import Cast
from tests.extract import everything
from tests.privacy.allowed import may_read
from tests.privacy.world import Cage, Canary, fill, reveal

READERS = {
    Audience.COUPLE: {"ana", "ben", "maya"},
    Audience.FIRST: {"ana", "maya"},
    Audience.SECOND: {"ben", "maya"},
    Audience.COACH: {"maya"},
}


@pytest.fixture
def cage(app: Flask, cast: Cast) -> Cage:
    with app.test_request_context():
        return fill(cast, load(programme()))


def paper(cast: Cast, audience: Audience) -> str:
    """All that can be got out of a new report on Ana and Ben."""
    couple, today = cast.couple("ana"), clock.today()
    report: Report = ask(couple, audience, today - timedelta(days=60), today, by=couple.coach, key=None)
    db.session.commit()
    make(report.public_id)
    db.session.expire_all()
    return everything(report.paper)


def forbidden(cage: Cage, audience: Audience, *, revealed: bool) -> list[Canary]:
    return [bird for bird in cage.birds if not READERS[audience] <= may_read(bird, revealed=revealed)]


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
def test_each_paper_holds_what_all_its_readers_may_read(app: Flask, cast: Cast, cage: Cage) -> None:
    with app.app_context():
        before = paper(cast, Audience.COUPLE)
        assert [bird for bird in forbidden(cage, Audience.COUPLE, revealed=False) if bird.sings_in(before)] == []
        reveal(cast)
        shared = [bird for bird in cage.birds if bird.kind == "both answer" and bird.person in ("ana", "ben")]
        for audience in Audience:
            after = paper(cast, audience)
            assert [bird for bird in forbidden(cage, audience, revealed=True) if bird.sings_in(after)] == []
            assert [bird.sings_in(after) for bird in shared] == [True, True]
