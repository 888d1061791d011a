"""Where a save came from: of two pages neither overwrites what it has not seen, of one page the last turn counts."""

import pytest

from practice.origins import Origin


@pytest.mark.parametrize(
    ("save_key", "page", "turn"),
    [
        ("a.3", "a", 3),
        ("a", "a", 0),
        ("", "", 0),
        ("a.-1", "a", 0),
        ("a.²", "a", 0),
        ("a." + "9" * 40, "a", 0),
        ("a\0\ud83d.1", "a", 1),
    ],
)
def test_a_save_key_is_read_as_page_and_turn(save_key: str, page: str, turn: int) -> None:
    assert Origin.of(save_key, 7) == Origin(page, turn, 7)


def test_a_revision_never_lies_before_the_first() -> None:
    assert Origin.of("x" * 99 + ".1", -7) == Origin("x" * 64, 1, 0)


def test_only_what_another_page_kept_since_is_unseen() -> None:
    origin = Origin("a", 3, 7)
    assert origin.has_not_seen(8, "b")
    assert not origin.has_not_seen(7, "b")
    assert not origin.has_not_seen(8, "a")
    assert Origin("", 3, 7).has_not_seen(8, "")  # a page without a name is never one's own


def test_a_save_is_behind_a_later_one_of_its_own_page_alone() -> None:
    origin = Origin("a", 3, 7)
    assert origin.is_behind("a", 4)
    assert not origin.is_behind("a", 3)
    assert not origin.is_behind("b", 4)
