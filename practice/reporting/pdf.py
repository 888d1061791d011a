"""HTML to tagged PDF: the one door to WeasyPrint, which can read our own files below reports/ and nothing else."""

import gc
import mimetypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Lock
from urllib.parse import unquote, urlsplit

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from practice import places
from practice.reporting import tagging


class ForeignFileError(Exception):
    """Something on the paper asked for a file that is not ours; no report may do that."""


class OwnFiles(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Answers for files below one folder, from memory of their address alone: no handler of a network is ever asked."""

    def __init__(self, root: Path) -> None:
        # Failing loudly, for a foreign address on our own paper is a fault of ours and never a detail.
        super().__init__(allowed_protocols=("file",), allow_redirects=False, fail_on_errors=True)
        self.root = root.resolve()

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        parts = urlsplit(url)
        if parts.scheme.lower() != "file" or parts.netloc:
            raise ValueError("only our own files may be on paper")
        path = Path(unquote(parts.path)).resolve()
        if not path.is_relative_to(self.root) or not path.is_file():
            raise ValueError("only our own files may be on paper")
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})


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


def render(html: str, *, stylesheets: Sequence[str], identifier: str) -> bytes:
    """A PDF/UA-1 file of `html`; stylesheets are names below reports/, `identifier` makes the file's own id.

    Title, language and dates come from the HTML's head. Raises `ForeignFileError` when it asks for another's file.
    """
    return paged(html, stylesheets=stylesheets, identifier=identifier)[0]


def paged(html: str, *, stylesheets: Sequence[str], identifier: str) -> tuple[bytes, int]:
    """The same, and the number of its pages."""
    options = {"pdf_variant": "pdf/ua-1", "pdf_identifier": identifier.encode("ascii")}
    with _press, _undisturbed():
        try:
            page = HTML(string=html, base_url=f"{places.reports().as_uri()}/", url_fetcher=_fetcher())
            sheets = [_stylesheet(name) for name in stylesheets]
            document = page.render(font_config=_fonts(), stylesheets=sheets, **options)
            made: bytes = document.write_pdf(finisher=tagging.finish, **options)
        except FatalURLFetchingError as refusal:
            raise ForeignFileError("The paper asked for a file that is not ours.") from refusal
    return made, len(document.pages)


def prepare() -> None:
    """Read the faces and sheets before the first order, and before any limit of memory holds.

    Fontconfig keeps what it finds for the whole machine; one that runs out of memory halfway would keep an empty list,
    and from then on every paper on this machine would show boxes.
    """
    paged('<html lang="en"><title>.</title><p>.</p></html>', stylesheets=("sheet.css",), identifier="0")


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
