"""What may be chosen about the pace."""

from wtforms import HiddenField, RadioField, SelectMultipleField
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

from practice.answering import OwnForm
from practice.choosing import to_choose
from practice.pace.choosing import Choice, choice
from practice.programme.library import Pace


class PaceForm(OwnForm):
    """How far (any of these, or none) and how fast (one of these)."""

    far = SelectMultipleField("How far", option_widget=CheckboxInput(), widget=ListWidget(prefix_label=False))
    fast = RadioField("How fast", validators=[InputRequired("Please choose how fast, too.")])
    revision = HiddenField()

    def offer(self, pace: Pace) -> None:
        """What the step offers."""
        self.far.choices = to_choose((option.key, option.label) for option in pace.far)
        self.fast.choices = to_choose((option.key, option.label) for option in pace.fast)

    def stand_at(self, kept: Choice) -> None:
        """Show what is chosen now."""
        self.far.data, self.fast.data = list(kept.far), kept.fast

    def wanted(self, pace: Pace) -> Choice:
        return choice(pace, self.far.data or (), self.fast.data or "")

    @property
    def began_from(self) -> int:
        """The revision that its page showed."""
        told = str(self.revision.data or "")
        return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 0
