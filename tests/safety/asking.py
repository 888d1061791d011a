"""Ana, Ben and Maya around the questions that each is asked alone."""

from collections.abc import Callable
from dataclasses import dataclass, field

from flask import Flask
from flask.testing import FlaskClient

from practice.db import db
from practice.safety import asking
from practice.safety.models import SafetyAnswers
from practice.safety.questions import QUESTIONS
from tests.browser import Browser, Page
from tests.cast import Cast, sign_in

NAMES = [f"alone_{question.key}" for question in QUESTIONS]


def chosen(pattern: str) -> dict[str, str]:
    """What is sent for "ynr-": yes, no, rather not, left out."""
    return {name: letter for name, letter in zip(NAMES, pattern, strict=True) if letter != "-"}


@dataclass
class Alone:
    """Everybody's browser."""

    app: Flask
    cast: Cast
    new: Callable[[], FlaskClient]
    browsers: dict[str, Browser] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Browser:
        if name not in self.browsers:
            self.browsers[name] = Browser(self.new())
            sign_in(self.browsers[name].client, name)
        return self.browsers[name]

    def ask(self, *names: str, of: str = "ana") -> None:
        """Both are asked by their coach, or these alone."""
        with self.app.app_context():
            couple = self.cast.couple(of)
            if not names:
                asking.ask_both(couple, by=couple.coach)
            for name in names:
                asking.ask_alone(couple, self.cast.person(name), by=couple.coach)
            db.session.commit()

    def address(self, name: str) -> str:
        """Where somebody finds the questions; empty where they are asked nothing."""
        found = [link for link in self[name].get("/home").links.values() if link.startswith("/a-few-questions/")]
        return found[0] if found else ""

    def answer(self, name: str, pattern: str) -> Page:
        self[name].get(self.address(name))
        return self[name].submit("Send", chosen(pattern))

    def kept(self) -> list[str]:
        with self.app.app_context():
            rows = db.session.scalars(db.select(SafetyAnswers).order_by(SafetyAnswers.id))
            return ["".join(row.answers.said) for row in rows]

    @property
    def page(self) -> str:
        """Maya's page about each of them alone."""
        return f"/couples/{self.cast.ana_and_ben}/alone"
