"""The last word of a closing report: what somebody can go back to, what helps when it gets hard again, and a thank-you."""

from collections.abc import Iterator, Sequence

from practice import formats
from practice.agreements.ledgers import Sheet
from practice.agreements.models import LineState
from practice.homework.models import Assignment
from practice.programme.library import Programme
from practice.reporting.audience import Reading
from practice.reporting.entries import Noted
from practice.reporting.period import Period
from practice.reporting.script import isolated
from practice.reporting.signed import Joint
from practice.reporting.texts import Note


def go_back(
    reading: Reading, given: Sequence[Assignment], texts: Sequence[Joint], sheets: Sequence[Sheet],
    found: Sequence[Noted], period: Period,
) -> tuple[Note, ...]:  # fmt: skip
    """What is there to be taken up again: for both what they made together, for one also the steps of their own."""
    shared = [
        Note(title, "It stands at the beginning of this report. Read it aloud to each other now and then.")
        for title in dict.fromkeys(one.title for one in texts)
    ]
    shared += [Note(sheet.ledger.title, _jar(sheet)) for sheet in sheets if sheet.ledger.drawn and _in_jar(sheet)]
    own = list(_own(reading, given, found, period))
    kept = Note("What you wrote", "It stays where it is, for the same readers as before. You can open it whenever you like.")
    return (*shared, *own, kept)


def hard(
    reading: Reading, programme: Programme, texts: Sequence[Joint], sheets: Sequence[Sheet], period: Period
) -> tuple[Note, ...]:
    """Small things that can be done at once, then what makes it last, as the programme closes."""
    coach = isolated(reading.couple.coach.name)
    small = [
        Note(
            "Slow down first",
            "A hard week is a hard week. Agree on a time to talk within two days, and let the hour until then pass.",
        ),
        *[
            Note("Read what you signed", f"Take out “{one.title}”. Each says which sentence matters most this week.")
            for one in texts[:1]
        ],
        *[
            Note("Look at one agreement", _agreement(sheet))
            for sheet in sheets[:]
            if sheet.ledger.agreed and _standing(sheet, period)
        ][:1],
        Note(
            "Ask early",
            f"Write to {coach}, or to somebody else who wishes you both well. You need no reason, and no worse week, to do so.",
        ),
    ]
    return (*small, *(Note(one.title, " ".join(one.text.split())) for one in programme.closing))


def thanks(reading: Reading) -> tuple[str, ...]:
    """Plain, and without praise: it is not for a coach to judge."""
    trust = "what was yours to share" if len(reading.partners) == 1 else "what each of you could share"
    return (
        f"Thank you for the time you gave to this, and for trusting me with {trust}.",
        "What comes next is yours. If you would like to speak about it, you know where to find me.",
    )


def _own(reading: Reading, given: Sequence[Assignment], found: Sequence[Noted], period: Period) -> Iterator[Note]:
    """The steps that this reader did alone, but for the one in which they planned for the worst: it is in no report."""
    for assignment in given:
        published = assignment.published
        for part in assignment.parts:
            mine = part.person in reading.told_of and not assignment.together and not published.step.most_private
            if mine and part.latest and period.is_over_by(part.latest.submitted_at):
                days = len({one.on for one in found if one.person_id == part.person_id and one.slug == published.slug})
                kept = f", and kept {formats.count(days, 'day', 'days')} with an entry" if days else ""
                sent = formats.day(period.day(part.latest.submitted_at))
                yield Note(published.title, f"You sent this on {sent}{kept}. {published.step.smaller}".strip())


def _in_jar(sheet: Sheet) -> int:
    return sum(card.line.counts for card in sheet.cards)


def _jar(sheet: Sheet) -> str:
    number, one = _in_jar(sheet), sheet.ledger.one
    return f"{formats.count(number, one, f'{one}s')} {'is' if number == 1 else 'are'} in it. Draw one."


def _standing(sheet: Sheet, period: Period) -> bool:
    return any(
        card.line.state is LineState.AGREED and period.is_over_by(card.line.agreed_at) and not sheet.ledger.drawn
        for card in sheet.cards
    )


def _agreement(sheet: Sheet) -> str:
    return f"Open “{sheet.ledger.title}” and choose one line that would help now. Keep it for a week, then say how it went."
