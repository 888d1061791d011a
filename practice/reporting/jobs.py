"""Making reports, in the worker: taken hold of, gathered, set, printed, sealed; between these nothing is locked."""

import logging
import time
from contextlib import suppress
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from practice import clock, policy
from practice.db import db, is_full
from practice.errors import Refused
from practice.jobs import every_minute, job, wake_later
from practice.reporting import claim as claims
from practice.reporting import consents, paper
from practice.reporting.claim import Claim
from practice.reporting.facts import canonical, facts_digest
from practice.reporting.kinds import making
from practice.reporting.models import Kind, Report, State
from practice.reporting.printing import Trouble, press
from practice.reporting.request import request_of
from practice.reporting.sheets import dress_of

log = logging.getLogger("practice.reporting")
_NOT_THEIRS = "Whoever asked for this no longer coaches the couple, so it was not made. You can ask for it again yourself."
_LONGEST = 90  # seconds that a worker may need, with everything
_FULL = "There is no room left where the practice keeps its records. Nothing was half kept; make room, then try again."
_FAULT = "Something went wrong on our side. Please try again."


class Lost(Exception):
    """The report was called off, or taken over, while it was being made."""


def make(public_id: str) -> None:
    """Make a report, unless another worker is at it."""
    claim = claims.begin(public_id)
    db.session.commit()
    if claim is None:
        return
    db.session.expire_all()  # whatever was read before may be out of date: a word taken back counts at once
    # Should this worker be stopped now, the report is looked at again as soon as the hold on it has run out.
    wake_later(int(claims.LEASE.total_seconds()) + 2, make_report, public_id)
    try:
        _make(claim)
    except Lost:
        db.session.rollback()
    except Trouble as trouble:
        _give_up(claim, str(trouble))
    except DBAPIError as error:
        # Nothing can be written down now. The hold runs out, and the report is taken up again.
        db.session.rollback()
        log.error("database: %s while making a report", type(error.orig).__name__)
        if is_full(error):
            with suppress(DBAPIError):  # a word takes less room than a paper
                _give_up(claim, _FULL)
            db.session.rollback()
    except Exception as error:
        # Its kind and never its words, for those may be somebody's.
        log.error("%s while making report %s", type(error).__name__, public_id)
        _give_up(claim, _FAULT)


make_report = job(make)


@every_minute
def make_waiting_reports() -> None:
    """Make what waits and what was left halfway, though no message told of it."""
    waiting = claims.waiting()
    db.session.rollback()
    for public_id in waiting:
        db.session.remove()  # with the keys that were opened for the last one
        make(public_id)


def made(public_id: str) -> bytes:
    """A report that was just asked for, made here and now; should the worker be quicker, theirs. Raises: Refused."""
    make(public_id)
    for _ in range(_LONGEST):
        db.session.remove()
        report: Report = db.session.scalars(select(Report).where(Report.public_id == public_id)).one()
        if not report.state.is_under_way:
            break
        db.session.rollback()
        time.sleep(1)
    if report.state is not State.DONE:
        raise Refused(report.trouble or "No worker has made it yet. It stays asked for, and is on the couple’s page once made.")
    paper = report.fetch(by=None)
    db.session.commit()
    return paper


def _make(claim: Claim) -> None:
    press.warm()
    report = claim.report
    folder, facts = making(report.kind).folder, _gathered(report)
    _reach(claim, 20)
    html, digest = paper.html(folder, facts), facts_digest(facts)
    dress = dress_of(report.couple.practice, facts.sheet)
    _reach(claim, 40)
    made, pages = press.order(html, paper.stylesheets(folder, facts), digest, dress=dress, meanwhile=lambda: _reach(claim, 40))
    _reach(claim, 90)
    _must_still_stand(claim.report)
    if not claim.finish(made, pages=pages, digest=digest, facts=canonical(facts)):
        raise Lost
    db.session.commit()


def _gathered(report: Report) -> Any:
    """The facts, as far as whoever asked may still have them. Raises: Trouble."""
    couple, asker = report.couple, report.asked_by
    if asker and (asker.disabled_at or not policy.may(asker, "report", couple)):
        raise Trouble(_NOT_THEIRS)
    try:
        return making(report.kind).gather(request_of(report, clock.today(couple.coach.time_zone)))
    except Refused as refusal:  # what it is about is gone, or may not be told any more
        raise Trouble(refusal.sentence) from None


def _must_still_stand(report: Report) -> None:
    """A copy that leaves the practice is issued in the act that finishes it, with every consent. Raises: Trouble."""
    if report.kind is not Kind.RELEASE:
        return
    try:
        consents.issue(report.about)
    except Refused as refusal:
        raise Trouble(refusal.sentence) from None


def _reach(claim: Claim, progress: int) -> None:
    """Tell how far it is, and let go of the database. Raises: Lost."""
    held = claim.reach(progress)
    db.session.commit()
    if not held:
        raise Lost


def _give_up(claim: Claim, trouble: str) -> None:
    db.session.rollback()
    claim.fail(trouble)
    db.session.commit()
