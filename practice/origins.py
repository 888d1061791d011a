"""Where something came from that a page keeps by itself, so that of two pages neither overwrites what it has not seen."""

from dataclasses import dataclass

_LONGEST = 64  # characters of a page's own name


@dataclass(frozen=True, slots=True)
class Origin:
    """One save: the page it came from, its turn there, and the revision that page began from."""

    page: str
    turn: int
    revision: int

    @classmethod
    def of(cls, save_key: str, revision: int) -> "Origin":
        """Read "PAGE.3", the name a page gives its third save; a page without a name is nobody's."""
        page, _, turn = save_key.partition(".")
        known = turn.isascii() and turn.isdigit() and len(turn) < 9
        plain = "".join(sign for sign in page if sign.isalnum())  # a database takes no zeros and no halves of characters
        return cls(plain[:_LONGEST], int(turn) if known else 0, max(0, revision))

    def __str__(self) -> str:
        """As a page writes it."""
        return f"{self.page}.{self.turn}"

    def has_not_seen(self, revision: int, page: str) -> bool:
        """Whether what another page has kept is newer than what this one began from."""
        return revision > self.revision and (not self.page or page != self.page)

    def is_behind(self, page: str, turn: int) -> bool:
        """Whether a later save of the same page has arrived before this one."""
        return bool(self.page) and page == self.page and turn > self.turn
