"""When planned steps open: the order of those to come, their expected days, which are due, and how days move after a rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from practice.way.models import Opens, Planned, Whom


@dataclass(frozen=True, slots=True)
class Last:
    """The planned step that was given last: on which of the coach's days, and whether everyone's part is reviewed."""

    given_on: date
    is_reviewed: bool
    withdrawn: str = ""  # its title, where it was taken back and so will never be reviewed


@dataclass(frozen=True, slots=True)
class Schedule:
    """What is still to come, in its order, behind what was given last."""

    coming: Sequence[Planned]
    last: Last | None

    def due(self, today: date) -> list[Planned]:
        """Those whose rule says that they open by today."""
        return [planned for number, planned in enumerate(self.coming) if self._is_due(number, planned, today)]

    def _is_due(self, number: int, planned: Planned, today: date) -> bool:
        if planned.opens.is_dated:
            return planned.opens_on is not None and planned.opens_on <= today
        if planned.opens is Opens.BY_HAND or number > 0:
            # What follows another waits until that one was given, and is the first to come by then.
            return False
        if planned.opens is Opens.WHEN_REVIEWED:
            return self.last is None or self.last.is_reviewed
        return self._after(self.last.given_on if self.last else planned.ruled_on, planned) <= today

    def expected(self, today: date) -> list[date | None]:
        """For each step to come the day on which it opens as far as can be told; None where nobody can tell yet."""
        days: list[date | None] = []
        before = self.last.given_on if self.last else None
        for number, planned in enumerate(self.coming):
            before = self._expected(planned, before, is_first=number == 0, today=today)
            days.append(before)
        return days

    def _expected(self, planned: Planned, before: date | None, *, is_first: bool, today: date) -> date | None:
        if planned.opens.is_dated:
            return max(planned.opens_on or today, today)
        if planned.opens is Opens.AFTER_DAYS and (before or is_first):
            return max(self._after(before or planned.ruled_on, planned), today)
        if planned.opens is Opens.WHEN_REVIEWED and is_first and (self.last is None or self.last.is_reviewed):
            return today
        return None

    @staticmethod
    def _after(day: date, planned: Planned) -> date:
        return day + timedelta(days=planned.after_days or 0)


def moved(coming: Sequence[Planned], today: date) -> list[tuple[Planned, date]]:
    """After a rest in which days went by unused: the same days, as much later as the first of them was missed.

    Steps for both are moved by what was missed of those alone, so that nobody can tell from their own days that
    something was planned for the other. What something was in the way of waits for that and moves nothing.
    """
    dated = [(p, p.opens_on, p.whom) for p in coming if p.opens.is_dated and p.opens_on and not p.held_at]
    found = []
    for each in Whom:
        counted = [(planned, day, whom) for planned, day, whom in dated if whom in (each, Whom.BOTH)]
        missed = min((day for _, day, _ in counted if day < today), default=today)
        late = today - missed
        found += [(planned, day + late) for planned, day, whom in counted if late and whom is each and day >= missed]
    return found
