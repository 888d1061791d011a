"""The words in which facts are told: what is there and what was asked for, the same for what is done and what is not."""

from collections.abc import Sequence
from dataclasses import dataclass

from practice.programme.ways import DoneKind
from practice.way.done import Fact

# What is said once it is so, and while it is not.
_PLAIN = {
    DoneKind.SENT: ("Sent", "Not sent yet"),
    DoneKind.REVEALED: ("Opened to both", "Not opened to both yet"),
    DoneKind.REVIEWED: ("Reviewed", "Not reviewed yet"),
    DoneKind.SIGNED: ("Signed", "Not signed yet"),
    DoneKind.HEARD: ("Has felt heard", "Has not said so yet"),
}
_COUNTED = {
    DoneKind.ROWS: "{have} of {need} lines written: {what}",
    DoneKind.COLUMN: "{have} of {need} lines filled in: {what}",
    DoneKind.ANSWERED: "{have} of {need} answered",
    DoneKind.DAYS: "{what}: {have} of {need} days",
    DoneKind.SHARED_DAYS: "{what}: {have} of {need} days",
    DoneKind.KINDS: "{what}: {have} of {need} kinds",
    DoneKind.LINES: "{what}: {have} of {need}",
    DoneKind.CHECKED: "{what}: {have} of {need} looked at as often as asked",
    DoneKind.ENDED: "{what}: {have} of {need} done",
    DoneKind.CURED: "{what}: {have} of {need} causes have a finished one",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One fact in words; of one person, or of both (person None)."""

    person: int | None
    words: str
    holds: bool


def told(facts: Sequence[Fact]) -> list[Line]:
    """The facts of one step in words, each person's questions counted together."""
    return [Line(fact.person, _words(fact), fact.holds) for fact in _together(facts)]


def _together(facts: Sequence[Fact]) -> list[Fact]:
    """Five questions are five facts and one line."""
    found: list[Fact] = []
    for fact in facts:
        at = next((n for n, each in enumerate(found) if each.person == fact.person and each.kind is fact.kind), None)
        if at is None or fact.kind is not DoneKind.ANSWERED:
            found.append(fact)
        else:
            same = found[at]
            found[at] = Fact(fact.kind, fact.person, fact.what, same.have + fact.have, same.need + fact.need)
    return found


def _words(fact: Fact) -> str:
    if fact.unread:
        return f"Answered, for their own eyes alone: {fact.what}"
    if fact.kind in _PLAIN:
        return _PLAIN[fact.kind][0 if fact.holds else 1]
    return _COUNTED[fact.kind].format(have=fact.have, need=fact.need, what=fact.what)
