"""What may be typed about a line that stands: how a week went, how it ended, why the coach opens it."""

from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, FloatField, HiddenField, RadioField, TextAreaField
from wtforms.validators import NumberRange, Optional, ValidationError
from wtforms.widgets import TextInput

from practice.agreements.line_forms import QUIET, plain
from practice.agreements.models import Kept, Line
from practice.answering import OwnForm
from practice.choosing import each_of
from practice.programme.library import LONGEST


class _Hours(FloatField):
    widget = TextInput()  # a browser's own field for numbers knows only one way to write a half

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata([text.replace(",", ".") for text in valuelist])
        except ValueError:
            raise ValueError("Please write the hours as a number, such as 2 or 1.5.") from None


class CheckForm(OwnForm):
    """How a week went. Several may stand on one page, so the fields of each bear its line's name."""

    week = HiddenField()
    kept = RadioField("How it went", choices=each_of(Kept), validators=[Optional()])
    hours = _Hours(
        "Hours this week", [Optional(), NumberRange(0, 168, "A week has 168 hours: please write a number from 0 to 168.")]
    )
    note = TextAreaField("A few words", [Optional()], render_kw={**QUIET, "rows": 2})

    def __init__(self, line: Line, week: date, *, fresh: bool, **carried: Any) -> None:
        """`fresh`: whatever was sent was sent to another form of the page."""
        super().__init__(data={"week": week.isoformat(), **carried}, **({"formdata": None} if fresh else {}))
        for field in self:
            field.id = field.label.field_id = f"{field.name}-{line.public_id}"
        self.asks_hours = line.noun.checks == "hours"
        if self.asks_hours:
            self.note.label.text = "What came back"
            self.hours.flags.optional = False  # as it reads; where nothing is typed, lacks_an_answer says so

    def validate_note(self, field: Field) -> None:
        # Not by a maximum in the page: a browser cuts pasted text there without a word.
        field.data = plain(field.data)
        if len(field.data) > LONGEST or "\0" in field.data:
            raise ValidationError(f"Please use at most {LONGEST:,} characters, and only letters that can be kept.")

    @property
    def week_on(self) -> date:
        """The week the page was about; one that nobody ever lived where that was lost."""
        try:
            return date.fromisoformat(self.week.data or "")
        except ValueError:
            return date.min

    @property
    def hours_said(self) -> float | None:
        """To the quarter of an hour."""
        return round(self.hours.data * 4) / 4 if self.asks_hours and self.hours.data is not None else None

    def lacks_an_answer(self) -> bool:
        """Whether nothing was said; then that is told."""
        lacking = self.hours.data is None if self.asks_hours else not self.kept.data
        if lacking and self.asks_hours:
            self.hours.errors = ["Please write how many hours; 0 is an answer too."]
        elif lacking:
            self.form_errors.append("Please choose one: kept, partly, or not this week.")
        return lacking


class EndForm(OwnForm):
    """How one knows that it is done."""

    evidence = TextAreaField("How you know", render_kw={**QUIET, "rows": 4})

    def validate_evidence(self, field: Field) -> None:
        field.data = plain(field.data)
        if not field.data:
            raise ValidationError("Please write a few words about this first.")
        if len(field.data) > LONGEST or "\0" in field.data:
            raise ValidationError(f"Please use at most {LONGEST:,} characters, and only letters that can be kept.")


class OpenForm(FlaskForm):
    """The coach's reason for opening a larger plan."""

    reason = TextAreaField("Your reason", [Optional()], render_kw={**QUIET, "rows": 3})

    @classmethod
    def asking(cls, *, needed: bool) -> "OpenForm":
        """An empty one; its label tells whether a reason is needed."""
        form = cls(formdata=None)
        form.reason.flags.optional = not needed
        return form

    def is_too_little(self, *, needed: bool) -> bool:
        """Whether a reason is needed and not given, or cannot be kept; then that is told."""
        self.reason.data, self.reason.flags.optional = plain(self.reason.data), not needed
        if needed and not self.reason.data:
            self.reason.errors = ["Please write why you open it now. Only you can read this."]
        elif len(self.reason.data) > LONGEST or "\0" in self.reason.data:
            self.reason.errors = [f"Please use at most {LONGEST:,} characters, and only letters that can be kept."]
        return bool(self.reason.errors)
