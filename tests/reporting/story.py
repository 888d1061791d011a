"""Ana and Ben, coached by Maya, with everything that may and may not stand on paper, each text with a marker of its own."""

import dataclasses
from datetime import UTC, date, datetime, timedelta

from practice import clock, places
from practice.couples.confidentiality import Kind
from practice.couples.models import Couple, CoupleState
from practice.db import db
from practice.homework.assigning import assign
from practice.homework.models import Assignment
from practice.homework.reflections import Answer, Reflection
from practice.people.models import Person, Practice, Role
from practice.programme.library import PromptKind, Readers, load
from practice.programme.models import Edition, publish
from practice.reporting.models import Audience
from practice.reporting.models import Kind as ReportKind
from practice.reporting.progress import ProgressFacts
from practice.reporting.progress_gathering import gather
from practice.reporting.request import ReportRequest

BEGIN = datetime(2026, 9, 1, 9, tzinfo=UTC)


@dataclasses.dataclass
class Story:
    """A practice with one couple, and what is done in it."""

    couple: Couple
    edition: Edition

    @property
    def maya(self) -> Person:
        return self.couple.coach

    def give(self, slug: str, *people: Person, day: int = 0) -> list[Assignment]:
        with clock.at(BEGIN + timedelta(days=day)):
            step = next(each for each in self.edition.steps if each.slug == slug)
            who = list(people or self.couple.partners)
            given = assign(self.couple, step, who, due_on=None, note="", by=self.maya)
            db.session.flush()
            return given

    def send(
        self, given: Assignment, who: Person, text: str, readers: Readers, *, day: int = 1, free: bool = False
    ) -> Reflection:
        """Send one long text; `free` when its writer released it and Maya chose it."""
        part = given.part_of(who)
        assert part
        prompt = next(each for each in given.published.step.prompts if each.kind is PromptKind.LONG)
        policy = self.couple.confidentialities[0]
        with clock.at(BEGIN + timedelta(days=day)):
            answer = Answer.written(who, prompt.key, text, readers, policy.id)
            sent = Reflection(sent_key=text, answers=[answer])
            part.submit(sent)
            sent.release(on_paper=free)
            sent.choose(for_paper=free)
            db.session.flush()
        return sent

    def reveal(self, given: Assignment, *, day: int = 3) -> None:
        with clock.at(BEGIN + timedelta(days=day)):
            given.reveal(by=self.maya)
            db.session.flush()

    def facts(self, audience: Audience, from_on: date = date(2026, 9, 1), to_on: date = date(2026, 9, 30)) -> ProgressFacts:
        today = date(2026, 10, 1)
        return gather(ReportRequest(ReportKind.PROGRESS, self.couple, audience, from_on, to_on, today, report_id="0" * 32))


def begun() -> Story:
    """A couple that has signed, with nothing given yet."""
    practice = Practice(name="Harbour Practice")
    maya = Person(practice=practice, role=Role.COACH, name="Maya", email="maya@example.org")
    ana = Person(practice=practice, role=Role.PARTNER, name="Ana", email="ana@example.org")
    ben = Person(practice=practice, role=Role.PARTNER, name="Ben", email="ben@example.org")
    couple = Couple(practice=practice, coach=maya, first=ana, second=ben, state=CoupleState.ACTIVE)
    db.session.add(couple)
    edition = publish(load(places.programme()))
    db.session.flush()
    agreed = couple.propose(Kind.LIMITED_SECRETS, by=maya)
    db.session.flush()
    for person in couple.partners:
        agreed.sign(person, person.name)
    db.session.flush()
    return Story(couple, edition)


def told() -> Story:
    """The whole story: each marker is in one text, named after its writer and its fate."""
    story = begun()
    ana, ben = story.couple.partners
    (commit,) = story.give("commit")
    story.send(commit, ana, "AnaSharedFree", Readers.BOTH, free=True)
    story.send(commit, ben, "BenSharedFree", Readers.BOTH, free=True, day=2)
    story.reveal(commit)
    (causes,) = story.give("causes", day=4)
    story.send(causes, ana, "AnaSharedNotFree", Readers.BOTH, day=5)
    story.send(causes, ben, "BenSharedNotFree", Readers.BOTH, day=5)
    story.reveal(causes, day=6)
    (pain,) = story.give("pain", day=7)
    story.send(pain, ana, "AnaToCoachInJoint", Readers.COACH, free=True, day=8)
    story.send(pain, ben, "BenToCoachInJoint", Readers.COACH, free=True, day=8)
    story.reveal(pain, day=9)
    (work,) = story.give("work", day=10)
    story.send(work, ben, "BenSealed", Readers.BOTH, free=True, day=11)
    for slug, fate in (("support", "Own"), ("fallback", "Worst")):
        for person, given in zip((ana, ben), story.give(slug, ana, ben, day=12), strict=True):
            story.send(given, person, f"{person.name}{fate}", Readers.COACH, free=True, day=13)
    for person, given in zip((ana, ben), story.give("fears", ana, ben, day=14), strict=True):
        story.send(given, person, f"{person.name}OnlyMe", Readers.ONLY_ME, free=True, day=15)
    for person, given in zip((ana, ben), story.give("personal", ana, ben, day=16), strict=True):
        story.send(given, person, f"{person.name}Safety", Readers.SAFETY, free=True, day=17)
    return story
