"""A report is made once, whatever happens meanwhile: two workers, a killed one, a stopped one, a change of mind."""

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from flask.testing import FlaskClient

from practice import clock
from practice.db import db
from practice.errors import Refused
from practice.reporting import claim as claims
from practice.reporting import jobs as reporting_jobs
from practice.reporting.claim import LEASE, Claim
from practice.reporting.models import Audience, Kind
from practice.reporting.printing import Press
from tests import extract
from tests.browser import Browser
from tests.cast import sign_in
from tests.conftest import SECRETS
from tests.house.files import ROOT
from tests.reporting.conftest import ANA_FREE, BEN_FREE, Desk

LATER = LEASE + timedelta(seconds=1)
KILLED = """
import os, sys
import practice
from practice.db import db
from practice.reporting import claim
with practice.create_app().app_context():
    assert claim.begin(sys.argv[1])
    db.session.commit()
    os.kill(os.getpid(), 9)
"""


def begun(desk: Desk, public_id: str) -> Claim | None:
    """Another worker takes hold, and is not heard of again."""
    with desk.app.app_context():
        claim = claims.begin(public_id)
        db.session.commit()
        return claim


def test_two_workers_make_it_once(desk: Desk) -> None:
    public_id, line = desk.asked(), Barrier(2)

    def worker() -> None:
        line.wait()
        desk.make(public_id)

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(worker) for _ in range(2)]:
            done.result()
    assert desk.told(public_id) == ("done", "")
    assert desk.events("report.issued") == 1


@pytest.mark.parametrize("kind", [Kind.PROGRESS, Kind.WORKBOOK])
def test_a_killed_worker_loses_nothing(desk: Desk, kind: Kind) -> None:
    public_id, settings = desk.asked(Audience.FIRST, kind), desk.app.config["PRACTICE"]
    environ = {**SECRETS, "PRACTICE_DATA": str(settings.data), "PRACTICE_URL": "http://localhost"}
    environ["PRACTICE_DATABASE_URL"] = settings.database_url
    killed = subprocess.run([sys.executable, "-c", KILLED, public_id], cwd=ROOT, env=environ, check=False)
    assert killed.returncode == -signal.SIGKILL
    desk.make(public_id)
    assert desk.told(public_id) == ("working", ""), "it may still be at work"
    with clock.at(clock.now() + LATER), desk.app.app_context():
        reporting_jobs.make_waiting_reports.call_local()
    assert desk.told(public_id) == ("done", "")
    assert desk.events("report.issued") == 1


def test_a_slow_worker_that_comes_back_issues_nothing(desk: Desk) -> None:
    public_id = desk.asked()
    slow = begun(desk, public_id)
    assert slow
    with clock.at(clock.now() + LATER):
        desk.make(public_id)
    first = desk.paper(public_id)
    with desk.app.app_context():
        assert not slow.reach(90)
        assert not slow.finish(b"another", pages=1, digest="0" * 64)
        assert not slow.fail("too late")
        db.session.commit()
    assert desk.paper(public_id) == first
    assert desk.events("report.issued") == 1


def test_a_worker_that_shows_signs_of_life_keeps_its_hold(desk: Desk) -> None:
    public_id = desk.asked()
    claim = begun(desk, public_id)
    with clock.at(clock.now() + LATER):
        with desk.app.app_context():
            assert claim
            assert claim.reach(40)
            db.session.commit()
        assert begun(desk, public_id) is None


@pytest.mark.parametrize("days", [-1, 1])
def test_a_clock_that_was_a_day_wrong_holds_nothing_up(desk: Desk, days: int) -> None:
    public_id = desk.asked()
    with clock.at(clock.now() + timedelta(days=days)):
        assert begun(desk, public_id)
    assert begun(desk, public_id)


def test_a_report_that_stops_every_worker_is_given_up(desk: Desk) -> None:
    public_id, moment = desk.asked(), clock.now()
    for turn in range(4):
        with clock.at(moment + turn * LATER):
            begun(desk, public_id)
    state, trouble = desk.told(public_id)
    assert (state, trouble[:27]) == ("failed", "The worker stopped each tim")


def test_one_that_takes_too_long_says_so_and_can_be_tried_again(desk: Desk, client: FlaskClient, slow_press: Press) -> None:
    public_id = desk.made()
    assert desk.told(public_id)[0] == "failed"
    sign_in(client, "maya")
    browser = Browser(client)
    assert "It took too long, so it was stopped" in browser.get(f"/reports/{public_id}").text
    slow_press.limit = 30
    browser.submit("Try again")
    desk.make(public_id)
    assert "Download the report" in browser.get(f"/reports/{public_id}").links


def test_a_stopped_worker_is_noticed_and_the_report_waits(desk: Desk, client: FlaskClient) -> None:
    public_id = desk.asked()
    sign_in(client, "maya")
    browser = Browser(client)
    assert "worker" not in browser.get(f"/reports/{public_id}").text
    with clock.at(clock.now() + timedelta(seconds=21)):
        told = "The worker does not seem to run, so the report waits."
        assert told in browser.get(f"/reports/{public_id}").text
        answer = client.get(f"/reports/{public_id}/state").get_json()
    assert answer["under_way"] is True
    assert answer["told"].startswith(told)
    desk.make(public_id)
    assert desk.told(public_id) == ("done", "")


def test_ana_takes_her_word_back_before_it_is_made(desk: Desk) -> None:
    public_id = desk.asked()
    desk.release("ana", on_paper=False)
    desk.make(public_id)
    found = extract.everything(desk.paper(public_id))
    assert ANA_FREE not in found
    assert BEN_FREE in found, "the control"


def test_whoever_no_longer_coaches_them_gets_nothing(desk: Desk) -> None:
    public_id = desk.asked()
    with desk.app.app_context():
        desk.cast.couple("ana").coach = desk.cast.person("noor")
        db.session.commit()
    desk.make(public_id)
    state, trouble = desk.told(public_id)
    assert state == "failed"
    assert trouble.startswith("Whoever asked for this no longer coaches the couple")


def test_called_off_while_it_is_made_nothing_is_kept(desk: Desk, client: FlaskClient) -> None:
    public_id = desk.asked()
    claim = begun(desk, public_id)
    sign_in(client, "maya")
    browser = Browser(client)
    browser.get(f"/reports/{public_id}")
    assert "called off" in browser.submit("Call it off").text
    with desk.app.app_context():
        assert claim
        assert not claim.finish(b"paper", pages=1, digest="0" * 64)
        db.session.commit()
        with pytest.raises(Refused):
            desk.report(public_id).fetch(by=None)


def test_what_is_ready_can_neither_be_called_off_nor_made_again(desk: Desk, client: FlaskClient) -> None:
    public_id = desk.made()
    sign_in(client, "maya")
    browser = Browser(client)
    for verb in ("cancel", "retry"):
        browser.get("/account")
        browser.post(f"/reports/{public_id}/{verb}", status=409)
    assert desk.told(public_id) == ("done", "")


def test_nothing_is_locked_while_it_is_printed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []

    class Busy(Press):
        """Somebody writes to the practice's records at the very moment of printing."""

        def order(self, *order: object, **more: object) -> tuple[bytes, int]:
            with ThreadPoolExecutor(1) as somebody:
                written.append(somebody.submit(desk.asked).result(timeout=5))
            return super().order(*order, **more)

    monkeypatch.setattr(reporting_jobs, "press", Busy())
    assert desk.told(desk.made())[0] == "done"
    assert desk.told(written[0])[0] == "waiting"
    reporting_jobs.press.close()
