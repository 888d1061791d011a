"""The practice's shelf: its owner loads words, looks at them beside the key, and locks them; coaches find them there."""

import io

import pytest
from flask import Flask
from flask.testing import FlaskClient

from practice.db import db
from practice.measures import shelf, versions
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.measures.test_wording import FOUR, SEVEN, SIX
from tests.measuring import load

WORDS = {"introduction": "", "items": FOUR, "options": f"1:\n{SEVEN}\n\n{SIX}"}
ENTITLED = {"entitled": "y"}


@pytest.fixture
def maya(client: FlaskClient, cast: Cast) -> Browser:
    sign_in(client, "maya")
    return Browser(client)


def test_words_are_pasted_looked_at_and_locked(app: Flask, cast: Cast, maya: Browser) -> None:
    maya.get("/measures")
    page = maya.click("CSI-4")
    assert "Needs its wording" in page.text
    assert "Funk" in page.text
    page = maya.click("Load the wording")
    assert "entitled" not in page.text
    page = maya.submit("Look at it", WORDS)
    rows = [" ".join(row.text_content().split()) for row in page.tree.xpath("//tbody/tr")]
    assert rows[0] == "1. First thing word 0 = 0 word 6 = 6"
    assert "Please confirm that you are entitled" in maya.submit("Lock it", status=422).text
    page = maya.submit("Lock it", {**ENTITLED, "items": FOUR.replace("First", "Other")}, status=422)
    assert "this is not what stood here before" in page.text
    page = maya.submit("Lock it", ENTITLED)
    assert "locked as version 1" in page.text
    assert "Other thing" in page.text
    page = maya.click("Load other words")
    page = maya.submit("Look at it", {"items": page.value("items").replace("Second", "Third")})
    assert [row.text_content().split()[0] for row in page.tree.xpath("//tbody/tr[contains(., 'changed')]")] == ["2."]
    maya.get("/measures/csi-4/load")
    assert "changed" not in maya.submit("Look at it").text
    assert "locked as version 1" in maya.submit("Lock it", ENTITLED).text  # the same words are the same version
    with app.app_context():
        [version] = versions.all_of(cast.person("maya").practice)["csi-4"]
        assert version.locked_by is cast.person("maya")
        assert versions.all_of(cast.person("noor").practice) == {}


def test_what_does_not_fit_is_told_and_stays_typed(maya: Browser, cast: Cast) -> None:
    maya.get("/measures/csi-4/load")
    page = maya.submit("Look at it", {**WORDS, "items": "Only <b>one</b>"}, status=422)
    assert "CSI-4 has 4, and 1 were pasted" in page.text
    assert page.value("items") == "Only <b>one</b>"
    picture = (io.BytesIO(b"\x89PNG\xff"), "words.toml")
    page = maya.submit("Look at it", {**WORDS, "file": picture}, status=422)
    assert "not plain text" in page.text


def test_an_own_questionnaire_is_typed_and_changed(app: Flask, cast: Cast, maya: Browser) -> None:
    maya.get("/measures/own")
    assert "Please give it a short name" in maya.submit("Look at it", status=422).text
    typed = {"name": "Abende ☾", "items": "Warm\n<i>冷</i>", "options": "nie\nimmer", "citation": "Hier", "licence": "Ours"}
    page = maya.submit("Look at it", typed)
    assert "2. <i>冷</i>" in page.text
    page = maya.submit("Lock it", ENTITLED)
    assert "Ready" in page.text
    page = maya.click("Change it")
    assert 'text = "Warm"' in page.value("toml")
    maya.submit("Look at it", {"toml": page.value("toml").replace("Warm", "Warmer")})
    assert "locked as version 2" in maya.submit("Lock it", ENTITLED).text
    with app.app_context():
        place = shelf.ready(cast.person("maya").practice)[-1]
        assert (place.is_own, [version.number for version in place.versions]) == (True, [2, 1])


def test_a_file_cannot_take_the_place_of_what_ships(maya: Browser, cast: Cast) -> None:
    maya.get("/measures/bring")
    sample = maya.page.tree.xpath("string(//pre)")
    assert "our" in maya.submit("Look at it", {"toml": sample}).text.lower()
    page = maya.submit("Look again", {"toml": sample.replace('key = "evenings"', 'key = "csi-4"')}, status=422)
    assert "is on your shelf already" in page.text
    assert "Please look at this again" in maya.submit("Look at it", {"toml": "[["}, status=422).text


def test_health_is_turned_on_by_the_owner(app: Flask, cast: Cast, maya: Browser) -> None:
    with app.app_context():
        versions.lock(cast.person("maya").practice, load(cast.person("maya").practice, "gad-7").instrument, by=None)
        db.session.execute(db.delete(versions.InstrumentSwitch))
        db.session.commit()
    assert "be sure that somebody knows what to do" in maya.get("/measures/gad-7").text
    assert "GAD-7 is on now" in maya.submit("Turn it on").text
    assert "GAD-7 is off now" in maya.submit("Turn it off").text
    maya.get("/measures/nothing-of-the-kind", status=404)


def test_a_coach_looks_and_an_owner_acts(cast: Cast, client: FlaskClient) -> None:
    sign_in(client, "noor")
    noor = Browser(client)
    assert "The owner of your practice loads wording" in noor.get("/measures").text
    assert "The owner of your practice can do that" in noor.get("/measures/phq-9").text
    noor.get("/measures/csi-4/load", status=404)
