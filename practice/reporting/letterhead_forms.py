"""What may be typed and chosen for a practice's own paper."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, FileField, HiddenField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError

from practice.people.letterheads import Letterhead
from practice.reporting.colours import can_be_read, is_colour, readable

_MOST_LINES, _LONGEST_LINE = 4, 60


def _plain(text: object) -> str:
    """One line of signs that can be seen."""
    shown = "".join(sign if sign.isprintable() else " " for sign in str(text or ""))
    return " ".join(shown.split())


def _lines(text: object) -> str:
    """Lines of signs that can be seen, without empty ones."""
    return "\n".join(line for line in map(_plain, str(text or "").splitlines()) if line)


def _colour(text: object) -> str:
    """With its sign and in capitals, where it is a colour; else as it was typed."""
    told = _plain(text)
    written = f"#{told.removeprefix('#')}".upper()
    return written if is_colour(written) else told


def _most(length: int) -> Length:
    return Length(max=length, message=f"Please use at most {length} characters.")


class _Revised(FlaskForm):
    """A form that knows which paper its page showed."""

    revision = HiddenField()

    @property
    def began_from(self) -> int:
        told = str(self.revision.data or "")
        return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 0


class LetterheadForm(_Revised):
    """Words and colour."""

    name = StringField("Name of the practice", [DataRequired("Please type a name."), _most(120)], filters=[_plain])
    address = TextAreaField("Address", filters=[_lines], render_kw={"rows": 4})
    footer = StringField("Line at the foot", [_most(160)], filters=[_plain])
    accent = StringField("Colour", filters=[_colour], render_kw={"spellcheck": "false"})
    nearest = BooleanField("Take the nearest colour that can be read")
    offered = ""

    def __init__(self, letterhead: Letterhead, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, obj=letterhead, **kwargs)

    def validate_address(self, field: Field) -> None:
        lines = field.data.splitlines()
        if len(lines) > _MOST_LINES:
            raise ValidationError(f"Please use at most {_MOST_LINES} lines.")
        if any(len(line) > _LONGEST_LINE for line in lines):
            raise ValidationError(f"Please use at most {_LONGEST_LINE} characters in a line.")

    def validate_accent(self, field: Field) -> None:
        if not is_colour(field.data):
            raise ValidationError("Please write the colour as six digits, such as #1E5B53.")
        if can_be_read(field.data):
            return
        self.offered = readable(field.data)
        if self.nearest.data:
            field.data = self.offered
        else:
            raise ValidationError(
                f"Words in {field.data} would be hard to read on paper. The nearest colour that can be read is {self.offered}."
            )


class LogoForm(_Revised):
    """A picture."""

    logo = FileField("Picture")
