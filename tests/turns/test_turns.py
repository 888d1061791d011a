"""One speaks, the other writes back what was heard, until both have felt heard."""

import pytest

from practice.turns.course import Kind
from practice.turns.models import heard_among, is_heard, is_open
from tests.browser import Browser
from tests.cast import Cast
from tests.turns.conftest import Given

HURT, ECHO = "I sat there with my coat on.", "You waited, and nobody came."


@pytest.fixture
def begun(given: Given) -> Given:
    given.opened()
    return given


def test_a_whole_way_until_both_have_felt_heard(begun: Given, ana: Browser, ben: Browser) -> None:
    for speaker, listener, names in ((ana, ben, ("ana", "ben")), (ben, ana, ("ben", "ana"))):
        begun.show(names[0])
        speaker.submit("Send", {"text": HURT})
        assert HURT in begun.show(names[1]).text
        listener.submit("Send", {"text": "You were cold."})
        begun.show(names[0])
        assert "said: not yet." in speaker.submit("Not yet", {"text": "Not cold. Alone."}).text
        begun.show(names[1])
        listener.submit("Send", {"text": ECHO})
        begun.show(names[0])
        assert "felt heard." in speaker.submit("I felt heard").text
    assert "You have both felt heard" in begun.show("ana").text
    assert [kind for _, kind, _ in begun.moves()] == ["said", "heard_back", "not_yet", "heard_back", "felt_heard"] * 2
    with begun.turns() as turns:
        assert is_heard(turns.assignment)
        assert heard_among([turns.assignment.id, 0]) == {turns.assignment.id}


def test_who_reads_it_is_said_before_a_word_is_typed(begun: Given) -> None:
    assert "Ben and Maya read this as soon as you send it." in begun.show("ana").text


def test_whose_turn_it_is_both_know_and_no_more(begun: Given, ana: Browser) -> None:
    before = begun.show("ben").text
    assert "It is Ana’s turn." in before
    begun.show("ana")
    ana.submit("Send", {"text": ""}, status=422)
    assert begun.show("ben").text == before


def test_one_who_has_felt_heard_has_not_made_it_heard(begun: Given) -> None:
    for name, kind in (("ana", Kind.SAID), ("ben", Kind.HEARD_BACK), ("ana", Kind.FELT_HEARD)):
        begun.move(name, kind, "words")
    with begun.turns() as turns:
        assert not is_heard(turns.assignment)
        assert is_open(turns.assignment)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Please write something first."),
        ("x" * 20_001, "longer than can be kept"),
        ("a\0b", "cannot be kept"),
    ],
    ids=["nothing", "too much", "no character"],
)
def test_wrong_words_are_told_and_stay(begun: Given, ana: Browser, text: str, sentence: str) -> None:
    begun.show("ana")
    page = ana.submit("Send", {"text": text}, status=422)
    assert sentence in page.text
    assert page.value("text").replace("�", "\0") in (text, text.replace("\0", ""))
    assert begun.moves() == []


def test_a_page_opened_by_somebody_else_keeps_the_words_and_sends_nothing(begun: Given, ana: Browser, cast: Cast) -> None:
    begun.show("ana")
    page = ana.submit("Send", {"text": HURT, "answering_as": cast.ben}, status=409)
    assert (page.value("text"), begun.moves()) == (HURT, [])


def test_speaking_out_of_turn_is_refused_and_the_words_stay(begun: Given, ben: Browser, cast: Cast) -> None:
    begun.show("ben")
    sent = {"text": HURT, "answering_as": cast.ben, "save_key": "k", "number": "1"}
    page = ben.post(f"/turns/{begun.parts['ben']}/say", sent, status=409)
    assert HURT in page.text
    assert "This was not sent." in page.text
    assert begun.moves() == []


def test_a_coach_and_the_other_partner_cannot_write_here(begun: Given, ben: Browser, maya: Browser) -> None:
    begun.show("ben")
    begun.session()
    for verb in ("say", "hear", "felt-heard", "not-yet", "need-a-break"):
        ben.post(f"/turns/{begun.parts['ana']}/{verb}", status=404)
        maya.post(f"/turns/{begun.parts['ana']}/{verb}", status=403)


def test_before_it_was_ever_open_one_is_led_to_being_ready(given: Given, ana: Browser) -> None:
    assert ana.get(f"/turns/{given.parts['ana']}", 303).response.location == f"/ready/{given.parts['ana']}"


def test_until_the_coach_says_who_speaks_nobody_does(given: Given, ana: Browser, cast: Cast) -> None:
    with given.turns() as turns:
        turns.open("They asked for it in the session.", by=turns.couple.coach)
    assert "Maya will say who speaks first." in given.show("ana").text
    sent = {"text": HURT, "answering_as": cast.ana, "save_key": "k", "number": "1"}
    assert HURT in ana.post(f"/turns/{given.parts['ana']}/say", sent, status=409).text


def test_a_double_click_sends_once(begun: Given, ana: Browser) -> None:
    page = begun.show("ana")
    fields = {**dict(page.form("Send").form_values()), "text": HURT}
    address = f"/turns/{begun.parts['ana']}/say"
    assert [ana.client.post(address, data=fields).status_code for _ in range(2)] == [303, 303]
    assert begun.moves() == [("Ana", "said", HURT)]


def test_an_echo_written_before_not_yet_is_not_sent_after_it(begun: Given, ben: Browser) -> None:
    begun.move("ana", Kind.SAID, HURT)
    old = begun.show("ben")
    begun.move("ben", Kind.HEARD_BACK, "You were cold.")
    begun.move("ana", Kind.NOT_YET)
    ben.page = old
    page = ben.submit("Send", {"text": "Written on the other device."}, status=409)
    assert page.value("text") == "Written on the other device."
    assert ben.submit("Send", {"text": ECHO}).status == 200
    assert begun.moves()[-1] == ("Ben", "heard_back", ECHO)
