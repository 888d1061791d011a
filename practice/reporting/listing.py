"""The reports of one couple, as its page lists them."""

from collections.abc import Sequence

from practice import policy
from practice.couples.models import Couple
from practice.db import db
from practice.people.models import Person
from practice.reporting.models import Report


def reports_of(couple: Couple, person: Person) -> Sequence[Report]:
    """What this person may see of them, newest first; the papers themselves are left where they lie."""
    mine = policy.rows(person, Report).where(Report.couple_id == couple.id)
    return db.session.scalars(mine.order_by(Report.asked_at.desc(), Report.id.desc())).unique().all()
