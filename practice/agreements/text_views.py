"""A text that both sign: its partners propose, approve, take back, and look at it again."""

from collections.abc import Callable

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice import policy
from practice.agreements import difference, texts
from practice.agreements.text_forms import WordingForm, as_number
from practice.agreements.texts import JointText
from practice.db import db, public_id
from practice.errors import Refused
from practice.homework.models import Assignment, Homework
from practice.homework.reflections import Answer
from practice.programme.library import Cosigned, Readers, as_text
from practice.web import me, on

Act = Callable[[JointText, WordingForm], None]
# A question, and for each of the two: their position, their name, what they shared.
Shared = tuple[str, list[tuple[int, str, str]]]

_NOT_PROPOSED = "You have changed some words here. Propose them first, so that it is clear what you both approve."


@on(Homework, "write")
def text(part: Homework, key: str) -> ResponseReturnValue:
    """The text as it stands, and a form for another wording."""
    return wording_of(part.assignment, key, _here(part, key))


@on(Homework, "write")
def approve(part: Homework, key: str) -> ResponseReturnValue:
    def act(found: JointText, form: WordingForm) -> None:
        if _is_changed(found, form):
            raise Refused(_NOT_PROPOSED)
        found.approve(as_number(form.seen.data), by=me())

    return press(part.assignment, key, _here(part, key), act)


@on(Homework, "write")
def take_back(part: Homework, key: str) -> ResponseReturnValue:
    return press(
        part.assignment, key, _here(part, key), lambda found, form: found.take_back(as_number(form.seen.data), by=me())
    )  # fmt: skip


@on(Homework, "write")
def renew(part: Homework, key: str) -> ResponseReturnValue:
    def act(found: JointText, form: WordingForm) -> None:
        found.renew(as_number(form.signed.data), as_number(form.turn.data), by=me())

    return press(part.assignment, key, _here(part, key), act)


@on(Homework, "write")
def wordings(part: Homework, key: str) -> str:
    """Every wording there was, and what each changed."""
    return wordings_page(part.assignment, key, _here(part, key))


def wording_of(assignment: Assignment, key: str, here: str) -> ResponseReturnValue:
    """The page of one text, for whoever is signed in, and what its form does."""
    find_cosigned(assignment, key)
    if request.method == "GET":
        return _page(assignment, key, here, WordingForm(formdata=None))

    def act(found: JointText, form: WordingForm) -> None:
        found.propose(form.wording.data, seen=as_number(form.seen.data), save_key=form.own_key, by=me())

    return press(assignment, key, here, act, proposes=True)


def press(assignment: Assignment, key: str, here: str, act: Act, *, proposes: bool = False) -> ResponseReturnValue:
    """Do what a button of the page says. What was typed and not proposed is still there afterwards."""
    find_cosigned(assignment, key)
    form = WordingForm()
    if form.is_somebody_elses():
        return _page(assignment, key, here, form), 409
    if proposes and not form.validate():
        return _page(assignment, key, here, form), 422
    try:
        found = texts.of(assignment, key, by=me())
        act(found, form)
        # Whatever is asked of the database comes before the commit: after it nothing may fail any more.
        answer = _page(assignment, key, here, form) if not proposes and _is_changed(found, form) else redirect(here, 303)
        db.session.commit()
    except Refused as refused:
        db.session.rollback()
        form.form_errors.append(refused.sentence)
        return _page(assignment, key, here, form), 409
    return answer


def wordings_page(assignment: Assignment, key: str, here: str) -> str:
    """One wording of the text, the newest unless told, with what it changed; and a list of all."""
    cosigned, found = find_cosigned(assignment, key), texts.find(assignment, key)
    number = as_number(request.args.get("number"))
    shown = (found.version(number) if number else found.newest) if found else None
    if number and not shown:
        abort(404)
    before = found.version(shown.number - 1) if found and shown else None
    pieces = difference.between(before.text, shown.text) if before and shown else []
    return render_template(
        "agreements/text_wordings.html", couple=assignment.couple, cosigned=cosigned, text=found, shown=shown,
        before=before, pieces=pieces, here=here,
    )  # fmt: skip


def find_cosigned(assignment: Assignment, key: str) -> Cosigned:
    """What the step says of the text; no such page where it has none of that key."""
    try:
        return assignment.published.step.cosigned(key)
    except KeyError:
        abort(404)


def _page(assignment: Assignment, key: str, here: str, form: WordingForm) -> str:
    found, cosigned = texts.find(assignment, key), find_cosigned(assignment, key)
    _carry(form, found)
    return render_template(
        "agreements/text.html", assignment=assignment, couple=assignment.couple, cosigned=cosigned, text=found, form=form,
        here=here, closed=texts.closed_because(assignment, me()), beside=_beside(assignment, cosigned),
    )  # fmt: skip


def _carry(form: WordingForm, found: JointText | None) -> None:
    """Let the form speak of the wording that stands above it now, and keep what was typed."""
    newest, signed = (found.newest, found.in_force) if found else (None, None)
    if not _is_changed(found, form):
        form.wording.data = newest.text if newest else ""
    form.seen.data, form.save_key.data = newest.number if newest else 0, public_id()
    form.signed.data, form.turn.data = (signed.number, signed.turn) if signed else ("", "")
    # A form that was opened for somebody else stays theirs.
    form.answering_as.data = form.answering_as.data or me().public_id


def _is_changed(found: JointText | None, form: WordingForm) -> bool:
    """Whether words were typed that are not those of the wording they began from."""
    began = found.version(as_number(form.seen.data)) if found else None
    return bool(form.wording.raw_data) and form.wording.data != (began.text if began else "")


def _beside(assignment: Assignment, cosigned: Cosigned) -> list[Shared]:
    """Once revealed: what each of the two shared for the questions that this text begins with."""
    if not assignment.is_revealed:
        return []
    couple, step = assignment.couple, assignment.published.step
    whose = {part.revealed.id: part.person_id for part in assignment.parts if part.revealed}
    shared = policy.rows(me(), Answer).where(
        Answer.reflection_id.in_(whose), Answer.readers == Readers.BOTH, Answer.prompt_key.in_(cosigned.begins_with)
    )
    told = {(answer.prompt_key, whose[answer.reflection_id]): answer.value for answer in db.session.scalars(shared)}
    prompts = [step.prompt(key) for key in cosigned.begins_with]
    return [
        (prompt.ask, [(couple.position(p), p.name, as_text(prompt, told.get((prompt.key, p.id)))) for p in couple.partners])
        for prompt in prompts
    ]


def _here(part: Homework, key: str) -> str:
    return url_for("agreements.text", public_id=part.public_id, key=key)
