"""The couples of the sample are asked how it goes: with gaps, with change, and with words of ours instead of the authors'."""

import pytest

from practice.measures import results
from practice.measures.scoring import verdict
from practice.sample.living.stories import told_of
from tests.sample.test_living import couple_of

pytestmark = pytest.mark.usefixtures("within")


def test_each_week_has_its_place_answered_or_left_out() -> None:
    couple = couple_of("ana")
    series = {(one.person.name, one.instrument.key): one.scores for one in results.of(couple, [couple.coach])}
    pulse = series["Ana", "pulse"]
    assert len(pulse) == 20
    assert [score.total is None for score in pulse].count(True) == 2
    assert len(told_of("ana_and_ben")) > 4
    assert [score.point for score in series["Ben", "csi-16"]] == ["start", "mid", "end"]


def test_one_couple_has_come_far_and_one_has_not_both() -> None:
    changes = {}
    for name in ("ana", "margaret"):
        couple = couple_of(name)
        for one in results.of(couple, [couple.coach]):
            if one.instrument.key == "csi-16":
                changes[one.person.name] = verdict(one.instrument, one.scores[0].total, one.scores[-1].total)
    assert changes == {"Ana": "recovered", "Ben": "unchanged", "Margaret": "recovered", "Desmond": "recovered"}


def test_each_knows_of_the_other_what_both_agreed_to() -> None:
    couple = couple_of("ana")
    assert {one.instrument.key for one in results.of(couple, [couple.first]) if one.person is couple.second} == {"pulse"}
    assert {one.instrument.key for one in results.of(couple, couple.partners)} == {"pulse"}
