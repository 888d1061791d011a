"""Drafts: what is being written, seen by its writer alone, never lost."""

import json
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ForeignKey, String, delete, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, db
from practice.homework.models import Homework
from practice.keyring import SealedText
from practice.origins import Origin
from practice.programme.library import Readers

KEPT = timedelta(days=30)
_KEEP_EVERY = timedelta(minutes=5)
_EMPTY: tuple[Any, ...] = (None, "", [])
Content = dict[str, dict[str, Any]]


class Stale(Exception):
    """Answers that were written from an older state of the draft; both texts are kept and offered."""

    def __init__(self, keys: Collection[str]) -> None:
        super().__init__(*keys)
        self.keys = sorted(keys)


class Draft(Addressed, SealedText, Model):
    """The text in progress of one part. Sealed text: JSON of answers and readers by prompt, and where each came from."""

    __tablename__ = "drafts"
    homework_id: Mapped[int] = mapped_column(ForeignKey("homework.id"), unique=True)
    revision: Mapped[int] = mapped_column(default=0)
    saved_at: Mapped[datetime]
    save_key: Mapped[str] = mapped_column(String(64), default="")  # the last save's own name: its page, and its turn there
    homework: Mapped[Homework] = relationship()

    @property
    def content(self) -> Content:
        """{"answers": {prompt: value}, "readers": {prompt: class}, "from": {prompt: [revision, page, turn]}}."""
        return {"answers": {}, "readers": {}, "from": {}, **json.loads(self.text)}

    def answer(self, key: str) -> Any:
        return self.content["answers"].get(key)

    def save(self, answers: dict[str, Any], readers: dict[str, Readers], *, revision: int, save_key: str) -> None:
        """Add these answers to what is kept.

        `revision` is the one the writer's page began from; `save_key` names that page and the save's turn on it
        ("PAGE.3"): the same save twice counts once, an older one of the same page never overtakes a newer.
        Raises: Stale when another page has changed the same answers meanwhile: those are not overwritten, what came
        is kept as an earlier version, and all other answers are saved.
        """
        origin = Origin.of(save_key, revision)
        kept = self.content
        came = {"answers": answers, "readers": {key: r.value for key, r in readers.items()}}
        changed = [key for key in {**answers, **readers} if _differs(kept, came, key)]
        stale = {key for key in changed if _is_unseen(kept["from"].get(key), origin)}
        fresh = [key for key in changed if key not in stale and not _is_overtaken(kept["from"].get(key), origin)]
        if fresh:
            self._keep_now_and_then(kept)
            for part in ("answers", "readers"):
                kept[part].update({key: came[part][key] for key in fresh if key in came[part]})
            kept["from"].update({key: [self.revision + 1, origin.page, origin.turn] for key in fresh})
            self._seal(kept)
            self.revision, self.saved_at, self.save_key = self.revision + 1, clock.now(), str(origin)[:64]
            self.homework.begin()
        if stale:
            self._keep_version({part: {key: v for key, v in came[part].items() if key in stale} for part in came})
            raise Stale(stale)

    def forget(self, keys: Collection[str]) -> None:
        """Let go of answers that are write-only once they are sent."""
        if keys:
            self._seal({part: {k: v for k, v in held.items() if k not in keys} for part, held in self.content.items()})

    def _seal(self, content: Content) -> None:
        writer = self.homework.person
        self.write(json.dumps(content), owner=writer.key("draft"), within=writer.practice.key)

    def _keep_now_and_then(self, content: Content) -> None:
        last = datetime.fromisoformat(content.get("kept", {}).get("at", "0001-01-01T00:00+00:00"))
        if self.revision and clock.now() - last > _KEEP_EVERY:
            self._keep_version(content)
            content["kept"] = {"at": clock.now().isoformat()}

    def _keep_version(self, content: Content) -> None:
        version = DraftVersion(draft_id=self.id, revision=self.revision, saved_at=clock.now())
        writer = self.homework.person
        version.write(json.dumps(content), owner=writer.key("draft"), within=writer.practice.key)
        db.session.add(version)


class DraftVersion(Addressed, SealedText, Model):
    """An earlier state of a draft, or one that came too late; kept for thirty days."""

    __tablename__ = "draft_versions"
    draft_id: Mapped[int] = mapped_column(ForeignKey("drafts.id"), index=True)
    revision: Mapped[int]
    saved_at: Mapped[datetime] = mapped_column(index=True)

    @property
    def answers(self) -> dict[str, Any]:
        held: dict[str, Any] = json.loads(self.text)["answers"]
        return held


def of(homework: Homework) -> Draft:
    """The draft of a part, for writing; a new one begins with what was last sent. Two devices wait for each other here."""
    db.session.refresh(homework, ["state"], with_for_update=True)
    draft = find(homework)
    if draft is None:
        draft = Draft(homework=homework, homework_id=homework.id, revision=0, saved_at=clock.now())
        draft._seal(_last_sent(homework))
        db.session.add(draft)
        db.session.flush()
    return draft


def find(homework: Homework) -> Draft | None:
    """The draft of a part, if anything was written."""
    return db.session.scalar(select(Draft).where(Draft.homework_id == homework.id).execution_options(populate_existing=True))


def content_of(homework: Homework) -> tuple[Content, int]:
    """What stands in a part's form, and the revision it stands at."""
    draft = find(homework)
    return (draft.content, draft.revision) if draft else (_last_sent(homework), 0)


def versions_of(homework: Homework) -> list[DraftVersion]:
    """Earlier states, newest first, for thirty days."""
    rows = select(DraftVersion).join(Draft).where(Draft.homework_id == homework.id, DraftVersion.saved_at > clock.now() - KEPT)
    return list(db.session.scalars(rows.order_by(DraftVersion.id.desc())))


def forget_old_versions() -> None:
    """Let go of versions older than thirty days."""
    db.session.execute(delete(DraftVersion).where(DraftVersion.saved_at < clock.now() - KEPT))


def _last_sent(homework: Homework) -> Content:
    answers = [a for a in homework.latest.answers if a.readers is not Readers.SAFETY] if homework.latest else []
    return {
        "answers": {answer.prompt_key: answer.value for answer in answers},
        "readers": {answer.prompt_key: answer.readers.value for answer in answers},
        "from": {},
    }


def _differs(kept: Content, came: Content, key: str) -> bool:
    new = key in came["answers"] and not _same(kept["answers"].get(key), came["answers"][key])
    return new or (key in came["readers"] and kept["readers"].get(key) != came["readers"][key])


def _same(one: Any, other: Any) -> bool:
    """Whether two answers are the same; an empty one is as good as none, but 0 and "no" are answers."""
    return one == other or (one in _EMPTY and other in _EMPTY)


def _is_unseen(last: list[Any] | None, origin: Origin) -> bool:
    return last is not None and origin.has_not_seen(last[0], last[1])


def _is_overtaken(last: list[Any] | None, origin: Origin) -> bool:
    return last is not None and origin.is_behind(last[1], last[2])
