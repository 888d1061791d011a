"""What may be typed when a report is asked for."""

from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from wtforms import DateField, Field, HiddenField, RadioField
from wtforms.validators import InputRequired, Length, ValidationError

from practice.couples.models import Couple
from practice.db import public_id
from practice.reporting.models import EARLIEST, LATEST, Audience
from practice.reporting.period import Period, three_months_before
from practice.reporting.words import audiences


class DayField(DateField):
    """A day, with its own words for what is not one."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError("That is not a day. Please write it like 2026-03-31.") from None


class AskForm(FlaskForm):
    """For whom, and about which days."""

    audience = RadioField("For whom", [InputRequired("Please choose for whom it is.")], coerce=Audience, default=Audience.COUPLE)
    from_on = DayField("First day", [InputRequired("Please choose the first day.")])
    to_on = DayField("Last day", [InputRequired("Please choose the last day.")])
    key = HiddenField(validators=[Length(max=64)])

    def __init__(self, couple: Couple, today: date, **values: Any) -> None:
        super().__init__(from_on=three_months_before(today), to_on=today, key=public_id(), **values)
        self._usual = (three_months_before(today), today)
        self._zone = couple.coach.time_zone
        self.audience.choices = audiences(couple)

    @property
    def period(self) -> Period:
        """The days that were typed, or else the usual ones."""
        typed = self.from_on.data and self.to_on.data and not (self.from_on.errors or self.to_on.errors)
        from_on, to_on = (self.from_on.data, self.to_on.data) if typed else self._usual
        return Period(from_on, to_on, self._zone)

    def validate_from_on(self, field: Field) -> None:
        _must_be_near(field)

    def validate_to_on(self, field: Field) -> None:
        _must_be_near(field)
        if self.from_on.data and field.data and field.data < self.from_on.data:
            raise ValidationError("The last day comes before the first. Please swap them.")


def _must_be_near(field: Field) -> None:
    # What is not a day at all has been told so already.
    if field.data and not EARLIEST <= field.data <= LATEST:
        raise ValidationError(f"Please choose a day between {EARLIEST.year} and {LATEST.year}.")
