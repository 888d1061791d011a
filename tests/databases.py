"""Clean databases, quickly: the real migrations run once for each kind, and every test gets a copy of the result."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import count
from pathlib import Path
from typing import Protocol

from tests.postgres import Cluster

Fill = Callable[[str], None]  # does something once to the database at this address


class Template(Protocol):
    """Databases to copy: one that is migrated and empty, and one in which the cast has gathered too."""

    def copy(self, of: str = "migrated") -> AbstractContextManager[str]: ...


class SqliteTemplate:
    def __init__(self, folder: Path, migrate: Fill, gather: Fill) -> None:
        self._folder, self._numbers = folder, count(1)
        migrate(self._url("migrated"))
        shutil.copy(self._file("migrated"), self._file("gathered"))
        gather(self._url("gathered"))

    @contextmanager
    def copy(self, of: str = "migrated") -> Iterator[str]:
        name = f"copy-{next(self._numbers)}"
        shutil.copy(self._file(of), self._file(name))
        yield self._url(name)
        for left in self._folder.glob(f"{self._file(name).name}*"):
            left.unlink()

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.db"

    def _url(self, name: str) -> str:
        return f"sqlite:///{self._file(name)}"


class PostgresTemplate:
    def __init__(self, cluster: Cluster, migrate: Fill, gather: Fill) -> None:
        self._cluster, self._numbers = cluster, count(1)
        # A worker that goes back and forth between the two kinds comes here again.
        for name in ("migrated", "gathered"):
            cluster.drop(name)
        cluster.create("migrated")
        migrate(cluster.url("migrated"))
        cluster.create("gathered", "migrated")
        gather(cluster.url("gathered"))

    @contextmanager
    def copy(self, of: str = "migrated") -> Iterator[str]:
        name = f"copy_{next(self._numbers)}"
        self._cluster.create(name, of)
        yield self._cluster.url(name)
        self._cluster.drop(name)
