"""Files from outside: the words of an instrument, or a whole one, as TOML. What is too large or no text is told, not read."""

import json
import tomllib
from collections.abc import Mapping
from typing import Any

import tomli_w

from practice.measures.instruments import Instrument, InstrumentError, from_toml, to_json
from practice.programme import limits

_NAME = "The file"


def text_of(data: bytes) -> str:
    """The text in a file. Raises: InstrumentError."""
    if len(data) > limits.BYTES:
        raise _wrong("It is larger than 1 MB. A questionnaire takes much less.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _wrong("It is not plain text in UTF-8. Save it as text, or paste the words instead.") from None
    if not limits.is_legible(text):
        raise _wrong("It holds characters that cannot be shown. Please save it as plain text.")
    return text


def whole(text: str) -> Instrument:
    """The instrument that a text describes. Raises: InstrumentError."""
    if line := limits.dotted_line(text):
        raise _wrong(f"Line {line}: too many names are strung together by dots.")
    try:
        return from_toml(text, _NAME)
    except (ValueError, ArithmeticError, RecursionError) as error:
        if isinstance(error, InstrumentError):
            raise
        raise _wrong("There is a number in it that cannot be read.") from None


def wording(text: str) -> tuple[str, str, str]:
    """Introduction, items and options, each as one would paste it. Raises: InstrumentError.

    `items` is a list of texts; `options` a list of texts for all of them, or `[[blocks]]` with `items = "2-4"` and `options`.
    """
    if line := limits.dotted_line(text):
        raise _wrong(f"Line {line}: too many names are strung together by dots.")
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError):
        raise _wrong("It is not TOML. Paste the words instead, one question a line.") from None
    blocks = table.get("blocks", [])
    parts = [_lines(table.get("options", []))] if table.get("options") else []
    for block in blocks if isinstance(blocks, list) else []:
        if isinstance(block, Mapping):
            parts.append("\n".join([f"{block.get('items', '')}:", _lines(block.get("options", []))]))
    return str(table.get("introduction", "")), _lines(table.get("items", [])), "\n\n".join(parts)


def as_text(instrument: Instrument) -> str:
    """The instrument as such a file, to be changed and brought again."""
    return tomli_w.dumps(_without_empty(json.loads(to_json(instrument))))


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_empty(inner) for key, inner in value.items() if inner not in (None, "", [])}
    return [_without_empty(inner) for inner in value] if isinstance(value, list) else value


def _lines(told: object) -> str:
    if not isinstance(told, list) or not all(isinstance(line, str) for line in told):
        raise _wrong("Its items and options should be lists of texts.")
    return "\n".join(" ".join(line.split()) for line in told)


def _wrong(sentence: str) -> InstrumentError:
    return InstrumentError(_NAME, [("", sentence)])
