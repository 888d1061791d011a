"""What may be typed when a report is asked for."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from flask_wtf import FlaskForm
from wtforms import DateField, Field, HiddenField, RadioField, SelectField, SelectMultipleField
from wtforms.validators import InputRequired, Length, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from practice.choosing import to_choose
from practice.couples.models import Couple
from practice.db import public_id
from practice.reporting.about import QUESTIONS, days_of
from practice.reporting.kinds import making
from practice.reporting.models import EARLIEST, LATEST, Audience, Kind
from practice.reporting.period import Period, three_months_before
from practice.reporting.words import audiences


class DayField(DateField):
    """A day, with its own words for what is not one."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError("That is not a day. Please write it like 2026-03-31.") from None


class DaysForm(FlaskForm):
    """About which days: the usual ones unless said otherwise."""

    from_on = DayField("First day", [InputRequired("Please choose the first day.")])
    to_on = DayField("Last day", [InputRequired("Please choose the last day.")])
    key = HiddenField(validators=[Length(max=64)])

    def __init__(self, usual: tuple[date, date], zone: str, **values: Any) -> None:
        super().__init__(from_on=usual[0], to_on=usual[1], key=public_id(), **values)
        self._usual = usual
        self._zone = zone

    @property
    def period(self) -> Period:
        """The days that were typed, or else the usual ones."""
        typed = self.from_on and self.from_on.data and self.to_on.data and not (self.from_on.errors or self.to_on.errors)
        from_on, to_on = (self.from_on.data, self.to_on.data) if typed else self._usual
        return Period(from_on, to_on, self._zone)

    def validate_from_on(self, field: Field) -> None:
        _must_be_near(field)

    def validate_to_on(self, field: Field) -> None:
        _must_be_near(field)
        if self.from_on.data and field.data and field.data < self.from_on.data:
            raise ValidationError("The last day comes before the first. Please swap them.")


class AskForm(DaysForm):
    """A report of one kind: for whom, and about which days or what else."""

    audience = RadioField("For whom", [InputRequired("Please choose for whom it is.")], coerce=Audience)
    about = SelectField("About", [])

    def __init__(self, kind: Kind, couple: Couple, today: date, about: str = "") -> None:
        """`about`: what whoever came here had in mind, such as an appointment by its public id."""
        readers = making(kind).audiences
        super().__init__((three_months_before(today), today), couple.coach.time_zone, audience=readers[0], about=about)
        self.audience.choices = to_choose((audience, words) for audience, words in audiences(couple) if audience in readers)
        self.nothing = ""  # why there is nothing to ask for, if so
        if question := QUESTIONS.get(kind):
            self.about.label.text, self.about.choices = question.ask, question.choices(couple)
            self.nothing = "" if self.about.choices else question.nothing
        else:
            del self.about
        if kind is not Kind.PROGRESS:
            del self.from_on, self.to_on
            self._usual = days_of(kind, couple, self.about.data if self.about else "")


def _must_be_near(field: Field) -> None:
    # What is not a day at all has been told so already.
    if field.data and not EARLIEST <= field.data <= LATEST:
        raise ValidationError(f"Please choose a day between {EARLIEST.year} and {LATEST.year}.")


class BatchForm(DaysForm):
    """Progress reports for several couples: for whom, about which days, which couples."""

    audience = RadioField(
        "For whom",
        [InputRequired("Please choose for whom they are.")],
        choices=to_choose(
            [(Audience.COUPLE, "For both of them, to read together"), (Audience.COACH, "For you alone, as working copies")]
        ),
        coerce=Audience,
        default=Audience.COUPLE,
    )
    couples = SelectMultipleField("Which couples", option_widget=CheckboxInput(), widget=ListWidget(prefix_label=False))
    look = HiddenField()

    def offer(self, couples: Sequence[Couple]) -> None:
        """These can be chosen; at first all are."""
        self.couples.choices = to_choose((couple.public_id, couple.name) for couple in couples)
        if not self.is_submitted():
            self.couples.data = [couple.public_id for couple in couples]


def last_month(today: date) -> tuple[date, date]:
    """The first and last day of the month before."""
    last = today.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last
