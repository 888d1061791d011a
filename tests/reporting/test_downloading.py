"""The finished paper: sealed where it lies, offered under a name that tells nothing, and each fetching remembered."""

import pytest
from flask.testing import FlaskClient

from practice import clock, policy
from practice.db import db
from practice.people.models import Person, Role
from practice.reporting.models import Audience, Report
from tests import extract
from tests.browser import Browser
from tests.cast import sign_in
from tests.reporting.conftest import ANA_FREE, ANA_HELD, ANA_WORST, BEN_FREE, BEN_OWN, Desk

MAY_READ = {
    Audience.COUPLE: {ANA_FREE, BEN_FREE},
    Audience.FIRST: {ANA_FREE, BEN_FREE, ANA_HELD},
    Audience.SECOND: {ANA_FREE, BEN_FREE, BEN_OWN},
    Audience.COACH: {ANA_FREE, BEN_FREE, ANA_HELD, BEN_OWN},
}
EVERY_WORD = {ANA_FREE, BEN_FREE, ANA_HELD, ANA_WORST, BEN_OWN}


@pytest.mark.parametrize("audience", Audience)
def test_what_is_downloaded_holds_what_its_readers_may_know(desk: Desk, client: FlaskClient, audience: Audience) -> None:
    public_id = desk.made(audience)
    sign_in(client, "maya")
    paper = client.get(f"/reports/{public_id}/file").data
    first, second = extract.flat(extract.by_pypdf(paper)), extract.flat(extract.by_another(paper))
    assert {word for word in EVERY_WORD if word in first} == MAY_READ[audience]
    assert {word for word in EVERY_WORD if word in second} == MAY_READ[audience]
    assert {word for word in EVERY_WORD if word in extract.everything(paper)} == MAY_READ[audience]


def test_it_leaves_under_a_neutral_name_and_stays_nowhere(desk: Desk, client: FlaskClient) -> None:
    public_id = desk.made()
    sign_in(client, "maya")
    headers = client.get(f"/reports/{public_id}/file").headers
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"] == f"attachment; filename=document-{clock.today():%Y%m%d}.pdf"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_its_page_tells_number_pages_and_size(desk: Desk, client: FlaskClient) -> None:
    public_id = desk.made()
    with desk.app.app_context():
        report = desk.report(public_id)
        number, pages = report.short_digest, report.pages
    paper = desk.paper(public_id)
    sign_in(client, "maya")
    page = Browser(client).get(f"/reports/{public_id}")
    assert len(extract.pages(paper)) == pages
    assert number in extract.by_pypdf(paper)
    told = {dt.text_content(): " ".join(dt.getnext().text_content().split()) for dt in page.tree.xpath("//dt")}
    assert (told["Pages"], told["Number"]) == (str(pages), number)
    assert told["Size"] == f"{-(-len(paper) // 1000)} KB"


def test_each_fetching_is_remembered(desk: Desk, client: FlaskClient) -> None:
    public_id = desk.made()
    sign_in(client, "maya")
    client.head(f"/reports/{public_id}/file")
    assert desk.events("report.fetched") == 0
    for _ in range(2):
        client.get(f"/reports/{public_id}/file")
    assert desk.events("report.fetched") == 2


def test_before_it_is_ready_there_is_nothing_to_fetch(desk: Desk, client: FlaskClient) -> None:
    public_id = desk.asked()
    sign_in(client, "maya")
    assert "not ready" in Browser(client).get(f"/reports/{public_id}/file", 409).text


def test_where_it_lies_nothing_can_be_read(desk: Desk) -> None:
    public_id = desk.made()
    with desk.app.app_context():
        lying = desk.report(public_id).sealed or b""
    opened = desk.paper(public_id)
    assert opened.startswith(b"%PDF-")
    assert "Ana" in extract.by_pypdf(opened), "the control"
    assert not any(word in lying for word in (b"%PDF", b"Ana", b"Progress report", b"/Type"))


def test_a_paper_that_was_put_into_another_row_does_not_open(desk: Desk, client: FlaskClient) -> None:
    one, another = desk.made(Audience.COACH), desk.made(Audience.FIRST)
    with desk.app.app_context():
        desk.report(another).sealed = desk.report(one).sealed
        db.session.commit()
    sign_in(client, "maya")
    assert "can no longer be opened" in Browser(client).get(f"/reports/{another}/file", 409).text


def test_after_the_hand_over_it_is_the_new_coachs(desk: Desk, client: FlaskClient) -> None:
    public_id = desk.made()
    with desk.app.app_context():
        couple = desk.cast.couple("ana")
        sam = Person(practice=couple.practice, role=Role.COACH, name="Sam", email="sam@example.test", joined_at=clock.now())
        db.session.add(sam)
        db.session.flush()
        couple.hand_over(sam, by=couple.coach)
        db.session.commit()
        found = policy.find(sam, Report, "fetch", public_id)
        assert found
        assert found[1]
    sign_in(client, "maya")
    Browser(client).get(f"/reports/{public_id}/file", 404)
