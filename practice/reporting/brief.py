"""The facts of a session brief: what a coach wants to know before an appointment, read in two minutes."""

from dataclasses import dataclass
from decimal import Decimal

from practice.charts.points import ChartPoint
from practice.reporting.facts import Sheet
from practice.reporting.figures import Who
from practice.reporting.sections import Dated
from practice.reporting.texts import Paragraph


@dataclass(frozen=True)
class Topic:
    """One line of the agenda; `flag` says what must not be let slip, and is empty where nothing must not."""

    who: Who
    words: tuple[Paragraph, ...]
    flag: str


@dataclass(frozen=True)
class Task:
    """One step of one partner: where it stands, how much of it was done and how well, what got in the way."""

    step: str
    stands: str
    went: str
    hindered: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Sparked:
    """One questionnaire of one partner as a small line, with its finding."""

    id: str
    name: str
    finding: str
    points: tuple[ChartPoint, ...]
    bounds: tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Column:
    """One partner since last time."""

    who: Who
    tasks: tuple[Task, ...]
    sparks: tuple[Sparked, ...]
    alone: tuple[str, ...]  # what this partner told the coach alone: by step, never the words


@dataclass(frozen=True)
class Looked:
    """An agreement and what each said of it since last time, or an action and its day."""

    who: Who
    words: tuple[Paragraph, ...]
    stands: str


@dataclass(frozen=True)
class Heard:
    """One question and its answer, with the flag of what was told to the coach alone or is still sealed."""

    question: str
    answer: tuple[Paragraph, ...]
    flag: str


@dataclass(frozen=True)
class Read:
    """One reflection to speak of, in full."""

    who: Who
    step: str
    when: str
    heard: tuple[Heard, ...]


@dataclass(frozen=True)
class BriefFacts:
    """The whole brief, in the order in which it is read; an empty tuple leaves its section out."""

    sheet: Sheet
    couple: str
    when: str
    where: str
    since: str
    first: tuple[str, ...]
    topics: tuple[Topic, ...]
    columns: tuple[Column, ...]
    joint: tuple[Dated, ...]
    agreements: tuple[Looked, ...]
    actions: tuple[Looked, ...]
    promised: tuple[str, ...]
    reading: tuple[Read, ...]
    reading_intro: str
