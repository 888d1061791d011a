"""What a coach may type when giving a step, or changing what was given."""

from collections.abc import Sequence
from datetime import date

from flask_wtf import FlaskForm
from wtforms import DateField, Field, RadioField, SelectMultipleField, TextAreaField
from wtforms.validators import Length, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from practice.choosing import each_of, on_offer, to_choose
from practice.homework.overview import Mark
from practice.homework.states import Reveals
from practice.programme.models import PublishedStep

_WORDS = {"not_yet": "", "under_way": " (under way)", "done": " (sent before)"}


def _ticks(label: str) -> SelectMultipleField:
    return SelectMultipleField(label, option_widget=CheckboxInput(), widget=ListWidget(prefix_label=False))


class ChangeForm(FlaskForm):
    """Another due day, another note."""

    due_on = DateField("Due day", [Optional()])
    note = TextAreaField("A note to them", [Optional(), Length(max=5000, message="Please use at most 5,000 characters.")])

    def __init__(self, *, today: date, was_due_on: date | None = None, note: str = "") -> None:
        super().__init__(due_on=was_due_on, note=note)
        self.today, self.was_due_on = today, was_due_on

    def validate_due_on(self, field: Field) -> None:
        if field.data and field.data < self.today and field.data != self.was_due_on:
            raise ValidationError("That day is over. Please choose today or a later day, or leave it empty.")


class AssignForm(ChangeForm):
    """Steps to give, for whom, and how what is sealed opens."""

    together = _ticks("Steps they do together")
    alone = _ticks("Steps each does alone")
    whom = RadioField("The steps done alone are for", default="both")
    opens = RadioField(
        "When both have written a step done together",
        choices=each_of(Reveals),
        default=Reveals.COACH.value,
    )

    def offer(self, marks: Sequence[Mark], steps: Sequence[PublishedStep], partners: Sequence[tuple[str, str]]) -> None:
        """The steps of the couple's programme, and its two partners as (id, name)."""
        told = {mark.slug: f"{mark.number}. {mark.title}{_WORDS[mark.state]}" for mark in marks}
        self.together.choices = to_choose((step.slug, told[step.slug]) for step in steps if step.together)
        self.alone.choices = to_choose((step.slug, told[step.slug]) for step in steps if not step.together)
        self.whom.choices = to_choose([("both", "Both of them"), *((key, f"{name} only") for key, name in partners)])

    def choose(self, slug: str) -> None:
        """Tick a step beforehand."""
        for field in (self.together, self.alone):
            field.data = [slug] if slug in on_offer(field) else []

    @property
    def slugs(self) -> list[str]:
        return [*(self.together.data or ()), *(self.alone.data or ())]

    def validate_together(self, field: Field) -> None:
        if not self.slugs:
            raise ValidationError("Please choose at least one step.")
