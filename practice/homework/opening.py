"""Which questions of a step can be written now, and what the others wait for."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from practice.programme.library import Group, Mechanic, Step

# Ways of working that come to an end, so that questions can wait for it.
ENDING = frozenset({Mechanic.READY, Mechanic.TURNS, Mechanic.COSIGNED, Mechanic.SEALED})
_WHEN = {
    Mechanic.READY: "Opens when you are both ready.",
    Mechanic.TURNS: "Opens after each of you has been heard.",
    Mechanic.COSIGNED: "Opens after you have both signed.",
    Mechanic.SEALED: "Opens after what you both wrote is open to you both.",
}


def is_waiting(group: Group, done: AbstractSet[Mechanic]) -> bool:
    """Whether a page of questions waits for another way of working."""
    return group.after in ENDING and group.after not in done


def so_far(step: Step, done: AbstractSet[Mechanic]) -> Step:
    """The step with only those questions that can be written now."""
    return replace(step, groups=tuple(group for group in step.groups if not is_waiting(group, done)))


def when(step: Step, group: Group) -> str:
    """When a waiting page of questions opens, the same sentence to both, whoever is awaited; else nothing."""
    if group.after is Mechanic.READY and step.ready:
        return step.ready.waiting
    return _WHEN.get(group.after, "") if group.after else ""


def holding_up(step: Step, done: AbstractSet[Mechanic]) -> list[Group]:
    """Pages that must have opened before anything is sent; what opens with the reveal comes after the sending by its nature."""
    return [group for group in step.groups if is_waiting(group, done) and group.after is not Mechanic.SEALED]
