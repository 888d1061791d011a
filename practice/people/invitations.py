"""Where somebody stands with their invitation, and the codes that their coach tells them by word of mouth."""

import enum
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from practice import clock
from practice.db import db
from practice.people import links
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
            "revoked": "Invitation taken back",
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
    join = links.latest_of(person, Purpose.JOIN)
    reset = links.latest_of(person, Purpose.RESET)
    works = join is not None and not person.has_joined and not join.trouble
    forgot = reset is not None and not reset.trouble
    return Standing(
        state=State.JOINED if person.has_joined else _state(join),
        code=join.code if join and works else None,
        sent_at=join.made_at if join else None,
        expires_at=join.expires_at if join and works else None,
        letter_is_late=bool(join and works and _is_late(join)),
        reset_code=reset.code if reset and forgot else None,
        reset_expires_at=reset.expires_at if reset and forgot else None,
    )


def _state(link: Link | None) -> State:
    if link is None:
        return State.NOT_INVITED
    if link.revoked_at or link.used_at:
        return State.REVOKED
    if link.is_locked:
        return State.LOCKED
    return State.EXPIRED if clock.now() >= link.expires_at else State.SENT


def _is_late(link: Link) -> bool:
    written = select(Letter).where(Letter.to_address == link.person.email, Letter.written_at >= link.made_at)
    letter = db.session.scalar(written.order_by(Letter.id).limit(1))
    return letter is not None and letter.is_late
