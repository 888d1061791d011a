"""The four measures say what was counted, kindly, and to each audience only what is theirs."""

import pytest

from practice.reporting.figures import Measure, Who
from practice.reporting.wording import Joint, Own, measures

ANA, BEN = Who("Ana", 1), Who("Ben", 2)
JOINT = Joint(given=4, opened=("Both feet in",), opened_in_all=3, reviewed=1, weeks=12)
HERS = Own(ANA, you=True, asked=5, sent=4, days=3, reviewed=2, review_days=(1, 4), own_sent=1, own_given=2, weeks=3, points=1)


def findings(told: tuple[Measure, ...]) -> list[str]:
    return [each.finding for each in told]


def test_the_couple_is_told_of_shared_steps_alone() -> None:
    told = measures("Maya", JOINT, ())
    assert findings(told) == [
        "You have opened 3 of the 4 shared steps given to you both.",
        "In this time “Both feet in” was opened to both of you.",
        "Maya has reviewed 1 of the 3 shared steps open to you both.",
        "It is 12 weeks since the first shared step was given.",
    ]
    assert {figures.who.name for each in told for figures in each.figures} == {"Together"}


def test_ana_is_told_of_herself_as_you() -> None:
    told = measures("Maya", JOINT, (HERS,))
    assert findings(told) == [
        "You have sent 4 of the 5 reflections asked for.",
        "In this time “Both feet in” was opened to both of you.",
        "Maya has reviewed 2 of the 4 reflections you sent.",
        "You have written something 3 weeks in a row.",
    ]
    assert told[2].figures[0].lines == ("2 reflections reviewed", "usually within 2 days")
    assert told[1].figures[0].lines == ("1 point put on a list",)


def test_maya_is_told_of_both_by_name() -> None:
    both = (Own(ANA, you=False, asked=2, sent=2), Own(BEN, you=False, asked=2, sent=1))
    assert findings(measures("Maya", JOINT, both))[0] == (
        "Ana has sent 2 of the 2 reflections asked for; Ben has sent 1 of the 2 reflections asked for."
    )


@pytest.mark.parametrize("owns", [(), (Own(ANA, you=True),), (Own(ANA, you=False), Own(BEN, you=False))])
def test_a_beginning_is_told_kindly_and_without_zeros(owns: tuple[Own, ...]) -> None:
    told = measures("Maya", Joint(), owns)
    assert findings(told) == [
        "Nothing has been asked for yet.",
        "No shared step was opened in this time.",
        "There is nothing to review yet.",
        "It is early days.",
    ]
    assert not any(each.figures for each in told)


def test_nothing_done_is_said_in_words() -> None:
    assert (
        findings(measures("Maya", Joint(given=4), ()))[0]
        == "You have not yet opened any of the 4 shared steps given to you both."
    )
    assert findings(measures("Maya", Joint(given=1), ()))[0] == "You have not yet opened the one shared step given to you both."
    done = measures("Maya", Joint(), (Own(ANA, you=True, asked=1, sent=1),))
    assert findings(done)[0] == "You have sent the one reflection asked for."
    assert findings(done)[2] == "Maya has not yet reviewed the one reflection you sent."


def test_many_opened_steps_are_named_up_to_four() -> None:
    told = measures("Maya", Joint(given=6, opened=tuple("ABCDEF"), opened_in_all=6), ())
    assert findings(told)[1] == "In this time “A”, “B”, “C” and “D” and 2 more were opened to both of you."


def test_a_name_that_runs_the_other_way_is_fenced() -> None:
    told = measures("ליאת", Joint(given=1, opened_in_all=1), ())
    assert "\u2068ליאת\u2069" in told[2].finding
