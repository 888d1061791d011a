"""The wording check: sentences that lay the blame on the other. It asks about them, and never holds anything up."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from practice.homework.drafts import Content
from practice.programme.library import Prompt, Step

LONGEST_QUOTE = 240
_TEXT_KINDS = ("long", "short", "rows")

# Written with a plain apostrophe and single blanks; both are widened below to whatever people type.
_PATTERNS = (
    r"(?<!and )(?<!thank )you(?:'ve| have|'d| had|'re| are| were)? (?:always|never|constantly)",
    r"you(?:'ve| have|'d| had)? (?:not once|never once|don't ever|didn't ever|only ever)",
    r"you don't ever",
    r"all you (?:ever )?(?:do|did|care about|cared about|think about|thought about) (?:is|was)",
    r"(?:just |only )?because of you(?!r)",
    r"you (?:made|make) me(?! (?:laugh|smile|happy|proud|feel safe|feel loved|tea|coffee|breakfast|a))",
    r"you (?:forced|force|drove|drive|pushed|push) me",
    r"you left me no choice",
    r"(?:your|your own) (?:own )?fault",
    r"fault (?:is|was|lies|lay) (?:yours|with you)",
    r"you(?:'re| are| were) (?:the one )?to blame",
    r"(?:i|we|they) blamed? you",
    r"if (?:only )?you had(?:n't| not)?",
    r"if you'd(?:n't| not)?",
    r"if only you",
    r"if it (?:wasn't|weren't|was not|were not|hadn't been|had not been) for you",
    r"you (?:should|could) (?:have|at least|never have)",
    r"you ruin(?:ed)?",
    r"you(?:'ve| have) ruined",
    r"you (?:spoiled|spoilt|destroyed|wrecked)",
    r"(?:that's|that is|this is|it's|it is|it was) (?:all )?(?:because of|down to|on) you(?!r)",
    r"(?:it's|it is|it was) all you",
    r"what(?:'s| is) wrong with you",
)


def _wide(pattern: str) -> str:
    return pattern.replace("'", "['’‘ʼ`´]").replace(" ", r"\s{1,8}")


# A look back cannot be of open length, so these keep their single blank.
_LOOKS_BACK = ("(?<!and )", "(?<!thank )")


def _compiled() -> re.Pattern[str]:
    wide = []
    for pattern in _PATTERNS:
        looks = [look for look in _LOOKS_BACK if look in pattern]
        for look in looks:
            pattern = pattern.replace(look, "")
        wide.append("".join(looks) + _wide(pattern))
    return re.compile(rf"\b(?:{'|'.join(wide)})\b", re.IGNORECASE)


_BLAME = _compiled()
_END = re.compile(r"[.!?…][\"”’»)\]]*\s+|\n[ \t\r]*\n\s*")
# What somebody owns up to having said is their own part already.
_QUOTED = re.compile(
    r"\b(?:said|say|saying|says|shouted|shout|shouting|told you|tell you|thought|thinking|wrote|called)\b[:,]?\s{1,4}(?:that )?"
    r"(?:“[^”\n]{1,300}”|\"[^\"\n]{1,300}\"|«[^»\n]{1,300}»)",
    re.IGNORECASE,
)


def blaming(text: str) -> list[str]:
    """The sentences of a text that lay blame, each word for word as it stands there; a very long one around the blame."""
    hidden = _QUOTED.sub(lambda found: " " * len(found[0]), text)
    found = []
    for start, end in _sentences(hidden):
        if match := _BLAME.search(hidden, start, end):
            found.append(_quote(text, start, end, match))
    return found


def blamed(step: Step, prompts: Iterable[Prompt], kept: Content) -> dict[str, list[str]]:
    """By question, the sentences worth asking about; only where two people work together, for alone nobody is blamed."""
    if not step.together:
        return {}
    told = {prompt.key: _of(prompt, kept["answers"].get(prompt.key)) for prompt in prompts}
    return {key: sentences for key, sentences in told.items() if sentences}


def marks(blames: dict[str, list[str]]) -> str:
    """A short sign for each sentence, so that a page remembers which it has asked about."""
    told = {sentence for sentences in blames.values() for sentence in sentences}
    return " ".join(sorted(hashlib.sha256(s.encode("utf-8", "surrogatepass")).hexdigest()[:12] for s in told))


def _of(prompt: Prompt, value: Any) -> list[str]:
    if prompt.kind not in _TEXT_KINDS:
        return []
    cells = [cell for row in value for cell in row.values()] if isinstance(value, list) else [value]
    return [sentence for cell in cells if isinstance(cell, str) for sentence in blaming(cell)]


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _END.finditer(text):
        yield start, end.end()
        start = end.end()
    yield start, len(text)


def _quote(text: str, start: int, end: int, match: re.Match[str]) -> str:
    if end - start > LONGEST_QUOTE:
        around = (LONGEST_QUOTE - (match.end() - match.start())) // 2
        start, end = max(start, match.start() - around), min(end, match.end() + around)
    return text[start:end].strip()
