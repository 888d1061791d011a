"""Builds the sample practice: two practices, their coaches, and every couple's story in the order in which it happened."""

from datetime import date

from sqlalchemy import select

from practice import clock
from practice.db import db
from practice.people import passwords
from practice.people.models import Person, Practice, Role
from practice.programme.library import SHIPPED, load
from practice.programme.models import publish
from practice.sample.days import Calendar
from practice.sample.scenes import Scenes
from practice.sample.stories import all_told

SIGN_INS = tuple(f"{name}@example.test" for name in ("maya", "noor", "olu", "ana", "ben", "kim", "lee"))
_OPENED = 200  # days ago
_COACHES = {"Riverside Room": ("Maya",), "Harbour Practice": ("Olu", "Noor")}  # the first one owns it


def is_empty() -> bool:
    """Whether there is no practice yet."""
    return db.session.scalar(select(Practice.id).limit(1)) is None


def build(today: date, password: str) -> None:
    """Fill an empty database. Everybody has this password; the caller commits."""
    calendar = Calendar(today)
    password_hash = passwords.hashed(password)
    with clock.at(calendar.at_work(_OPENED)):
        coaches = _coaches(password_hash)
        steps = {published.slug: published for published in publish(load(SHIPPED)).steps}
        db.session.flush()
    stories = [Scenes(story, coaches[story.coach], steps, calendar, password_hash) for story in all_told()]
    for act in sorted((act for scenes in stories for act in scenes.acts()), key=lambda act: act.at):
        with clock.at(act.at):
            act.do()
    db.session.flush()


def _coaches(password_hash: str) -> dict[str, Person]:
    made = {}
    for practice_name, names in _COACHES.items():
        practice = Practice(name=practice_name)
        for name in names:
            made[name] = Person(
                practice=practice,
                role=Role.COACH,
                is_owner=name == names[0],
                name=name,
                email=f"{name.lower()}@example.test",
                password_hash=password_hash,
                joined_at=clock.now(),
            )
    db.session.add_all(made.values())
    db.session.flush()
    return made
