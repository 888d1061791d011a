"""The library's door: programmes are loaded from files here, and steps are kept as JSON and read again."""

import json
import tomllib
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

from practice.programme.answers import LONGEST, as_text, check, is_empty, missing
from practice.programme.prompts import Column, ColumnKind, Option, Prompt, PromptKind, Readers
from practice.programme.reading import Place, Problem, read
from practice.programme.rules import problems_of, problems_of_step
from practice.programme.steps import Credit, Group, Measure, Programme, Step
from practice.programme.ways import Checks, Cosigned, Daily, Done, DoneKind, Ledger, Mechanic, Pace, Ready, Turns

__all__ = [
    "LONGEST", "SHIPPED", "Checks", "Column", "ColumnKind", "Cosigned", "Credit", "Daily", "Done", "DoneKind", "Group",
    "Ledger", "Measure", "Mechanic", "Option", "Pace", "Problem", "Programme", "ProgrammeError", "Prompt", "PromptKind",
    "Readers", "Ready", "Step", "Turns", "as_text", "check", "is_empty", "load",
    "missing", "problems_of", "problems_of_step", "step_from_json", "to_json",
]  # fmt: skip

SHIPPED = Path(__file__).with_name("getting_back_together.toml")


class ProgrammeError(Exception):
    """A programme that cannot be used, with everything that is wrong in it."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        super().__init__(path, problems)
        self.path = path
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join([f"{self.path} cannot be used:", *map(self._line, self.problems)])

    @staticmethod
    def _line(problem: Problem) -> str:
        where = [f"step {problem.step}"] * bool(problem.step) + [f"key {problem.key}"] * bool(problem.key)
        return f"- {', '.join(where)}: {problem.sentence}" if where else f"- {problem.sentence}"


def load(path: Path) -> Programme:
    """The programme in this TOML file; ProgrammeError names file, step and key of all that is wrong."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ProgrammeError(path, (Problem("", "", f"It cannot be read: {error}"),)) from error
    problems: list[Problem] = []
    programme = read(Programme, table, Place(problems))
    if isinstance(programme, Programme):
        # The rules are told together with the shape, so that one look at the file mends all.
        problems += [found for found in problems_of(programme) if not _follows(found, problems)]
    if problems or not isinstance(programme, Programme):
        raise ProgrammeError(path, tuple(problems))
    return programme


def _follows(found: Problem, told: list[Problem]) -> bool:
    """Whether this is only the echo of a part that could not be read, for blanks stand in its place."""
    return any(problem.step == found.step and _echoes(found.key, problem.key) for problem in told)


def _echoes(key: str, told: str) -> bool:
    parent, _, last = told.rpartition(".")
    # What a prompt needs hangs on its kind, and what a step may do on whether it is done together.
    hangs_on_it = last in ("kind", "together") and key.rpartition(".")[0] == parent
    return hangs_on_it or f"{told}.".startswith(f"{key}.")


def to_json(step: Step) -> str:
    """The step as JSON, to be kept with the version a couple was given."""
    return json.dumps(asdict(step), ensure_ascii=False, sort_keys=True)


@lru_cache(maxsize=256)  # a step that was kept never changes, and each page of it asks again
def step_from_json(text: str) -> Step:
    """The step as it was kept, read for what it has; ValueError where it is no step."""
    problems: list[Problem] = []
    step = read(Step, _without_none(json.loads(text)), Place(problems, strict=False))
    if problems or not isinstance(step, Step):
        raise ValueError(f"This is not a step that was kept: {problems}")
    return step


def _without_none(value: object) -> object:
    """TOML has no null and the reader knows none: what is not there takes its default."""
    if isinstance(value, dict):
        return {key: _without_none(item) for key, item in value.items() if item is not None}
    return [_without_none(item) for item in value] if isinstance(value, list) else value
