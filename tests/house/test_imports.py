"""Files import only from below, and each outside thing has one door."""

import pytest

from tests.house.ladder import PACKAGE, complaints

FILES = sorted(str(path.relative_to(PACKAGE).with_suffix("")) for path in PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("file", FILES)
def test_a_file_keeps_to_its_rung(file: str) -> None:
    assert list(complaints(file, (PACKAGE / f"{file}.py").read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("clock", "from practice.db import db"),
        ("keyring", "from practice import post"),
        ("people/models", "from practice.couples.models import Couple"),
        ("people/models", "from practice import policy"),
        ("people/models", "from flask import request"),
        ("db", "import flask"),
        ("desk/models", "from practice.review.models import Anything"),
        ("couples/views", "from practice.people.views import sign_in"),
        ("couples/views", "from practice.people.forms import SignInForm"),
        ("couples/views", "from practice import create_app"),
        ("couples/mail", "from practice.people.mail import letter"),
        ("reporting/models", "from practice.reporting.pdf import paper"),
        ("reporting/facts", "import weasyprint"),
        ("people/mail", "from smtplib import SMTP"),
        ("notes/models", "from cryptography.fernet import Fernet"),
        ("notes/models", "def act():\n    import json"),
        ("notes/models", "datetime.now(UTC)"),
        ("notes/models", "datetime.date.today()"),
        ("notes/models", "func.now()"),
        ("notes/models", "db.session.commit()"),
        ("notes/views", "form.populate_obj(note)"),
        ("notes/forms", "to = RadioField(choices=[(each, each.label) for each in Part])"),
        ("notes/views", 'form.to.choices = [("", "Nobody")]'),
        ("stray", "pass"),
    ],
)
def test_a_deliberate_breach_is_found(file: str, line: str) -> None:
    assert len(list(complaints(file, line))) == 1


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("cli", "from practice import create_app"),
        ("couples/views", "from practice.couples.forms import CoupleForm\nfrom practice.people.models import Person"),
        ("couples/models", "from practice.people.models import Person\nfrom practice import clock\nclock.today()"),
        ("reporting/pdf", "import weasyprint\nfrom practice.reporting.paper import sheet"),
        ("people/jobs", "db.session.commit()"),
    ],
)
def test_what_the_house_allows_passes(file: str, line: str) -> None:
    assert list(complaints(file, line)) == []
