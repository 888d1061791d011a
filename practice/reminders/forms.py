"""What may be chosen about reminders."""

from wtforms import BooleanField, SelectField

from practice.answering import OwnForm
from practice.choosing import to_choose
from practice.reminders import hours


class ReminderForm(OwnForm):
    """Whether to be reminded, and at which hour."""

    is_on = BooleanField("Send me a short letter when something waits for me")
    minute = SelectField(
        "At what time", coerce=int, choices=to_choose((minute, hours.label(minute)) for minute in hours.offered())
    )
