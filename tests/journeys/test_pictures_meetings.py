"""Pictures of appointments: planned, prepared, looked back on, noted, and as each partner has them at home."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.album import Album
from tests.journeys.running import Running


@pytest.fixture
def maya(laptop: Callable[[], Page], sample: Running) -> Album:
    album = Album("maya", laptop(), sample)
    album.sign_in()
    return album


def test_maya_prepares_an_appointment_and_writes_its_note(maya: Album) -> None:
    couple = maya.couple("Ana Ben")
    maya.take("couple-with-appointments")
    maya.show("/desk")
    maya.go(f"{couple}/appointments/plan")
    maya.take("appointment-plan")
    maya.page.get_by_label("Day", exact=True).fill("2027-10-31")
    maya.page.get_by_label("Time", exact=True).fill("01:30")
    maya.wrong("Plan", "appointment-plan-twice")
    maya.go(f"{couple}/appointments")
    maya.take("appointments")
    maya.page.locator("main .queue a").first.click()
    maya.page.wait_for_load_state()
    one = maya.path
    maya.take("appointment")
    for page in ("change", "cancel", "together", "note", "note/versions"):
        maya.go(f"{one}/{page}")
        maya.take(f"appointment-{page.replace('/', '-')}")
    maya.go(f"{one}/cancel")
    maya.wrong("Cancel it", "appointment-cancel-wrong")
    maya.go(one)
    maya.page.get_by_role("link", name="Words").first.click()
    maya.page.wait_for_load_state()
    maya.take("pin-change")
    maya.go(f"{couple}/appointments")
    maya.page.get_by_role("link", name="Took place").first.click()
    maya.page.wait_for_load_state()
    held = maya.path
    maya.take("appointment-held")
    for page in ("attend", "note", "note/finish"):
        maya.go(f"{held}/{page}")
        maya.take(f"appointment-held-{page.replace('/', '-')}")
    maya.press("Finish")
    maya.take("note-finished")


def test_maya_is_asked_before_she_leaves_a_note_unsaved(maya: Album) -> None:
    couple = maya.couple("Ana Ben")
    maya.go(f"{couple}/appointments")
    maya.page.locator("main .queue a").first.click()
    maya.page.wait_for_load_state()
    maya.go(f"{maya.path}/note")
    note, asked = maya.path, list[str]()
    maya.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    maya.page.get_by_role("textbox").first.press_sequentially("They laughed twice.")
    with maya.page.expect_event("dialog"):
        maya.page.get_by_role("link", name="Desk").click()
    assert (maya.path, asked) == (note, ["beforeunload"])
    maya.press("Save")
    expect(maya.page.locator("main")).to_contain_text("Saved.")
    maya.page.get_by_role("link", name="Desk").click()
    maya.page.wait_for_url("**/desk")
    assert asked == ["beforeunload"]


def test_ana_has_her_appointments_at_home(phone: Callable[[], Page], sample: Running) -> None:
    ana = Album("ana", phone(), sample)
    ana.sign_in()
    ana.show("/home", "/appointments")
