"""Whatever Maya plans with Ana alone, pins or writes, nothing on Ben's pages changes by a byte."""

from datetime import UTC, datetime, timedelta

from flask import Flask
from flask.testing import FlaskClient

from practice import clock
from practice.appointments import agenda
from practice.appointments.agenda import About
from practice.appointments.states import Attended, Side, Slot, WithWhom
from practice.db import db, public_id
from practice.notes import models as notes
from practice.notes import process
from practice.notes.models import Part
from tests import measuring
from tests.appointments.conftest import planned
from tests.cast import Cast
from tests.privacy.test_silence import before_ana_acts, differences, sights
from tests.writing import assign, write

MOMENT = datetime(2026, 3, 4, 10, 30, tzinfo=UTC)


def test_bens_pages_stay_the_same_and_those_of_a_joint_appointment_tell_only_of_it(app: Flask, cast: Cast) -> None:
    ben: FlaskClient = app.test_client()
    with clock.at(MOMENT):
        with app.app_context():
            joint, over = planned(cast.couple("ana")).public_id, planned(cast.couple("ana"), -2)
            over.hold(dict.fromkeys((p.id for p in over.people), Attended.CAME), revision=1, by=over.couple.coach)
            db.session.commit()
        before = before_ana_acts(ben)
        assert "/appointments" in before
        with app.app_context():
            _with_ana_alone(cast)
            _beside_the_joint_one(cast, joint)
            db.session.commit()
        assert differences(before, sights(ben)) == ""
        with app.app_context():
            planned(cast.couple("ana"), 3)
            db.session.commit()
        assert "/appointments" in differences(before, sights(ben))


def _with_ana_alone(cast: Cast) -> None:
    """One moved and held, one cancelled, one that comes before anything that Ben knows of."""
    couple, maya = cast.couple("ana"), cast.person("maya")
    moved, off = planned(couple, -3, WithWhom.FIRST), planned(couple, 5, WithWhom.FIRST)
    planned(couple, 0.1, WithWhom.FIRST)
    slot = Slot(MOMENT - timedelta(days=1), "Europe/London", 30, "By phone")
    moved.change(slot, asked_by=Side.FIRST, revision=1, by=maya)
    moved.hold({couple.first_id: Attended.LATE}, revision=2, by=maya)
    off.cancel(asked_by=Side.FIRST, revision=1, by=maya)
    _note(cast, moved.public_id)


def _beside_the_joint_one(cast: Cast, joint: str) -> None:
    """What Ana sent is pinned, lines are added, a note is written and finished, and how Ana came to the last is corrected."""
    couple, maya, ana = cast.couple("ana"), cast.person("maya"), cast.person("ana")
    sent = write(ana, assign(couple, "fears", ana))
    agenda.pin(couple, About.REFLECTION, sent.public_id, ana, save_key=public_id(), by=maya)
    [asked] = measuring.ask(couple, "pulse", ana)
    measuring.answer(measuring.open_of(asked), [3, 3, 3, 3])
    agenda.pin(couple, About.MEASURE, asked.public_id, ana, save_key=public_id(), by=maya)
    agenda.pin(couple, About.FREE, words="Sundays", for_both=True, save_key=public_id(), by=maya)
    _note(cast, joint)
    over = next(each for each in _all() if each.came and each.with_whom is WithWhom.BOTH)
    over.hold(over.came | {ana.id: Attended.DID_NOT_COME}, revision=over.revision, by=maya)


def _note(cast: Cast, public_id_of: str) -> None:
    maya = cast.person("maya")
    note = notes.to_change(next(each for each in _all() if each.public_id == public_id_of))
    for part in notes.parts_of(note.appointment):
        notes.save(note, Part(part), "A word", seen=0, by=maya)
    process.save(note, "A thought", seen=0, by=maya)
    note.finish(by=maya)


def _all() -> list:
    return list(db.session.scalars(db.select(agenda.Appointment)))
