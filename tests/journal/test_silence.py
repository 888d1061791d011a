"""Ben's pages are the same, byte by byte, whether Ana keeps nothing or fifty entries; until she shares one."""

from datetime import UTC, datetime, timedelta

from practice import clock
from practice.programme.library import Readers
from tests.daily import keep
from tests.journal.conftest import Diary
from tests.privacy.test_silence import NEVER_TWICE

NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)
STEPS = {"gratitude": "gratitude", "work": "caring", "talk": "talk", "joy": "moments", "happiness": "happiness"}


def sights(diary: Diary) -> dict[str, str]:
    ben = diary.browser("ben")
    talk, happiness = diary.address("talk", name="ben"), diary.address("happiness", name="ben")
    paths = ("/home", "/journal", "/journal?day=2026-02-24", "/journal/shared", talk, happiness, "/programme")
    return {path: NEVER_TWICE.sub("", ben.get(path).response.get_data(as_text=True)) for path in paths}


def test_whatever_ana_keeps_ben_sees_nothing_of_it(diary: Diary) -> None:
    with clock.at(NOW):
        for slug in ("work", "talk", "joy"):
            diary.give(slug)
        for name in ("ana", "ben"):
            diary.give("happiness", name)
        with diary.app.app_context():
            keep(diary.part("happiness", "ben"), "happiness", "The sea")
        before = sights(diary)
        diary.give("gratitude")
        with diary.app.app_context():
            for number in range(50):
                slug, key = list(STEPS.items())[number % len(STEPS)]
                readers = (Readers.ONLY_ME, Readers.COACH)[number % 2]
                keep(diary.part(slug), key, f"Entry {number}", on=NOW.date() - timedelta(days=number % 14), readers=readers)
        assert sights(diary) == before
        with diary.app.app_context():
            keep(diary.part("work"), "caring", "You made me tea", shared=True)
        assert {path for path, seen in sights(diary).items() if seen != before[path]} == {"/home", "/journal/shared"}
