"""The facts of a session summary: what two people take home from an appointment they both came to."""

from dataclasses import dataclass

from practice.reporting.facts import Sheet
from practice.reporting.figures import Who
from practice.reporting.texts import Paragraph, Told


@dataclass(frozen=True)
class Agreed:
    """One agreement: whose task it is, its first words, the rest of it, and since when it stands."""

    who: Who
    words: Paragraph
    told: tuple[Told, ...]
    since: str


@dataclass(frozen=True)
class Task:
    """One step that both have been given, by when, and what their coach wrote beside it."""

    title: Paragraph
    where: str
    note: tuple[Paragraph, ...]


@dataclass(frozen=True)
class SummaryFacts:
    """One page: when and where, who was there, what was said, what was agreed, what comes next."""

    sheet: Sheet
    whose: str
    met: str
    place: Paragraph
    there: str
    note: tuple[Paragraph, ...]
    no_note: str
    agreements: tuple[Agreed, ...]
    no_agreements: str
    tasks: tuple[Task, ...]
    no_tasks: str
    own_tasks: str
    next_time: str
