"""Where the co-signed texts of a couple stand, for the pages that show its agreements."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload, undefer

from practice.agreements.texts import JointText, TextVersion
from practice.couples.models import Couple
from practice.db import db
from practice.homework.models import Assignment
from practice.programme.models import PublishedStep


@dataclass(frozen=True, slots=True)
class TextStanding:
    """One text, newest step first: its signed wording, and whether another one is proposed."""

    text: JointText
    title: str
    in_force: TextVersion | None
    proposed: TextVersion | None


def of_couple(couple: Couple) -> list[TextStanding]:
    """All texts of a couple, in a number of queries that does not grow with theirs. Both partners and the coach read them."""
    rows = (
        select(JointText)
        .join(JointText.assignment)
        .where(Assignment.couple_id == couple.id)
        .options(joinedload(JointText.assignment).joinedload(Assignment.published).options(undefer(PublishedStep.body)))
        .order_by(JointText.id.desc())
    )
    found = db.session.scalars(rows).unique()
    return [TextStanding(each, each.cosigned.title, each.in_force, each.proposed) for each in found]
