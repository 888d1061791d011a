"""Programmes that leave as files and come back, and files that cannot be taken in."""

import io

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from practice.db import db
from practice.programme.exchange import NotAProgramme, from_file, from_kept, kept, to_file
from practice.programme.library import SHIPPED, load
from practice.programme.limits import BYTES
from practice.programme.manuscripts import Manuscript
from practice.programme.steps import Programme
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.programme.own import begin, small
from tests.programme.programmes import PROGRAMMES
from tests.programme.test_rules import WHOLE

_SLOW = settings(max_examples=30, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))


@_SLOW
@given(PROGRAMMES)
def test_what_goes_out_comes_back_the_same(programme: Programme) -> None:
    assert from_file(to_file(programme)) == programme
    assert from_kept(kept(programme)) == programme


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: f"{WHOLE}\n{text}".encode("utf-8", "replace"))))
def test_any_file_is_a_programme_or_is_told_why_not(data: bytes) -> None:
    try:
        from_file(data)
        problems = []
    except NotAProgramme as error:
        problems = [problem.sentence for problem in error.problems]
    assert all(sentence and len(sentence) < 800 for sentence in problems)


def test_the_shipped_file_comes_back_the_same() -> None:
    assert from_file(SHIPPED.read_bytes()) == from_file(to_file(load(SHIPPED))) == load(SHIPPED)
    assert from_file(b"\xef\xbb\xbf" + SHIPPED.read_bytes().replace(b"\n", b"\r\n")) == load(SHIPPED)


MINUTES_AT = WHOLE[: WHOLE.index("minutes = 5")].count("\n") + 1
BAD = {
    "syntax": (WHOLE.replace("minutes = 5", "minutes ="), f"Line {MINUTES_AT}, character "),
    "a key twice": (WHOLE.replace("minutes = 5", "minutes = 5\nminutes = 6"), f"Line {MINUTES_AT + 1}, character "),
    "not utf-8": (WHOLE.encode() + b'# \xff', f"Line {WHOLE.count(chr(10)) + 1}: the file is not written in UTF-8."),
    "utf-16": (WHOLE.encode("utf-16"), "not written in UTF-8"),
    "a NUL": (WHOLE.replace("Sit.", "Si\0t."), "Illegal character"),
    "an escaped NUL": (WHOLE.replace("Sit.", "Si\\u0000t."), "holds a character that cannot be kept."),
    "too large": (WHOLE + "#" * BYTES, "larger than 1 MB"),
    "too deep": (WHOLE + "x = " + "[" * 5000, "too deeply"),
    "ten thousand steps": ("[[steps]]\nslug = 'a'\n" * 10_000, "holds 10,000 items; at most 200"),
    "ten thousand answers": (WHOLE + "options = [" + "{}," * 10_000 + "]", "holds 10,000 items"),
    "dots without end": ("a" + ".a" * 400_000 + " = 1", "strung together by dots"),
    "a number without end": (WHOLE.replace("minutes = 5", "minutes = " + "9" * 5000), "a number in it that is too long"),
    "a great number": (WHOLE.replace("minutes = 5", "minutes = 0x" + "f" * 900), "should be a number up to 10,000"),
    "a long title": (WHOLE.replace('"Rest"', '"' + "R" * 201 + '"'), "201 characters long; at most 200"),
    "a name for no address": (WHOLE.replace('slug = "rest"', 'slug = "../rest"'), "should be small letters and hyphens."),
    "a step twice": (WHOLE + WHOLE[WHOLE.index("[[steps]]") :], "is used by two steps."),
    "nothing": ("", "There is no programme in this file."),
    "something else": ("[tool.ruff]\nline-length = 1", "is not a key that belongs here"),
    "a wrong kind": (WHOLE.replace('"scale"', '"dial"'), "'dial', but should be one of"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), BAD.values(), ids=BAD)
def test_a_bad_file_is_told_what_is_wrong(text: str | bytes, told: str) -> None:
    with pytest.raises(NotAProgramme) as caught:
        from_file(text if isinstance(text, bytes) else text.encode())
    assert any(told in problem.sentence for problem in caught.value.problems), caught.value.problems[:5]


def test_what_is_only_unfinished_comes_in(app: Flask) -> None:
    assert from_file(WHOLE.replace('low = "Not"', "").replace('"Because."', '""').encode()).step("rest").why == ""


@pytest.fixture
def maya(client: FlaskClient, cast: Cast) -> Browser:
    sign_in(client, "maya")
    return Browser(client)


def send(maya: Browser, data: bytes, name: str = "x.toml", status: int = 303) -> None:
    maya.get("/programmes/import")
    maya.post("/programmes/import", {"file": (io.BytesIO(data), name)}, status=status)


def test_maya_takes_a_programme_out_and_brings_it_in_again(app: Flask, maya: Browser, cast: Cast) -> None:
    with app.app_context():
        address = f"/programmes/{begin(cast.person('maya')).public_id}"
    file = maya.client.get(f"{address}/file")
    assert file.headers["Content-Disposition"].startswith('attachment; filename="document-2')
    send(maya, file.data, "../../Our secret way.toml")
    assert maya.follow().h1 == "Small"
    with app.app_context():
        assert [each.programme for each in db.session.scalars(select(Manuscript))] == [small(), small()]


def test_a_bad_file_is_answered_with_places_and_nothing_begins(app: Flask, maya: Browser) -> None:
    bad = WHOLE.replace("minutes = 5", "mood = 1").replace('"scale"', '"<script>alert(1)</script>"').encode()
    send(maya, bad, status=422)
    assert "Step rest: minutes is missing." in maya.page.text
    assert "Step rest: groups.first.prompts.calm.kind is '<script>alert(1)</script>'" in maya.page.text
    for data, told in (
        (b"", "no programme in this file"),
        (b"x" * (BYTES + 1), "larger than 1 MB"),
        (b"a =", "at the end of the file"),
    ):
        send(maya, data, status=422)
        assert told in maya.page.text
    send(maya, b"", "", status=422)
    assert "Please choose a file." in maya.page.text
    with app.app_context():
        assert not db.session.scalar(select(Manuscript))


def test_markup_in_a_file_stays_text(app: Flask, maya: Browser) -> None:
    send(maya, WHOLE.replace('"Rest"', '"<b>Rest</b>"').replace('"Sit."', '"<script>alert(1)</script>"').encode())
    page = maya.follow()
    assert page.links["<b>Rest</b>"]
    maya.click("<b>Rest</b>")
    page = maya.click("Preview it as a client sees it")
    assert page.h1 == "<b>Rest</b>"
    assert "<script>alert(1)</script>" in page.text
    assert not page.tree.xpath("//b | //script[contains(., 'alert')]")
