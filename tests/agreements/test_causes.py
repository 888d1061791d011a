"""Causes are made from what both have opened to each other: never before, never what was not meant for both, each row once."""

from typing import Any

import pytest
from sqlalchemy import select

from practice.agreements.models import Line, Owner
from practice.db import db
from practice.homework.models import Assignment
from practice.programme.library import Readers
from tests import writing
from tests.agreements.conftest import Evening
from tests.browser import Browser


def row(did: str) -> dict[str, str]:
    return {"did": did, "effect": "You were alone with it", "instead": "I say so"}


ANAS = [row("I went quiet for days"), row("I read your letters"), row("I was late")]
BENS = [row("I drank on Fridays"), row("I hid the bills"), row("I laughed at you")]


@pytest.fixture
def causes(evening: Evening) -> str:
    """Both have sent; it is still sealed. The assignment's id."""
    with evening.app.app_context():
        given = writing.assign(evening.cast.couple("ana"), "causes")
        for name, rows in (("ana", ANAS), ("ben", BENS)):
            writing.write(evening.cast.person(name), given, {"my_part": rows})
            evening.parts["causes", name] = given.part_of(evening.cast.person(name)).public_id
        return given.public_id


def assignment(public_id: str) -> Assignment:
    return db.session.scalars(select(Assignment).where(Assignment.public_id == public_id)).unique().one()


def reveal(evening: Evening, causes: str) -> None:
    with evening.app.app_context():
        assignment(causes).reveal(by=evening.cast.person("maya"))
        db.session.commit()


def lines(evening: Evening) -> list[tuple[str, Owner, str]]:
    with evening.app.app_context():
        return [
            (line.author.name, line.owner, line.wording.words["did"])
            for line in db.session.scalars(select(Line).order_by(Line.id))
        ]


def test_before_the_reveal_there_is_nothing_to_choose(evening: Evening, causes: str, maya: Browser, ana: Browser) -> None:
    page = maya.get(f"/assignments/{causes}/causes")
    assert "I hid the bills" not in page.text
    ana.get(evening.ledger("causes", "causes"))
    with evening.app.app_context():
        keys = [f"{a.public_id}.{n}" for p in assignment(causes).parts for a in p.latest.answers for n in range(3)]
    for browser, address in ((maya, f"/assignments/{causes}/causes"), (ana, evening.ledger("causes", "causes"))):
        browser.post(address, {"rows": keys, "answering_as": evening.cast.ana})
    assert lines(evening) == []


def test_maya_makes_causes_that_stay_their_writers(evening: Evening, causes: str, maya: Browser, ben: Browser) -> None:
    reveal(evening, causes)
    page = maya.get(f"/assignments/{causes}/causes")
    wanted = [box.get("value") for box in page.tree.xpath("//input[@name='rows']")]
    assert len(wanted) == 6
    assert "2 causes added." in maya.submit("Add", {"rows": [wanted[0], wanted[4]]}).text
    assert lines(evening) == [("Ana", Owner.FIRST, "I went quiet for days"), ("Ben", Owner.SECOND, "I hid the bills")]
    page = ben.get("/agreements")
    assert "I went quiet for days" in page.text
    with evening.app.app_context():
        anas = db.session.scalars(select(Line.public_id).order_by(Line.id)).first()
    ben.get(f"/lines/{anas}")
    assert "Change" not in ben.page.links
    ben.get(f"/lines/{anas}/change", status=403)


def test_a_row_becomes_a_cause_at_most_once(evening: Evening, causes: str, maya: Browser) -> None:
    reveal(evening, causes)
    page = maya.get(f"/assignments/{causes}/causes")
    first = page.tree.xpath("string(//input[@name='rows']/@value)")
    for _ in range(2):
        maya.get(f"/assignments/{causes}/causes")
        maya.post(f"/assignments/{causes}/causes", {"rows": first})
    assert len(lines(evening)) == 1


def test_ana_adds_her_own_rows_and_no_others(evening: Evening, causes: str, ana: Browser) -> None:
    reveal(evening, causes)
    page = ana.get(evening.ledger("causes", "causes"))
    own = [box.get("value") for box in page.tree.xpath("//input[@name='rows']")]
    assert len(own) == 3
    assert "I drank on Fridays" not in page.text
    with evening.app.app_context():
        [bens] = [a.public_id for a in assignment(causes).parts[1].latest.answers if a.prompt_key == "my_part"]
    ana.submit("Add", {"rows": [own[1], f"{bens}.0", "nonsense"]})
    assert lines(evening) == [("Ana", Owner.FIRST, "I read your letters")]


@pytest.mark.parametrize("readers", [Readers.COACH, Readers.ONLY_ME])
def test_rows_not_meant_for_both_are_never_offered(evening: Evening, readers: Readers, maya: Browser, ana: Browser) -> None:
    with evening.app.app_context():
        given = writing.assign(evening.cast.couple("ana"), "causes")
        chosen: dict[str, Any] = {"my_part": readers}
        writing.write(evening.cast.person("ana"), given, {"my_part": ANAS}, chosen)
        writing.write(evening.cast.person("ben"), given, {"my_part": BENS})
        evening.parts["causes", "ana"] = given.part_of(evening.cast.person("ana")).public_id
        public_id = given.public_id
    reveal(evening, public_id)
    assert "I went quiet for days" not in maya.get(f"/assignments/{public_id}/causes").text
    assert "I went quiet for days" not in ana.get(evening.ledger("causes", "causes")).text


def test_once_the_step_is_taken_back_no_cause_is_added(evening: Evening, causes: str, maya: Browser) -> None:
    reveal(evening, causes)
    page = maya.get(f"/assignments/{causes}/causes")
    first = page.tree.xpath("string(//input[@name='rows']/@value)")
    with evening.app.app_context():
        assignment(causes).withdraw(by=evening.cast.person("maya"))
        db.session.commit()
    maya.post(f"/assignments/{causes}/causes", {"rows": first}, status=409)
    assert lines(evening) == []


def test_both_gaps_are_shown_to_the_couple_and_to_maya(evening: Evening, causes: str, ana: Browser, maya: Browser) -> None:
    reveal(evening, causes)
    page = maya.get(f"/assignments/{causes}/causes")
    wanted = [box.get("value") for box in page.tree.xpath("//input[@name='rows']")]
    maya.submit("Add", {"rows": wanted[:2]})
    evening.add("act", "actions", words="We sort the cellar")
    ana.get(evening.ledger("act", "actions"))
    options = {o.text_content(): o.get("value") for o in ana.page.tree.xpath("//option")}
    ana.submit("Add", {"w-action": "I answer the same day", "owner": "first", "about": options["I went quiet for days"]})
    for browser, address in ((ana, "/agreements"), (maya, f"/couples/{evening.cast.ana_and_ben}/agreements")):
        page = browser.get(address)
        told = " ".join(page.tree.xpath("//section[starts-with(@aria-labelledby, 'gaps')]")[0].text_content().split())
        before, _, after = told.partition("These answer to no cause yet")
        assert "0 of 2 causes mended so far." in before
        assert "I read your letters" in before
        assert "I went quiet for days" not in before
        assert "We sort the cellar" in after
