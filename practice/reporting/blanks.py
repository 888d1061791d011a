"""A step as a sheet to fill in by hand: which room each kind of question gets, and what stays on the screen."""

from collections.abc import Iterator

from practice.couples.models import Couple
from practice.homework import opening, readers
from practice.homework.states import Reveals
from practice.people.models import Person
from practice.programme.library import Daily, Group, Ledger, Option, Prompt, PromptKind, Readers, Step
from practice.reporting.script import isolated, paragraph, paragraphs
from practice.reporting.workbook import Asked, Blank, Page, Reader, Space

FORTNIGHT = tuple(range(1, 15))
_FEWEST, _MOST = 4, 8  # rows to write in
_TO_TEN = tuple(str(number) for number in range(11))
_IN_PRIVATE = "You say this on the screen, each alone, and nothing of it is written on paper."


def blank(step: Step, position: int, couple: Couple, writer: Person, reveals: Reveals = Reveals.COACH) -> Blank:
    """The sheet of one step for one partner; what is asked for their safety is never on it."""
    label = _labels(couple, writer)
    groups = [page for group in step.groups if (page := _page(step, group, label)).asked]
    used = {step.readers_of(prompt) for prompt in step.prompts} - {Readers.SAFETY}
    minutes = f" About {step.minutes} minutes." if step.minutes else ""
    return Blank(
        title=paragraph(step.title),
        where=f"Step {position}, {'together' if step.together else 'on your own'}.{minutes}",
        why=paragraphs(step.why),
        what=paragraphs(step.what),
        readers=tuple(Reader(label[each], _told(each, couple, writer, reveals)) for each in Readers if each in used),
        pages=(*groups, *_ways(step, label)),
        done_when=paragraph(step.done_when),
        smaller=paragraph(step.smaller),
        calm=paragraphs(step.calm),
    )


def _labels(couple: Couple, writer: Person) -> dict[Readers, str]:
    names = {"other": isolated(couple.other(writer).name), "coach": isolated(couple.coach.name)}
    return {each: f"For {readers.label(each, **names)}" for each in Readers} | {Readers.ONLY_ME: "For you alone"}


def _told(each: Readers, couple: Couple, writer: Person, reveals: Reveals) -> str:
    """The sentence that stands beside an answer on the screen."""
    people = {"writer": writer, "other": couple.other(writer), "coach": couple.coach}
    names = {role: isolated(person.name) for role, person in people.items()}
    return readers.sentence(each, **names, confidentiality=couple.agreed, reveals=reveals)


def _page(step: Step, group: Group, label: dict[Readers, str]) -> Page:
    asked = tuple(
        Asked(paragraph(prompt.ask), paragraph(prompt.help), label[step.readers_of(prompt)], space(prompt))
        for prompt in group.prompts
        if step.readers_of(prompt) is not Readers.SAFETY
    )
    return Page(paragraph(group.title), paragraph(group.why), opening.when(step, group), asked)


def space(prompt: Prompt) -> Space:
    """The room for an answer of this kind."""
    match prompt.kind:
        case PromptKind.SCALE:
            return Space("scale", _TO_TEN, prompt.low, prompt.high)
        case PromptKind.CHOICE | PromptKind.CHECKLIST:
            return _boxes(prompt.options)
        case PromptKind.YES_NO:
            return Space("boxes", ("Yes", "No"))
        case PromptKind.DATE:
            return Space("date", ("day", "month", "year"))
        case PromptKind.ROWS:
            rows = max(prompt.least, min(prompt.most, _FEWEST))
            return Space("table", tuple(column.label for column in prompt.columns), rows=_numbered(rows))
        case PromptKind.SHORT:
            return Space("line")
    return Space("lines")


def _boxes(options: tuple[Option, ...]) -> Space:
    return Space("boxes", tuple(option.label for option in options))


def _numbered(rows: int) -> tuple[int, ...]:
    return tuple(range(1, min(rows, _MOST) + 1))


def _ways(step: Step, label: dict[Readers, str]) -> Iterator[Page]:
    """The other ways of working, as far as a pen can do them."""
    both, coach = label[Readers.BOTH], label[Readers.COACH]
    if step.ready:
        yield Page(paragraph("Being ready"), paragraph(_IN_PRIVATE), step.ready.waiting, ())
    if step.turns:
        asked = tuple(Asked(paragraph(ask), paragraph(""), both, Space("lines")) for ask in (step.turns.speak, step.turns.listen))
        yield Page(paragraph("Taking turns"), paragraph(""), "One speaks, the other listens, until it feels heard.", asked)
    for text in step.texts:
        signed = Asked(paragraph(text.ask), paragraph(""), both, Space("signed", ("Signed", "Signed")))
        yield Page(paragraph(text.title), paragraph(""), "It counts once you have both said yes to the same words.", (signed,))
    if step.pace:
        yield Page(paragraph("Your own pace"), paragraph(_IN_PRIVATE), "Only what suits you both is ever shown.", ())
    for ledger in step.ledgers:
        asked_for = Asked(paragraph(ledger.ask), paragraph(""), both if ledger.shared else coach, _listed(ledger))
        yield Page(paragraph(ledger.title), paragraph(""), "", (asked_for,))
    for daily in step.dailies:
        kept = Asked(paragraph(daily.ask), paragraph(""), coach, _days(daily))
        yield Page(paragraph(daily.title), paragraph(""), "Two weeks to fill in. A missed day breaks nothing.", (kept,))


def _listed(ledger: Ledger) -> Space:
    extra = {"Whose": ledger.owned, "From": ledger.dated, "By": ledger.due}
    labels = [*(column.label for column in ledger.columns), *(name for name, asked in extra.items() if asked)]
    return Space("table", tuple(labels), rows=_numbered(6))


def _days(daily: Daily) -> Space:
    extra = {
        "Which kind": bool(daily.kinds),
        "What I did": bool(daily.ticks),
        "Minutes": daily.minutes,
        "0 to 10": bool(daily.low),
    }
    labels = ["Day", *(name for name, asked in extra.items() if asked), *(line.label for line in daily.lines)]
    kinds = f"Kinds: {', '.join(option.label for option in daily.kinds)}" if daily.kinds else ""
    scale = f"0: {daily.low}. 10: {daily.high}" if daily.low else ""
    return Space("days", tuple(labels), low=kinds, high=scale, rows=FORTNIGHT)
