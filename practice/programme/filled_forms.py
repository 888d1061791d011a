"""The form of one part, filled with what stands there, with what can be pointed at from it to choose from."""

from typing import Any

from wtforms import FieldList

from practice.choosing import to_choose
from practice.programme.editing import Place, find, is_facts
from practice.programme.fields import is_rows, standing
from practice.programme.forms import PartForm
from practice.programme.part_forms import FORMS, FactsForm
from practice.programme.prompts import Prompt, PromptKind
from practice.programme.steps import Programme, Step
from practice.programme.ways import Cosigned, Daily, Ledger

_MORE_ROWS = 2  # blank ones, so that something can be added without a script


def form_for(programme: Programme, place: Place, save_key: str) -> PartForm:
    """The form of the part at a place, filled with what stands there, or with what was typed. Raises: Gone."""
    facts = is_facts(place)
    part = find(programme, place[:-1] if facts else place)
    kind = FactsForm if facts else FORMS[type(part)]
    data = standing(part, kind.names())
    for name, value in data.items():
        if is_rows(part, name):
            data[name] = [*value, *({} for _ in range(_MORE_ROWS))]
    form = kind(data={**data, "seen": kind.state(part), "save_key": save_key})
    _offer(form, programme, place, part)
    return form


def differing(form: PartForm, part: Any) -> list[tuple[str, str]]:
    """What stands there now where something else was typed: each field's label and its words."""
    now = standing(part, form.names())
    return [
        (form[name].label.text, _told(value))
        for name, value in now.items()
        if name in form and _told(form[name].data) != _told(value)
    ]


def _told(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(filter(None, map(_told, value)))
    if isinstance(value, dict):
        # A blank line of the form and one that is not there are the same.
        named = value.get("label") if "label" in value else value.get("kind")
        return " · ".join(str(each) for each in value.values() if each) if named else ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return "\n".join(filter(None, map(str.strip, str(value).splitlines()))) if value is not None else ""


def _offer(form: PartForm, programme: Programme, place: Place, part: Any) -> None:
    """What can be pointed at from here; a field that could offer nothing is left out."""
    step = find(programme, place[:2]) if len(place) > 1 and place[0] == "steps" else None
    if step is None:
        return
    asked = [(prompt.key, _short(prompt)) for prompt in step.prompts]
    lists = [(p.key, _short(p)) for p in step.prompts if p.kind is PromptKind.ROWS]
    ticked = [(p.key, _short(p)) for p in step.prompts if p.kind in (PromptKind.ROWS, PromptKind.CHECKLIST)]
    match part:
        case Prompt():
            told = [
                (f"{s.slug}.{p.key}", f"{s.title}: {_short(p)}") for s in programme.steps for p in _written(s) if p is not part
            ]
            _many(form, "begins_with", told, part.begins_with)
        case Daily():
            _many(form, "ticks", ticked, part.ticks)
        case Cosigned():
            _many(form, "begins_with", asked, part.begins_with)
        case Ledger():
            others = [(it.key, f"{s.title}: {it.title}") for s in programme.steps for it in s.ledgers if it is not part]
            _one(form, "about", others, part.about)
            _one(form, "made_from", lists, part.made_from)
        case Step() if "done" in form:
            parts = [(p.key, p.title) for p in (*step.dailies, *step.ledgers, *step.texts)]
            columns = [(c.key, f"{c.label} ({_short(p)})") for p in step.prompts for c in p.columns]
            _facts(form.done, [*asked, *parts], columns, step)


def _written(step: Step) -> list[Prompt]:
    return [prompt for prompt in step.prompts if prompt.kind in (PromptKind.ROWS, PromptKind.LONG, PromptKind.SHORT)]


def _many(form: PartForm, name: str, offered: list[tuple[str, str]], chosen: tuple[str, ...]) -> None:
    known = dict(offered)
    form[name].choices = to_choose([*offered, *((key, f"{key} (no longer there)") for key in chosen if key not in known)])
    if not form[name].choices:
        del form[name]


def _one(form: PartForm, name: str, offered: list[tuple[str, str]], chosen: str) -> None:
    gone = [(chosen, f"{chosen} (no longer there)")] if chosen and chosen not in dict(offered) else []
    form[name].choices = to_choose([("", "None"), *dict(offered).items(), *gone])


def _facts(lines: FieldList, subjects: list[tuple[str, str]], columns: list[tuple[str, str]], step: Step) -> None:
    for entry in lines.entries:
        for name, offered in (("of", subjects), ("column", columns)):
            known = {**dict(offered), **{str(getattr(fact, name)): str(getattr(fact, name)) for fact in step.done}, "": ""}
            named = [(key, dict(offered).get(key) or f"{key} (no longer there)") for key in known if key]
            entry.form[name].choices = to_choose([("", "Nothing"), *named])


def _short(prompt: Prompt) -> str:
    return prompt.ask if len(prompt.ask) <= 70 else f"{prompt.ask[:67].rstrip()}…"
