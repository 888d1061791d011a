"""What a coach may type about a programme of their own. Unfinished is fine; only what cannot be kept is refused."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    DateField,
    Field,
    FieldList,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, ValidationError
from wtforms.widgets import CheckboxInput, NumberInput

from practice.choosing import to_choose
from practice.programme import limits
from practice.programme.choices import COLUMN_KINDS, DONE_KINDS, PROMPT_KINDS
from practice.programme.fields import made, standing
from practice.programme.keys import SLUG
from practice.programme.prompts import ColumnKind, PromptKind
from practice.programme.reading import tidied

_TOO_LONG = "Please use at most {} characters."
_A_LINE = Length(max=limits.LINE, message=_TOO_LONG.format(limits.LINE))
_IN_BOUNDS = NumberRange(0, limits.NUMBER, f"Please type a whole number from 0 to {limits.NUMBER:,}.")
_A_NUMBER = InputRequired("Please type a whole number.")


def _legible(_form: Form, field: Field) -> None:
    if not limits.is_legible(field.data or ""):
        raise ValidationError("This holds a character that cannot be kept. Please type it again.")


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def _paragraphs(text: str | None) -> str:
    return tidied((text or "").replace("\r\n", "\n"))


def line(hint: str = "", longest: int = limits.LINE) -> Any:
    """One line of words."""
    allowed = Length(max=longest, message=_TOO_LONG.format(longest))
    return StringField(validators=[_legible, allowed], filters=[_one_line], description=hint)


def text(hint: str = "", rows: int = 3) -> Any:
    """Some paragraphs."""
    allowed = Length(max=limits.TEXT, message=_TOO_LONG.format(f"{limits.TEXT:,}"))
    return TextAreaField(validators=[_legible, allowed], filters=[_paragraphs], description=hint, render_kw={"rows": rows})


def number(hint: str = "") -> Any:
    """A whole number."""
    allowed = NumberRange(0, limits.NUMBER, f"Please type a whole number from 0 to {limits.NUMBER:,}.")
    return IntegerField(
        validators=[InputRequired("Please type a whole number."), allowed], widget=NumberInput(), description=hint
    )


def choice(choices: Iterable[tuple[str, str]] = (), hint: str = "") -> Any:
    """One of these; an empty one means that nothing is said."""
    return SelectField(choices=to_choose(choices), description=hint)


def ticks(choices: Iterable[tuple[str, str]] = (), hint: str = "") -> Any:
    """Any of these."""
    return SelectMultipleField(choices=to_choose(choices), option_widget=CheckboxInput(), description=hint)


def yes(hint: str = "") -> Any:
    """Yes, when ticked."""
    return BooleanField(description=hint)


class OptionsField(TextAreaField):
    """Options, one a line."""

    def pre_validate(self, form: Form) -> None:
        found = [_one_line(each) for each in (self.data or "").splitlines()]
        if any(len(each) > limits.LINE for each in found):
            raise ValidationError(f"Please use at most {limits.LINE} characters a line.")
        if len(found) > limits.ITEMS:
            raise ValidationError(f"Please use at most {limits.ITEMS} lines.")


def options(hint: str = "One a line.") -> Any:
    """Things to choose from."""
    return OptionsField(validators=[_legible], description=hint, render_kw={"rows": 4})


class Rows(FieldList):
    """Rows by plain numbers; other digits of the world are digits too, and no numbers."""

    def _extract_indices(self, prefix: str, formdata: Any) -> Iterator[int]:
        plain = [name for name in formdata if name.startswith(f"{prefix}-") and name[len(prefix) + 1 :].split("-")[0].isascii()]
        yield from (index for index in super()._extract_indices(prefix, plain) if index < limits.ITEMS)


class ColumnForm(Form):
    """One part of each line."""

    key = HiddenField()
    label = StringField("Its name", [_legible, _A_LINE], filters=[_one_line])
    kind = SelectField("What is written", choices=to_choose(COLUMN_KINDS.items()), default=ColumnKind.SHORT.value)


class DoneForm(Form):
    """One fact that tells whether a step is done."""

    kind = SelectField("Fact", choices=to_choose([("", "Nothing"), *DONE_KINDS.items()]))
    of = SelectField("Of what")
    column = SelectField("Its column")
    least = IntegerField("At least", [_A_NUMBER, _IN_BOUNDS], default=1)
    within = IntegerField("Within days", [_A_NUMBER, _IN_BOUNDS], default=0)
    times = IntegerField("In weeks", [_A_NUMBER, _IN_BOUNDS], default=1)


def rows(kind: type[Form], hint: str = "") -> Any:
    """Lines of several fields; one without a name is left out."""
    return Rows(FormField(kind), description=hint)


class PartForm(FlaskForm):
    """One part of a programme. `seen` tells its state when the page was opened, `save_key` is the form's own number."""

    seen = HiddenField()
    save_key = HiddenField(validators=[Length(max=64)])

    @classmethod
    def names(cls) -> list[str]:
        """The fields that belong to the part."""
        fields = [(made.creation_counter, name) for name, made in vars(cls).items() if hasattr(made, "creation_counter")]
        return [name for _, name in sorted(fields)]

    @classmethod
    def state(cls, part: Any) -> str:
        """A mark of what a part's fields hold now."""
        told = json.dumps(standing(part, cls.names()), default=str, sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()

    def part(self, before: Any) -> Any:
        """The part with what was typed."""
        return made(before, {name: self[name].data for name in self.names() if name in self})


class AddForm(FlaskForm):
    """A new part: what it is called, and of a question its kind."""

    save_key = HiddenField(validators=[Length(max=64)])
    title = StringField(
        validators=[
            DataRequired("Please type something here."),
            _legible,
            Length(max=limits.LINE, message=_TOO_LONG.format(limits.LINE)),
        ],
        filters=[_one_line],
    )
    kind = RadioField("Kind of answer", choices=to_choose(PROMPT_KINDS.items()), default=PromptKind.LONG.value)


class BeginForm(FlaskForm):
    """A new programme: its title, and what it begins with."""

    title = StringField(
        "Its title",
        [DataRequired("Please give it a title."), _legible, _A_LINE],
        filters=[_one_line],
    )
    source = RadioField("Begin with", [InputRequired("Please choose what to begin with.")])


class CopyForm(FlaskForm):
    """A step of another programme."""

    save_key = HiddenField(validators=[Length(max=64)])
    step = SelectField("The step", [InputRequired("Please choose a step.")])


class ActForm(FlaskForm):
    """A button beside a part: the state of the manuscript that the page showed, and the button's own number."""

    revision = HiddenField()
    save_key = HiddenField(validators=[Length(max=64)])

    @property
    def at(self) -> int:
        """The revision; 0, which none has, where it is no number."""
        told = str(self.revision.data or "")
        return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 0


class BringForm(FlaskForm):
    """A file with a programme."""

    file = FileField("The file")


class MoveForm(FlaskForm):
    """The edition a couple goes on with."""

    edition = RadioField("Go on with", [InputRequired("Please choose a programme.")])


def slug_is_plain(_form: Form, field: Field) -> None:
    """A short name that an address can carry."""
    if not SLUG.fullmatch(field.data or ""):
        raise ValidationError("Please use small letters, digits and hyphens, and begin with a letter.")


def day() -> Any:
    """A day."""
    return DateField(validators=[InputRequired("Please give a day that exists.")])
