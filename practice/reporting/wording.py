"""The sentences of the four measures: what was counted, said for one audience; all sums of the report happen here."""

from dataclasses import dataclass
from statistics import median

from practice import formats
from practice.reporting.progress import Figures, Measure, Who
from practice.reporting.script import isolated

TOGETHER = Who("Together", 0)


@dataclass(frozen=True)
class Joint:
    """What both partners know alike: shared steps given, opened for both, reviewed by the coach."""

    given: int = 0
    opened: tuple[str, ...] = ()
    opened_in_all: int = 0
    reviewed: int = 0
    weeks: int = 0


@dataclass(frozen=True)
class Own:
    """One partner's own figures, theirs and the coach's to read; `you` when they read it themselves."""

    who: Who
    you: bool
    asked: int = 0
    sent: int = 0
    days: int = 0
    reviewed: int = 0
    review_days: tuple[int, ...] = ()
    own_sent: int = 0
    own_given: int = 0
    weeks: int = 0
    points: int = 0

    @property
    def has(self) -> str:
        return "You have" if self.you else f"{isolated(self.who.name)} has"


def measures(coach: str, joint: Joint, owns: tuple[Own, ...]) -> tuple[Measure, ...]:
    """The four measures in their order; `owns` holds only those partners whose own figures this audience may read."""
    return (effort(joint, owns), steps(joint, owns), help_given(isolated(coach), joint, owns), growth(joint, owns))


def effort(joint: Joint, owns: tuple[Own, ...]) -> Measure:
    """Reflections sent of those asked for, days on which something was sent, shared steps opened."""
    found = [f"{own.has} sent {own.sent} of the {_reflections(own.asked)} asked for" for own in owns if own.asked]
    if not owns and joint.given:
        given = formats.count(joint.given, "shared step", "shared steps")
        found = [f"{joint.opened_in_all} of the {given} you were given {_is(joint.opened_in_all)} open to you both"]
    days = [Figures(own.who, _lines((own.days, "day with something sent", "days with something sent"))) for own in owns]
    shared = (
        (joint.given, "shared step given so far", "shared steps given so far"),
        (joint.opened_in_all, "shared step opened so far", "shared steps opened so far"),
    )
    return _measure("Time and effort", found, "Nothing has been asked for yet", days, _lines(*shared))


def steps(joint: Joint, owns: tuple[Own, ...]) -> Measure:
    """Shared steps opened in this time, by name, and what was put into words in lists."""
    titles = formats.joined([f"“{title}”" for title in joint.opened[:4]])
    rest = f" and {len(joint.opened) - 4} more" if len(joint.opened) > 4 else ""
    were = "was" if len(joint.opened) == 1 else "were"
    readers = "both of you" if all(own.you for own in owns) else "both"
    found = [f"In this time {titles}{rest} {were} opened to {readers}"] if titles else []
    points = [Figures(own.who, _lines((own.points, "point put on a list", "points put on lists"))) for own in owns]
    opened = (len(joint.opened), "shared step opened in this time", "shared steps opened in this time")
    return _measure("Concrete steps", found, "No shared step was opened in this time", points, _lines(opened))


def help_given(coach: str, joint: Joint, owns: tuple[Own, ...]) -> Measure:
    """What the coach has reviewed, and how soon."""
    sent, reviewed = sum(own.sent for own in owns), sum(own.reviewed for own in owns)
    by_you = " you" if any(own.you for own in owns) else ""
    found = [f"{coach} has reviewed {reviewed} of the {_reflections(sent)}{by_you} sent"] if sent else []
    if not owns and joint.opened_in_all:
        opened = formats.count(joint.opened_in_all, "shared step", "shared steps")
        found = [f"{coach} has reviewed {joint.reviewed} of the {opened} open to you both"]
    figures = [Figures(own.who, (f"{_reflections(own.reviewed)} reviewed", *_soon(own.review_days))) for own in owns]
    return _measure("Expert help", found, "There is nothing to review yet", figures, ())


def growth(joint: Joint, owns: tuple[Own, ...]) -> Measure:
    """Weeks in a row, own steps sent, time since the first shared step."""
    found = [f"{own.has} sent something {_in_a_row(own.weeks)}" for own in owns if own.weeks > 1]
    if not found and joint.weeks:
        found = [f"It is {formats.count(joint.weeks, 'week', 'weeks')} since the first shared step was given"]
    figures = [
        Figures(own.who, (f"{own.own_sent} of {formats.count(own.own_given, 'own step', 'own steps')} sent",))
        for own in owns
        if own.own_given
    ]
    weeks = (joint.weeks, "week since the first shared step", "weeks since the first shared step")
    return _measure("Patience and growth", found, "It is early days", figures, _lines(weeks) if joint.weeks else ())


def _measure(name: str, found: list[str], otherwise: str, owns: list[Figures], together: tuple[str, ...]) -> Measure:
    joint = [Figures(TOGETHER, together)] if together else []
    return Measure(name, f"{'; '.join(found) or otherwise}.", (*owns, *joint))


def _in_a_row(weeks: int) -> str:
    return f"{formats.count(weeks, 'week', 'weeks')} in a row"


def _reflections(number: int) -> str:
    return formats.count(number, "reflection", "reflections")


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _lines(*counted: tuple[int, str, str]) -> tuple[str, ...]:
    return tuple(formats.count(number, one, many) for number, one, many in counted)


def _soon(days: tuple[int, ...]) -> tuple[str, ...]:
    return (f"usually within {formats.count(max(round(median(days)), 1), 'day', 'days')}",) if days else ()
