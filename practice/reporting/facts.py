"""What any report's facts are made of, their fingerprint, and how they are read back from plain data."""

import dataclasses
import hashlib
import json
import types
import typing
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Sheet:
    """What stands on every page of a report, whatever it is about."""

    report_id: str
    title: str
    practice: str
    audience: str
    confidentiality: str
    policy: str
    issued_on: date
    issued: str
    size: str = "A4"
    language: str = "en-GB"
    address: tuple[str, ...] = ()  # the practice's, line by line
    footer: str = ""
    accent: str = "#1E5B53"
    logo: str = ""  # SHA-256 of the picture, "" for none


def to_plain(value: object) -> Any:
    """Facts as JSON would hold them; refuses whatever facts may not be made of."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [to_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if value is None or isinstance(value, (str, int)):
        return value
    raise TypeError(f"{type(value).__name__} is not a fact")


def canonical(facts: object) -> bytes:
    """Facts as JSON that is the same, byte for byte, whenever the facts are the same."""
    return json.dumps(to_plain(facts), sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")


def facts_digest(facts: object) -> str:
    """SHA-256 of the canonical facts, 64 hexadecimal digits: printed on the paper, kept with the report."""
    return hashlib.sha256(canonical(facts)).hexdigest()


def from_plain(kind: type[T], plain: Any, where: str = "facts") -> T:
    """Facts read back from what `to_plain` made; an unknown or missing key is told by its place."""
    return typing.cast(T, _read(kind, plain, where))


def _read(kind: Any, plain: Any, where: str) -> Any:
    if isinstance(kind, types.UnionType):
        return None if plain is None else _read(typing.get_args(kind)[0], plain, where)
    if typing.get_origin(kind) is tuple:
        (inner, *_rest) = typing.get_args(kind)
        return tuple(_read(inner, each, f"{where}[{place}]") for place, each in enumerate(plain))
    if dataclasses.is_dataclass(kind):
        return _read_class(kind, plain, where)
    if kind is date:
        return date.fromisoformat(plain)
    if kind in (str, int):
        if type(plain) is not kind:
            raise ValueError(f"{where}: {plain!r} is not {kind.__name__}")
        return plain
    return kind(plain)


def _read_class(kind: Any, plain: Any, where: str) -> Any:
    hints, fields = typing.get_type_hints(kind), dataclasses.fields(kind)
    if unknown := sorted(set(plain) - set(hints)):
        raise ValueError(f"{where}: unknown {', '.join(unknown)}")
    needed = {field.name for field in fields if field.default is dataclasses.MISSING}
    if missing := sorted(needed - set(plain)):
        raise ValueError(f"{where}: missing {', '.join(missing)}")
    return kind(**{name: _read(hints[name], value, f"{where}.{name}") for name, value in plain.items()})
