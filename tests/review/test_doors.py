"""The review opens to the couple's own coach: to nobody else, with any method."""

from collections.abc import Callable

import pytest

from practice.homework.models import State
from practice.programme.library import Readers
from tests.browser import Browser
from tests.review.conftest import Given

READ = ["/review/{ana}", "/review/{ana}/set-aside", "/review/together/{id}", "/review/together/{id}/reveal"]
ACTS = [
    "/review/{ana}/feedback", "/review/{ana}/ask-again", "/review/{ana}/reviewed", "/review/{ana}/set-aside",
    "/review/choose/{sent}", "/review/together/{id}/feedback", "/review/together/{id}/reveal",
]  # fmt: skip
WORDS = "WordsOfAna"


@pytest.fixture
def addresses(given: Given) -> dict[str, str]:
    given.send("ben", "WordsOfBen", Readers.BOTH)
    sent = given.send("ana", WORDS)
    return {"id": given.id, "ana": given.ana, "sent": sent}


@pytest.mark.parametrize("name", ["noor", "olu", "kim", "lee"])
def test_whoever_is_not_of_this_couple_finds_nothing(
    name: str, enter: Callable[[str], Browser], addresses: dict[str, str], given: Given
) -> None:
    somebody = enter(name)
    for path in READ:
        assert "WordsOf" not in somebody.get(path.format(**addresses), status=404).text
    token = somebody.get("/account").value("csrf_token")
    for path in ACTS:
        somebody.post(path.format(**addresses), {"csrf_token": token, "text": "Not mine to say."}, status=404)
    _nothing_happened(given)


@pytest.mark.parametrize("name", ["ana", "ben"])
def test_a_partner_is_refused(name: str, enter: Callable[[str], Browser], addresses: dict[str, str], given: Given) -> None:
    partner = enter(name)
    partner.get("/review", status=404)
    # Ben may not even know of Ana's part; both know that they were given the step, and no more.
    expected = {"{ana}": 404 if name == "ben" else 403, "{id}": 403, "{sent}": 404 if name == "ben" else 403}
    for path in READ + ACTS:
        status = next(code for place, code in expected.items() if place in path)
        method = partner.post if path in ACTS else partner.get
        assert WORDS not in method(path.format(**addresses), status=status).text
    _nothing_happened(given)


def test_owning_the_practice_opens_no_queue_of_others(enter: Callable[[str], Browser], addresses: dict[str, str]) -> None:
    for name in ("olu", "noor"):
        page = enter(name).get("/review")
        assert "All read." in page.text
        assert "Ana" not in page.text


def test_without_signing_in_nothing_opens(clients: Callable[[], object], addresses: dict[str, str]) -> None:
    stranger = Browser(clients())
    stranger.get("/sign-in")
    for path in ["/review", *READ]:
        assert "/sign-in" in stranger.get(path.format(**addresses), status=303).response.location
    stranger.get("/sign-in")
    for path in ACTS:
        stranger.post(path.format(**addresses), status=401)
        stranger.get("/sign-in")


def _nothing_happened(given: Given) -> None:
    with given.app.app_context():
        part = given.part("ana")
        assert part.state is State.SUBMITTED
        assert part.latest
        assert not part.latest.is_revealed
        assert not part.latest.chosen_at
