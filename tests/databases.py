"""Clean databases, quickly: the real migrations run once for each kind, and every test gets a copy of the result."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import count
from pathlib import Path
from typing import Protocol

from tests.postgres import Cluster

Migrate = Callable[[str], None]


class Template(Protocol):
    """A migrated, empty database to copy."""

    def copy(self) -> AbstractContextManager[str]: ...


class SqliteTemplate:
    def __init__(self, folder: Path, migrate: Migrate) -> None:
        self._folder, self._numbers = folder, count(1)
        self._original = folder / "migrated.db"
        migrate(f"sqlite:///{self._original}")

    @contextmanager
    def copy(self) -> Iterator[str]:
        copy = self._folder / f"copy-{next(self._numbers)}.db"
        shutil.copy(self._original, copy)
        yield f"sqlite:///{copy}"
        for left in self._folder.glob(f"{copy.name}*"):
            left.unlink()


class PostgresTemplate:
    def __init__(self, cluster: Cluster, migrate: Migrate) -> None:
        self._cluster, self._numbers = cluster, count(1)
        # A worker that goes back and forth between the two kinds comes here again.
        cluster.run("DROP DATABASE IF EXISTS migrated WITH (FORCE)")
        cluster.run("CREATE DATABASE migrated")
        migrate(cluster.url("migrated"))

    @contextmanager
    def copy(self) -> Iterator[str]:
        name = f"copy_{next(self._numbers)}"
        self._cluster.run(f"CREATE DATABASE {name} TEMPLATE migrated")
        yield self._cluster.url(name)
        self._cluster.run(f"DROP DATABASE {name} WITH (FORCE)")
