"""Writes through the real pages, as people do, wherever something private may be typed."""

import re

from flask import Flask
from sqlalchemy import select

from practice import post
from practice.db import db
from practice.homework.models import Homework
from tests.browser import Browser
from tests.cast import Cast, come_in
from tests.privacy.world import Cage
from tests.writing import answer_to

STEP = "work"


def write_everywhere(app: Flask, cast: Cast) -> Cage:
    """Maya gives Ana and Ben a step, Ana writes and sends it, Maya answers; and passwords are chosen and forgotten."""
    cage = Cage()
    maya, ana = Browser(app.test_client()), Browser(app.test_client())
    for browser, name in ((maya, "maya"), (ana, "ana")):
        browser.page = come_in(browser.client, name)
    maya.get(f"/couples/{cast.ana_and_ben}/assign")
    maya.submit("together", {"together": STEP, "note": cage.put("note", "ana")})
    part = _part_of_ana(app, cast)
    _draft(app, ana, part, cage)
    _send(ana, part, cage)
    maya.get(f"/review/{part}")
    maya.submit("text", {"text": cage.put("feedback", "ana")})
    _passwords(app, ana, cage)
    return cage


def save(browser: Browser, cast_id: str, part: str, answers: dict[str, object], revision: int = 0, turn: int = 1) -> int:
    """Save a draft as the page's script does; the status that came back."""
    page = browser.get(f"/steps/{part}/plan")
    told = {"revision": revision, "save_key": f"p.{turn}", "answering_as": cast_id, "answers": answers, "readers": {}}
    response = browser.client.post(f"/steps/{part}/draft", json=told, headers={"X-CSRFToken": page.value("csrf_token")})
    return response.status_code


def _part_of_ana(app: Flask, cast: Cast) -> str:
    with app.app_context():
        ana = cast.person("ana")
        return db.session.scalars(select(Homework.public_id).where(Homework.person_id == ana.id)).one()


def _draft(app: Flask, ana: Browser, part: str, cage: Cage) -> None:
    """All that must be answered, and a little more; by the script, and by the form of one page."""
    with app.app_context():
        step = Cast.step(STEP).step
        answers = {p.key: answer_to(p) for p in step.prompts if p.required}
        ana_id = Cast.person("ana").public_id
    answers |= {"one_smaller": cage.put("draft by the script", "ana"), "act_landed": cage.put("draft by the script", "ana")}
    assert save(ana, ana_id, part, answers) == 200
    ana.get(f"/steps/{part}/plan")
    marker = cage.put("draft by the form", "ana")
    ana.submit("revision", {"q-growth_plan-0-c-" + _first_column(ana): marker}, status=200)


def _first_column(ana: Browser) -> str:
    name: str = ana.page.tree.xpath("string(//*[starts-with(@name, 'q-growth_plan-0-c-')]/@name)")
    return name.removeprefix("q-growth_plan-0-c-")


def _send(ana: Browser, part: str, cage: Cage) -> None:
    """Send; and once more with a token that is worth nothing, so that an error page gives words back."""
    ana.get(f"/steps/{part}/check")
    ana.submit("sent_key")
    typed = {"csrf_token": "forged", "q-in_the_way": cage.put("in an error page", "ana")}
    assert ana.client.post(f"/steps/{part}/plan", data=typed).status_code == 400


def _passwords(app: Flask, ana: Browser, cage: Cage) -> None:
    """A password tried, another chosen, and a letter with a link and its code."""
    ana.get("/account/password")
    ana.submit(
        "current", {"current": cage.put("wrong password", "ana"), "password": cage.put("password not taken", "ana")}, status=422
    )
    anybody = Browser(app.test_client())
    anybody.get("/forgotten")
    anybody.submit("email", {"email": "ana@example.test"})
    with app.app_context():
        for letter in db.session.scalars(select(post.Letter)):
            if token := re.search(r"/reset/(\S+)", letter.text):
                cage.put("letter", "ana", token[1])
