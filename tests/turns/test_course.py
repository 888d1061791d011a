"""Whose turn it is follows from the moves alone."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from practice.turns.course import Course, Kind

ANA, BEN = 1, 2
HEARD = ((ANA, Kind.SAID), (BEN, Kind.HEARD_BACK), (ANA, Kind.FELT_HEARD))


def course(*moves: tuple[int, Kind], chosen: int | None = ANA) -> Course:
    return Course((ANA, BEN), moves, chosen)


def test_before_anybody_was_asked_nobody_speaks() -> None:
    begun = course(chosen=None)
    assert (begun.whose_turn, begun.may_come, begun.asks) == (None, frozenset(), "")


def test_the_one_who_was_asked_speaks_first() -> None:
    assert course(chosen=BEN).whose_turn == BEN
    assert course(chosen=BEN).may_come == {Kind.SAID}


def test_the_other_writes_back_what_was_heard() -> None:
    assert course((ANA, Kind.SAID)).whose_turn == BEN
    assert course((ANA, Kind.SAID)).asks == "hear"


def test_after_not_yet_the_listener_tries_again() -> None:
    again = course((ANA, Kind.SAID), (BEN, Kind.HEARD_BACK), (ANA, Kind.NOT_YET))
    assert (again.whose_turn, again.may_come) == (BEN, {Kind.HEARD_BACK})


def test_whoever_felt_heard_changes_places() -> None:
    assert (course(*HEARD).whose_turn, course(*HEARD).asks) == (BEN, "say")
    assert not course(*HEARD).is_heard


def test_when_both_have_felt_heard_it_is_done() -> None:
    done = course(*HEARD, (BEN, Kind.SAID), (ANA, Kind.HEARD_BACK), (BEN, Kind.FELT_HEARD))
    assert done.is_heard
    assert (done.whose_turn, done.may_come) == (None, frozenset())


def test_who_spoke_first_is_known_from_the_moves_when_it_is_opened_again() -> None:
    assert course(*HEARD, chosen=None).whose_turn == BEN


@given(st.lists(st.tuples(st.sampled_from([ANA, BEN]), st.sampled_from(Kind)), max_size=40))
def test_whatever_is_tried_the_course_stays_in_order(tried: list[tuple[int, Kind]]) -> None:
    made: list[tuple[int, Kind]] = []
    for person, kind in tried:
        if course(*made).allows(person, kind):
            made.append((person, kind))
    spoken = [person for person, kind in made if kind is Kind.SAID]
    assert spoken == [ANA, BEN][: len(spoken)]
    assert all(before[0] != after[0] for before, after in pairwise(made)), "somebody moved twice in a row"
    assert course(*made).is_heard == (len([kind for _, kind in made if kind is Kind.FELT_HEARD]) == 2)
