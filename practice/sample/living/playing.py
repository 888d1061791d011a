"""Every act of what goes on between a couple's steps, in no order."""

from collections.abc import Callable, Iterator
from typing import Any

from practice.sample.living import alone, joint, journals, ledgers, meetings, papers, plans, questionnaires, stories
from practice.sample.living.stage import Deed, Stage

_DEEDS: dict[type, Callable[[Any, Stage], Iterator[Deed]]] = {
    stories.Journal: journals.deeds,
    stories.Causes: ledgers.of_causes,
    stories.Line: ledgers.of_line,
    stories.Jar: ledgers.of_jar,
    stories.Wording: joint.of_wording,
    stories.Turns: joint.of_turns,
    stories.Pace: joint.of_pace,
    stories.Plan: plans.of_plan,
    stories.NotYet: plans.of_not_yet,
    stories.Wish: alone.of_wish,
    stories.AskedAlone: alone.of_asked_alone,
    stories.Asked: questionnaires.of_asked,
    stories.Paper: papers.of_paper,
    stories.Copy: papers.of_copy,
    stories.Meeting: meetings.of_meeting,
}


def deeds(name: str, stage: Stage) -> Iterator[Deed]:
    """All that is told under this name."""
    for told in stories.told_of(name):
        yield from _DEEDS[type(told)](told, stage)
