"""A row is added once, and whoever comes second is told so on both databases."""

from flask import Flask

from practice import clock
from practice.db import db, insert_once
from practice.keyring import Key


def test_only_the_first_is_told_that_it_was_added(inside: Flask) -> None:
    def add() -> bool:
        return insert_once(Key, owner="somebody", wrapped_by="master", wrapped=b"", made_at=clock.now())

    assert [add(), add(), add()] == [True, False, False]
    assert db.session.query(Key).filter_by(owner="somebody").count() == 1
