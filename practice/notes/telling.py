"""Who may ever read a part of a note, said before anything is typed."""

from practice.appointments.models import Appointment
from practice.appointments.states import WithWhom
from practice.couples.confidentiality import Kind
from practice.formats import joined
from practice.notes.models import Part, about

_AGREED = {
    Kind.NO_SECRETS: "You have agreed on no secrets: what you are told, you may bring to both.",
    Kind.LIMITED_SECRETS: "You have agreed on limited secrets: what one of them tells you alone stays with you, save danger.",
    Kind.COACH_DECIDES: "You have agreed that you decide what has to be spoken of together, and say so to them first.",
}
PROCESS = (
    "You alone. No report takes anything from it, neither of them is ever shown it, and another coach of your practice "
    "cannot read it, not even one who takes over this couple."
)


def heading(appointment: Appointment, part: Part) -> str:
    """What a part is called on the page."""
    person = about(appointment, part)
    return f"About {person.name}" if person else "What we keep together"


def who_reads(appointment: Appointment, part: Part) -> str:
    """The sentence before a part."""
    person, couple = about(appointment, part), appointment.couple
    if person:
        other = couple.other(person).name
        agreed = f" {_AGREED[couple.agreed.kind]}" if couple.agreed else ""
        return (
            f"You, and whoever coaches them after you. {person.name} too, if {person.name} asks for what is kept about them. "
            f"{other} never reads it.{agreed}"
        )
    names = joined([each.name for each in appointment.people])
    alone = f" {couple.other(appointment.people[0]).name} never does." if appointment.with_whom is not WithWhom.BOTH else ""
    reads = "reads" if alone else "read"
    return f"{names} {reads} this once you give the session summary.{alone} Until then you, and whoever coaches them after you."
