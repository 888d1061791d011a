"""The one letter of the room. It is the same for everybody and whatever waits, but for the link that ends such letters."""

from flask import current_app

from practice import post
from practice.people.models import Person
from practice.web import settings

_SUBJECT = "A message is waiting for you"

_DIGEST = """Hello,

something is waiting for you on your page. Open it when you have a quiet moment:

{home}

You get at most one letter like this a day. If you would rather have none, open this
link and press the button there. You need not sign in:
"""


def remind(person: Person, token: str) -> None:
    """A letter that something waits."""
    post.write(
        to_name="",
        to_address=person.email,
        subject=_SUBJECT,
        body=_DIGEST.format(home=_address("people.start")),
        within=person.practice.key,
        stop=_address("reminders.stop", token=token),
    )


def _address(endpoint: str, **values: str) -> str:
    # The worker answers no request, so the address is built from the map itself.
    return settings().base_url + current_app.url_map.bind("").build(endpoint, values)
