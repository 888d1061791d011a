"""The only door through which a letter leaves: kept first, sent by the worker, never lost while the mail server is away."""

import logging
import smtplib
import ssl
from contextlib import closing, suppress
from datetime import datetime, timedelta
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import make_msgid
from urllib.parse import unquote, urlsplit

from sqlalchemy import String, Text, select
from sqlalchemy.orm import Mapped, mapped_column

from practice import clock
from practice.db import Addressed, Model, db
from practice.keyring import SealedText

log = logging.getLogger("practice.post")
_LEASE = timedelta(minutes=5)  # longer than any delivery: a letter claimed by a killed worker is free again after it
_PAUSES = [timedelta(seconds=s) for s in (20, 60, 300, 900, 3600)]
_TIMEOUT = 20.0  # seconds
_UNFOLDED = policy.default.clone(max_line_length=998)  # a long address in a header would be encoded beyond recognition


class Letter(Addressed, SealedText, Model):
    """A letter on its way. Its body holds a secret link, so it is sealed; the subject is one of a few fixed lines."""

    __tablename__ = "letters"
    to_name: Mapped[str] = mapped_column(String(200))
    to_address: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(120))
    message_id: Mapped[str] = mapped_column(String(200))
    written_at: Mapped[datetime]
    next_try_at: Mapped[datetime] = mapped_column(index=True)
    tries: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None]
    trouble: Mapped[str | None] = mapped_column(Text)
    may_be_stopped: Mapped[bool] = mapped_column(default=False)  # its last line is the address that ends such letters

    @property
    def is_late(self) -> bool:
        """Whether a try has failed and the letter still waits."""
        return self.sent_at is None and self.trouble is not None


def write(*, to_name: str, to_address: str, subject: str, body: str, within: str, stop: str = "") -> Letter:
    """Keep a letter in the outbox; it leaves with the worker once the caller has committed.

    `stop` is the address that ends letters of this kind with one click, where there is one: it becomes the last line.
    """
    letter = Letter(
        to_name=_one_line(to_name),
        to_address=_one_line(to_address),
        subject=subject,
        message_id=make_msgid(domain="letters.invalid"),
        written_at=clock.now(),
        next_try_at=clock.now(),
        may_be_stopped=bool(stop),
    )
    letter.write(f"{body}\n{stop}\n" if stop else body, owner=f"{within}:letters", within=within)
    db.session.add(letter)
    return letter


def claim() -> Letter | None:
    """The next letter that is due, taken for a few minutes so that a second worker passes it by; the caller commits."""
    due = (
        select(Letter)
        .where(Letter.sent_at.is_(None), Letter.next_try_at <= clock.now())
        .order_by(Letter.next_try_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    letter = db.session.scalar(due)
    if letter:
        letter.next_try_at = clock.now() + _LEASE
        letter.tries += 1
    return letter


def deliver(letter: Letter, *, smtp_url: str, mail_from: str) -> bool:
    """Hand a claimed letter to the mail server; whether it took it. The caller commits either way."""
    try:
        _send(_message(letter, mail_from), smtp_url)
    except (OSError, smtplib.SMTPException) as error:
        letter.trouble = type(error).__name__
        letter.next_try_at = clock.now() + _PAUSES[min(letter.tries, len(_PAUSES)) - 1]
        log.warning("letter %s waits: %s", letter.public_id, letter.trouble)
        return False
    letter.sent_at, letter.trouble = clock.now(), None
    return True


def _message(letter: Letter, mail_from: str) -> EmailMessage:
    message = EmailMessage(_UNFOLDED)
    message["From"] = mail_from
    message["To"] = Address(letter.to_name, addr_spec=letter.to_address)
    message["Subject"] = letter.subject
    message["Date"] = letter.written_at
    # The same id at every try: a mail server that saw the letter already can tell.
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"
    text = letter.text
    if letter.may_be_stopped:
        message["List-Unsubscribe"] = f"<{text.split()[-1]}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(text)
    return message


def _send(message: EmailMessage, smtp_url: str) -> None:
    """Send over smtps://, smtp+starttls:// or, on loopback only, smtp://."""
    url = urlsplit(smtp_url)
    host = url.hostname or "localhost"
    tls = ssl.create_default_context()
    if url.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, url.port or 465, timeout=_TIMEOUT, context=tls)
    else:
        server = smtplib.SMTP(host, url.port or 587, timeout=_TIMEOUT)
    with closing(server):
        if url.scheme == "smtp+starttls":
            server.starttls(context=tls)
        elif url.scheme != "smtps" and host not in ("127.0.0.1", "::1", "localhost"):
            raise smtplib.SMTPNotSupportedError("Mail beyond this machine needs smtps:// or smtp+starttls://")
        if url.username:
            server.login(unquote(url.username), unquote(url.password or ""))
        server.send_message(message)
        # Once taken it counts as sent: a quarrel over the goodbye must not send it twice.
        with suppress(OSError, smtplib.SMTPException):
            server.quit()


def _one_line(text: str) -> str:
    return " ".join(text.split())
