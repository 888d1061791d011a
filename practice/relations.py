"""How a person stands to a row: the conditions that the policy speaks of, each by its name."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlalchemy.orm import aliased

from practice.agreements.check_ins import CheckIn
from practice.agreements.models import Line
from practice.couples.confidentiality import Confidentiality
from practice.couples.models import Couple
from practice.homework.feedback import Feedback
from practice.homework.models import Assignment, Homework
from practice.homework.not_yet import NotYet
from practice.homework.plans import Plan
from practice.homework.ratings import Rating
from practice.homework.reflections import Answer, Reflection
from practice.journal.models import Entry
from practice.people.models import Person, Role
from practice.people.sign_ins import SignIn
from practice.programme.library import Readers
from practice.programme.manuscripts import Manuscript
from practice.programme.models import Edition
from practice.turns.models import Move, Opening
from practice.way.models import Planned

Condition = Callable[[Person], ColumnElement[bool]]


def either(*conditions: Condition) -> Condition:
    """Any of these is enough."""
    return lambda person: or_(*(condition(person) for condition in conditions))


# Couples
def coached(person: Person) -> ColumnElement[bool]:
    return and_(Couple.coach_id == person.id, Couple.practice_id == person.practice_id)


def in_owned_practice(person: Person) -> ColumnElement[bool]:
    return Couple.practice_id == person.practice_id if person.is_owner else false()


def partner_in(person: Person) -> ColumnElement[bool]:
    return or_(Couple.first_id == person.id, Couple.second_id == person.id)


# People
def coach_of_owned_practice(person: Person) -> ColumnElement[bool]:
    mine = and_(Person.practice_id == person.practice_id, Person.role == Role.COACH)
    return mine if person.is_owner else false()


def own_partner(person: Person) -> ColumnElement[bool]:
    """A partner whose couple this coach coaches."""
    return select(Couple.id).where(coached(person), or_(Couple.first_id == Person.id, Couple.second_id == Person.id)).exists()


def themselves(person: Person) -> ColumnElement[bool]:
    return Person.id == person.id


def own_sign_in(person: Person) -> ColumnElement[bool]:
    return SignIn.person_id == person.id


# What belongs to a couple
def signatory(person: Person) -> ColumnElement[bool]:
    return Confidentiality.couple.has(partner_in(person))


def coach_of_policy(person: Person) -> ColumnElement[bool]:
    return Confidentiality.couple.has(coached(person))


def assigned_by(person: Person) -> ColumnElement[bool]:
    return Assignment.couple.has(coached(person))


def assigned_to(person: Person) -> ColumnElement[bool]:
    return Assignment.parts.any(Homework.person_id == person.id)


def own_homework(person: Person) -> ColumnElement[bool]:
    return Homework.person_id == person.id


def coached_homework(person: Person) -> ColumnElement[bool]:
    return Homework.assignment.has(assigned_by(person))


def own_reflection(person: Person) -> ColumnElement[bool]:
    return Reflection.homework.has(own_homework(person))


def coached_reflection(person: Person) -> ColumnElement[bool]:
    return and_(Reflection.voided_at.is_(None), Reflection.homework.has(coached_homework(person)))


def own_answer(person: Person) -> ColumnElement[bool]:
    # What somebody tells of their safety is write-only: the shared phone must not tell it again.
    return and_(Answer.readers != Readers.SAFETY, Answer.reflection.has(own_reflection(person)))


def told_to_coach(person: Person) -> ColumnElement[bool]:
    # What was told for safety stays told, also when the rest was taken back: whoever holds the phone may have pressed.
    taken_back = and_(Reflection.taken_back_at.is_not(None), Reflection.homework.has(coached_homework(person)))
    told_for_safety = and_(Answer.readers == Readers.SAFETY, Answer.reflection.has(taken_back))
    return or_(and_(Answer.readers != Readers.ONLY_ME, Answer.reflection.has(coached_reflection(person))), told_for_safety)


def shared_and_revealed(person: Person) -> ColumnElement[bool]:
    """The other partner's answer in a joint step, meant for both, and revealed by the coach."""
    mine = aliased(Homework)
    joint = Homework.assignment.has(
        and_(
            Assignment.together,
            select(mine.id).where(mine.assignment_id == Assignment.id, mine.person_id == person.id).exists(),
        )
    )
    revealed = and_(Reflection.revealed_at.is_not(None), Reflection.voided_at.is_(None), Reflection.homework.has(joint))
    return and_(Answer.readers == Readers.BOTH, Answer.reflection.has(revealed))


