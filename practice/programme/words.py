"""How ways of working, kinds of answers and readers are told to people who look at a step."""

from practice.programme.prompts import Prompt, PromptKind, Readers
from practice.programme.steps import Step
from practice.programme.ways import Mechanic

_MECHANICS = {
    Mechanic.ANSWER: "Questions to answer in writing",
    Mechanic.SEALED: "Sealed until both have written",
    Mechanic.READY: "Begins when both are ready",
    Mechanic.TURNS: "One speaks, the other says back what they heard",
    Mechanic.COSIGNED: "One text that both sign",
    Mechanic.DAILY: "A short entry a day",
    Mechanic.LEDGER: "A list that goes on after the step",
    Mechanic.PACE: "Only as far and as fast as both want",
}
_READERS = {
    Readers.ONLY_ME: "the writer alone",
    Readers.COACH: "the writer and the coach",
    Readers.BOTH: "both partners and the coach, once it is opened",
    Readers.SAFETY: "the coach alone",
}


def mechanics(step: Step) -> list[str]:
    """How a step is worked at, as sentences without a full stop."""
    return [_MECHANICS[mechanic] for mechanic in step.mechanics]


def kind(prompt: Prompt) -> str:
    """What sort of answer a question asks for."""
    match prompt.kind:
        case PromptKind.LONG:
            return "Some lines"
        case PromptKind.SHORT:
            return "A few words"
        case PromptKind.SCALE:
            return f"A number from 0 ({prompt.low}) to 10 ({prompt.high})"
        case PromptKind.CHOICE:
            return "One of these"
        case PromptKind.CHECKLIST:
            return "Any of these"
        case PromptKind.ROWS:
            return "A list, each line with these parts"
        case PromptKind.YES_NO:
            return "Yes or no"
    return "A day"


def parts(prompt: Prompt) -> list[str]:
    """What there is to choose from, or what belongs in each line."""
    return [option.label for option in prompt.options] or [column.label for column in prompt.columns]


def readers(step: Step, prompt: Prompt) -> str:
    """Who reads the answer, as a sentence."""
    sentence = f"Read by {_READERS[step.readers_of(prompt)]}"
    return f"{sentence}, unless the writer chooses otherwise." if len(step.choices(prompt)) > 1 else f"{sentence}."
