"""Error pages: each says what happened and what to do, and gives back whatever was typed."""

import logging
from traceback import format_tb

from flask import Flask, current_app, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import HTTPException

from practice.db import db
from practice.errors import Refused
from practice.web import as_nobody, wants_json

log = logging.getLogger("practice.pages")
# Never given back to the screen: they prove who somebody is, or were answered alone.
_SECRET = ("password", "code", "token", "alone")  # csrf_token too: the page gives a fresh one

_SENTENCES = {
    400: (
        "Please try once more",
        "This page was open for a while, or your browser did not send everything. Nothing was changed.",
    ),
    401: ("Please sign in again", "You were away for a while, so this page closed itself to keep your words private."),
    403: ("This is not open to you", "You can see this, but this act belongs to somebody else."),
    404: ("There is nothing here", "The address may be mistyped, or what was here is gone."),
    405: ("That does not work here", "Please go back and use the button on the page."),
    413: ("That is too much at once", "Please shorten what you send and try again."),
    429: ("Please wait a little", "There were too many tries in a short time. Wait a few minutes, then try again."),
    500: ("Something went wrong on our side", "It was not your doing. Please try again in a minute."),
    503: ("We cannot reach our records just now", "Nothing was changed. Please try again in a minute."),
}


def init_app(app: Flask) -> None:
    """Hang the error pages in an application."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(CSRFError, _http)
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(DBAPIError, _database)
    app.register_error_handler(Exception, _unexpected)


def _http(error: HTTPException) -> ResponseReturnValue:
    if error.response is not None:
        return error.response
    return _page(error.code if error.code in _SENTENCES else 400)


def _refused(refusal: Refused) -> ResponseReturnValue:
    db.session.rollback()
    return _page(409, ("That cannot be done now", refusal.sentence))


def _database(error: DBAPIError) -> ResponseReturnValue:
    db.session.rollback()
    as_nobody()
    # The statement's values may be private: only the kind of error is written down.
    log.error("database: %s on %s", type(error.orig).__name__, request.endpoint)
    return _page(503)


def _unexpected(error: Exception) -> ResponseReturnValue:
    db.session.rollback()
    # Where it happened, never what was said there: an error's own words may be somebody's.
    log.error("unexpected: %s on %s\n%s", type(error).__name__, request.endpoint, "".join(format_tb(error.__traceback__)))
    return _page(500)


def _page(code: int, told: tuple[str, str] | None = None) -> ResponseReturnValue:
    heading, sentence = told or _SENTENCES[code]
    if wants_json():
        return jsonify(error=sentence), code
    page = _rendered(heading, sentence)
    headers = {"Retry-After": "30"} if code in (429, 503) else {}
    return page, code, headers


def _rendered(heading: str, sentence: str) -> str:
    """The error page: for whom it is, else for nobody in particular, else without anything that may be broken too."""
    for anonymous in (False, True):
        if anonymous:
            as_nobody()
        try:
            return render_template("error.html", heading=heading, sentence=sentence, words=_typed())
        except Exception as error:  # whatever else is broken, a person gets a sentence and no trace
            db.session.rollback()
            log.error("the error page itself: %s", type(error).__name__)
    return current_app.jinja_env.get_template("plain.html").render(heading=heading, sentence=sentence)


def _typed() -> list[tuple[str, str]]:
    """What was typed into the form that failed, to be sent again; only if it came from our own page."""
    if request.method != "POST" or request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return []
    try:
        fields = list(request.form.items(multi=True))
    except HTTPException:
        return []
    return [(name, text) for name, text in fields if not any(word in name for word in _SECRET)]
