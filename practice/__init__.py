"""Homeward: practice management for coaches who help couples stay together."""

from flask import Flask
from flask_bootstrap import Bootstrap5
from flask_migrate import Migrate
from werkzeug.middleware.proxy_fix import ProxyFix

from practice import jobs, keyring, pages, places, web
from practice.agreements.views import agreements
from practice.appointments.views import appointments
from practice.config import Settings
from practice.couples.views import couples
from practice.db import db
from practice.desk.views import desk
from practice.goals.views import goals
from practice.home.views import home
from practice.homework.views import homework
from practice.journal.views import journal
from practice.measures.views import measures
from practice.notes.views import notes
from practice.pace.views import pace
from practice.people.views import people
from practice.programme.views import programme
from practice.reminders.views import reminders
from practice.reporting.views import reporting
from practice.review.views import review
from practice.safety.views import safety
from practice.turns.views import turns
from practice.way.views import way

ROOMS = (
    people, couples, programme, homework, journal, agreements, turns, pace, way, reminders, goals, measures,
    safety, appointments, notes, review, reporting, desk, home,
)  # fmt: skip
_MOST_SENT = 8 * 1024 * 1024  # bytes: a page of the longest answers, percent-encoded, with room to spare


def create_app(settings: Settings | None = None) -> Flask:
    """The application; settings come from the environment unless given."""
    settings = settings or Settings.from_environ()
    settings.data.mkdir(parents=True, exist_ok=True)
    app = Flask(__name__, template_folder=str(places.templates()))
    app.config.from_mapping(
        PRACTICE=settings,
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SESSION_COOKIE_NAME="__Host-homeward" if settings.https else "homeward",
        SESSION_COOKIE_SECURE=settings.https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=_MOST_SENT,
        MAX_FORM_MEMORY_SIZE=_MOST_SENT,
        MAX_FORM_PARTS=3000,
        TRUSTED_HOSTS=settings.hosts,
        WTF_CSRF_TIME_LIMIT=None,  # a token lives as long as its sign-in: a slow writer is no attacker
        WTF_CSRF_SSL_STRICT=False,  # no-referrer is our own rule, so there is none to compare
        BOOTSTRAP_SERVE_LOCAL=True,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    if settings.proxies:
        trusted = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies)
        app.wsgi_app = trusted  # type: ignore[method-assign]  # how Flask hangs middleware
    keyring.unlock(settings.master_key)
    db.init_app(app)
    Migrate(app, db, directory=str(places.migrations()), render_as_batch=True, compare_type=True)
    Bootstrap5(app)
    web.init_app(app)
    pages.init_app(app)
    jobs.connect(settings.queue_url, app.app_context)
    for room in ROOMS:
        app.register_blueprint(room)
    return app
