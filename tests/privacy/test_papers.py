"""Reports for every audience: in none of them stands a word that one of its readers, or the coach who prints it, may not read."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from practice import clock
from practice.db import db
from practice.places import programme
from practice.programme.library import load
from practice.reporting.asking import ask
from practice.reporting.facts import canonical
from practice.reporting.jobs import make
from practice.reporting.kinds import KINDS, making
from practice.reporting.models import Audience, Kind, Report
from practice.reporting.request import request_of
from tests.cast import Cast
from tests.extract import everything
from tests.privacy.papers import ASKED, NEVER_ASKED, forbidden, wanted
from tests.privacy.world import Cage, fill, reveal
from tests.queries import asked as asked_of_database

EVERY = [(kind, audience) for kind, how in KINDS.items() for audience in how.audiences]


@pytest.fixture
def cage(app: Flask, cast: Cast) -> Cage:
    with app.test_request_context():
        return fill(cast, load(programme()))


def asked(cast: Cast, kind: Kind, audience: Audience) -> Report:
    """A report on Ana and Ben that waits."""
    couple, today = cast.couple("ana"), clock.today()
    days = (today - timedelta(days=60), today)
    report: Report = ask(couple, audience, *days, kind=kind, about=ASKED[kind].about(couple, audience), by=couple.coach, key=None)
    db.session.commit()
    return report


def facts(cast: Cast, kind: Kind, audience: Audience) -> str:
    """All that its template is given: what is not in it can be on no paper."""
    told: Any = making(kind).gather(request_of(asked(cast, kind, audience), clock.today()))
    return canonical(told).decode()


def paper(cast: Cast, kind: Kind, audience: Audience) -> str:
    """All that can be got out of a new report."""
    report = asked(cast, kind, audience)
    make(report.public_id)
    db.session.expire_all()
    return everything(report.paper)


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
def test_each_paper_holds_what_all_its_readers_may_read(app: Flask, cast: Cast, cage: Cage) -> None:
    with app.app_context():
        for kind, audience in EVERY:
            before, hidden = facts(cast, kind, audience), forbidden(cage, kind, audience, revealed=False)
            assert [bird for bird in hidden if bird.sings_in(before)] == [], (kind, audience)
        reveal(cast)
        for kind, audience in EVERY:
            with asked_of_database() as statements:
                after = paper(cast, kind, audience)
            assert [said for said in statements if any(table in said for table in NEVER_ASKED)] == [], (kind, audience)
            hidden, handed = forbidden(cage, kind, audience, revealed=True), ASKED[kind].handed
            assert not handed or [bird for bird in cage.birds if bird.kind in handed and bird.sings_in(after)], kind
            assert [bird for bird in hidden if bird.sings_in(after)] == [], (kind, audience)
            assert [bird for bird in wanted(cage, kind, audience) if not bird.sings_in(after)] == [], (kind, audience)


def test_each_kind_of_report_is_asked_for_here() -> None:
    assert set(ASKED) >= set(KINDS)
