"""Pictures of appointments: planned, prepared, looked back on, noted, and as each partner has them at home."""

import re
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


def test_what_maya_types_into_a_note_is_there_when_she_comes_back(maya: Album) -> None:
    couple = maya.couple("Ana Ben")
    maya.go(f"{couple}/appointments")
    maya.page.locator("main .queue a").first.click()
    maya.page.wait_for_load_state()
    maya.go(f"{maya.path}/note")
    note, words = maya.path, "They laughed twice."
    maya.page.get_by_role("textbox").first.fill(words)
    expect(maya.page.locator("[data-saved]")).to_have_text(re.compile(r"^Draft saved \d\d:\d\d\. It counts as written once"))
    maya.go("/desk")
    maya.go(note)
    expect(maya.page.get_by_role("textbox").first).to_have_value(words)
    maya.take("note-typed")
    maya.go(f"{note}/let-go")
    maya.take("note-let-go")
    maya.go(note)
    maya.press("Save")
    expect(maya.page.locator("main")).to_contain_text("Saved.")
    expect(maya.page.locator("[data-saved]")).to_be_empty()


def test_ana_has_her_appointments_at_home(phone: Callable[[], Page], sample: Running) -> None:
    ana = Album("ana", phone(), sample)
    ana.sign_in()
    ana.show("/home", "/appointments")
