"""Who may read what, said a second time and without looking into the policy: the little table the crawl is held to."""

from tests.privacy.world import Canary

COACH = {"ana": "maya", "ben": "maya", "kim": "noor", "lee": "noor", "noor": "olu"}
OTHER = {"ana": "ben", "ben": "ana", "kim": "lee", "lee": "kim"}

# kind of place: who may read it before the reveal, and who more after it
TABLE: dict[str, tuple[set[str], set[str]]] = {
    "only_me answer": ({"writer"}, set()),
    "coach answer": ({"writer", "coach"}, set()),
    "both answer": ({"writer", "coach"}, {"other"}),
    "earlier both answer": ({"writer", "coach"}, set()),
    "safety answer": ({"coach"}, set()),
    "draft": ({"writer"}, set()),
    "old draft": ({"writer"}, set()),
    "withdrawn draft": ({"writer"}, set()),
    "set aside": ({"writer"}, set()),
    "only_me entry": ({"writer"}, set()),
    "coach entry": ({"writer", "coach"}, set()),
    "shared entry": ({"writer", "coach", "other"}, set()),
    "line": ({"writer", "coach", "other"}, set()),
    "earlier line": ({"writer", "coach", "other"}, set()),
    "own line": ({"writer", "coach"}, set()),
    "look": ({"writer", "coach"}, set()),
    "own look": ({"writer", "coach"}, set()),
    "opening reason": ({"coach"}, set()),
    "item answer": ({"coach"}, set()),
    "total": ({"writer", "coach"}, set()),
    "shared total": ({"writer", "coach", "other"}, set()),
    "plan": ({"writer", "coach"}, set()),
    "not yet": ({"writer", "coach"}, set()),
    "in the way": ({"writer", "coach"}, set()),
    "feedback": ({"writer", "coach"}, set()),
    "wording": ({"writer", "coach", "other"}, set()),
    "reason": ({"coach"}, set()),
    "turn": ({"writer", "coach", "other"}, set()),
    "note": ({"writer", "coach"}, set()),
    "planned note": ({"coach"}, set()),
    "note to both": ({"writer", "coach", "other"}, set()),
    "meeting": ({"writer", "coach", "other"}, set()),
    "past meeting": ({"coach"}, set()),
    "meeting alone": ({"writer", "coach"}, set()),
    "pin": ({"coach"}, set()),
    "joint note": ({"coach"}, set()),
    "note about one": ({"coach"}, set()),
    "process note": ({"coach"}, set()),
    "typed note": ({"coach"}, set()),
    "typed process note": ({"coach"}, set()),
    "code": ({"coach"}, set()),
    "note alone": ({"coach"}, set()),
    "goal": ({"writer", "coach"}, set()),
    "shared goal": ({"writer", "coach", "other"}, set()),
    "release": ({"writer", "coach", "other"}, set()),
    "own release": ({"writer", "coach"}, set()),
    "letter": (set(), set()),
}


def may_read(bird: Canary, *, revealed: bool) -> set[str]:
    """The names of all who may read it; "writer" is the partner it belongs to, who wrote it or for whom it was written."""
    at_first, later = TABLE[bird.kind]
    names = {"writer": bird.person, "coach": COACH[bird.person], "other": OTHER.get(bird.person, "")}
    return {names[role] for role in (at_first | later if revealed else at_first)}
