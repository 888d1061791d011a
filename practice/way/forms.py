"""What a coach may type about a couple's way: which steps, in what rhythm, on what terms."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from flask_wtf import FlaskForm
from wtforms import DateField, Field, HiddenField, IntegerField, RadioField, SelectMultipleField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from practice.choosing import each_of, to_choose
from practice.couples.models import Couple
from practice.homework.states import Reveals
from practice.way.models import Opens, Terms, Whom

_FURTHEST = timedelta(days=5 * 366)
_DAY_OVER = "That day is over. Please choose today or a later day."
_TOO_FAR = "That is more than five years away. Please choose an earlier day."


def _between(least: int, most: int) -> NumberRange:
    return NumberRange(least, most, message=f"Please give a whole number from {least} to {most}.")


class _TermsForm(FlaskForm):
    """What both pages ask: for whom, by when, how it opens to both, and a note."""

    whom = RadioField("A step done alone is for", default=Whom.BOTH.value)
    due_after_days = IntegerField("Due so many days after it was given", [Optional(), _between(0, 365)])
    reveals = RadioField(
        "When both have written a step done together",
        choices=each_of(Reveals),
        default=Reveals.COACH.value,
    )
    note = TextAreaField("A note to them", [Optional(), Length(max=5000, message="Please use at most 5,000 characters.")])
    revision = HiddenField()
    change_key = HiddenField()

    def __init__(self, couple: Couple, today: date, **values: Any) -> None:
        super().__init__(**values)
        self.today = today
        first, second = couple.partners
        self.whom.choices = to_choose(
            [("both", "Both of them"), ("first", f"{first.name} only"), ("second", f"{second.name} only")]
        )

    @property
    def seen(self) -> int:
        """The revision that this page was made from; one that is no number was never there."""
        text = self.revision.data or ""
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else -1

    def _terms(self, opens: Opens, opens_on: date | None, after_days: int | None) -> Terms:
        note = "\n".join((self.note.data or "").strip().splitlines())
        whom, reveals = Whom(self.whom.data), Reveals(self.reveals.data)
        return Terms(opens, opens_on, after_days, whom, self.due_after_days.data, reveals, note)

    def _check_day(self, day: date | None, was: date | None = None) -> None:
        if day and day != was and day < self.today:
            raise ValidationError(_DAY_OVER)
        if day and day > self.today + _FURTHEST:
            raise ValidationError(_TOO_FAR)


class PlanForm(_TermsForm):
    """Several steps in one go."""

    steps = SelectMultipleField("Steps", option_widget=CheckboxInput(), widget=ListWidget(prefix_label=False))
    begins_on = DateField("The first opens on", [InputRequired("Please choose a day.")])
    opens = RadioField(
        "The others open",
        choices=to_choose(
            [
                ("on_day", "Each on a day of its own, so many days after the one before"),
                ("after_days", "So many days after the one before was given"),
                ("when_reviewed", "When you have reviewed the one before"),
                ("by_hand", "When you give each yourself, the first too"),
            ]
        ),
        default="on_day",
    )
    every = IntegerField("Days from one to the next", [InputRequired("Please give a number of days."), _between(1, 90)])

    def offer(self, steps: Sequence[tuple[str, str]]) -> None:
        """The steps of the couple's programme as (slug, words), in the suggested order."""
        self.steps.choices = to_choose(steps)

    def validate_steps(self, field: Field) -> None:
        if not field.data:
            raise ValidationError("Please choose at least one step.")

    def validate_begins_on(self, field: Field) -> None:
        self._check_day(field.data)

    @property
    def terms(self) -> Terms:
        return self._terms(Opens(self.opens.data), None, None)


class ChangeForm(_TermsForm):
    """Other terms for one planned step."""

    opens = RadioField("It opens", choices=each_of(Opens))
    opens_on = DateField("On this day", [Optional()])
    after_days = IntegerField("So many days after", [Optional(), _between(0, 365)])

    def __init__(self, couple: Couple, today: date, was: Terms, **values: Any) -> None:
        super().__init__(couple, today, **_as_typed(was), **values)
        self.was = was

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides each field by itself: the rule that was chosen has its day or its number."""
        fine = bool(super().validate(extra_validators))
        needed = {Opens.ON_DAY: self.opens_on, Opens.AFTER_DAYS: self.after_days}.get(self.opens.data)
        if needed is None or needed.errors or needed.data is not None:
            return fine
        needed.errors = ["Please choose the day." if needed is self.opens_on else "Please give a number of days."]
        return False

    def validate_opens_on(self, field: Field) -> None:
        if self.opens.data == Opens.ON_DAY:
            self._check_day(field.data, self.was.opens_on)

    @property
    def terms(self) -> Terms:
        opens = Opens(self.opens.data)
        on_day = self.opens_on.data if opens is Opens.ON_DAY else None
        return self._terms(opens, on_day, self.after_days.data if opens is Opens.AFTER_DAYS else None)


class ActForm(FlaskForm):
    """A press of a button on the plan, which knows what the plan looked like when it was drawn."""

    revision = HiddenField()
    change_key = HiddenField()
    seen = _TermsForm.seen


def _as_typed(terms: Terms) -> Mapping[str, Any]:
    return {
        "opens": terms.opens.value, "opens_on": terms.opens_on, "after_days": terms.after_days, "whom": terms.whom.value,
        "due_after_days": terms.due_after_days, "reveals": terms.reveals.value, "note": terms.note,
    }  # fmt: skip
