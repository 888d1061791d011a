"""No page without its picture."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from werkzeug.exceptions import HTTPException

import practice
from tests.conftest import told
from tests.journeys.looking import LOOKED_AT

NO_PAGE = {
    "static": "files, not a page",
    "bootstrap.static": "files, not a page",
    "programme.edition_file": "a file to keep",
    "programme.manuscript_file": "a file to keep",
    "people.health": "a word for machines",
    "people.start": "leads on to one's first page",
    "people.leave": "leads away from here",
    "people.token": "told to scripts",
    "reporting.state": "told to scripts",
    "reporting.batch_state": "told to scripts",
    "reporting.file": "a PDF",
    "reporting.preview": "a PDF",
    "reporting.document_file": "a PDF",
    "reporting.archive": "a PDF",
}
ALBUMS = {"anybody", "new-maya", "new-ana", "maya", "noor", "olu", "ana", "ben", "grace", "lee", "margaret", "salma"}


def test_every_page_has_its_picture(tmp_path: Path) -> None:
    if left := ALBUMS - {name for name, _ in LOOKED_AT}:
        pytest.skip(f"The pictures of {', '.join(sorted(left))} were not taken in this run")
    app = practice.create_app(told(tmp_path))
    shown = set()
    for _, url in LOOKED_AT:
        try:
            shown.add(app.url_map.bind("").match(urlsplit(url).path, method="GET")[0])
        except HTTPException:
            continue  # a page that is not there has a picture too
    pages = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert pages - shown == set(NO_PAGE)
