"""A real mail server on loopback: what the practice sends arrives here over SMTP."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class _FreePort(Controller):
    """Listens on any free port: the system chooses, and we learn which before the first connection."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


class MailServer:
    """Keeps every letter in the order of arrival."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self._server = _FreePort(self, hostname="127.0.0.1", port=0)
        self._server.start()

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self._server.port}"

    def to(self, address: str) -> list[EmailMessage]:
        """The letters that one address received."""
        return [letter for letter in self.letters if address in letter["To"]]

    def wait_for(self, address: str, number: int = 1, seconds: float = 30) -> EmailMessage:
        """The number-th letter to an address, waiting for a worker in another process to send it."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if len(found := self.to(address)) >= number:
                return found[number - 1]
            time.sleep(0.05)
        raise TimeoutError(f"No letter number {number} to {address}")

    @contextmanager
    def away(self) -> Iterator[None]:
        """Nobody answers for a while; afterwards at the same address again."""
        port = self._server.port
        self._server.stop()
        yield
        self._server = Controller(self, hostname="127.0.0.1", port=port)
        self._server.start()

    def stop(self) -> None:
        self._server.stop()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        content = cast(bytes, envelope.content)
        letter: Any = message_from_bytes(content, policy=policy.default)
        self.letters.append(letter)
        return "250 Kept"
