"""What happens in one couple's story, act by act, each through the domain's own verbs."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any, NamedTuple

from flask import current_app

from practice import clock
from practice.couples import models as couples
from practice.couples.confidentiality import Kind
from practice.couples.models import Couple
from practice.db import db
from practice.homework import assigning
from practice.homework.models import Assignment, Homework
from practice.people import mail
from practice.people.models import Person
from practice.programme.models import PublishedStep
from practice.sample.days import Calendar
from practice.sample.living.playing import deeds
from practice.sample.living.stage import Stage
from practice.sample.parts import Writing
from practice.sample.stories import Given, Story
from practice.trail.models import record


class Act(NamedTuple):
    """Something done at a moment."""

    at: datetime
    do: Callable[[], Any]


class Scenes:
    """One couple's story on its way to the stage."""

    couple: Couple

    def __init__(self, story: Story, coach: Person, steps: dict[str, PublishedStep], calendar: Calendar, password: str) -> None:
        self.story, self.coach, self.steps, self.calendar = story, coach, steps, calendar
        self._password_hash = password
        # Minutes of its own, so that more of it moves nothing else in the story.
        self._stage = Stage(Calendar(calendar.today, seed=len(story.file)))

    def acts(self) -> Iterator[Act]:
        """Everything that happens, in no order."""
        story, calendar = self.story, self.calendar
        yield Act(calendar.at_work(story.began), self._add)
        for number, days in enumerate(story.joined):
            yield Act(calendar.after_work(days), partial(self._join, number))
        for given in story.steps:
            yield from self._given(given)
        yield from (Act(*deed) for deed in deeds(story.file, self._stage))
        if story.paused:
            yield Act(calendar.at_work(story.paused), lambda: self.couple.pause(by=self.coach))
        if story.closed:
            yield Act(calendar.at_work(story.closed), lambda: self.couple.close(by=self.coach))

    def _add(self) -> None:
        story = self.story
        self.couple = couples.add(self.coach, story.names, story.emails, Kind(story.policy))
        self._stage.couple = self.couple
        if not story.joined:
            # Addresses are made as for a page, though nobody has asked for one.
            with current_app.test_request_context():
                for partner in self.couple.partners:
                    mail.invite(partner)

    def _join(self, number: int) -> None:
        partner = self.couple.partners[number]
        # One hash serves the whole sample: making it is slow on purpose.
        partner.password_hash, partner.joined_at = self._password_hash, clock.now()
        record("person.joined", actor=partner, subject=partner)
        self.couple.sign(self.couple.confidentialities[0], partner, partner.name)

    def _write(self, do: Callable[[Homework], object], made: list[Assignment], number: int) -> None:
        do(_part(made, self.couple.partners[number]))

    def _given(self, given: Given) -> Iterator[Act]:
        made: list[Assignment] = []
        begin = self.calendar.at_work(given.given)
        yield Act(begin, lambda: made.extend(self._assign(given)))
        for number, part in enumerate((given.first, given.second)):
            if part:
                writing = Writing(part, self.steps[given.slug].step, self.calendar)
                for at, do in writing.acts():
                    yield Act(at, partial(self._write, do, made, number))
        if given.revealed:
            yield Act(self.calendar.at_work(given.revealed), lambda: made[0].reveal(by=self.coach))
        if given.withdrawn:
            yield Act(self.calendar.at_work(given.withdrawn), lambda: made[0].withdraw(by=self.coach))

    def _assign(self, given: Given) -> list[Assignment]:
        people = [p for p, part in zip(self.couple.partners, (given.first, given.second), strict=True) if part]
        due_on = self.calendar.day(given.given) + timedelta(days=given.due) if given.due else None
        made = assigning.assign(self.couple, self.steps[given.slug], people, due_on=due_on, note=given.note, by=self.coach)
        db.session.flush()
        self._stage.assignments += made
        return made


def _part(made: list[Assignment], partner: Person) -> Homework:
    return next(part for assignment in made for part in assignment.parts if part.person is partner)
