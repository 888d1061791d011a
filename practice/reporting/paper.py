"""Facts to HTML for paper: a strict, sandboxed Jinja over reports/, which can set words and cannot compute."""

from datetime import date
from functools import cache
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from practice import places
from practice.charts.changes import change
from practice.charts.lines import line_chart
from practice.charts.sparks import sparkline
from practice.charts.strips import step_strip
from practice.reporting.facts import facts_digest

# What may not stand in a file of text: control characters, save tab and new line.
_CONTROLS = [*range(9), 11, 12, *range(14, 32), *range(127, 160), 0xFFFE, 0xFFFF]
_UNPRINTABLE = dict.fromkeys([*_CONTROLS, *range(0xD800, 0xE000)])


class Paper(ImmutableSandboxedEnvironment):
    """Jinja without sums, without filters but escaping, without functions but our charts."""

    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "%", "**"])
    intercepted_unops = frozenset(["+", "-"])

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        raise self.refusal(operator)

    def call_unop(self, context: Any, operator: str, arg: Any) -> Any:
        raise self.refusal(operator)

    def refusal(self, operator: str) -> Exception:
        return ArithmeticError(f"a report's template may not compute ({operator}): put it in the facts")


def _printed(value: Any) -> Any:
    """What stands on paper is text, a whole number or a day; anything else is a mistake in the template."""
    if isinstance(value, Undefined):
        return value  # it says so itself, with its own error
    if isinstance(value, Markup):
        return value.translate(_UNPRINTABLE)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise TypeError(f"{type(value).__name__} cannot be printed")
    return str(value).translate(_UNPRINTABLE)


@cache
def _environment() -> Paper:
    paper = Paper(
        loader=FileSystemLoader(places.reports()),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    paper.filters = {name: paper.filters[name] for name in ("e", "escape")}
    paper.globals = {"step_strip": step_strip, "line_chart": line_chart, "sparkline": sparkline, "change": change}
    return paper


def html(report: str, facts: Any) -> str:
    """The report as one HTML document; `report` names its folder below reports/."""
    digest = facts_digest(facts)
    template = _environment().get_template(f"{report}/report.html")
    return template.render(facts=facts, sheet=facts.sheet, digest=digest, short_digest=digest[:12])


def stylesheets(report: str, facts: Any) -> tuple[str, ...]:
    """The paper's sheets, widest first; the size of the page is the last word."""
    letter = ("letter.css",) if facts.sheet.size == "Letter" else ()
    return ("sheet.css", f"{report}/report.css", *letter)
