"""Sending: what stands in a draft becomes a reflection, once, under the agreement in force."""

from practice.homework import drafts
from practice.homework.models import Homework
from practice.homework.reflections import Answer, Reflection
from practice.homework.writing import is_write_only, readers_of
from practice.programme.library import Step, is_empty


def send(part: Homework, *, sent_key: str, on_paper: bool) -> None:
    """Send a part's draft. The same key twice sends once. Raises: Refused."""
    part.assignment.hold()
    if any(reflection.sent_key == sent_key for reflection in part.reflections):
        return
    part.must_be_open()
    draft, step = drafts.of(part), part.assignment.published.step
    reflection = Reflection(sent_key=sent_key[:64], answers=_answers(part, step, draft.content))
    part.submit(reflection)
    reflection.release(on_paper=on_paper and not step.most_private)
    draft.forget([prompt.key for prompt in step.prompts if is_write_only(step, prompt)])


def _answers(part: Homework, step: Step, kept: drafts.Content) -> list[Answer]:
    policy = part.assignment.couple.agreed
    assert policy, "Steps are given once both have signed"
    told = [(prompt, kept["answers"].get(prompt.key)) for prompt in step.prompts]
    return [
        Answer.written(part.person, prompt.key, value, readers_of(step, prompt, kept), policy.id)
        for prompt, value in told
        if not is_empty(prompt, value)
    ]
