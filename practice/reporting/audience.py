"""For whom a report is built: which people must all be allowed to read a row before it may be in it."""

from dataclasses import dataclass

from practice import formats
from practice.couples.models import Couple
from practice.people.models import Person
from practice.reporting.figures import Who
from practice.reporting.models import Audience
from practice.reporting.script import direction, isolated


@dataclass(frozen=True)
class Reading:
    """A couple's report and its readers."""

    couple: Couple
    audience: Audience

    @property
    def partners(self) -> tuple[Person, ...]:
        """Those partners for whom it is; none for the coach's own copy."""
        both = self.couple.partners
        return {
            Audience.COUPLE: both,
            Audience.FIRST: both[:1],
            Audience.SECOND: both[1:],
            Audience.COACH: (),
        }[self.audience]

    @property
    def readers(self) -> tuple[Person, ...]:
        """Whoever reads it: the coach makes every report, so the coach is always among them."""
        return (*self.partners, self.couple.coach)

    @property
    def told_of(self) -> tuple[Person, ...]:
        """Those partners whose own figures and own steps may be in it."""
        return {Audience.COUPLE: (), Audience.COACH: self.couple.partners}.get(self.audience, self.partners)

    def needs_release(self, writer: Person) -> bool:
        """Whether a text of this writer needs the writer's and the coach's word before it is printed here."""
        return any(partner.id != writer.id for partner in self.partners)

    def who(self, person: Person) -> Who:
        return Who(person.name, self.couple.position(person), direction(person.name))

    @property
    def names(self) -> str:
        """The partners as they are named in a sentence."""
        return formats.joined([isolated(person.name) for person in self.couple.partners])

    @property
    def address(self) -> str:
        """ "For Ana and Ben, from Maya": the line below the title."""
        return (
            f"For {formats.joined([isolated(person.name) for person in self.partners])}, from {isolated(self.couple.coach.name)}"
        )

    @property
    def label(self) -> str:
        """What the foot of every page says."""
        if self.audience is Audience.COACH:
            return f"Prepared for {isolated(self.couple.coach.name)}, coach of {self.names}"
        return f"Prepared for {formats.joined([isolated(person.name) for person in self.partners])}"
