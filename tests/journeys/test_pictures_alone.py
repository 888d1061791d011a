"""Pictures of what each wishes for and is asked alone, and of what their coach does about it."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.journeys.album import Album
from tests.journeys.running import Running


def test_ana_looks_at_what_she_wishes_for(phone: Callable[[], Page], sample: Running) -> None:
    ana = Album("ana", phone(), sample)
    ana.sign_in()
    ana.show("/goals", "/goals/new")
    ana.wrong("Keep", "goals-new-wrong")
    for act in ("rate", "change", "share", "let-go"):
        ana.go("/goals")
        ana.turn_to(f"/{act}")
        ana.take(f"goals-{act}")


def test_maya_asks_each_alone_and_they_answer(laptop: Callable[[], Page], phone: Callable[[], Page], sample: Running) -> None:
    maya = Album("maya", laptop(), sample)
    maya.sign_in()
    couple = maya.couple("Grace")
    maya.go(f"{couple}/alone")
    maya.take("alone")
    maya.press("Ask both now")
    couple = maya.couple("Ana Ben")
    maya.go(f"{couple}/alone")
    maya.take("alone-answered")
    maya.show("/help-lines", "/help-lines/new")
    maya.wrong("Save", "help-lines-new-wrong")
    maya.go("/help-lines")
    maya.follow("Change")
    maya.take("help-line")
    grace = Album("grace", phone(), sample)
    grace.sign_in()
    grace.go("/home")
    grace.turn_to("/a-few-questions/")
    grace.take("a-few-questions")
