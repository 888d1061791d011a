"""What two did together in their assignments, gathered for the facts: texts signed and approved, and who has felt heard."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Self

from sqlalchemy import select

from practice.agreements.texts import Approval, JointText, TextVersion
from practice.db import db
from practice.turns.course import Kind
from practice.turns.models import Move


@dataclass(frozen=True, slots=True)
class Joint:
    """By assignment: the texts that are signed, who has approved each text's newest wording, who has felt heard."""

    signed: defaultdict[int, set[str]]
    approved: defaultdict[int, dict[str, set[int]]]
    heard: defaultdict[int, set[int]]

    @classmethod
    def of(cls, assignments: Collection[int]) -> Self:
        """Two questions, however many assignments there are."""
        signed, approved = _texts(assignments)
        heard: defaultdict[int, set[int]] = defaultdict(set)
        told = select(Move.assignment_id, Move.person_id).where(Move.kind == Kind.FELT_HEARD)
        for assignment_id, person_id in db.session.execute(told.where(Move.assignment_id.in_(assignments)).distinct()):
            heard[assignment_id].add(person_id)
        return cls(signed, approved, heard)


def _texts(assignments: Collection[int]) -> tuple[defaultdict[int, set[str]], defaultdict[int, dict[str, set[int]]]]:
    rows = (
        select(JointText.assignment_id, JointText.key, JointText.signed_at, TextVersion.number, Approval.person_id)
        .join(TextVersion, TextVersion.text_id == JointText.id)
        .outerjoin(Approval, Approval.version_id == TextVersion.id)
        .where(JointText.assignment_id.in_(assignments))
        .order_by(TextVersion.number)
    )
    signed: defaultdict[int, set[str]] = defaultdict(set)
    approved: defaultdict[int, dict[str, set[int]]] = defaultdict(dict)
    newest: dict[tuple[int, str], int] = {}
    for assignment_id, key, signed_at, number, person_id in db.session.execute(rows):
        if signed_at:
            signed[assignment_id].add(key)
        if newest.get((assignment_id, key)) != number:
            newest[assignment_id, key], approved[assignment_id][key] = number, set()
        if person_id:
            approved[assignment_id][key].add(person_id)
    return signed, approved
