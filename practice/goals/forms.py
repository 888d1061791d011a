"""What may be typed about a goal."""

from typing import Any

from wtforms import HiddenField, RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from practice.answering import OwnForm
from practice.choosing import to_choose
from practice.goals.words import HIGHEST, LOWEST, Words

_NUMBERS = to_choose((str(number), str(number)) for number in range(LOWEST, HIGHEST + 1))
_LONGEST = 2000
_TOO_LONG = Length(max=_LONGEST, message="Please use at most 2,000 characters.")


def _plain(text: Any) -> str:
    return "\n".join(str(text or "").replace("\0", "").strip().splitlines())


class RatingForm(OwnForm):
    """How near it is."""

    value = RadioField(
        "How much of it is there at present?", choices=_NUMBERS, validators=[InputRequired("Please choose a number.")]
    )

    @property
    def number(self) -> int:
        return int(self.value.data)


class WordsForm(OwnForm):
    """The words of a goal, and the revision that its page showed."""

    wants = TextAreaField(
        "What I want more of", filters=[_plain], validators=[InputRequired("Please write what you want more of."), _TOO_LONG]
    )
    notices = TextAreaField("How I would notice", filters=[_plain], validators=[Optional(), _TOO_LONG])
    revision = HiddenField()

    @property
    def words(self) -> Words:
        return Words(self.wants.data, self.notices.data)

    @property
    def began_from(self) -> int:
        """The revision as it was carried; one that is no number was never there."""
        told = str(self.revision.data or "")
        return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else 0


class GoalForm(WordsForm, RatingForm):
    """A new goal: its words and its first number."""


class ActForm(OwnForm):
    """A button of a goal; nothing is typed."""
