"""One output has one publisher at a time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from feeds.errors import PublishError


@contextmanager
def alone(output: Path) -> Iterator[None]:
    """Makes sure that nobody else publishes into the same output.

    Raises:
        PublishError: somebody does, or nobody can.
    """
    lock: IO[str]
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        lock = lock_file(output).open("a+", encoding="ascii")
    except OSError as error:
        raise PublishError(f"cannot lock {output}: {error.strerror}") from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.seek(0)
            who = lock.read(32).strip()
            hint = "Stop the other feeds serve or feeds build, or name another output."
            by = f" (process {who})" if who else ""
            raise PublishError(f"somebody else publishes into {output}{by}", hint=hint) from None
        _sign(lock)
        yield


def holder(output: Path) -> int | None:
    """The process that publishes into an output now; None where none does, 0 where it is not known which."""
    try:
        with lock_file(output).open("r", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        pass
    except OSError:
        return None
    else:
        return None
    try:
        return int(lock_file(output).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0


def lock_file(output: Path) -> Path:
    """The file whose lock a publisher holds; it names the process."""
    return output.parent / f".{output.name}.lock"


def _sign(lock: IO[str]) -> None:
    lock.seek(0)
    lock.truncate()
    lock.write(f"{os.getpid()}\n")
    lock.flush()
