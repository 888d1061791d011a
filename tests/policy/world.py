"""Rows of every kind for two couples, and a signed-in client for each actor: the ground of the access matrix."""

from dataclasses import dataclass, field
from datetime import timedelta

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from practice import clock
from practice.agreements.adding import add
from practice.agreements.wording import Wording
from practice.couples.confidentiality import Kind
from practice.couples.models import Couple
from practice.db import db, public_id
from practice.goals import models as goals
from practice.goals.words import Words
from practice.homework import feedback
from practice.homework.models import Homework
from practice.people import links
from practice.people.models import Person
from practice.people.sign_ins import SignIn
from practice.programme import manuscripts
from practice.programme.models import newest
from practice.reporting.asking import ask
from practice.reporting.bulk import ask_all
from practice.reporting.consents import prepare
from practice.reporting.documents import Document
from practice.reporting.models import Audience, Report
from practice.reporting.period import Period
from practice.reporting.releases import Holding
from practice.reporting.releases import Terms as ReleaseTerms
from practice.safety import asking
from practice.way import planning
from practice.way.models import Opens, Terms
from tests.cast import COACHES, Cast, give_factor, sign_in
from tests.daily import keep
from tests.measuring import ask as ask_of
from tests.measuring import load
from tests.policy.meetings import meetings
from tests.writing import assign, write

# Lee is shut out while still holding a cookie: "disabled".
ACTORS = ("anonymous", "ana", "ben", "kim", "maya", "noor", "olu", "disabled")

# Whose row it is, as each actor stands to it; whoever is not named is a stranger.
RELATIONS: dict[str, dict[str, set[str]]] = {
    "ana": {"ana": {"writer"}, "ben": {"partner"}, "maya": {"coach", "owner"}},
    "ben": {"ben": {"writer"}, "ana": {"partner"}, "maya": {"coach", "owner"}},
    "kim": {"kim": {"writer"}, "noor": {"coach"}, "olu": {"owner"}},
    "maya": {"maya": {"writer", "owner"}},
    "noor": {"noor": {"writer"}, "olu": {"owner"}},
}


@dataclass(frozen=True)
class World:
    """Public ids by (kind of row, whose), clients by actor, and the token that each of them got last."""

    rows: dict[tuple[str, str], str]
    clients: dict[str, FlaskClient]
    tokens: dict[str, str] = field(default_factory=dict)

    def whose(self, kind: str) -> list[str]:
        """Whose rows of this kind there are."""
        return [whose for row, whose in self.rows if row == kind]


def build(app: Flask, cast: Cast) -> World:
    """Fill the practice, sign everybody in, then shut one of them out while the cookie lives on."""
    rows: dict[tuple[str, str], str] = {}
    clients = {actor: app.test_client() for actor in ACTORS}
    arrive(clients, app)
    with app.app_context():
        for whose in ("ana", "ben", "kim"):
            rows |= {(kind, whose): public_id for kind, public_id in _rows_of(cast, whose).items()}
        for whose in ("maya", "noor"):
            rows |= {(kind, whose): public_id for kind, public_id in _rows_of_coach(cast, whose).items()}
        db.session.commit()
    return World(rows, clients)


def arrive(clients: dict[str, FlaskClient], app: Flask) -> None:
    """Everybody is let in, signs in unless they are in already, and Lee is shut out."""
    with app.app_context():
        for name in COACHES:
            give_factor(Cast.person(name))
        db.session.execute(update(Person).values(disabled_at=None))
        db.session.commit()
    for actor in ACTORS[1:]:
        if actor != "disabled" and clients[actor].get("/account").status_code == 200:
            continue
        clients[actor].delete_cookie("homeward")
        sign_in(clients[actor], "lee" if actor == "disabled" else actor)
    with app.app_context():
        Cast.person("lee").disabled_at = clock.now()
        db.session.commit()


