"""Work of the room that no request waits for."""

from practice import policy
from practice.db import db
from practice.homework.models import Homework
from practice.jobs import every_minute, one_by_one
from practice.measures import alarms, reminding
from practice.measures.models import Occasion
from practice.people.models import Person, Role
from practice.reminders import mail, models, rounds, waiting
from practice.reminders.rounds import Due
from practice.safety import prompts
from practice.safety.models import SafetyAnswers


@every_minute
def send_digests() -> None:
    """A letter for whoever has something waiting at their hour: once a day, whoever is killed and however many workers run."""
    everybody = rounds.due()
    partners = waiting.parts_of([due.person_id for due in everybody if due.role is Role.PARTNER])
    asked = _asked([due for due in everybody if due.role is Role.PARTNER])
    worth = [due for due in everybody if due.role is Role.COACH or _worth_it(due, partners) or due.person_id in asked]
    one_by_one(worth, _write)


def _write(due: Due) -> None:
    """Write somebody's letter with its mark and its counts, if it is still due and no other worker was quicker."""
    person = db.session.get_one(Person, due.person_id)
    parts = _worth_it(due, waiting.parts_of([person.id]))
    questions = [] if person.is_coach else _asked([due]).get(person.id, [])
    has_work = person.is_coach and waiting.has_work(policy.rows(person, Homework), due.day, due.moment)
    is_called = person.is_coach and bool(alarms.of(person) or prompts.couples_that_wait(policy.rows(person, SafetyAnswers)))
    if not (parts or questions or has_work or is_called) or due not in rounds.due(only=person.id):
        return
    token = models.begin(person, due.day)
    if token is None:
        return
    models.count(parts)
    reminding.count(questions)
    mail.remind(person, token)


def _asked(dues: list[Due]) -> dict[int, list[Occasion]]:
    """Open questions of which to remind, by person."""
    return reminding.worth_it([due.person_id for due in dues], {due.person_id: due.moment for due in dues}) if dues else {}


def _worth_it(due: Due, found: dict[int, list[tuple[Homework, models.StepReminder | None]]]) -> list[Homework]:
    return [part for part, told in found.get(due.person_id, ()) if waiting.is_worth_it(part, told, due.day, due.moment)]
