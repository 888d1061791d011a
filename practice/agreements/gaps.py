"""What is still open between two ledgers: causes without an action, actions without a cause; and what is cured."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Standing(Protocol):
    """A line as far as it matters here; `state` as LineState names it."""

    @property
    def id(self) -> int: ...
    @property
    def state(self) -> str: ...
    @property
    def about_id(self) -> int | None: ...


Some = TypeVar("Some", bound=Standing)
_LET_GO, _DONE = "let_go", "done"


@dataclass(frozen=True, slots=True)
class Gaps(Generic[Some]):
    """Lines of a ledger ("causes") that others answer to ("actions"). What was let go counts on neither side."""

    causes: Sequence[Some]
    actions: Sequence[Some]

    @property
    def standing(self) -> list[Some]:
        """The causes that have not been let go."""
        return [cause for cause in self.causes if cause.state != _LET_GO]

    @property
    def without_action(self) -> list[Some]:
        """Causes that nothing answers to."""
        met = {action.about_id for action in self._taken}
        return [cause for cause in self.standing if cause.id not in met]

    @property
    def without_cause(self) -> list[Some]:
        """Actions that answer to nothing, or to a cause that was let go."""
        known = {cause.id for cause in self.standing}
        return [action for action in self._taken if action.about_id not in known]

    @property
    def cured(self) -> list[Some]:
        """Causes that have a finished action."""
        met = {action.about_id for action in self._taken if action.state == _DONE}
        return [cause for cause in self.standing if cause.id in met]

    @property
    def is_cured(self) -> bool:
        """Whether there are causes, and each has a finished action."""
        return bool(self.standing) and len(self.cured) == len(self.standing)

    @property
    def _taken(self) -> list[Some]:
        return [action for action in self.actions if action.state != _LET_GO]
