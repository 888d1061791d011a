"""What happens to one partner's part of a step: opened, written, sent, read by the coach, answered, reviewed."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from practice import clock
from practice.db import public_id
from practice.homework import drafts, feedback, reading, sending
from practice.homework.models import Homework
from practice.programme.library import Readers, Step
from practice.sample.days import Calendar, spoken
from practice.sample.stories import Part

Deed = Callable[[Homework], Any]


class Writing:
    """One part as its story tells it."""

    def __init__(self, part: Part, step: Step, calendar: Calendar) -> None:
        self.part, self.step, self.calendar = part, step, calendar

    def acts(self) -> Iterator[tuple[datetime, Deed]]:
        """Each act with its moment."""
        part, calendar = self.part, self.calendar
        for days, answers in ((part.sent, part.answers), (part.sent_again, part.again)):
            if days:
                sent_at = calendar.after_work(days)
                yield sent_at - timedelta(minutes=25), self._saving(part.answers | answers)
                yield sent_at, self._send
        if part.saved:
            yield calendar.after_work(part.saved), self._saving(part.answers)
        if part.opened:
            yield calendar.after_work(part.opened), Homework.open
        if part.asked_again:
            yield calendar.at_work(part.asked_again), _ask_again
        if part.reviewed:
            yield calendar.at_work(part.reviewed), _review
        yield from self._answered()
        if part.on_paper:
            yield calendar.at_work(part.on_paper), _choose_for_paper

    def _answered(self) -> Iterator[tuple[datetime, Deed]]:
        days = self.part.answered or self.part.asked_again or self.part.reviewed
        if self.part.feedback and days:
            yield self.calendar.at_work(days), self._answer
        if self.part.read:
            yield self.calendar.after_work(self.part.read), _read_feedback

    def _send(self, homework: Homework) -> None:
        sending.send(homework, sent_key=public_id(), on_paper=self.part.on_paper is not None)

    def _answer(self, homework: Homework) -> None:
        feedback.give([homework], self.part.feedback, by=homework.assignment.couple.coach)

    def _saving(self, answers: dict[str, Any]) -> Deed:
        def save(homework: Homework) -> None:
            homework.open()
            draft = drafts.of(homework)
            draft.save(self._spoken(answers), self._readers(answers), revision=draft.revision, save_key="")

        return save

    def _spoken(self, answers: dict[str, Any]) -> dict[str, Any]:
        today = clock.today()
        return {key: spoken(self.step.prompt(key), told, today) for key, told in answers.items()}

    def _readers(self, answers: dict[str, Any]) -> dict[str, Readers]:
        chosen = {key: Readers(reader) for key, reader in self.part.readers.items()}
        return {key: chosen.get(key, self.step.readers_of(self.step.prompt(key))) for key in answers}


def _ask_again(homework: Homework) -> None:
    _read(homework)
    homework.ask_again(by=homework.assignment.couple.coach)


def _review(homework: Homework) -> None:
    _read(homework)
    homework.review(by=homework.assignment.couple.coach)


def _read(homework: Homework) -> None:
    if homework.latest:
        reading.note(homework.latest, homework.assignment.couple.coach)


def _read_feedback(homework: Homework) -> None:
    for given in feedback.of(homework):
        given.read()


def _choose_for_paper(homework: Homework) -> None:
    if homework.latest:
        homework.latest.choose(for_paper=True)
