"""Maya asks for the reports of all her couples at once: one act, one progress, and each made by itself."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from practice import clock, jobs
from practice.couples.confidentiality import Kind
from practice.couples.models import CoupleState, add
from practice.db import db
from practice.reporting.batches import Batch
from practice.reporting.models import Report
from tests.browser import Browser
from tests.cast import sign_in
from tests.queries import asked
from tests.reporting.conftest import Desk, days
from tests.writing import assign


@pytest.fixture
def maya(client: FlaskClient, desk: Desk) -> Browser:
    """Maya coaches three couples: two with something in these days, and one with nothing."""
    with desk.app.app_context():
        coach = desk.cast.person("maya")
        for names in (("Ida", "Tom"), ("Zoe", "Jan")):
            couple = add(coach, names, tuple(f"{name.lower()}@example.test" for name in names), Kind.NO_SECRETS, "Europe/London")
            couple.state = CoupleState.ACTIVE
            if names[0] == "Ida":
                assign(couple, "causes")
        db.session.commit()
    sign_in(client, "maya")
    browser = Browser(client)
    browser.get("/batches/new")
    return browser


def count(desk: Desk, kind: type = Report) -> int:
    with desk.app.app_context():
        return db.session.scalar(select(func.count()).select_from(kind)) or 0


def test_all_with_something_are_made_in_one_act(maya: Browser, desk: Desk) -> None:
    page = maya.submit("Look at these days", days())
    boxes = page.tree.xpath("//input[@name='couples']/@value")
    assert len(boxes) == 2
    assert "Zoe & Jan" in page.text.partition("Left out")[2]
    page = maya.submit("Make the reports", days(couples=boxes))
    assert "0 of 2 reports are made." in page.text
    state = maya.client.get(f"{page.path}/state").json
    assert (state["under_way"], state["progress"]) == (True, 0)
    jobs.work_off()
    page = maya.get(page.path)
    assert "2 of 2 reports are made." in page.text
    assert desk.events("report.issued") == 2
    assert {"Ana & Ben", "Ida & Tom"} <= set(page.links)


def test_a_double_click_makes_one_batch(maya: Browser, desk: Desk) -> None:
    page = maya.submit("Look at these days", days())
    sent = days(
        audience="coach",
        key=page.value("key"),
        csrf_token=page.value("csrf_token"),
        couples=page.tree.xpath("//input[@name='couples']/@value"),
    )
    first, second = (maya.post("/batches/new", sent).response.location for _ in range(2))
    assert first == second
    assert (count(desk, Batch), count(desk)) == (1, 2)


def test_the_rest_is_called_off_and_made_after_all(maya: Browser, desk: Desk) -> None:
    page = maya.submit("Look at these days", days())
    page = maya.submit("Make the reports", days(couples=page.tree.xpath("//input[@name='couples']/@value")))
    with desk.app.app_context():
        first = db.session.scalars(select(Report.public_id).order_by(Report.id)).first()
    desk.make(first or "")
    maya.get(page.path)
    assert "1 of 2 reports are made, 1 called off." in maya.submit("Call the rest off").text
    jobs.work_off()
    assert desk.events("report.issued") == 1
    maya.submit("Try 1 report again")
    jobs.work_off()
    assert "2 of 2 reports are made." in maya.get(page.path).text


def test_one_that_fails_is_listed_and_the_rest_is_made(maya: Browser, desk: Desk) -> None:
    page = maya.submit("Look at these days", days())
    page = maya.submit("Make the reports", days(couples=page.tree.xpath("//input[@name='couples']/@value")))
    with desk.app.app_context():
        report = db.session.scalars(select(Report).order_by(Report.id)).first()
        assert report
        report.tries = 99
        db.session.commit()
    jobs.work_off()
    page = maya.get(page.path)
    assert "1 of 2 reports are made, 1 could not be made." in page.text
    assert "The worker stopped each time" in page.text


def test_nothing_chosen_and_nothing_there_are_told(maya: Browser, desk: Desk) -> None:
    maya.submit("Look at these days", days())
    assert "Please choose at least one couple." in maya.submit("Make the reports", days(couples=[])).text
    assert "With none of your couples" in maya.submit("Look at these days", {"from_on": "2019-01-01", "to_on": "2019-01-31"}).text
    assert count(desk, Batch) == 0


def test_as_many_queries_for_many_couples_as_for_one(maya: Browser, desk: Desk) -> None:
    def queries() -> int:
        with asked() as counted:
            maya.get("/batches/new")
        return len(counted)

    maya.get("/batches/new")
    before = queries()
    with desk.app.app_context(), clock.at(clock.now() - timedelta(days=1)):
        add(desk.cast.person("maya"), ("Eve", "Max"), ("eve@example.test", "max@example.test"), Kind.NO_SECRETS, "Europe/London")
        db.session.commit()
    assert queries() == before


def test_noor_finds_nothing_of_mayas(maya: Browser, desk: Desk) -> None:
    page = maya.submit("Look at these days", days())
    page = maya.submit("Make the reports", days(couples=page.tree.xpath("//input[@name='couples']/@value")))
    other = desk.app.test_client()
    sign_in(other, "noor")
    Browser(other).get(page.path, 404)
