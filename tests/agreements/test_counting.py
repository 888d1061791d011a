"""The pages ask the database the same number of questions however many lines and check-ins there are."""

from datetime import timedelta

from practice import clock
from practice.agreements.check_ins import keep
from practice.agreements.checking import monday
from practice.agreements.models import Kept
from practice.db import db
from tests.agreements.conftest import Evening
from tests.browser import Browser
from tests.queries import asked


def fill(evening: Evening, lines: int, weeks: int) -> str:
    """So many lines in each ledger, looked at by both in so many weeks; the address of one."""
    for number in range(lines):
        address = evening.agreed(words=f"Agreement {number}")
        evening.add("act", "actions", words=f"Action {number}")
        evening.add("joy", "jar", words=f"Moment {number}", name="ben")
        evening.add("wider-life", "commitments", words=f"Area {number}")
        with evening.app.app_context():
            line, today = evening.line(address), clock.today()
            for week in range(1, weeks + 1):
                for person in line.couple.partners:
                    monday_then = monday(today - timedelta(days=7 * week))
                    keep(line.id, person, monday_then, kept=Kept.YES, hours=None, note=f"Week {week}", text_class="both")
            db.session.commit()
    return address


def questions(evening: Evening, address: str) -> dict[str, int]:
    """How many each page asks."""
    couple = f"/couples/{evening.cast.ana_and_ben}/agreements"
    pages: list[tuple[Browser, str, str]] = [
        (evening.browsers["ana"], "ours", "/agreements"),
        (evening.browsers["ana"], "ledger", evening.ledger()),
        (evening.browsers["ana"], "actions", evening.ledger("act", "actions")),
        (evening.browsers["ana"], "jar", evening.ledger("joy", "jar")),
        (evening.browsers["ana"], "line", address),
        (evening.browsers["ana"], "home", "/home"),
        (evening.browsers["maya"], "couple", couple),
    ]
    found = {}
    for browser, name, path in pages:
        browser.get(path)
        with asked() as statements:
            browser.get(path)
        found[name] = len(statements)
    return found


def test_many_lines_cost_as_much_as_few(evening: Evening) -> None:
    few = questions(evening, fill(evening, 1, 1))
    many = questions(evening, fill(evening, 8, 6))
    assert many == few
    assert max(few.values()) <= 30, few
