"""Asks an address as one of the actors and names what happened in the words of the matrix."""

from flask import Flask
from werkzeug.test import TestResponse

from tests.policy.expected import OPEN, Entry
from tests.policy.world import RELATIONS, World

SIGN_IN = "sign in"
ROLES = {
    "ana": {"everyone", "partner"},
    "ben": {"everyone", "partner"},
    "kim": {"everyone", "partner"},
    "maya": {"everyone", "coach", "owner"},
    "noor": {"everyone", "coach"},
    "olu": {"everyone", "coach", "owner"},
    "anonymous": set[str](),
    "disabled": set[str](),
}


def expected(entry: Entry, actor: str, whose: str) -> str | int:
    """What the matrix says happens to this actor at this row."""
    if "public" in entry.outcomes:
        return OPEN
    if "link" in entry.outcomes:
        return entry.outcomes["link"]
    if not ROLES[actor]:
        return SIGN_IN
    if entry.row:
        met = {entry.outcomes.get(relation, 404) for relation in RELATIONS[whose].get(actor, set())}
        return OPEN if OPEN in met else 403 if 403 in met else 404
    return OPEN if ROLES[actor] & set(entry.outcomes) else 404


def ask(world: World, app: Flask, route: str, entry: Entry, actor: str, whose: str) -> str | int:
    """Ask once, with a token that is right, and a body that says nothing."""
    method, endpoint = route.split(" ")
    variables = dict(entry.fixed) | ({"public_id": world.rows[entry.row, whose]} if entry.row else {})
    with app.test_request_context():
        address = app.url_for(endpoint, **variables, _external=False)
    client = world.clients[actor]
    if method == "GET":
        return outcome(client.get(address))
    response = client.open(address, method=method, data={"csrf_token": world.tokens.get(actor, "")})
    if response.status_code == 400:
        # The token is none, or no longer right: nobody was let in or turned away yet.
        world.tokens[actor] = client.get("/sign-in/token").json["csrf_token"]
        response = client.open(address, method=method, data={"csrf_token": world.tokens[actor]})
    return outcome(response)


def outcome(response: TestResponse) -> str | int:
    """The word for a response."""
    status = response.status_code
    if status == 401 or (status == 303 and response.headers["Location"].startswith("/sign-in?next=")):
        return SIGN_IN
    return status if status in (403, 404, 405) or status >= 500 else OPEN
