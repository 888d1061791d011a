"""Ana has written a step and Ben has sent his; what the database holds can be compared to the last row."""

from typing import Any

from flask import Flask
from sqlalchemy import select

from practice.db import db
from practice.programme.library import Readers
from tests.cast import Cast
from tests.writing import answer_to, assign, draft, write

WORDS = "On the bridge I knew that I wanted us back, and said nothing for a week. " * 3


def written(app: Flask, cast: Cast, *, both_sent: bool = False) -> dict[str, str]:
    """The public ids of a joint assignment, and of Ana's and Ben's parts in it: his is sent, hers may still be a draft."""
    with app.app_context():
        ana, ben = cast.person("ana"), cast.person("ben")
        assignment = assign(cast.couple("ana"), "causes")
        write(ben, assignment)
        step = assignment.published.step
        part = draft(ana, assignment, {p.key: answer_to(p) for p in step.prompts if p.required}, {"longest": Readers.BOTH})
        if both_sent:
            write(ana, assignment)
        other = assignment.part_of(ben)
        assert other
        return {"assignment": assignment.public_id, "ana": part.public_id, "ben": other.public_id}


def everything(app: Flask) -> dict[str, list[Any]]:
    """Every row of every table but the library's, which nobody writes to."""
    with app.app_context():
        tables = [table for table in db.metadata.sorted_tables if table.name not in ("editions", "published_steps")]
        return {table.name: sorted(map(repr, db.session.execute(select(table)))) for table in tables}
