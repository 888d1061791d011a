"""Work of the room that no request waits for."""

from practice.db import db
from practice.jobs import every_minute, one_by_one
from practice.measures import coming_due
from practice.measures.models import Asking


@every_minute
def open_due_occasions() -> None:
    """Open what is due on each person's own day: once, whoever is killed and however many workers look."""
    one_by_one(coming_due.waiting(), _open)


def _open(asking_id: int) -> None:
    coming_due.open_due(db.session.get_one(Asking, asking_id))
