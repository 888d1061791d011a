"""A step that a coach is writing, as a client would see it; nothing can be saved here."""

from dataclasses import dataclass

from flask import abort, render_template

from practice.homework.forms import Question, form_for, questions
from practice.homework.readers import sentence
from practice.homework.states import Reveals
from practice.programme.library import Group, Readers, Step
from practice.programme.manuscripts import Manuscript
from practice.programme.ways_words import ways
from practice.web import me, on

_CLIENT, _OTHER = "your client", "the partner"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of questions."""

    group: Group
    questions: list[Question]


@on(Manuscript, "see")
def preview(manuscript: Manuscript, slug: str) -> str:
    """The step's own page."""
    step = _step(manuscript, slug)
    return render_template(
        "homework/preview.html", manuscript=manuscript, step=step, other=_OTHER, sentence=_told()[step.readers], ways=ways(step)
    )


@on(Manuscript, "see")
def preview_group(manuscript: Manuscript, slug: str, group: str) -> str:
    """One page of questions."""
    step = _step(manuscript, slug)
    here = next((each for each in step.groups if each.key == group), None) or abort(404)
    number = step.groups.index(here) + 1
    following = step.groups[number].key if number < len(step.groups) else ""
    form = form_for(step, here, {"answers": {}, "readers": {}}, lines={}, names={"coach": me().name, "other": _OTHER})
    sheet = Sheet(here, questions(form, step, here, _told(), {}))
    return render_template(
        "homework/preview_group.html", manuscript=manuscript, step=step, sheet=sheet, number=number, following=following
    )


def _step(manuscript: Manuscript, slug: str) -> Step:
    return next((step for step in manuscript.programme.steps if step.slug == slug), None) or abort(404)


def _told() -> dict[Readers, str]:
    """The sentence of each class of readers, to whoever will write."""
    names = {"writer": _CLIENT, "other": _OTHER, "coach": me().name}
    return {each: sentence(each, **names, confidentiality=None, reveals=Reveals.COACH) for each in Readers}
