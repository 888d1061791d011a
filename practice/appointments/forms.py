"""What may be typed about an appointment: when and where, how each came, who called it off."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flask_wtf import FlaskForm
from wtforms import DateField, Field, HiddenField, IntegerField, RadioField, SelectField, StringField, TimeField
from wtforms.validators import InputRequired, NumberRange, ValidationError

from practice import clock, formats
from practice.appointments.models import Appointment
from practice.appointments.states import Attended, Side, Slot, WithWhom
from practice.appointments.wall import ZONES, called, moments
from practice.choosing import each_of, to_choose
from practice.couples.models import Couple
from practice.db import public_id
from practice.people.models import Person

LONGEST_PLACE = 300  # characters
_FURTHEST = timedelta(days=5 * 366)


class _Day(DateField):
    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError("That is not a day. Please write it like 2026-03-31.") from None


class _Time(TimeField):
    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError("That is not a time. Please write it like 18:30.") from None


class _Number(IntegerField):
    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError("Please give a whole number of minutes.") from None


def number_of(text: str | None) -> int:
    """The revision that a page was made from; one that is no number was never there."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 9 else -1


def plain(text: str | None) -> str:
    """Typed text without marks that cannot be kept or seen."""
    return "\n".join((text or "").replace("\0", "").strip().splitlines())


class ActForm(FlaskForm):
    """A press of a button, which knows how things stood when it was drawn."""

    revision = HiddenField()

    @property
    def seen(self) -> int:
        return number_of(self.revision.data)


class SlotForm(ActForm):
    """When and where."""

    day = _Day("Day", [InputRequired("Please choose the day.")])
    at = _Time("Time", [InputRequired("Please give the time.")])
    which = RadioField("Which of the two", choices=[], validate_choice=False)
    time_zone = SelectField("On the clock of", validate_choice=False)
    minutes = _Number(
        "Minutes", [InputRequired("Please give the minutes."), NumberRange(5, 480, "From 5 to 480 minutes, please.")]
    )
    place = StringField("Where", render_kw={"spellcheck": "false"})

    def __init__(self, couple: Couple, reader: Person, **values: Any) -> None:
        super().__init__(**values)
        near = [reader.time_zone, *(person.time_zone for person in couple.partners)]
        self.time_zone.choices = list(dict.fromkeys([*near, *ZONES]))
        self.starts_at: datetime | None = None
        self.comes_twice = False

    def validate_day(self, field: Field) -> None:
        if field.data and abs(field.data - clock.today()) > _FURTHEST:
            raise ValidationError("That is more than five years away. Please choose another day.")

    def validate_time_zone(self, field: Field) -> None:
        if field.data not in (field.choices or []):
            raise ValidationError("Please choose a time zone from the list.")

    def validate_place(self, field: Field) -> None:
        field.data = " ".join(plain(field.data).split())
        if len(field.data) > LONGEST_PLACE:
            raise ValidationError(f"Please use at most {LONGEST_PLACE} characters.")

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides each field by itself: whether there is such a time that day, and which where there are two."""
        fine = bool(super().validate(extra_validators))
        if self.day.errors or self.at.errors or self.time_zone.errors or not self.day.data or self.at.data is None:
            return fine
        found = moments(self.day.data, self.at.data, self.time_zone.data)
        if not found:
            self.at.errors = [self._not_there(self.day.data)]
            return False
        if len(found) > 1:
            return self._chosen(found) and fine
        self.starts_at = found[0]
        return fine

    def _not_there(self, day: date) -> str:
        told = f"On {formats.day(day)} the clocks in {self.time_zone.data} go forward, and {self.at.data:%H:%M} is left out."
        return f"{told} Please choose an earlier or a later time."

    def _chosen(self, found: tuple[datetime, ...]) -> bool:
        """Whether it was said which of the two; otherwise that is asked."""
        assert self.day.data
        self.comes_twice, zone = True, self.time_zone.data
        names = [
            f"{self.at.data:%H:%M} {called(one, zone)}, the {first}"
            for one, first in zip(found, ("first", "second"), strict=True)
        ]
        self.which.choices = to_choose((one.isoformat(), name) for one, name in zip(found, names, strict=True))
        self.starts_at = next((one for one in found if one.isoformat() == self.which.data), None)
        if self.starts_at is None:
            told = f"On {formats.day(self.day.data)} the clocks in {zone} go back, so this time comes twice."
            self.which.errors = [f"{told} Please say which you mean."]
        return self.starts_at is not None

    @property
    def slot(self) -> Slot:
        assert self.starts_at
        return Slot(self.starts_at, self.time_zone.data, self.minutes.data or 0, self.place.data or "")


class PlanForm(SlotForm):
    """A new appointment."""

    with_whom = RadioField("With whom", [InputRequired("Please say with whom.")], default=WithWhom.BOTH.value)
    save_key = HiddenField()

    def __init__(self, couple: Couple, reader: Person) -> None:
        super().__init__(couple, reader, time_zone=reader.time_zone, minutes=50, save_key=public_id())
        first, second = couple.partners
        self.with_whom.choices = to_choose(
            [("both", "Both of them"), ("first", f"{first.name} alone"), ("second", f"{second.name} alone")]
        )

    @property
    def own_key(self) -> str:
        return (self.save_key.data or "").replace("\0", "")[:64] or public_id()


class ChangeForm(SlotForm):
    """Another time or place."""

    asked_by = RadioField("If it is another time: who asked for it", default=Side.COACH.value)

    def __init__(self, appointment: Appointment, reader: Person) -> None:
        local = appointment.starts_at.astimezone(ZoneInfo(appointment.time_zone))
        super().__init__(
            appointment.couple, reader, day=local.date(), at=local.time(), time_zone=appointment.time_zone,
            minutes=appointment.minutes, place=appointment.place, which=appointment.starts_at.isoformat(),
        )  # fmt: skip
        self.asked_by.choices = to_choose(sides(appointment))


class CancelForm(ActForm):
    """Who called it off."""

    asked_by = RadioField("Who called it off", [InputRequired("Please say who called it off.")])

    def __init__(self, appointment: Appointment) -> None:
        super().__init__()
        self.asked_by.choices = to_choose(sides(appointment))


class AttendForm(ActForm):
    """How each came. The one who was not meant to be there is not asked about."""

    first = RadioField(choices=each_of(Attended), validators=[InputRequired("Please choose one.")])
    second = RadioField(choices=each_of(Attended), validators=[InputRequired("Please choose one.")])

    def __init__(self, appointment: Appointment) -> None:
        names = {appointment.couple.position(person): person for person in appointment.people}
        came = {f: appointment.came.get(names[n].id) for n, f in ((1, "first"), (2, "second")) if n in names}
        super().__init__(data={name: how.value for name, how in came.items() if how})
        self.people: dict[str, Person] = {}
        for number, name in ((1, "first"), (2, "second")):
            if number in names:
                self[name].label.text = names[number].name
                self.people[name] = names[number]
            else:
                del self[name]

    @property
    def came(self) -> dict[int, Attended]:
        return {person.id: Attended(self[name].data) for name, person in self.people.items()}


def sides(appointment: Appointment) -> list[tuple[str, str]]:
    """Who may have called it off: the coach, and whoever it was for."""
    names = {1: Side.FIRST, 2: Side.SECOND}
    people = [(names[appointment.couple.position(person)].value, person.name) for person in appointment.people]
    return [(Side.COACH.value, "You"), *people]
