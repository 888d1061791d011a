"""What may be typed: the short form of a daily, made from what it asks."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer
from wtforms import HiddenField, RadioField, SelectChoice, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import Optional
from wtforms.widgets import CheckboxInput, DateInput

from practice.answering import OwnForm
from practice.choosing import to_choose
from practice.homework.writing import clean
from practice.journal.words import MOST_MINUTES, Words
from practice.programme.library import Column, ColumnKind, Daily, Prompt, PromptKind, Readers, check

_QUIET = {"autocomplete": "off"}  # otherwise the browser keeps what was typed in its own files
_WHO = (Readers.ONLY_ME, Readers.COACH)


class EntryForm(OwnForm):
    """What every entry carries: its day, the state the page began from, and the list to tick as it was offered."""

    on = StringField("Which day", validators=[Optional()], widget=DateInput(), render_kw=_QUIET)
    base = HiddenField()
    offered = HiddenField()


class ActForm(OwnForm):
    """A button of an entry; nothing is typed."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands in the form before anything is typed."""

    words: Words
    on: date
    base: str = ""
    offered: tuple[str, ...] = ()


def form_for(daily: Daily, shown: Shown, *, coach: str, **carried: Any) -> EntryForm:
    """The form of a daily, filled with what is shown or with what was just typed."""
    words = shown.words
    data = carried | {"on": shown.on.isoformat(), "base": shown.base, "offered": _signed(daily, shown.offered)}
    who = to_choose([(Readers.ONLY_ME.value, "Only me"), (Readers.COACH.value, coach)])
    fields: dict[str, Any] = {"who-reads": RadioField("Who may read this", choices=who, validate_choice=False)}
    data["who-reads"] = words.readers.value
    for column in daily.lines:
        fields[f"line-{column.key}"] = _line(column)
        data[f"line-{column.key}"] = words.lines.get(column.key, "")
    if daily.kinds:
        kinds = to_choose((option.key, option.label) for option in daily.kinds)
        fields["kind"], data["kind"] = _tapped("Which kind it was", kinds), words.kind
    if daily.ticks:
        told = {"choices": [], "option_widget": CheckboxInput(), "validate_choice": False}
        fields["ticks"], data["ticks"] = SelectMultipleField("What you did", **told), list(words.ticks)
    if daily.minutes:
        fields["minutes"] = StringField("Minutes", render_kw={**_QUIET, "inputmode": "numeric"})
        data["minutes"] = str(words.minutes or "")
    if daily.low or daily.high:
        numbers = to_choose((str(number), str(number)) for number in range(11))
        fields["number"] = _tapped("From 0 to 10", numbers)
        data["number"] = None if words.number is None else str(words.number)
    form: EntryForm = type("DailyForm", (EntryForm,), fields)(data=data)
    if "ticks" in form:
        form.ticks.choices = to_choose((label, label) for label in offered(form, daily))
    return form


def offer(form: EntryForm, daily: Daily, labels: tuple[str, ...]) -> None:
    """Offer the list anew on a page that is shown again."""
    if "ticks" in form:
        form.offered.data = _signed(daily, labels)
        form.ticks.choices = to_choose((label, label) for label in labels)


def typed(form: EntryForm, daily: Daily) -> Words:
    """What was typed; where something cannot be kept, its field says so (see `form.errors`)."""
    return Words(
        lines={column.key: text for column in daily.lines if (text := _text(form[f"line-{column.key}"], column))},
        ticks=_ticks(form, daily),
        kind=_one_of(form, "kind", {option.key for option in daily.kinds}, "Please choose one of the kinds listed."),
        minutes=_minutes(form),
        number=_number(form),
        readers=_readers(form),
    )


def day_of(form: EntryForm) -> date | None:
    """The day that stands in the form; None, with a sentence beside it, where there is no such day."""
    try:
        day = date.fromisoformat(form.on.data or "")
    except ValueError:
        form.on.errors = ["Please give a day that exists."]
        return None
    return day


def offered(form: EntryForm, daily: Daily) -> tuple[str, ...]:
    """The list to tick as the page offered it: it comes back signed, so nothing has to be looked up to trust it."""
    try:
        key, *labels = _signer().loads(form.offered.data or "")
    except (BadSignature, ValueError, TypeError):
        return ()
    return tuple(labels) if key == daily.key else ()


def _signed(daily: Daily, labels: tuple[str, ...]) -> str:
    signed = _signer().dumps([daily.key, *labels])
    return signed if isinstance(signed, str) else signed.decode()


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), salt="what a daily offers to tick")


def _tapped(label: str, choices: list[SelectChoice]) -> Any:
    return RadioField(label, [Optional()], choices=choices, validate_choice=False)


def _line(column: Column) -> Any:
    if column.kind is ColumnKind.DATE:
        return StringField(column.label, widget=DateInput(), render_kw=_QUIET)
    return TextAreaField(column.label, render_kw={**_QUIET, "rows": 2 if column.kind is ColumnKind.LONG else 1})


def _text(field: Any, column: Column) -> str:
    text: str = clean(field.data or "").strip()
    kind = PromptKind.DATE if column.kind is ColumnKind.DATE else PromptKind.LONG
    if wrong := check(Prompt(column.key, kind, column.label, ""), text):
        field.errors = [wrong]
    return text


def _ticks(form: EntryForm, daily: Daily) -> tuple[str, ...]:
    if "ticks" not in form:
        return ()
    ticked = tuple(dict.fromkeys(clean(label) for label in form.ticks.data or []))
    if not set(ticked) <= set(offered(form, daily)):
        form.ticks.errors = ["Please tick only what is listed."]
    return ticked


def _one_of(form: EntryForm, name: str, known: set[str], sentence: str) -> str:
    chosen: str = (form[name].data or "") if name in form else ""
    if chosen and chosen not in known:
        form[name].errors = [sentence]
    return chosen


def _minutes(form: EntryForm) -> int | None:
    text = (form.minutes.data or "").strip() if "minutes" in form else ""
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 6) or int(text) > MOST_MINUTES:
        form.minutes.errors = [f"Please give the minutes as a number from 1 to {MOST_MINUTES:,}."]
        return None
    return int(text) or None


def _number(form: EntryForm) -> int | None:
    chosen = _one_of(form, "number", {str(number) for number in range(11)}, "Please choose a number from 0 to 10.")
    return int(chosen) if chosen and not form.number.errors else None


def _readers(form: EntryForm) -> Readers:
    chosen = _one_of(form, "who-reads", {each.value for each in _WHO}, "Please choose who may read this from the list.")
    return Readers(chosen) if chosen and not form["who-reads"].errors else Readers.ONLY_ME
