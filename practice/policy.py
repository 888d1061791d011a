"""Who may do what: the whole answer.

One table of (Kind, verb) → a condition on rows. The same condition finds the rows of a list, guards the row of a page
and decides whether a link is drawn. Whoever cannot "see" a row does not learn that it exists.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.sql.base import ExecutableOption

from practice import relations as who
from practice.agreements.check_ins import CheckIn
from practice.agreements.models import Line
from practice.appointments import relations as appointments
from practice.appointments.agenda import Pin
from practice.appointments.models import Appointment, Attendance
from practice.couples.confidentiality import Confidentiality
from practice.couples.models import Couple
from practice.db import Model, db
from practice.goals import relations as goals
from practice.goals.models import Goal
from practice.homework.feedback import Feedback
from practice.homework.models import Assignment, Homework
from practice.homework.not_yet import NotYet
from practice.homework.plans import Plan
from practice.homework.ratings import Rating
from practice.homework.reflections import Answer, Reflection
from practice.journal.models import Entry
from practice.measures import relations as measures
from practice.measures.answers import ItemAnswers, Total
from practice.measures.models import Asking, Occasion
from practice.measures.releases import TotalsRelease
from practice.notes import relations as notes
from practice.notes.models import NoteText
from practice.notes.process import ProcessText
from practice.people.models import Person
from practice.people.sign_ins import SignIn
from practice.programme.manuscripts import Manuscript
from practice.programme.models import Edition
from practice.reporting import relations as reporting
from practice.reporting.batches import Batch
from practice.reporting.consents import Consent
from practice.reporting.documents import Document
from practice.reporting.models import Report
from practice.reporting.releases import Release
from practice.safety import relations as safety
from practice.safety.models import SafetyAnswers, SafetyDealing, SafetyScreen
from practice.turns.models import Move, Opening
from practice.way.models import Planned

Kind = TypeVar("Kind", bound=Model)

TABLE: dict[tuple[type[Model], str], who.Condition] = {
    (Couple, "see"): who.either(who.coached, who.in_owned_practice),
    (Couple, "read"): who.coached,
    (Couple, "edit"): who.coached,
    (Couple, "pause"): who.coached,
    (Couple, "close"): who.coached,
    (Couple, "reopen"): who.coached,
    (Couple, "assign"): who.coached,
    (Couple, "propose"): who.coached,
    (Couple, "report"): who.coached,
    (Couple, "plan"): who.coached,
    (Couple, "move"): who.coached,
    (Couple, "measure"): who.coached,
    (Couple, "hand_over"): who.in_owned_practice,
    (Person, "see"): who.either(who.coach_of_owned_practice, who.own_partner, who.themselves),
    (Person, "disable"): who.coach_of_owned_practice,
    (Person, "enable"): who.coach_of_owned_practice,
    (Person, "end_sign_ins"): who.coach_of_owned_practice,
    (Person, "forget_factor"): who.coach_of_owned_practice,
    (Person, "invite"): who.either(who.own_partner, who.coach_of_owned_practice),
    (SignIn, "see"): who.own_sign_in,
    (SignIn, "end"): who.own_sign_in,
    (Confidentiality, "see"): who.either(who.signatory, who.coach_of_policy),
    (Confidentiality, "sign"): who.signatory,
    (Assignment, "see"): who.either(who.assigned_by, who.assigned_to),
    (Assignment, "change"): who.assigned_by,
    (Assignment, "withdraw"): who.assigned_by,
    (Assignment, "reveal"): who.assigned_by,
    (Assignment, "review"): who.assigned_by,
    (Assignment, "make_causes"): who.assigned_by,
    (Assignment, "open"): who.assigned_by,
    (Assignment, "close"): who.assigned_by,
    (Assignment, "moderate"): who.assigned_by,
    (Homework, "see"): who.either(who.own_homework, who.coached_homework),
    (Homework, "write"): who.own_homework,
    (Homework, "take_back"): who.own_homework,
    (Homework, "review"): who.coached_homework,
    (Homework, "rate"): who.coached_homework,
    (Homework, "ask_again"): who.coached_homework,
    (Homework, "give_feedback"): who.coached_homework,
    (Homework, "set_aside"): who.coached_homework,
    (Reflection, "see"): who.either(who.own_reflection, who.coached_reflection),
    (Reflection, "release"): who.own_reflection,
    (Reflection, "choose"): who.coached_reflection,
    (Answer, "see"): who.either(who.own_answer, who.told_to_coach, who.shared_and_revealed),
    (Feedback, "see"): who.either(who.own_feedback, who.coached_feedback),
    (Plan, "see"): who.either(who.own_plan, who.coached_plan),
    (NotYet, "see"): who.either(who.own_not_yet, who.coached_not_yet),
    (Rating, "see"): who.either(who.own_rating, who.coached_rating),
    (Entry, "see"): who.either(who.own_entry, who.entry_for_coach, who.entry_shared_with),
    (Entry, "change"): who.own_entry,
    (Entry, "remove"): who.own_entry,
    (Entry, "share"): who.own_entry,
    (Move, "see"): who.between_the_two,
    (Opening, "see"): who.opened_for_them,
    (Edition, "see"): who.shipped_or_of_the_house,
    (Manuscript, "see"): who.own_manuscript,
    (Manuscript, "edit"): who.own_manuscript,
    (Manuscript, "publish"): who.own_manuscript,
    (Planned, "see"): who.planned_by,
    (Planned, "change"): who.planned_by,
    (Line, "see"): who.either(who.own_line, who.shared_line, who.coached_line),
    (Line, "say_yes"): who.shared_line,
    (Line, "change"): who.line_in_hand,
    (Line, "let_go"): who.line_in_hand,
    (Line, "reopen"): who.line_in_hand,
    (Line, "end"): who.line_in_hand,
    (Line, "check"): who.either(who.own_line, who.shared_line),
    (Line, "open"): who.coached_line,
    (CheckIn, "see"): who.either(who.own_check_in, who.coached_check_in, who.looked_at_by_both),
    (Couple, "pin"): who.coached,
    (Appointment, "see"): who.either(appointments.theirs, appointments.kept_by),
    (Appointment, "keep"): appointments.kept_by,
    (Appointment, "change"): appointments.kept_by,
    (Appointment, "cancel"): appointments.kept_by,
    (Appointment, "hold"): appointments.kept_by,
    (Appointment, "reopen"): appointments.kept_by,
    (Appointment, "pin"): appointments.kept_by,
    (Appointment, "write_note"): appointments.kept_by,
    (Attendance, "see"): who.either(appointments.own_attendance, appointments.coached_attendance),
    (Pin, "see"): appointments.coached_pin,
    (Pin, "change"): appointments.coached_pin,
    (NoteText, "see"): notes.noted_by,
    (ProcessText, "see"): notes.own_process,
    (Asking, "see"): measures.asks,
    (Asking, "end"): measures.asks,
    (Occasion, "see"): who.either(measures.own_occasion, measures.coached_occasion),
    (Occasion, "answer"): measures.own_occasion,
    (Occasion, "read"): measures.coached_occasion,
    (ItemAnswers, "see"): who.either(measures.own_item_answers, measures.coached_item_answers),
    (Total, "see"): who.either(measures.own_total, measures.coached_total, measures.total_open_to_both),
    (TotalsRelease, "see"): who.either(measures.own_word, measures.word_to_coach),
    (Report, "see"): reporting.reported_by,
    (Report, "fetch"): reporting.reported_by,
    (Report, "cancel"): reporting.reported_by,
    (Report, "retry"): reporting.reported_by,
    (Report, "give"): reporting.reported_by,
    (Report, "undo"): reporting.reported_by,
    (Report, "revoke"): reporting.reported_by,
    (Batch, "see"): reporting.batched_by,
    (Batch, "call_off"): reporting.batched_by,
    (Document, "see"): reporting.given_to_them,
    (Document, "fetch"): reporting.given_to_them,
    (Couple, "release"): who.coached,
    (Release, "see"): reporting.released_by,
    (Release, "issue"): reporting.released_by,
    (Release, "call_off"): reporting.released_by,
    (Consent, "see"): reporting.own_consent,
    (Consent, "answer"): reporting.own_consent,
    (Goal, "see"): who.either(goals.own, goals.coached_one, goals.shown),
    (Goal, "change"): goals.own,
    (Goal, "rate"): goals.own,
    (Goal, "share"): goals.own,
    (Goal, "let_go"): goals.own,
    (Couple, "look_after"): who.coached,
    (SafetyScreen, "see"): who.either(safety.asked, safety.asked_by),
    (SafetyScreen, "answer"): safety.asked,
    (SafetyAnswers, "see"): safety.told_to,
    (SafetyDealing, "see"): safety.noted_by,
}


def rows(person: Person, kind: type[Kind], verb: str = "see") -> Select[Kind]:
    """The rows of a kind with which a person may do this."""
    return select(kind).where(TABLE[kind, verb](person))


def find(
    person: Person, kind: type[Kind], verb: str, public_id: str, options: Sequence[ExecutableOption] = ()
) -> tuple[Kind, bool] | None:
    """The row of an address and whether the verb is permitted; None where the person may not know of it.

    The options say what is loaded together with it.
    """
    address: Any = kind
    query = select(kind, TABLE[kind, verb](person)).where(address.public_id == public_id, TABLE[kind, "see"](person))
    found = db.session.execute(query.options(*options)).unique().first()
    return (found[0], bool(found[1])) if found else None


def may(person: Person, verb: str, row: Model) -> bool:
    """Whether a link or button is drawn."""
    kind = type(row)
    query = select(kind.id).where(kind.id == row.id, TABLE[kind, verb](person))
    return db.session.execute(query).first() is not None
