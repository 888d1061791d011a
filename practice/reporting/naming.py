"""Which couple, which kind of report and which readers are meant by the words somebody types at a terminal."""

from sqlalchemy import select

from practice import formats
from practice.couples import models as couples
from practice.couples.models import Couple
from practice.db import db
from practice.errors import Refused
from practice.people.models import by_email
from practice.reporting.kinds import KINDS
from practice.reporting.models import Audience, Kind


def couple_named(words: str) -> Couple:
    """The couple of this public id, or of the partner with this e-mail address. Raises: Refused."""
    couple: Couple | None = db.session.scalar(select(Couple).where(Couple.public_id == words.strip().lower()))
    person = None if couple else by_email(words)
    if person and person.is_partner:
        couple = couples.of(person)
    if couple is None:
        raise Refused(
            f"No couple is known as “{words}”. Give the id from the address of their page, or the e-mail address of one of them."
        )
    return couple


def kind_named(words: str) -> Kind:
    """Which kind of report, of those that can be made. Raises: Refused."""
    said = words.strip().casefold()
    if said not in list(KINDS):
        raise Refused(f"“{words}” is no report that can be made. Choose from {formats.joined(list(KINDS))}.")
    return Kind(said)


def audience_named(words: str, couple: Couple) -> Audience:
    """For whom: couple, coach, first, second, or a partner by name or e-mail address. Raises: Refused."""
    said = words.strip().casefold()
    if said in list(Audience):
        return Audience(said)
    names = [{person.email, person.name.casefold(), person.name.casefold().split(" ")[0]} for person in couple.partners]
    meant = [audience for audience, each in zip((Audience.FIRST, Audience.SECOND), names, strict=True) if said in each]
    if len(meant) == 2:
        raise Refused(f"Both are called {words}. Say first or second, or give an e-mail address.")
    if not meant:
        choice = formats.joined([*Audience, *(person.name for person in couple.partners)])
        raise Refused(f"“{words}” is nobody this report can be for. Choose from {choice}.")
    return meant[0]
