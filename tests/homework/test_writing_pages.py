"""Ana writes, without any script: every button saves, and nothing typed is lost."""

import pytest

from practice.db import db
from practice.people import sign_ins
from tests.browser import Browser
from tests.homework.conftest import Evening

LAST = "Save and go on"


def test_the_step_says_what_it_is_for_and_who_will_read_it(evening: Evening, ana: Browser) -> None:
    page = ana.get(evening.address())
    assert page.h1 == "What I did"
    for words in ("Together with Ben", "About 60 minutes", "0 of 3 questions", "Maya reads this once you send it."):
        assert words in page.text
    assert page.title == "Your step · Homeward"


def test_a_page_is_kept_and_the_next_one_comes(evening: Evening, ana: Browser) -> None:
    ana.get(f"{evening.address()}/contributions")
    page = ana.submit(LAST, {"q-my_part-0-c-did": "I came late\r\nagain", "q-longest": "Going quiet", "who-longest": "only_me"})
    assert page.h1 == "Owning it"
    assert evening.kept() == {"my_part": [{"did": "I came late\nagain", "effect": "", "instead": ""}], "longest": "Going quiet"}
    page = ana.get(f"{evening.address()}/contributions")
    assert page.value("q-longest") == "Going quiet"
    assert page.tree.xpath("//input[@name='who-longest'][@checked]/@value") == ["only_me"]


@pytest.mark.parametrize(("go", "to"), [("later", "Hello Ana"), ("back", "What I did"), ("next", "Owning it")])
def test_every_button_keeps_what_was_typed(evening: Evening, ana: Browser, go: str, to: str) -> None:
    ana.get(f"{evening.address()}/contributions")
    assert ana.submit(LAST, {"q-longest": "Going quiet", "go": go}).h1 == to
    assert evening.kept()["longest"] == "Going quiet"


def test_lines_are_added_and_removed_by_buttons_that_save(evening: Evening, ana: Browser) -> None:
    ana.get(f"{evening.address()}/contributions")
    page = ana.submit("Add a line", {f"q-my_part-{n}-c-did": f"row {n}" for n in range(3)})
    assert len(page.tree.xpath("//*[@data-line]")) == 4
    page = ana.submit("Remove line 2")
    assert [row["did"] for row in evening.kept()["my_part"]] == ["row 0", "row 2"]


def test_every_kind_of_question_comes_back_as_it_was_answered(evening: Evening, ana: Browser) -> None:
    ana.get(f"{evening.address()}/willing")
    ana.submit(LAST, {"q-owning": "0", "q-pull_to_defend": ["explain", "stop"], "q-first_to_change": "The phone"})
    assert evening.kept() == {"owning": 0, "pull_to_defend": ["explain", "stop"], "first_to_change": "The phone"}
    page = ana.get(f"{evening.address()}/willing")
    assert page.tree.xpath("//input[@name='q-owning'][@checked]/@value") == ["0"]
    assert page.tree.xpath("//input[@name='q-pull_to_defend'][@checked]/@value") == ["explain", "stop"]
    form = page.form(LAST)
    for box in form.xpath(".//input[@name='q-pull_to_defend']"):
        box.attrib.pop("checked", None)
    ana.submit(LAST)
    assert evening.kept()["pull_to_defend"] == []


def test_what_was_tapped_and_may_stay_open_can_be_taken_back(evening: Evening, ana: Browser) -> None:
    greatest = f"{evening.address('fears')}/greatest"
    ana.get(greatest)
    ana.submit(LAST, {"q-greatest_before": "7", "q-greatest_after": "0"})
    page = ana.get(greatest)
    assert page.tree.xpath("//input[@name='q-greatest_before']/@value") == [*map(str, range(11)), ""]
    ana.submit(LAST, {"q-greatest_before": ""})
    assert evening.kept("fears") | {"greatest_words": "", "greatest_likely": ""} == {
        "greatest_before": None, "greatest_after": 0, "greatest_words": "", "greatest_likely": "",
    }  # fmt: skip
    assert ana.get(greatest).tree.xpath("//input[starts-with(@name, 'q-')][@checked]/@id") == ["q-greatest_after-0"]
    assert "7 out of 10" not in ana.get(f"{evening.address('fears')}/check").text
    page = ana.get(f"{evening.address()}/willing")
    assert page.tree.xpath("//input[@name='q-owning']/@value") == [*map(str, range(11))], "this one must be answered"


