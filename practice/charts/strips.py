"""The steps of a programme as a strip of marks, told apart without colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from textwrap import wrap

from markupsafe import Markup

from practice.charts.drawing import GREY, INK, PALE, PINE, svg, text


class StripState(StrEnum):
    """Where a step stands, as far as the reader may know it."""

    DONE = "done"
    NOW = "now"
    WAITING = "waiting"
    LATER = "later"
    PRIVATE = "private"

    @property
    def label(self) -> str:
        return {
            "done": "finished",
            "now": "under way",
            "waiting": "sent, not yet open",
            "later": "still to come",
            "private": "each one's own, not shown here",
        }[self]


@dataclass(frozen=True)
class StripStep:
    """One step of the strip; steps that follow each other with the same group share a row."""

    number: int
    title: str
    state: StripState
    group: str = ""


# Filled, ringed, dashed, thin, bare: told apart without colour.
_MARKS = {
    StripState.DONE: (f'fill="{PINE}" stroke="{PINE}" stroke-width="1.5"', "#FFFFFF"),
    StripState.NOW: (f'fill="#FFFFFF" stroke="{PINE}" stroke-width="3"', INK),
    StripState.WAITING: (f'fill="#FFFFFF" stroke="{PINE}" stroke-width="1.5" stroke-dasharray="3 2.4"', INK),
    StripState.LATER: (f'fill="#FFFFFF" stroke="{PALE}" stroke-width="1"', GREY),
    StripState.PRIVATE: ('fill="#FFFFFF" stroke="#FFFFFF" stroke-width="1"', GREY),
}


def strip_finding(steps: Sequence[StripStep]) -> str:
    """What the strip shows, in a sentence: "3 of 7 steps finished, 1 under way."."""
    told = [step.state for step in steps if step.state is not StripState.PRIVATE]
    if not told:
        return "No step is shown here."
    under_way = told.count(StripState.NOW) + told.count(StripState.WAITING)
    more = f", {under_way} under way" if under_way else ""
    return f"{told.count(StripState.DONE)} of {len(told)} steps finished{more}."


def step_strip(steps: Sequence[StripStep], *, id: str = "steps", width: int = 640, finding: str = "") -> Markup:  # noqa: A002 - SVG's word
    """Steps as numbered marks in rows; `width` in CSS pixels is the printed width, titles stand below from 480 on."""
    rows = [list(row) for _, row in groupby(steps, key=lambda step: step.group)]
    labelled = width >= 480
    cell = width / max([len(row) for row in rows], default=1)
    parts, top = [], 2.0
    for row in rows:
        if row[0].group:
            parts.append(text(0, top + 9, row[0].group, size=10, anchor="start", fill=GREY))
            top += 20
        parts.append(_row(row, cell, top + 12, labelled))
        top += 24 + (_lines(row, cell) * 11 + 14 if labelled else 10)
    parts.append(_legend(steps, top + 6) if labelled else "")
    height = round(top + (16 if labelled else 0))
    title = finding or strip_finding(steps)
    return svg("step-strip", title, "".join(parts), id=id, width=width, height=height)


def _row(row: Sequence[StripStep], cell: float, middle: float, labelled: bool) -> str:
    start, end = cell / 2, cell * (len(row) - 0.5)
    ends = f'x1="{start:.1f}" y1="{middle:.1f}" x2="{end:.1f}" y2="{middle:.1f}"'
    parts = [f'<line class="chart-line" {ends} stroke="{PALE}"/>']
    for place, step in enumerate(row):
        centre = cell * (place + 0.5)
        parts.append(_mark(step.state, centre, middle))
        colour = _MARKS[step.state][1]
        kind = f"strip-number-{step.state}"
        parts.append(text(centre, middle + 3.6, str(step.number), size=10, anchor="middle", fill=colour, kind=kind))
        if labelled:
            for turn, words in enumerate(_title(step, cell)):
                parts.append(text(centre, middle + 26 + turn * 11, words, size=9, anchor="middle", fill=INK))
    return "".join(parts)


def _mark(state: StripState, x: float, y: float, radius: float = 11) -> str:
    return f'<circle class="strip-{state}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" {_MARKS[state][0]}/>'


def _legend(steps: Sequence[StripStep], y: float) -> str:
    parts, x = [], 6.0
    for state in StripState:
        if any(step.state is state for step in steps):
            first = next(str(step.number) for step in steps if step.state is state)
            sign = text(x, y + 3, first, size=9, anchor="middle", fill=GREY) if state is StripState.PRIVATE else ""
            parts.append(_mark(state, x, y, 5) + sign)
            parts.append(text(x + 10, y + 3, state.label, size=9, anchor="start", fill=GREY))
            x += 32 + len(state.label) * 4.4
    return "".join(parts)


def _title(step: StripStep, cell: float) -> list[str]:
    return wrap(step.title, width=max(6, int(cell / 4.9)), max_lines=3, placeholder="…")


def _lines(row: Sequence[StripStep], cell: float) -> int:
    return max(len(_title(step, cell)) for step in row)
