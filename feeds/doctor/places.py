"""Where feeds are published to and what is known of them: output, archive, disk."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from feeds.archive import claim, editions, holds, states
from feeds.archive.archive import Archive, engine_of, masked
from feeds.archive.editions import Edition
from feeds.archive.inbox import inbox_url
from feeds.archive.schema import SCHEME, about
from feeds.build.plan import plans
from feeds.doctor.remark import Remark, ago, size
from feeds.errors import FeedsError, PublishError
from feeds.publication import Configuration
from feeds.publish.bucket import Bucket
from feeds.publish.lock import holder
from feeds.publish.output import Output
from feeds.publish.outputs import output_of

SPARE = 1024**3
"""Bytes that a disk should have free."""


def output(configuration: Configuration) -> Iterator[Remark]:
    """The place that is published into."""
    yield from _bucket(configuration) if configuration.remote else _directory(configuration)


def _bucket(configuration: Configuration) -> Iterator[Remark]:
    """An object store; an object that is gone a moment later tells whether it can be written."""
    try:
        bucket = output_of(configuration)
        assert isinstance(bucket, Bucket)
        bucket.probe()
    except FeedsError as error:
        yield Remark(about="output", state="error", said=error.args[0], hint=error.hint)
        return
    yield Remark(about="output", said=f"{configuration.output} can be written{_busy(configuration)}")


def _busy(configuration: Configuration) -> str:
    process = holder(configuration)
    return f"; process {process} publishes into it" if process else ""


def _directory(configuration: Configuration) -> Iterator[Remark]:
    root = Path(configuration.output)
    place = _existing(root)
    if root.exists() and not root.is_dir():
        hint = "Remove it, or name another directory under output:."
        yield Remark(about="output", state="error", said=f"{root} is a file", hint=hint)
        return
    for folder in dict.fromkeys((_existing(root.parent), place)):
        if trouble := _unwritable(folder):
            hint = "Let the user that runs feeds write there: editions are made beside output and renamed into it."
            yield Remark(about="output", state="error", said=f"{folder}: {trouble}", hint=hint)
            return
    if place == root and root.stat().st_dev != root.parent.stat().st_dev:
        hint = "Mount the folder above it instead: editions are made beside output and renamed into it."
        yield Remark(about="output", state="error", said=f"{root} is a file system of its own", hint=hint)
        return
    can = "can be written" if place == root else "will be made"
    yield Remark(about="output", said=f"{root} {can}{_busy(configuration)}")


def _existing(path: Path) -> Path:
    """The path, or the nearest folder above it that is there."""
    return next(p for p in (path.absolute(), *path.absolute().parents) if p.exists())


def _unwritable(folder: Path) -> str | None:
    """Why no file can be made in a folder; in an output of ours none is, its permissions are looked at."""
    if not os.access(folder, os.W_OK | os.X_OK):
        return "may not be written"
    try:
        with tempfile.TemporaryFile(dir=folder) as probe:  # never has a name where the system can do so
            probe.write(b"feeds")
            probe.flush()
    except OSError as error:
        return error.strerror or str(error)
    return None


def archive(configuration: Configuration, now: datetime) -> Iterator[Remark]:
    """Whether the archive is whole, and how it stands to what is out."""
    url = make_url(configuration.archive)
    if url.get_backend_name() == "sqlite":
        file = Path(url.database or "")
        if not file.exists():
            yield from _absent(file)
            return
        yield from _whole("archive", file)
        inbox = Path(make_url(inbox_url(configuration.archive)).database or "")
        if inbox.exists():
            yield from _whole("inbox", inbox)
    try:
        store = Archive(engine_of(configuration.archive))
        try:
            if url.get_backend_name() != "sqlite":
                yield _answering(store)
            yield from _known(store, configuration, now)
        finally:
            store.close()
    except (FeedsError, SQLAlchemyError) as error:
        hint = "A copy of the archive, or none: feeds build makes a new one from the sources."
        if url.get_backend_name() != "sqlite" and isinstance(error, FeedsError):
            hint = error.hint or hint
        yield Remark(about="archive", state="error", said=str(error).splitlines()[0], hint=hint)


def _answering(store: Archive) -> Remark:
    """Whether a database on a server answers, and how far away it is."""
    begun = time.perf_counter()
    with store.transaction() as connection:
        connection.execute(select(1))
        took = (time.perf_counter() - begun) * 1000
        who = claim.whose(connection)
    by = f"; {who} publishes with it" if who else ""
    return Remark(about="archive", said=f"{masked(store.url)} answers in {took:.0f} ms{by}")


def _absent(file: Path) -> Iterator[Remark]:
    folder = _existing(file.parent)
    if trouble := _unwritable(folder):
        hint = "Let the user that runs feeds write there."
        yield Remark(about="archive", state="error", said=f"{folder}: {trouble}", hint=hint)
    else:
        yield Remark(about="archive", said=f"{file} is not there yet; the first build makes it")


def _whole(about: str, file: Path) -> Iterator[Remark]:
    """Whether a SQLite database is whole and can be written."""
    hint = (
        "Stop feeds, put a copy in its place, or move it away: feeds build makes a new one from the sources."
    )
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, timeout=5)) as connection:
            told = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        told = str(error)
    if told != "ok":
        yield Remark(about=about, state="error", said=f"{file} is damaged: {told}", hint=hint)
    elif not os.access(file, os.W_OK) or _unwritable(file.parent):
        wants = (
            "Let the user that runs feeds write the file and its folder: SQLite keeps its journal beside it."
        )
        yield Remark(about=about, state="error", said=f"{file} may not be written", hint=wants)
    else:
        yield Remark(about=about, said=f"{file} is whole, {size(file.stat().st_size)}")


def _known(store: Archive, configuration: Configuration, now: datetime) -> Iterator[Remark]:
    with store.transaction() as connection:
        row = connection.execute(select(about.c.value).where(about.c.key == "scheme")).first()
        scheme = int(row.value) if row else SCHEME
        if scheme != SCHEME:
            older = scheme < SCHEME
            said = f"it was made by {'an older' if older else 'a newer'} version (scheme {scheme}, ours is {SCHEME})"
            hint = "The next build brings it up." if older else "Update feeds, or name another archive."
            yield Remark(about="archive", state="warning" if older else "error", said=said, hint=hint)
            return
        known, held = states.states(connection), holds.held(connection)
        output = output_of(configuration)
        built = max((state.now for state in known.values()), default=None)
        if built and built > now.timestamp() + 60:
            hint = "Set the clock (timedatectl set-ntp true), or build with --now."
            yield Remark(about="clock", state="error", said="the last build was in the future", hint=hint)
        elif built:
            yield Remark(
                about="clock", said=f"{now:%Y-%m-%d %H:%M:%S} UTC, the last build was {ago(built, now)}"
            )
        for plan in plans(configuration):
            documents = editions.documents(connection, plan.path).values()
            state = known.get(plan.path)
            yield _feed(
                plan.path,
                held[plan.path].told if plan.path in held else state.message if state else None,
                _changed(output, documents),
                built=state is not None,
                stories=sum(d.count for d in documents),
            )


def _changed(output: Output, documents: Iterable[Edition]) -> list[str]:
    """The documents that are not as they were left; none where the output does not tell, which is said of it."""
    try:
        return [d.document for d in documents if output.mark(d.document) != (d.size, d.modified)]
    except PublishError:
        return []


def _feed(path: str, held: str | None, changed: list[str], *, built: bool, stories: int) -> Remark:
    name = f"feed {path}"
    if not built:
        return Remark(about=name, state="warning", said="it was never built", hint="feeds build")
    if held:
        hint = f"feeds why ID tells more; feeds log {path} shows its editions."
        return Remark(about=name, state="warning", said=f"held: {held}", hint=hint)
    if changed:
        said = f"{', '.join(changed[:3])}{' ...' if len(changed) > 3 else ''} was changed by somebody else, or is gone"
        return Remark(about=name, state="warning", said=said, hint="feeds build makes it anew.")
    return Remark(about=name, said=f"out, {stories} {'story' if stories == 1 else 'stories'}")


def disk(configuration: Configuration) -> Iterator[Remark]:
    """Whether there is room for what is out once more, and for what is to come."""
    places = (
        {"work": Path(configuration.work)} if configuration.remote else {"output": Path(configuration.output)}
    )
    url = make_url(configuration.archive)
    if url.get_backend_name() == "sqlite" and url.database:
        places["archive"] = Path(url.database)
    seen: set[int] = set()
    for name, path in places.items():
        place = _existing(path)
        if place.stat().st_dev in seen:
            continue
        seen.add(place.stat().st_dev)
        yield _room(f"disk of {name}", place, _taken(path))


def _room(about: str, place: Path, taken: int) -> Remark:
    usage, inodes = shutil.disk_usage(place), os.statvfs(place)
    said = f"{size(usage.free)} free of {size(usage.total)}"
    hint = "Make room: each edition is written beside the old one before it takes its place."
    if usage.free < 2 * taken or (inodes.f_files and inodes.f_favail < 100):
        return Remark(about=about, state="error", said=said, hint=hint)
    if usage.free < SPARE:
        return Remark(about=about, state="warning", said=said, hint=hint)
    return Remark(about=about, said=said)


def _taken(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file())
