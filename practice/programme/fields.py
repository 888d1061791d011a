"""How parts of a programme stand in a form's plain fields, and are made of them again."""

from dataclasses import fields
from enum import StrEnum
from typing import Any

from practice.programme.exchange import again, as_table
from practice.programme.keys import KEY
from practice.programme.limits import NAME
from practice.programme.short_names import keys_from
from practice.programme.steps import Programme
from practice.programme.ways import Done


def standing(noun: Any, names: list[str]) -> dict[str, Any]:
    """The fields of these names as a form shows them: options as lines, columns and facts as rows."""
    return {name: _standing(noun, name) for name in names}


def made(noun: Any, typed: dict[str, Any]) -> Any:
    """The noun with what was typed; ValueError where it cannot be one."""
    table = as_table(noun)
    for name, value in typed.items():
        if name.startswith("credit_"):
            table["credit"][name.removeprefix("credit_")] = value
        else:
            table[name] = _kept(getattr(noun, name), _hint(noun, name), value)
    return again(type(noun), {name: value for name, value in table.items() if value is not None})


def is_rows(noun: Any, name: str) -> bool:
    """Whether a field stands as rows of several fields."""
    return any(kind in _hint(noun, name) for kind in ("Column", "Done"))


def _standing(noun: Any, name: str) -> Any:
    if name.startswith("credit_") and isinstance(noun, Programme):
        return getattr(noun.credit, name.removeprefix("credit_"))
    value = getattr(noun, name)
    if isinstance(value, tuple):
        return _listed(value, _hint(noun, name))
    if isinstance(value, StrEnum):
        return value.value
    return "" if value is None else value


def _listed(value: tuple[Any, ...], hint: str) -> Any:
    if "Option" in hint:
        return "\n".join(_one_line(option.label) for option in value)
    if "Column" in hint:
        return [{"key": column.key, "label": column.label, "kind": column.kind.value} for column in value]
    if "Done" in hint:
        return [{**{field.name: getattr(done, field.name) for field in fields(Done)}, "kind": done.kind.value} for done in value]
    return [str(item) for item in value]


def _hint(noun: Any, name: str) -> str:
    return next((str(field.type) for field in fields(noun) if field.name == name), "")


def _kept(before: Any, hint: str, value: Any) -> Any:
    if "Option" in hint:
        labels = [label for line in (value or "").splitlines() if (label := _one_line(line))]
        keys = keys_from(labels, [(option.key, _one_line(option.label)) for option in before])
        return [{"key": key, "label": label} for key, label in zip(keys, labels, strict=True)]
    if "Column" in hint:
        return _columns([row for row in value or () if _one_line(row["label"] or "")])
    if "Done" in hint:
        return [row for row in value or () if row["kind"]]
    # "As the step says", and its like, are what a noun has when nothing is said.
    return None if value == "" and "None" in hint else value


def _columns(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    labels = [_one_line(row["label"]) for row in rows]
    known = [row["key"] if row["key"] and len(row["key"]) <= NAME and KEY.fullmatch(row["key"]) else "" for row in rows]
    keys = keys_from(labels, list(zip(known, labels, strict=True)))
    return [{"key": k, "label": label, "kind": row["kind"]} for k, label, row in zip(keys, labels, rows, strict=True)]


def _one_line(text: str) -> str:
    return " ".join(text.split())