@pytest.mark.parametrize("text", ["x" * 20_000, '<b>not bold</b> & "quoted"', "مرحبا 🙂\n\tשלום", "bell \x07 and \x1f"])
def test_whatever_is_typed_is_kept_and_shown_as_text(evening: Evening, ana: Browser, text: str) -> None:
    ana.get(f"{evening.address()}/contributions")
    ana.submit(LAST, {"q-longest": text})
    assert evening.kept()["longest"] == text
    assert b"<b>not" not in ana.client.get(f"{evening.address()}/contributions").data


def test_too_much_gets_a_sentence_and_keeps_the_text_and_the_rest(evening: Evening, ana: Browser) -> None:
    ana.get(f"{evening.address()}/contributions")
    page = ana.submit(LAST, {"q-longest": "x" * 20_001, "q-avoided": "the money"}, status=422)
    assert page.title.startswith("Error:")
    assert "20,001 characters long; at most 20,000 can be kept" in page.text
    assert page.value("q-longest") == "x" * 20_001
    assert evening.kept() == {"avoided": "the money"}


@pytest.mark.parametrize(
    "odd",
    [
        {"q-owning": "11"}, {"q-owning": "²"}, {"q-pull_to_defend": "not-there"}, {"who-owning": "both"}, {"who-owning": "x"},
    ],
)  # fmt: skip
def test_what_cannot_be_chosen_is_told(evening: Evening, ana: Browser, odd: dict[str, str]) -> None:
    ana.get(f"{evening.address()}/willing")
    assert "lease choose" in ana.submit(LAST, odd, status=422).text or "Please tick" in ana.page.text
    assert evening.kept() == {}


@pytest.mark.parametrize("name", ["q-my_part-²-c-did", "q-my_part-99999999-c-did", "q-nobody_asked", "q-my_part--c-did"])
def test_fields_that_nobody_asked_for_are_passed_over(evening: Evening, ana: Browser, name: str) -> None:
    ana.get(f"{evening.address()}/contributions")
    ana.submit(LAST, {name: "x"})
    assert evening.kept() == {}


def test_a_stale_page_overwrites_nothing_and_shows_both(evening: Evening, ana: Browser) -> None:
    old = ana.get(f"{evening.address()}/contributions").form(LAST)
    stale = dict(old.form_values()) | {"q-longest": "from the phone"}
    ana.get(f"{evening.address()}/contributions")
    ana.submit(LAST, {"q-longest": "from the laptop"})
    page = ana.post(f"{evening.address()}/contributions", stale, status=409)
    assert "There are two versions of this" in page.text
    assert "from the laptop" in page.text
    assert page.value("q-longest") == "from the phone"
    ana.submit(LAST)
    assert evening.kept()["longest"] == "from the phone"


def test_a_page_of_somebody_else_saves_nothing(evening: Evening, ana: Browser) -> None:
    ana.get(f"{evening.address()}/contributions")
    page = ana.submit(LAST, {"q-longest": "mine", "answering_as": evening.cast.ben}, status=409)
    assert "Somebody else opened this page" in page.text
    assert page.value("q-longest") == "mine"
    assert evening.kept() == {}


def test_a_forged_token_loses_nothing(evening: Evening, ana: Browser) -> None:
    ana.get(f"{evening.address()}/contributions")
    words = "I went quiet for weeks, and said it was work, and it was not work at all."
    page = ana.submit(LAST, {"csrf_token": "forged", "q-longest": words}, status=400)
    assert page.value("q-longest") == words
    assert ana.submit("Send again").h1 == "Owning it"
    assert evening.kept()["longest"] == words


def test_a_sign_in_that_ran_out_loses_nothing(evening: Evening, ana: Browser) -> None:
    ana.get(f"{evening.address()}/contributions")
    with evening.app.app_context():
        sign_ins.end_all(evening.cast.person("ana"))
        db.session.commit()
    words = "I went quiet for weeks, and said it was work, and it was not work at all."
    page = ana.submit(LAST, {"q-longest": words}, status=401)
    assert page.h1 == "Please sign in again"
    assert page.value("q-longest") == words


def test_no_such_page_of_questions(evening: Evening, ana: Browser) -> None:
    ana.get(f"{evening.address()}/nothing", status=404)


def test_looking_changes_nothing_but_that_it_was_opened(evening: Evening, ana: Browser) -> None:
    for page in ("", "/contributions", "/willing", "/check", "/versions"):
        ana.get(evening.address() + page)
    with evening.app.app_context():
        part = evening.part()
        assert (part.state, part.opened_at is None, len(part.reflections)) == ("opened", False, 0)
    assert evening.kept() == {}
