"""Keeping a draft while it is written: what the page's script sends."""

from flask import jsonify
from flask.typing import ResponseReturnValue

from practice import formats
from practice.answering import SOMEBODY_ELSE, sent_as
from practice.db import db
from practice.homework import drafts, opening
from practice.homework.models import Homework
from practice.homework.ways_views import done_in
from practice.homework.writing import hear, keep, kept_elsewhere
from practice.web import me, on

_CHANGED = "This was changed on another page or device meanwhile. Both texts are kept."
_SHAPE = {"revision": int, "save_key": str, "answering_as": str, "answers": dict, "readers": dict}


@on(Homework, "write")
def save(part: Homework) -> ResponseReturnValue:
    """Keep what came, and say when it was kept; what may not be kept is told, and the rest is kept all the same."""
    sent = sent_as(_SHAPE)
    if sent["answering_as"] != me().public_id:
        return jsonify(error=SOMEBODY_ELSE), 409
    step, draft = part.assignment.published.step, drafts.of(part)
    heard = hear(opening.so_far(step, done_in(part.assignment, step)), sent["answers"], sent["readers"], draft.content)
    stale = keep(draft, heard, revision=sent["revision"], save_key=sent["save_key"])
    answer = {
        "revision": draft.revision,
        "saved_at": formats.clock_time(draft.saved_at, me().time_zone),
        "note": part.closed_because,
        "wrong": heard.wrong,
        "theirs": kept_elsewhere(step, draft, stale),
    }
    db.session.commit()
    if stale:
        return jsonify(answer | {"error": _CHANGED}), 409
    return (jsonify(answer | {"error": " ".join(heard.wrong.values())}), 422) if heard.wrong else (jsonify(answer), 200)
