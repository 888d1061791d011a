"""A form for each kind of part of a programme."""

from wtforms import RadioField
from wtforms.validators import Length

from practice.choosing import to_choose
from practice.programme.choices import AFTER, CHECKS, COMPANY, MECHANICS, PROMPT_KINDS, PROMPT_READERS, READERS
from practice.programme.forms import (
    ColumnForm,
    DoneForm,
    PartForm,
    choice,
    day,
    line,
    number,
    options,
    rows,
    slug_is_plain,
    text,
    ticks,
    yes,
)
from practice.programme.labels import LABELS
from practice.programme.prompts import Prompt
from practice.programme.steps import Group, Measure, Programme, Step
from practice.programme.ways import Cosigned, Daily, Ledger, Pace, Ready, Turns


class ProgrammeForm(PartForm):
    """What stands round the steps."""

    title = line()
    summary = text("What a couple reads first, in a few sentences.")
    credit_title = line("A book or an article you owe it to, or the programme itself.")
    credit_author = line()
    credit_published_on = day()
    slug = line("It names the file, and tells which programmes are versions of each other.", 60)


class MeasureForm(PartForm):
    title = line()
    text = text()


class StepForm(PartForm):
    """A step without its groups and other parts."""

    title = line()
    together = RadioField(choices=to_choose(COMPANY.items()), coerce=lambda value: value in (True, "yes"), validators=[])
    readers = choice(READERS.items(), "This is how it begins; whoever writes may always choose fewer readers.")
    minutes = number("About how long it takes.")
    why = text("Leave an empty line between paragraphs.", 6)
    what = text("Leave an empty line between paragraphs.", 8)
    done_when = text("One sentence.", 2)
    smaller = text("Offered to whoever says “not yet”. May stay empty.")
    calm = text("For steps that stir up much. May stay empty.")
    most_private = yes("Never offered to the partner, in no report about the two. For steps done alone.")
    mechanics = ticks(MECHANICS.items(), "What each needs is written further down on this page.")


class GroupForm(PartForm):
    title = line()
    why = text("Folded away until somebody asks.")
    after = choice(AFTER.items())


class PromptForm(PartForm):
    ask = text(rows=2)
    help = text("For example: “…”. Somebody else’s words make a beginning easier.", 2)
    kind = choice(PROMPT_KINDS.items())
    required = yes("Otherwise it says “if you like”.")
    readers = choice(PROMPT_READERS.items())
    options = options("One a line. For one or any of several answers.")
    low = line("For a number from 0 to 10.")
    high = line("For a number from 0 to 10.")
    columns = rows(ColumnForm, "For a list. A part without a name is left out.")
    least = number("For a list.")
    most = number("For a list.")
    begins_with = ticks(hint="What the writer put down there stands here as the first lines.")


class DailyForm(PartForm):
    title = line()
    ask = text(rows=2)
    lines = rows(ColumnForm, "A few short ones. A line without a name is left out.")
    kinds = options("One a line, where an entry is one of several kinds. May stay empty.")
    ticks = ticks(hint="What somebody answered there is theirs to tick each day.")
    minutes = yes()
    low = line("Only where a number from 0 to 10 is asked.")
    high = line("Only where a number from 0 to 10 is asked.")
    often = yes("Each entry stands by itself; otherwise a day has one.")


class LedgerForm(PartForm):
    title = line()
    one = line("Such as “agreement”.")
    ask = text(rows=2)
    columns = rows(ColumnForm, "A part without a name is left out.")
    shared = yes("Otherwise its writer and you.")
    agreed = yes("A line counts once the other has said yes.")
    owned = yes("Mine, yours, or of us both.")
    dated = yes()
    due = yes()
    checks = choice(CHECKS.items())
    ends = text("Such as “What is different now?”. Without it a line is only let go.", 2)
    about = choice(hint="Lines here answer to lines there.")
    made_from = choice(hint="Once opened to both, lines are made of the rows there.")
    larger = line("Such as “This is a larger plan”: it then waits until you open it. May stay empty.")
    drawn = yes("One at a time.")


class CosignedForm(PartForm):
    title = line()
    ask = text(rows=2)
    begins_with = ticks(hint="Once opened to both, they can be read beside the text.")
    renewed = yes()


class ReadyForm(PartForm):
    ask = text(rows=2)
    waiting = text("The same for both, and it never says whose turn it is.", 2)


class TurnsForm(PartForm):
    speak = text()
    listen = text()


class PaceForm(PartForm):
    ask = text(rows=2)
    far = options()
    fast = options()


class FactsForm(PartForm):
    """What makes a step done."""

    done = rows(DoneForm, "All of them are needed.")


FORMS: dict[type, type[PartForm]] = {
    Programme: ProgrammeForm, Measure: MeasureForm, Step: StepForm, Group: GroupForm, Prompt: PromptForm, Daily: DailyForm,
    Ledger: LedgerForm, Cosigned: CosignedForm, Ready: ReadyForm, Turns: TurnsForm, Pace: PaceForm,
}  # fmt: skip
for _noun, _form in FORMS.items():
    for _name in _form.names():
        getattr(_form, _name).kwargs["label"] = LABELS[_noun][_name]
FactsForm.done.kwargs["label"] = LABELS[Step]["done"]
ProgrammeForm.slug.kwargs["validators"] += [slug_is_plain, Length(min=1)]
