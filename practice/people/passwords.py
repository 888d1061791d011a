"""What makes a password good enough, and how it is kept."""

import re
from collections.abc import Iterable

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 1024

# Argon2id with 19 MiB, two passes: the least that OWASP's cheat sheet allows for interactive sign-in.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_nobody = _hasher.hash("nobody has this password")

# Beginnings of the passwords most often chosen. Whatever stays after them must be worth something by itself.
_COMMON = (
    "password", "passwort", "passw0rd", "letmein", "welcome", "qwertyuiop", "qwerty", "asdfghjkl", "zxcvbnm", "iloveyou",
    "dragon", "monkey", "sunshine", "princess", "football", "baseball", "superman", "batman", "trustno", "master", "shadow",
    "michael", "jennifer", "jordan", "charlie", "freedom", "whatever", "secret", "admin", "administrator", "changeme",
    "starwars", "computer", "internet", "abcdefgh", "abcdef", "abc", "homeward", "login", "hello", "together", "practice",
    "coach", "couple", "marriage", "summer", "winter", "spring", "autumn", "january", "november", "december", "monday",
)  # fmt: skip
_SEQUENCES = (
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "1q2w3e4r5t6y7u8i9o0p",
)


def trouble(password: str, context: Iterable[str] = ()) -> str | None:
    """What is wrong with a password, as a sentence for its owner, or None. No rules of composition: length counts."""
    if len(password) < SHORTEST:
        return f"Please use at least {SHORTEST} characters. Three or four words in a row are easy to remember."
    if len(password) > LONGEST:
        return f"Please use at most {LONGEST} characters."
    left = _without(password.casefold(), [*_COMMON, *(w.casefold() for w in context for w in re.split(r"\W+", w) if len(w) > 2)])
    if len(set(left)) < 5 or _is_sequence(left):
        return "That password is easy to guess. Please choose words that have nothing to do with you or with this page."
    return None


def _without(text: str, words: list[str]) -> str:
    for word in sorted(words, key=len, reverse=True):
        text = text.replace(word, "")
    return text


def _is_sequence(text: str) -> bool:
    return any(text in line or text[::-1] in line for line in (s * 3 for s in _SEQUENCES))


def hashed(password: str) -> str:
    """Argon2id with a salt of its own."""
    return _hasher.hash(password)


def matches(kept: str | None, password: str) -> bool:
    """Whether a password fits; for nobody it takes as long as for somebody."""
    try:
        return _hasher.verify(kept or _nobody, password[:LONGEST]) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(kept: str) -> bool:
    """Whether the hash was made with weaker settings than today's."""
    return _hasher.check_needs_rehash(kept)
