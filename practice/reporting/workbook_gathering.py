"""Rows to facts: the workbook of one partner, of what was sent or of blank sheets."""

from practice import formats
from practice.couples.models import Couple
from practice.errors import Refused
from practice.homework.states import Reveals
from practice.people.models import Person
from practice.programme.models import edition_of
from practice.programme.steps import Credit
from practice.reporting import own_words
from practice.reporting.audience import Reading
from practice.reporting.blanks import blank
from practice.reporting.given import assignments
from practice.reporting.request import ReportRequest
from practice.reporting.room import Room
from practice.reporting.script import isolated
from practice.reporting.sheets import sheet_of
from practice.reporting.texts import Note
from practice.reporting.workbook import Blank, Chapter, Entry, WorkbookFacts

# Sheets for many steps, as nobody names a step: those that both do together lie on a table, one's own go with that one.
TOGETHER, ALONE = "*together", "*alone"
_MOST = 200  # questions on the sheets of many steps: about a hundred and twenty pages
_WHERE = "They stand on the page of each step, where you can read them."


def gather(request: ReportRequest) -> WorkbookFacts:
    """One partner's own words (it is about nothing), one step to fill in (its slug), or many. Raises: Refused."""
    couple, reading, about, room = request.couple, request.reading, request.about, Room()
    if len(reading.partners) != 1:
        raise Refused("A workbook is one person’s own. Please choose for whom it is.")
    (writer,) = reading.partners
    blanks = _blanks(reading, writer, about) if about else ()
    chapters = () if about else own_words.chapters(reading, writer, request.period, room)
    return WorkbookFacts(
        sheet=sheet_of(request),
        whose=f"For {isolated(writer.name)}, from {isolated(couple.coach.name)}",
        intro=_to_fill_in() if about else _own(couple, chapters),
        contents=_contents(chapters, blanks),
        chapters=chapters,
        blanks=blanks,
        notes=(*room.note(_WHERE), *(_notes_on_blanks(couple) if about else _notes_on_own(couple, writer))),
    )


def _blanks(reading: Reading, writer: Person, about: str) -> tuple[Blank, ...]:
    couple = reading.couple
    steps = [step for step in edition_of(couple).steps if about in (TOGETHER if step.together else ALONE, step.slug)]
    if not steps:
        raise Refused("Their programme has no such step any more. Please choose another.")
    opens = {given.published.slug: given.reveals for given in assignments(reading) if given.together}
    sheets = tuple(blank(step.step, step.position, couple, writer, opens.get(step.slug, Reveals.COACH)) for step in steps)
    if len(sheets) > 1 and sum(len(page.asked) for sheet in sheets for page in sheet.pages) > _MOST:
        raise Refused("So many steps are too much for one paper. Please choose one step at a time.")
    return sheets


def _contents(chapters: tuple[Chapter, ...], blanks: tuple[Blank, ...]) -> tuple[Entry, ...]:
    steps: tuple[Chapter | Blank, ...] = (*chapters, *blanks)
    entries = tuple(Entry(each.title, each.where.partition(".")[0]) for each in steps)
    return entries if len(entries) > 1 else ()


def _to_fill_in() -> tuple[str, ...]:
    return (
        "These pages are for a pen. Write when it suits you, as much or as little as you like: the lines are room, no measure.",
        "Nobody reads what you write here. Keep the paper where only you find it. What you want to be read, type on your page, "
        "and send it there.",
    )


def _own(couple: Couple, chapters: tuple[Chapter, ...]) -> tuple[str, ...]:
    coach = isolated(couple.coach.name)
    if chapters:
        return (f"These are your own words, in the order of the steps. Only you and {coach} can read this paper.",)
    return (f"There is nothing here yet. What you send and let {coach} read will stand here, step by step.",)


def _notes_on_own(couple: Couple, writer: Person) -> tuple[Note, ...]:
    coach, other = isolated(couple.coach.name), isolated(couple.other(writer).name)
    return (
        Note(
            "What is in it",
            f"What you sent and let {coach} read, each time you sent it, with the days you kept and the lines of lists that "
            "stand in your words.",
        ),
        Note(
            "What is not in it",
            f"{coach} makes this paper, so what is for you alone cannot be in it: that, your drafts, and what you planned for "
            f"the worst stay on the page of each step, where you can read them. Nothing that {other} wrote is in it, and no "
            "answer about safety.",
        ),
    )


def _notes_on_blanks(couple: Couple) -> tuple[Note, ...]:
    credit = edition_of(couple).framed().credit
    return (
        Note(
            "What is not in it",
            "What is asked on the screen alone is not on these pages, and no page shows whether there is any.",
        ),
        Note("Where the steps come from", _source(credit)),
    )


def _source(credit: Credit) -> str:
    return (
        f"The steps follow the article “{credit.title}” by {credit.author}, {formats.day(credit.published_on)}. "
        "The words of the steps are ours."
    )
