"""HTML to tagged PDF: the one door to WeasyPrint, which can read our own files below reports/ and nothing else."""

import gc
import mimetypes
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from cssselect2 import ElementWrapper
from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from practice import places
from practice.reporting import identity, lettering, tagging
from practice.reporting.orders import PLAIN, Dress

lettering.as_a_whole()

LOGO = "own:logo"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class ForeignFileError(Exception):
    """Something on the paper asked for a file that is not ours; no report may do that."""


class OwnFiles(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Answers for files below one folder, from memory of their address alone: no handler of a network is ever asked.

    What an order brings along (own:logo) is answered from that order, and for that order alone.
    """

    def __init__(self, root: Path, dress: Dress = PLAIN) -> None:
        # Failing loudly, for a foreign address on our own paper is a fault of ours and never a detail.
        super().__init__(allowed_protocols=("file", "own"), allow_redirects=False, fail_on_errors=True)
        self.root, self.dress = root.resolve(), dress

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url == LOGO and self.dress.logo:
            return URLFetcherResponse(url, self.dress.logo, {"Content-Type": self.dress.logo_kind})
        parts = urlsplit(url)
        if parts.scheme.lower() != "file" or parts.netloc:
            raise ValueError("only our own files may be on paper")
        path = Path(unquote(parts.path)).resolve()
        if not path.is_relative_to(self.root) or not path.is_file():
            raise ValueError("only our own files may be on paper")
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})


class WellFormed(HTML):  # type: ignore[misc]  # WeasyPrint ships no types
    """HTML that is XML as well, as all our templates write it: reading it by HTML's own rules is a tenth of a whole report.

    Raises: ElementTree.ParseError for a tag that is left open, and whatever else a template must not do.
    """

    def __init__(self, html: str, fetcher: OwnFiles) -> None:
        self.base_url, self.url_fetcher, self.media_type = f"{places.reports().as_uri()}/", fetcher, "print"
        self.etree_element = ElementTree.fromstring(html)  # noqa: S314 - from our own templates, and without entities
        self.wrapper_element = ElementWrapper.from_html_root(self.etree_element, content_language=None)


# Fontconfig and Pango are not made for several threads at once.
_press = Lock()


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


@cache
def _fetcher() -> OwnFiles:
    return OwnFiles(places.reports())


@cache
def _stylesheet(name: str) -> CSS:
    # Parsed once a process: the sheet does not change while the worker lives.
    return CSS(filename=places.reports() / name, url_fetcher=_fetcher(), font_config=_fonts())


@lru_cache(maxsize=64)
def _accent(colour: str) -> CSS:
    """The one rule of a practice's own colour."""
    if not _COLOUR.fullmatch(colour):
        raise ValueError("not a colour")
    return CSS(string=f":root {{ --accent: {colour} }}", url_fetcher=_fetcher(), font_config=_fonts())


def render(html: str, *, stylesheets: Sequence[str], identifier: str, dress: Dress = PLAIN, attached: bytes = b"") -> bytes:
    """A PDF/UA-1 file of `html`; stylesheets are names below reports/, `identifier` makes the file's own id.

    The HTML is XML as well. Title, language and dates come from its head. With facts attached (JSON) it is PDF/A-3a as well.
    Raises `ForeignFileError` when it asks for another's file.
    """
    return paged(html, stylesheets=stylesheets, identifier=identifier, dress=dress, attached=attached)[0]


def paged(
    html: str, *, stylesheets: Sequence[str], identifier: str, dress: Dress = PLAIN, attached: bytes = b""
) -> tuple[bytes, int]:
    """The same, and the number of its pages."""
    options: dict[str, Any] = {"pdf_variant": "pdf/ua-1", "pdf_identifier": identifier.encode("ascii")}
    if attached:
        options["pdf_variant"] = "pdf/a-3a"
    with _press, _undisturbed():
        try:
            fetcher = OwnFiles(places.reports(), dress) if dress.logo else _fetcher()
            page = WellFormed(html, fetcher)
            sheets = [_stylesheet(name) for name in stylesheets] + ([_accent(dress.accent)] if dress.accent else [])
            document = page.render(font_config=_fonts(), stylesheets=sheets, **options)
            if attached:
                options["attachments"] = [_facts(attached, document.metadata.created)]
            made: bytes = document.write_pdf(finisher=_finish, **options)
        except FatalURLFetchingError as refusal:
            raise ForeignFileError("The paper asked for a file that is not ours.") from refusal
    return made, len(document.pages)


def _facts(told: bytes, issued_on: str) -> Attachment:
    """The facts as a file within the file, as old as the report: the same facts give the same paper."""
    day = datetime.fromisoformat(issued_on)
    words = {"name": "facts.json", "description": "The facts of this report", "relationship": "Data"}
    return Attachment(string=told, url_fetcher=_fetcher(), created=day, modified=day, **words)


def _finish(document: object, pdf: Any) -> None:
    tagging.finish(document, pdf)
    if "AF" in pdf.catalog:
        identity.declare(pdf)


def prepare() -> None:
    """Read the faces and sheets before the first order, and before any limit of memory holds.

    Fontconfig keeps what it finds for the whole machine; one that runs out of memory halfway would keep an empty list,
    and from then on every paper on this machine would show boxes.
    """
    paged('<html lang="en"><head><title>.</title></head><body><p>.</p></body></html>', stylesheets=("sheet.css",), identifier="0")


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No collecting of garbage halfway: a report is a great many small things that all live until it is out."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
