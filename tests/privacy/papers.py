"""What each kind of report is asked about in these tests, and which markers must be found on it: the proof that it is not empty.

One line a kind in ASKED. What no report may ever hold stands in NEVER, though the coach may read it elsewhere.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import select

from practice import clock
from practice.appointments.models import Appointment, Attended, Slot, State, WithWhom, plan
from practice.couples.models import Couple
from practice.db import db, public_id
from practice.reporting import consents
from practice.reporting.models import Audience, Kind
from practice.reporting.releases import Holding, Terms
from tests.privacy.allowed import may_read
from tests.privacy.world import Cage, Canary

READERS = {
    Audience.COUPLE: {"ana", "ben", "maya"},
    Audience.FIRST: {"ana", "maya"},
    Audience.SECOND: {"ben", "maya"},
    Audience.COACH: {"maya"},
}
NEVER = {
    *("safety answer", "note alone", "process note", "item answer", "reason", "opening reason", "only_me answer"),
    *(
        "typed note",
        "typed process note",
        "only_me entry",
        "draft",
        "old draft",
        "withdrawn draft",
        "set aside",
        "code",
        "letter",
    ),
}
NEVER_ASKED = (
    "process_texts",
    "process_drafts",
    "note_drafts",
    "safety_answers",
    "safety_dealings",
)  # tables that no report may even look into


def _nothing(_couple: Couple, _audience: Audience) -> str:
    return ""


def _evening(couple: Couple, _audience: Audience) -> str:
    """An appointment that both came to."""
    known = select(Appointment).where(Appointment.couple_id == couple.id, Appointment.with_whom == WithWhom.BOTH)
    if met := db.session.scalar(known.where(Appointment.state == State.HELD)):
        return str(met.public_id)
    slot = Slot(clock.now() - timedelta(hours=3), "UTC", 80)
    met = plan(couple, WithWhom.BOTH, slot, save_key=public_id(), by=couple.coach)
    met.hold({person.id: Attended.CAME for person in couple.partners}, revision=met.revision, by=couple.coach)
    return str(met.public_id)


def _consented(couple: Couple, audience: Audience) -> str:
    """A release to which all who were asked have consented."""
    today = clock.today(couple.coach.time_zone)
    days = (today - timedelta(days=60), today, today)
    terms = Terms(audience, "Dr Brandt", "the first meeting", tuple(Holding), *days)
    release = consents.prepare(couple, terms, by=couple.coach, key=public_id())
    for consent in release.consents:
        consent.give(consent.person.name)
    return str(release.public_id)


@dataclass(frozen=True)
class Asked:
    """`about` gives the public id or slug; `found` says which kinds of markers stand on it for whom, once all is revealed.

    `only`: the kinds that may stand on it at all, where it leaves the practice. `handed`: what the coach alone reads on the
    screen, and this very paper is there to hand over.
    """

    about: Callable[[Couple, Audience], str] = _nothing
    found: Mapping[Audience, frozenset[str]] = field(default_factory=dict)
    only: frozenset[str] = frozenset()
    handed: frozenset[str] = frozenset()


_SHARED = frozenset(["both answer"])
_KNOWN = frozenset(["shared goal", "shared total"])
_RELEASED = {Audience.COUPLE: _KNOWN} | dict.fromkeys((Audience.FIRST, Audience.SECOND), frozenset(["goal", "total"]))
_TOLD = _SHARED | _KNOWN | {"own line", "goal", "total"}
_BRIEF = _SHARED | {"in the way", "not yet"}
_OWN = frozenset(["coach answer", "earlier both answer", "coach entry", "own line"])

ASKED: dict[Kind, Asked] = {
    Kind.BRIEF: Asked(_evening, {Audience.COACH: _BRIEF}),
    Kind.PROGRESS: Asked(found=dict.fromkeys(Audience, _TOLD)),
    Kind.RELEASE: Asked(_consented, _RELEASED, only=frozenset(["goal", "total"]) | _KNOWN),
    Kind.SUMMARY: Asked(_evening, handed=frozenset(["joint note", "past meeting"])),
    Kind.WORKBOOK: Asked(found=dict.fromkeys((Audience.FIRST, Audience.SECOND), _OWN)),
    Kind.CLOSING: Asked(found=dict.fromkeys((Audience.COUPLE, Audience.FIRST, Audience.SECOND), _TOLD)),
}


def forbidden(cage: Cage, kind: Kind, audience: Audience, *, revealed: bool) -> list[Canary]:
    """What must not stand on a paper of this kind for these readers."""
    only, handed = ASKED[kind].only, ASKED[kind].handed
    readers = READERS[audience]
    hidden = [bird for bird in cage.birds if bird.kind not in handed and not readers <= may_read(bird, revealed=revealed)]
    return [*hidden, *(bird for bird in cage.birds if bird.kind in NEVER or (only and bird.kind not in only))]


def wanted(cage: Cage, kind: Kind, audience: Audience) -> list[Canary]:
    """What must stand on it, as far as these readers may know it."""
    kinds = ASKED[kind].found.get(audience, frozenset())
    return [
        bird
        for bird in cage.birds
        if bird.person in ("ana", "ben") and bird.kind in kinds and READERS[audience] <= may_read(bird, revealed=True)
    ]
