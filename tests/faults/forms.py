"""Every form that somebody can reach, and sending them as nobody should."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote_plus, urlsplit

from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from lxml.html import HtmlElement
from werkzeug.test import TestResponse

from tests.privacy.crawl import Walk

# These end what the other forms need, so they come last.
LAST = (
    "pause",
    "close",
    "reopen",
    "withdraw",
    "hand_over",
    "set_aside",
    "take_back",
    "let_go",
    "remove",
    "discard",
    "turns.close",
    "measures.stop",
    "revoke",
    "disable",
    "forget_factor",
    "end_",
    "sign_out",
)


@dataclass(frozen=True)
class Found:
    """A form: where it leads, what it is called after its view, and what stands in it."""

    action: str
    name: str
    fields: tuple[tuple[str, str], ...]

    def with_token(self, token: str) -> list[tuple[str, str]]:
        return [(name, token if name == "csrf_token" and token else value) for name, value in self.fields]


def found(app: Flask, walk: Walk) -> list[Found]:
    """One form for each view and set of fields."""
    forms: dict[tuple[str, frozenset[str]], Found] = {}
    for address, response in walk.seen.items():
        if response.mimetype == "text/html" and response.data:
            for form in html.document_fromstring(response.get_data(as_text=True)).forms:
                if form.get("method", "get").lower() == "post":
                    for action in (form.get("action") or address, *form.xpath(".//button/@formaction")):
                        one = _found(app, action, form)
                        forms.setdefault((one.name, frozenset(name for name, _ in one.fields)), one)
    return sorted(forms.values(), key=lambda form: (any(word in form.name for word in LAST), form.name, form.action))


def _found(app: Flask, action: str, form: HtmlElement) -> Found:
    endpoint, values = app.url_map.bind("localhost").match(urlsplit(action).path, method="POST")
    return Found(action, f"{endpoint} {values.get('group', '')}".strip(), tuple(_fields(form)))


def _fields(form: HtmlElement) -> Iterator[tuple[str, str]]:
    """Every field with its value; of choices each name once, ticked or not."""
    seen = set()
    for field in form.xpath(".//*[@name]"):
        name = field.get("name")
        if name not in seen:
            seen.add(name)
            value = field.value if field.tag in ("textarea", "select") else field.get("value", "")
            yield name, value if isinstance(value, str) else ""


def send(client: FlaskClient, action: str, fields: list[tuple[str, bytes]]) -> TestResponse:
    """Post these very bytes."""
    body = "&".join(f"{quote_plus(name.encode('utf-8', 'surrogatepass'))}={quote_plus(value)}" for name, value in fields)
    return client.post(action, data=body.encode("ascii"), content_type="application/x-www-form-urlencoded")
