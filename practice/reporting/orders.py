"""How an order travels to the press and its paper back: one line of JSON that tells the size, then the bytes."""

import json
from io import BufferedRWPair
from typing import Any

Header = dict[str, Any]


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
