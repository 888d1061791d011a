"""What signing in, joining and proving oneself have in common: counting tries, and beginning on a clean page."""

from functools import wraps
from typing import Any

from flask import Response, current_app, g, jsonify, make_response, redirect, render_template, request, session, url_for
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from practice import formats
from practice.people import guesses, known_device, sign_ins
from practice.people.known_device import Device
from practice.people.models import Person, normal
from practice.web import View, settings, wants_json


def tries_left(what: str, person: Person | None, account: str, limit: tuple[Any, Any] = guesses.PER_ACCOUNT) -> int:
    """Take one try at an account; 0, or the seconds to wait. The caller commits.

    A device on which this person has signed in before counts for itself: whoever guesses elsewhere, be it in the
    same house, does not shut the owner out.
    """
    device = this_device()
    if person and device.knows(person):
        return guesses.take(_own(what, person, device), limit)
    waits = (guesses.take(f"{what}:{normal(account)}", limit), guesses.take(f"from:{request.remote_addr}", guesses.PER_ADDRESS))
    return max(waits)


def forgive(what: str, person: Person) -> None:
    """A right answer ends the count of wrong ones, where they were counted."""
    device = this_device()
    guesses.forget(_own(what, person, device) if device.knows(person) else f"{what}:{person.email}")


def too_many(seconds: int) -> Response:
    """The page that asks to wait, and says for how long."""
    wait = formats.count(-(-seconds // 60), "minute", "minutes")
    sentence = f"There were too many tries in a short time. Please wait {wait}, then try again."
    page = jsonify(error=sentence) if wants_json() else render_template("people/wait.html", sentence=sentence)
    response = make_response(page, 429)
    response.headers["Retry-After"] = str(seconds)
    return response


def enter(person: Person, to: str) -> Response:
    """Begin a sign-in and go on. The caller has proved who it is, and commits."""
    forget_page()
    _, handle = sign_ins.begin(person, known_device.name(request.user_agent.string))
    session["_user_id"] = handle
    response = jsonify(ok=True, csrf_token=generate_csrf(), needs_code=False) if wants_json() else redirect(to, 303)
    _remember_device(make_response(response), this_device().after(person))
    return make_response(response)


def forget_page() -> None:
    """End the sign-in of this page and empty its session: nothing of whoever was here before goes on."""
    if current_user.is_authenticated:
        current_user.end()
    session.clear()
    g.pop("csrf_token", None)


def renew_handle() -> None:
    """Go on with a new handle, as after a new password or a proof."""
    session["_user_id"] = current_user.renew()


def proved_lately(view: View) -> View:
    """Before something weighty: only within five minutes of having given the password, and the code if there is one."""

    @wraps(view)
    def asked(*arguments: Any, **names: Any) -> Any:
        if current_user.is_fresh:
            return view(*arguments, **names)
        return redirect(url_for("people.prove", next=request.full_path.rstrip("?")), 303)

    return asked


def this_device() -> Device:
    """The device of this request, as its cookie tells."""
    return known_device.read(request.cookies.get(_cookie_name()), settings().secret_key)


def own_path(address: str | None) -> str:
    """An address to go on to, if it is a path of ours; otherwise the start."""
    path = address or ""
    ours = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if ours else url_for("people.start")


def is_text(sent: object) -> bool:
    """Whether what a script sends are fields of text, each of signs that can be written down."""
    if not isinstance(sent, dict):
        return False
    return all(isinstance(text, str) and text.encode("utf-8", "replace").decode() == text for text in sent.values())


def _remember_device(response: Response, device: Device) -> None:
    response.set_cookie(
        _cookie_name(),
        known_device.written(device, settings().secret_key),
        max_age=known_device.LASTS,
        secure=settings().https,
        httponly=True,
        samesite="Strict",
    )


def _cookie_name() -> str:
    return f"{current_app.config['SESSION_COOKIE_NAME']}-device"


def _own(what: str, person: Person, device: Device) -> str:
    return f"{what}:{person.public_id}:{device.number}"
