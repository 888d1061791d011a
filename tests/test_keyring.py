"""Private text is ciphertext at rest, bound to where it belongs, and gone for good once its keys are."""

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from practice import keyring
from practice.db import db

ANA, BEN, HOUSE = "person:ana:both", "person:ben:both", "practice:riverside"
PLACE = "answers.sealed:1"


def _sealed(text: str, owner: str = ANA, place: str = PLACE) -> bytes:
    return keyring.seal(text, owner=owner, place=place, within=HOUSE)


@given(text=st.text(st.characters(codec=None)))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_as_it_was_typed(inside: Flask, text: str) -> None:
    assert keyring.open_sealed(_sealed(text), owner=ANA, place=PLACE) == text


def test_what_is_kept_does_not_hold_the_words(inside: Flask) -> None:
    assert b"never told anybody" not in _sealed("never told anybody")


def test_a_text_moved_to_another_row_does_not_open(inside: Flask) -> None:
    with pytest.raises(keyring.Sealed):
        keyring.open_sealed(_sealed("hers"), owner=ANA, place="answers.sealed:2")


def test_a_text_moved_to_another_writer_does_not_open(inside: Flask) -> None:
    _sealed("his", owner=BEN)
    with pytest.raises(keyring.Sealed):
        keyring.open_sealed(_sealed("hers"), owner=BEN, place=PLACE)


@pytest.mark.parametrize("index", [0, 5, 20, -1])
def test_a_damaged_text_does_not_open(inside: Flask, index: int) -> None:
    blob = bytearray(_sealed("whole"))
    blob[index] ^= 1
    with pytest.raises(keyring.Sealed):
        keyring.open_sealed(bytes(blob), owner=ANA, place=PLACE)


def test_the_same_words_are_sealed_differently_each_time(inside: Flask) -> None:
    assert len({_sealed("again") for _ in range(500)}) == 500


def test_destroyed_keys_open_nothing_and_spare_the_other(inside: Flask) -> None:
    hers, his = _sealed("hers"), _sealed("his", owner=BEN)
    keyring.destroy(ANA)
    with pytest.raises(keyring.Sealed):
        keyring.open_sealed(hers, owner=ANA, place=PLACE)
    assert keyring.open_sealed(his, owner=BEN, place=PLACE) == "his"


def test_the_master_key_alone_opens_the_house(inside: Flask) -> None:
    blob = _sealed("mine")
    db.session.commit()
    db.session.remove()
    right = keyring._masters[0]
    keyring.unlock(b"x" * 32)
    try:
        with pytest.raises(keyring.Sealed):
            keyring.open_sealed(blob, owner=ANA, place=PLACE)
    finally:
        keyring.unlock(right)
    assert keyring.open_sealed(blob, owner=ANA, place=PLACE) == "mine"


def test_an_older_master_key_opens_while_it_is_being_replaced(inside: Flask) -> None:
    blob = _sealed("kept")
    db.session.commit()
    db.session.remove()
    older = keyring._masters[0]
    keyring.unlock(b"n" * 32, older)
    try:
        assert keyring.open_sealed(blob, owner=ANA, place=PLACE) == "kept"
    finally:
        keyring.unlock(older)
