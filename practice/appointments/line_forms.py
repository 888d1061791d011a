"""What may be typed into an agenda."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, HiddenField, TextAreaField
from wtforms.validators import ValidationError

from practice.appointments.forms import number_of, plain
from practice.db import public_id

LONGEST = 1000  # characters


class PinForm(FlaskForm):
    """One's own words, and whether those in the room may see them."""

    words = TextAreaField("What you want to speak of", render_kw={"rows": 2})
    for_both = BooleanField("May be shown in the room")
    save_key = HiddenField()
    revision = HiddenField()

    def __init__(self, **values: Any) -> None:
        super().__init__(**({"save_key": public_id()} | values))

    def validate_words(self, field: Field) -> None:
        field.data = plain(field.data)
        if len(field.data) > LONGEST:
            raise ValidationError(f"Please use at most {LONGEST:,} characters.")

    @property
    def own_key(self) -> str:
        return (self.save_key.data or "").replace("\0", "")[:64] or public_id()

    @property
    def seen(self) -> int:
        return number_of(self.revision.data)


class PinToForm(FlaskForm):
    """A press of "Pin to agenda": what it points to."""

    kind = HiddenField()
    about = HiddenField()


class OrderForm(FlaskForm):
    """A press of an arrow or of "carry over", which knows where the pin stood."""

    where = HiddenField()
    position = HiddenField()
    appointment = HiddenField()

    @property
    def seen(self) -> int:
        return number_of(self.position.data)
