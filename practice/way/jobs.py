"""Work of the room that no request waits for: planned steps are given when their rule says so."""

from practice.jobs import every_minute, one_by_one
from practice.way import opening


@every_minute
def give_planned_steps() -> None:
    """Couple by couple: a worker stopped midway leaves nothing half given."""
    one_by_one(opening.expecting(), opening.give_what_is_due)
