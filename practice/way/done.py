"""Which facts of a step's "done when" hold and what is still lacking: numbers, never a verdict. Pure."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from practice.programme.steps import Step
from practice.programme.ways import Done, DoneKind

Person = int  # a person's id; done.py knows nobody by name


@dataclass(frozen=True, slots=True)
class Sent:
    """What somebody has sent last in this step. A list that its writer alone may read has no lines here."""

    reviewed: bool
    answered: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()  # of these the ones for the writer's eyes alone: they count as answered, unopened
    lists: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Noted:
    """A daily entry, on its writer's own day."""

    person: Person
    key: str
    on: date
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Entered:
    """A line of a ledger: whether it stands (said yes to where that is needed, not let go), and who looked at it when."""

    id: int
    ledger: str
    author: Person
    concerned: frozenset[Person]
    stands: bool = True
    is_done: bool = False
    about: int | None = None
    looks: frozenset[tuple[Person, date]] = frozenset()  # who, and the Monday of the week


@dataclass(frozen=True, slots=True)
class Rows:
    """All that is known of one step of one couple."""

    people: Sequence[Person]  # whom it was given to
    sent: Mapping[Person, Sent] = field(default_factory=dict)
    is_revealed: bool = False
    approved: Mapping[str, Collection[Person]] = field(default_factory=dict)  # by text: who has approved its newest wording
    signed: Collection[str] = ()  # texts that both have signed
    heard: Collection[Person] = ()
    noted: Sequence[Noted] = ()
    lines: Sequence[Entered] = ()  # of this step's ledgers
    answered_to: Sequence[Entered] = ()  # of the ledgers that these answer to, of any step


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that makes a step done: of one person, or of both together (person None)."""

    kind: DoneKind
    person: Person | None
    what: str  # the noun: the title of an entry or ledger, the question of a list
    have: int
    need: int
    unread: bool = False  # answered for its writer alone, so it is counted as answered and no more is known

    @property
    def holds(self) -> bool:
        return self.need > 0 and self.have >= self.need


def facts(step: Step, rows: Rows) -> tuple[Fact, ...]:
    """All the facts that this step's "done when" asks for, in its order; each person's share by itself."""
    return tuple(fact for done in step.done for fact in KINDS[done.kind](step, done, rows))


def is_done(found: Sequence[Fact]) -> bool:
    """Whether all of them hold; a step that names none is never told to be done."""
    return bool(found) and all(fact.holds for fact in found)


def best(days: Collection[date], within: int) -> int:
    """The most different days within any stretch of so many days; of all days where it is 0."""
    found = sorted(set(days))
    if not within:
        return len(found)
    stretch = timedelta(days=within)
    return max((sum(1 for day in found if first <= day < first + stretch) for first in found), default=0)


def _each(done: Done, rows: Rows, what: str, have: Callable[[Person], int], need: int) -> list[Fact]:
    return [Fact(done.kind, person, what, min(have(person), need), need) for person in rows.people]


def _all(done: Done, what: str, have: int, need: int) -> list[Fact]:
    return [Fact(done.kind, None, what, min(have, need), need)]


def _sent(step: Step, done: Done, rows: Rows) -> list[Fact]:
    return _each(done, rows, step.title, lambda person: int(person in rows.sent), 1)


def _revealed(step: Step, done: Done, rows: Rows) -> list[Fact]:
    return _all(done, step.title, int(rows.is_revealed), 1)


def _reviewed(step: Step, done: Done, rows: Rows) -> list[Fact]:
    return _each(done, rows, step.title, lambda person: int(person in rows.sent and rows.sent[person].reviewed), 1)


def _signed(step: Step, done: Done, rows: Rows) -> list[Fact]:
    approved = rows.people if done.of in rows.signed else rows.approved.get(done.of, ())
    return _each(done, rows, step.cosigned(done.of).title, lambda person: int(person in approved), 1)


def _heard(step: Step, done: Done, rows: Rows) -> list[Fact]:
    return _each(done, rows, step.title, lambda person: int(person in rows.heard), 1)


def _rows(step: Step, done: Done, rows: Rows) -> list[Fact]:
    return [_listed(step, done, rows, person, lambda lines: (len(lines), done.least)) for person in rows.people]


def _column(step: Step, done: Done, rows: Rows) -> list[Fact]:
    def filled(lines: Sequence[Mapping[str, str]]) -> tuple[int, int]:
        return sum(1 for line in lines if line.get(done.column, "").strip()), max(len(lines), done.least)

    return [_listed(step, done, rows, person, filled) for person in rows.people]


def _listed(
    step: Step, done: Done, rows: Rows, person: Person, count: Callable[[Sequence[Mapping[str, str]]], tuple[int, int]]
) -> Fact:
    sent, ask = rows.sent.get(person), step.prompt(done.of).ask
    if sent and done.of in sent.own:
        return Fact(done.kind, person, ask, 1, 1, unread=True)
    have, need = count(sent.lists.get(done.of, ()) if sent else ())
    return Fact(done.kind, person, ask, min(have, need), need)


def _answered(step: Step, done: Done, rows: Rows) -> list[Fact]:
    answered = {person for person, sent in rows.sent.items() if done.of in sent.answered}
    return _each(done, rows, step.prompt(done.of).ask, lambda person: int(person in answered), 1)


def _days(step: Step, done: Done, rows: Rows) -> list[Fact]:
    def of(person: Person) -> int:
        return best([entry.on for entry in rows.noted if entry.key == done.of and entry.person == person], done.within)

    return _each(done, rows, step.daily(done.of).title, of, done.least)


def _shared_days(step: Step, done: Done, rows: Rows) -> list[Fact]:
    days = [entry.on for entry in rows.noted if entry.key == done.of]
    return _all(done, step.daily(done.of).title, best(days, done.within), done.least)


def _kinds(step: Step, done: Done, rows: Rows) -> list[Fact]:
    daily = step.daily(done.of)
    wanted = {kind.key for kind in daily.kinds}
    return _all(done, daily.title, len(wanted & {entry.kind for entry in rows.noted if entry.key == done.of}), len(wanted))


def _lines(step: Step, done: Done, rows: Rows) -> list[Fact]:
    return _counted(step, done, rows, lambda line: line.stands)


def _ended(step: Step, done: Done, rows: Rows) -> list[Fact]:
    return _counted(step, done, rows, lambda line: line.is_done)


def _checked(step: Step, done: Done, rows: Rows) -> list[Fact]:
    def looked_at(line: Entered) -> bool:
        weeks = {week for _, week in line.looks}
        full = [week for week in weeks if all((person, week) in line.looks for person in line.concerned)]
        return len(full) >= done.times

    return _counted(step, done, rows, looked_at)


def _counted(step: Step, done: Done, rows: Rows, counts: Callable[[Entered], bool]) -> list[Fact]:
    ledger = step.ledger(done.of)
    found = [line for line in rows.lines if line.ledger == done.of and counts(line)]
    if ledger.shared:
        return _all(done, ledger.title, len(found), done.least)
    return _each(done, rows, ledger.title, lambda person: sum(1 for line in found if line.author == person), done.least)


def _cured(step: Step, done: Done, rows: Rows) -> list[Fact]:
    ledger = step.ledger(done.of)
    asked = {line.id for line in rows.answered_to if line.ledger == ledger.about and line.stands}
    cured = asked & {line.about for line in rows.lines if line.ledger == done.of and line.is_done}
    # Where nothing was named yet, at least one is lacking.
    return _all(done, ledger.title, len(cured), max(len(asked), 1))


KINDS: Mapping[DoneKind, Callable[[Step, Done, Rows], list[Fact]]] = {
    DoneKind.SENT: _sent,
    DoneKind.REVEALED: _revealed,
    DoneKind.REVIEWED: _reviewed,
    DoneKind.SIGNED: _signed,
    DoneKind.HEARD: _heard,
    DoneKind.ROWS: _rows,
    DoneKind.COLUMN: _column,
    DoneKind.ANSWERED: _answered,
    DoneKind.DAYS: _days,
    DoneKind.SHARED_DAYS: _shared_days,
    DoneKind.KINDS: _kinds,
    DoneKind.LINES: _lines,
    DoneKind.ENDED: _ended,
    DoneKind.CHECKED: _checked,
    DoneKind.CURED: _cured,
}
