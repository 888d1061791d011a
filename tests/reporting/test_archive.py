"""An archive copy: the same paper from the same facts, with the facts attached, for whoever may have the paper."""

import io
import json

import pikepdf
import pytest
from flask.testing import FlaskClient

from practice.db import db
from practice.reporting.facts import facts_digest
from tests import extract
from tests.browser import Browser
from tests.cast import sign_in
from tests.reporting.conftest import ANA_FREE, ANA_HELD, ANA_WORST, BEN_FREE, BEN_OWN, Desk
from tests.tagged.faults import faults


@pytest.fixture
def copy(client: FlaskClient, desk: Desk) -> bytes:
    made = desk.made()
    sign_in(client, "maya")
    browser = Browser(client)
    page = browser.get(f"/reports/{made}")
    return client.get(page.links["Archive copy"]).data


def test_it_holds_the_facts_of_the_paper_and_says_what_it_is(copy: bytes, desk: Desk) -> None:
    assert faults(copy) == []
    (name, held), *others = extract.attachments(copy).items()
    assert (name, others) == ("facts.json", [])
    assert ANA_FREE in held.decode()
    assert not any(word in extract.everything(copy) for word in (ANA_HELD, ANA_WORST, BEN_OWN))
    assert BEN_FREE in extract.flat(extract.by_pypdf(copy))
    with pikepdf.open(io.BytesIO(copy)) as file:
        (only,) = file.Root.AF
        assert only.AFRelationship == "/Data"
        assert file.Root.OutputIntents[0].S == "/GTS_PDFA1"
        with file.open_metadata() as told:
            assert (told["pdfaid:part"], told["pdfaid:conformance"], told["pdfuaid:part"]) == ("3", "A", "1")
    assert json.loads(held)["sheet"]["report_id"] in extract.flat(extract.by_pypdf(copy))


def test_it_leaves_under_a_neutral_name_and_is_remembered(desk: Desk, client: FlaskClient) -> None:
    public_id = desk.made()
    sign_in(client, "maya")
    headers = client.get(f"/reports/{public_id}/archive").headers
    assert headers["Content-Disposition"].startswith("attachment; filename=document-")
    assert headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert desk.events("report.archive_fetched") == 1


def test_facts_that_are_not_those_of_the_paper_are_not_printed(desk: Desk, client: FlaskClient) -> None:
    public_id = desk.made()
    with desk.app.app_context():
        desk.report(public_id).facts_digest = facts_digest("others")
        db.session.commit()
    sign_in(client, "maya")
    browser = Browser(client)
    browser.get(f"/reports/{public_id}/archive", 303)
    assert "not those that it was printed from" in browser.follow().text


def test_a_report_of_earlier_days_says_why_there_is_none(desk: Desk, client: FlaskClient) -> None:
    public_id = desk.made()
    with desk.app.app_context():
        desk.report(public_id).sealed_facts = None
        db.session.commit()
    sign_in(client, "maya")
    browser = Browser(client)
    browser.get(f"/reports/{public_id}/archive", 303)
    assert "were not kept with it" in browser.follow().text
