"""What is under way: an evening to be noted, questions that wait for an answer, reports in every state, a couple that rests."""

from datetime import timedelta

from practice import clock
from practice.appointments import models as appointments
from practice.appointments.models import Appointment
from practice.appointments.states import Slot, WithWhom
from practice.couples.models import Couple
from practice.db import db, public_id
from practice.reporting import asking, giving
from practice.reporting.jobs import make
from practice.reporting.models import Audience, Report
from practice.safety import asking as safety
from practice.safety.questions import QUESTIONS, Answers
from tests import measuring
from tests.cast import Cast
from tests.faults.further import go_on


def begin(cast: Cast) -> None:
    """Ana and Ben in the middle of it. Needs an app context; commits."""
    couple = cast.couple("ana")
    met = _evening(couple)
    _questions(couple)
    go_on(cast, met, _reports(couple))
    db.session.commit()


def _evening(couple: Couple) -> Appointment:
    """One that was yesterday and of which nobody has said whether it took place."""
    slot = Slot(clock.now() - timedelta(days=1), "Europe/London", 50)
    met = appointments.plan(couple, WithWhom.BOTH, slot, save_key=public_id(), by=couple.coach)
    db.session.flush()
    return met


def _questions(couple: Couple) -> None:
    """Both are asked a questionnaire, and a few more each alone, which Ben answers."""
    measuring.ask(couple, "pulse", plan=measuring.weekly())
    safety.ask_both(couple, by=couple.coach)
    screen = safety.open_for(couple.second)
    assert screen
    screen.answer(Answers.of({question.key: "y" for question in QUESTIONS}), save_key=public_id())
    couple.hold_joint_steps(by=couple.coach)


def _reports(couple: Couple) -> Report:
    """One that waits, one that was called off, two that are made, and one that is given to both just now; the second made."""
    _waiting, off, made, given, earlier = (_report(couple, days) for days in range(1, 6))
    off.cancel(by=couple.coach)
    db.session.commit()
    for report in (made, given, earlier):
        make(report.public_id)
    db.session.expire_all()
    with clock.at(clock.now() + timedelta(hours=1)):  # so that it can still be undone, however long the rest takes
        giving.give(given, by=couple.coach)
    return earlier


def _report(couple: Couple, days: int) -> Report:
    today = clock.today()
    report: Report = asking.ask(couple, Audience.COUPLE, today - timedelta(days=days), today, by=couple.coach)
    db.session.commit()
    return report


# Forms that are on no page of this world, and why not: a new one stands on a page here, or with a reason in this list.
ELSEWHERE = {
    "sent wrong in the same way on an evening together": (
        *("agreements.causes", "agreements.end", "agreements.renew"),
        *("pace.open", "turns.open", "turns.ready", "turns.say"),
    ),
    "sent by the page's own script; tests/faults/test_addresses.py sends it wrong": ("homework.save",),
    "sent by the page's own script; tests/notes/test_drafts.py sends it wrong": ("notes.save",),
    "of a programme of one's own, on which nobody works here": (
        *("programme.add", "programme.copy", "programme.discard", "programme.down", "programme.part", "programme.publish"),
        *("programme.remove", "programme.undo", "programme.up"),
    ),
    "not sent wrong yet: it stands on a page only after something else was done first": (
        *("agreements.did", "agreements.draw", "agreements.open_larger", "agreements.put_back", "agreements.reopen"),
        *("agreements.take_back", "turns.begin", "turns.hear", "turns.resume"),
        *("measures.save", "reporting.anew", "reporting.batch_call_off", "reporting.batch_retry", "reporting.take_off"),
    ),
    "not sent wrong yet: it stands before anybody is signed in, or asks who it is": (
        *("couples.sign", "people.code", "people.confirm_email", "people.first_run", "people.prove"),
    ),
}
