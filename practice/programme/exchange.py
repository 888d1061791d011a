"""Programmes on their way: as plain tables, as text to be kept, and as files that leave and come back."""

import json
import re
import tomllib
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

import tomli_w

from practice.programme import limits
from practice.programme.keys import KEY, SLUG
from practice.programme.reading import EMPTY, Place, Problem, read
from practice.programme.rules import problems_of
from practice.programme.steps import Programme, Step

_AT = re.compile(r" \(at line (\d+), column (\d+)\)$")


class NotAProgramme(Exception):
    """A file that cannot be taken in, with everything that is wrong in it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(len(problems))
        self.problems = problems


def as_table(noun: Any) -> dict[str, Any]:
    """A noun of a programme as plain tables and lists; what stands at its default is left out."""
    standing = ((f, getattr(noun, f.name)) for f in fields(noun))
    return {f.name: _plain(value) for f, value in standing if f.default is MISSING or value != f.default}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return as_table(value)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def kept(programme: Programme) -> str:
    """A programme as text for a row, finished or not."""
    return json.dumps(as_table(programme), ensure_ascii=False, default=date.isoformat)


@lru_cache(maxsize=64)  # every page of an editor reads the same text again
def from_kept(text: str) -> Programme:
    """A programme as it was kept."""
    table = json.loads(text)
    table["credit"]["published_on"] = date.fromisoformat(table["credit"]["published_on"])
    found: Programme = again(Programme, table)
    return found


def frame_of(programme: Programme) -> str:
    """What stands round the steps, as text for a row. The version is the edition's own."""
    return kept(replace(programme, steps=(), version=1))


def frame_from(text: str, steps: tuple[Step, ...], version: int = 1) -> Programme:
    """The programme of a frame and its steps."""
    return replace(from_kept(text), steps=steps, version=version)


def again(kind: type, table: dict[str, Any]) -> Any:
    """A noun read again from a table of ours; ValueError where the table has another shape."""
    problems: list[Problem] = []
    noun = read(kind, table, Place(problems, strict=False))
    if problems or noun is None:
        raise ValueError(f"This is not what was kept: {problems}")
    return noun


def to_file(programme: Programme) -> bytes:
    """A programme as a TOML file like the one that ships with the product."""
    return tomli_w.dumps(as_table(programme), multiline_strings=True).encode()


def from_file(data: bytes) -> Programme:
    """The programme in a file. What is only unfinished may stay so; anything else raises NotAProgramme."""
    try:
        return _from_table(_table_in(data))
    except RecursionError:
        raise NotAProgramme([Problem("", "", "Its parts lie within each other too deeply to be read.")]) from None


def unfinished(programme: Programme) -> list[Problem]:
    """What must be seen to before it can be published; the same that a file is held to."""
    problems: list[Problem] = []
    read(Programme, as_table(programme), Place(problems))
    return [*problems, *problems_of(programme)]


def _table_in(data: bytes) -> dict[str, Any]:
    if len(data) > limits.BYTES:
        raise NotAProgramme([Problem("", "", "The file is larger than 1 MB. A programme takes much less.")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        told = f"Line {line}: the file is not written in UTF-8. Save it as UTF-8 text and try again."
        raise NotAProgramme([Problem("", "", told)]) from None
    if line := limits.dotted_line(text):
        raise NotAProgramme([Problem("", "", f"Line {line}: too many names are strung together by dots.")])
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NotAProgramme([Problem("", "", _with_line(str(error)))]) from None
    except ValueError:
        raise NotAProgramme([Problem("", "", "There is a number in it that is too long to be read.")]) from None


def _with_line(message: str) -> str:
    """What the reader says, with the line in front."""
    if at := _AT.search(message):
        return f"Line {at[1]}, character {at[2]}: {message[: at.start()][:300]}."
    return f"{message[:300].removesuffix(' (at end of document)')}, at the end of the file."


def _from_table(table: dict[str, Any]) -> Programme:
    if problems := list(limits.excess(table)):
        raise NotAProgramme(problems)
    programme = read(Programme, table, Place(problems))
    if not isinstance(programme, Programme) or not table:
        raise NotAProgramme([Problem("", "", "There is no programme in this file.")])
    names = list(_of_names(programme))
    if names or any(problem.sentence != EMPTY for problem in problems):
        rules = problems_of(programme) if not problems else ()
        raise NotAProgramme(list(dict.fromkeys([*problems, *names, *rules])))
    return programme


def _of_names(programme: Programme) -> list[Problem]:
    """Names that an address could not carry, or that two parts would share: these cannot wait."""
    found = [Problem("", "version", "should be 1 or more.")] if programme.version < 1 else []
    found += _wrong_names("", "closing", [measure.key for measure in programme.closing])
    slugs = [step.slug for step in programme.steps]
    found += [] if SLUG.fullmatch(programme.slug) else [Problem("", "slug", "should be small letters and hyphens.")]
    found += [Problem(slug, "slug", "should be small letters and hyphens.") for slug in slugs if not SLUG.fullmatch(slug)]
    found += [Problem(slug, "slug", "is used by two steps.") for slug in sorted(set(slugs)) if slugs.count(slug) > 1]
    return found + [problem for step in programme.steps for problem in _of_names_in(step)]


def _of_names_in(step: Step) -> list[Problem]:
    found = _wrong_names(step.slug, "groups", [group.key for group in step.groups])
    found += _wrong_names(step.slug, "prompts", [prompt.key for prompt in step.prompts])
    for field in ("dailies", "ledgers", "texts"):
        found += _wrong_names(step.slug, field, [part.key for part in getattr(step, field)])
    return found


def _wrong_names(step: str, field: str, keys: list[str]) -> list[Problem]:
    wrong = [Problem(step, f"{field}.{k}.key", "should be small letters and underscores.") for k in keys if not KEY.fullmatch(k)]
    return wrong + [Problem(step, f"{field}.{k}", "is used twice.") for k in sorted(set(keys)) if keys.count(k) > 1]
