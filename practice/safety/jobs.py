"""Work of the room that no request waits for: both are asked when their rhythm says so."""

import logging

from practice.db import db
from practice.jobs import every_minute
from practice.safety import asking

log = logging.getLogger("practice.safety")


@every_minute
def ask_who_is_due() -> None:
    """Couple by couple, each in one transaction: both are asked or neither, however many workers look."""
    waiting = asking.due()
    db.session.rollback()
    for couple_id in waiting:
        try:
            asking.ask_if_due(couple_id)
            db.session.commit()
        except Exception as error:
            # One couple's trouble keeps no other waiting. Its kind and never its words.
            db.session.rollback()
            log.error("%s while asking", type(error).__name__)
