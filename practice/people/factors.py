"""Second factors: a code from an app (TOTP), or one of ten recovery codes for the day the phone is lost."""

import base64
import hashlib
import hmac
import secrets
from datetime import datetime

import pyotp
from sqlalchemy import ForeignKey, String, delete, update
from sqlalchemy.orm import Mapped, mapped_column

from practice import clock, keyring
from practice.db import Model, changed, db
from practice.errors import Refused
from practice.people.models import Person
from practice.trail.models import record

_STEP = 30  # seconds a code lasts
_CODES = 10


class RecoveryCode(Model):
    """A code that stands in for the app once. 50 random bits, kept as a hash."""

    __tablename__ = "recovery_codes"
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    used_at: Mapped[datetime | None]


def new_secret() -> str:
    """A secret for an app, in base32."""
    return pyotp.random_base32()


def in_groups(secret: str) -> str:
    """A secret as one can type it from the screen: four signs at a time."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))


def sealed_offer(person: Person) -> str:
    """A new secret on its way to somebody's app, sealed so that it may wait in their session."""
    sealed = keyring.seal(new_secret(), owner=_key(person), place=_offer(person), within=person.practice.key)
    return base64.b64encode(sealed).decode("ascii")


def opened_offer(person: Person, sealed: str) -> str:
    """The secret of `sealed_offer`. Raises: Sealed when it was another person's."""
    return keyring.open_sealed(base64.b64decode(sealed), owner=_key(person), place=_offer(person))


def address(person: Person, secret: str) -> str:
    """What the app's QR code says."""
    return pyotp.TOTP(secret).provisioning_uri(name=person.email, issuer_name="Homeward")


def enrol(person: Person, secret: str, code: str) -> list[str] | None:
    """Begin to use an app once it shows a right code; the ten recovery codes, to be shown this once, or None."""
    step = _step_of(secret, code, after=0)
    if step is None:
        return None
    person.totp_sealed = keyring.seal(secret, owner=_key(person), place=_place(person), within=person.practice.key)
    person.totp_last_step = step
    record("factor.enrolled", actor=person, subject=person)
    return renew_recovery_codes(person)


def forget(person: Person, *, by: Person) -> None:
    """Take away a lost factor; the next sign-in begins with a new one. Raises: Refused when there is none."""
    if person is by:
        raise Refused("You cannot take away your own app here. Set up a new one on your account page.")
    if not person.has_second_factor:
        raise Refused(f"{person.name} has no app set up.")
    person.totp_sealed, person.totp_last_step = None, 0
    db.session.execute(delete(RecoveryCode).where(RecoveryCode.person_id == person.id))
    record("factor.forgotten", actor=by, subject=person)


def accept(person: Person, code: str) -> bool:
    """Whether a code proves the person: from the app, each only once, or a recovery code, spent by this."""
    typed = "".join(code.split()).replace("-", "").lower()
    return _accept_totp(person, typed) if typed.isdigit() and len(typed) == 6 else _spend_recovery_code(person, typed)


def _accept_totp(person: Person, code: str) -> bool:
    if person.totp_sealed is None:
        return False
    secret = keyring.open_sealed(person.totp_sealed, owner=_key(person), place=_place(person))
    step = _step_of(secret, code, after=person.totp_last_step)
    if step is None:
        return False
    # Two workers may see the same code at once: only one of them may move the mark.
    moved = changed(update(Person).where(Person.id == person.id, Person.totp_last_step < step).values(totp_last_step=step))
    return bool(moved)


def _step_of(secret: str, code: str, *, after: int) -> int | None:
    now = int(clock.now().timestamp()) // _STEP
    totp = pyotp.TOTP(secret)
    for step in (now, now - 1):
        if step > after and hmac.compare_digest(totp.at(step * _STEP).encode(), code.strip().encode()):
            return step
    return None


def renew_recovery_codes(person: Person) -> list[str]:
    """Ten new codes in place of the old ones."""
    db.session.execute(delete(RecoveryCode).where(RecoveryCode.person_id == person.id))
    codes = ["".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(10)) for _ in range(_CODES)]
    db.session.add_all(RecoveryCode(person_id=person.id, code_hash=_hash(person, code)) for code in codes)
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def _spend_recovery_code(person: Person, code: str) -> bool:
    spent = changed(
        update(RecoveryCode)
        .where(
            RecoveryCode.person_id == person.id,
            RecoveryCode.code_hash == _hash(person, code),
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=clock.now())
    )
    if spent:
        record("factor.recovery_code_used", actor=person, subject=person)
    return bool(spent)


def _hash(person: Person, code: str) -> str:
    return hashlib.sha256(f"{person.public_id}:{code}".encode()).hexdigest()


def _key(person: Person) -> str:
    return f"{person.practice.key}:factors"


def _offer(person: Person) -> str:
    return f"sessions.offered:{person.public_id}"


def _place(person: Person) -> str:
    return f"people.totp_sealed:{person.public_id}"
