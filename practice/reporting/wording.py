"""The sentences of the four measures: what was counted, said for one audience; all sums of the report happen here."""

from dataclasses import dataclass
from statistics import median

from practice import formats
from practice.reporting.figures import Figures, Measure, Who
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
    found = [f"{own.has} {_done('sent', own.sent, own.asked)} asked for" for own in owns if own.asked]
    if not owns and joint.given:
        found = [f"You have {_done('opened', joint.opened_in_all, joint.given, 'shared step')} given to you both"]
    days = [Figures(own.who, _lines((own.days, "day with something sent", "days with something sent"))) for own in owns]
    shared = (
        (joint.given, "shared step given so far", "shared steps given so far"),
        (joint.opened_in_all, "shared step opened so far", "shared steps opened so far"),
    )
    return _measure("Time and effort", found, "Nothing has been asked for yet", days, _lines(*shared) if owns else ())


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
    found = [f"{coach} has {_done('reviewed', reviewed, sent)}{by_you} sent"] if sent else []
    if not owns and joint.opened_in_all:
        found = [f"{coach} has {_done('reviewed', joint.reviewed, joint.opened_in_all, 'shared step')} open to you both"]
    figures = [Figures(own.who, _reviewed(own)) for own in owns]
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
    return _measure("Patience and growth", found, "It is early days", figures, _lines(weeks) if figures else ())


def _measure(name: str, found: list[str], otherwise: str, owns: list[Figures], together: tuple[str, ...]) -> Measure:
    figures = (*owns, Figures(TOGETHER, together))
    sentence = "; ".join(found) or otherwise
    return Measure(name, f"{sentence[0].upper()}{sentence[1:]}.", tuple(each for each in figures if each.lines))


def _in_a_row(weeks: int) -> str:
    return f"{formats.count(weeks, 'week', 'weeks')} in a row"


def _done(verb: str, number: int, total: int, noun: str = "reflection") -> str:
    """ "sent 3 of the 4 reflections", "sent the one reflection", "not yet sent any of the 4 reflections"."""
    if total == 1:
        return f"{verb} the one {noun}" if number else f"not yet {verb} the one {noun}"
    said = f"{verb} {number}" if number else f"not yet {verb} any"
    return f"{said} of the {formats.count(total, noun, f'{noun}s')}"


def _lines(*counted: tuple[int, str, str]) -> tuple[str, ...]:
    # A zero is told once, in the finding; a row of zeros helps nobody.
    return tuple(formats.count(number, one, many) for number, one, many in counted if number)


def _reviewed(own: Own) -> tuple[str, ...]:
    if not own.review_days:
        return ()
    usual = max(round(median(own.review_days)), 1)
    return (
        f"{formats.count(own.reviewed, 'reflection', 'reflections')} reviewed",
        f"usually within {formats.count(usual, 'day', 'days')}",
    )
