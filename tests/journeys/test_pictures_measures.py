"""Pictures of questionnaires: the shelf, words beside their key, asking, answering, and what is shared."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.album import Album
from tests.journeys.running import Running


@pytest.fixture
def enter(new_page: Callable[..., Page], sample: Running) -> Callable[[str], Album]:
    """Somebody signed in, on a laptop; pictures are taken as on a phone too."""

    def entered(who: str) -> Album:
        album = Album(who, new_page({"width": 1280, "height": 900}), sample)
        album.sign_in()
        return album

    return entered


def test_maya_loads_words_and_asks(enter: Callable[[str], Album]) -> None:
    maya = enter("maya")
    maya.show("/measures", "/measures/csi-16", "/measures/phq-9", "/measures/own", "/measures/bring")
    maya.go("/measures/csi-4/load")
    maya.wrong("Look at it", "measures-load-wrong")
    maya.page.get_by_label("The questions, one a line").fill("One\nTwo\nThree\nFour")
    maya.page.get_by_label("The answers, one a line, in the order in which they are printed").fill("low\nhigh")
    maya.press("Look at it")
    maya.take("measures-load-look")
    couple = maya.couple("Ana Ben")
    maya.go(f"{couple}/ask")
    maya.take("measures-ask")
    maya.go(couple)
    maya.turn_to("/occasions/")
    maya.take("measures-read")
    maya.go(couple)
    maya.turn_to("/askings/")
    maya.take("measures-end")


def test_ana_answers_and_leaves_something_out(enter: Callable[[str], Album]) -> None:
    ana = enter("ana")
    ana.show("/questions")
    ana.turn_to("/questions/")
    ana.take("questions")
    ana.page.locator("#q-1-7").check(force=True)
    ana.wrong("Send to Maya", "questions-lacking")
