"""The reflections to speak of, in full, each answer with the mark of what must not be let slip."""

from collections.abc import Sequence

from sqlalchemy.orm import joinedload

from practice import formats, keyring, policy
from practice.appointments.agenda import About, Pin
from practice.db import db
from practice.homework.models import Assignment, Homework
from practice.homework.reflections import Answer, Reflection
from practice.people.models import Person
from practice.programme.library import Readers, Step, as_text
from practice.reporting.audience import Reading
from practice.reporting.brief import Heard, Read
from practice.reporting.period import Period
from practice.reporting.room import Room
from practice.reporting.script import isolated, paragraphs
from practice.reporting.texts import Paragraph

_MOST = 4  # what was pinned is all printed; without a pin, this many of the newest


def to_speak_of(reading: Reading, people: Sequence[Person], pins: Sequence[Pin], period: Period, room: Room) -> tuple[Read, ...]:
    """What is pinned to the agenda; where nothing is, what was sent last since you met."""
    answers = policy.rows(reading.couple.coach, Answer).where(Answer.readers.in_([Readers.COACH, Readers.BOTH]))
    theirs = (
        answers.join(Answer.reflection).join(Reflection.homework).join(Homework.assignment)
        .where(Assignment.couple_id == reading.couple.id, Assignment.withdrawn_at.is_(None), Reflection.voided_at.is_(None))
        .where(Homework.person_id.in_([person.id for person in people]))
        .options(joinedload(Answer.reflection).joinedload(Reflection.homework)).order_by(Answer.id)
    )  # fmt: skip
    held: dict[int, list[Answer]] = {}
    for answer in db.session.scalars(theirs).unique():
        held.setdefault(answer.reflection_id, []).append(answer)
    found = [answers for answers in held.values() if not _step(answers).most_private and _is_latest(answers[0].reflection)]
    pinned = [pin.about_id for pin in pins if pin.kind is About.REFLECTION]
    chosen = [each for each in found if {each[0].reflection.public_id, each[0].reflection.homework.public_id} & set(pinned)]
    if not chosen:
        since = [each for each in found if period.holds(each[0].reflection.submitted_at)]
        chosen = sorted(since, key=lambda each: each[0].reflection.submitted_at)[-_MOST:]
    told = (_read(reading, each, period, room) for each in chosen)
    return tuple(one for one in told if one.heard)


def _read(reading: Reading, answers: Sequence[Answer], period: Period, room: Room) -> Read:
    reflection = answers[0].reflection
    part, step = reflection.homework, _step(answers)
    held = {answer.prompt_key: answer for answer in answers}
    heard = []
    for prompt in step.prompts:
        if (answer := held.get(prompt.key)) and _fits(text := paragraphs(as_text(prompt, _opened(answer))), room):
            heard.append(Heard(prompt.ask.strip(), text, _flag(reading, answer)))
    return Read(
        reading.who(part.person), step.title, f"sent {formats.short_day(period.day(reflection.submitted_at))}", tuple(heard)
    )


def _fits(text: Sequence[Paragraph], room: Room) -> bool:
    return bool(text) and room.takes(text)


def _flag(reading: Reading, answer: Answer) -> str:
    part = answer.reflection.homework
    other = isolated(reading.couple.other(part.person).name)
    if not part.assignment.together:
        return f"For you alone: {other} does not know of this step"
    if answer.readers is Readers.COACH:
        return "For you alone"
    return "" if answer.reflection.is_revealed else f"Sealed: {other} has not read it"


def _opened(answer: Answer) -> object:
    try:
        return answer.value
    except keyring.Sealed:
        return None  # its writer was erased


def _is_latest(reflection: Reflection) -> bool:
    latest = reflection.homework.latest
    return latest is not None and latest.id == reflection.id


def _step(answers: Sequence[Answer]) -> Step:
    return answers[0].reflection.homework.assignment.published.step
