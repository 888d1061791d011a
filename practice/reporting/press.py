"""The press: a process of its own that turns HTML into paper, knows no secret and is held to its limits.

Started by printing.py as `python -m practice.reporting.press MEMORY CPU`; its standard input is a socket on which orders
come and answers leave.
"""

import gc
import math
import resource
import select
import signal
import socket
import sys
import time
from collections.abc import Callable

from practice.reporting.orders import Header, receive, send, taken

_paged: Callable[..., tuple[bytes, int]] | None = None
_prepare: Callable[[], None] | None = None
try:
    from practice.reporting import pdf

    _paged = pdf.paged
    _prepare = pdf.prepare
except OSError:  # the system's text libraries are missing: everything but paper works
    pass

MOST = 50  # reports, after which a fresh press begins
IDLE = 600  # seconds after which a press that nobody needs goes home

NO_PAPER = (
    "This machine cannot print yet. To add what is missing, run: "
    "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
)
TOO_MUCH = "This is too much for one report. Please choose a shorter time."
FAULT = "Something went wrong while printing. Please try again; if it happens again, choose a shorter time."


def main(memory: int, cpu: int) -> None:
    """Print what is ordered until nobody orders any more: at most `memory` bytes, `cpu` seconds for each report."""
    # Standard output is no way out: libraries that are missing something complain there.
    door = socket.socket(fileno=0).makefile("rwb")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever orders ends first, and with it the orders
    _hold(resource.RLIMIT_CORE, 0)  # what is printed here is private
    if _prepare:
        _prepare()
    _hold(resource.RLIMIT_AS, memory)
    send(door, {"ready": True})
    for _ in range(MOST):
        if not select.select([0], [], [], IDLE)[0] or (order := receive(door)) is None:
            break
        # The limit counts from when the process began, so each report adds its own share.
        _hold(resource.RLIMIT_CPU, math.ceil(time.process_time()) + cpu)
        send(door, *_answer(*order))
        gc.collect()


def _answer(order: Header, body: bytes) -> tuple[Header, bytes]:
    if _paged is None:
        return {"trouble": NO_PAPER}, b""
    try:
        html, dress, attached = taken(order, body)
        told = {"stylesheets": order["stylesheets"], "identifier": order["identifier"]}
        made, pages = _paged(html, **told, dress=dress, attached=attached)
    except MemoryError:
        return {"trouble": TOO_MUCH}, b""
    except Exception as error:
        # Its kind and never its words, for those may be somebody's.
        return {"trouble": FAULT, "kind": type(error).__name__}, b""
    return {"pages": pages}, made


def _hold(limit: int, most: int) -> None:
    _, ceiling = resource.getrlimit(limit)
    soft = most if ceiling == resource.RLIM_INFINITY else min(most, ceiling)
    resource.setrlimit(limit, (soft, ceiling))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
