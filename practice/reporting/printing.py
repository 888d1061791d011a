"""Orders papers from the press and waits for each no longer than a paper may take."""

import logging
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from io import BufferedRWPair
from pathlib import Path
from threading import Lock, Timer

from practice.reporting.orders import PLAIN, Dress, Header, ordered, receive, send

log = logging.getLogger("practice.printing")
Heard = tuple[Header, bytes] | None

_START = 60.0  # seconds in which a press must be ready, on a busy machine too
_BEAT = 5.0  # seconds between two signs of life while a paper is waited for
_GOING = 10.0  # seconds in which a press that goes home has put its faces away, on a busy machine too
# What a process needs to find its programs and faces; never a setting of the practice.
_NEEDED = (
    *("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "LC_CTYPE"),
    *("LD_LIBRARY_PATH", "XDG_CACHE_HOME", "FONTCONFIG_PATH", "FONTCONFIG_FILE"),
)
_TOO_LONG = "It took too long, so it was stopped. Please try again, or choose a shorter time."
_GONE = "The printing stopped halfway. Please try again; if it happens again, choose a shorter time."


class Trouble(Exception):
    """A paper could not be printed; the text is meant for the person who asked for it."""


@dataclass
class Child:
    """A press's process and the door through which one talks to it."""

    process: subprocess.Popen[bytes]
    door: socket.socket
    pipe: BufferedRWPair
    is_ready: bool = False

    def exchanged(self, order: Header, body: bytes, meanwhile: Callable[[], object]) -> Heard:
        """The answer to an order; None when the press is gone."""
        with suppress(OSError):
            send(self.pipe, order, body)
            return self.heard(meanwhile)
        return None

    def heard(self, meanwhile: Callable[[], object]) -> Heard:
        """What the press says next; None when it is gone."""
        while not select.select([self.door], [], [], _BEAT)[0]:
            meanwhile()
        with suppress(OSError):
            return receive(self.pipe)
        return None

    def end(self) -> int:
        """How it ended: 0 when it went home by itself."""
        with suppress(OSError):
            self.pipe.close()
        self.door.close()
        try:
            return self.process.wait(timeout=_GOING)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


@dataclass
class Press:
    """A press and its limits: seconds for an order, bytes of memory. It is started when needed and then kept."""

    limit: float = 30.0
    cpu: int = 0  # seconds of work for an order; 0: as many as it may take
    memory: int = 2 * 1024**3  # of address space; a nine-page report takes a fifth of it
    _lock: Lock = field(default_factory=Lock, repr=False)
    _child: Child | None = None

    def warm(self) -> None:
        """Let the press begin, so that it is ready when the facts are."""
        with self._lock:
            self._begun()

    def order(
        self,
        html: str,
        stylesheets: Sequence[str],
        identifier: str,
        *,
        dress: Dress = PLAIN,
        attached: bytes = b"",
        meanwhile: Callable[[], object] = lambda: None,
    ) -> tuple[bytes, int]:
        """The PDF and the number of its pages; `meanwhile` is called now and then. Raises: Trouble.

        With facts attached (JSON) it is an archive copy, PDF/A-3a.
        """
        order, body = ordered(html, dress, attached, stylesheets=list(stylesheets), identifier=identifier)
        with self._lock:
            answer = self._answer(order, body, meanwhile)
            if answer is None and (code := self._end()):
                log.error("the press ended with %s", code)
                raise Trouble(_TOO_LONG if code in (-signal.SIGKILL, -signal.SIGXCPU) else _GONE)
            # One that had just gone home took no order: a fresh one takes it.
            answer = answer or self._answer(order, body, meanwhile)
        if answer is None:
            raise Trouble(_GONE)
        header, paper = answer
        if trouble := header.get("trouble"):
            log.error("the press says: %s", header.get("kind", trouble))
            raise Trouble(trouble)
        return paper, header["pages"]

    def close(self) -> None:
        """Let the press go home."""
        with self._lock:
            self._end()

    def _answer(self, order: Header, body: bytes, meanwhile: Callable[[], object]) -> Heard:
        child = self._begun()
        if not child.is_ready:
            child.is_ready = self._within(_START, child, lambda: child.heard(meanwhile)) is not None
        return self._within(self.limit, child, lambda: child.exchanged(order, body, meanwhile))

    def _within(self, seconds: float, child: Child, talk: Callable[[], Heard]) -> Heard:
        watch = Timer(seconds, child.process.kill)
        watch.start()
        try:
            return talk()
        except BaseException:
            # An answer that nobody waits for must not be taken for the next one's.
            child.process.kill()
            self._end()
            raise
        finally:
            watch.cancel()

    def _begun(self) -> Child:
        if self._child is None or self._child.process.poll() is not None:
            self._end()
            self._child = _start(self.memory, self.cpu or round(self.limit))
        return self._child

    def _end(self) -> int:
        child, self._child = self._child, None
        return child.end() if child else 0


def _start(memory: int, cpu: int) -> Child:
    environment = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    environment["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    words = [sys.executable, "-m", "practice.reporting.press", str(memory), str(max(cpu, 1))]
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own words, no shell
            words, env=environment, stdin=theirs.fileno(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    return Child(process, ours, ours.makefile("rwb"))


press = Press()
