"""The least a page or a report could cost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy import create_engine, text
from weasyprint import CSS, HTML, svg
from weasyprint.text.fonts import FontConfiguration

from practice import places


def bare_page(app: Flask, size: int) -> Callable[[], bytes]:
    """A Flask page of this many bytes that asks the practice's database one question."""
    bare = Flask("bare")
    engine = create_engine(app.config["SQLALCHEMY_DATABASE_URI"])
    words = "a" * size

    @bare.get("/")
    def page() -> str:
        with engine.connect() as connection:
            connection.execute(text("SELECT name FROM people LIMIT 1")).scalar()
        return words

    client = bare.test_client()
    return lambda: client.get("/").data


def bare_paper(html: str) -> Callable[[], bytes]:
    """WeasyPrint as it comes, on the same HTML, with the same sheets."""
    root = places.reports()

    def render() -> bytes:
        fonts = FontConfiguration()
        sheets = [CSS(filename=root / name, font_config=fonts) for name in ("sheet.css", "progress/report.css")]
        page = HTML(string=html, base_url=f"{root.as_uri()}/")
        with _its_own_lettering():
            made: bytes = page.write_pdf(pdf_variant="pdf/ua-1", stylesheets=sheets, font_config=fonts)
        return made

    return render


@contextmanager
def _its_own_lettering() -> Iterator[None]:
    """Words within a drawing as WeasyPrint sets them, and not as our lettering does for this process."""
    ours, svg.TAGS["text"] = svg.TAGS["text"], svg.text
    try:
        yield
    finally:
        svg.TAGS["text"] = ours
