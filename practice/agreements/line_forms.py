"""What may be typed to make or change a line."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    Field,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Optional, ValidationError
from wtforms.widgets import CheckboxInput, DateInput

from practice.agreements.models import Line
from practice.agreements.wording import Owner, Wording, as_prompt
from practice.answering import OwnForm
from practice.choosing import on_offer, to_choose
from practice.homework.writing import clean
from practice.programme.library import Column, ColumnKind, Ledger, check

QUIET = {"autocomplete": "off"}  # otherwise the browser keeps what was typed in its own files


class _Day(DateField):
    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError("Please give a day that exists.") from None


class ActForm(OwnForm):
    """A button about a line: for whom the page was made, and which words stood on it."""

    revision = HiddenField()

    @property
    def seen(self) -> int:
        """The revision of the words that stood on the page; 0 where it was lost."""
        text = str(self.revision.data or "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


class LineForm(ActForm):
    """One line of a ledger; made for its ledger by `line_form`."""

    ledger: Ledger
    today: date
    was: Wording | None
    whose: Owner

    def wording(self, known: Sequence[Line]) -> Wording:
        """What was typed, as a line keeps it; `known` are the lines it may answer to."""
        about = {line.public_id: line.id for line in known}
        return Wording(
            words={column.key: plain(self[f"w-{column.key}"].data) for column in self.ledger.columns},
            owner=Owner(self.owner.data) if "owner" in self else self.was.owner if self.was else self.whose,
            from_on=self.from_on.data if "from_on" in self else None,
            due_on=self.due_on.data if "due_on" in self else None,
            larger=self.larger.data if "larger" in self else False,
            about_id=about.get(self.about.data) if "about" in self else None,
        )

    def validate(self, extra_validators: Any = None) -> bool:
        """Each cell as the library checks it; the first one names the line, so it may not be empty."""
        fine = bool(super().validate(extra_validators))
        for column in self.ledger.columns:
            field = self[f"w-{column.key}"]
            wrong = check(as_prompt(column), plain(field.data))
            if wrong or (column is self.ledger.columns[0] and not plain(field.data)):
                field.errors, fine = [wrong or "Please write something here first."], False
        return fine

    def validate_owner(self, field: Field) -> None:
        if field.data not in on_offer(field):
            raise ValidationError("Please choose who does it.")

    def validate_about(self, field: Field) -> None:
        if field.data not in on_offer(field):
            raise ValidationError("Please choose one from the list.")

    def validate_due_on(self, field: Field) -> None:
        if field.data and field.data < self.today and not (self.was and self.was.due_on == field.data):
            raise ValidationError("That day is over. Please choose today or a later day, or leave it empty.")
        if field.data and "from_on" in self and self.from_on.data and field.data < self.from_on.data:
            raise ValidationError("That is before it begins. Please choose a later day, or leave it empty.")


def line_form(
    ledger: Ledger, owners: Sequence[tuple[str, str]], known: Sequence[tuple[str, str]], *,
    whose: Owner, today: date, was: Wording | None = None, about: str = "", **carried: Any,
) -> LineForm:  # fmt: skip
    """The form of one ledger, empty or with a line's present words.

    `owners` and `known` (what it may answer to) are choices of (value, words); without owners it is `whose` task.
    """
    fields: dict[str, Any] = {f"w-{c.key}": _cell(c, must=c is ledger.columns[0]) for c in ledger.columns}
    data: dict[str, Any] = {"from_on": today, **carried}
    if ledger.owned and owners:
        fields["owner"] = RadioField("Who does it", choices=to_choose(owners), validate_choice=False)
    if ledger.dated:
        fields["from_on"] = _day("From")
    if ledger.due:
        fields["due_on"] = _day("By")
    if ledger.about:
        choices = [("", "None of these, or not known yet"), *known]
        fields["about"] = SelectField(
            "What it answers to", choices=to_choose(choices), validators=[Optional()], validate_choice=False
        )
    if ledger.larger:
        fields["larger"] = BooleanField(ledger.larger)
    if was:
        data |= {f"w-{key}": text for key, text in was.words.items()}
        data |= {"owner": was.owner.value, "from_on": was.from_on, "due_on": was.due_on, "larger": was.larger, "about": about}
    form: LineForm = type("ThisLineForm", (LineForm,), fields)(data=data)
    form.ledger, form.today, form.was, form.whose = ledger, today, was, whose
    return form


def tick_form(rows: Sequence[tuple[str, str]], base: type[FlaskForm], **carried: Any) -> Any:
    """A form with rows to tick."""
    field = SelectMultipleField("Which lines", choices=to_choose(rows), option_widget=CheckboxInput(), validate_choice=False)
    return type("TickForm", (base,), {"rows": field})(data=carried)


def plain(text: str | None) -> str:
    """What was typed, as it is kept."""
    # A browser sends each line break as two characters and counts it as one.
    return str(clean(text or "")).strip()


def _day(label: str) -> Any:
    return _Day(label, [Optional()], render_kw=QUIET)


def _cell(column: Column, *, must: bool) -> Any:
    told: dict[str, Any] = {"label": column.label, "validators": [] if must else [Optional()]}
    match column.kind:
        case ColumnKind.DATE:
            return StringField(**told, widget=DateInput(), render_kw=QUIET)
        case ColumnKind.LONG:
            return TextAreaField(**told, render_kw={**QUIET, "rows": 3})
    return StringField(**told, render_kw=QUIET)
