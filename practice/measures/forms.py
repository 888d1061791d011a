"""What may be typed about questionnaires: their words, a whole one, whom to ask and when, and the answers."""

from datetime import date
from decimal import Decimal
from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    DateField,
    DecimalField,
    Field,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from practice.answering import OwnForm
from practice.choosing import each_of, to_choose
from practice.couples.models import Couple
from practice.db import public_id
from practice.errors import Refused
from practice.measures.own import Typed
from practice.measures.points import MOST_WEEKS, Plan, Point, Rhythm

_MOST, _LONGEST = Decimal(1_000_000), 12
_A_NUMBER = "Please write a number, such as 6.5."


class DayField(DateField):
    """A day, with its own words for what is not one."""

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data: date | None = None  # an empty field is no day, whatever stood there at first
        try:
            super().process_formdata([text for text in valuelist if text.strip()])
        except ValueError:
            raise ValueError("Please give a day that exists.") from None


class NumberField(DecimalField):
    """A number, or nothing."""

    def process_formdata(self, valuelist: list[str]) -> None:
        told = valuelist[0].strip().replace(",", ".") if valuelist else ""
        self.data: Decimal | None = None
        if not told:
            return
        try:
            number = Decimal(told)
        except ArithmeticError:
            raise ValueError(_A_NUMBER) from None
        if not number.is_finite() or abs(number) >= _MOST or len(told) > _LONGEST:
            raise ValueError(_A_NUMBER)
        self.data = number


def _line(label: str, most: int = 300, *, needed: str = "", hint: str = "") -> StringField:
    checks: list[Any] = [DataRequired(needed)] if needed else [Optional()]
    return StringField(
        label, validators=[*checks, Length(max=most, message=f"Please use at most {most} characters.")], description=hint
    )


class LockForm(FlaskForm):
    """What every page shares that leads to locked words: what was looked at, and the word that one may use it."""

    seen = HiddenField()
    entitled = BooleanField("We are entitled to use these words in our practice, and they stand here as in the original.")


class WordingForm(LockForm):
    """The words of an instrument whose key we know."""

    introduction = TextAreaField("What stands above the questions", validators=[Optional()])
    items = TextAreaField("The questions, one a line")
    options = TextAreaField("The answers, one a line, in the order in which they are printed")
    file = FileField("Or a file in TOML")


class FileForm(LockForm):
    """A whole instrument as a file."""

    toml = TextAreaField("The questionnaire as TOML")
    file = FileField("A file in TOML")


class OwnInstrumentForm(LockForm):
    """A whole instrument, typed."""

    name = _line("Short name", 30, needed="Please give it a short name.", hint="As on a chart: CSI-16.")
    title = _line("Full name", 150)
    introduction = TextAreaField("What stands above the questions", validators=[Optional()])
    items = TextAreaField("The questions, one a line")
    options = TextAreaField("The answers, one a line, in the order in which they are printed")
    reversed = _line("Questions that count the other way round", 300)
    higher_is_better = RadioField(
        "Which way is better", choices=to_choose([("yes", "A higher total"), ("no", "A lower total")]), default="yes",
        validators=[InputRequired("Please choose one.")],
    )  # fmt: skip
    subscales = TextAreaField("Parts with a total of their own", validators=[Optional()])
    cut = NumberField("Cut-off", validators=[Optional()])
    good_range = _line("How the better side of the cut-off is called", 60)
    bands = TextAreaField("Ranges with a name, one a line", validators=[Optional()])
    sd = NumberField("Standard deviation", validators=[Optional()])
    reliability = NumberField("Reliability", validators=[Optional()])
    is_published = RadioField(
        "How firm these figures are", choices=to_choose([("yes", "Published"), ("no", "Provisional")]), default="no",
        validators=[InputRequired("Please choose one.")],
    )  # fmt: skip
    source = _line("Where the figures come from", 300)
    citation = _line("Citation", 300, needed="Please say where it comes from, or who wrote it.")
    licence = _line("What you may use it for", 300, needed="Please say on which licence you use it.")
    safety_items = _line("Questions you must hear of at once", 100)

    def typed(self, key: str) -> Typed:
        texts = ("name", "title", "introduction", "items", "options", "reversed", "subscales", "bands", "safety_items")
        more = ("citation", "licence", "source", "good_range")
        return Typed(
            key=key, **{each: (self[each].data or "").strip() for each in (*texts, *more)},
            higher_is_better=self.higher_is_better.data == "yes", is_published=self.is_published.data == "yes",
            cut=self.cut.data, sd=self.sd.data, reliability=self.reliability.data,
        )  # fmt: skip


class AskForm(FlaskForm):
    """Whom to ask what, and when."""

    asked_key = HiddenField()
    slug = SelectField("Which", validators=[InputRequired("Please choose a questionnaire.")])
    whom = RadioField("Whom", default="both", validators=[InputRequired("Please choose whom to ask.")])
    rhythm = RadioField("When", choices=each_of(Rhythm), default="once")
    on = DayField("From which day")
    point = SelectField(
        "What it counts as",
        choices=to_choose([("", "Nothing in particular"), *((each.value, each.label) for each in Point)]),
        default="",
    )
    start = DayField("Start", validators=[Optional()])
    mid = DayField("Midway", validators=[Optional()])
    end = DayField("End", validators=[Optional()])
    follow_up = DayField("Follow-up", validators=[Optional()])
    every_weeks = IntegerField("Every how many weeks", default=1)

    def offer(self, couple: Couple, instruments: list[tuple[str, str]]) -> None:
        self.slug.choices = to_choose(instruments)
        self.whom.choices = to_choose(
            [("both", "Both, each alone"), ("first", couple.first.name), ("second", couple.second.name)]
        )
        self.asked_key.data = (self.asked_key.data or "").replace("\0", "")[:64] or public_id()

    def validate_every_weeks(self, field: Field) -> None:
        if self.rhythm.data == Rhythm.WEEKS and not 1 <= (field.data or 0) <= MOST_WEEKS:
            raise ValidationError(f"Please choose a number of weeks from 1 to {MOST_WEEKS}.")

    def validate_on(self, field: Field) -> None:
        if self.rhythm.data != Rhythm.POINTS and field.data is None:
            raise ValidationError("Please give the day on which it is asked first.")

    def plan(self) -> Plan:
        """What was chosen. Raises: Refused where no day is given."""
        rhythm = Rhythm(self.rhythm.data)
        if rhythm is Rhythm.POINTS:
            days = [(point, self[point.value].data) for point in Point]
            return Plan(rhythm, tuple((point, day) for point, day in days if day is not None))
        if self.on.data is None:
            raise Refused("Please give the day on which it is asked first.")
        if rhythm is Rhythm.ONCE:
            return Plan(rhythm, ((Point(self.point.data) if self.point.data else None, self.on.data),))
        return Plan(rhythm, ((None, self.on.data),), self.every_weeks.data or 0)


class MarkForm(OwnForm):
    """The answers to one occasion; the marks themselves are read from what came, item by item."""

    revision = HiddenField()

    @property
    def began_from(self) -> int:
        """The revision that its page showed."""
        told = str(self.revision.data or "")
        return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 0


class WordForm(OwnForm):
    """Agreeing, or taking it back: for whom the page was made."""
