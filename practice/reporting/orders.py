"""How an order travels to the press and its paper back: one line of JSON that tells the size, then the bytes."""

import json
from typing import IO, Any

Header = dict[str, Any]


def send(pipe: IO[bytes], header: Header, body: bytes = b"") -> None:
    """One order or answer."""
    pipe.write(json.dumps(header | {"size": len(body)}).encode() + b"\n" + body)
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[Header, bytes] | None:
    """The next order or answer; None when the other end is gone."""
    line = pipe.readline()
    if not line.endswith(b"\n"):
        return None
    header: Header = json.loads(line)
    body = pipe.read(header["size"])
    return (header, body) if len(body) == header["size"] else None
