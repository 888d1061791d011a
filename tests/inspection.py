"""What every page must have, whichever page it is."""

from collections import Counter
from collections.abc import Iterator

from lxml.html import HtmlElement

_FIELDS = "//input | //select | //textarea"
_NEED_NO_LABEL = ("hidden", "submit", "button", "image", "reset")


def complaints(page: HtmlElement) -> Iterator[str]:
    """Everything that is wrong with a page, each as a sentence."""
    if (count := len(page.xpath("//h1"))) != 1:
        yield f"It has {count} h1"
    if not page.xpath("string(//title)").strip():
        yield "It has no title"
    yield from (f"The id {found} stands {times} times" for found, times in Counter(page.xpath("//@id")).items() if times > 1)
    yield from (f"{field.get('name')} has no label" for field in page.xpath(_FIELDS) if not _labelled(field))
    for form in page.xpath("//form"):
        if form.get("method", "get").lower() == "post" and not form.xpath(".//input[@name='csrf_token'][@value!='']"):
            yield f"The form to {form.get('action')} has no token"
    if page.xpath("//style | //@style"):
        yield "It holds a style of its own"
    if page.xpath("//script[not(@src)][not(@type) or @type != 'application/json'] | //@*[starts-with(name(), 'on')]"):
        yield "It holds a script of its own"
    missing = set(page.xpath("//label/@for")) - set(page.xpath("//@id"))
    yield from (f"A label is for {name}, which is not there" for name in missing)


def _labelled(field: HtmlElement) -> bool:
    if field.get("type") in _NEED_NO_LABEL or field.get("aria-label") or field.get("aria-labelledby"):
        return True
    named = field.get("id") and field.xpath("//label[@for=$id]", id=field.get("id"))
    return bool(named or field.xpath("ancestor::label"))
