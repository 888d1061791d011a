"""Facts become HTML strictly: nothing missing, nothing computed, nothing alive."""

import dataclasses
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import DictLoader, UndefinedError
from jinja2.exceptions import SecurityError, TemplateAssertionError

from practice import places
from practice.reporting import paper
from practice.reporting.facts import Sheet
from tests.reporting import sample

PAPER = [path for path in places.reports().rglob("*") if path.suffix in (".html", ".css")]


def said(source: str, **values: object) -> str:
    """What a template of one line prints in the report's own Jinja."""
    strict = paper._environment().overlay(loader=DictLoader({"line": source}), cache_size=0)
    return strict.get_template("line").render(**values)


def test_the_sample_is_set_with_every_section() -> None:
    html = paper.html("progress", sample.facts())
    for heading in ("What makes it last", "Where the steps stand", "When you met", "In your own words", "Notes"):
        assert f"<h2>{heading}</h2>" in html


def test_an_empty_section_is_left_out_with_its_heading() -> None:
    html = paper.html("progress", dataclasses.replace(sample.facts(), meetings=(), together=(), own=()))
    assert "When you met" not in html
    assert "In your own words" not in html
    assert "From your own steps" not in html


def test_a_fact_that_is_missing_stops_the_paper() -> None:
    @dataclass(frozen=True)
    class Less:
        sheet: Sheet

    with pytest.raises(UndefinedError):
        paper.html("progress", Less(sample.facts().sheet))


@pytest.mark.parametrize("line", ["{{ 1 + 1 }}", "{{ a - b }}", "{{ a * 2 }}", "{{ a / b }}", "{{ a % b }}", "{{ -a }}"])
def test_a_template_cannot_compute(line: str) -> None:
    with pytest.raises(ArithmeticError, match="may not compute"):
        said(line, a=3, b=2)


@pytest.mark.parametrize("name", ["safe", "sum", "round", "int", "float", "length", "join", "replace", "tojson", "attr"])
def test_a_template_has_no_filters_but_escaping(name: str) -> None:
    with pytest.raises(TemplateAssertionError):
        said(f"{{{{ a|{name} }}}}", a="<b>")


def test_a_template_cannot_reach_behind_the_facts() -> None:
    with pytest.raises(SecurityError):
        said("{{ a.__class__.__mro__ }}", a="text")


@pytest.mark.parametrize("name", ["range", "dict", "lipsum", "cycler", "namespace"])
def test_a_template_has_no_functions_but_our_charts(name: str) -> None:
    with pytest.raises(UndefinedError):
        said(f"{{{{ {name}() }}}}")


@pytest.mark.parametrize("value", [None, True, 1.5, ("a",), object()])
def test_what_is_not_text_a_whole_number_or_a_day_cannot_be_printed(value: object) -> None:
    with pytest.raises(TypeError, match="cannot be printed"):
        said("{{ a }}", a=value)


def test_markup_in_an_answer_is_text() -> None:
    html = paper.html("progress", sample.saying("<script>alert(1)</script><img src=x onerror=y>", name="<b>Ana</b>"))
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;" in html


def test_control_characters_are_left_out() -> None:
    html = paper.html("progress", sample.saying("before\x00\x0b\x1b\ud800after"))
    assert "beforeafter" in html


@pytest.mark.parametrize("path", PAPER, ids=lambda path: path.name)
def test_nothing_on_paper_is_hidden_by_style(path: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    assert not re.search(r"display:\s*none|visibility|opacity|text-indent:\s*-|clip|font-size:\s*0|<details|hidden", text)
    assert not re.search(r"\|\s*safe|style=|<script|https?://|data:", text)
