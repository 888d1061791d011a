"""Settings from PRACTICE_* variables; outside the demo it refuses to start without its secrets."""

import base64
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

DEMO_PASSWORD = "together-again"  # noqa: S105 - the published password of the sample practice


class Misconfigured(Exception):
    """A setting is missing or wrong; the text names it and says what to write."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the practice may be told from outside."""

    data: Path
    secret_key: str
    master_key: bytes
    database_url: str
    queue_url: str
    smtp_url: str
    mail_from: str
    base_url: str
    quick_exit_url: str
    demo: bool = False
    demo_password: str = DEMO_PASSWORD
    proxies: int = 0

    @property
    def https(self) -> bool:
        """Whether browsers reach the practice over TLS: cookies and headers depend on it."""
        return self.base_url.startswith("https://")

    @property
    def hosts(self) -> list[str]:
        """The host names that requests may name; on loopback each of its names."""
        host = urlsplit(self.base_url).hostname or ""
        return ["127.0.0.1", "localhost", "[::1]"] if host in ("127.0.0.1", "localhost", "::1") else [host]

    @classmethod
    def from_environ(cls, environ: Mapping[str, str] = os.environ, *, demo: bool | None = None) -> "Settings":
        """Read the settings.

        Raises: Misconfigured when a real practice lacks a secret or an address.
        """
        environ = {**environ, **_from_files(environ)}
        is_demo = environ.get("PRACTICE_DEMO", "") == "1" if demo is None else demo
        data = Path(environ.get("PRACTICE_DATA", "instance")).absolute()
        port = environ.get("PORT", "8000")
        base_url = environ.get("PRACTICE_URL") or (f"http://127.0.0.1:{port}" if is_demo else "")
        if not base_url.startswith(("http://", "https://")):
            raise Misconfigured("PRACTICE_URL must say where the practice is reached, such as https://practice.example.org")
        if not is_demo and not base_url.startswith(("https://", "http://127.0.0.1", "http://localhost")):
            raise Misconfigured("PRACTICE_URL must begin with https://, for private words travel there.")
        return cls(
            data=data,
            secret_key=_secret(environ, "PRACTICE_SECRET_KEY", data, is_demo),
            master_key=_key(_secret(environ, "PRACTICE_MASTER_KEY", data, is_demo)),
            database_url=environ.get("PRACTICE_DATABASE_URL") or f"sqlite:///{data / 'practice.db'}",
            queue_url=environ.get("PRACTICE_QUEUE_URL") or f"sqlite:///{data / 'queue.db'}",
            smtp_url=environ.get("PRACTICE_SMTP_URL", ""),
            mail_from=environ.get("PRACTICE_MAIL_FROM", "post@example.test" if is_demo else ""),
            base_url=base_url.rstrip("/"),
            quick_exit_url=environ.get("PRACTICE_QUICK_EXIT_URL", "https://www.wikipedia.org/"),
            demo=is_demo,
            demo_password=environ.get("PRACTICE_DEMO_PASSWORD") or DEMO_PASSWORD,
            proxies=int(environ.get("PRACTICE_PROXIES", "0")),
        )


def _from_files(environ: Mapping[str, str]) -> dict[str, str]:
    """What lies in files: every setting NAME may also come as NAME_FILE, so that no secret stands in an environment."""
    told = {
        name.removesuffix("_FILE"): path
        for name, path in environ.items()
        if name.startswith("PRACTICE_") and name.endswith("_FILE")
    }
    return {name: Path(path).read_text(encoding="utf-8").strip() for name, path in told.items()}


def _secret(environ: Mapping[str, str], name: str, data: Path, demo: bool) -> str:
    if value := environ.get(name):
        return value
    if not demo:
        raise Misconfigured(
            f"{name} is missing. Make one with: python3 -c "
            '"import base64, secrets; print(base64.b64encode(secrets.token_bytes(32)).decode())"'
            f", keep it outside the database and its backups, and set {name} or {name}_FILE."
        )
    return _demo_secret(data / name.lower())


def _demo_secret(path: Path) -> str:
    """The demo makes its secrets once and keeps them beside its data; exactly one of two processes wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(base64.b64encode(secrets.token_bytes(32)).decode())
    return path.read_text(encoding="ascii")


def _key(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError:
        key = b""
    if len(key) != 32:
        raise Misconfigured("PRACTICE_MASTER_KEY must be 32 random bytes written in base64.")
    return key
