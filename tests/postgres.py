"""A PostgreSQL of the tests' own: a temporary cluster from installed binaries, gone when the session ends."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psycopg

SPEED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "max_connections=60")


def in_memory() -> Path | None:
    """Where files need no disk, if there is room: each commit waits for the disk, and tests commit very often."""
    place = Path("/dev/shm")
    return place if place.is_dir() and os.access(place, os.W_OK) and shutil.disk_usage(place).free > 2**30 else None


def binaries() -> Path | None:
    """The folder of initdb, newest version first, or none."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[-3]))
    return versions[-1].parent if versions else None


class Cluster:
    """A server reachable by a Unix socket in its own folder only, so no port can clash."""

    def __init__(self, bin_folder: Path, settings: Sequence[str] = SPEED) -> None:
        self._who, self._bin, self._settings = _somebody(), bin_folder, settings
        # Not pytest's folder: that one is closed to the other account which PostgreSQL needs when we are root.
        self.folder = Path(tempfile.mkdtemp(prefix="homeward-postgres-", dir=in_memory()))
        if self._who:
            os.chown(self.folder, self._who["user"], self._who["group"])
        data = self.folder / "data"
        asked = ["-U", "homeward", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        subprocess.run([bin_folder / "initdb", "-D", data, *asked], check=True, capture_output=True, cwd=self.folder, **self._who)
        self.start()

    def start(self) -> None:
        """Begin to answer, for the first time or again."""
        told = [part for setting in self._settings for part in ("-c", setting)]
        with (self.folder / "log").open("ab") as log:
            self._server = subprocess.Popen(
                [self._bin / "postgres", "-D", self.folder / "data", "-k", self.folder, "-c", "listen_addresses=", *told],
                stdout=log, stderr=log, cwd=self.folder, **self._who,
            )  # fmt: skip
        self._wait()

    def url(self, name: str) -> str:
        """The address of one database, as SQLAlchemy writes it."""
        return f"postgresql+psycopg://homeward@/{name}?host={self.folder}"

    def run(self, statement: str) -> None:
        """One statement outside any transaction, such as CHECKPOINT."""
        with self._connect() as connection:
            connection.execute(statement)

    def create(self, name: str, template: str = "template1") -> None:
        """A database, copied file by file where the server offers it: nothing here has to outlive a crash."""
        with self._connect() as connection:
            how = " STRATEGY file_copy" if connection.info.server_version >= 150_000 else ""
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}{how}")

    def drop(self, name: str) -> None:
        """A database goes, whoever is in it."""
        self.run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def halt(self, how: signal.Signals = signal.SIGINT) -> None:
        """A fast shutdown: open connections are ended, the data stays. Killed, it has to mend itself at the next start."""
        self._server.send_signal(how)
        self._server.wait(timeout=30)

    def stop(self) -> None:
        """The end: the folder goes."""
        self.halt()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _connect(self) -> psycopg.Connection[Any]:
        return psycopg.connect(host=str(self.folder), user="homeward", dbname="postgres", autocommit=True)

    def _wait(self) -> None:
        for _ in range(300):
            try:
                self._connect().close()
            except psycopg.OperationalError:
                if self._server.poll() is not None:
                    raise RuntimeError((self.folder / "log").read_text()) from None
                time.sleep(0.05)
            else:
                return
        self.stop()
        raise TimeoutError("PostgreSQL did not start")


def _somebody() -> dict[str, Any]:
    """Whom PostgreSQL runs as: it refuses root, so then another account, as arguments of subprocess."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    account = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
