"""The confidentiality policy: what the coach may bring from one partner to the other."""

import enum
import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model
from practice.errors import Refused
from practice.people.models import Person

if TYPE_CHECKING:  # the two rows know each other; while the program runs, SQLAlchemy finds the other by its name
    from practice.couples.models import Couple


class Kind(enum.StrEnum):
    """The three policies a couple may choose from with its coach."""

    NO_SECRETS = "no_secrets"
    LIMITED_SECRETS = "limited_secrets"
    COACH_DECIDES = "coach_decides"

    @property
    def label(self) -> str:
        return {
            "no_secrets": "No secrets",
            "limited_secrets": "Limited secrets",
            "coach_decides": "Your coach decides",
        }[self.value]

    def sentence(self, coach: str) -> str:
        """What it means, in one sentence for a partner."""
        return {
            "no_secrets": f"Whatever either of you tells {coach}, {coach} may bring to both of you.",
            "limited_secrets": f"What you write for {coach} alone stays with {coach}, unless somebody is in danger.",
            "coach_decides": f"{coach} decides with care what has to be spoken of together, and tells you before doing so.",
        }[self.value]


class Confidentiality(Addressed, Model):
    """One version of a couple's policy. Each answer is pinned to the version under which it was written."""

    __tablename__ = "confidentialities"
    __table_args__ = (UniqueConstraint("couple_id", "version"),)
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), index=True)
    version: Mapped[int]
    kind: Mapped[Kind]
    proposed_at: Mapped[datetime]
    couple: Mapped["Couple"] = relationship(back_populates="confidentialities")
    signatures: Mapped[list["Signature"]] = relationship(cascade="all", lazy="selectin")

    @property
    def is_signed(self) -> bool:
        """Whether both have signed."""
        return {s.person_id for s in self.signatures} >= {self.couple.first_id, self.couple.second_id}

    def is_signed_by(self, person: Person) -> bool:
        return any(s.person_id == person.id for s in self.signatures)

    def signatures_shown_to(self, person: Person) -> list["Signature"]:
        """A partner sees the other's signature only once both stand: until then it would tell what the other did."""
        shown = [s for s in self.signatures if self.is_signed or person.is_coach or s.person_id == person.id]
        return sorted(shown, key=lambda s: s.person_id != self.couple.first_id)

    def sign(self, person: Person, typed_name: str) -> None:
        """Sign by typing one's own name. Raises: Refused when it is another's, or signed already."""
        if self.is_signed_by(person):
            raise Refused("You have signed this already.")
        if heard(typed_name) != heard(person.name):
            raise Refused(f"Please type your name as it stands here: {person.name}.")
        self.signatures.append(Signature(person_id=person.id, typed_name=typed_name.strip(), signed_at=clock.now()))


class Signature(Model):
    """A typed name under a version of the policy, and when."""

    __tablename__ = "signatures"
    __table_args__ = (UniqueConstraint("confidentiality_id", "person_id"),)
    confidentiality_id: Mapped[int] = mapped_column(ForeignKey("confidentialities.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    typed_name: Mapped[str] = mapped_column(String(80))
    signed_at: Mapped[datetime]


def heard(name: str) -> str:
    """A name as one would say it: keyboards write the same letter in several ways and add marks nobody sees."""
    spelt = unicodedata.normalize("NFKC", name).casefold()
    return " ".join("".join(c for c in spelt if unicodedata.category(c) != "Cf").split())
