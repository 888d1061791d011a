"""Handing a paper out: under a name that gives nothing away, and as a file that can do nothing."""

from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Response

from practice import clock
from practice.people.models import Person


def handed(paper: bytes, finished_at: datetime | None, reader: Person) -> Response:
    """The paper as a download."""
    day = (finished_at or clock.now()).astimezone(ZoneInfo(reader.time_zone))
    response = Response(paper, mimetype="application/pdf")
    # A name that gives nothing away, whoever looks into the folder of downloads.
    response.headers.set("Content-Disposition", "attachment", filename=f"document-{day:%Y%m%d}.pdf")
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
