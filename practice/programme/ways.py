"""Ways of working: what a step may hold besides its questions, and the facts that tell when it is done."""

from dataclasses import dataclass
from enum import StrEnum

from practice.programme.prompts import Column, Option


class Mechanic(StrEnum):
    """A way of working that a step may use."""

    ANSWER = "answer"
    SEALED = "sealed"
    READY = "ready"
    TURNS = "turns"
    COSIGNED = "cosigned"
    DAILY = "daily"
    LEDGER = "ledger"
    PACE = "pace"


# These need two people, so a step done alone cannot use them.
FOR_TWO = frozenset({Mechanic.SEALED, Mechanic.READY, Mechanic.TURNS, Mechanic.COSIGNED, Mechanic.PACE})


@dataclass(frozen=True, slots=True)
class Daily:
    """A short entry of a day: lines, one of some kinds, ticks, minutes, a number from 0 to 10: whichever are named."""

    key: str
    title: str
    ask: str
    lines: tuple[Column, ...] = ()
    kinds: tuple[Option, ...] = ()
    ticks: tuple[str, ...] = ()  # prompts of this step whose answers make the list to tick
    minutes: bool = False
    low: str = ""  # what 0 means, where a number is asked
    high: str = ""
    often: bool = False  # each entry of a day stands by itself; otherwise a day has one, which may be added to


class Checks(StrEnum):
    """What is asked week by week about a line of a ledger."""

    NONE = "none"
    KEPT = "kept"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Ledger:
    """Dated lines that live on after the step: of both, or of their writer and the coach."""

    key: str
    title: str
    one: str  # "agreement": what one line is called
    ask: str
    columns: tuple[Column, ...]
    shared: bool = False  # both read it; otherwise its writer and the coach
    agreed: bool = False  # it counts once the other has said yes
    owned: bool = False  # whose task it is: mine, yours, of us both
    dated: bool = False  # from when
    due: bool = False  # by when
    checks: Checks = Checks.NONE
    ends: str = ""  # what is asked when a line is done; without it a line is only let go
    about: str = ""  # the ledger (of any step) whose lines these answer to
    made_from: str = ""  # the list prompt of this step from whose revealed rows lines are made
    larger: str = ""  # the tick that says a line is a larger plan, which waits until the coach opens it
    drawn: bool = False  # lines are drawn by chance, one at a time


@dataclass(frozen=True, slots=True)
class Cosigned:
    """One text that both approve."""

    key: str
    title: str
    ask: str
    begins_with: tuple[str, ...] = ()  # prompts of this step whose revealed answers stand beside it
    renewed: bool = False  # approved afresh from time to time


@dataclass(frozen=True, slots=True)
class Ready:
    """The private question that opens a step, and what stands there until it opens."""

    ask: str
    waiting: str


@dataclass(frozen=True, slots=True)
class Turns:
    """What the one who speaks and the one who listens are asked."""

    speak: str
    listen: str


@dataclass(frozen=True, slots=True)
class Pace:
    """How far (any of these) and how fast (one of these, from the slowest to the fastest) each would like to go."""

    ask: str
    far: tuple[Option, ...]
    fast: tuple[Option, ...]


class DoneKind(StrEnum):
    """A fact that tells whether a step is done."""

    SENT = "sent"  # everyone has sent
    REVEALED = "revealed"  # what they sent is open to both
    REVIEWED = "reviewed"  # the coach has accepted what each sent
    SIGNED = "signed"  # both have signed the text `of`
    HEARD = "heard"  # each has felt heard
    ROWS = "rows"  # the list `of` has `least` lines
    COLUMN = "column"  # in every line of the list `of` its `column` is filled
    ANSWERED = "answered"  # the prompt `of` has an answer
    DAYS = "days"  # entries `of` on `least` days out of `within`, by each
    SHARED_DAYS = "shared_days"  # the same, by either
    KINDS = "kinds"  # every kind of the entry `of` was noted by somebody
    LINES = "lines"  # the ledger `of` has `least` lines
    CHECKED = "checked"  # `least` lines of the ledger `of` were looked at in `times` weeks, by all concerned
    ENDED = "ended"  # `least` lines of the ledger `of` are done
    CURED = "cured"  # every line that the ledger `of` answers to has one here that is done


@dataclass(frozen=True, slots=True)
class Done:
    """One of the facts that make a step done; all of them are needed."""

    kind: DoneKind
    of: str = ""
    column: str = ""
    least: int = 1
    within: int = 0  # days
    times: int = 1
