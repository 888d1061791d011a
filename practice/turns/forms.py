"""What may be typed or pressed: being ready, the words of a turn, opening, beginning, going on."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional, ValidationError

from practice.answering import OwnForm
from practice.choosing import on_offer, to_choose
from practice.homework.writing import clean
from practice.people.models import Person
from practice.programme.library import LONGEST
from practice.turns.course import Kind

_QUIET = {"autocomplete": "off"}  # otherwise the browser keeps what was typed in its own files
_LONGEST_KEY = 60


def _plain(text: str | None) -> str:
    return str(clean(text or "")).strip()


def _may_be_kept(form: FlaskForm, field: TextAreaField) -> None:
    # Not by a maximum in the page: a browser cuts pasted text there without a word.
    if len(field.data) > LONGEST:
        raise ValidationError(f"This is longer than can be kept at once. Please use at most {LONGEST:,} characters.")
    if "\0" in field.data:
        raise ValidationError("This holds a character that cannot be kept. Please type it again.")


def number_of(text: Any) -> int:
    """The number that a page carried; 0 where it carried none."""
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 10 else 0


class ReadyForm(OwnForm):
    """One's own private word; the pressed button says which."""

    ready = HiddenField()

    def validate_ready(self, field: HiddenField) -> None:
        if field.data not in ("yes", "no"):
            raise ValidationError("Please press one of the buttons.")


class WordsForm(OwnForm):
    """The words of one move, and the number that move would have."""

    number = HiddenField()
    text = TextAreaField(filters=[_plain], render_kw={**_QUIET, "rows": 6})

    def validate_save_key(self, field: HiddenField) -> None:
        if not field.data or len(field.data) > _LONGEST_KEY:
            raise ValidationError("Please open this page anew and send again. Your words are still here.")


class SayForm(WordsForm):
    """What one says, or has heard."""

    text = TextAreaField(filters=[_plain], validators=[DataRequired("Please write something first."), _may_be_kept],
                         render_kw={**_QUIET, "rows": 6})  # fmt: skip


class AnswerForm(WordsForm):
    """Felt heard or not yet, with a word if one likes."""

    text = TextAreaField("A word", filters=[_plain], validators=[Optional(), _may_be_kept], render_kw={**_QUIET, "rows": 2})


class OpenForm(FlaskForm):
    """Opening; why, where somebody is not ready."""

    reason = TextAreaField(
        "Why you open it all the same",
        filters=[_plain],
        validators=[Length(max=5000, message="Please use at most 5,000 characters."), _may_be_kept],
        render_kw={**_QUIET, "rows": 3},
    )


class BeginForm(FlaskForm):
    """Who speaks first."""

    first = RadioField("Who speaks first", validate_choice=False)

    def offer(self, partners: tuple[Person, Person]) -> None:
        """The two by name, and chance."""
        self.first.choices = to_choose(
            [(person.public_id, person.name) for person in partners] + [("chance", "Let chance decide")]
        )

    def validate_first(self, field: RadioField) -> None:
        if field.data not in on_offer(field):
            raise ValidationError("Please choose who speaks first.")


class ResumeForm(FlaskForm):
    """Going on, from a page that knew of pauses up to this one."""

    seen = HiddenField()


class NextForm(FlaskForm):
    """The next move, made aloud; the pressed button says which."""

    number = HiddenField()
    kind = HiddenField()

    def validate_kind(self, field: HiddenField) -> None:
        if field.data not in list(Kind):
            raise ValidationError("Please press one of the buttons.")
