"""Work of the room that no request waits for: planned steps are given when their rule says so."""

import logging

from practice.db import db
from practice.jobs import every_minute
from practice.way import opening

log = logging.getLogger("practice.way")


@every_minute
def give_planned_steps() -> None:
    """Couple by couple, each in one transaction: a worker stopped midway leaves nothing half given."""
    expecting = opening.expecting()
    db.session.rollback()
    for couple_id in expecting:
        db.session.remove()  # with the keys that were opened for the last one
        try:
            opening.give_what_is_due(couple_id)
            db.session.commit()
        except Exception as error:
            # One couple's trouble keeps no other waiting. Its kind and never its words, for those may be somebody's.
            db.session.rollback()
            log.error("%s while giving planned steps", type(error).__name__)
