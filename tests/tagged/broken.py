"""A good file with every kind of thing in it, and the few moves with which tests break it in one place."""

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from practice.charts.strips import StripState, StripStep, step_strip
from practice.reporting import pdf
from tests.tagged.faults import faults

PAGE = """<html lang="en-GB"><head><title>All kinds</title></head><body>
<div class="page-practice">Harbour Practice</div>
<main>
<h1>One</h1>
<p>Text with <em>stress</em>, <span style="text-decoration: underline">a line</span>, see <a href="#note">the note</a>.</p>
<h2>Lists</h2>
<ul><li>one</li><li>two <strong>bold</strong></li><li><p>first</p><p>second</p></li><li>outer<ul><li>inner</li></ul></li></ul>
<ul style="list-style: none"><li>without a mark</li></ul>
<dl><dt>term</dt><dd>meaning</dd></dl>
<h2>Table</h2>
<table><caption>Caption</caption>
<thead><tr><th scope="col">A</th><th scope="col" colspan="2">B</th></tr></thead>
<tbody><tr><th scope="row">r</th><td>1</td><td>2</td></tr>
<tr><th scope="row" rowspan="2">s</th><td>3</td><td>4</td></tr><tr><td>5</td><td>6</td></tr></tbody></table>
<h3>Chart</h3>
CHART
<p id="note">The note.</p>
<p style="break-before: page">The second page.</p>
</main></body></html>"""


@cache
def good() -> bytes:
    steps = [StripStep(number, f"Step {number}", StripState.DONE, "Together") for number in range(1, 5)]
    html = PAGE.replace("CHART", str(step_strip(steps, id="steps", finding="All four are done.")))
    return pdf.render(html, stylesheets=("sheet.css",), identifier="0" * 64)


def told(break_it: Callable[[Pdf], object]) -> list[str]:
    """What is found in the good file after one change."""
    with pikepdf.open(io.BytesIO(good())) as file:
        break_it(file)
        kept = io.BytesIO()
        file.save(kept)
    return faults(kept.getvalue())


def elements(file: Pdf, kind: str) -> list[Any]:
    """The structure elements of a kind, in order."""

    def below(node: Any) -> list[Any]:
        kids = [kid for kid in node.get("/K", Array()) if isinstance(kid, Dictionary) and "/S" in kid]
        return [each for kid in kids for each in (kid, *below(kid))]

    return [each for each in below(file.Root.StructTreeRoot) if str(each.S) == f"/{kind}"]


def element(file: Pdf, kind: str, place: int = 0) -> Any:
    return elements(file, kind)[place]


def put(file: Pdf, where: Any, kind: str, *kids: str) -> Any:
    """A new element as the last within another, with empty ones in it."""
    new = file.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=where, Pg=file.pages[0].obj, K=Array()))
    where.K.append(new)
    for kid in kids:
        put(file, new, kid)
    return new


def renamed(kind: str, other: str, place: int = 0) -> Callable[[Pdf], object]:
    """Call an element something else."""

    def rename(file: Pdf) -> None:
        element(file, kind, place).S = Name(f"/{other}")

    return rename


def shown(words: str, first: str = "") -> Callable[[Pdf], object]:
    """Let the first page show something more after all else, or before."""

    def show(file: Pdf) -> None:
        page = file.pages[0]
        page.Contents = file.make_stream(first.encode() + b"\n" + page.Contents.read_bytes() + b"\n" + words.encode())

    return show


def replaced(old: bytes, new: bytes) -> Callable[[Pdf], object]:
    """Write something else, once, into what the first page shows."""

    def replace(file: Pdf) -> None:
        page = file.pages[0]
        text = page.Contents.read_bytes()
        assert old in text
        page.Contents = file.make_stream(text.replace(old, new, 1))

    return replace


def font(file: Pdf) -> Any:
    """The face of the first letter on the first page."""
    faces = file.pages[0].Resources.Font
    words = file.pages[0].Contents.read_bytes().split()
    return faces[words[words.index(b"Tf") - 2].decode()]
