"""Sealing and opening of private text.

AES-256-GCM, twice enveloped: a text is sealed with its owner's key (one per person and class of text), that key
with the practice's, and the practice's with the master key, which lives outside the database and its backups.
What a ciphertext belongs to (owner, table, column, row) is bound in, so a swapped one never opens. Destroying a
person's keys destroys what they wrote, in every backup too.
"""

import secrets
from collections.abc import Iterable
from datetime import datetime

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import LargeBinary, String, or_, select
from sqlalchemy.orm import Mapped, aliased, mapped_column

from practice import clock
from practice.db import Model, db, insert_once

_FORMAT = b"\x01"  # the first byte of everything sealed: cipher and layout, so that both can change later
_NONCE = 12
_masters: list[bytes] = []


class Sealed(Exception):
    """A sealed text cannot be opened: wrong key, wrong place, damaged, or its owner's keys were destroyed."""


class Key(Model):
    """An owner's data key, wrapped; empty once destroyed."""

    __tablename__ = "keys"
    owner: Mapped[str] = mapped_column(String(120), unique=True)
    wrapped_by: Mapped[str] = mapped_column(String(120))
    wrapped: Mapped[bytes | None] = mapped_column(LargeBinary)
    made_at: Mapped[datetime]
    destroyed_at: Mapped[datetime | None]


def unlock(*masters: bytes) -> None:
    """Give the keyring its master key; older ones may follow while a rotation is under way."""
    _masters[:] = masters


def seal(text: str, *, owner: str, place: str, within: str) -> bytes:
    """Seal a text for its owner ("person:…:answers"), bound to its place ("answers.sealed:ROW").

    `within` is the practice whose key wraps the owner's ("practice:…").
    """
    return seal_bytes(text.encode("utf-8", "surrogatepass"), owner=owner, place=place, within=within)


def open_sealed(blob: bytes, *, owner: str, place: str) -> str:
    """Open what `seal` made. Raises: Sealed."""
    return open_bytes(blob, owner=owner, place=place).decode("utf-8", "surrogatepass")


def seal_bytes(data: bytes, *, owner: str, place: str, within: str) -> bytes:
    """Seal bytes such as a finished report; see `seal`."""
    return _encrypt(_data_key(owner, within), data, f"{owner}|{place}")


def open_bytes(blob: bytes, *, owner: str, place: str) -> bytes:
    """Open what `seal_bytes` made. Raises: Sealed."""
    return _decrypt(_unwrapped(owner), blob, f"{owner}|{place}")


def make_ready(owners: Iterable[str]) -> None:
    """Open these owners' keys with one query, where a page is about to read texts of many."""
    wanted = set(owners) - _opened().keys()
    if not wanted:
        return
    wrapping = select(Key.wrapped_by).where(Key.owner.in_(wanted))
    kept = {key.owner: key for key in db.session.scalars(select(Key).where(or_(Key.owner.in_(wanted), Key.owner.in_(wrapping))))}
    for owner in wanted & kept.keys():
        if kept[owner].wrapped is not None:
            _unwrapped(owner, kept)


def destroy(owner: str) -> None:
    """Erase an owner's key: nothing sealed with it can ever be read again."""
    if key := _row(owner):
        key.wrapped, key.destroyed_at = None, clock.now()
    _opened().pop(owner, None)


def _data_key(owner: str, within: str) -> bytes:
    if owner in _opened() or owner in (kept := _rows(owner)):
        return _opened().get(owner) or _unwrapped(owner, kept)
    outer = _masters[0] if within == "master" else _data_key(within, "master")
    inner = AESGCM.generate_key(bit_length=256)
    wrapped = _encrypt(outer, inner, f"key:{owner}")
    if not insert_once(Key, owner=owner, wrapped_by=within, wrapped=wrapped, made_at=clock.now()):
        # Another process came first in the meantime: its key is the one, before anything is sealed.
        return _unwrapped(owner)
    _opened()[owner] = inner
    return inner


def _unwrapped(owner: str, kept: dict[str, Key] | None = None) -> bytes:
    if owner not in _opened():
        kept = kept if kept and owner in kept else _rows(owner)
        key = kept.get(owner)
        if key is None or key.wrapped is None:
            raise Sealed(f"No key for {owner}")
        outers = _masters if key.wrapped_by == "master" else [_unwrapped(key.wrapped_by, kept)]
        _opened()[owner] = _first_that_opens(outers, key.wrapped, f"key:{owner}")
    return _opened()[owner]


def _first_that_opens(outers: list[bytes], wrapped: bytes, bound: str) -> bytes:
    for outer in outers[:-1]:
        try:
            return _decrypt(outer, wrapped, bound)
        except Sealed:
            continue
    return _decrypt(outers[-1], wrapped, bound)


def _row(owner: str) -> Key | None:
    return db.session.scalar(select(Key).where(Key.owner == owner))


def _rows(owner: str) -> dict[str, Key]:
    """An owner's key and the one that wraps it, by owner, in one query."""
    wrapping = aliased(Key)
    outer = select(wrapping.wrapped_by).where(wrapping.owner == owner).scalar_subquery()
    return {key.owner: key for key in db.session.scalars(select(Key).where(or_(Key.owner == owner, Key.owner == outer)))}


def _opened() -> dict[str, bytes]:
    # Only for as long as the request's session: a destroyed key is forgotten at once.
    opened: dict[str, bytes] = db.session().info.setdefault("opened keys", {})
    return opened


def _encrypt(key: bytes, data: bytes, bound: str) -> bytes:
    nonce = secrets.token_bytes(_NONCE)
    return _FORMAT + nonce + AESGCM(key).encrypt(nonce, data, bound.encode())


def _decrypt(key: bytes, blob: bytes, bound: str) -> bytes:
    if blob[:1] != _FORMAT:
        raise Sealed("Unknown format")
    try:
        return AESGCM(key).decrypt(blob[1 : 1 + _NONCE], blob[1 + _NONCE :], bound.encode())
    except InvalidTag:
        raise Sealed(f"Does not open: {bound.split('|')[-1]}") from None


class SealedText:
    """A row that holds one private text, bound to its table, column, row and owner."""

    __tablename__: str
    public_id: Mapped[str]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    sealed_for: Mapped[str] = mapped_column(String(120))

    def write(self, text: str, *, owner: str, within: str) -> None:
        """Seal a text into this row for its owner."""
        self.sealed = seal(text, owner=owner, place=self._place, within=within)
        self.sealed_for = owner

    @property
    def text(self) -> str:
        """The text, opened. Raises: Sealed."""
        return open_sealed(self.sealed, owner=self.sealed_for, place=self._place)

    @property
    def _place(self) -> str:
        return f"{self.__tablename__}.sealed:{self.public_id}"
