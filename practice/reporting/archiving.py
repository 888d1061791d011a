"""An archive copy of a report: the same facts once more on paper, as PDF/A-3a with the facts themselves attached.

It is made when somebody wants it, from the facts that were sealed with the report and not from rows that may have changed
since. It holds nothing that its readers have not on paper: what is attached is what the paper was printed from.
"""

import hashlib
import json
from typing import Any

from practice.errors import Refused
from practice.reporting import paper
from practice.reporting.facts import from_plain
from practice.reporting.kinds import making
from practice.reporting.models import Report
from practice.reporting.printing import Trouble, press
from practice.reporting.sheets import dress_of

_NOT_THE_SAME = "The facts kept with this report are not those that it was printed from, so no archive copy can be made."
_OLDER = "This report was made by an earlier version, so no archive copy of it can be made. Its paper stays as it is."


def archive_copy(report: Report) -> bytes:
    """The copy as a file. Raises: Refused with what stands in its way."""
    kept, how = report.facts, making(report.kind)
    if hashlib.sha256(kept).hexdigest() != report.facts_digest:
        raise Refused(_NOT_THE_SAME)
    try:
        facts: Any = from_plain(how.facts, json.loads(kept.decode(errors="surrogatepass")))
    except (ValueError, TypeError):
        raise Refused(_OLDER) from None
    html, dress = paper.html(how.folder, facts), dress_of(report.couple.practice, facts.sheet)
    try:
        sheets = paper.stylesheets(how.folder, facts)
        return press.order(html, sheets, report.facts_digest, dress=dress, attached=kept)[0]
    except Trouble as trouble:
        raise Refused(str(trouble)) from None
