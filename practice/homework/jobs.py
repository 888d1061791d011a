"""Work of the room that no request waits for."""

from practice.db import db
from practice.homework import drafts
from practice.jobs import every_minute


@every_minute
def forget_old_versions() -> None:
    """Earlier versions of drafts go after thirty days, as their writers are told."""
    drafts.forget_old_versions()
    db.session.commit()
