"""One output has one publisher at a time.

The lock of a directory is a file beside it. An object store has no locks that a killed program lets
go of: there it is the archive that has one publisher, for it says what is out. An archive on a server
has one publisher too, whatever machines it runs on.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from feeds.archive.archive import file_of
from feeds.archive.claim import Claim, claimed
from feeds.errors import PublishError, TakenError
from feeds.publication import Configuration


def aside(configuration: Configuration) -> Path:
    """How the paths begin of what a publisher has on this machine for itself: its lock, its spool."""
    if not configuration.remote:
        output = Path(configuration.output)
        return output.parent / f".{output.name}"
    archive = file_of(configuration.archive)
    return archive.parent / f".{archive.stem}" if archive else Path(configuration.work) / ".publisher"


@contextmanager
def alone(configuration: Configuration) -> Iterator[Claim]:
    """Makes sure that nobody else publishes into the same output, or with the same archive on a server.

    Raises:
        PublishError: somebody does, or nobody can.
    """
    lock: IO[str]
    output, file = configuration.output, lock_file(configuration)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        lock = file.open("a+", encoding="ascii")
    except OSError as error:
        raise PublishError(f"cannot lock {output} ({file}): {error.strerror}") from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.seek(0)
            who = lock.read(32).strip()
            hint = "Stop the other feeds serve or feeds build, or name another output."
            by = f" (process {who})" if who else ""
            raise TakenError(f"somebody else publishes into {output}{by}", hint=hint) from None
        _sign(lock)
        _held.append(lock)
        try:
            with claimed(configuration.archive) as claim:
                yield claim
        finally:
            _held.remove(lock)


_held: list[IO[str]] = []


def _let_go() -> None:
    """A process that was forked holds no lock: it would outlive a publisher that is killed."""
    while _held:
        _held.pop().close()


os.register_at_fork(after_in_child=_let_go)


def holder(configuration: Configuration) -> int | None:
    """The process that publishes into an output now; None where none does, 0 where it is not known which."""
    try:
        with lock_file(configuration).open("r", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        pass
    except OSError:
        return None
    else:
        return None
    try:
        return int(lock_file(configuration).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0


def lock_file(configuration: Configuration) -> Path:
    """The file whose lock a publisher holds; it names the process."""
    return Path(f"{aside(configuration)}.lock")


def _sign(lock: IO[str]) -> None:
    lock.seek(0)
    lock.truncate()
    lock.write(f"{os.getpid()}\n")
    lock.flush()
