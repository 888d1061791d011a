"""What may be typed about a copy that leaves the practice, and about one's consent to it."""

from datetime import date, timedelta
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from practice.choosing import to_choose
from practice.couples.models import Couple
from practice.reporting.forms import DayField, DaysForm
from practice.reporting.models import Audience
from practice.reporting.period import three_months_before
from practice.reporting.releases import Holding, Terms

_USUAL, _LONGEST = timedelta(days=30), timedelta(days=366)


class ReleaseForm(DaysForm):
    """Whose copy, to whom, what for, what it holds, about which days, until when."""

    audience = RadioField("Who asks for it", [InputRequired("Please choose who asks for it.")], coerce=Audience)
    recipient = StringField("To whom it goes", [InputRequired("Please say to whom it goes."), Length(max=200)])
    purpose = TextAreaField("What for", [InputRequired("Please say what it is for."), Length(max=1000)])
    holds = SelectMultipleField(
        "What it holds",
        [InputRequired("Please choose at least one of these.")],
        choices=to_choose((each, each.label) for each in Holding),
        coerce=Holding,
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
    )
    until_on = DayField("Until when it may leave", [InputRequired("Please choose the last day on which it may leave.")])

    def __init__(self, couple: Couple, today: date, **values: Any) -> None:
        usual = (three_months_before(today), today)
        super().__init__(usual, couple.coach.time_zone, until_on=today + _USUAL, **values)
        self._today = today
        first, second = couple.partners
        self.audience.choices = to_choose(
            [
                (Audience.COUPLE, "Both: each is asked, and it leaves only when both consent"),
                (
                    Audience.FIRST,
                    f"{first.name} alone: only {first.name} is asked, and the copy leaves out what is {second.name}’s",
                ),
                (
                    Audience.SECOND,
                    f"{second.name} alone: only {second.name} is asked, and the copy leaves out what is {first.name}’s",
                ),
            ]
        )

    @property
    def terms(self) -> Terms:
        """What was typed."""
        told = (self.audience.data, self.recipient.data or "", self.purpose.data or "", tuple(self.holds.data or ()))
        return Terms(*told, self.period.from_on, self.period.to_on, self.until_on.data)

    def validate_until_on(self, field: Field) -> None:
        if field.data and not self._today <= field.data <= self._today + _LONGEST:
            raise ValidationError("Please choose a day from today on, within a year.")


class ConsentForm(FlaskForm):
    """Consenting, by typing one's own name."""

    typed_name = StringField("Your name", [InputRequired("Please type your name."), Length(max=80)])
