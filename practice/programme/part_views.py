"""Editing a programme: one part a page, and adding one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice.db import db, public_id
from practice.programme import editing
from practice.programme.editing import LISTS, Gone, Place
from practice.programme.filled_forms import differing, form_for
from practice.programme.forms import ActForm, AddForm, PartForm
from practice.programme.labels import LABELS, NOUNS
from practice.programme.manuscripts import Manuscript
from practice.programme.prompts import Prompt, PromptKind
from practice.programme.steps import Step
from practice.programme.telling import by_field, path, sections, singles, to_see, way_to
from practice.web import on

ABOUT = "about"


@on(Manuscript, "edit")
def part(manuscript: Manuscript, place: str) -> ResponseReturnValue:
    """One part: what stands there, what is to be seen to, what lies inside it."""
    where = place_of(place)
    if request.method == "POST":
        manuscript.lock()
    with or_404():
        form = form_for(manuscript.programme, where, public_id())
    if request.method == "GET":
        return _page(manuscript, where, form)
    if manuscript.has_done(form.save_key.data or ""):
        return back(manuscript, where)
    if not form.validate():
        return _page(manuscript, where, form), 422
    return _keep(manuscript, where, form)


def _keep(manuscript: Manuscript, where: Place, form: PartForm) -> ResponseReturnValue:
    programme, inner = manuscript.programme, _part_of(where)
    before = editing.find(programme, inner)
    now, seen = form.state(before), "".join(form.seen.raw_data or [""])
    if seen != now:
        form.seen.data, form.save_key.data = now, public_id()
        return _page(manuscript, where, form, differing(form, before)), 409
    manuscript.change(editing.put(programme, inner, form.part(before)), save_key=form.save_key.data or "")
    db.session.commit()
    flash("Saved.")
    return back(manuscript, where)


def _page(manuscript: Manuscript, where: Place, form: PartForm, theirs: list[tuple[str, str]] | None = None) -> str:
    programme, inner = manuscript.programme, _part_of(where)
    part = editing.find(programme, inner)
    inside = inner == where and where != ()
    return render_template(
        "programme/own/part.html", manuscript=manuscript, form=form, theirs=theirs, act=act_on(manuscript),
        things=by_field(to_see(programme, manuscript.problems), where), way=way_to(programme, where), place=path(where),
        heading=_heading(part, where), is_single=editing.is_single(where),
        sections=sections(part, where) if inside else [], singles=singles(part, where) if inside else [],
        step=part if inside and isinstance(part, Step) else None,
    )  # fmt: skip


def _heading(part: Any, where: Place) -> str:
    """What the page is about."""
    if not where:
        return "Edit the programme"
    field = where[-1] if editing.is_facts(where) or editing.is_single(where) else ""
    return LABELS[Step][field] if field else f"Edit this {NOUNS[type(part)]}"


@on(Manuscript, "edit")
def add(manuscript: Manuscript, place: str) -> ResponseReturnValue:
    """A new part at the end of a list."""
    where, form = place_of(place), AddForm(save_key=public_id())
    noun = LISTS.get(where[-1]) if where else None
    if noun is None:
        abort(404)
    form.title.label.text = LABELS[noun].get("title", "The question")
    if noun is not Prompt:
        del form.kind
    if request.method == "POST":
        manuscript.lock()
    with or_404():
        editing.taken(manuscript.programme, where)
    if form.validate_on_submit():
        return _added(manuscript, where, form)
    named = {"form": form, "noun": NOUNS[noun], "place": place, "way": way_to(manuscript.programme, where[:-1])}
    return render_template("programme/own/add.html", manuscript=manuscript, **named), 422 if form.errors else 200


def _added(manuscript: Manuscript, where: Place, form: AddForm) -> ResponseReturnValue:
    save_key, programme = form.save_key.data or "", manuscript.programme
    if manuscript.has_done(save_key):
        return back(manuscript, where[:-1])
    kind = PromptKind(form.kind.data) if "kind" in form else PromptKind.LONG
    new = editing.begun(programme, where, form.title.data, kind)
    manuscript.change(editing.add(programme, where, new), save_key=save_key)
    db.session.commit()
    return back(manuscript, (*where, editing.name_of(new)))


def place_of(told: str) -> Place:
    """The place in an address."""
    return () if told == ABOUT else tuple(told.split("/"))


def _part_of(where: Place) -> Place:
    """The facts that make a step done have a page of their own, and are a part of the step."""
    return where[:-1] if editing.is_facts(where) else where


@contextmanager
def or_404() -> Iterator[None]:
    """What is not there (any more) has no page."""
    try:
        yield
    except Gone:
        abort(404)


def act_on(manuscript: Manuscript) -> ActForm:
    """What the small buttons of a page carry."""
    return ActForm(formdata=None, revision=manuscript.revision, save_key=public_id())


def back(manuscript: Manuscript, where: Place, **anchor: Any) -> ResponseReturnValue:
    """To the page of the part at a place."""
    if not where:
        return redirect(url_for("programme.manuscript", public_id=manuscript.public_id, **anchor), 303)
    return redirect(url_for("programme.part", public_id=manuscript.public_id, place="/".join(where), **anchor), 303)
