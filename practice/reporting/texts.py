"""What was written, as it stands in a report: paragraphs, answers, parts, and the notes at the end."""

from dataclasses import dataclass

from practice.reporting.figures import Who


@dataclass(frozen=True)
class Paragraph:
    """A stretch of a writer's text, with the direction of its script."""

    text: str
    direction: str = "ltr"


@dataclass(frozen=True)
class Told:
    """One question and what was answered."""

    question: str
    answer: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Part:
    """What one partner wrote in one step, and when it was sent."""

    who: Who
    when: str
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Written:
    """One step with the parts that this audience may read."""

    title: str
    when: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Note:
    """A heading and a paragraph at the end of the report."""

    title: str
    text: str
