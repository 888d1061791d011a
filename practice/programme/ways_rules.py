"""What must hold for the ways of working within one step: entries, ledgers, texts, turns and pace."""

from collections.abc import Iterator

from practice.programme.keys import Found, of_key, of_list, twice, under
from practice.programme.prompts import Prompt, PromptKind, Readers
from practice.programme.steps import Step
from practice.programme.ways import FOR_TWO, Cosigned, Daily, Ledger, Mechanic

_TICKED = (PromptKind.CHECKLIST, PromptKind.ROWS)


def of_ways(step: Step) -> Iterator[Found]:
    """Everything about its ways of working that does not hold in this step."""
    yield from _of_mechanics(step)
    yield from _of_company(step)
    yield from _of_names(step)
    for daily in step.dailies:
        yield from under(f"dailies.{daily.key}", (*of_key(daily.key), *_of_daily(step, daily)))
    for ledger in step.ledgers:
        yield from under(f"ledgers.{ledger.key}", (*of_key(ledger.key), *_of_ledger(ledger), *_of_origin(step, ledger)))
    for text in step.texts:
        yield from under(f"texts.{text.key}", (*of_key(text.key), *_of_text(step, text)))
    yield from _of_pace(step)
    yield from _of_waiting(step)


def held(step: Step) -> dict[Mechanic, tuple[str, bool]]:
    """For each mechanic that brings data: the name of its key, and whether this step has it."""
    return {
        Mechanic.ANSWER: ("groups", bool(step.groups)),
        Mechanic.READY: ("ready", step.ready is not None),
        Mechanic.TURNS: ("turns", step.turns is not None),
        Mechanic.COSIGNED: ("texts", bool(step.texts)),
        Mechanic.DAILY: ("dailies", bool(step.dailies)),
        Mechanic.LEDGER: ("ledgers", bool(step.ledgers)),
        Mechanic.PACE: ("pace", step.pace is not None),
    }


def _of_mechanics(step: Step) -> Iterator[Found]:
    for mechanic, (key, there) in held(step).items():
        if there and mechanic not in step.mechanics:
            yield "mechanics", f"does not name {mechanic}, though the step has {key}."
        # A step without groups is told so already.
        if not there and mechanic in step.mechanics and mechanic is not Mechanic.ANSWER:
            yield "mechanics", f"names {mechanic}, but the step has no {key}."


def _of_company(step: Step) -> Iterator[Found]:
    if step.together:
        return
    joint = FOR_TWO & {*step.mechanics, *(mechanic for mechanic, (_, there) in held(step).items() if there)}
    if joint:
        yield "mechanics", f"needs two people for {', '.join(sorted(joint))}, but this step is done alone."
    for ledger in step.ledgers:
        if ledger.shared:
            yield f"ledgers.{ledger.key}.shared", "is true, but this step is done alone."


def _of_names(step: Step) -> Iterator[Found]:
    named: dict[str, list[str]] = {
        "dailies": [daily.key for daily in step.dailies],
        "ledgers": [ledger.key for ledger in step.ledgers],
        "texts": [text.key for text in step.texts],
    }
    again = twice([*(prompt.key for prompt in step.prompts), *(key for keys in named.values() for key in keys)])
    for name, keys in named.items():
        for key in dict.fromkeys(key for key in keys if key in again):
            yield f"{name}.{key}", "has a key that something else in this step has too."


def _of_daily(step: Step, daily: Daily) -> Iterator[Found]:
    if not (daily.lines or daily.kinds or daily.ticks or daily.minutes or daily.low or daily.high):
        yield "lines", "is missing: an entry has at least one thing to fill in (lines, kinds, ticks, minutes, or low and high)."
    for end, other in (("low", daily.high), ("high", daily.low)):
        if other and not getattr(daily, end):
            yield end, "is missing: a number from 0 to 10 says what both ends mean."
    if len(daily.kinds) == 1:
        yield "kinds", "should hold at least two: there is nothing to choose from."
    for key in daily.ticks:
        prompt = prompt_of(step, key)
        if prompt is None or prompt.kind not in _TICKED:
            yield "ticks", f"names {key}, which is no checklist and no list of this step."
    yield from of_list("lines", (line.key for line in daily.lines))
    yield from of_list("kinds", (kind.key for kind in daily.kinds))


def _of_ledger(ledger: Ledger) -> Iterator[Found]:
    if not ledger.columns:
        yield "columns", "is empty: a line has at least one part to fill in."
    yield from of_list("columns", (column.key for column in ledger.columns))
    if ledger.shared:
        return
    for key in ("agreed", "owned", "larger", "drawn"):
        if getattr(ledger, key):
            yield key, "has a meaning only where both read the lines: set shared as well."


def _of_origin(step: Step, ledger: Ledger) -> Iterator[Found]:
    if not ledger.made_from:
        return
    prompt = prompt_of(step, ledger.made_from)
    if prompt is None or prompt.kind is not PromptKind.ROWS:
        yield "made_from", f"names {ledger.made_from}, which is no list of this step."
    elif [column.key for column in prompt.columns] != [column.key for column in ledger.columns]:
        yield "made_from", f"names {ledger.made_from}, which has other columns than this ledger."
    elif ledger.shared and step.readers_of(prompt) is not Readers.BOTH:
        yield "made_from", f"names {ledger.made_from}, which is not for both to read."
    if ledger.shared and Mechanic.SEALED not in step.mechanics:
        yield "made_from", "needs lists that are opened to both: name sealed among the mechanics."


def _of_text(step: Step, text: Cosigned) -> Iterator[Found]:
    for key in text.begins_with:
        prompt = prompt_of(step, key)
        if prompt is None:
            yield "begins_with", f"names {key}, which is no question of this step."
        elif step.readers_of(prompt) is not Readers.BOTH:
            yield "begins_with", f"names {key}, which is not for both to read."
    if text.begins_with and Mechanic.SEALED not in step.mechanics:
        yield "begins_with", "needs answers that are opened to both: name sealed among the mechanics."


def _of_pace(step: Step) -> Iterator[Found]:
    for name, options in (("far", step.pace.far), ("fast", step.pace.fast)) if step.pace else ():
        if len(options) < 2:
            yield f"pace.{name}", "should hold at least two: there is nothing to choose from."
        yield from under("pace", of_list(name, (option.key for option in options)))


def _of_waiting(step: Step) -> Iterator[Found]:
    for group in step.groups:
        # Questions that waited for their own answers to be sent or opened would wait for ever.
        if group.after in (Mechanic.ANSWER, Mechanic.SEALED):
            yield f"groups.{group.key}.after", f"is {group.after}, which cannot come before the questions themselves."
        elif group.after and group.after not in step.mechanics:
            yield f"groups.{group.key}.after", f"is {group.after}, which this step does not hold."


def prompt_of(step: Step, key: str) -> Prompt | None:
    """The question of that key in this step, if there is one."""
    return next((prompt for prompt in step.prompts if prompt.key == key), None)
