"""Giving a report to those it was made for: whether all that stands in it may still be told is asked once more."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any
from zoneinfo import ZoneInfo

from practice import clock
from practice.errors import Refused
from practice.people.models import Person
from practice.reporting import documents
from practice.reporting.documents import Document
from practice.reporting.facts import canonical
from practice.reporting.kinds import making
from practice.reporting.models import Report
from practice.reporting.request import request_of

_CHANGED = (
    "Since this report was made, something it rests on has changed: a step was sent, a word was taken back, or another policy "
    "was signed. So that nobody is given what no longer holds, please make it anew and give that one."
)


def what_changed(report: Report) -> str:
    """Why it must not be given as it is, in a sentence; nothing where its facts would be the very same today."""
    made_at = report.begun_at or report.finished_at or report.asked_at
    made_on = made_at.astimezone(ZoneInfo(report.couple.coach.time_zone)).date()
    try:
        printed, facts = report.facts, making(report.kind).gather(request_of(report, made_on))
    except Refused:
        return _CHANGED
    return "" if _told(canonical(facts)) == _told(printed) else _CHANGED


def _told(facts: bytes) -> dict[str, Any]:
    """What a report says, whatever the practice's own paper looks like by now."""
    plain: dict[str, Any] = json.loads(facts)
    plain["sheet"] = {name: plain["sheet"][name] for name in ("audience", "policy")}
    return plain


@dataclass(frozen=True, slots=True)
class Given:
    """Where the giving of one report stands, for its coach."""

    is_there: bool
    seconds: int  # in which it can still be undone; 0 in the moment before it is there, and afterwards
    visible_from: datetime | None


def standing(given: Sequence[Document]) -> Given | None:
    """Of what is on its readers' pages, or about to be; None where nothing is."""
    stands = [each for each in given if each.is_given]
    if not stands:
        return None
    now, visible_from = clock.now(), max(each.visible_from for each in stands)
    return Given(
        is_there=visible_from <= now,
        seconds=max(0, ceil((min(each.undo_until for each in stands) - now).total_seconds())),
        visible_from=visible_from,
    )


def give(report: Report, *, by: Person) -> bool:
    """Give it, if it still holds; whether this act was the first. Raises: Refused."""
    _ = report.paper
    if documents.readers(report) and (changed := what_changed(report)):
        raise Refused(changed)
    return documents.give(report, by=by)
