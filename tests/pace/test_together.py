"""The coach's page: both choices, what is open of them, and opening it again."""

import pytest
from sqlalchemy import func, select

from practice.db import db
from practice.trail.models import Event
from tests import writing
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.pace.conftest import Pacing


def test_maya_reads_both_choices_and_what_both_would_see(pacing: Pacing) -> None:
    pacing.set("ana", "side", "kissing", fast="stay")
    page = pacing.look("maya")
    assert "Kissing" in page.text
    assert "Not chosen yet." in page.text
    assert page.tree.xpath("//main//form") == []
    pacing.set("ben", "side", "hugs")
    page = pacing.look("maya")
    assert page.tree.xpath("//h2[.='What both would see']/following-sibling::ul[1]/li/text()") == ["Sitting close, side by side"]


def test_opening_shows_it_and_a_second_click_changes_nothing(pacing: Pacing) -> None:
    for name in ("ana", "ben"):
        pacing.set(name, "side")
    assert "Both can now see what both accept." in pacing.open().text
    pacing.open()
    with pacing.app.app_context():
        assert db.session.scalar(select(func.count()).where(Event.verb == "pace.opened")) == 1


def test_it_stays_closed_while_one_is_absent(pacing: Pacing) -> None:
    pacing.set("ana", "side")
    assert "once both have chosen" in pacing.open().text
    assert pacing.shown("ana") == []


@pytest.mark.parametrize("act", ["pause", "withdraw"])
def test_it_is_not_opened_while_it_rests(pacing: Pacing, act: str) -> None:
    for name in ("ana", "ben"):
        pacing.set(name, "side")
    pacing.act(act)
    pacing.open()
    assert pacing.shown("ana") == []


def test_looking_opens_nothing(pacing: Pacing) -> None:
    for name in ("ana", "ben"):
        pacing.set(name, "side")
    pacing.look("maya")
    assert pacing.shown("ana") == []


def test_a_partner_and_another_coach_do_not_come_in(pacing: Pacing) -> None:
    pacing.browsers["ana"].get(pacing.addresses["maya"], 403)
    pacing.browsers["ana"].post(f"{pacing.addresses['maya']}/open", status=403)
    noor = Browser(pacing.app.test_client())
    sign_in(noor.client, "noor")
    noor.get(pacing.addresses["maya"], 404)
    noor.post(f"{pacing.addresses['maya']}/open", status=404)


def test_a_step_without_a_pace_has_no_such_page(pacing: Pacing) -> None:
    with pacing.app.app_context():
        other = writing.assign(Cast.couple("ana"), "causes")
        part = other.part_of(Cast.person("ana"))
        assert part
        addresses = f"/pace/{part.public_id}", f"/assignments/{other.public_id}/pace"
    pacing.browsers["ana"].get(addresses[0], 404)
    pacing.browsers["maya"].get(addresses[1], 404)
    pacing.browsers["maya"].post(f"{addresses[1]}/open", status=404)
