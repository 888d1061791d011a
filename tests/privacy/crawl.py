"""Walks through all that one person can reach, by links and by every address filled with every id, and keeps what came."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

import pypdf
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from pdfminer.high_level import extract_text
from sqlalchemy import select
from werkzeug.test import TestResponse

from practice import policy
from practice.db import db
from practice.people.models import Person, by_email
from practice.web import rule_of

ENDS_THE_SIGN_IN = {"/leave"}
NO_PAGES = {"static", "bootstrap.static"}
_MOST_QUERIES = 5  # of one path: pagers and filters repeat themselves


@dataclass
class Walk:
    """Every response that one person got, by address."""

    seen: dict[str, TestResponse] = field(default_factory=dict)

    @property
    def broken(self) -> list[str]:
        """Addresses that failed on our side."""
        return [address for address, response in self.seen.items() if response.status_code >= 500]

    def pages(self) -> Iterator[tuple[str, str]]:
        """Addresses with everything one can get out of each: body, headers, and the text of paper."""
        for address, response in self.seen.items():
            yield address, text_of(response)


def walk(client: FlaskClient, ids: Mapping[str, set[str]] | None = None, starts: tuple[str, ...] = ("/",)) -> Walk:
    """Follow every link from the first page on; given ids (by the name of an address's variable), try every address too."""
    found = Walk()
    waiting = [*starts, *(addresses(client.application, ids) if ids else ())]
    while waiting:
        address = waiting.pop(0)
        if address in found.seen or urlsplit(address).path in ENDS_THE_SIGN_IN or _often(address, found):
            continue
        found.seen[address] = response = client.get(address)
        waiting = [*_links(address, response), *waiting]
    return found


def addresses(app: Flask, ids: Mapping[str, set[str]]) -> list[str]:
    """Every address of the application, its variables filled with everything known."""
    filled = []
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            if "GET" not in (rule.methods or ()) or rule.endpoint in NO_PAGES:
                continue
            names = sorted(rule.arguments)
            for values in product(*(sorted(_ids_for(app, rule.endpoint, name, ids)) for name in names)):
                filled.append(app.url_for(rule.endpoint, **dict(zip(names, values, strict=True)), _external=False))
    return filled


def ids_for(app: Flask, email: str) -> dict[str, set[str]]:
    """Public ids by kind and verb, as far as whoever has this e-mail address may do it: where a view opens its row.

    A view on a row is reached only when its row is found and the verb permitted; every other id ends at one of two doors
    with the same page each, so one that is seen and one that is not stand for all of them. Under "public_id" are the ids of
    every table, for addresses that no row guards.
    """
    found: dict[str, set[str]] = {"public_id": set()}
    with app.app_context():
        person = by_email(email)
        for mapper in db.Model.registry.mappers:
            kind: Any = mapper.class_
            if "public_id" in mapper.columns:
                every, seen = set(db.session.scalars(select(kind.public_id))), _ids(person, kind, "see")
                found["public_id"] |= every
                for verb in [verb for guarded, verb in policy.TABLE if guarded is kind]:
                    mine = _ids(person, kind, verb)
                    found[f"{kind.__name__} {verb}"] = mine | set(sorted(seen - mine)[:1]) | set(sorted(every - seen - mine)[:1])
    return found


def _ids(person: Person | None, kind: Any, verb: str) -> set[str]:
    if person is None or (kind, verb) not in policy.TABLE:
        return set()
    return set(db.session.scalars(policy.rows(person, kind, verb).with_only_columns(kind.public_id)))


def text_of(response: TestResponse) -> str:
    """Body and headers; of paper what two extractors read."""
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers)
    if response.mimetype == "application/pdf":
        return f"{headers}\n{_words(response.data)}"
    return headers + "\n" + response.get_data(as_text=True)


@lru_cache(maxsize=200)  # the very same paper is found by all who may read it, and by each of them again and again
def _words(paper: bytes) -> str:
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(paper)).pages]
    return "\n".join([*pages, extract_text(io.BytesIO(paper))])


def _ids_for(app: Flask, endpoint: str, name: str, ids: Mapping[str, set[str]]) -> set[str]:
    """For an address that names a row, the ids of rows of its kind: the policy looks nowhere else. "every" overrules."""
    rule = rule_of(app.view_functions[endpoint])
    if name == "public_id" and rule and rule.kind and "every" not in ids:
        return ids[f"{rule.kind.__name__} {rule.verb}"]
    return ids.get(name, {"x"})


def _links(address: str, response: TestResponse) -> Iterator[str]:
    if response.location:
        yield _ours(address, response.location)
    if response.mimetype != "text/html" or not response.data:
        return
    page = html.document_fromstring(response.get_data(as_text=True))
    for link in page.xpath("//a/@href | //link/@href | //script/@src | //img/@src | //form[@method='get']/@action"):
        if (there := _ours(address, link)) and not there.startswith("/static") and "bootstrap" not in there:
            yield there


def _ours(address: str, link: str) -> str:
    """The address without its host; empty for others' and for what is no address."""
    there = urldefrag(urljoin(f"http://localhost{address}", link)).url
    return there.removeprefix("http://localhost") if there.startswith("http://localhost/") else ""


def _often(address: str, found: Walk) -> bool:
    path, _, query = address.partition("?")
    return not address or (bool(query) and sum(seen.startswith(f"{path}?") for seen in found.seen) >= _MOST_QUERIES)
