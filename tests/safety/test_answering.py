"""Answering alone: who reads it is said first, it is sent once, and it is never shown again."""

from concurrent.futures import ThreadPoolExecutor

from practice.safety.questions import QUESTIONS
from tests.browser import Browser
from tests.safety.asking import Alone, chosen


def hidden(browser: Browser, address: str) -> dict[str, str]:
    form = browser.get(address).form("Send")
    return {field.get("name"): field.get("value", "") for field in form.xpath(".//input[@type='hidden']")}


def test_who_reads_it_and_how_to_leave_is_said_before_the_first_question(alone: Alone) -> None:
    alone.ask()
    page = alone["ana"].get(alone.address("ana"))
    before = page.text[: page.text.index(QUESTIONS[0].ask)]
    assert "Only Maya reads what you choose. Ben never does, and it is not shown here again, not even to you." in before
    assert "Best done alone" in before
    assert "Leave now" in before
    assert "ring 999" in before
    assert page.title == "Questions · Homeward"


def test_nothing_is_chosen_beforehand_and_the_browser_keeps_nothing(alone: Alone) -> None:
    alone.ask()
    page = alone["ana"].get(alone.address("ana"))
    assert page.tree.xpath("//input[@checked]") == []
    assert (
        page.tree.xpath("//main//form[.//input[@type='radio']]//input[not(@autocomplete='off') and not(@name='csrf_token')]")
        == []
    )
    assert page.tree.xpath("//main//*[@data-autosave] | //main//script") == []
    assert page.response.headers["Cache-Control"] == "no-store"


def test_what_was_sent_is_for_maya_and_gone_for_ana(alone: Alone) -> None:
    alone.ask()
    address = alone.address("ana")
    page = alone.answer("ana", "yn-r")
    assert page.path == "/home"
    assert "Sent. Thank you." in page.text
    assert alone.kept() == ["yn-r"]
    assert alone.address("ana") == ""
    assert alone["ana"].client.get(address).location == "/home"
    told = alone["maya"].get(alone.page).tree.xpath("//*[@id='said']//dd/text()")
    assert told == ["Yes", "No", "Left out", "I would rather not say"]


def test_a_double_click_counts_once_and_a_second_tab_counts_too(alone: Alone) -> None:
    alone.ask("ana")
    address = alone.address("ana")
    tabs = [hidden(alone["ana"], address) for _ in range(2)]
    for _ in range(2):
        alone["ana"].post(address, tabs[0] | chosen("nnnn"))
    alone["ana"].post(address, tabs[1] | chosen("nnny"))
    assert alone.kept() == ["nnnn", "nnny"]


def test_twice_at_the_same_moment_is_once(alone: Alone) -> None:
    alone.ask("ana")
    address = alone.address("ana")
    sent = hidden(alone["ana"], address) | chosen("nyny")
    client = alone["ana"].client
    with ThreadPoolExecutor(2) as pool:
        statuses = list(pool.map(lambda _: client.post(address, data=sent).status_code, range(2)))
    assert statuses == [303, 303]
    assert alone.kept() == ["nyny"]


def test_a_page_opened_for_ben_sends_nothing_for_ana_and_shows_nothing(alone: Alone) -> None:
    alone.ask()
    of_ben = hidden(alone["ben"], alone.address("ben"))
    del of_ben["csrf_token"]
    address = alone.address("ana")
    alone["ana"].get(address)
    page = alone["ana"].post(address, of_ben | chosen("yyyy"), 409)
    assert "Somebody else opened this page" in page.text
    assert page.tree.xpath("//input[@checked]") == []
    assert alone.kept() == []


def test_an_error_page_gives_none_of_it_back(alone: Alone) -> None:
    alone.ask()
    address = alone.address("ana")
    sent = hidden(alone["ana"], address) | chosen("yyyy") | {"csrf_token": "forged"}
    page = alone["ana"].post(address, sent, 400)
    assert page.tree.xpath("//*[starts-with(@name, 'alone')]") == []
    page = alone["ana"].submit("Send again")
    assert page.h1 == "Four short questions"
    assert alone.kept() == []


def test_what_is_no_answer_counts_as_left_out(alone: Alone) -> None:
    alone.ask()
    address = alone.address("ana")
    alone["ana"].post(address, hidden(alone["ana"], address) | dict.fromkeys(chosen("yyyy"), "perhaps\0" * 50))
    assert alone.kept() == ["----"]


def test_nobody_else_finds_the_questions(alone: Alone) -> None:
    alone.ask("ana")
    address = alone.address("ana")
    assert alone.address("ben") == ""
    alone["ben"].get(address, 404)
    alone["maya"].get(address, 403)
    alone["noor"].get(address, 404)
