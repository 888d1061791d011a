"""A browser without scripts that looks every page over before a test may use it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from flask.testing import FlaskClient
from lxml import html
from lxml.html import HtmlElement
from werkzeug.test import TestResponse

from tests.inspection import complaints


@dataclass(frozen=True)
class Page:
    """What came back: its path, status and words."""

    path: str
    response: TestResponse

    @property
    def status(self) -> int:
        return self.response.status_code

    @cached_property
    def tree(self) -> HtmlElement:
        return html.document_fromstring(self.response.get_data(as_text=True) or "<p></p>")

    @property
    def text(self) -> str:
        """All its words, one space between them."""
        return " ".join(self.tree.text_content().split())

    @property
    def h1(self) -> str:
        return " ".join(self.tree.xpath("string(//h1)").split())

    @property
    def title(self) -> str:
        return self.tree.xpath("string(//title)").strip()

    @property
    def links(self) -> dict[str, str]:
        """Addresses by the words one clicks on."""
        return {" ".join(a.text_content().split()): a.get("href") for a in self.tree.xpath("//a[@href]")}

    def value(self, name: str) -> str:
        """What stands in a field."""
        found = [field for form in self.tree.forms for field in form.xpath(f".//*[@name='{name}']")]
        return (found[0].text_content() if found[0].tag == "textarea" else found[0].get("value", "")).removeprefix("\n")

    def form(self, which: str) -> HtmlElement:
        """The form with a button of these words, a field of this name, or this id or address."""
        for form in self.tree.forms:
            words = [" ".join(b.text_content().split()) or b.get("value", "") for b in _buttons(form)]
            names = [field.get("name") for field in form.xpath(".//*[@name]")]
            if which in (form.get("id"), form.get("action"), *words, *names):
                return form
        raise AssertionError(f"No form “{which}” on {self.path}, which says: {self.text[:600]}")


class Browser:
    """Opens pages with a client: `browser.get("/desk")`, `browser.submit("Save", {"name": "Ana"})`."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.page: Page

    def get(self, path: str, status: int = 200, **options: Any) -> Page:
        return self._arrive(path, self.client.get(path, **options), status)

    def post(self, path: str, data: dict[str, Any] | None = None, status: int = 303, **options: Any) -> Page:
        """Post beside any form, with the token that the last page held."""
        token = self.page.tree.xpath("string(//input[@name='csrf_token']/@value)") if hasattr(self, "page") else ""
        sent = {"csrf_token": token, **(data or {})}
        return self._arrive(path, self.client.post(path, data=sent, **options), status)

    def follow(self, status: int = 200) -> Page:
        """Go where the last answer sends us, as often as it does."""
        while self.page.response.location:
            self._arrive(self.page.response.location, self.client.get(self.page.response.location), None)
        assert self.page.status == status, f"{self.page.path}: {self.page.status}"
        return self.page

    def click(self, words: str, status: int = 200) -> Page:
        """Follow a link by its words."""
        address = self.page.links[words]
        self._arrive(address, self.client.get(address), None)
        return self.follow(status)

    def submit(self, which: str, fields: dict[str, Any] | None = None, status: int = 200) -> Page:
        """Fill in a form of this page (see Page.form) and send it with all that stands in it already."""
        form = self.page.form(which)
        sent = {**_standing(form), **_pressed(form, which), **(fields or {})}
        action = _formaction(form, which) or form.get("action") or self.page.path
        if form.get("method", "get").lower() == "get":
            response = self.client.get(action, query_string=sent)
        else:
            response = self.client.post(action, data=sent)
        self._arrive(action, response, None)
        return self.follow(status)

    def _arrive(self, path: str, response: TestResponse, status: int | None) -> Page:
        self.page = Page(path.partition("?")[0], response)
        assert status is None or response.status_code == status, f"{path}: {response.status} instead of {status}"
        if response.mimetype == "text/html" and not response.location:
            assert (found := list(complaints(self.page.tree))) == [], f"{path}: {found}"
        return self.page


def _standing(form: HtmlElement) -> dict[str, Any]:
    """What a browser would send if nothing were touched."""
    sent: dict[str, Any] = {}
    areas = {area.get("name") for area in form.xpath(".//textarea")}
    for key, value in form.form_values():
        # The line break right after the tag is not part of the text.
        sent.setdefault(key, []).append(value.removeprefix("\n") if key in areas else value)
    return sent


def _pressed(form: HtmlElement, words: str) -> dict[str, str]:
    return {b.get("name"): b.get("value", "") for b in _button(form, words) if b.get("name")}


def _formaction(form: HtmlElement, words: str) -> str:
    """Where a button sends the form when it has an address of its own."""
    return next((b.get("formaction") for b in _button(form, words) if b.get("formaction")), "")


def _button(form: HtmlElement, words: str) -> list[HtmlElement]:
    return [b for b in _buttons(form) if " ".join(b.text_content().split()) == words] or _buttons(form)[:1]


def _buttons(form: HtmlElement) -> list[HtmlElement]:
    return form.xpath(".//button[not(@type) or @type='submit'] | .//input[@type='submit']")
