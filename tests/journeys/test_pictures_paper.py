"""Pictures of the owner looking after the practice's own paper."""

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
