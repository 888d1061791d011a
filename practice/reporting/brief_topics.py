"""The agenda on paper: each pin in words, with the mark of what must not be let slip."""

from collections.abc import Sequence

from sqlalchemy import or_

from practice import keyring, policy
from practice.agreements.models import Line
from practice.appointments.agenda import About, Pin
from practice.db import db
from practice.homework.models import Homework
from practice.homework.reflections import Reflection
from practice.measures import releases
from practice.measures.models import Asking
from practice.reporting.audience import Reading
from practice.reporting.brief import Topic
from practice.reporting.figures import Who
from practice.reporting.script import isolated, paragraphs


def topics(reading: Reading, pins: Sequence[Pin]) -> tuple[Topic, ...]:
    """What is on the agenda and not spoken of yet, in its order."""
    return tuple(topic for pin in pins if not pin.is_done and (topic := _topic(reading, pin)).words)


def _topic(reading: Reading, pin: Pin) -> Topic:
    who = reading.who(pin.person) if pin.person else Who("Both", 0)
    points_to, flag = _points_to(reading, pin)
    return Topic(who, paragraphs("\n\n".join(filter(None, [points_to, _words(pin)]))), flag)


def _points_to(reading: Reading, pin: Pin) -> tuple[str, str]:
    """What it points to, and what is to be kept in mind about it."""
    coach = reading.couple.coach
    if pin.kind is About.REFLECTION:
        of_it = or_(Homework.public_id == pin.about_id, Homework.reflections.any(Reflection.public_id == pin.about_id))
        part = db.session.scalars(policy.rows(coach, Homework).where(of_it)).unique().first()
        return (f"“{part.assignment.published.title}”", _flag(reading, part)) if part else ("", "")
    if pin.kind is About.AGREEMENT:
        line = db.session.scalars(policy.rows(coach, Line).where(Line.public_id == pin.about_id)).unique().first()
        return (_heading(line), "" if line.shared else "For you alone") if line else ("", "")
    if pin.kind is About.MEASURE:
        asking = db.session.scalars(policy.rows(coach, Asking).where(Asking.public_id == pin.about_id)).unique().first()
        return (asking.version.instrument.name, _asked(reading, asking)) if asking else ("", "")
    return ("", "")


def _asked(reading: Reading, asking: Asking) -> str:
    """What one was asked, and its result, is theirs: the other knows of it only while both agree to it."""
    if asking.version.instrument.key in releases.open_of(asking.couple):
        return ""
    return f"For you alone: {isolated(reading.couple.other(asking.person).name)} does not know of it"


def _flag(reading: Reading, part: Homework) -> str:
    other = isolated(reading.couple.other(part.person).name)
    if not part.assignment.together:
        return f"For you alone: {other} does not know of this step"
    return "" if part.assignment.is_revealed else f"Sealed: {other} has not read it"


def _heading(line: Line) -> str:
    try:
        return line.wording.heading(line.noun)
    except keyring.Sealed:
        return ""  # its writer was erased


def _words(pin: Pin) -> str:
    try:
        return pin.words
    except keyring.Sealed:
        return ""
