"""What a partner may type beside the answers: a plan, how it went, "not yet", a change of mind."""

from collections.abc import Sequence

from wtforms import Field, RadioField, StringField, TextAreaField
from wtforms.validators import Optional, ValidationError

from practice.answering import OwnForm
from practice.choosing import each_of, to_choose
from practice.homework.not_yet import Reason
from practice.homework.plans import Intention
from practice.homework.ratings import AMOUNT, DIFFICULTY, HELPFULNESS, QUALITY, Rating

_QUIET = {"autocomplete": "off"}  # otherwise the browser keeps what was typed in its own files


def _plain(text: str | None) -> str:
    # A browser sends each line break as two characters and counts it as one.
    return (text or "").replace("\r\n", "\n").strip()


class Fits:
    """Words that can be kept: not too many, and no character that nothing can show."""

    def __init__(self, longest: int) -> None:
        self.longest = longest

    def __call__(self, form: OwnForm, field: Field) -> None:
        length = len(field.data or "")
        if length > self.longest:
            raise ValidationError(f"This is {length:,} characters long; at most {self.longest:,} can be kept. Please shorten it.")
        if "\0" in (field.data or ""):
            raise ValidationError("This holds a character that cannot be kept. Please type it again.")


def _line(label: str, description: str = "") -> StringField:
    return StringField(label, [Fits(500)], filters=[_plain], description=description, render_kw=_QUIET)


def _words(label: str, longest: int = 5000, rows: int = 3) -> TextAreaField:
    return TextAreaField(label, [Fits(longest)], filters=[_plain], render_kw={**_QUIET, "rows": rows})


def _numbers(label: str, labels: Sequence[str]) -> RadioField:
    return RadioField(label, [Optional()], choices=to_choose((str(number), word) for number, word in enumerate(labels)))


def number(field: RadioField) -> int | None:
    """What was chosen, as a number."""
    return int(field.data) if field.data else None


class PlanForm(OwnForm):
    """When, where, with whom; one "if … then …"; how sure."""

    when = _line("When will you do it?", "For example: Sunday at four, after the walk.")
    where = _line("Where?")
    with_whom = _line("With whom, or near whom?", "Alone is fine.")
    hindrance = _line("If …", "What could come in between? For example: if I am too tired on Sunday")
    answer = _line("… then …", "What will you do then? For example: then I write three lines on Monday morning")
    confidence = RadioField(
        "How sure are you that you will do it?", [Optional()], choices=to_choose((str(n), str(n)) for n in range(11))
    )
    easier = _words("What would make it easier?", longest=2000)

    @classmethod
    def begun_with(cls, kept: Intention, **carried: str) -> "PlanForm":
        confidence = "" if kept.confidence is None else str(kept.confidence)
        told = {name: getattr(kept, name) for name in ("when", "where", "with_whom", "hindrance", "answer", "easier")}
        return cls(data={**told, "confidence": confidence, **carried})

    @property
    def intention(self) -> Intention:
        told = {name: self[name].data for name in ("when", "where", "with_whom", "hindrance", "answer", "easier")}
        return Intention(confidence=number(self.confidence), **told)


class AfterwardsForm(OwnForm):
    """How it went, in four taps and a few words; each of them may be left out."""

    amount = _numbers("How much of it did you do?", AMOUNT)
    quality = _numbers("How well did it go?", QUALITY)
    difficulty = _numbers("How hard was it?", DIFFICULTY)
    helpfulness = _numbers("How much did it help?", HELPFULNESS)
    in_the_way = _words("What got in the way, if anything?")

    @classmethod
    def begun_with(cls, kept: Rating | None, **carried: str) -> "AfterwardsForm":
        told: dict[str, str] = {}
        if kept:
            numbers = {name: getattr(kept, name) for name in ("amount", "quality", "difficulty", "helpfulness")}
            told = {name: str(value) for name, value in numbers.items() if value is not None} | {"in_the_way": kept.in_the_way}
        return cls(data={**told, **carried})

    @property
    def numbers(self) -> dict[str, int | None]:
        return {name: number(self[name]) for name in ("amount", "quality", "difficulty", "helpfulness")}

    def says_nothing(self) -> bool:
        """Whether everything was left out; then the form says so."""
        if any(value is not None for value in self.numbers.values()) or self.in_the_way.data:
            return False
        self.form_errors.append("Please choose or write something, or leave this for another time.")
        return True


class NotYetForm(OwnForm):
    """One of the reasons, chosen by its own button, and a few words if somebody likes."""

    reason = RadioField("What is in the way?", choices=each_of(Reason), validate_choice=False)
    words = _words("A few words with it, if you like", longest=2000, rows=2)

    def validate_reason(self, field: Field) -> None:
        if field.data not in list(Reason):
            raise ValidationError("Please press one of the reasons.")


class TakeBackForm(OwnForm):
    """A change of mind about the very sending that the page showed."""
