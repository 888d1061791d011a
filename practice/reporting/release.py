"""The facts of a release copy: what leaves the practice for a third party, as far as it was consented to."""

from dataclasses import dataclass

from practice.reporting.facts import Sheet
from practice.reporting.figures import Who
from practice.reporting.texts import Note, Paragraph


@dataclass(frozen=True)
class Consent:
    """Who consented, when, and to what."""

    who: Who
    words: str


@dataclass(frozen=True)
class Attended:
    """One appointment: its day, how long it was, and who of those named here was there."""

    day: str
    long: str
    words: str


@dataclass(frozen=True)
class Aim:
    """A goal in its writer's own words, with the first and the latest rating of these days."""

    who: Who
    words: tuple[Paragraph, ...]
    ratings: str


@dataclass(frozen=True)
class Total:
    """One total of a questionnaire: never an answer, never a verdict."""

    day: str
    total: str


@dataclass(frozen=True)
class Totals:
    """One person's totals of one questionnaire, and how they are to be read."""

    who: Who
    title: str
    reading: str
    totals: tuple[Total, ...]


@dataclass(frozen=True)
class Withheld:
    """What is not in the copy, and why."""

    what: str
    why: str


@dataclass(frozen=True)
class ReleaseFacts:
    """The whole copy; where a finding is empty, its section was not part of the release and is left out."""

    sheet: Sheet
    about: str
    recipient: Paragraph
    purpose: Paragraph
    period: str
    prepared: str
    consents: tuple[Consent, ...]
    attendance: tuple[Attended, ...]
    attendance_finding: str
    aims: tuple[Aim, ...]
    aims_finding: str
    totals: tuple[Totals, ...]
    totals_finding: str
    withheld: tuple[Withheld, ...]
    notes: tuple[Note, ...]
