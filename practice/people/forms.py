"""What may be typed to sign in, to join, and to look after one's own account."""

from zoneinfo import available_timezones

from flask_wtf import FlaskForm
from wtforms import BooleanField, EmailField, HiddenField, PasswordField, SelectField, StringField
from wtforms.validators import DataRequired, Length, Optional, Regexp

from practice.people.passwords import LONGEST

_TIME_ZONES = ["UTC", *sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "US/")))]
_NOW = {"autocomplete": "current-password"}
_NEW = {"autocomplete": "new-password"}
_DIGITS = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}


def _plain(text: object) -> str:
    """One line of signs that can be seen: whatever else is pasted along would only confuse whoever reads it."""
    shown = "".join(sign if sign.isprintable() else " " for sign in str(text or ""))
    return " ".join(shown.split())


def _email(label: str = "Email") -> EmailField:
    return EmailField(
        label,
        filters=[_plain],
        validators=[
            DataRequired("Please type an e-mail address."),
            Length(max=254, message="That is longer than an e-mail address can be."),
            Regexp(r"^[^@\s<>()\[\]\\,;:\"]+@[^@\s<>()\[\]\\,;:\"]+$", message="An e-mail address looks like name@example.org."),
        ],
        render_kw={"autocomplete": "username", "spellcheck": "false"},
    )


def _password(label: str, told: dict[str, str], sentence: str) -> PasswordField:
    return PasswordField(label, [DataRequired(sentence), Length(max=LONGEST)], render_kw=told)


def _name(label: str, most: int, sentence: str) -> StringField:
    return StringField(
        label,
        filters=[_plain],
        validators=[DataRequired(sentence), Length(max=most, message=f"Please use at most {most} characters.")],
    )


def _code(label: str, sentence: str) -> StringField:
    return StringField(label, filters=[_plain], validators=[DataRequired(sentence), Length(max=40)], render_kw=_DIGITS)


class SignInForm(FlaskForm):
    email = _email()
    password = _password("Password", _NOW, "Please type your password.")
    next = HiddenField()
    person = HiddenField()


class CodeForm(FlaskForm):
    code = _code("Code", "Please type the code.")


class JoinForm(FlaskForm):
    code = _code("Code from your coach", "Please type the six digits that you were told.")
    password = _password("New password", _NEW, "Please choose a password.")


class ForgottenForm(FlaskForm):
    email = _email()


class FirstRunForm(FlaskForm):
    practice_name = _name("Name of your practice", 120, "Please give your practice a name.")
    name = _name("Your name", 80, "Please type your name.")
    email = _email()
    password = _password("New password", _NEW, "Please choose a password.")


class ProveForm(FlaskForm):
    password = _password("Password", _NOW, "Please type your password.")
    code = StringField("Code", filters=[_plain], validators=[Optional(), Length(max=40)], render_kw=_DIGITS)
    next = HiddenField()


class ChangePasswordForm(FlaskForm):
    current = _password("Password you use now", _NOW, "Please type the password you use now.")
    password = _password("New password", _NEW, "Please choose a new password.")
    elsewhere = BooleanField("Sign me out everywhere else", default=True)


class AddressForm(FlaskForm):
    email = _email("New email")


class AccountForm(FlaskForm):
    name = _name("Your name", 80, "Please type your name.")
    time_zone = SelectField("Time zone", choices=_TIME_ZONES)


class CoachForm(FlaskForm):
    name = _name("Name", 80, "Please type their name.")
    email = _email()