def _rows_of(cast: Cast, whose: str) -> dict[str, str]:
    couple, person = cast.couple(whose), cast.person(whose)
    # Different joint steps for each of the two, for a step can be open only once.
    joint = assign(couple, {1: "causes", 2: "work"}[couple.position(person)])
    sent = write(person, joint)
    own = assign(couple, "fears", person)
    daily = assign(couple, "happiness", person).parts[0]
    [answered] = feedback.give([sent.homework], "A word for you", by=couple.coach)
    proposed = couple.proposed or couple.propose(Kind.NO_SECRETS, by=couple.coach)
    report = ask(couple, Audience.COUPLE, clock.today(), clock.today(), by=couple.coach)
    links.make(links.Purpose.RESET, person)
    ahead = {"begins_on": clock.today(), "every": 7, "today": clock.today(), "by": couple.coach}
    [planned] = planning.lay(planning.way_of(couple), [cast.step("talk")], Terms(Opens.BY_HAND), **ahead)
    db.session.commit()
    signed_in = db.session.scalars(select(SignIn).where(SignIn.person_id == person.id)).first()
    assert signed_in
    to_sign, to_set = _joint_part(couple, "commit", person), _joint_part(couple, "joy", person)
    in_turns = _joint_part(couple, "pain", person)
    wishes = [goals.begin(person, couple, Words(wants), 4, save_key=wants) for wants in ("Tea at four", "A quiet hour")]
    db.session.commit()
    return {
        **meetings(couple, person),
        "couple": couple.public_id,
        "questions asked alone": _asked_alone(couple, person),
        "goal": wishes[0].public_id,
        "goal to let go": wishes[1].public_id,
        "homework with a text": to_sign.public_id,
        "assignment with a text": to_sign.assignment.public_id,
        "homework in turns": in_turns.public_id,
        "assignment in turns": in_turns.assignment.public_id,
        "homework with a pace": to_set.public_id,
        "assignment with a pace": to_set.assignment.public_id,
        "line": _line_of(to_set, "jar", "moment"),
        "assignment of causes": _joint_part(couple, "causes", person).assignment.public_id,
        "person": person.public_id,
        "assignment": joint.public_id,
        "homework": sent.homework.public_id,
        "own homework": own.parts[0].public_id,
        "daily homework": daily.public_id,
        "entry": keep(daily, "happiness", "A robin on the fence").public_id,
        "reflection": sent.public_id,
        "feedback": answered.public_id,
        "confidentiality": proposed.public_id,
        "sign-in": signed_in.public_id,
        "report": report.public_id,
        "document": _document_of(report, person),
        **_release_of(couple, person),
        "planned step": planned.public_id,
        **_asked(couple, person),
    }


def _release_of(couple: Couple, person: Person) -> dict[str, str]:
    """What is asked of both, and this one's own word on it."""
    days = (clock.today(), clock.today(), clock.today() + timedelta(days=9))
    terms = ReleaseTerms(Audience.COUPLE, "A court", "Mediation", (Holding.ATTENDANCE,), *days)
    release = prepare(couple, terms, by=couple.coach, key=public_id())
    [own] = [consent for consent in release.consents if consent.person_id == person.id]
    return {"release": release.public_id, "consent": own.public_id}


def _document_of(report: Report, person: Person) -> str:
    """What was given to somebody a while ago."""
    ago, report.pages, report.size = clock.now() - timedelta(days=1), 1, 1
    given = Document(report=report, person=person, given_by_id=report.couple.coach_id, given_at=ago, visible_from=ago)
    db.session.add(given)
    db.session.commit()
    return given.public_id


def _asked_alone(couple: Couple, person: Person) -> str:
    asking.ask_alone(couple, person, by=couple.coach)
    db.session.commit()
    screen = asking.open_for(person)
    assert screen
    return screen.public_id


def _rows_of_coach(cast: Cast, whose: str) -> dict[str, str]:
    """What a coach has as one: a programme being written, another to be thrown away, and one that is published."""
    coach = cast.person(whose)
    written = [manuscripts.begin(manuscripts.copy_of(newest(), "Our way", by=coach), by=coach) for _ in range(2)]
    edition = written[0].publish(1, by=coach)
    coached = db.session.scalars(select(Couple).where(Couple.coach_id == coach.id)).unique().all()
    today = Period(clock.today(), clock.today())
    db.session.commit()
    return {
        "coach": coach.public_id,
        "batch": ask_all(coached, Audience.COUPLE, today, by=coach, key=public_id()).public_id,
        "manuscript": written[0].public_id,
        "manuscript to discard": written[1].public_id,
        "edition": edition.public_id,
    }


def _asked(couple: Couple, person: Person) -> dict[str, str]:
    """A few questions asked of one of the two, and others that are ended."""
    load(couple.practice, "csi-16")
    [standing], [to_end] = ask_of(couple, "pulse", person), ask_of(couple, "csi-16", person)
    return {"asking": standing.public_id, "occasion": standing.occasions[0].public_id, "asking to end": to_end.public_id}


def _line_of(part: Homework, key: str, column: str) -> str:
    """A line in one of the ledgers of somebody's part."""
    line = add(part, part.assignment.published.step.ledger(key), Wording({column: "Tea in the garden"}), save_key=public_id())
    db.session.commit()
    return line.public_id


def _joint_part(couple: Couple, slug: str, person: Person) -> Homework:
    """Somebody's part of a joint step, which is given once for both."""
    parts = db.session.scalars(select(Homework).where(Homework.person_id == person.id)).unique()
    known = [part for part in parts if part.assignment.published.slug == slug]
    part = known[0] if known else assign(couple, slug).part_of(person)
    assert part
    return part
