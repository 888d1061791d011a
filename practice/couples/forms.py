"""What may be typed about couples."""

import re
import unicodedata
from zoneinfo import available_timezones

from flask_wtf import FlaskForm
from wtforms import EmailField, Field, Form, RadioField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from practice.choosing import to_choose
from practice.couples.confidentiality import Kind
from practice.couples.models import Couple, CoupleState
from practice.people.models import normal

_ADDRESS = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@[a-z0-9-]+(\.[a-z0-9-]+)+", re.ASCII | re.IGNORECASE)
_ELSEWHERE = ("Etc/", "posix/", "right/")
_ZONES = ["UTC", *sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(_ELSEWHERE))]


def _tidy(text: str | None) -> str:
    """A name on one line, without marks that would turn the words after it round."""
    turned = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
    return " ".join((text or "").translate(turned).split())


def _legible(_form: Form, field: Field) -> None:
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in field.data):
        raise ValidationError("This holds a character that cannot be kept. Please type it again.")


def _address(_form: Form, field: Field) -> None:
    if not _ADDRESS.fullmatch(field.data):
        raise ValidationError("An e-mail address looks like name@example.org.")


def _name(whose: str) -> StringField:
    asked, length = (
        DataRequired(f"Please type the {whose} partner’s name."),
        Length(max=80, message="Please use at most 80 characters."),
    )
    return StringField(f"{whose.capitalize()} partner’s name", [asked, length, _legible], filters=[_tidy])


def _email(whose: str) -> EmailField:
    asked, length = (
        DataRequired(f"Please type the {whose} partner’s e-mail address."),
        Length(max=254, message="That is longer than an address can be."),
    )
    return EmailField(f"{whose.capitalize()} partner’s e-mail address", [asked, length, _address], filters=[_tidy])


class TwoPeopleForm(FlaskForm):
    """Both partners; each has an address of their own, for each has a private door."""

    first_name = _name("first")
    first_email = _email("first")
    second_name = _name("second")
    second_email = _email("second")

    @classmethod
    def of(cls, couple: Couple) -> "TwoPeopleForm":
        """As the couple stands. Who has joined looks after their own address: whatever is sent, theirs stays."""
        a, b = couple.partners
        form = cls(first_name=a.name, first_email=a.email, second_name=b.name, second_email=b.email)
        for person, field in ((a, form.first_email), (b, form.second_email)):
            if person.has_joined:
                field.data, field.validators, field.render_kw = person.email, (), {"readonly": True}
                field.description = "They have joined, so only they can change this."
        return form

    @property
    def names(self) -> tuple[str, str]:
        return self.first_name.data, self.second_name.data

    @property
    def emails(self) -> tuple[str, str]:
        return self.first_email.data, self.second_email.data

    def validate_second_email(self, field: Field) -> None:
        if normal(field.data) == normal(self.first_email.data or ""):
            raise ValidationError("Each partner needs an address of their own, so that each has a private door.")


class AddForm(TwoPeopleForm):
    kind = RadioField("Confidentiality policy", [InputRequired("Please choose a policy.")])
    time_zone = SelectField("Their time zone", choices=to_choose((zone, zone.replace("_", " ")) for zone in _ZONES))


class PolicyForm(FlaskForm):
    kind = RadioField("Confidentiality policy", [InputRequired("Please choose a policy.")])


class SignForm(FlaskForm):
    typed_name = StringField("Your name", [DataRequired("Please type your name."), Length(max=80)], filters=[_tidy])


class HandOverForm(FlaskForm):
    coach = RadioField("Their new coach", [InputRequired("Please choose a coach.")])


class FindForm(FlaskForm):
    """Comes with the address, changes nothing and needs no token."""

    class Meta:
        csrf = False

    q = StringField("Name")
    state = SelectField("State", choices=to_choose([("", "Any state"), *((state.value, state.label) for state in CoupleState)]))


def kinds(coach: str, *, but: Kind | None = None) -> list[tuple[str, str]]:
    """The policies to choose from, each with its one sentence."""
    return [(kind.value, f"{kind.label}. {kind.sentence(coach)}") for kind in Kind if kind is not but]
