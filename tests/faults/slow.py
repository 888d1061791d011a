"""A mail server that keeps whoever knocks waiting, until it is told to hurry."""

import asyncio
import threading

from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.mailserver import MailServer


class SlowMailServer(MailServer):
    def __init__(self) -> None:
        self._knocked, self._hurry = threading.Event(), threading.Event()
        super().__init__()

    def somebody_knocks(self) -> None:
        """Wait until a letter is about to be handed over."""
        assert self._knocked.wait(timeout=30), "Nobody came"

    def hurry(self) -> None:
        """From now on answer at once."""
        self._hurry.set()

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        self._knocked.set()
        while not self._hurry.is_set():
            await asyncio.sleep(0.05)
        envelope.rcpt_tos.append(address)
        return "250 Go on"
