"""What a writer is told about who will read an answer."""

import pytest

from practice.couples.confidentiality import Confidentiality, Kind
from practice.homework.readers import label, sentence
from practice.homework.states import Reveals
from practice.programme.library import Readers


def told(readers: Readers, kind: Kind = Kind.NO_SECRETS, reveals: Reveals = Reveals.COACH) -> str:
    policy = Confidentiality(kind=kind, version=2)
    names = {"writer": "Ana", "other": "Ben", "coach": "Maya"}
    return sentence(readers, **names, confidentiality=policy, reveals=reveals)


def test_what_is_for_ana_alone_names_nobody_else_as_a_reader() -> None:
    assert told(Readers.ONLY_ME) == "Only you, Ana. Maya sees that you answered, not what."


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.NO_SECRETS, "(No secrets, version 2) Maya may bring it to both of you."),
        (Kind.LIMITED_SECRETS, "(Limited secrets, version 2) Maya tells nobody, unless somebody is in danger."),
        (Kind.COACH_DECIDES, "version 2) Maya may bring it up with both of you, and tells you before doing so."),
    ],
)
def test_what_maya_reads_says_what_she_may_do_with_it(kind: Kind, words: str) -> None:
    assert told(Readers.COACH, kind).startswith("Maya reads this. Under your agreement")
    assert told(Readers.COACH, kind).endswith(words)


def test_what_is_meant_for_both_is_sealed_until_it_is_opened() -> None:
    assert told(Readers.BOTH).endswith("Ben reads it when you have both sent and Maya opens it.")
    assert told(Readers.BOTH, reveals=Reveals.ITSELF).endswith("it opens by itself then, unless Maya keeps it for when you meet.")
    assert told(Readers.BOTH, reveals=Reveals.SESSION).endswith("and Maya opens it when you meet.")


def test_what_is_told_for_safety_is_never_shown_again() -> None:
    assert told(Readers.SAFETY) == "Only Maya reads this. Once sent it is never shown here again, not even to you."


def test_ben_is_named_only_where_he_may_read() -> None:
    assert [each for each in Readers if "Ben" in told(each)] == [Readers.BOTH]
    assert label(Readers.BOTH, other="Ben", coach="Maya") == "Maya and Ben"
