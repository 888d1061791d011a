"""Where somebody stands with their invitation, and the codes that their coach tells them by word of mouth."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from practice import clock
from practice.db import db
from practice.people.links import Link, Purpose
from practice.people.models import Person
from practice.post import Letter


class State(enum.StrEnum):
    """What has become of an invitation."""

    NOT_INVITED = "not_invited"
    SENT = "sent"
    EXPIRED = "expired"
    REVOKED = "revoked"
    LOCKED = "locked"
    JOINED = "joined"

    @property
    def label(self) -> str:
        return {
            "not_invited": "Not invited yet",
            "sent": "Invited",
            "expired": "Invitation ran out",
            "revoked": "Invitation revoked",
            "locked": "Wrong code five times",
            "joined": "Joined",
        }[self.value]


@dataclass(frozen=True)
class Standing:
    """All that a coach needs to see of one person's invitation."""

    state: State
    code: str | None = None
    sent_at: datetime | None = None
    expires_at: datetime | None = None
    letter_is_late: bool = False
    reset_code: str | None = None
    reset_expires_at: datetime | None = None


def standing(person: Person) -> Standing:
    """Where somebody stands; only for the eyes of who may invite them."""
    return standings([person])[person.id]


def standings(people: Sequence[Person]) -> dict[int, Standing]:
    """Where each of several stands, by their id; as many queries for ten as for one."""
    ids = [person.id for person in people]
    newest: dict[tuple[int, Purpose], Link] = {}
    for link in db.session.scalars(select(Link).where(Link.person_id.in_(ids)).order_by(Link.id)):
        newest[link.person_id, link.purpose] = link
    late = _late([person.email for person in people])
    return {p.id: _standing(p, newest.get((p.id, Purpose.JOIN)), newest.get((p.id, Purpose.RESET)), late) for p in people}


def _standing(person: Person, join: Link | None, reset: Link | None, late: dict[str, datetime]) -> Standing:
    works = join if join and not person.has_joined and not join.trouble else None
    forgot = reset if reset and not reset.trouble else None
    return Standing(
        state=State.JOINED if person.has_joined else _state(join),
        code=works.code if works else None,
        sent_at=join.made_at if join else None,
        expires_at=works.expires_at if works else None,
        letter_is_late=bool(works and person.email in late and late[person.email] >= works.made_at),
        reset_code=forgot.code if forgot else None,
        reset_expires_at=forgot.expires_at if forgot else None,
    )


def _state(link: Link | None) -> State:
    if link is None:
        return State.NOT_INVITED
    if link.revoked_at or link.used_at:
        return State.REVOKED
    if link.is_locked:
        return State.LOCKED
    return State.EXPIRED if clock.now() >= link.expires_at else State.SENT


def _late(addresses: list[str]) -> dict[str, datetime]:
    """To whom a letter still waits because the mail server would not take it, and when it was written."""
    waiting = select(Letter).where(Letter.to_address.in_(addresses), Letter.sent_at.is_(None), Letter.trouble.is_not(None))
    return {letter.to_address: letter.written_at for letter in db.session.scalars(waiting.order_by(Letter.id))}
