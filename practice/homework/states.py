"""The states of homework, and the ways in which what both have sealed can open."""

import enum


class State(enum.StrEnum):
    """How far one partner's part has come."""

    ASSIGNED = "assigned"
    OPENED = "opened"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    ASKED_AGAIN = "asked_again"
    REVIEWED = "reviewed"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return {
            "assigned": "Not opened yet",
            "opened": "Opened",
            "draft": "Begun",
            "submitted": "Sent",
            "asked_again": "Asked again",
            "reviewed": "Reviewed",
            "withdrawn": "Withdrawn",
        }[self.value]

    @property
    def is_open(self) -> bool:
        """Whether its partner may still write and send."""
        return self in (State.ASSIGNED, State.OPENED, State.DRAFT, State.ASKED_AGAIN)


class Reveals(enum.StrEnum):
    """How what both have sent opens to both."""

    COACH = "coach"
    SESSION = "session"
    ITSELF = "itself"

    @property
    def label(self) -> str:
        return {
            "coach": "I open it to both, when I think it is time",
            "session": "I open it when we meet, and we read it together",
            "itself": "It opens to both by itself",
        }[self.value]
