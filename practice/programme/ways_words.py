"""How the ways of working of one step are told to people who look at it: what is asked, its parts, and what holds for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from practice.programme.prompts import Option
from practice.programme.steps import Step
from practice.programme.ways import Checks, Cosigned, Daily, Ledger, Pace, Ready, Turns

_CHECKS = {
    Checks.KEPT: "Looked at once a week: kept, partly or not.",
    Checks.HOURS: "Looked at once a week: how many hours, and what came back.",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One way of working in words: its parts as a list, its rules as sentences."""

    title: str
    ask: str
    parts: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


def ways(step: Step) -> list[Told]:
    """The ways of working of this step besides its questions."""
    told = [_of_ready(step.ready)] if step.ready else []
    told += [_of_turns(step.turns)] if step.turns else []
    told += [_of_text(text) for text in step.texts]
    told += [_of_ledger(ledger) for ledger in step.ledgers]
    told += [_of_pace(step.pace)] if step.pace else []
    return told + [_of_daily(daily) for daily in step.dailies]


def _of_ready(ready: Ready) -> Told:
    return Told("Being ready", ready.ask, rules=("Each says so alone, and neither is shown what the other said.", ready.waiting))


def _of_turns(turns: Turns) -> Told:
    rule = "The one who spoke says whether it was heard, or not yet. Then the two change places."
    return Told("Taking turns", "One speaks, the other listens.", (turns.speak, turns.listen), (rule,))


def _of_text(text: Cosigned) -> Told:
    rules = ["It counts once both have signed the same words. A change asks both to sign again."]
    rules += ["It is signed afresh from time to time."] if text.renewed else []
    return Told(text.title, text.ask, rules=(*rules, "Read by both partners and the coach."))


def _of_ledger(ledger: Ledger) -> Told:
    parts = [column.label for column in ledger.columns]
    extra = {"Whose task it is": ledger.owned, "From when": ledger.dated, "By when": ledger.due, ledger.larger: ledger.larger}
    parts += [label for label, asked in extra.items() if asked]
    return Told(ledger.title, ledger.ask, tuple(parts), tuple(_rules(ledger)))


def _rules(ledger: Ledger) -> Iterator[str]:
    yield "The list goes on after the step."
    if ledger.made_from:
        yield "Its lines come from what was written, once that is open to both."
    if ledger.agreed:
        yield "A line counts once the other has said yes."
    if ledger.drawn:
        yield "One line is drawn at a time, by chance."
    if ledger.larger:
        yield "Larger plans wait until the coach opens them."
    if ledger.checks in _CHECKS:
        yield _CHECKS[ledger.checks]
    if ledger.ends:
        yield f"When a line is done, this is asked: {ledger.ends}"
    yield "Read by both partners and the coach." if ledger.shared else "Read by the writer and the coach."


def _of_pace(pace: Pace) -> Told:
    parts = (f"How far: {_listed(pace.far)}", f"How fast: {_listed(pace.fast)}")
    return Told(
        "Your own pace", pace.ask, parts, ("Each sets it alone, and may change it. The other is shown only what both accept.",)
    )


def _of_daily(daily: Daily) -> Told:
    parts = [f"One of these: {_listed(daily.kinds)}"] if daily.kinds else []
    parts += ["Ticks from the list of one’s own"] if daily.ticks else []
    parts += ["Minutes"] if daily.minutes else []
    parts += [f"A number from 0 ({daily.low}) to 10 ({daily.high})"] if daily.low else []
    parts += [line.label for line in daily.lines]
    often = "As often as it happens" if daily.often else "Once a day"
    readers = "Read by the writer and the coach, or by the writer alone."
    return Told(daily.title, daily.ask, tuple(parts), (f"{often}; a missed day breaks nothing.", readers))


def _listed(options: tuple[Option, ...]) -> str:
    return "; ".join(option.label for option in options)
