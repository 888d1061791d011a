"""Work of the room that no request waits for."""

import logging

from practice import policy
from practice.db import db
from practice.homework.models import Homework
from practice.jobs import every_minute
from practice.measures import alarms, reminding
from practice.measures.models import Occasion
from practice.people.models import Person, Role
from practice.reminders import mail, models, rounds, waiting
from practice.reminders.rounds import Due
from practice.safety import prompts
from practice.safety.models import SafetyAnswers

log = logging.getLogger("practice.reminders")


@every_minute
def send_digests() -> None:
    """A letter for whoever has something waiting at their hour: once a day, whoever is killed and however many workers run."""
    everybody = rounds.due()
    partners = waiting.parts_of([due.person_id for due in everybody if due.role is Role.PARTNER])
    asked = _asked([due for due in everybody if due.role is Role.PARTNER])
    worth = [due for due in everybody if due.role is Role.COACH or _worth_it(due, partners) or due.person_id in asked]
    db.session.rollback()  # nothing is held while the letters are written one by one
    for due in worth:
        # One transaction a person: the mark, the counts and the letter are kept together or not at all.
        try:
            if _write(due):
                db.session.commit()
            else:
                db.session.rollback()
        except Exception as error:
            # One person's trouble keeps no other waiting. Its kind and never its words, for those may be somebody's.
            db.session.rollback()
            log.error("%s while writing a reminder", type(error).__name__)


def _write(due: Due) -> bool:
    """Write somebody's letter, if it is still due and no other worker was quicker."""
    person = db.session.get_one(Person, due.person_id)
    parts = _worth_it(due, waiting.parts_of([person.id]))
    questions = [] if person.is_coach else _asked([due]).get(person.id, [])
    has_work = person.is_coach and waiting.has_work(policy.rows(person, Homework), due.day, due.moment)
    is_called = person.is_coach and bool(alarms.of(person) or prompts.couples_that_wait(policy.rows(person, SafetyAnswers)))
    if not (parts or questions or has_work or is_called) or due not in rounds.due(only=person.id):
        return False
    token = models.begin(person, due.day)
    if token is None:
        return False
    models.count(parts)
    reminding.count(questions)
    mail.remind(person, token)
    return True


def _asked(dues: list[Due]) -> dict[int, list[Occasion]]:
    """Open questions of which to remind, by person."""
    return reminding.worth_it([due.person_id for due in dues], {due.person_id: due.moment for due in dues}) if dues else {}


def _worth_it(due: Due, found: dict[int, list[tuple[Homework, models.StepReminder | None]]]) -> list[Homework]:
    return [part for part, told in found.get(due.person_id, ()) if waiting.is_worth_it(part, told, due.day, due.moment)]
