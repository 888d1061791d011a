"""Paper reads our own files and nothing else: no network, no other file of the machine, by no way in."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from weasyprint import CSS, HTML
from weasyprint.urls import FatalURLFetchingError

from practice import places
from practice.reporting import pdf
from tests.reporting.canary import Canary, singing

PAGE = "<html lang='en'><head><title>t</title></head><body>{}<p>a</p></body></html>"
# Each way in which HTML or CSS asks for another file.
WAYS = {
    "img": "<img alt='a' src='{0}/a.svg'/>",
    "link": "<link rel='stylesheet' href='{0}/a.css'/>",
    "attachment": "<link rel='attachment' href='{0}/a.css'/>",
    "object": "<object data='{0}/a.svg'></object>",
    "embed": "<embed src='{0}/a.svg'/>",
    "background": "<style>p {{ background: url({0}/a.svg) }}</style>",
    "import": "<style>@import url({0}/a.css);</style>",
    "font": "<style>@font-face {{ font-family: x; src: url({0}/a.ttf) }} p {{ font-family: x }}</style>",
    "content": "<style>p::before {{ content: url({0}/a.svg) }}</style>",
    "list": "<style>p {{ display: list-item; list-style-image: url({0}/a.svg) }}</style>",
    "inline": "<p style='background: url({0}/a.svg)'>b</p>",
    "svg image": "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='{0}/a.svg' /></svg>",
    "base": "<base href='{0}/'/><img alt='a' src='a.svg'/>",
}


@pytest.fixture
def canary() -> Iterator[Canary]:
    with singing() as bird:
        yield bird


def tried(markup: str) -> None:
    """Render markup that asks for something foreign, as the worker would; whether it is refused loudly is its affair."""
    with contextlib.suppress(pdf.ForeignFileError):
        pdf.render(PAGE.format(markup), stylesheets=(), identifier="0" * 64)


@pytest.mark.parametrize("way", WAYS)
def test_nobody_knocks_at_the_network(way: str, canary: Canary) -> None:
    tried(WAYS[way].format(canary.address))
    assert canary.hits == []


@pytest.mark.parametrize("way", WAYS)
def test_the_canary_would_have_sung(way: str, canary: Canary) -> None:
    """The control: with the library's own fetcher each of these ways does knock."""
    html = PAGE.format(WAYS[way].format(canary.address))
    HTML(string=html, base_url="file:///").write_pdf(pdf_variant="pdf/ua-1")
    assert canary.hits != []


@pytest.mark.parametrize("rule", ["@import url({0}/a.css);", "@font-face {{ font-family: x; src: url({0}/a.ttf) }}"])
def test_a_stylesheet_knocks_no_more_than_the_page(rule: str, canary: Canary) -> None:
    with pytest.raises(FatalURLFetchingError):
        CSS(string=rule.format(canary.address), url_fetcher=pdf._fetcher(), font_config=pdf._fonts())
    assert canary.hits == []


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/a.css",
        "https://example.org/a.css",
        "ftp://example.org/a",
        "file:///etc/passwd",
        "file://example.org/etc/passwd",
        "file:///etc/%70asswd",
        f"{places.reports().as_uri()}/../pyproject.toml",
        f"{places.reports().as_uri()}/%2e%2e/pyproject.toml",
        f"{places.reports().as_uri()}/fonts",
        f"{places.reports().as_uri()}/fonts/none.ttf",
        "data:text/css,p{}",
        "javascript:alert(1)",
        "FILE:///etc/passwd",
    ],
)
def test_the_fetcher_refuses_what_is_not_ours(address: str) -> None:
    with pytest.raises(ValueError, match="only our own files"):
        pdf._fetcher()(address)


def test_the_fetcher_refuses_a_way_out_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "reports" / "out").symlink_to(tmp_path / "secret")
    with pytest.raises(ValueError, match="only our own files"):
        pdf.OwnFiles(tmp_path / "reports")((tmp_path / "reports" / "out").as_uri())


def test_the_fetcher_gives_our_own_files() -> None:
    answer = pdf._fetcher()(f"{places.reports().as_uri()}/sheet.css")
    assert answer.read() == (places.reports() / "sheet.css").read_bytes()
    assert answer.content_type == "text/css"


@pytest.mark.parametrize("way", ["img", "import", "font", "background"])
def test_paper_that_asks_for_a_foreign_file_is_not_printed(way: str) -> None:
    markup = WAYS[way].format("file:///etc")
    with pytest.raises(pdf.ForeignFileError):
        pdf.render(PAGE.format(markup), stylesheets=(), identifier="0" * 64)


def test_a_file_in_the_page_itself_is_refused_too() -> None:
    with pytest.raises(pdf.ForeignFileError):
        pdf.render(PAGE.format("<img alt='a' src='data:image/png,'/>"), stylesheets=(), identifier="0" * 64)
