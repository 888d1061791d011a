"""Bringing words to the shelf: pasted or as a file, looked at beside the key, confirmed, locked as a version."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from practice.db import db
from practice.errors import Refused
from practice.measures import files, pasting, shelf, versions
from practice.measures.forms import FileForm, LockForm, OwnInstrumentForm, WordingForm
from practice.measures.instruments import Instrument, InstrumentError, shipped, to_json
from practice.measures.list_views import known
from practice.measures.own import instrument as own_instrument
from practice.measures.shelf import Place
from practice.programme import limits
from practice.web import me, owner_only

_MOST_TOLD = 40
_CONFIRM = "Please confirm that you are entitled to use these words, and that they stand here as in the original."
_LOOK = "Please look at it once more: this is not what stood here before."


@owner_only
def load(slug: str) -> ResponseReturnValue:
    """The words of an instrument whose key we know."""
    place, form = known(slug), WordingForm()
    if not shipped().get(slug) or place.comes_with_words or not place.instrument.items:
        return redirect(url_for("measures.instrument", slug=slug), 303)

    def build() -> Instrument:
        if text := _file(form.file.data):
            form.introduction.data, form.items.data, form.options.data = files.wording(text)
        return pasting.worded(shipped()[slug], form.introduction.data or "", form.items.data or "", form.options.data or "")

    if request.method == "GET" and place.versions:
        form.introduction.data, form.items.data, form.options.data = pasting.pasted(place.instrument)
    return _looked_at(form, build, "measures/load.html", place)


@owner_only
def own() -> ResponseReturnValue:
    """A whole instrument of the practice's own, typed."""
    form = OwnInstrumentForm()
    key = _key_of(form.name.data or "")
    return _looked_at(form, lambda: own_instrument(form.typed(key)), "measures/own.html")


@owner_only
def bring() -> ResponseReturnValue:
    """A whole instrument as a file."""
    form = FileForm()

    def build() -> Instrument:
        form.toml.data = _file(form.file.data) or form.toml.data or ""
        made = files.whole(form.toml.data)
        known_here = shipped().get(made.key)
        if known_here and not known_here.bring_only:
            raise InstrumentError(made.name, [("key", f"{known_here.name} is on your shelf already: load its wording there.")])
        if made.needs_wording:
            raise InstrumentError(made.name, [("items", "need words: for each question a text, and its options or both ends.")])
        return replace(made, bring_only=False)

    if request.method == "GET" and (again := shelf.place_of(me().practice, request.args.get("again", ""))) and again.is_own:
        form.toml.data = files.as_text(again.instrument)
    return _looked_at(form, build, "measures/bring.html")


def _looked_at(form: LockForm, build: Callable[[], Instrument], template: str, place: Place | None = None) -> ResponseReturnValue:
    """Show what was brought beside its key; lock it once that very thing was looked at and confirmed."""
    if not form.is_submitted():
        return render_template(template, form=form, place=place, made=None)
    made = None
    if form.validate():
        try:
            made = build()
        except InstrumentError as error:
            form.form_errors += error.sentences[:_MOST_TOLD]
    if made and request.form.get("go") == "lock":
        if form.seen.data != _digest(made):
            form.form_errors.append(_LOOK)
        elif not form.entitled.data:
            form.entitled.errors = [_CONFIRM]
        else:
            return _locked(made)
    form.seen.data = _digest(made) if made else ""
    changed = place.changed_in(made) if place and made else set()
    return render_template(template, form=form, place=place, made=made, changed=changed), 422 if form.errors else 200


def _locked(made: Instrument) -> ResponseReturnValue:
    try:
        version = versions.lock(me().practice, made, by=me())
        number = version.number
        db.session.commit()
        flash(f"{made.name} is locked as version {number}.")
    except Refused as refused:
        db.session.rollback()
        flash(refused.sentence, "attention")
    return redirect(url_for("measures.instrument", slug=made.key), 303)


def _digest(made: Instrument) -> str:
    return hashlib.sha256(to_json(made).encode(errors="surrogatepass")).hexdigest()


def _file(sent: object) -> str:
    """The text of an uploaded file; nothing where none was chosen. Raises: InstrumentError."""
    if not isinstance(sent, FileStorage) or not sent.filename:
        return ""
    return files.text_of(sent.stream.read(limits.BYTES + 1))


def _key_of(name: str) -> str:
    """The key of a typed instrument, the same for the same name: a changed word is a new version of it."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower().encode("ascii", "ignore").decode()).strip("-")[:20].strip("-")
    apart = hashlib.sha256(" ".join(name.casefold().split()).encode(errors="surrogatepass")).hexdigest()[:6]
    return "-".join(filter(None, ["own", plain, apart]))
