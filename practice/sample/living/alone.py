"""What each wishes for, and what each was asked alone."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from practice import clock
from practice.db import db, public_id
from practice.goals import models as goals
from practice.goals.models import Goal
from practice.goals.words import Words
from practice.safety import asking
from practice.safety.questions import QUESTIONS, Answers
from practice.sample.living.stage import Deed, Stage
from practice.sample.living.stories import AskedAlone, Wish


def of_wish(wish: Wish, stage: Stage) -> Iterator[Deed]:
    """Begun with a first number, given others since, and maybe shown to the other."""
    made: list[Goal] = []
    begun = stage.calendar.after_work(wish.on)

    def begin() -> None:
        words = Words(wish.wants, wish.notices)
        made.append(goals.begin(stage.person(wish.who), stage.both, words, wish.ratings[0][1], save_key=public_id()))

    def rate(value: int) -> None:
        made[0].rate(value, on=clock.today(made[0].person.time_zone))

    yield Deed(begun, begin)
    for days, value in wish.ratings[1:]:
        yield Deed(stage.calendar.after_work(days), partial(rate, value))
    if wish.shared:
        yield Deed(stage.calendar.after_work(wish.shared), lambda: made[0].share())


def of_asked_alone(told: AskedAlone, stage: Stage) -> Iterator[Deed]:
    """Both are asked at the same moment; who answers does so within a day, in one letter for each question."""
    asked = stage.calendar.at_work(told.on)
    yield Deed(asked, lambda: asking.ask_both(stage.both, by=None))
    for hours, who, said in ((4, "first", told.first), (7, "second", told.second)):
        if said:
            yield Deed(asked + timedelta(hours=hours), partial(_answer, stage, who, said))


def _answer(stage: Stage, who: str, said: str) -> None:
    screen = asking.open_for(stage.person(who))
    assert screen
    letters = {question.key: letter for question, letter in zip(QUESTIONS, said, strict=True)}
    screen.answer(Answers.of(letters), save_key=public_id())
    db.session.flush()
