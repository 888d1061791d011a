"""Open questions join the same neutral letter: on their day, once more some days later, and never for the other."""

from datetime import timedelta

from sqlalchemy import select

from practice.db import db
from practice.measures.jobs import open_due_occasions
from practice.measures.models import Occasion
from tests.measuring import answer, ask, load, open_of, weekly
from tests.reminders.conftest import MONDAY, Post
from tests.reminders.test_digests import DAY, SIX


def test_the_one_who_is_asked_gets_the_usual_letter_twice_and_the_other_none(post: Post) -> None:
    with post.at(MONDAY):
        couple = post.cast.couple("ana")
        ask(couple, "pulse", couple.first)
    assert post.run_days(MONDAY, 12, step=timedelta(hours=1)) == [SIX, SIX + 3 * DAY]
    assert len(post.letters("ana")) == len(post.letters()) == 2
    with post.at(MONDAY + 12 * DAY):
        post.give("fears", "ben")
    post.run_days(MONDAY + 12 * DAY, 1)
    [of_ana, *_], [of_ben] = post.letters("ana"), post.letters("ben")
    assert "pulse" not in str(of_ana).lower()
    assert type(of_ana) is type(of_ben)


def test_each_week_is_told_of_by_itself_and_an_answer_ends_it(post: Post) -> None:
    with post.at(MONDAY):
        couple = post.cast.couple("ana")
        ask(couple, "pulse", couple.first, plan=weekly(MONDAY.date()))
        answer(db.session.scalars(select(Occasion).where(Occasion.number == 0)).one(), [1, 2, 3, 4])
    with post.at(MONDAY + 7 * DAY):
        open_due_occasions.call_local()
    assert post.run_days(MONDAY, 9, step=timedelta(hours=1)) == [SIX + 7 * DAY]


def test_a_coach_is_called_when_an_answer_asks_for_it(post: Post) -> None:
    post.choose("maya", minute=7 * 60 + 30)
    with post.at(MONDAY):
        couple = post.cast.couple("ana")
        load(couple.practice, "phq-9")
        answer(open_of(ask(couple, "phq-9", couple.first)[0]), [0] * 8 + [1])
    post.run(MONDAY + timedelta(hours=22, minutes=30))
    assert len(post.letters("maya")) == len(post.letters()) == 1
