"""The pages that are opened most, as requests that can be repeated."""

import itertools
from collections.abc import Callable, Iterator

from flask import Flask
from sqlalchemy import select

from practice.db import db
from practice.homework import drafts
from practice.homework.models import Homework, State
from practice.people.models import by_email
from practice.programme.library import PromptKind
from tests.cast import sign_in
from tests.queries import asked

Ask = Callable[[], bytes]


class Pages:
    """Maya's desk, Ana's home, a page of questions and one autosave, over the sample practice."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self.maya, self.ana = app.test_client(), app.test_client()
        sign_in(self.maya, "maya")
        sign_in(self.ana, "ana")
        with app.app_context():
            ana = by_email("ana@example.test")
            assert ana
            part = db.session.scalars(select(Homework).where(Homework.person_id == ana.id, Homework.state == State.DRAFT)).first()
            assert part
            texts = [(g, p) for g in part.assignment.published.step.groups for p in g.prompts if p.kind is PromptKind.LONG]
            group, prompt = texts[0]
            self._writer, self._prompt = ana.public_id, prompt.key
            self._step, self._group = part.public_id, group.key
            self._revision = drafts.of(part).revision

    def all(self) -> Iterator[tuple[str, Ask]]:
        """Each page's name and a request for it."""
        yield "dashboard", lambda: self.maya.get("/desk").data
        yield "couples", lambda: self.maya.get("/couples").data
        yield "partner's home", lambda: self.ana.get("/home").data
        yield "homework page", lambda: self.ana.get(f"/steps/{self._step}/{self._group}").data
        yield "autosave", self._saves()

    def counted(self, ask: Ask) -> tuple[bytes, int]:
        """An answer, and how many questions it asked of the database."""
        ask()
        with asked() as statements:
            answer = ask()
        return answer, len(statements)

    def _saves(self) -> Ask:
        token = self.ana.get("/sign-in/token").json["csrf_token"]
        numbers = itertools.count(1)

        def save() -> bytes:
            number = next(numbers)
            body = {
                "revision": self._revision,
                "save_key": f"benchmark {number}",
                "answering_as": self._writer,
                "answers": {self._prompt: f"What I did, told once more, a little longer each time. {number}"},
                "readers": {},
            }
            response = self.ana.post(f"/steps/{self._step}/draft", json=body, headers={"X-CSRFToken": token})
            assert response.status_code == 200, response.get_data(as_text=True)
            self._revision = response.json["revision"]
            return response.data

        return save
