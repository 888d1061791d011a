"""Answering: the guard on every form in which a partner writes, so that nobody's words are kept under another's name."""

from collections.abc import Mapping
from typing import Any

from flask import abort, request
from flask_wtf import FlaskForm
from wtforms import HiddenField

from practice.db import public_id
from practice.web import me

SOMEBODY_ELSE = "Somebody else opened this page, so nothing was saved. Your words are still on it: copy them if you need them."


class OwnForm(FlaskForm):
    """A form that remembers for whom it was opened; `save_key` is its own number, so that a double click counts once."""

    answering_as = HiddenField()
    save_key = HiddenField()

    @property
    def own_key(self) -> str:
        """The save key as it may be kept; a page that carries none is a page of its own each time."""
        return str(self.save_key.data or "").replace("\0", "")[:64] or public_id()

    def is_somebody_elses(self) -> bool:
        """Whether it was opened while somebody else was signed in; the form then says so."""
        if self.answering_as.data == me().public_id:
            return False
        self.form_errors.append(SOMEBODY_ELSE)
        return True


def sent_as(shape: Mapping[str, type]) -> dict[str, Any]:
    """What a page sent by itself while somebody types; whatever is not of this shape, our own pages never send."""
    try:
        sent = request.get_json()
    except RecursionError:
        abort(400)
    if not isinstance(sent, dict) or any(type(sent.get(name)) is not kind for name, kind in shape.items()):
        abort(400)
    return sent
