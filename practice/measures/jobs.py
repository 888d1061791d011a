"""Work of the room that no request waits for."""

import logging

from practice.db import db
from practice.jobs import every_minute
from practice.measures import coming_due
from practice.measures.models import Asking

log = logging.getLogger("practice.measures")


@every_minute
def open_due_occasions() -> None:
    """Open what is due on each person's own day: once, whoever is killed and however many workers look."""
    due = coming_due.waiting()
    db.session.rollback()  # nothing is held while they are opened one by one
    for asking_id in due:
        try:
            if coming_due.open_due(db.session.get_one(Asking, asking_id)):
                db.session.commit()
            else:
                db.session.rollback()
        except Exception as error:
            # One person's trouble keeps no other waiting. Its kind and never its words, for those may be somebody's.
            db.session.rollback()
            log.error("%s while opening what is due", type(error).__name__)
