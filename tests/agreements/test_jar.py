"""The jar: what both like is drawn one at a time by chance; larger plans wait until Maya opens them."""

import pytest
from sqlalchemy import select

from practice.agreements.models import NOT_YET
from practice.agreements.remarks import Remark, RemarkKind
from practice.db import db
from tests import writing
from tests.agreements.conftest import Evening
from tests.browser import Browser
from tests.homework.conftest import bare

MOMENTS = ("Tea in the garden", "A walk to the mill", "Old photographs")


def drawn(browser: Browser, address: str) -> str:
    return str(browser.get(address).tree.xpath("string(//*[@id='jar']//span[@dir])"))


@pytest.fixture
def jar(evening: Evening) -> str:
    for words in MOMENTS:
        evening.agreed(slug="joy", key="jar", words=words)
    return evening.ledger("joy", "jar")


@pytest.fixture
def trip(evening: Evening) -> str:
    return evening.agreed(slug="joy", key="jar", words="A week by the sea", larger=True)


def test_one_is_drawn_for_both_and_stays_drawn(evening: Evening, jar: str, ana: Browser, ben: Browser) -> None:
    ana.get(jar)
    ana.submit("Draw one")
    first = drawn(ana, jar)
    assert first in MOMENTS
    assert drawn(ana, jar) == first == drawn(ben, evening.ledger("joy", "jar", "ben"))


def test_what_is_put_back_is_not_drawn_twice_running(evening: Evening, jar: str, ana: Browser) -> None:
    last = ""
    for _ in range(6):
        ana.get(jar)
        ana.submit("Draw one")
        assert drawn(ana, jar) != last
        last = drawn(ana, jar)
        ana.submit("Put it back")


def test_having_done_it_leads_to_the_days_few_words(evening: Evening, jar: str, ana: Browser) -> None:
    ana.get(jar)
    ana.submit("Draw one")
    fields = dict(ana.page.form(f"{jar}/did").form_values())
    page = ana.post(f"{jar}/did", fields)
    assert page.response.location.startswith(f"/journal/{evening.parts['joy', 'ana']}/")
    assert drawn(ana, jar) == ""


def test_an_old_page_puts_back_only_what_stood_on_it(evening: Evening, jar: str, ana: Browser, ben: Browser) -> None:
    ana.get(jar)
    ana.submit("Draw one")
    old = dict(ana.get(jar).form(f"{jar}/put-back").form_values())
    ben.get(evening.ledger("joy", "jar", "ben"))
    ben.submit("Put it back")
    ben.submit("Draw one")
    ana.post(f"{jar}/put-back", old)
    assert drawn(ana, jar) in MOMENTS


def test_only_what_both_said_yes_to_is_drawn(evening: Evening, ana: Browser) -> None:
    evening.add("joy", "jar", words="Only Ana's idea")
    page = ana.get(evening.ledger("joy", "jar"))
    assert "Nothing is in the jar yet." in page.text
    token = {"answering_as": evening.cast.ana}
    ana.post(f"{evening.ledger('joy', 'jar')}/draw", token)
    assert "Nothing is in the jar yet. It fills" in ana.follow().text


def test_a_larger_plan_waits_with_the_same_words_whoever_is_the_reason(evening: Evening, trip: str, ana: Browser) -> None:
    told = bens_and_anas(evening, trip)
    assert NOT_YET in ana.page.text
    assert "Nothing is in the jar yet." in ana.get(evening.ledger("joy", "jar")).text
    with evening.app.app_context():
        couple = evening.cast.couple("ana")
        writing.write(couple.second, writing.assign(couple, "personal", couple.second))
        writing.draft(couple.first, evening.part("personal", "ana").assignment, {})
    assert bens_and_anas(evening, trip) == told


def bens_and_anas(evening: Evening, address: str) -> list[bytes]:
    return [bare(evening.browsers[name].get(address).response.data) for name in ("ana", "ben")]


def test_maya_opens_it_with_a_reason_of_her_own(evening: Evening, trip: str, ana: Browser, maya: Browser) -> None:
    page = maya.get(trip)
    assert page.text.count("not yet under way") >= 4
    assert "Please write why you open it now." in maya.submit("Open", {"reason": " "}, status=422).text
    page = maya.submit("Open", {"reason": "Her sister is getting married"})
    assert "Her sister is getting married" in page.text
    page = ana.get(trip)
    assert "sister" not in page.text
    assert NOT_YET not in page.text
    ana.get(evening.ledger("joy", "jar"))
    ana.submit("Draw one")
    assert drawn(ana, evening.ledger("joy", "jar")) == "A week by the sea"
    with evening.app.app_context():
        [reason] = db.session.scalars(select(Remark).where(Remark.kind == RemarkKind.OPENING))
        assert reason.person.name == "Maya"


def test_once_inner_work_is_under_way_no_reason_is_needed(evening: Evening, trip: str, maya: Browser) -> None:
    with evening.app.app_context():
        couple = evening.cast.couple("ana")
        work = writing.assign(couple, "work")
        for person in couple.partners:
            writing.write(person, work)
        writing.write(couple.second, writing.assign(couple, "personal", couple.second))
        writing.write(couple.first, evening.part("personal", "ana").assignment)
    maya.get(trip)
    assert "Open. Both can see that this plan may go on." in maya.submit("Open").text


def test_a_changed_plan_waits_again(evening: Evening, trip: str, ana: Browser, maya: Browser) -> None:
    maya.get(trip)
    maya.submit("Open", {"reason": "They are ready"})
    ana.get(f"{trip}/change")
    ana.submit("Save", {"w-moment": "A month by the sea"})
    with evening.app.app_context():
        assert evening.line(trip).waits


def test_a_partner_cannot_open_it(evening: Evening, trip: str, ana: Browser) -> None:
    ana.get(trip)
    ana.post(f"{trip}/open", {"reason": "Because"}, status=403)
