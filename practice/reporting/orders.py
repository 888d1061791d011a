"""How an order travels to the press and its paper back: one line of JSON that tells the size, then the bytes."""

import json
from dataclasses import dataclass
from io import BufferedRWPair
from typing import Any

Header = dict[str, Any]


@dataclass(frozen=True)
class Dress:
    """What a practice gives to its own paper beside words: a colour, and a logo that the paper calls own:logo."""

    accent: str = ""
    logo: bytes = b""
    logo_kind: str = ""


PLAIN = Dress()


def ordered(html: str, dress: Dress, attached: bytes, **told: object) -> tuple[Header, bytes]:
    """An order: what it tells in its line, and in its bytes the page, the logo and what is attached, one after another."""
    page = html.encode()
    parts = [len(page), len(dress.logo), len(attached)]
    return {**told, "parts": parts, "accent": dress.accent, "logo_kind": dress.logo_kind}, page + dress.logo + attached


def taken(header: Header, body: bytes) -> tuple[str, Dress, bytes]:
    """The page, what it wears and what is attached to it, as `ordered` sent them."""
    page, logo, attached = header["parts"]
    dress = Dress(header["accent"], body[page : page + logo], header["logo_kind"])
    return body[:page].decode(), dress, body[page + logo : page + logo + attached]


def send(door: BufferedRWPair, header: Header, body: bytes = b"") -> None:
    """One order or answer."""
    door.write(json.dumps(header | {"size": len(body)}).encode() + b"\n" + body)
    door.flush()


def receive(door: BufferedRWPair) -> tuple[Header, bytes] | None:
    """The next order or answer; None when the other end is gone."""
    line = door.readline()
    if not line.endswith(b"\n"):
        return None
    header: Header = json.loads(line)
    body = door.read(header["size"])
    return (header, body) if len(body) == header["size"] else None
