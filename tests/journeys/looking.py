"""Looking at a page as people meet it: on a phone and a laptop, in light and dark, and as a screen reader would."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

PICTURES = Path(__file__).resolve().parents[1] / "pictures"
PHONE: ViewportSize = {"width": 320, "height": 640}
LAPTOP: ViewportSize = {"width": 1280, "height": 900}
WIDER_THAN_SCREEN = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
ASK_AXE = """axe.run({resultTypes: ["violations"], rules: {"target-size": {enabled: true}}})
  .then(({violations}) => ({violations}))"""
LOOKED_AT: set[tuple[str, str]] = set()  # who has been shown at which address
GLANCED_AT: set[tuple[str, int]] = set()  # which page at which width


def look(page: Page, name: str) -> None:
    """Take four pictures of a page, and find nothing to complain about in any of them."""
    was = page.viewport_size or LAPTOP
    PICTURES.mkdir(exist_ok=True)
    page.evaluate(Axe().axe_script)
    for size in (PHONE, LAPTOP):
        page.set_viewport_size(size)
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            shown = f"{name}-{size['width']}-{theme}"
            page.screenshot(path=PICTURES / f"{shown}.png", full_page=True)
            if (size is PHONE) is (theme == "light"):  # each width and each theme once: colours do not change with the width
                assert page.evaluate(WIDER_THAN_SCREEN) <= 0, f"{shown} has to be scrolled sideways"
                found = AxeResults(page.evaluate(ASK_AXE))
                assert found.violations_count == 0, f"{shown}\n{found.generate_report()}"
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(was)


def glance(page: Page) -> None:
    """The first time somebody comes to such a page: it fits the screen they have, and a screen reader finds its way."""
    place = re.sub(r"[0-9a-f]{32}", "…", urlsplit(page.url).path)
    if (place, page.viewport_size["width"] if page.viewport_size else 0) in GLANCED_AT:
        return
    GLANCED_AT.add((place, page.viewport_size["width"] if page.viewport_size else 0))
    page.evaluate(Axe().axe_script)
    assert page.evaluate(WIDER_THAN_SCREEN) <= 0, f"{place} has to be scrolled sideways"
    found = AxeResults(page.evaluate(ASK_AXE))
    assert found.violations_count == 0, f"{place}\n{found.generate_report()}"
