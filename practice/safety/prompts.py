"""What a coach is to look at alone: every yes that was not dealt with yet, and all that was answered so far."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select
from sqlalchemy.orm import contains_eager

from practice import keyring
from practice.couples.models import Couple
from practice.db import db
from practice.keyring import Sealed
from practice.measures.alarms import Alarm
from practice.people.models import Person
from practice.safety.models import SafetyAnswers, SafetyDealing, SafetyScreen
from practice.safety.questions import Answers


@dataclass(frozen=True, slots=True)
class Told:
    """What one person answered at one time, and what the coach noted about it."""

    about: str  # its public id
    person: Person
    told_at: datetime
    answers: Answers
    dealing: SafetyDealing | None

    @property
    def waits(self) -> bool:
        """Whether the coach is asked to look at it."""
        return self.answers.needs_coach and self.dealing is None


def couples_that_wait(mine: Select[SafetyAnswers], alarms: Iterable[Alarm] = ()) -> list[Couple]:
    """Couples of whom somebody's word waits, the longest wait first, then those of whom a questionnaire tells."""
    open_ones = _with_dealings(mine).where(SafetyDealing.id.is_(None))
    found = {screen.couple_id: screen.couple for screen, told in _opened(open_ones) if told.waits}
    return list((found | {alarm.couple.id: alarm.couple for alarm in alarms}).values())


def of_couple(couple: Couple, mine: Select[SafetyAnswers]) -> list[Told]:
    """All that the two answered, the newest first."""
    theirs = _with_dealings(mine).where(SafetyScreen.couple_id == couple.id)
    return [told for _, told in _opened(theirs)][::-1]


def _with_dealings(mine: Select[SafetyAnswers]) -> Select[Any]:
    """Each with what was noted about it, the oldest first."""
    joined = mine.join(SafetyScreen, SafetyScreen.id == SafetyAnswers.screen_id)
    whole = joined.outerjoin(SafetyDealing, SafetyDealing.about == SafetyAnswers.public_id).add_columns(SafetyDealing)
    screen = contains_eager(SafetyAnswers.screen)
    couple = screen.joinedload(SafetyScreen.couple)
    return whole.options(couple).order_by(SafetyAnswers.told_at, SafetyAnswers.id)


def _opened(rows: Select[Any]) -> Iterator[tuple[SafetyScreen, Told]]:
    found = db.session.execute(rows).unique().all()
    keyring.make_ready({answers.sealed_for for answers, _ in found})
    for kept, dealing in found:
        try:
            told = Told(kept.public_id, kept.screen.person, kept.told_at, kept.answers, dealing)
        except Sealed:
            # Whoever was erased took their words along.
            continue
        yield kept.screen, told
