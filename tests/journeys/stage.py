"""The cast before a real web server: brought in by the practice's own code, over the data that is served."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import flask_migrate
from playwright.sync_api import Page
from sqlalchemy import select

import practice
from practice import places
from practice.config import Settings
from practice.db import db
from practice.homework.drafts import Draft
from practice.homework.models import Assignment
from tests import writing
from tests.cast import PASSWORD, Cast, email, gather
from tests.journeys.running import Running


@contextmanager
def on_stage(running: Running) -> Iterator[None]:
    """Within the practice that is served, beside its web server; what was done is kept."""
    # Not in a process of its own: to begin one costs as much as opening twenty pages.
    with practice.create_app(Settings.from_environ(running.environ)).app_context():
        try:
            yield
            db.session.commit()
        finally:
            db.session.remove()
            db.engine.dispose()


def give(running: Running, slug: str) -> str:
    """Give Ana and Ben a step, the same one again where they have it already; the address of Ana's part."""
    with on_stage(running):
        couple = Cast.couple("ana")
        for standing in db.session.scalars(select(Assignment).where(Assignment.withdrawn_at.is_(None))).all():
            standing.withdraw(by=couple.coach)
        return f"/steps/{writing.assign(couple, slug).part_of(couple.first).public_id}"


def sign_in(page: Page, running: Running, name: str) -> None:
    """Through the real page."""
    page.goto(f"{running.address}/sign-in")
    page.get_by_label("Email").fill(email(name))
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/home")


def kept(running: Running) -> str:
    """What stands in Ana's drafts, as the database holds it."""
    with on_stage(running):
        return str([draft.content["answers"] for draft in db.session.scalars(select(Draft))])


def gathered(folder: Path, **environ: str) -> Path:
    """The data of a practice in which the cast has gathered, to be copied by each file that stages it."""
    running = Running(folder, **environ)
    with on_stage(running):
        flask_migrate.upgrade(str(places.migrations()))
        gather()
    return running.data


@contextmanager
def staged(data: Path, folder: Path, **environ: str) -> Iterator[Running]:
    """The cast's practice, served over a copy of this data; ended afterwards, whatever happens."""
    running = Running(folder, **environ)
    shutil.copytree(data, running.data)
    try:
        running.start("serve")
        running.wait()
        yield running
    finally:
        running.stop()
