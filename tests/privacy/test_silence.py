"""Until something is revealed, nothing on Ben's pages tells what Ana has done, not even that she has done anything."""

import difflib
import re
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from practice import clock
from practice.agreements.adding import add
from practice.agreements.checking import monday
from practice.agreements.wording import Wording
from practice.db import db
from practice.homework import feedback
from practice.homework.models import Assignment, Homework
from practice.programme.library import Readers
from tests.cast import Cast, sign_in
from tests.privacy import crawl
from tests.writing import assign, draft, write

MOMENT = datetime(2026, 3, 4, 10, 30, tzinfo=UTC)
NO_SUCH_PAGE = "/no-such-page"
# What differs from one response to the next by its nature.
NEVER_TWICE = re.compile(
    r'(?<=name="csrf_token" value=")[^"]+|(?<="csrf_token":")[^"]+|(?<=nonce=")[^"]+|nonce-[\w-]+'
    r'|(?<=name="sent_key" type="hidden" value=")[^"]+|(?<=name="save_key" type="hidden" value=")[^"]+'
    r"|(?m:^Set-Cookie:.*$)"
)


def sights(client: FlaskClient) -> dict[str, str]:
    """All that Ben can reach, without tokens; what he cannot reach is one and the same page, as the access matrix asks."""
    found = crawl.walk(client, starts=("/", NO_SUCH_PAGE))
    return {address: NEVER_TWICE.sub("", text) for address, text in found.pages()}


def differences(before: dict[str, str], after: dict[str, str]) -> str:
    """What tells one walk from another."""
    found = [f"{address} is no longer reached" for address in before.keys() - after.keys()]
    for address in after:
        if (was := before.get(address, "")) != after[address]:
            lines = difflib.unified_diff(was.splitlines(), after[address].splitlines(), lineterm="", n=0)
            found += [address, *lines]
    return "\n".join(found)


def _opens(cast: Cast, joint: Assignment) -> None:
    _part(cast, joint).open()


def _drafts(cast: Cast, joint: Assignment) -> None:
    draft(cast.person("ana"), joint, {"longest": "In those years I hid"}, {"longest": Readers.BOTH})


def _sends(cast: Cast, joint: Assignment) -> None:
    write(cast.person("ana"), joint)


def _much_more(cast: Cast, joint: Assignment) -> None:
    """Ana is answered and asked again, sends again, is reviewed; and gets steps of her own, one of which is taken back."""
    ana, maya, part = cast.person("ana"), cast.person("maya"), _part(cast, joint)
    feedback.give([part], "Thank you", by=maya)
    part.ask_again(by=maya)
    write(ana, joint)
    part.review(by=maya)
    own = assign(joint.couple, "fears", ana, note="For you")
    write(ana, own)
    feedback.give(own.parts, "Well seen", by=maya)
    assign(joint.couple, "support", ana).withdraw(by=maya)


def _part(cast: Cast, joint: Assignment) -> Homework:
    part = joint.part_of(cast.person("ana"))
    assert part
    return part


def _fills_her_own_list(cast: Cast, joint: Assignment) -> None:
    """Ana gives her time to a choir, and says how the week went."""
    own = assign(joint.couple, "wider-life", cast.person("ana"))
    line = add(own.parts[0], own.published.step.ledger("commitments"), Wording({"area": "The choir"}), save_key="1")
    db.session.flush()
    line.look(by=line.author, week_on=monday(clock.today(line.author.time_zone)), kept=None, hours=2, note="Singing again")


@pytest.fixture
def joint_id(app: Flask, cast: Cast) -> int:
    """A step that both have."""
    with clock.at(MOMENT), app.app_context():
        return assign(cast.couple("ana"), "causes", due_on=MOMENT.date(), note="For you both").id


@pytest.fixture
def ben(app: Flask) -> FlaskClient:
    return app.test_client()


def before_ana_acts(ben: FlaskClient) -> dict[str, str]:
    sign_in(ben, "ben")
    sights(ben)  # the first look notes that Ben has opened what is his
    return sights(ben)


@pytest.mark.parametrize("ben_has_sent", [False, True], ids=["Ben writes", "Ben has sent"])
def test_bens_pages_stay_the_same_whatever_ana_does(
    app: Flask, cast: Cast, ben: FlaskClient, joint_id: int, ben_has_sent: bool
) -> None:
    with clock.at(MOMENT):
        with app.app_context():
            if ben_has_sent:
                write(cast.person("ben"), db.session.get_one(Assignment, joint_id))
        before = before_ana_acts(ben)
        for act in (_opens, _drafts, _sends, _much_more, _fills_her_own_list):
            with app.app_context():
                act(cast, db.session.get_one(Assignment, joint_id))
                db.session.commit()
            assert differences(before, sights(ben)) == "", act.__name__


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
def test_a_reveal_is_noticed(app: Flask, cast: Cast, ben: FlaskClient, joint_id: int) -> None:
    with clock.at(MOMENT):
        with app.app_context():
            for name in ("ana", "ben"):
                write(cast.person(name), db.session.get_one(Assignment, joint_id))
        before = before_ana_acts(ben)
        with app.app_context():
            db.session.get_one(Assignment, joint_id).reveal(by=cast.person("maya"))
            db.session.commit()
        assert "/steps/" in differences(before, sights(ben))
