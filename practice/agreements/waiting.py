"""Whether a partner's lists have something for them now: words that wait for their yes, or a week to look at."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import Select, and_, or_, select, tuple_

from practice.agreements.checking import monday
from practice.agreements.models import CheckIn, Line, LineState
from practice.db import db
from practice.people.models import Person


def is_for(person: Person, permitted: Select[Line], looked_at: Collection[tuple[str, str]], today: date) -> bool:
    """One question, however many lines; `looked_at` are (step, ledger) pairs that are looked at week by week.

    Of what the other did it knows only what both can read anyway: words proposed to both.
    """
    mine = select(CheckIn.id).where(CheckIn.line_id == Line.id, CheckIn.person_id == person.id, CheckIn.week_on == monday(today))
    to_answer = and_(Line.shared, Line.state == LineState.PROPOSED, Line.worded_by_id != person.id)
    to_look = and_(
        Line.state == LineState.AGREED,
        or_(Line.larger.is_(False), Line.opened_at.is_not(None)),
        or_(Line.from_on.is_(None), Line.from_on <= today),
        tuple_(Line.step, Line.ledger).in_(sorted(looked_at)),
        ~mine.exists(),
    )
    found = permitted.with_only_columns(Line.id).where(or_(to_answer, to_look) if looked_at else to_answer).limit(1)
    return db.session.scalar(found) is not None
