"""Maya asks for a report: for whom, about which days."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from practice import clock, jobs
from practice.db import db
from practice.reporting.asking import ask
from practice.reporting.models import Audience, Kind, Report
from tests.browser import Browser
from tests.cast import sign_in
from tests.queries import asked
from tests.reporting.conftest import Desk, days
from tests.writing import assign, write

NEW = "/couples/{}/reports/new/progress"


@pytest.fixture
def maya(client: FlaskClient, desk: Desk) -> Browser:
    sign_in(client, "maya")
    browser = Browser(client)
    browser.get(NEW.format(desk.cast.ana_and_ben))
    return browser


def count(desk: Desk) -> int:
    with desk.app.app_context():
        return db.session.scalar(select(func.count()).select_from(Report)) or 0


def test_maya_asks_and_it_is_made(maya: Browser, desk: Desk) -> None:
    page = maya.submit("Make the report", days(audience="couple"))
    assert "It waits its turn" in page.text
    jobs.work_off()
    page = maya.get(page.path)
    assert "Download the report" in page.links
    assert desk.events("report.asked") == desk.events("report.issued") == 1


def test_the_couples_page_lists_what_was_asked_for(maya: Browser, desk: Desk) -> None:
    page = maya.get(f"/couples/{desk.cast.ana_and_ben}")
    assert "No reports yet" in page.text
    desk.asked()
    page = maya.get(f"/couples/{desk.cast.ana_and_ben}")
    assert "Progress report" in page.links
    assert "Waiting" in page.text


def test_the_usual_days_are_the_last_three_months(maya: Browser) -> None:
    assert maya.page.value("to_on") == str(clock.today("Europe/London"))
    first = maya.page.value("from_on")
    assert str(clock.today() - timedelta(days=93)) <= first <= str(clock.today() - timedelta(days=88))


def test_the_page_tells_what_is_free_and_who_has_not_released(maya: Browser) -> None:
    assert "2 reflections are chosen by you and released by their writers" in maya.page.text
    assert "1 reflection of Ana: chosen by you, not released." in maya.page.text
    assert "1 reflection open to both: not chosen by you." in maya.page.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"from_on": "2026-05-02", "to_on": "2026-05-01"}, "The last day comes before the first"),
        ({"from_on": "soon"}, "That is not a day"),
        ({"from_on": "2026-02-30"}, "That is not a day"),
        ({"to_on": ""}, "Please choose the last day"),
        ({"from_on": "0001-01-01"}, "Please choose a day between 2000 and 2199"),
        ({"to_on": "9999-12-31"}, "Please choose a day between 2000 and 2199"),
        ({"from_on": "2019-01-01", "to_on": "2019-12-31"}, "In these days nothing was given, sent or opened"),
    ],
)
def test_wrong_days_are_told_and_kept(maya: Browser, desk: Desk, typed: dict[str, str], told: str) -> None:
    page = maya.submit("Make the report", days(**typed))
    assert told in page.text
    assert page.title.startswith("Error:")
    assert all(page.value(name) == text for name, text in typed.items())
    assert count(desk) == 0


@pytest.mark.parametrize("audience", ["", "kim", "COUPLE"])
def test_only_an_audience_there_is_can_be_chosen(maya: Browser, desk: Desk, audience: str) -> None:
    page = maya.submit("Make the report", days(audience=audience))
    assert page.title.startswith("Error:")
    assert count(desk) == 0


def test_a_couple_that_has_done_nothing_yet_is_told_so(client: FlaskClient, desk: Desk) -> None:
    sign_in(client, "noor")
    browser = Browser(client)
    browser.get(NEW.format(desk.cast.kim_and_lee))
    assert "In these days nothing" in browser.submit("Make the report", days()).text


def test_a_double_click_asks_once(maya: Browser, desk: Desk) -> None:
    sent = days(audience="couple", key=maya.page.value("key"), csrf_token=maya.page.value("csrf_token"))
    first, second = (maya.post(maya.page.path, sent).response.location for _ in range(2))
    assert first == second
    assert count(desk) == 1


def test_a_step_may_have_the_longest_name(desk: Desk) -> None:
    with desk.app.app_context():
        couple = desk.cast.couple("ana")
        days = (clock.today(), clock.today())
        report = ask(couple, Audience.FIRST, *days, kind=Kind.WORKBOOK, about="s" * 80, by=couple.coach)
        db.session.commit()
        assert report.about == "s" * 80


def test_looking_changes_nothing(maya: Browser, desk: Desk) -> None:
    public_id = desk.asked()
    for path in (NEW.format(desk.cast.ana_and_ben), f"/reports/{public_id}", f"/reports/{public_id}/state"):
        maya.get(path)
    assert count(desk) == 1
    assert desk.told(public_id) == ("waiting", "")


def test_as_many_queries_for_much_as_for_little(maya: Browser, desk: Desk) -> None:
    pages = (NEW.format(desk.cast.ana_and_ben), f"/couples/{desk.cast.ana_and_ben}", f"/reports/{desk.asked()}")

    def queries() -> list[int]:
        counts = []
        for page in pages:
            maya.get(page)
            with asked() as counted:
                maya.get(page)
            counts.append(len(counted))
        return counts

    before = queries()
    with desk.app.app_context():
        for slug in ("work", "commit", "talk"):
            given = assign(desk.cast.couple("ana"), slug)
            for name in ("ana", "ben"):
                write(desk.cast.person(name), given)
    for audience in (Audience.FIRST, Audience.SECOND, Audience.COACH):
        desk.asked(audience)
    assert queries() == before


@pytest.mark.parametrize("name", ["noor", "ana", "ben", "kim"])
def test_nobody_else_finds_anything(client: FlaskClient, desk: Desk, name: str) -> None:
    public_id = desk.made()
    sign_in(client, name)
    browser = Browser(client)
    browser.get("/account")
    for path in (NEW.format(desk.cast.ana_and_ben), *(f"/reports/{public_id}{end}" for end in ("", "/state", "/file"))):
        browser.get(path, 404)
    browser.get("/account")
    for path in (NEW.format(desk.cast.ana_and_ben), *(f"/reports/{public_id}/{verb}" for verb in ("cancel", "retry"))):
        browser.post(path, days(audience="couple"), 404)
    assert count(desk) == 1


def test_the_owner_sees_that_kim_and_lee_are_there_and_no_more(client: FlaskClient, desk: Desk) -> None:
    sign_in(client, "olu")
    Browser(client).get(NEW.format(desk.cast.kim_and_lee), 403)
