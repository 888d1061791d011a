"""What may become of one entry: it is shared or taken back, or let go."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice.db import db, public_id
from practice.journal.forms import ActForm
from practice.journal.models import Entry
from practice.journal.telling import tell
from practice.web import me, on


@on(Entry, "share")
def share(entry: Entry) -> ResponseReturnValue:
    """Say who will read it from then on, then do it."""
    if request.method == "GET":
        entry.must_be_sharable()
        return _page("share", entry, _form())
    form = ActForm()
    if form.is_somebody_elses():
        return _page("share", entry, form), 409
    entry.share(by=me())
    return _done(entry, f"{entry.couple.other(me()).name} can read it now.")


@on(Entry, "share")
def unshare(entry: Entry) -> ResponseReturnValue:
    entry.unshare(by=me())
    return _done(entry, f"{entry.couple.other(me()).name} can no longer read it.")


@on(Entry, "remove")
def remove(entry: Entry) -> ResponseReturnValue:
    """Ask once, then let go of it for good."""
    if request.method == "GET":
        return _page("remove", entry, _form())
    form = ActForm()
    if form.is_somebody_elses():
        return _page("remove", entry, form), 409
    entry.remove(by=me())
    return _done(entry, "It is gone.")


def _page(name: str, entry: Entry, form: ActForm) -> str:
    return render_template(f"journal/{name}.html", entry=entry, told=tell(entry), couple=entry.couple, form=form)


def _form() -> ActForm:
    return ActForm(answering_as=me().public_id, save_key=public_id())


def _done(entry: Entry, sentence: str) -> ResponseReturnValue:
    address = url_for("journal.week", day=entry.on.isoformat())
    db.session.commit()
    flash(sentence)
    return redirect(address, 303)
