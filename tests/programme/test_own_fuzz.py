"""Whatever is sent to the editor's forms, it answers with a page, and what it keeps can be read, taken out and brought in."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from practice.db import db
from practice.programme.exchange import from_file, to_file
from practice.programme.library import SHIPPED, load
from practice.programme.manuscripts import Manuscript
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.programme.own import begin

PLACES = (
    "about", "closing/effort", "steps/pain", "steps/pain/done", "steps/pain/ready", "steps/pain/turns", "steps/joy/pace",
    "steps/fears/groups/greatest",
)  # fmt: skip
WORDS = [
    "",
    " ",
    "\0",
    "\u202e",
    "<script>",
    "both",
    "only_me",
    "sealed",
    "yes",
    "0",
    "-1",
    "9" * 20,
    "²",
    "a\r\n\r\nb",
    "x" * 300,
]
ODD = st.one_of(st.text(max_size=20), st.sampled_from(WORDS))
MORE = ["done-0-kind", "done-²-kind", "columns-99999-label", "columns--label", "far", "options", "nonsense", "seen", "save_key"]


@pytest.fixture
def maya(client: FlaskClient, cast: Cast) -> Browser:
    sign_in(client, "maya")
    return Browser(client)


def places(app: Flask) -> list[str]:
    """Those of the places above that the shipped programme has, and some of each kind besides."""
    steps = load(SHIPPED).steps
    lists = [(s.slug, name, part.key) for s in steps for name in ("dailies", "ledgers", "texts") for part in getattr(s, name)]
    asked = {p.kind: f"steps/{s.slug}/groups/{g.key}/prompts/{p.key}" for s in steps for g in s.groups for p in g.prompts}
    return [*PLACES, *("/".join(("steps", *place)) for place in lists[::4]), *asked.values()]


def test_nothing_that_is_sent_breaks_the_editor(app: Flask, maya: Browser, cast: Cast) -> None:
    with app.app_context():
        whole = load(SHIPPED)
        address = f"/programmes/{begin(cast.person('maya'), whole).public_id}"

    @settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(places(app)), st.data())
    def send(place: str, data: st.DataObject) -> None:
        form = maya.get(f"{address}/parts/{place}").form("Save")
        sent: dict[str, list[str]] = {}
        for name, value in form.form_values():
            sent.setdefault(name, []).append(value)
        known = sorted({*sent, *MORE} - {"csrf_token"})
        names = data.draw(st.lists(st.sampled_from(known), max_size=4, unique=True))
        sent |= {name: data.draw(st.lists(ODD, min_size=1, max_size=2)) for name in names}
        answer = maya.client.post(f"{address}/parts/{place}", data=sent)
        assert answer.status_code in (303, 409, 422), place
        with app.app_context():
            kept = db.session.scalars(select(Manuscript)).one()
            assert from_file(to_file(kept.programme)) == kept.programme
            kept.change(whole)
            db.session.commit()

    send()
