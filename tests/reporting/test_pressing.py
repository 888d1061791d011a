"""The press works in a process of its own, within limits, and is started anew whenever it is gone."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from practice.reporting import press as child
from practice.reporting import printing
from practice.reporting.orders import receive, send
from practice.reporting.printing import Press, Trouble
from tests import extract
from tests.conftest import SECRETS
from tests.house.files import ROOT
from tests.house.test_without_paper import NO_LIBRARIES

PAGE = "<html lang='en'><head><title>t</title></head><body><p>{}</p></body></html>"
ENDLESS = PAGE.format("word " * 200_000)


@pytest.fixture
def press() -> Iterator[Press]:
    press = Press()
    yield press
    press.close()


def order(press: Press, html: str = PAGE.format("Ana")) -> tuple[bytes, int]:
    return press.order(html, (), "0" * 64)


def number(press: Press) -> int:
    """Which process it is."""
    assert press._child
    return press._child.process.pid


def test_it_prints_and_counts_the_pages(press: Press) -> None:
    paper, pages = order(press, PAGE.format("Ana</p><p style='break-before: page'>Ben"))
    assert pages == 2
    assert "Ana" in extract.by_pypdf(paper)


def test_it_knows_no_secret(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, secret in SECRETS.items():
        monkeypatch.setenv(name, secret)
    order(press)
    known = Path(f"/proc/{number(press)}/environ").read_bytes()
    assert b"PRACTICE" not in known
    assert b"PATH=" in known, "the control"
    assert "PRACTICE_MASTER_KEY" in os.environ


def test_it_is_kept_for_some_reports_and_then_begins_anew(press: Press) -> None:
    order(press)
    first = number(press)
    for _ in range(child.MOST - 1):
        order(press)
        assert number(press) == first
    order(press)
    assert number(press) != first


def test_one_that_is_gone_is_started_again(press: Press) -> None:
    order(press)
    os.kill(number(press), 9)
    with pytest.raises(Trouble):
        order(press)
    assert order(press)[1] == 1


def test_one_that_went_home_is_started_again(press: Press) -> None:
    order(press)
    assert press._child
    press._child.process.terminate()
    press._child.process.wait()
    assert order(press)[1] == 1


def test_too_long_is_told_in_a_sentence(press: Press) -> None:
    press.limit = 1
    with pytest.raises(Trouble, match="It took too long"):
        order(press, ENDLESS)
    press.limit = 30
    assert order(press)[1] == 1


def test_too_much_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Short of memory, fontconfig might note for everybody that this machine has no faces.
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    small = Press(memory=64 * 1024**2)
    with pytest.raises(Trouble, match=r"too much|stopped halfway"):
        order(small, PAGE.format("</p><p>word" * 30_000))  # a box each, far more than the heap still holds
    small.close()


def test_an_answer_that_nobody_waits_for_is_not_taken_for_the_next(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_BEAT", 0.01)

    def leave() -> None:
        raise KeyboardInterrupt

    order(press)
    with pytest.raises(KeyboardInterrupt):
        press.order(PAGE.format("Ana " * 20_000), (), "0" * 64, meanwhile=leave)
    assert "Ben" in extract.by_pypdf(order(press, PAGE.format("Ben"))[0])


def test_a_fault_in_the_paper_is_told_without_its_words(press: Press) -> None:
    with pytest.raises(Trouble, match="Something went wrong while printing"):
        order(press, PAGE.format("<img alt='a' src='file:///etc/hostname'/>"))
    assert order(press)[1] == 1


def test_without_the_systems_text_libraries_it_names_the_command() -> None:
    code = f"{NO_LIBRARIES}\nimport runpy\nrunpy.run_module('practice.reporting.press', run_name='__main__')"
    ours, theirs = socket.socketpair()
    with subprocess.Popen([sys.executable, "-c", code, str(2 * 1024**3), "30"], cwd=ROOT, stdin=theirs) as bare:
        theirs.close()
        door = ours.makefile("rwb")
        assert receive(door)
        send(door, {"stylesheets": [], "identifier": "0"}, b"<p>")
        answer = receive(door)
        door.close()
        ours.close()
        bare.wait()
    assert answer
    assert "sudo apt-get install -y libpango-1.0-0" in answer[0]["trouble"]
