"""Two acts upon the same report at once, and no room left: one is first, nothing is half done, and nobody sees too much."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import event, select
from sqlalchemy.engine import Connection

from practice import clock
from practice.db import db
from practice.errors import Refused
from practice.reporting import documents, giving
from practice.reporting.documents import Document
from practice.reporting.models import Audience
from tests.reporting.conftest import Desk

LATER = timedelta(seconds=33)


def together(desk: Desk, *acts: Callable[[], Any]) -> list[Any]:
    """Each in a request of its own, at the same moment; a refusal is an answer too."""
    line = Barrier(len(acts))

    def one(act: Callable[[], Any]) -> Any:
        with desk.app.app_context():
            line.wait()
            try:
                done = act()
                db.session.commit()
            except Refused as refusal:
                db.session.rollback()
                return refusal.sentence
            return done

    with ThreadPoolExecutor(len(acts)) as pool:
        return [done.result(timeout=60) for done in [pool.submit(one, act) for act in acts]]


def given(desk: Desk, public_id: str) -> Callable[[], bool]:
    def act() -> bool:
        report = desk.report(public_id)
        return giving.give(report, by=report.couple.coach)

    return act


def taken(desk: Desk, public_id: str, verb: str) -> Callable[[], Any]:
    def act() -> None:
        report = desk.report(public_id)
        getattr(documents, verb)(report, by=report.couple.coach)

    return act


def fetched(desk: Desk) -> Callable[[], bool]:
    """Ana's request that found the document a moment ago."""

    def act() -> bool:
        document = db.session.scalars(select(Document)).unique().first()
        assert document
        return document.fetch(by=document.person) is not None

    return act


def test_two_give_it_and_it_is_given_once(desk: Desk) -> None:
    public_id = desk.made()
    assert sorted(together(desk, given(desk, public_id), given(desk, public_id))) == [False, True]
    assert desk.events("document.given") == 1


def test_undone_while_it_is_looked_for_nobody_gets_it(desk: Desk) -> None:
    public_id = desk.made(Audience.FIRST)
    together(desk, given(desk, public_id))
    assert together(desk, taken(desk, public_id, "undo"), fetched(desk))[1] is False
    with clock.at(clock.now() + LATER):
        assert together(desk, fetched(desk)) == [False]
    assert desk.events("report.fetched") == 0


def test_taken_back_while_it_is_fetched_it_is_either_first(desk: Desk) -> None:
    public_id = desk.made(Audience.FIRST)
    together(desk, given(desk, public_id))
    with clock.at(clock.now() + LATER):
        got = together(desk, taken(desk, public_id, "revoke"), fetched(desk))[1]
        assert desk.events("report.fetched") == int(got)
        assert together(desk, fetched(desk)) == [False]


def test_a_full_disk_is_told_and_nothing_is_half_kept(desk: Desk) -> None:
    public_id, engine = desk.asked(), ""
    with desk.app.app_context():
        engine, path = db.engine, db.engine.url.database
        db.session.remove()
    if engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL's disk cannot be filled from here")
    with sqlite3.connect(path or "") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("VACUUM")
        pages = connection.execute("PRAGMA page_count").fetchone()[0]

    def full(connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 4}")

    event.listen(engine, "begin", full)
    desk.make(public_id)
    event.remove(engine, "begin", full)
    assert desk.told(public_id)[0] == "failed"
    assert "There is no room left" in desk.told(public_id)[1]
    with desk.app.app_context():
        assert (desk.report(public_id).sealed, desk.report(public_id).sealed_facts) == (None, None)
        db.session.execute(db.text("PRAGMA max_page_count = 1000000"))
        report = desk.report(public_id)
        report.retry(by=report.couple.coach)
        db.session.commit()
    desk.make(public_id)
    assert desk.told(public_id) == ("done", "")
    assert desk.events("report.issued") == 1
