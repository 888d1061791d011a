"""What the other rooms know of a step: which of its ways of working have come to their end."""

from practice.agreements import texts
from practice.homework.models import Assignment
from practice.programme.library import Mechanic, Step
from practice.turns import models as turns


def done_in(assignment: Assignment, step: Step) -> frozenset[Mechanic]:
    """The ways of working that are done in an assignment; nothing is asked about those the step does not use."""
    return frozenset(mechanic for mechanic in step.mechanics if _is_done(mechanic, assignment, step))


def _is_done(mechanic: Mechanic, assignment: Assignment, step: Step) -> bool:
    match mechanic:
        case Mechanic.READY:
            return step.ready is None or turns.is_open(assignment) or turns.is_heard(assignment)
        case Mechanic.TURNS:
            return step.turns is None or turns.is_heard(assignment)
        case Mechanic.COSIGNED if any(group.after is mechanic for group in step.groups):
            return all((text := texts.find(assignment, each.key)) and text.in_force for each in step.texts)
        case Mechanic.SEALED:
            return assignment.is_revealed
    return False
