"""How results are shown: each person's own line and words, planned points alone compared, what is missing said as missing."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest

from practice.measures import showing
from practice.measures.instruments import shipped
from practice.measures.results import Point, Score, Series

ANA, BEN = SimpleNamespace(id=1, name="Ana"), SimpleNamespace(id=2, name="Ben")
COUPLE = SimpleNamespace(position=lambda person: person.id)
MONDAY = date(2026, 1, 5)
START, MID, WEEKLY = Point.START, Point.MID, None
Told = tuple[int | None, Point | None]


def series(who: object, key: str, *told: Told, version: int = 1, since: int = 0, answered: int = 0) -> Series:
    """Scores two weeks apart; None is one without a total."""
    scores = tuple(
        Score(MONDAY + timedelta(days=since + 14 * turn), None if total is None else Decimal(total), answered, point)
        for turn, (total, point) in enumerate(told)
    )
    return Series(who, shipped()[key], version, scores)


def sentences(found: Sequence[Series], *, for_coach: bool = False) -> list[str]:
    return [each.sentence for one in showing.of(found, COUPLE, for_coach=for_coach) for each in one.findings]


def test_each_has_a_line_and_a_verdict_of_their_own() -> None:
    both = [series(ANA, "csi-16", (40, START), (64, MID)), series(BEN, "csi-16", (45, START), (47, MID))]
    [one] = showing.of(both, COUPLE)
    assert [found.sentence for found in one.findings] == [
        "From 40 (start, 5 Jan 2026) to 64 (midway, 19 Jan 2026): a reliable rise, and now in the satisfied range.",
        "From 45 (start, 5 Jan 2026) to 47 (midway, 19 Jan 2026): no change larger than the questionnaire's measurement error.",
    ]
    assert [(line.name, line.position, len(line.points)) for line in one.lines] == [("Ana", 1, 2), ("Ben", 2, 2)]
    assert [row.cells for row in one.rows] == [("64", "47"), ("40", "45")]
    assert one.threshold == "A change counts from 7 points (provisional figures)."
    assert one.title.startswith("Ana: from 40")


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ([(40, START)], "40 (start, 5 Jan 2026). A change can be told at the next planned point."),
        ([(40, START), (None, MID)], "40 (start, 5 Jan 2026). A change can be told at the next planned point."),
        ([(None, START)], "No total yet."),
        ([(40, WEEKLY), (70, WEEKLY)], "From 40 (5 Jan 2026) to 70 (19 Jan 2026)."),
        ([(40, START), (20, WEEKLY), (41, MID)], "From 40 (start, 5 Jan 2026) to 41 (midway, 2 Feb 2026): no change larger"),
    ],
)
def test_only_planned_points_are_judged(told: list[Told], sentence: str) -> None:
    assert sentences([series(ANA, "csi-16", *told)])[0].startswith(sentence)


def test_a_trend_of_ours_is_never_judged() -> None:
    [one] = showing.of([series(ANA, "pulse", (10, START), (38, MID))], COUPLE)
    assert one.findings[0].sentence == "From 10 (start, 5 Jan 2026) to 38 (midway, 19 Jan 2026)."
    assert one.threshold == "A trend, never a verdict (ours, no norms)."


def test_a_new_wording_begins_anew() -> None:
    found = [series(ANA, "csi-16", (30, START)), series(ANA, "csi-16", (60, MID), version=2, since=60)]
    [one] = showing.of(found, COUPLE)
    assert "A change can be told" in one.findings[0].sentence
    assert "not compared" in one.findings[0].sentence
    assert len(one.lines) == 2
    assert [row.when for row in one.rows] == ["Midway, wording 2", "Start, wording 1"]


def test_what_is_missing_is_said_as_missing() -> None:
    [one] = showing.of([series(ANA, "csi-16", (None, START), answered=15)], COUPLE)
    assert one.rows[0].cells == ("15 of 16 answered, no score",)
    [one] = showing.of([series(ANA, "csi-16", (None, START)), series(BEN, "csi-16", (50, START), since=1)], COUPLE)
    assert [row.cells for row in one.rows] == [("", "50"), ("Left out", "")]


def test_a_client_never_reads_the_hardest_words() -> None:
    fell = [series(ANA, "phq-9", (4, START), (21, MID))]
    assert sentences(fell)[0].endswith("to 21 (midway, 19 Jan 2026): a reliable rise.")
    assert "outside the range below the cut. Now in the band “severe”." in sentences(fell, for_coach=True)[0]
    assert "harmed" not in str(sentences(fell, for_coach=True))


def test_the_notes_print_what_it_rests_on() -> None:
    told = " ".join(showing.notes(shipped()["csi-16"]))
    for fact in ("SD 17", "reliability 0.98", "51.5", "provisional", "Funk", "Jacobson & Truax, 1991", "0 and 81"):
        assert fact in told
    assert "ours, no norms" in " ".join(showing.notes(shipped()["pulse"]))


def test_nothing_measured_is_nothing_shown() -> None:
    assert showing.of([], COUPLE) == []
