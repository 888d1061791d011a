"""One worker's hold on a report that it is making: begun once, kept alive, ended once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, update

from practice import clock, keyring
from practice.db import changed, db
from practice.reporting.models import Report, State
from practice.trail.models import record

LEASE = timedelta(seconds=20)  # without a sign of life for so long, another may take the report over
MOST_TRIES = 3
_WORN_OUT = "The worker stopped each time it made this report. Please choose a shorter time, or try again."


@dataclass(frozen=True)
class Claim:
    """Which report, and since when: whoever lost the hold meanwhile changes nothing any more. The caller commits."""

    report_id: int
    begun_at: datetime

    def reach(self, progress: int) -> bool:
        """Tell how far it is; whether the hold still holds."""
        return self._change(progress=progress, seen_at=clock.now())

    def beat(self) -> bool:
        """Tell that it is still being made; whether the hold still holds."""
        return self._change(seen_at=clock.now())

    def finish(self, paper: bytes, *, pages: int, digest: str, facts: bytes = b"") -> bool:
        """Seal the paper and the facts that it says into its row: it is issued, once."""
        report = self.report
        whose = {"owner": report.owner, "within": report.couple.practice.key}
        sealed = keyring.seal_bytes(paper, place=report.place, **whose)
        sealed_facts = keyring.seal_bytes(facts, place=report.facts_place, **whose) if facts else None
        first = self._change(
            state=State.DONE, progress=100, finished_at=clock.now(), sealed=sealed, sealed_facts=sealed_facts,
            size=len(paper), pages=pages, facts_digest=digest,
        )  # fmt: skip
        if first:
            record("report.issued", actor=report.asked_by, subject=report, couple=report.couple, pages=pages, digest=digest)
        return first

    def fail(self, trouble: str) -> bool:
        """Give it up, and say why."""
        report, first = self.report, self._change(state=State.FAILED, finished_at=clock.now(), trouble=trouble[:400])
        if first:
            record("report.failed", actor=None, subject=report, couple=report.couple)
        return first

    @property
    def report(self) -> Report:
        return db.session.get_one(Report, self.report_id)

    def _change(self, **values: Any) -> bool:
        held = update(Report).where(Report.id == self.report_id, Report.state == State.WORKING, Report.begun_at == self.begun_at)
        return bool(changed(held.values(**values).execution_options(synchronize_session=False)))


def begin(public_id: str) -> Claim | None:
    """Take hold of a report that waits, or that was left halfway; None when it is another's, or nobody's any more."""
    moment = clock.now()
    taken = update(Report).where(Report.public_id == public_id, _is_free(moment))
    values = {"state": State.WORKING, "progress": 0, "begun_at": moment, "seen_at": moment, "tries": Report.tries + 1}
    if not changed(taken.values(**values).execution_options(synchronize_session=False)):
        return None
    found = select(Report).where(Report.public_id == public_id).execution_options(populate_existing=True)
    report = db.session.scalars(found).one()
    claim = Claim(report.id, moment)
    if report.tries > MOST_TRIES:
        claim.fail(_WORN_OUT)
        return None
    return claim


def waiting() -> list[str]:
    """The reports that somebody should take hold of now, oldest first."""
    return list(db.session.scalars(select(Report.public_id).where(_is_free(clock.now())).order_by(Report.asked_at)))


def _is_free(moment: datetime) -> ColumnElement[bool]:
    # A sign of life from the future was given by a clock that was wrong.
    silent = or_(Report.seen_at < moment - LEASE, Report.seen_at > moment + LEASE)
    return or_(Report.state == State.WAITING, and_(Report.state == State.WORKING, silent))
