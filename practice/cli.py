"""The `practice` command."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import FrameType

import click
import flask_migrate
from sqlalchemy import select
from sqlalchemy.exc import OperationalError, ProgrammingError

import practice
from practice import clock, jobs, places
from practice.config import Misconfigured, Settings
from practice.db import db
from practice.errors import Refused
from practice.people import first_run
from practice.people.models import Practice
from practice.programme.library import ProgrammeError, load
from practice.programme.models import publish
from practice.reporting import filing, naming, pictures
from practice.reporting.asking import ask
from practice.reporting.jobs import made
from practice.sample import building


@contextmanager
def _plain_words() -> Iterator[None]:
    """Turn what may go wrong at the terminal into one sentence instead of a traceback."""
    try:
        yield
    except (Misconfigured, ProgrammeError, Refused) as error:
        raise click.ClickException(str(error)) from None
    except (OperationalError, ProgrammingError) as error:
        told = str(error.orig).splitlines()[0]
        raise click.ClickException(
            f"The database is not ready ({told}). If it runs, `practice upgrade` makes its tables."
        ) from None


class _Plain(click.Group):
    def invoke(self, ctx: click.Context) -> object:
        with _plain_words():
            return super().invoke(ctx)


@click.group(cls=_Plain)
def main() -> None:
    """Homeward: run a coaching practice for couples."""


@main.command()
def upgrade() -> None:
    """Bring the database up to date and publish the programme that ships with this version."""
    with practice.create_app().app_context():
        _upgrade()


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--workers", default=2, show_default=True, help="Processes that answer requests.")
def serve(host: str, workers: int) -> None:
    """Run the web server (on PORT, 8000 unless told otherwise)."""
    app = practice.create_app()
    with app.app_context():
        _tell_first_run(app.config["PRACTICE"])
        db.engine.dispose()
    port = _free_port(host)
    os.execv(sys.executable, [sys.executable, *_gunicorn(host, port, workers)])  # noqa: S606 - our own interpreter, no shell


@main.command()
def work() -> None:
    """Run the worker: letters, reports, and whatever else a page should not wait for."""
    practice.create_app()
    jobs.queue.create_consumer(workers=1, max_delay=1.0, graceful_signal="TERM").run()


@main.command()
@click.option("--practice", "name", prompt="Name of the practice")
@click.option("--coach", prompt="Your name")
@click.option("--email", prompt="Your e-mail address")
@click.option("--password", prompt=True, hide_input=True, confirmation_prompt=True)
def setup(name: str, coach: str, email: str, password: str) -> None:
    """Open a practice with its first coach."""
    app = practice.create_app()
    with app.app_context():
        _upgrade()
        first_run.open_practice(name, coach, email, password)
        db.session.commit()
    click.echo(f"{name} is open. Sign in at {app.config['PRACTICE'].base_url}/sign-in and set up your second factor.")


def _take_pictures(context: click.Context, _option: click.Parameter, folder: Path | None) -> None:
    if folder:
        for picture in pictures.taken(folder):
            click.echo(picture)
        context.exit()


@main.command()
@click.argument("couple")
@click.option("--kind", default="progress", show_default=True, help="Which report: brief, progress, summary, closing, workbook.")
@click.option("--about", default="", help="What it is about: the id in an appointment's address, or the short name of a step.")
@click.option("--audience", required=True, help="couple, coach, first, second, or the name or e-mail address of one partner.")
@click.option("--from", "from_on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="First day, such as 2026-01-01.")
@click.option("--to", "to_on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="Last day.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The PDF to write.")
@click.option(
    *("--pictures", "_pictures"), type=click.Path(file_okay=False, path_type=Path), callback=_take_pictures, is_eager=True,
    expose_value=False, help="Instead of all this: pictures of every page of every kind, from sample facts, in this folder.",
)  # fmt: skip
def report(couple: str, kind: str, about: str, audience: str, from_on: datetime, to_on: datetime, out: Path) -> None:
    """Print a report. COUPLE is the id in the address of their page, or the e-mail address of one of them."""
    filing.must_have_room(out)
    with practice.create_app().app_context():
        theirs = naming.couple_named(couple)
        meant, readers = naming.kind_named(kind), naming.audience_named(audience, theirs)
        asked = ask(theirs, readers, from_on.date(), to_on.date(), kind=meant, about=about, by=None)
        db.session.commit()
        filing.keep(made(asked.public_id), out)
    click.echo(f"{out} is written.")


@main.command()
def demo() -> None:
    """Show a sample practice: database, web server and worker, until Ctrl-C."""
    os.environ["PRACTICE_DEMO"] = "1"
    port = _free_port("127.0.0.1")
    app = practice.create_app(Settings.from_environ(demo=True))
    settings: Settings = app.config["PRACTICE"]
    with app.app_context():
        _upgrade()
        if building.is_empty():
            click.echo("Filling the sample practice…")
            building.build(clock.today(), settings.demo_password)
            db.session.commit()
        db.engine.dispose()
    click.echo(_welcome(settings))
    me = [sys.executable, "-m", "practice"]
    _keep_running([[sys.executable, *_gunicorn("127.0.0.1", port, 2)], [*me, "work"]])


def _upgrade() -> None:
    programme = load(places.programme())
    flask_migrate.upgrade(str(places.migrations()))
    publish(programme)
    db.session.commit()


def _tell_first_run(settings: Settings) -> None:
    try:
        is_new = db.session.scalar(select(Practice.id).limit(1)) is None
    except OperationalError as error:
        raise click.ClickException(f"The database is not ready ({error.orig}). Run `practice upgrade` first.") from None
    if is_new:
        click.echo(f"No practice is open here yet. Open it at {settings.base_url}/first-run/{first_run.make()}")
        click.echo("The link works once, for a day.")
    db.session.commit()


def _free_port(host: str) -> int:
    """The port to listen on; says plainly when somebody else has it."""
    port = int(os.environ.get("PORT", "8000"))
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError:
            raise click.ClickException(f"Port {port} is in use. Choose another: PORT=8001 and the same command.") from None
    return port


def _gunicorn(host: str, port: int, workers: int) -> list[str]:
    return [
        *("-m", "gunicorn", "practice:create_app()", "--bind", f"{host}:{port}", "--workers", str(workers)),
        *("--worker-class", "gthread", "--threads", "4", "--timeout", "60", "--max-requests", "5000", "--no-control-socket"),
        *("--log-level", "warning", "--worker-tmp-dir", "/dev/shm" if Path("/dev/shm").is_dir() else "."),  # noqa: S108 - a heartbeat file
    ]


def _welcome(settings: Settings) -> str:
    people = "maya (coach of Ana & Ben), noor (coach of Kim & Lee), olu (owner), ana, ben, kim, lee"
    return (
        f"\n  Homeward is open at {settings.base_url}/sign-in\n"
        f"  Sign in as {people}: each @example.test\n"
        f"  Password for all: {settings.demo_password}\n"
        f"  Letters that would have been sent: {settings.base_url}/mailbox\n"
        "  Ctrl-C ends it.\n"
    )


def _keep_running(commands: list[list[str]]) -> None:
    """Run commands side by side; when one ends, or a signal comes, end all."""
    children = [subprocess.Popen(command) for command in commands]  # noqa: S603 - our own commands, no shell
    stopping = False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True

    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, stop)
    while not stopping and all(child.poll() is None for child in children):
        time.sleep(0.2)
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
    if not stopping:
        raise click.ClickException("A part of Homeward ended by itself; what it said stands above.")
