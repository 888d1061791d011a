"""The least a page or a report could cost."""

from collections.abc import Callable

from flask import Flask
from sqlalchemy import create_engine, text
from weasyprint import CSS, HTML
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
        made: bytes = page.write_pdf(pdf_variant="pdf/ua-1", stylesheets=sheets, font_config=fonts)
        return made

    return render
