"""What a goal says: what somebody wants more of, and how they would notice. Pure."""

import json
from dataclasses import asdict, dataclass

LOWEST, HIGHEST = 0, 10


@dataclass(frozen=True, slots=True)
class Words:
    """Both in their writer's own words; the second may be empty."""

    wants: str
    notices: str = ""

    def to_json(self) -> str:
        return json.dumps(asdict(self))


def from_json(text: str) -> Words:
    """The words as they were kept."""
    return Words(**json.loads(text))
