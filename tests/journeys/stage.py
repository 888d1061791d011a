"""The cast before a real web server: brought in by the practice's own code, in a process of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from tests.cast import PASSWORD, email
from tests.journeys.running import Running

BEGIN = """
from practice import create_app
from practice.db import db
from sqlalchemy import select
from tests import cast, writing
app = create_app()
with app.app_context():
"""


def on_stage(running: Running, *lines: str) -> str:
    """Run lines of code within the practice; what they printed."""
    return running.python("-c", BEGIN + "".join(f"    {line}\n" for line in (*lines, "db.session.commit()"))).strip()


def give(running: Running, slug: str) -> str:
    """Give Ana and Ben a step, the same one again where they have it already; the address of Ana's part."""
    return "/steps/" + on_stage(
        running,
        "from practice.homework.models import Assignment",
        "couple = cast.Cast.couple('ana')",
        "standing = db.session.scalars(select(Assignment).where(Assignment.withdrawn_at.is_(None))).all()",
        "[each.withdraw(by=couple.coach) for each in standing]",
        f"print(writing.assign(couple, {slug!r}).part_of(couple.first).public_id)",
    )


def sign_in(page: Page, running: Running, name: str) -> None:
    """Through the real page."""
    page.goto(f"{running.address}/sign-in")
    page.get_by_label("Email").fill(email(name))
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/home")


def kept(running: Running) -> str:
    """What stands in Ana's drafts, as the database holds it."""
    every = "print([d.content['answers'] for d in db.session.scalars(select(Draft))])"
    return on_stage(running, "from practice.homework.drafts import Draft", every)


@contextmanager
def staged(folder: Path, **environ: str) -> Iterator[Running]:
    """The cast's practice, served; ended afterwards, whatever happens."""
    running = Running(folder, **environ)
    try:
        running.command("upgrade")
        on_stage(running, "cast.gather()")
        running.start("serve")
        running.wait()
        yield running
    finally:
        running.stop()
