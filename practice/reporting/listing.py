"""The reports of one couple, as its page lists them."""

from collections.abc import Sequence

from sqlalchemy.orm import selectinload

from practice import policy
from practice.couples.models import Couple
from practice.db import db
from practice.people.models import Person
from practice.reporting.models import Kind, Report
from practice.reporting.releases import Release


def reports_of(couple: Couple, person: Person) -> Sequence[Report]:
    """What this person may see of them, newest first; the papers themselves are left where they lie."""
    mine = policy.rows(person, Report).where(Report.couple_id == couple.id)
    return db.session.scalars(mine.order_by(Report.asked_at.desc(), Report.id.desc())).unique().all()


def releases_of(couple: Couple, person: Person) -> Sequence[Release]:
    """What was prepared for somebody outside, the latest first."""
    mine = policy.rows(person, Release).where(Release.couple_id == couple.id)
    return db.session.scalars(mine.order_by(Release.id.desc()).options(selectinload(Release.consents))).unique().all()


def copies_of(release: Release, person: Person) -> Sequence[Report]:
    """The copy made of a release, or being made."""
    mine = policy.rows(person, Report).where(Report.kind == Kind.RELEASE, Report.about == release.public_id)
    return db.session.scalars(mine.order_by(Report.id.desc())).unique().all()
