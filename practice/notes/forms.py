"""What may be typed into a note."""

from collections.abc import Mapping
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, RadioField, TextAreaField
from wtforms.validators import InputRequired, ValidationError

from practice.notes.writing import LONGEST

PROCESS = "mine"  # the process note: a form has a method of that name
NAMES = ("joint", "first", "second", PROCESS)


def _plain(field: Field) -> None:
    field.data = "\n".join((field.data or "").replace("\0", "").strip().splitlines())
    # Not by a maximum in the page: a browser cuts pasted text there without a word.
    if len(field.data) > LONGEST:
        raise ValidationError(f"Please use at most {LONGEST:,} characters.")


def _number(field: Field) -> int:
    """The number of what was seen; one that is no number was never there."""
    text = field.data or ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else -1


class NoteForm(FlaskForm):
    """Every part on one page, each with the number of what was seen of it."""

    joint, first = TextAreaField(), TextAreaField()
    second, mine = TextAreaField(), TextAreaField()
    seen_joint, seen_first = HiddenField(), HiddenField()
    seen_second, seen_mine = HiddenField(), HiddenField()

    def __init__(self, labels: Mapping[str, str], **values: Any) -> None:
        """`labels`: how each part of this note is called; a part without one is not there."""
        super().__init__(**values)
        for name in NAMES:
            if name in labels:
                self[name].label.text = labels[name]
            else:
                del self[name], self[f"seen_{name}"]
        self.parts = list(labels)

    def seen(self, name: str) -> int:
        return _number(self[f"seen_{name}"])

    def validate_joint(self, field: Field) -> None:
        _plain(field)

    validate_first = validate_second = validate_mine = validate_joint


class AdditionForm(FlaskForm):
    """Something to be added to a finished note."""

    part = RadioField("To which part", [InputRequired("Please say to which part.")])
    text = TextAreaField("What you add")

    def __init__(self, labels: Mapping[str, str], **values: Any) -> None:
        super().__init__(**values)
        self.part.choices = list(labels.items())

    def validate_text(self, field: Field) -> None:
        _plain(field)
        if not field.data:
            raise ValidationError("Please write what you want to add.")
