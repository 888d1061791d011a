"""The sentences of the four measures: what was counted, said for one audience; all sums of the report happen here."""

from dataclasses import dataclass
from statistics import median

from practice import formats
from practice.reporting.figures import Figures, Measure, Who
from practice.reporting.script import isolated

TOGETHER = Who("Together", 0)


@dataclass(frozen=True)
class Joint:
    """What all readers know alike: shared steps, causes, agreements, meetings of both; and totals, each with its writer."""

    given: int = 0
    opened: tuple[str, ...] = ()
    opened_in_all: int = 0
    reviewed: int = 0
    weeks: int = 0
    causes: int = 0
    met: int = 0  # causes that an action answers to
    cured: int = 0
    agreements: int = 0
    looks: int = 0  # lines in weeks that all concerned have looked at
    kept: int = 0
    meetings: int = 0
    trends: tuple[Figures, ...] = ()


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
    entries: int = 0  # days with an entry
    experiments: int = 0
    reported: int = 0  # experiments of which was told what happened
    alone: int = 0  # meetings with this partner alone
    came: int = 0
    expected: int = 0  # meetings that took place and of which it is known how this partner came

    @property
    def has(self) -> str:
        return "You have" if self.you else f"{isolated(self.who.name)} has"


def measures(coach: str, joint: Joint, owns: tuple[Own, ...]) -> tuple[Measure, ...]:
    """The four measures in their order; `owns` holds only those partners whose own figures this audience may read."""
    return (effort(joint, owns), steps(joint, owns), help_given(isolated(coach), joint, owns), growth(joint, owns))


def effort(joint: Joint, owns: tuple[Own, ...]) -> Measure:
    """Reflections sent of those asked for, days with an entry or something sent, shared steps opened."""
    found = [f"{own.has} {_done('sent', own.sent, own.asked)} asked for" for own in owns if own.asked]
    if not owns and joint.given:
        found = [f"You have {_done('opened', joint.opened_in_all, joint.given, 'shared step')} given to you both"]
    days = [
        Figures(
            own.who,
            _lines(
                (own.entries, "day with an entry", "days with an entry"),
                (own.days, "day with something sent", "days with something sent"),
            ),
        )
        for own in owns
    ]
    shared = (
        (joint.given, "shared step given so far", "shared steps given so far"),
        (joint.opened_in_all, "shared step opened so far", "shared steps opened so far"),
    )
    return _measure("Time and effort", found, "Nothing has been asked for yet", days, _lines(*shared) if owns else ())


def steps(joint: Joint, owns: tuple[Own, ...]) -> Measure:
    """Shared steps opened in this time, by name; causes named and cured; agreements kept; what was put into lists."""
    titles = formats.joined([f"“{title}”" for title in joint.opened[:4]])
    rest = f" and {len(joint.opened) - 4} more" if len(joint.opened) > 4 else ""
    were = "was" if len(joint.opened) == 1 else "were"
    readers = "both of you" if all(own.you for own in owns) else "both"
    found = [f"In this time {titles}{rest} {were} opened to {readers}"] if titles else []
    if joint.causes:
        found.append(f"of {formats.count(joint.causes, 'cause', 'causes')} named, {joint.cured} {_is(joint.cured)} cured")
    points = [Figures(own.who, _lines((own.points, "point put on a list", "points put on lists"))) for own in owns]
    together = _lines(
        (len(joint.opened), "shared step opened in this time", "shared steps opened in this time"),
        (joint.met, "cause with an action", "causes with an action"),
        (joint.agreements, "agreement stands", "agreements stand"),
    )
    if joint.looks:
        together = (*together, f"kept in {joint.kept} of {formats.count(joint.looks, 'look', 'looks')}")
    return _measure("Concrete steps", found, "No shared step was opened in this time", points, together)


def help_given(coach: str, joint: Joint, owns: tuple[Own, ...]) -> Measure:
    """What the coach has reviewed, and how soon; the meetings that took place."""
    sent, reviewed = sum(own.sent for own in owns), sum(own.reviewed for own in owns)
    by_you = " you" if any(own.you for own in owns) else ""
    found = [f"{coach} has {_done('reviewed', reviewed, sent)}{by_you} sent"] if sent else []
    if not owns and joint.opened_in_all:
        found = [f"{coach} has {_done('reviewed', joint.reviewed, joint.opened_in_all, 'shared step')} open to you both"]
    together = _lines((joint.meetings, "meeting for both", "meetings for both"))
    if joint.meetings:
        found.append(f"{formats.count(joint.meetings, 'meeting', 'meetings')} for both took place")
    figures = [Figures(own.who, (*_reviewed(own), *_came(own))) for own in owns]
    return _measure("Expert help", found, "There is nothing to review yet", figures, together if owns else ())


def growth(joint: Joint, owns: tuple[Own, ...]) -> Measure:
    """Weeks in a row, own steps sent, experiments, time since the first shared step; how totals have moved."""
    found = [f"{own.has} written something {_in_a_row(own.weeks)}" for own in owns if own.weeks > 1]
    if not found and joint.weeks:
        found = [f"It is {formats.count(joint.weeks, 'week', 'weeks')} since the first shared step was given"]
    moved = {trend.who: trend.lines for trend in joint.trends}
    figures = [Figures(own.who, (*_grown(own), *moved.pop(own.who, ()))) for own in owns]
    figures += [Figures(who, lines) for who, lines in moved.items()]
    weeks = (joint.weeks, "week since the first shared step", "weeks since the first shared step")
    is_told = any(each.lines for each in figures)
    return _measure("Patience and growth", found, "It is early days", figures, _lines(weeks) if is_told else ())


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


def _grown(own: Own) -> tuple[str, ...]:
    steps = f"{own.own_sent} of {formats.count(own.own_given, 'own step', 'own steps')} sent"
    experiments = f"{own.reported} of {formats.count(own.experiments, 'experiment', 'experiments')} reported"
    return (*([steps] if own.own_given else []), *([experiments] if own.experiments else []))


def _came(own: Own) -> tuple[str, ...]:
    came = f"came to {own.came} of {formats.count(own.expected, 'meeting', 'meetings')}"
    alone = formats.count(own.alone, "meeting alone", "meetings alone")
    return (*([came] if own.expected else []), *([alone] if own.alone else []))


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _reviewed(own: Own) -> tuple[str, ...]:
    if not own.review_days:
        return ()
    usual = max(round(median(own.review_days)), 1)
    return (
        f"{formats.count(own.reviewed, 'reflection', 'reflections')} reviewed",
        f"usually within {formats.count(usual, 'day', 'days')}",
    )
