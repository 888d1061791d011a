"""`make bench`: the sample practice's pages and paper, each beside the least it could cost.

A page's floor is a bare Flask page of the same size that asks the same database one question; the report's floor is
bare WeasyPrint on the same HTML and sheets. Rounds take turns, so that a busy moment meets both alike.
`python -m tests.benchmarks reports` asks more of reports and takes some minutes; `sizes` lets papers grow.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import flask_migrate
from flask import Flask

import practice
from practice import clock, places
from practice.config import DEMO_PASSWORD, Settings
from practice.db import db
from practice.sample import building
from tests.benchmarks import days, drawings, reports, sizes
from tests.benchmarks.floors import bare_page, bare_paper
from tests.benchmarks.pages import Pages
from tests.benchmarks.paper import Report

PAGE_ROUNDS, REPORT_ROUNDS, DAYS = 200, 7, 75  # about nine pages of the sample practice


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = _sample(Path(folder))
        pages = Pages(app)
        print(f"{'what':34}{'ours':>10}{'floor':>10}{'ratio':>8}{'queries':>9}{'bytes':>10}")
        for name, ask in pages.all():
            answer, queries = pages.counted(ask)
            floor = bare_page(app, len(answer))
            _line(name, *_race(ask, floor, PAGE_ROUNDS), queries, len(answer))
        _line(
            "a chart of two, half a year",
            *_race(drawings.half_a_year, drawings.bare, PAGE_ROUNDS),
            0,
            len(drawings.half_a_year()),
        )
        _bench_report(app)
    with tempfile.TemporaryDirectory() as folder:
        _bench_days(_empty(Path(folder)))


def _bench_days(app: Flask) -> None:
    years, week = days.homes(app)
    ratio = _line("home after two years, over a week", *_race(years, week, PAGE_ROUNDS), 0, len(years()))
    if ratio > days.MOST:
        sys.exit(f"A home with two years of daily entries costs {ratio:.2f} times one with a week; at most {days.MOST} is right.")


def _bench_report(app: Flask) -> None:
    with app.app_context():
        report = Report(clock.today() - timedelta(days=DAYS), clock.today())
        made = report.whole()
        name = f"progress report, {report.pages(made)} pages"
        _line(name, *_race(report.whole, bare_paper(report.html()), REPORT_ROUNDS), 0, len(made))
        print("the report's floor is bare WeasyPrint on the same HTML and the same sheets, read anew each time")


def _race(ours: Callable[[], object], floor: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Medians in milliseconds of both, taking turns."""
    for warm in (ours, floor):
        warm()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for run, kept in zip((ours, floor), times, strict=True):
            began = time.perf_counter()
            run()
            kept.append((time.perf_counter() - began) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])


def _line(name: str, ours: float, floor: float, queries: int, size: int) -> float:
    print(f"{name:34}{ours:8.2f}ms{floor:8.2f}ms{ours / floor:8.2f}{queries or '':>9}{size:>10}")
    sys.stdout.flush()
    return ours / floor


def _empty(folder: Path) -> Flask:
    app = practice.create_app(Settings.from_environ({"PRACTICE_DATA": str(folder)}, demo=True))
    with app.app_context():
        flask_migrate.upgrade(str(places.migrations()))
    return app


def _sample(folder: Path) -> Flask:
    app = _empty(folder)
    with app.app_context():
        building.build(clock.today(), DEMO_PASSWORD)
        db.session.commit()
    return app


if __name__ == "__main__":
    if sys.argv[1:2] == ["reports"]:
        with tempfile.TemporaryDirectory() as there:
            reports.main(_sample(Path(there)), int(sys.argv[3]) if "--count" in sys.argv else 200)
    elif sys.argv[1:2] == ["sizes"]:
        with tempfile.TemporaryDirectory() as there:
            sizes.main(_sample(Path(there)))
    else:
        main()
