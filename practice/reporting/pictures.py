"""Every page of every report as a picture, from the sample facts: so that anybody can look before a paper is changed."""

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2

from practice import places
from practice.errors import Refused
from practice.reporting import paper
from practice.reporting.facts import facts_digest, from_plain
from practice.reporting.kinds import KINDS, Making
from practice.reporting.orders import Dress
from practice.reporting.printing import Trouble, press

_DOTS = 110 / 72  # to the point: enough to read the smallest line on a screen


def taken(folder: Path) -> Iterator[Path]:
    """Pictures of each sample on both sizes of paper, as they are made. Raises: Refused."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for how in KINDS.values():
            for name, facts in _samples(how):
                yield from _pages(how, facts, folder, f"{name}-a4")
                letter = dataclasses.replace(facts, sheet=dataclasses.replace(facts.sheet, size="Letter"))
                yield from _pages(how, letter, folder, f"{name}-letter")
    except OSError as error:
        raise Refused(f"The pictures could not be written to {folder}: {error.strerror}.") from None
    except Trouble as trouble:
        raise Refused(str(trouble)) from None
    finally:
        press.close()


def _samples(how: Making) -> list[tuple[str, Any]]:
    """A kind's sample facts by name: one for each of its readers, sample-couple.json and the like."""
    found = sorted((places.reports() / how.folder).glob("sample-*.json"))
    return [(each.stem.replace("sample", how.folder), from_plain(how.facts, json.loads(each.read_text()))) for each in found]


def _pages(how: Making, facts: Any, folder: Path, name: str) -> Iterator[Path]:
    html, sheets = paper.html(how.folder, facts), paper.stylesheets(how.folder, facts)
    made, _ = press.order(html, sheets, facts_digest(facts), dress=Dress(facts.sheet.accent))
    with pypdfium2.PdfDocument(made) as document:
        for number, page in enumerate(document, start=1):
            picture = folder / f"{name}-{number:02}.png"
            page.render(scale=_DOTS).to_pil().save(picture)
            yield picture
