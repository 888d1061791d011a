"""Pictures of what is to come: a couple's way, programmes of one's own and moving to them, reminders."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.album import Album
from tests.journeys.running import Running


@pytest.fixture
def noor(laptop: Callable[[], Page], sample: Running) -> Album:
    album = Album("noor", laptop(), sample)
    album.sign_in()
    return album


def test_noor_plans_a_way(noor: Album) -> None:
    way = f"{noor.couple('Kim Lee')}/way"
    noor.go(way)
    noor.take("way-empty")
    noor.go(f"{way}/plan")
    noor.take("way-plan")
    noor.page.get_by_label("Days from one to the next").fill("0")
    noor.wrong("Plan", "way-plan-wrong")
    noor.page.get_by_label("Days from one to the next").fill("7")
    noor.press("Plan")
    noor.page.wait_for_url("**/way")
    noor.take("way")
    noor.turn_to("/planned/")
    noor.take("way-change")


def test_noor_writes_a_programme(noor: Album) -> None:
    noor.show("/programmes", "/programmes/begin", "/programmes/import")
    noor.go("/programmes/begin")
    noor.wrong("Begin", "begin-wrong")
    noor.page.get_by_label("Its title").fill("A quiet beginning")
    noor.page.get_by_label("A copy of Getting back together").check()
    noor.press("Begin")
    noor.page.wait_for_url("**/programmes/*")
    written = noor.path
    noor.take("manuscript")
    for place in ("about", "steps/commit", "steps/commit/groups/exits", "steps/commit/groups/exits/prompts/exits_kept"):
        noor.go(f"{written}/parts/{place}")
        noor.take(f"part-{place.split('/')[-1]}")
    noor.go(f"{written}/parts/steps/commit")
    noor.page.get_by_label("Title", exact=True).fill("")
    noor.press("Save")
    noor.take("part-lacking")
    for place in ("add/steps", "copy", "preview/commit", "preview/commit/exits", "discard"):
        noor.go(f"{written}/{place}")
        noor.take(f"programme-{place.replace('/', '-')}")


def test_noor_moves_a_couple(noor: Album) -> None:
    noor.go("/programmes")
    noor.turn_to("/editions/")
    noor.take("edition")
    noor.turn_to("/steps/")
    noor.take("edition-step")
    noor.go(f"{noor.couple('Kim Lee')}/programme")
    noor.take("move")


def test_reminders(phone: Callable[[], Page], sample: Running, noor: Album) -> None:
    noor.show("/reminders")
    ana = Album("ana", phone(), sample)
    ana.sign_in()
    ana.show("/reminders")
    Album("anybody", phone(), sample).show("/reminders/stop/nothing-like-it", "/reminders/stopped")
