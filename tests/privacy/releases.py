"""Markers in what would leave the practice: to whom, and what for."""

from collections.abc import Callable
from datetime import timedelta

from practice import clock
from practice.couples.models import Couple
from practice.db import public_id
from practice.reporting.consents import prepare
from practice.reporting.models import Audience
from practice.reporting.releases import Holding, Terms

Put = Callable[[str, str], str]  # a new marker for a kind of place and the name of the person it belongs to


def fill_releases(put: Put, couple: Couple) -> None:
    """One is asked of both, and one of each alone."""
    first, second = (person.name.lower() for person in couple.partners)
    for audience, kind, name in (
        (Audience.COUPLE, "release", first),
        (Audience.FIRST, "own release", first),
        (Audience.SECOND, "own release", second),
    ):
        days = (clock.today() - timedelta(days=9), clock.today(), clock.today() + timedelta(days=9))
        terms = Terms(audience, put(kind, name), put(kind, name), tuple(Holding), *days)
        prepare(couple, terms, by=couple.coach, key=public_id())
