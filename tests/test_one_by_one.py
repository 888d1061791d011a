"""What is done for many, one by one: a trouble with one keeps no other waiting, and leaves nothing behind for the next."""

import pytest
from flask import Flask
from sqlalchemy import text

from practice.db import db
from practice.jobs import one_by_one
from practice.people.models import Person
from tests.cast import Cast

WORDS = "zqinanerrorqz"


def test_a_trouble_with_one_keeps_no_other_waiting(inside: Flask, cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    before = {name: cast.person(name).id for name in ("ana", "ben", "kim", "lee")}
    left_over: list[int] = []

    def rename(person_id: int) -> None:
        left_over.append(len(list(db.session)))
        person = db.session.get_one(Person, person_id)
        person.name = WORDS
        if person_id == before["ben"]:
            raise ValueError(WORDS)
        if person_id == before["kim"]:
            db.session.flush()
            db.session.execute(text("SELECT nothing FROM people WHERE name = :name"), {"name": WORDS})

    one_by_one(before.values(), rename)
    assert left_over == [0, 0, 0, 0]
    assert [cast.person(name).name for name in ("ana", "ben", "kim", "lee")] == [WORDS, "Ben", "Kim", WORDS]
    logged = [record.getMessage().split("\n")[0] for record in caplog.records]
    assert len(logged) == 2
    assert logged[0] == "ValueError in rename"
    assert logged[1].endswith("Error in rename")
    assert WORDS not in caplog.text


def test_what_cannot_be_kept_at_the_end_is_a_trouble_like_any_other(inside: Flask, cast: Cast) -> None:
    taken = cast.person("ana").email
    people = [cast.person(name).id for name in ("ben", "kim")]

    def move(person_id: int) -> None:
        db.session.get_one(Person, person_id).email = taken if person_id == people[0] else "kim@elsewhere.example"

    one_by_one(people, move)
    assert [db.session.get_one(Person, who).email for who in people] == ["ben@example.test", "kim@elsewhere.example"]
