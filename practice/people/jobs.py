"""Work of the room that no request waits for."""

from flask import current_app

from practice import post
from practice.db import db
from practice.jobs import every_minute
from practice.people import guesses


@every_minute
def send_letters() -> None:
    """Hand what waits in the outbox to the mail server; in the demo letters stay where everybody can look at them."""
    settings = current_app.config["PRACTICE"]
    if not settings.smtp_url:
        return
    while letter := post.claim():
        # Taken before it is sent: another worker passes it by, and a killed one gives it back after a while.
        db.session.commit()
        post.deliver(letter, smtp_url=settings.smtp_url, mail_from=settings.mail_from)
        db.session.commit()


@every_minute
def forget_guesses() -> None:
    """Counts of wrong tries that are over say who was here; they go."""
    guesses.forget_full()
    db.session.commit()
