"""Homework since last time, for the coach's brief: each partner's steps, what was told to the coach alone, what waits."""

from collections.abc import Sequence

from practice import formats
from practice.homework import not_yet, ratings
from practice.homework.models import Assignment, Homework
from practice.homework.ratings import AMOUNT, QUALITY
from practice.homework.reflections import tally
from practice.people.models import Person
from practice.programme.library import Readers
from practice.reporting.audience import Reading
from practice.reporting.brief import Task
from practice.reporting.period import Period
from practice.reporting.script import isolated, paragraphs
from practice.reporting.sections import Dated
from practice.reporting.texts import Paragraph

_MOST = 8  # rows a partner: beyond that nobody reads them standing


def tasks(person: Person, given: Sequence[Assignment], period: Period) -> tuple[Task, ...]:
    """The steps of one partner that are open, or were sent since last time; the newest first."""
    parts = [part for part in _parts(person, given) if part.state.is_open or _sent_since(part, period)]
    parts.sort(key=lambda part: part.assignment.assigned_at, reverse=True)
    return tuple(_task(part, period) for part in parts[:_MOST])


def alone(reading: Reading, person: Person, given: Sequence[Assignment], period: Period) -> tuple[str, ...]:
    """What this partner told the coach alone since last time, by step and number; never the words."""
    other = isolated(reading.couple.other(person).name)
    sent = [(part, part.latest) for part in _parts(person, given) if part.latest and _sent_since(part, period)]
    numbers = tally([latest for _, latest in sent])
    found = []
    for part, latest in sent:
        number, title = numbers[latest.id].get(Readers.COACH, 0), part.assignment.published.title
        if number and part.assignment.together:
            found.append(f"“{title}”: {formats.count(number, 'answer', 'answers')} for you alone.")
        elif number:
            found.append(f"“{title}”: {other} does not know of it.")
    return tuple(found)


def joint(reading: Reading, given: Sequence[Assignment], period: Period) -> tuple[Dated, ...]:
    """The shared steps that stand, and how far each has come: what only the coach may know of both."""
    standing = [each for each in given if each.together and not (each.is_revealed and not _opened_since(each, period))]
    return tuple(Dated(each.published.title, _how_far(reading, each, period)) for each in standing)


def reveals(given: Sequence[Assignment]) -> list[str]:
    """Shared steps that both have sent and that wait for the coach."""
    return [f"“{each.published.title}” is sent by both and waits for you to open it." for each in given if each.awaits_reveal]


def _parts(person: Person, given: Sequence[Assignment]) -> list[Homework]:
    # What somebody planned for the worst is not even named on paper that may lie on a desk.
    told = [each for each in given if not each.published.step.most_private]
    return [part for each in told for part in each.parts if part.person_id == person.id]


def _sent_since(part: Homework, period: Period) -> bool:
    return part.latest is not None and period.holds(part.latest.submitted_at)


def _task(part: Homework, period: Period) -> Task:
    rating = ratings.of(part, part.person)
    went = ", ".join(
        words[number].lower()
        for words, number in ((AMOUNT, rating.amount), (QUALITY, rating.quality)) if rating and number is not None
    ) if rating else ""  # fmt: skip
    return Task(part.assignment.published.title, _stands(part, period), went, _hindered(part, rating, period))


def _stands(part: Homework, period: Period) -> str:
    due = part.assignment.due_on
    late = f", was due {formats.short_day(due)}" if due and part.is_late(period.to_on) else ""
    if part.latest and not part.state.is_open:
        return f"{part.state.label}, {formats.short_day(period.day(part.latest.submitted_at))}"
    return f"{part.state.label}{late}"


def _hindered(part: Homework, rating: ratings.Rating | None, period: Period) -> tuple[Paragraph, ...]:
    """What got in the way, in their own words; of several times "not yet" the last."""
    said = paragraphs(rating.in_the_way) if rating else ()
    since = [one for one in not_yet.of(part) if period.holds(one.said_at)]
    last = paragraphs(f"Not yet: {since[-1].reason.label.lower()}. {since[-1].text}".strip()) if since else ()
    return (*said, *last)


def _opened_since(each: Assignment, period: Period) -> bool:
    return any(part.revealed and period.holds(part.revealed.revealed_at) for part in each.parts)


def _how_far(reading: Reading, each: Assignment, period: Period) -> str:
    if each.is_revealed:
        return "Open to both since you last met."
    if each.awaits_reveal:
        return "Sent by both, sealed: it waits for you to open it."
    said = [
        f"{isolated(part.person.name)}: {part.state.label.lower()}"
        for part in sorted(each.parts, key=lambda part: reading.couple.position(part.person))
    ]
    return f"{'; '.join(said)}. Neither knows of the other."
