"""While Maya holds what both do together, no letter reminds of it."""

from datetime import timedelta

from practice.db import db
from tests.reminders.conftest import MONDAY, Post


def set_held(post: Post, verb: str) -> None:
    with post.at(MONDAY):
        getattr(post.cast.couple("ana"), verb)(by=post.cast.person("maya"))
        db.session.commit()


def test_nobody_is_reminded_of_what_both_do(post: Post) -> None:
    post.give("causes", at=MONDAY)
    set_held(post, "hold_joint_steps")
    assert post.run_days(MONDAY, 5, step=timedelta(hours=2)) == []
    set_held(post, "release_joint_steps")
    assert len(post.run_days(MONDAY, 1, step=timedelta(hours=2))) == 2
