"""A marker in every private place of every author, and who may ever read it."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count

from practice import clock
from practice.couples.models import Couple
from practice.db import db, public_id
from practice.homework import feedback, not_yet, plans, ratings, sending
from practice.homework.models import Assignment, Homework
from practice.homework.reflections import Reflection
from practice.people.models import Person
from practice.programme.library import Programme, Readers, Step
from practice.programme.models import publish
from practice.way import planning
from practice.way.models import Opens, Terms, Whom
from tests.cast import Cast
from tests.daily import keep
from tests.privacy.appointments import fill_appointments
from tests.privacy.evenings import fill_text, fill_turns
from tests.privacy.goals import fill_alone, fill_goals
from tests.privacy.letters import fill_letters
from tests.privacy.lists import fill_lists
from tests.privacy.measures import fill_measures
from tests.privacy.releases import fill_releases
from tests.writing import answer_to, assign, draft

_numbers = count(1)
_EVERY_CLASS = {
    "forgive": Readers.BOTH,
    "needed_then": Readers.ONLY_ME,
    "the_hurt": Readers.COACH,
    "would_help": Readers.SAFETY,
}
_CHOSEN = {**_EVERY_CLASS, "losing_words": Readers.ONLY_ME}


@dataclass(frozen=True)
class Canary:
    """A marker that stands in one private place: what kind of place, and the name of the person it belongs to."""

    marker: str
    kind: str
    person: str

    def sings_in(self, text: str) -> bool:
        # A code is six digits, which longer numbers may hold by chance.
        return self.marker in text and (self.kind != "code" or bool(re.search(rf"(?<!\d){self.marker}(?!\d)", text)))


class Cage:
    """All markers that were put somewhere."""

    def __init__(self) -> None:
        self.birds: list[Canary] = []

    def put(self, kind: str, person: str, marker: str = "") -> str:
        """A new marker (or this one) for a place of this kind; letters only, so that no line breaks within it."""
        bird = Canary(marker or f"zq{_letters(next(_numbers))}{_letters(int(public_id()[:10], 16))}qz", kind, person)
        self.birds.append(bird)
        return bird.marker


def _letters(number: int) -> str:
    return "".join("bcdfghjklm"[int(digit)] for digit in str(number))


def with_safety(programme: Programme) -> Programme:
    """The programme with one question whose answer is write-only, as the safety questions will be."""
    return replace(programme, steps=tuple(_with_safety(step) if step.slug == "pain" else step for step in programme.steps))


def _with_safety(step: Step) -> Step:
    def asked(prompts: tuple) -> tuple:
        return tuple(replace(p, readers=Readers.SAFETY) if p.key == "would_help" else p for p in prompts)

    return replace(step, groups=tuple(replace(group, prompts=asked(group.prompts)) for group in step.groups))


def fill(cast: Cast, programme: Programme) -> Cage:
    """Let both couples and their coaches write everywhere. Needs an app context; commits."""
    publish(with_safety(programme))
    db.session.commit()
    cage = Cage()
    for name, own in (("ana", ("ana", "ben")), ("kim", ("kim",))):
        couple = cast.couple(name)
        _fill_shared(cage, couple)
        fill_text(cage.put, couple)
        fill_turns(cage.put, couple, _parts(couple, "pain")[0].assignment)
        fill_releases(cage.put, couple)
        _fill_own(cage, couple, [cast.person(each) for each in own])
        fill_measures(cage.put, couple, [cast.person(each) for each in own])
        db.session.commit()
    return cage


def reveal(cast: Cast) -> None:
    """Both coaches reveal what their couples have sent."""
    for first in ("ana", "kim"):
        couple = cast.couple(first)
        for part in _parts(couple, "pain"):
            if part.assignment.awaits_reveal:
                part.assignment.reveal(by=couple.coach)
    db.session.commit()


def _fill_shared(cage: Cage, couple: Couple) -> None:
    ahead = Terms(Opens.BY_HAND, whom=Whom.FIRST, note=cage.put("planned note", _name(couple.first)))
    days = {"begins_on": clock.today(), "every": 7, "today": clock.today()}
    planning.lay(planning.way_of(couple), [Cast.step("routine")], ahead, by=couple.coach, **days)
    sealed = assign(couple, "pain", note=cage.put("note to both", _name(couple.first)), due_on=clock.today())
    for person in couple.partners:
        _send(person, sealed, {key: cage.put(_earlier(readers), _name(person)) for key, readers in _EVERY_CLASS.items()})
    for part in sealed.parts:
        part.ask_again(by=couple.coach)
    for person in couple.partners:
        sent = _send(person, sealed, {key: cage.put(f"{readers} answer", _name(person)) for key, readers in _EVERY_CLASS.items()})
        sent.choose(for_paper=True, by=couple.coach)
        feedback.give([sent.homework], cage.put("feedback", _name(person)), by=couple.coach)


def _fill_own(cage: Cage, couple: Couple, people: list[Person]) -> None:
    unfinished, agreed = assign(couple, "joy"), assign(couple, "talk")
    for person in people:
        _fill_sent_alone(cage, couple, person)
        _fill_draft(cage, unfinished, person)
        _fill_beside(cage, unfinished, person)
        fill_lists(cage.put, agreed, unfinished, person)
        _fill_set_aside(cage, couple, person)
        _fill_days(cage, couple, person)
        fill_goals(cage.put, couple, person)
        fill_appointments(cage.put, couple, person)
        fill_alone(cage.put, couple, person)
        fill_letters(cage.put, person)


def _send(person: Person, assignment: Assignment, answers: dict[str, str]) -> Reflection:
    """Write and send as the pages do; what must be answered is filled in."""
    step = assignment.published.step
    told = {prompt.key: answer_to(prompt) for prompt in step.prompts if prompt.required} | answers
    chosen = {key: _CHOSEN[key] for key in answers if key in _CHOSEN and key != "would_help"}
    part = draft(person, assignment, told, chosen)
    sending.send(part, sent_key=public_id(), on_paper=True)
    db.session.commit()
    assert part.latest
    return part.latest


def _earlier(readers: Readers) -> str:
    """What was sent before and asked for again is never revealed."""
    return "earlier both answer" if readers is Readers.BOTH else f"{readers} answer"


def _fill_sent_alone(cage: Cage, couple: Couple, person: Person) -> None:
    own = assign(couple, "fears", person, note=cage.put("note", _name(person)))
    answers = {
        "greatest_words": cage.put("coach answer", _name(person)),
        "losing_words": cage.put("only_me answer", _name(person)),
    }
    sent = _send(person, own, answers)
    feedback.give([sent.homework], cage.put("feedback", _name(person)), by=couple.coach)
    ratings.look_back(sent.homework, cage.put("in the way", _name(person)), amount=2)
    ratings.rate(sent.homework, amount=3, quality=None, by=couple.coach)
    taken_back = assign(couple, "support", person)
    draft(person, taken_back, {"advice_harm": cage.put("withdrawn draft", _name(person))})
    taken_back.withdraw(by=couple.coach)


def _fill_draft(cage: Cage, assignment: Assignment, person: Person) -> None:
    draft(person, assignment, {"used_to": cage.put("old draft", _name(person))})
    with clock.at(clock.now() + timedelta(minutes=6)):
        draft(person, assignment, {"used_to": cage.put("draft", _name(person))})


def _fill_beside(cage: Cage, assignment: Assignment, person: Person) -> None:
    """A plan, and "not yet"."""
    part = assignment.part_of(person)
    assert part
    told = {name: cage.put("plan", _name(person)) for name in ("when", "where", "with_whom", "hindrance", "answer", "easier")}
    plans.make(part, plans.Intention(confidence=3, **told))
    not_yet.say(part, not_yet.Reason.TOO_SORE, cage.put("not yet", _name(person)), save_key=public_id())


def _fill_set_aside(cage: Cage, couple: Couple, person: Person) -> None:
    own = assign(couple, "happiness", person)
    sent = _send(person, own, {"brought_home": cage.put("set aside", _name(person))})
    sent.homework.set_aside(sent, by=couple.coach)


def _fill_days(cage: Cage, couple: Couple, person: Person) -> None:
    part = assign(couple, "gratitude", person).parts[0]
    for days, readers in enumerate((Readers.ONLY_ME, Readers.COACH)):
        on = clock.today(person.time_zone) - timedelta(days=days)
        keep(part, "gratitude", cage.put(f"{readers} entry", _name(person)), on=on, readers=readers)
    on = clock.today(person.time_zone) - timedelta(days=2)
    keep(part, "gratitude", cage.put("shared entry", _name(person)), on=on, shared=True)


def _parts(couple: Couple, slug: str) -> list[Homework]:
    return [
        part
        for part in db.session.scalars(db.select(Homework))
        if part.assignment.couple_id == couple.id and part.assignment.published.slug == slug
    ]


def _name(person: Person) -> str:
    return person.name.lower()
