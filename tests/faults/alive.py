"""Whether anything that was typed has come alive in a page: the page is parsed as a browser would, and looked through."""

from collections.abc import Iterator
from math import prod

from lxml import html
from werkzeug.test import TestResponse

from tests.faults.nasty import FACTORS

ACTIVE = (
    "script",
    "iframe",
    "object",
    "embed",
    "base",
    "svg",
    "img",
    "math",
    "style",
    "link",
    "meta",
    "frame",
    "form",
    "video",
    "audio",
)
WORD = "zqx"
NAMES = "aria-label"  # a form may be called after the line it is about: words to be read aloud, that do nothing
COMPUTED = str(prod(FACTORS))


def alive(response: TestResponse) -> Iterator[str]:
    """Each thing that lives, as a sentence. A response that goes elsewhere must stay with us."""
    there = (response.location or "").removeprefix("http://localhost")
    if there and (WORD in there.split("?")[0] or not there.startswith("/") or there.startswith("//")):
        yield f"It leads to {there}"
    if response.mimetype == "text/html" and response.data:
        yield from alive_in(response.get_data(as_text=True))


def alive_in(page: str) -> Iterator[str]:
    if COMPUTED in page:
        yield "A template has reckoned"
    tree = html.document_fromstring(page.replace("\0", ""))
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if WORD in element.tag:
            yield f"An element <{element.tag}>"
        acting = [str(value) for name, value in element.attrib.items() if name != NAMES]
        if element.tag in ACTIVE and WORD in " ".join([element.text or "", *acting]):
            yield f"An active <{element.tag}>"
        for name, value in element.attrib.items():
            if name.lower().startswith("on") and name != "one":
                yield f"An attribute {name}"
            if name in ("href", "src", "action", "formaction", "data") and _runs(value):
                yield f"An address {value[:40]}"


def _runs(address: str) -> bool:
    bare = "".join(c for c in address if c.isprintable() and not c.isspace()).lower()
    return bare.startswith(("javascript:", "vbscript:", "data:text")) or (
        "zqx.example" in bare and bare.startswith(("//", "http"))
    )
