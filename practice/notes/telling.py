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
    alone = appointment.with_whom is not WithWhom.BOTH
    return f"About {person.name}" if person else "What was said" if alone else "What we keep together"


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
    if appointment.with_whom is not WithWhom.BOTH:
        return "You, and whoever coaches them after you. Of an appointment with one of them alone no summary is ever made."
    names = joined([each.name for each in appointment.people])
    return f"{names} read this once you give them the session summary. Until then you, and whoever coaches them after you."
