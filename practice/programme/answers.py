"""What a person answered to a prompt: whether it can be kept, whether anything is lacking, and how it reads."""

import calendar
from collections.abc import Callable, Iterator
from datetime import date

from practice.programme.prompts import Column, ColumnKind, Prompt, PromptKind

LONGEST = 20_000
LONGEST_SHORT = 500


def check(prompt: Prompt, value: object) -> str | None:
    """What is wrong with this answer, as a sentence for the person, or None. An unfinished answer is not wrong."""
    return None if value is None else CHECKS[prompt.kind](prompt, value)


def missing(prompt: Prompt, value: object) -> str | None:
    """What is still lacking before this answer can be sent, as a sentence for the person, or None."""
    if is_empty(prompt, value):
        return "Please answer this before you send." if prompt.required else None
    if prompt.kind is PromptKind.ROWS and (count := len(list(filled_rows(value)))) < prompt.least:
        return f"Please write at least {prompt.least} here; so far there {'is' if count == 1 else 'are'} {count}."
    return None


def is_empty(prompt: Prompt, value: object) -> bool:
    """Whether nothing was answered. 0 and "no" are answers."""
    if isinstance(value, str):
        return not value.strip()
    if prompt.kind is PromptKind.ROWS:
        return not any(filled_rows(value))
    return value is None or value == [] or value == {}


def filled_rows(value: object) -> Iterator[dict[str, str]]:
    """The rows in which something is written; a form sends blank ones too."""
    for row in value if isinstance(value, list) else ():
        if isinstance(row, dict) and any(isinstance(cell, str) and cell.strip() for cell in row.values()):
            yield row


def as_text(prompt: Prompt, value: object) -> str:
    """The answer as it reads on a page or on paper; empty where nothing (or nothing sensible) was answered."""
    if is_empty(prompt, value) or check(prompt, value):
        return ""
    labels = {option.key: option.label for option in prompt.options}
    match prompt.kind, value:
        case PromptKind.SCALE, int():
            return f"{value} out of 10"
        case PromptKind.YES_NO, bool():
            return "Yes" if value else "No"
        case PromptKind.CHECKLIST, list():
            return "\n".join(labels[key] for key in value)
        case PromptKind.ROWS, list():
            return "\n\n".join(_row_as_text(prompt, row) for row in filled_rows(value))
        case PromptKind.CHOICE, str():
            return labels[value]
        case PromptKind.DATE, str():
            return _day(value)
    return str(value).strip()


def _row_as_text(prompt: Prompt, row: dict[str, str]) -> str:
    cells = [(column, row.get(column.key, "").strip()) for column in prompt.columns]
    return "\n".join(
        f"{column.label}: {_day(cell) if column.kind is ColumnKind.DATE else cell}" for column, cell in cells if cell
    )


def _day(text: str) -> str:
    day = date.fromisoformat(text.strip())
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def _check_text(text: object, longest: int) -> str | None:
    if not isinstance(text, str):
        return "Please answer this in words."
    # A browser sends each line break as two characters and counts it as one.
    length = len(text.replace("\r\n", "\n"))
    if length > longest:
        return f"This is {length:,} characters long; at most {longest:,} can be kept. Please shorten it a little."
    if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        return "This holds a character that cannot be kept. Please type it again."
    return None


def _check_long(_prompt: Prompt, value: object) -> str | None:
    return _check_text(value, LONGEST)


def _check_short(_prompt: Prompt, value: object) -> str | None:
    return _check_text(value, LONGEST_SHORT)


def _check_scale(_prompt: Prompt, value: object) -> str | None:
    fine = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 10
    return None if fine else "Please choose a number from 0 to 10."


def _check_choice(prompt: Prompt, value: object) -> str | None:
    fine = value == "" or (isinstance(value, str) and value in {option.key for option in prompt.options})
    return None if fine else "Please choose one of the answers listed."


def _check_checklist(prompt: Prompt, value: object) -> str | None:
    keys = {option.key for option in prompt.options}
    if not isinstance(value, list) or not all(isinstance(key, str) and key in keys for key in value):
        return "Please tick only answers that are listed."
    return None if len(set(value)) == len(value) else "Please tick each answer once."


def _check_yes_no(_prompt: Prompt, value: object) -> str | None:
    return None if isinstance(value, bool) else "Please choose yes or no."


def _check_date(_prompt: Prompt, value: object) -> str | None:
    fine = isinstance(value, str) and (not value.strip() or _is_day(value))
    return None if fine else "Please give a day that exists."


def _is_day(text: str) -> bool:
    try:
        # Python also reads week dates and dates without hyphens; only the plain form is kept.
        return date.fromisoformat(text.strip()).isoformat() == text.strip()
    except ValueError:
        return False


def _check_rows(prompt: Prompt, value: object) -> str | None:
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        return "Please fill in the list line by line."
    if (count := len(list(filled_rows(value)))) > prompt.most:
        return f"There are {count} lines here; at most {prompt.most} can be kept."
    columns = {column.key: column for column in prompt.columns}
    for number, row in enumerate(value, start=1):
        for key, cell in row.items():
            wrong = _check_cell(columns[key], cell) if key in columns else "This column is not part of the list."
            if wrong:
                return f"Line {number}: {wrong}"
    return _check_text("\n".join("".join(row.values()) for row in value), LONGEST)


def _check_cell(column: Column, cell: object) -> str | None:
    if column.kind is ColumnKind.DATE and isinstance(cell, str) and cell.strip() and not _is_day(cell):
        return "Please give a day that exists."
    return _check_text(cell, LONGEST if column.kind is ColumnKind.LONG else LONGEST_SHORT)


CHECKS: dict[PromptKind, Callable[[Prompt, object], str | None]] = {
    PromptKind.LONG: _check_long,
    PromptKind.SHORT: _check_short,
    PromptKind.SCALE: _check_scale,
    PromptKind.CHOICE: _check_choice,
    PromptKind.CHECKLIST: _check_checklist,
    PromptKind.ROWS: _check_rows,
    PromptKind.YES_NO: _check_yes_no,
    PromptKind.DATE: _check_date,
}
