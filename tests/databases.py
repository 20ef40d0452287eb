"""The databases that archives are tested in: SQLite, and PostgreSQL where a server is at hand.

FEEDS_TEST_POSTGRES names a database of a server that runs; without it one is started for the tests, if
PostgreSQL is installed, as an unprivileged user and on a socket in a folder of its own.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from feeds.archive.archive import close_cached

KINDS = ("sqlite", "postgresql")
NONE = "PostgreSQL is not installed, and FEEDS_TEST_POSTGRES names no database of a server"

SETTINGS = "-c fsync=off -c full_page_writes=off -c listen_addresses= -c max_connections=60"


class Databases:
    """Which of them is meant now; tests ask for the archive that a file would be."""

    def __init__(self) -> None:
        self.kind = "sqlite"
        self.server: str | None = None
        self._made: set[str] = set()

    def url(self, file: Path) -> str:
        """The archive that would be that file."""
        if self.kind == "sqlite":
            return f"sqlite:///{file}"
        assert self.server
        schema = "t" + hashlib.blake2b(str(file).encode(), digest_size=10).hexdigest()
        if schema not in self._made:
            self.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
            self._made.add(schema)
        joint = "&" if "?" in self.server else "?"
        return f"{self.server}{joint}options={quote(f'-csearch_path={schema}')}"

    def execute(self, statement: str) -> None:
        import psycopg

        assert self.server
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(statement)

    def forget(self) -> None:
        """Drops what was made."""
        close_cached()
        for schema in self._made:
            self.execute(f"DROP SCHEMA {schema} CASCADE")
        self._made.clear()


DATABASES = Databases()


def archive_url(file: Path) -> str:
    """The archive that would be that file, in the database that is meant now."""
    return DATABASES.url(file)


@contextmanager
def meant(kind: str) -> Iterator[None]:
    """Means a kind of database; what is made in it is dropped afterwards."""
    before, DATABASES.kind = DATABASES.kind, kind
    try:
        yield
    finally:
        DATABASES.forget()
        DATABASES.kind = before


def programs() -> Path | None:
    """Where PostgreSQL's programs are; None where it is not installed."""
    found = shutil.which("initdb")
    folders = (
        [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    )
    return next((folder for folder in folders if (folder / "pg_ctl").exists()), None)


@contextmanager
def server() -> Iterator[str | None]:
    """A database of a server; None where there is none."""
    folder = programs()
    if named := os.environ.get("FEEDS_TEST_POSTGRES"):
        yield named
    elif folder is None:
        yield None
    else:
        with cluster(folder) as made:
            yield made.url


class Cluster:
    """A server of the tests' own, in a folder."""

    def __init__(self, programs: Path, place: Path) -> None:
        self.programs = programs
        self.place = place
        self.url = f"postgresql://feeds@/postgres?host={place}"

    def run(self, program: str, *arguments: str) -> None:
        user = {"user": "nobody"} if os.geteuid() == 0 else {}  # the server refuses to run as root
        command = [str(self.programs / program), "-D", str(self.place / "data"), *arguments]
        done = subprocess.run(
            command,
            cwd=self.place,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            **user,
        )
        assert done.returncode == 0, done.stdout

    def make(self) -> None:
        if os.geteuid() == 0:
            shutil.chown(self.place, "nobody")
        self.run("initdb", "-A", "trust", "-U", "feeds", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")

    def start(self) -> None:
        options = f"-k {self.place} {SETTINGS}"
        self.run("pg_ctl", "-w", "-s", "-l", str(self.place / "log"), "-o", options, "start")

    def stop(self) -> None:
        """Ends it at once, as when its machine fails."""
        self.run("pg_ctl", "-w", "-s", "-m", "immediate", "stop")


@contextmanager
def cluster(programs: Path) -> Iterator[Cluster]:
    """A server that runs."""
    place = Path(tempfile.mkdtemp(prefix="feeds-postgres-"))
    made = Cluster(programs, place)
    try:
        made.make()
        made.start()
        try:
            yield made
        finally:
            made.stop()
    finally:
        shutil.rmtree(place, ignore_errors=True)
