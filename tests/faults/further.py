"""What stands on a page only after something else was done: skipped, shut, agreed to, at rest, given a while ago."""

from datetime import timedelta

from practice import clock
from practice.appointments import agenda
from practice.appointments.agenda import About
from practice.appointments.models import Appointment
from practice.couples import models as couples
from practice.couples.confidentiality import Kind
from practice.couples.models import Couple
from practice.db import db, public_id
from practice.journal.models import rest
from practice.notes import models as notes
from practice.notes.models import Part
from practice.people import sign_ins
from practice.people.models import Person, add_coach
from practice.policy import rows
from practice.reminders import mail
from practice.reminders import models as reminders
from practice.reporting import giving
from practice.reporting.consents import Consent
from practice.reporting.models import Audience, Report
from practice.way import planning
from practice.way.models import Opens, Terms
from tests import measuring
from tests.cast import Cast
from tests.writing import assign


def go_on(cast: Cast, met: Appointment, given: Report) -> None:
    """Needs an app context. `met` is over; `given` is made."""
    couple = met.couple
    _met(met)
    _left_out(couple)
    _on_paper(couple, given)
    _people(couple, cast.person("olu"))
    measuring.load(couple.practice, "gad-7")
    measuring.answer(measuring.open_of(measuring.ask(couple, "gad-7", couple.first)[0]), [1] * 7)


def _met(met: Appointment) -> None:
    """The note is begun, and one line of the agenda was spoken of."""
    by = met.couple.coach
    notes.save(notes.to_change(met), Part.JOINT, "We spoke of the winter.", seen=0, by=by)
    agenda.pin(met.couple, About.FREE, words="The winter", appointment=met, save_key=public_id(), by=by).finish(by=by)


def _left_out(couple: Couple) -> None:
    """A planned step is skipped, a daily rests, and the work with another couple has ended."""
    days = {"begins_on": clock.today(), "every": 7, "today": clock.today()}
    [planned] = planning.lay(planning.way_of(couple), [Cast.step("support")], Terms(Opens.BY_HAND), by=couple.coach, **days)
    db.session.flush()
    planned.skip(by=couple.coach)
    part = assign(couple, "stillness", couple.first).parts[0]
    rest(part, part.assignment.published.step.dailies[0])
    names, addresses = ("Ida", "Max"), ("ida@example.test", "max@example.test")
    couples.add(couple.coach, names, addresses, Kind.NO_SECRETS).close(by=couple.coach)


def _on_paper(couple: Couple, given: Report) -> None:
    """One is given for a while, and one of the two has consented to what they alone are asked."""
    with clock.at(clock.now() - timedelta(minutes=1)):
        giving.give(given, by=couple.coach)
    for consent in db.session.scalars(rows(couple.first, Consent)).unique():
        if consent.release.audience is Audience.FIRST:
            consent.give(couple.first.name)


def _people(couple: Couple, owner: Person) -> None:
    """One is signed in twice and has a letter with a link to end them; another is shut out."""
    sign_ins.begin(couple.first, "Firefox on Linux")
    token = reminders.begin(couple.first, clock.today() - timedelta(days=1))
    assert token
    mail.remind(couple.first, token)
    add_coach("Una", "una@example.test", by=owner).disable(by=owner)
