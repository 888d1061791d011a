"""The steps given to a couple, as far as every reader of a report may know of them."""

from sqlalchemy import select

from practice import policy
from practice.db import db
from practice.homework.models import Assignment
from practice.reporting.audience import Reading


def assignments(reading: Reading) -> list[Assignment]:
    """Oldest first; what was taken back is left out."""
    query = select(Assignment).where(Assignment.couple_id == reading.couple.id, Assignment.withdrawn_at.is_(None))
    for reader in reading.readers:
        query = query.where(Assignment.id.in_(policy.rows(reader, Assignment).with_only_columns(Assignment.id)))
    return list(db.session.scalars(query.order_by(Assignment.id)).unique())