def own_feedback(person: Person) -> ColumnElement[bool]:
    return Feedback.homework.has(own_homework(person))


def coached_feedback(person: Person) -> ColumnElement[bool]:
    return Feedback.homework.has(coached_homework(person))


def own_plan(person: Person) -> ColumnElement[bool]:
    return Plan.homework.has(own_homework(person))


def coached_plan(person: Person) -> ColumnElement[bool]:
    return Plan.homework.has(coached_homework(person))


def own_not_yet(person: Person) -> ColumnElement[bool]:
    return NotYet.homework.has(own_homework(person))


def coached_not_yet(person: Person) -> ColumnElement[bool]:
    return NotYet.homework.has(coached_homework(person))


def own_rating(person: Person) -> ColumnElement[bool]:
    # One's own word about one's own part. A coach reads by coaching: what a former one thought goes with the couple.
    return and_(Rating.person_id == person.id, Rating.homework.has(own_homework(person)))


def coached_rating(person: Person) -> ColumnElement[bool]:
    return Rating.homework.has(coached_homework(person))


# Daily entries
def own_entry(person: Person) -> ColumnElement[bool]:
    return Entry.person_id == person.id


def entry_for_coach(person: Person) -> ColumnElement[bool]:
    return and_(Entry.readers != Readers.ONLY_ME, Entry.homework.has(coached_homework(person)))


def entry_shared_with(person: Person) -> ColumnElement[bool]:
    """The other partner's, shared by its writer with a tap of its own."""
    couple = Homework.assignment.has(Assignment.couple.has(partner_in(person)))
    return and_(Entry.shared_at.is_not(None), Entry.person_id != person.id, Entry.homework.has(couple))


# Turns
def between_the_two(person: Person) -> ColumnElement[bool]:
    """What is said in turns is said to the other and to the coach."""
    return Move.assignment.has(either(assigned_by, assigned_to)(person))


def opened_for_them(person: Person) -> ColumnElement[bool]:
    """Why a step was opened: for the coach alone."""
    return Opening.assignment.has(assigned_by(person))


# Programmes
def shipped_or_of_the_house(person: Person) -> ColumnElement[bool]:
    """What came with the product, and what colleagues have published."""
    mine = or_(Edition.practice_id.is_(None), Edition.practice_id == person.practice_id)
    return mine if person.is_coach else false()


def own_manuscript(person: Person) -> ColumnElement[bool]:
    """What is not published yet is its writer's alone."""
    mine = and_(Manuscript.author_id == person.id, Manuscript.practice_id == person.practice_id)
    return mine if person.is_coach else false()


# The way
def planned_by(person: Person) -> ColumnElement[bool]:
    """The couple's coach alone: a plan tells of both."""
    return Planned.couple.has(coached(person))


# Ledgers
def own_line(person: Person) -> ColumnElement[bool]:
    return Line.author_id == person.id


def shared_line(person: Person) -> ColumnElement[bool]:
    return and_(Line.shared, Line.couple.has(partner_in(person)))


def line_in_hand(person: Person) -> ColumnElement[bool]:
    """What both write, and what is one's own: what somebody said of their own part is changed by nobody else."""
    return or_(own_line(person), and_(Line.source_id.is_(None), shared_line(person)))


def coached_line(person: Person) -> ColumnElement[bool]:
    return Line.couple.has(coached(person))


def own_check_in(person: Person) -> ColumnElement[bool]:
    return CheckIn.person_id == person.id


def coached_check_in(person: Person) -> ColumnElement[bool]:
    return CheckIn.line.has(coached_line(person))


def looked_at_by_both(person: Person) -> ColumnElement[bool]:
    """The other partner's word on a shared line, once this one has looked at the same week too."""
    mine = aliased(CheckIn)
    both = and_(mine.line_id == CheckIn.line_id, mine.week_on == CheckIn.week_on, mine.person_id == person.id)
    return and_(CheckIn.line.has(shared_line(person)), select(mine.id).where(both).exists())
