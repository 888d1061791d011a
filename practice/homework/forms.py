"""What may be typed: one group of questions as a form, made from the library's prompts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    Field,
    FieldList,
    Form,
    FormField,
    HiddenField,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Optional
from wtforms.widgets import CheckboxInput, DateInput

from practice.choosing import to_choose
from practice.homework.drafts import Content
from practice.homework.readers import label
from practice.homework.writing import readers_of, shown
from practice.programme.library import Column, ColumnKind, Group, Prompt, PromptKind, Readers, Step

_QUIET = {"autocomplete": "off"}  # otherwise the browser keeps what was typed in its own files
_YES_NO = {True: "yes", False: "no"}


class WritingForm(FlaskForm):
    """What every page of writing carries besides its questions."""

    revision = HiddenField()
    save_key = HiddenField()
    answering_as = HiddenField()
    asked = HiddenField()  # the sentences this page has asked about already


class SendForm(FlaskForm):
    """Sending: the number of this very form, and the agreement its writer has just read about."""

    sent_key = HiddenField()
    answering_as = HiddenField()
    agreement = HiddenField()
    on_paper = BooleanField()


class _Lines(FieldList):
    """Rows by plain numbers; other digits of the world are digits too, and no numbers."""

    def _extract_indices(self, prefix: str, formdata: Any) -> Iterator[int]:
        plain = [name for name in formdata if name.startswith(f"{prefix}-") and name[len(prefix) + 1 :].split("-")[0].isascii()]
        yield from (index for index in super()._extract_indices(prefix, plain) if index < 1000)


@dataclass(frozen=True, slots=True)
class Question:
    """One prompt on the page: its field, who may read it, and each reader's true sentence."""

    prompt: Prompt
    field: Field
    who: Field
    sentences: list[tuple[str, str]]
    blames: Sequence[str] = ()

    @property
    def may_choose(self) -> bool:
        return len(self.sentences) > 1


def form_for(
    step: Step, group: Group, kept: Content, *, lines: dict[str, int], names: dict[str, str], **carried: Any
) -> WritingForm:
    """The form of one group, filled with what is kept or with what was just typed."""
    fields: dict[str, Any] = {}
    data: dict[str, Any] = dict(carried)
    for prompt in group.prompts:
        value = shown(step, prompt, kept)
        fields[f"q-{prompt.key}"] = _field(prompt)
        data[f"q-{prompt.key}"] = _standing(prompt, value, lines.get(prompt.key, 0))
        choices = [(each.value, label(each, **names)) for each in step.choices(prompt)]
        fields[f"who-{prompt.key}"] = RadioField("Who will read this", choices=to_choose(choices), validate_choice=False)
        data[f"who-{prompt.key}"] = readers_of(step, prompt, kept).value
    form: WritingForm = type("GroupForm", (WritingForm,), fields)(data=data)
    return form


def questions(
    form: WritingForm, step: Step, group: Group, told: dict[Readers, str], blames: Mapping[str, Sequence[str]]
) -> list[Question]:
    """The page's questions in order; `blames` are sentences to ask about, by question."""
    return [
        Question(
            p, form[f"q-{p.key}"], form[f"who-{p.key}"], [(c.value, told[c]) for c in step.choices(p)], blames.get(p.key, ())
        )
        for p in group.prompts
    ]


def typed(form: WritingForm, group: Group, *, removed: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Answers and readers as the library knows them; what the browser did not send is not touched.

    `removed` names the line ("my_part-2") whose own button was pressed.
    """
    answers, readers = {}, {}
    for prompt in group.prompts:
        field, who = form[f"q-{prompt.key}"], form[f"who-{prompt.key}"]
        if _was_sent(field, form):
            answers[prompt.key] = _value(prompt, field)
            if prompt.kind is PromptKind.ROWS:
                kept = enumerate(answers[prompt.key])
                answers[prompt.key] = [row for at, row in kept if f"{prompt.key}-{at}" != removed]
        if who.raw_data:
            readers[prompt.key] = who.data
    return answers, readers


def tell(form: WritingForm, wrong: dict[str, str]) -> None:
    """Put each sentence beside its field."""
    for key, sentence in wrong.items():
        if f"q-{key}" in form:
            form[f"q-{key}"].errors = [sentence]
            if isinstance(form[f"q-{key}"], FieldList):
                form.form_errors.append(sentence)


def _field(prompt: Prompt) -> Any:
    told: dict[str, Any] = {"label": prompt.ask, "description": prompt.help}
    if not prompt.required:
        told["validators"] = [Optional()]  # says "if you like"; what is wrong with an answer the library says
    options = [(option.key, option.label) for option in prompt.options]
    match prompt.kind:
        case PromptKind.LONG:
            return TextAreaField(**told, render_kw={**_QUIET, "rows": 6})
        case PromptKind.SHORT:
            return TextAreaField(**told, render_kw={**_QUIET, "rows": 2})
        case PromptKind.DATE:
            return StringField(**told, widget=DateInput(), render_kw=_QUIET)
        case PromptKind.CHECKLIST:
            return SelectMultipleField(**told, choices=to_choose(options), option_widget=CheckboxInput(), validate_choice=False)
        case PromptKind.ROWS:
            return _Lines(FormField(type("Line", (Form,), {f"c-{c.key}": _cell(c) for c in prompt.columns})), **told)
        case PromptKind.SCALE:
            options = [(str(number), str(number)) for number in range(11)]
        case PromptKind.YES_NO:
            options = [("yes", "Yes"), ("no", "No")]
    return RadioField(**told, choices=to_choose(options), validate_choice=False)


def _cell(column: Column) -> Any:
    match column.kind:
        case ColumnKind.DATE:
            return StringField(column.label, widget=DateInput(), render_kw=_QUIET)
        case ColumnKind.LONG:
            return TextAreaField(column.label, render_kw={**_QUIET, "rows": 2})
    return StringField(column.label, render_kw=_QUIET)


def _standing(prompt: Prompt, value: Any, lines: int) -> Any:
    """A kept answer as its field wants it."""
    if prompt.kind is PromptKind.ROWS:
        rows = [{f"c-{key}": cell for key, cell in row.items()} for row in value or []]
        wanted = min(max(prompt.least, lines, 1), prompt.most)
        return rows + [{} for _ in range(wanted - len(rows))]
    if prompt.kind is PromptKind.YES_NO:
        return _YES_NO.get(value)
    return str(value) if prompt.kind is PromptKind.SCALE and value is not None else value


def _value(prompt: Prompt, field: Field) -> Any:
    """A field's text as the library wants it; what makes no sense stays as it came, for the library to refuse."""
    data = field.data
    match prompt.kind:
        case PromptKind.ROWS:
            return [{key.removeprefix("c-"): (cell or "") for key, cell in row.items()} for row in data]
        case PromptKind.SCALE:
            return int(data) if data and data.isascii() and data.isdigit() and len(data) < 4 else data or None
        case PromptKind.YES_NO:
            return {"yes": True, "no": False}.get(data, data or None)
        case PromptKind.CHECKLIST:
            return data or []
    return data or ""


def _was_sent(field: Field, form: WritingForm) -> bool:
    if isinstance(field, FieldList):
        return any(cell.raw_data for line in field.entries for cell in line.form)
    # A list with nothing ticked sends nothing, and means it.
    return bool(field.raw_data) or (isinstance(field, SelectMultipleField) and form.is_submitted())
