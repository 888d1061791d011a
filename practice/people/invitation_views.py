"""Inviting somebody, again or for the first time, and taking an invitation back."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from practice.couples import models as couples
from practice.db import db
from practice.jobs import wake
from practice.people import links, mail
from practice.people.jobs import send_letters
from practice.people.models import Person
from practice.web import me, on


@on(Person, "invite")
def invite(person: Person) -> ResponseReturnValue:
    mail.invite(person)
    db.session.commit()
    wake(send_letters)
    flash(f"A letter to {person.name} is on its way. Tell them the code yourself, in person or by phone.")
    return redirect(_back(person), 303)


@on(Person, "invite")
def revoke(person: Person) -> ResponseReturnValue:
    for purpose in links.Purpose:
        for link in links.open_of(person, purpose):
            link.revoke(by=me())
    db.session.commit()
    flash(f"The link that {person.name} had no longer works.")
    return redirect(_back(person), 303)


def _back(person: Person) -> str:
    """Where the button was: the couple's page, or the list of coaches."""
    if person.is_coach:
        return url_for("people.coaches")
    return url_for("couples.show", public_id=couples.of(person).public_id)
