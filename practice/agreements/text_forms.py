"""What may be typed and pressed at a text that both sign."""

from typing import Any

from wtforms import HiddenField, TextAreaField
from wtforms.validators import DataRequired, Length

from practice.agreements.texts import LONGEST
from practice.answering import OwnForm
from practice.homework.writing import clean


def as_number(text: Any) -> int:
    """The number that a page carries; 0 where it carries none."""
    told = str(text or "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 0


def _plain(text: Any) -> str:
    return str(clean(text or "")).strip()


class WordingForm(OwnForm):
    """The whole page is one form, so that no button loses what was typed.

    `seen` is the number of the wording that stands on the page, `signed` that of the signed one, `turn` its open renewal.
    """

    wording = TextAreaField(
        "The wording",
        filters=[_plain],
        validators=[
            DataRequired("Please write some words first."),
            Length(max=LONGEST, message=f"Please use at most {LONGEST:,} characters."),
        ],
        render_kw={"autocomplete": "off", "rows": 12},
    )
    seen = HiddenField()
    signed = HiddenField()
    turn = HiddenField()
