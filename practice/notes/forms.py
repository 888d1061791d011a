"""What may be typed into a note."""

from collections.abc import Mapping
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, RadioField, TextAreaField
from wtforms.validators import InputRequired, ValidationError

from practice.answering import OwnForm
from practice.choosing import to_choose
from practice.notes.writing import LONGEST
from practice.origins import Origin

PROCESS = "mine"  # the process note: a form has a method of that name
NAMES = ("joint", "first", "second", PROCESS)


def too_long(text: str) -> str:
    """What is said of a text that is too long; nothing of another."""
    return f"Please use at most {LONGEST:,} characters." if len(text) > LONGEST else ""


def number(text: Any, *, digits: int = 9) -> int:
    """The number of what was seen; one that is no number was never there."""
    known = isinstance(text, str) and text.isascii() and text.isdecimal() and len(text) <= digits
    return int(text) if known else -1


def _plain(field: Field) -> None:
    field.data = "\n".join((field.data or "").replace("\0", "").strip().splitlines())
    # Not by a maximum in the page: a browser cuts pasted text there without a word.
    if sentence := too_long(field.data):
        raise ValidationError(sentence)


class NoteForm(OwnForm):
    """Every part on one page, each with the number of what was seen of it."""

    revision = HiddenField()  # of the drafts that its page began from

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
        return number(self[f"seen_{name}"].data)

    @property
    def origin(self) -> Origin:
        return Origin.of(str(self.save_key.data or ""), number(self.revision.data, digits=15))

    def validate_joint(self, field: Field) -> None:
        _plain(field)

    validate_first = validate_second = validate_mine = validate_joint


class LetGoForm(FlaskForm):
    """Forgetting what is not saved, as far as its page showed it."""

    revision = HiddenField()


class AdditionForm(FlaskForm):
    """Something to be added to a finished note."""

    part = RadioField("To which part", [InputRequired("Please say to which part.")])
    text = TextAreaField("What you add")

    def __init__(self, labels: Mapping[str, str], **values: Any) -> None:
        super().__init__(**values)
        self.part.choices = to_choose(labels.items())

    def validate_text(self, field: Field) -> None:
        _plain(field)
        if not field.data:
            raise ValidationError("Please write what you want to add.")
