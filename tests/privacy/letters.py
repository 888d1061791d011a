"""Markers in letters: the link that lets somebody in, and the code told beside it."""

import re
from collections.abc import Callable

from practice import post
from practice.db import db
from practice.people import invitations, mail
from practice.people.models import Person

Put = Callable[..., str]  # a new marker, or this one, for a kind of place and the name of the person it belongs to


def fill_letters(put: Put, person: Person) -> None:
    """A letter with a link, and the code that goes with it."""
    mail.offer_new_password(person)
    db.session.flush()
    code = invitations.standing(person).reset_code
    assert code
    put("code", person.name.lower(), code)
    for letter in db.session.scalars(db.select(post.Letter).where(post.Letter.to_address == person.email)):
        token = re.search(r"/reset/(\S+)", letter.text)
        assert token
        put("letter", person.name.lower(), token[1])
