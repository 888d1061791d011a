"""What may be chosen or typed: the four answers, the coach's note and rhythm, a help line."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, HiddenField, IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from practice import clock
from practice.answering import OwnForm
from practice.choosing import each_of, to_choose
from practice.safety.help_lines import Line
from practice.safety.models import Unit
from practice.safety.questions import QUESTIONS, Answers, Said
from practice.safety.rhythm import MOST, Rhythm

# Browsers keep what was chosen in their own files unless told otherwise, and choose it again when the page is reloaded.
_QUIET = {"autocomplete": "off"}
_CHOICES = each_of((Said.YES, Said.NO, Said.RATHER_NOT))


class AloneForm(OwnForm):
    """The four questions. No error page gives such a field back, so a form that comes without the last one is not whole."""

    alone_small, alone_afraid, alone_no_choice, alone_hurt = (
        RadioField(question.ask, choices=_CHOICES, validate_choice=False, render_kw=_QUIET) for question in QUESTIONS
    )
    alone_whole = HiddenField()

    @property
    def asked(self) -> list[RadioField]:
        """The questions in their order."""
        return [self[f"alone_{question.key}"] for question in QUESTIONS]

    @property
    def is_whole(self) -> bool:
        return bool(self.alone_whole.data == "1")

    @property
    def answers(self) -> Answers:
        return Answers.of({question.key: self[f"alone_{question.key}"].data or "" for question in QUESTIONS})


class DealForm(FlaskForm):
    """The coach's own note about what was answered."""

    about = HiddenField()
    note = TextAreaField(
        "Your note, for you alone", [Optional(), Length(max=5000, message="Please use at most 5,000 characters.")]
    )


class AskForm(FlaskForm):
    """Whom to ask now."""

    whom = RadioField("Whom", choices=to_choose([("both", ""), ("first", ""), ("second", "")]))


class RhythmForm(FlaskForm):
    """How often they are asked."""

    at_first = BooleanField("At the beginning, once both have joined and signed")
    unit = RadioField("And then", choices=each_of(Unit))
    every = IntegerField(
        "How many", [InputRequired("Please give a whole number."), NumberRange(1, 52, "Please give a number from 1 to 52.")]
    )

    def validate_every(self, field: IntegerField) -> None:
        most = MOST[Unit(self.unit.data)] if self.unit.data in list(Unit) else 52
        if field.data is not None and field.data > most:
            raise ValidationError(f"Please give a number from 1 to {most}.")

    @classmethod
    def at(cls, rhythm: Rhythm) -> "RhythmForm":
        """As it is now."""
        return cls(formdata=None, data={"at_first": rhythm.at_first, "unit": rhythm.unit.value, "every": rhythm.every})

    @property
    def rhythm(self) -> Rhythm:
        return Rhythm(bool(self.at_first.data), Unit(self.unit.data), self.every.data)


def _line(text: Any) -> str:
    return " ".join(str(text or "").replace("\0", "").split())


class HelpLineForm(FlaskForm):
    """A help line as a practice keeps it."""

    country = SelectField("Country")
    name = StringField("Name", [InputRequired("Please give its name."), Length(max=120)], filters=[_line])
    number = StringField("Number", [InputRequired("Please give its number."), Length(max=60)], filters=[_line])
    hours = StringField("When somebody answers", [Optional(), Length(max=120)], filters=[_line])
    note = StringField("For whom, or what to know", [Optional(), Length(max=300)], filters=[_line])
    checked_on = DateField("Checked on", [Optional()])
    revision = HiddenField(default="0")

    def validate_checked_on(self, field: DateField) -> None:
        if field.data and field.data > clock.today("Etc/GMT-14"):
            raise ValidationError("That day is still to come. Please give the day on which you checked it.")

    def line(self, key: str) -> Line:
        told = str(self.revision.data or "")
        seen = int(told) if told.isascii() and told.isdigit() and len(told) < 9 else 0
        texts = (self.country.data, self.name.data, self.number.data, self.hours.data, self.note.data)
        return Line(key, *texts, self.checked_on.data, seen)
