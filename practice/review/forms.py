"""What a coach may type or choose when answering what was sent."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, RadioField, TextAreaField
from wtforms.validators import Optional, ValidationError

from practice.choosing import on_offer, to_choose
from practice.homework.ratings import AMOUNT, QUALITY, Rating
from practice.programme.library import LONGEST


def _plain(text: str | None) -> str:
    # A browser sends each line break as two characters and counts it as one.
    return (text or "").replace("\r\n", "\n").strip()


class SeenForm(FlaskForm):
    """An act upon what a page showed: nothing is done to something that came after it."""

    seen = HiddenField()

    def is_outdated(self, now_there: str, sentence: str) -> bool:
        """Whether something has come since the page was opened; then that is told on top."""
        if self.seen.data == now_there:
            return False
        self.seen.data = now_there
        self.form_errors.append(sentence)
        return True


class WriteBackForm(SeenForm):
    """Words to one partner, sent by themselves or together with another act."""

    text = TextAreaField("Your words", filters=[_plain])

    def validate_text(self, field: TextAreaField) -> None:
        # Not by a maximum in the page: a browser cuts pasted text there without a word.
        if len(field.data) > LONGEST:
            raise ValidationError(
                f"This is {len(field.data):,} characters long; at most {LONGEST:,} can be sent at once. "
                "Please shorten it, or send it in two parts."
            )
        if "\0" in field.data:
            raise ValidationError("This holds a character that cannot be kept. Please type it again.")

    def lacks_words(self) -> bool:
        """Whether there is nothing to send; then that is told beside the field."""
        if not self.text.data:
            self.text.errors = ["Please write something first."]
        return not self.text.data


class WriteToBothForm(WriteBackForm):
    """Words to one partner or to both, each of whom gets a copy of their own."""

    to = RadioField("To", validate_choice=False)

    def validate_to(self, field: RadioField) -> None:
        if field.data not in on_offer(field):
            raise ValidationError("Please choose for whom this is.")


class ChooseForm(FlaskForm):
    """Whether this attempt is chosen for the progress report."""

    for_paper = BooleanField("Choose for the progress report")


class RateForm(FlaskForm):
    """The coach's own word on a part: how much of it was done, and how well."""

    amount = RadioField("How much was done", [Optional()], choices=to_choose((str(n), word) for n, word in enumerate(AMOUNT)))
    quality = RadioField(
        "How well it was done", [Optional()], choices=to_choose((str(n), word) for n, word in enumerate(QUALITY))
    )

    @classmethod
    def begun_with(cls, kept: Rating | None) -> "RateForm":
        numbers = {"amount": kept.amount, "quality": kept.quality} if kept else {}
        return cls(data={name: str(number) for name, number in numbers.items() if number is not None})

    @property
    def numbers(self) -> dict[str, int | None]:
        return {name: int(self[name].data) if self[name].data else None for name in ("amount", "quality")}
