"""Pictures of days: a few words today, one's own weeks, what is shared, and what stands beside a step."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.journeys.album import Album
from tests.journeys.running import Running


def test_ana_keeps_her_days(phone: Callable[[], Page], sample: Running) -> None:
    ana = _signed_in("ana", phone(), sample)
    for daily in ("feet", "caring", "talk", "gratitude", "routine"):
        ana.go("/home")
        ana.turn_to(f"/{daily}")
        ana.take(f"day-{daily}")
    ana.page.get_by_text("For another day").click()
    ana.page.get_by_label("Which day").fill("2019-01-01")
    ana.wrong("Keep", "day-wrong")
    ana.show("/journal", "/journal/shared")
    for verb in ("change", "share", "remove"):
        ana.go("/journal")
        ana.turn_to(f"/{verb}")
        ana.take(f"day-{verb}")


def test_ana_plans_and_says_how_it_was(phone: Callable[[], Page], sample: Running) -> None:
    ana = _signed_in("ana", phone(), sample)
    step = _step(ana, "Hearing the hurt")
    ana.turn_to("/plan/")
    ana.take("plan")
    ana.go(f"/not-yet/{step}")
    ana.take("not-yet")
    _step(ana, "Looking after yourself")
    ana.turn_to("/afterwards/")
    ana.take("afterwards")
    _step(ana, "Small good moments")
    ana.turn_to("/take-back")
    ana.take("take-back")


def test_lee_and_margaret(phone: Callable[[], Page], sample: Running) -> None:
    lee = _signed_in("lee", phone(), sample)
    lee.show("/home", "/journal", "/journal/shared")
    lee.go(f"/calm/{_step(lee, 'Looking at what you fear')}")
    lee.take("calm")
    _signed_in("margaret", phone(), sample).show("/home", "/journal", "/journal/shared", "/agreements")


def test_coaches_look_at_days(laptop: Callable[[], Page], sample: Running) -> None:
    for who, names in (("maya", "Ana Ben"), ("noor", "Kim Lee")):
        coach = _signed_in(who, laptop(), sample)
        coach.go(f"{coach.couple(names)}/journal")
        coach.take("days")


def _signed_in(who: str, page: Page, practice: Running) -> Album:
    album = Album(who, page, practice)
    album.sign_in()
    return album


def _step(album: Album, title: str) -> str:
    """From the first page to a step; its public id."""
    album.go("/home")
    if (fold := album.page.get_by_text("you have been through")).is_visible():
        fold.click()
    album.follow(title)
    return album.path.rsplit("/", 1)[1]
