"""Texts that both have signed: the wording that stands, the first one, and the days of signing and renewing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from practice import formats, keyring
from practice.agreements import text_standing
from practice.agreements.texts import TextVersion
from practice.reporting.audience import Reading
from practice.reporting.closing import Signed
from practice.reporting.period import Period
from practice.reporting.script import paragraphs


@dataclass(frozen=True)
class Joint:
    """One text: its title and every wording that was signed by the last day, the first one first.

    A step that was given again asks for the same text again: whoever reads it knows one text, signed once more.
    """

    title: str
    versions: tuple[TextVersion, ...]

    @property
    def first(self) -> TextVersion:
        return self.versions[0]

    @property
    def last(self) -> TextVersion:
        """The wording that stands."""
        return self.versions[-1]

    @property
    def is_changed(self) -> bool:
        """Whether the wording that stands is another than the first."""
        return self.first.text != self.last.text


def known(reading: Reading, period: Period) -> list[Joint]:
    """The signed texts of a couple, the earliest first; both partners and the coach read each of them."""
    found: dict[tuple[str, str], list[TextVersion]] = {}
    titles = {}
    for each in reversed(text_standing.of_couple(reading.couple)):
        same = (each.text.assignment.published.slug, each.text.key)
        signed = [version for version in each.text.versions if period.is_over_by(version.signed_at) and _opens(version)]
        if signed:
            found.setdefault(same, []).extend(signed)
            titles[same] = each.title
    return [Joint(titles[same], tuple(sorted(signed, key=_signed_at))) for same, signed in found.items()]


def told(found: list[Joint], period: Period) -> tuple[Signed, ...]:
    """Each text in full; the first wording too, where the one that stands is another."""
    return tuple(
        Signed(
            title=one.title,
            words=paragraphs(one.last.text),
            signed=_signed(one, period),
            earlier=paragraphs(one.first.text) if one.is_changed else (),
            earlier_when=f"First signed on {_day(one.first, period)}" if one.is_changed else "",
        )
        for one in found
    )


def days(found: list[Joint], period: Period) -> Iterator[tuple[date, str]]:
    """Each signing and renewing as a turn of the way."""
    for one in found:
        for version in dict.fromkeys([one.first, one.last]):
            yield period.day(_signed_at(version)), f"You both signed “{one.title}”{_again(one, version)}."
        for at in one.last.renewed_at:
            if period.is_over_by(at):
                yield period.day(at), f"You both renewed “{one.title}”."


def _again(one: Joint, version: TextVersion) -> str:
    if version is one.first:
        return ""
    return ", in new words" if one.is_changed else " again"


def _signed(one: Joint, period: Period) -> str:
    renewed = [formats.day(period.day(at)) for at in one.last.renewed_at if period.is_over_by(at)]
    again = f", renewed on {formats.joined(renewed)}" if renewed else ""
    return f"Signed by you both on {_day(one.last, period)}{again}"


def _day(version: TextVersion, period: Period) -> str:
    return formats.day(period.day(_signed_at(version)))


def _signed_at(version: TextVersion) -> datetime:
    if version.signed_at is None:
        raise ValueError("only what both have signed stands on paper")
    return version.signed_at


def _opens(version: TextVersion) -> bool:
    try:
        return bool(version.text)
    except keyring.Sealed:
        return False  # its writer was erased
