"""Pictures of the practice's own paper, and of what partners are given and asked about it."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.journeys.album import Album
from tests.journeys.running import Running


def test_maya_looks_after_her_paper(laptop: Callable[[], Page], sample: Running) -> None:
    maya = Album("maya", laptop(), sample)
    maya.sign_in()
    maya.show("/letterhead")
    maya.page.get_by_label("Colour", exact=True).fill("#FFD700")
    maya.wrong("Save", "letterhead-colour")
    maya.wrong("Use this logo", "letterhead-no-logo")


def test_ana_finds_what_she_was_given_and_is_asked(phone: Callable[[], Page], sample: Running) -> None:
    ana = Album("ana", phone(), sample)
    ana.sign_in()
    ana.show("/documents")
    ana.turn_to("/consents/")
    ana.take("consent-given")
    ben = Album("ben", phone(), sample)
    ben.sign_in()
    ben.show("/documents")
    ben.turn_to("/consents/")
    ben.take("consent")
    ben.wrong("I consent", "consent-wrong")
