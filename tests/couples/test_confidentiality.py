"""Ana and Ben read and sign what stays between them and Maya."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from practice.couples.confidentiality import Kind
from practice.db import db
from tests.browser import Browser
from tests.cast import Cast, sign_in


@pytest.fixture
def proposal(app: Flask, cast: Cast) -> str:
    """Maya proposes that there be no secrets; the address of its page."""
    with app.app_context():
        policy = cast.couple("ana").propose(Kind.NO_SECRETS, by=cast.person("maya"))
        db.session.commit()
        return f"/confidentiality/{policy.public_id}"


def test_maya_proposes_another_policy(app: Flask, client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "maya")
    browser = Browser(client)
    browser.get(f"/couples/{cast.ana_and_ben}")
    page = browser.click("Propose another policy")
    assert "It never reaches back" in page.text
    assert "Please choose a policy." in browser.submit("Propose").text
    page = browser.submit("Propose", {"kind": "no_secrets"})
    assert "waits for Ana and Ben to sign" in page.text
    with app.app_context():
        couple = cast.couple("ana")
        assert [c.kind for c in couple.confidentialities] == [Kind.LIMITED_SECRETS, Kind.NO_SECRETS]
        assert couple.agreed is couple.confidentialities[0]


def test_the_policy_proposed_last_is_not_proposed_again(app: Flask, client: FlaskClient, cast: Cast, proposal: str) -> None:
    sign_in(client, "maya")
    browser = Browser(client)
    browser.get(f"/couples/{cast.ana_and_ben}/confidentiality")
    browser.post(f"/couples/{cast.ana_and_ben}/confidentiality", {"kind": "no_secrets"}, status=200)
    with app.app_context():
        assert len(cast.couple("ana").confidentialities) == 2


def test_it_begins_when_both_have_signed(app: Flask, client: FlaskClient, cast: Cast, proposal: str) -> None:
    ana, ben = Browser(client), Browser(app.test_client())
    sign_in(ana.client, "ana")
    page = ana.get(proposal)
    assert page.title == "What stays between us"
    for words in ("What Maya may bring to both of you", "never shown to the other", "in danger", "never reaches back"):
        assert words in page.text
    assert "Version 2" in page.text
    ana.client.post(proposal, data={"typed_name": "Ana ", "csrf_token": page.value("csrf_token")})
    assert "Your signature" not in ana.get(proposal).text
    with app.app_context():
        assert cast.couple("ana").agreed.kind is Kind.LIMITED_SECRETS
    sign_in(ben.client, "ben")
    # Until both stand, a signature would tell Ben what Ana did.
    page = ben.get(proposal)
    assert "Signed" not in page.text
    ben.client.post(proposal, data={"typed_name": "Ben", "csrf_token": page.value("csrf_token")})
    assert "Ana" in ben.get(proposal).tree.xpath("string(//main)")
    with app.app_context():
        assert cast.couple("ana").agreed.kind is Kind.NO_SECRETS


@pytest.mark.parametrize(
    ("typed", "sentence"), [("", "Please type your name."), ("Ben", "as it stands here: Ana"), ("x" * 90, "80")]
)
def test_another_name_does_not_sign(
    app: Flask, client: FlaskClient, cast: Cast, proposal: str, typed: str, sentence: str
) -> None:
    sign_in(client, "ana")
    browser = Browser(client)
    browser.get(proposal)
    page = browser.submit("Sign", {"typed_name": typed})
    assert page.title.startswith("Error:")
    assert sentence in page.text
    with app.app_context():
        assert not cast.couple("ana").proposed.signatures


def test_an_older_version_can_be_read_but_not_signed(app: Flask, client: FlaskClient, cast: Cast, proposal: str) -> None:
    with app.app_context():
        cast.couple("ana").propose(Kind.COACH_DECIDES, by=cast.person("maya"))
        db.session.commit()
    sign_in(client, "ana")
    browser = Browser(client)
    page = browser.get(proposal)
    assert "There is a newer version" in page.text
    assert "Your signature" not in page.text
    browser.get("/account")
    page = browser.post(proposal, {"typed_name": "Ana"}, status=200)
    with app.app_context():
        assert not cast.couple("ana").confidentialities[1].signatures


def test_signing_twice_is_told(client: FlaskClient, cast: Cast, proposal: str) -> None:
    sign_in(client, "ana")
    browser = Browser(client)
    typed = {"typed_name": "Ana", "csrf_token": browser.get(proposal).value("csrf_token")}
    browser.post(proposal, typed)
    assert "You have signed this already" in browser.post(proposal, typed, status=200).text


def test_maya_reads_it_and_cannot_sign(client: FlaskClient, cast: Cast, proposal: str) -> None:
    sign_in(client, "maya")
    browser = Browser(client)
    assert "Your signature" not in browser.get(proposal).text
    browser.get("/account")
    browser.post(proposal, {"typed_name": "Maya"}, status=403)


@pytest.mark.parametrize("name", ["kim", "noor", "olu"])
def test_others_find_nothing(client: FlaskClient, cast: Cast, proposal: str, name: str) -> None:
    sign_in(client, name)
    browser = Browser(client)
    browser.get("/account")
    browser.post(proposal, {"typed_name": name}, status=404)
    browser.get(proposal, status=404)
