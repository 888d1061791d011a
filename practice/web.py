"""The door: every request passes here, and each view carries exactly one mark that says for whom it opens."""

import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

from flask import Flask, Response, abort, current_app, g, redirect, request, url_for
from flask_login import LoginManager, current_user
from flask_wtf.csrf import CSRFProtect
from sqlalchemy.sql.base import ExecutableOption

from practice import formats, policy
from practice.config import Settings
from practice.db import Model, db
from practice.people import sign_ins
from practice.people.models import Person
from practice.people.sign_ins import SignIn

View = Callable[..., Any]
csrf = CSRFProtect()
login = LoginManager()

# A coach without a second factor may do no more than get one.
_BEFORE_FACTOR = frozenset({"people.enrol", "people.prove", "people.sign_out", "people.leave"})


class Rule(NamedTuple):
    """For whom a view opens: a role, or a verb on the row that its address names."""

    role: str
    kind: type[Model] | None = None
    verb: str = ""


def public(view: View) -> View:
    """Open to everybody, signed in or not."""
    return _mark(view, Rule("public"))


def signed_in(view: View) -> View:
    """Open to everybody who is signed in."""
    return _mark(view, Rule("signed_in"))


def coach_only(view: View) -> View:
    """Open to coaches."""
    return _mark(view, Rule("coach"))


def owner_only(view: View) -> View:
    """Open to the owner of a practice."""
    return _mark(view, Rule("owner"))


def partner_only(view: View) -> View:
    """Open to partners."""
    return _mark(view, Rule("partner"))


def on(kind: type[Model], verb: str, *options: ExecutableOption) -> Callable[[View], View]:
    """Open to whom the policy permits the verb on the row of <public_id>; the view gets the row, never the id.

    Loader options bring what the view needs along with the row, in the same query.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def with_row(public_id: str, **others: Any) -> Any:
            return view(_row(kind, verb, public_id, options), **others)

        return _mark(with_row, Rule("row", kind, verb))

    return mark


def me() -> Person:
    """Who is signed in; only for views that are not public."""
    person: Person = current_user.person
    return person


def as_nobody() -> None:
    """For the rest of this request nobody is signed in: the database that knows who it is cannot be asked."""
    g._login_user = login.anonymous_user()


def settings() -> Settings:
    """The practice's settings."""
    found: Settings = current_app.config["PRACTICE"]
    return found


def rule_of(view: View) -> Rule | None:
    """The mark of a view, or None: then it is closed to all."""
    rule: Rule | None = getattr(view, "rule", None)
    return rule


def init_app(app: Flask) -> None:
    """Hang the door in an application."""
    csrf.init_app(app)
    login.init_app(app)
    login.session_protection = None  # the table of sign-ins decides, whatever network a phone wanders through
    login.user_loader(sign_ins.by_handle)
    app.before_request(_door)
    app.after_request(_headers)
    app.context_processor(_speech)


def _mark(view: View, rule: Rule) -> View:
    if rule_of(view):
        raise TypeError(f"{view.__name__} carries two marks")
    view.rule = rule  # type: ignore[attr-defined]  # a function may carry attributes
    return view


def _row(kind: type[Model], verb: str, public_id: str, options: tuple[ExecutableOption, ...]) -> Model:
    found = policy.find(me(), kind, verb, public_id, options)
    if found is None:
        abort(404)
    row, permitted = found
    if not permitted:
        abort(403)
    return row


def _door() -> Any:
    if "\0" in request.path:
        # Nothing of ours is called so, and PostgreSQL refuses to look for it.
        abort(404)
    if request.endpoint is None or request.endpoint in ("static", "bootstrap.static"):
        return None
    rule = rule_of(current_app.view_functions[request.endpoint])
    if rule is None:
        abort(404)
    if rule.role == "public":
        return None
    if not current_user.is_authenticated:
        return _ask_to_sign_in()
    return _turn_away(rule, current_user)


def _turn_away(rule: Rule, sign_in: SignIn) -> Any:
    person = sign_in.person
    permitted = {
        "signed_in": True,
        "row": True,
        "coach": person.is_coach,
        "owner": person.is_owner,
        "partner": person.is_partner,
    }
    if not permitted[rule.role]:
        # A page that is not for somebody does not exist for them.
        abort(404)
    if person.is_coach and not person.has_second_factor and not settings().demo and request.endpoint not in _BEFORE_FACTOR:
        return redirect(url_for("people.enrol"), 303)
    if sign_in.saw():
        db.session.commit()
    return None


def _ask_to_sign_in() -> Any:
    if request.method == "GET" and not wants_json():
        return redirect(url_for("people.sign_in", next=request.full_path.rstrip("?")), 303)
    return abort(401)


def wants_json() -> bool:
    """Whether the page's own script is asking, not the browser."""
    return request.is_json or request.accept_mimetypes.best == "application/json"


def nonce() -> str:
    """This response's own number for its scripts."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    found: str = g.nonce
    return found


def _headers(response: Response) -> Response:
    headers = response.headers
    script = f"'self' 'nonce-{g.nonce}'" if "nonce" in g else "'self'"
    headers.setdefault(
        "Content-Security-Policy",
        f"default-src 'none'; script-src {script}; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        "manifest-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    )
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "no-referrer"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    headers["X-Frame-Options"] = "DENY"
    headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"
    if settings().https:
        headers["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"
    if request.endpoint not in ("static", "bootstrap.static"):
        headers["Cache-Control"] = "no-store"
    return response


def _speech() -> dict[str, Any]:
    """What templates may call."""
    person: Person | None = current_user.person if current_user.is_authenticated else None
    zone, locale = (person.time_zone, person.locale) if person else ("UTC", "en_GB")
    return {
        "me": person,
        "practice_name": "Homeward",
        "is_demo": settings().demo,
        "csp_nonce": nonce,
        "may": lambda verb, row: person is not None and policy.may(person, verb, row),
        "format_date": lambda value: formats.day(value, locale),
        "format_short_date": lambda value: formats.short_day(value, locale),
        "format_moment": lambda value: formats.moment(value, zone, locale),
        "format_time": lambda value: formats.clock_time(value, zone),
        "format_count": lambda number, one, many: formats.count(number, one, many, locale),
    }
