"""Templates speak and nothing else: no trusted text, no inline style or script, no sums, no queries."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.house.files import files, name, told

LANGUAGE = Environment(autoescape=True, extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"])
INLINE = {
    "inline style": re.compile(r"\sstyle\s*=|<style", re.IGNORECASE),
    "inline script": re.compile(r"<script(?![^>]*\ssrc=)|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE),
}
SUMS = (nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)


def faults(text: str) -> list[str]:
    """What a template does that it should not."""
    tree = LANGUAGE.parse(text)
    found = [kind for kind, pattern in INLINE.items() if pattern.search(text)]
    found += [f"|{piped.name}" for piped in tree.find_all(nodes.Filter) if piped.name == "safe"]
    found += ["autoescape" for _ in tree.find_all(nodes.ScopedEvalContextModifier)]
    found += ["arithmetic" for sums in SUMS for _ in tree.find_all(sums)]
    found += [f"query: {a.attr}" for a in tree.find_all(nodes.Getattr) if a.attr in ("query", "session", "execute")]
    return found


@pytest.mark.parametrize("path", files("templates", ending=".html"), ids=name)
def test_a_template_only_speaks(path: Path) -> None:
    assert faults(told(path)) == []


@pytest.mark.parametrize("path", files("reports", ending=".html"), ids=name)
def test_paper_never_trusts_text(path: Path) -> None:
    assert [fault for fault in faults(told(path)) if fault in ("|safe", "autoescape")] == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ answer | safe }}",
        '<p style="color: red">',
        "<script>alert(1)</script>",
        '<a href="#" onclick="go()">',
        "{% autoescape false %}{{ answer }}{% endautoescape %}",
        "{{ done / all }}",
        "{{ Homework.query.all() }}",
    ],
)
def test_a_deliberate_fault_is_found(text: str) -> None:
    assert len(faults(text)) == 1


def test_a_plain_template_passes() -> None:
    assert faults('<script src="{{ src }}" nonce="{{ csp_nonce() }}"></script><p>{{ a ~ b }}</p>') == []
