"""Devices: how one is called in a list, and how one that has been here before is known again."""

import secrets
from dataclasses import dataclass, replace

from itsdangerous import BadSignature, URLSafeSerializer

from practice.people.models import Person

LASTS = 400 * 24 * 3600  # seconds, the longest that browsers keep a cookie
_MOST_PEOPLE = 8

_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
_MACHINES = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"),
    ("Windows", "Windows"), ("Macintosh", "a Mac"), ("CrOS", "a Chromebook"), ("Linux", "Linux"),
)  # fmt: skip


@dataclass(frozen=True)
class Device:
    """A browser that somebody has signed in with; it signs nobody in, it only has a count of wrong tries of its own."""

    number: str
    people: tuple[str, ...] = ()

    def knows(self, person: Person) -> bool:
        """Whether this person has signed in here before."""
        return person.public_id in self.people

    def after(self, person: Person) -> "Device":
        """The same device, once this person has signed in on it."""
        others = tuple(p for p in self.people if p != person.public_id)
        return replace(self, people=(*others, person.public_id)[-_MOST_PEOPLE:])


def read(cookie: str | None, secret: str) -> Device:
    """The device of a cookie; a new one where there is none, or where somebody else wrote it."""
    try:
        number, *people = _signer(secret).loads(cookie or "")
    except (BadSignature, ValueError, TypeError):
        return Device(secrets.token_hex(16))
    return Device(number, tuple(people))


def written(device: Device, secret: str) -> str:
    """What the cookie holds: random numbers, signed."""
    return str(_signer(secret).dumps([device.number, *device.people]))


def name(user_agent: str) -> str:
    """What the list of sign-ins calls a device: "Firefox on Windows"."""
    browser = next((called for mark, called in _BROWSERS if mark in user_agent), "A browser")
    machine = next((called for mark, called in _MACHINES if mark in user_agent), "")
    return f"{browser} on {machine}" if machine else browser


def _signer(secret: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt="known device")
