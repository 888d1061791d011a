"""`python -m tests.benchmarks reports [--count 200]`: what reports cost, each figure beside its floor, in one run.

A worker here is what a worker is: one process that fills templates and orders from a press of its own. Wants two cores and
an otherwise idle moment; a smaller count is quicker and rougher.
"""

import multiprocessing
import statistics
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from flask import Flask

from practice import clock
from practice.couples import models as couples
from practice.db import db
from practice.people.models import by_email
from practice.reporting import jobs, paper
from practice.reporting.asking import ask
from practice.reporting.facts import facts_digest
from practice.reporting.models import Audience
from practice.reporting.orders import Dress
from practice.reporting.printing import Press
from practice.reporting.progress import ProgressFacts
from tests import extract
from tests.benchmarks.floors import bare_paper
from tests.benchmarks.paper import Report
from tests.reporting.test_speed import nine_pages

ROUNDS, KIB, MIB = 9, 1024, 1024 * 1024


def main(app: Flask, count: int) -> None:
    """Print all figures; ends with 1 where one is missed."""
    missed = [*_one(), *_click(app), *_bulk(count)]
    if missed:
        sys.exit(f"missed: {', '.join(missed)}")


def _one() -> list[str]:
    facts, press = nine_pages(), Press()
    bare = bare_paper(paper.html("progress", facts))
    made = _ordered(press, facts)
    ours, floor = _race(lambda: _ordered(press, facts), bare)
    press.close()
    kept = [
        _tell(f"{len(extract.pages(made))} pages, warm in the worker", ours, floor, "ms", ours <= 600),
        _tell("its size beside the bare one's", len(made) / KIB, len(bare()) / KIB, "KiB", len(made) <= 150 * KIB),
    ]
    return [name for name in kept if name]


def _click(app: Flask) -> list[str]:
    """From asking to the sealed file, against bare WeasyPrint on the same page."""
    with app.app_context():
        ana = by_email("ana@example.test")
        assert ana
        couple, days = couples.of(ana), (clock.today() - timedelta(days=75), clock.today())

        def click() -> None:
            report = ask(couple, Audience.COUPLE, *days, by=couple.coach)
            db.session.commit()
            jobs.make(report.public_id)
            db.session.refresh(report)
            assert report.state == "done", report.trouble

        click()
        ours, floor = _race(click, bare_paper(Report(*days).html()))
        jobs.press.close()
    return [name for name in [_tell("from the click to the sealed file", ours, floor, "ms", ours <= 1.2 * floor)] if name]


def _bulk(count: int) -> list[str]:
    one, growth = _workers(1, count)
    two, _ = _workers(2, count)
    kept = [
        _tell(f"{count} reports, two workers beside one", two, one, "/s", two >= 1.8 * one),
        _tell(f"memory over {count} reports", growth / MIB, 30, "MiB", growth <= 30 * MIB),
    ]
    return [name for name in kept if name]


def _workers(number: int, count: int) -> tuple[float, float]:
    """Reports a second, and by how many bytes the largest worker and its presses grew after the first ten."""
    context = multiprocessing.get_context("spawn")
    ready, told = context.Barrier(number + 1), context.Queue()
    hands = [context.Process(target=_work, args=(count // number, ready, told)) for _ in range(number)]
    for hand in hands:
        hand.start()
    ready.wait()
    began = time.perf_counter()
    growths = [told.get() for _ in hands]
    took = time.perf_counter() - began
    for hand in hands:
        hand.join()
    return count // number * number / took, max(growths)


def _work(count: int, ready: "multiprocessing.synchronize.Barrier", told: "multiprocessing.Queue[float]") -> None:
    facts, press = nine_pages(), Press()
    _ordered(press, facts)
    ready.wait()
    held = []
    for _ in range(count):
        _ordered(press, facts)
        held.append(_held(press))
    told.put(max(held[10:] or held) - max(held[:10]))
    press.close()


def _held(press: Press) -> int:
    """Bytes in memory of this process and its press."""
    child = press._child
    assert child
    processes = ["self", str(child.process.pid)]
    pages = sum(int(Path(f"/proc/{each}/statm").read_text().split()[1]) for each in processes)
    return pages * 4 * KIB


def _ordered(press: Press, facts: ProgressFacts) -> bytes:
    html, sheets = paper.html("progress", facts), paper.stylesheets("progress", facts)
    return press.order(html, sheets, facts_digest(facts), dress=Dress(facts.sheet.accent))[0]


def _race(ours: Callable[[], object], floor: Callable[[], object]) -> tuple[float, float]:
    """Medians in milliseconds, taking turns."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for run, kept in zip((ours, floor), times, strict=True):
            began = time.perf_counter()
            run()
            kept.append((time.perf_counter() - began) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])


def _tell(name: str, ours: float, floor: float, unit: str, is_met: bool) -> str:
    """A line of the table; the name where the figure is missed."""
    print(f"{name:40}{ours:9.2f} {unit:4}{floor:9.2f} {unit:4}{ours / floor:7.2f}  {'' if is_met else 'MISSED'}")
    sys.stdout.flush()
    return "" if is_met else name
