"""Texts that both have signed: the wording that stands, the first one, and the days of signing and renewing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from practice import formats, keyring
from practice.agreements import text_standing
from practice.agreements.texts import TextVersion
from practice.reporting.audience import Reading
from practice.reporting.closing import Signed
from practice.reporting.period import Period
from practice.reporting.script import paragraphs


@dataclass(frozen=True)
class Joint:
    """One text: its title, what was signed first, what stands on the last day."""

    title: str
    first: TextVersion
    last: TextVersion


def known(reading: Reading, period: Period) -> list[Joint]:
    """The signed texts of a couple, the earliest first; both partners and the coach read each of them."""
    found = []
    for each in reversed(text_standing.of_couple(reading.couple)):
        signed = [version for version in each.text.versions if period.is_over_by(version.signed_at) and _opens(version)]
        if signed:
            found.append(Joint(each.title, signed[0], signed[-1]))
    return found


def told(found: list[Joint], period: Period) -> tuple[Signed, ...]:
    """Each text in full; the first wording too, where the one that stands is another."""
    return tuple(
        Signed(
            title=one.title,
            words=paragraphs(one.last.text),
            signed=_signed(one, period),
            earlier=paragraphs(one.first.text) if one.first is not one.last else (),
            earlier_when=f"First signed on {_day(one.first, period)}" if one.first is not one.last else "",
        )
        for one in found
    )


def days(found: list[Joint], period: Period) -> Iterator[tuple[date, str]]:
    """Each signing and renewing as a turn of the way."""
    for one in found:
        for version in dict.fromkeys([one.first, one.last]):
            if version.signed_at:
                again = "" if version is one.first else ", in new words"
                yield period.day(version.signed_at), f"You both signed “{one.title}”{again}."
        for at in one.last.renewed_at:
            if period.is_over_by(at):
                yield period.day(at), f"You both renewed “{one.title}”."


def _signed(one: Joint, period: Period) -> str:
    renewed = [formats.day(period.day(at)) for at in one.last.renewed_at if period.is_over_by(at)]
    again = f", renewed on {formats.joined(renewed)}" if renewed else ""
    return f"Signed by you both on {_day(one.last, period)}{again}"


def _day(version: TextVersion, period: Period) -> str:
    return formats.day(period.day(version.signed_at)) if version.signed_at else ""


def _opens(version: TextVersion) -> bool:
    try:
        return bool(version.text)
    except keyring.Sealed:
        return False  # its writer was erased
