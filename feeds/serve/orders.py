"""What the command line asks for: left with the publisher that runs, or done at once where none does."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import uuid4

import msgspec

from feeds.archive import articles, claim, history, holds, inbox, polls, states
from feeds.archive.archive import Archive, open_archive
from feeds.archive.holds import Hold
from feeds.archive.inbox import OWN, Message, open_inbox
from feeds.archive.ledger import Trace, ledger
from feeds.article import Article
from feeds.errors import FeedsError, PublishError
from feeds.publication import Configuration
from feeds.publish.lock import alone, holder
from feeds.publish.outputs import output_of
from feeds.serve.messages import Kind
from feeds.serve.publisher import Publisher

PATIENCE = 30.0
"""Seconds that a publisher that runs has to do what it is asked for."""


class Standing(NamedTuple):
    """How a story stands: its record, and where it was and is."""

    article: Article
    traces: list[Trace]


def withdraw(configuration: Configuration, stories: Sequence[str], reason: str) -> None:
    """Takes stories, given by ids or addresses, out of every feed.

    Raises:
        FeedsError: it could not be done.
    """
    _ask(configuration, "article.withdrawn", [{"id": story, "reason": reason} for story in stories])


def reinstate(configuration: Configuration, stories: Sequence[str]) -> None:
    """Lets withdrawn stories appear again.

    Raises:
        FeedsError: it could not be done.
    """
    _ask(configuration, "article.reinstated", [{"id": story} for story in stories])


def standing(configuration: Configuration, story: str) -> Standing | None:
    """How a story stands; None where nobody knows it."""
    with open_archive(configuration.archive) as archive, archive.transaction() as connection:
        article = articles.find(connection, story)
        if article is None:
            return None
        appearances = history.appearances_of(connection, article.id)
    with open_inbox(configuration.archive) as box, box.transaction() as connection:
        return Standing(article, ledger(appearances, polls.known(connection)))


def roll_back(configuration: Configuration, feed: str, number: int, asked: str) -> None:
    """Publishes a feed's former edition again, and holds the feed there; `asked` says who wanted it.

    Raises:
        FeedsError: it could not be done.
    """
    now = datetime.now(UTC).timestamp()
    with open_archive(configuration.archive) as archive, archive.transaction() as connection:
        holds.enter(connection, Hold(feed, number, now))
    _work(configuration, asked)


def release(configuration: Configuration, feed: str, asked: str) -> bool:
    """Lets a feed that was rolled back go on, and publishes it as it should be now; whether it was held.

    Raises:
        FeedsError: it could not be done.
    """
    with open_archive(configuration.archive) as archive, archive.transaction() as connection:
        if not holds.release(connection, feed):
            return False
        states.released(connection, feed)
    _work(configuration, asked)
    return True


def _work(configuration: Configuration, asked: str) -> None:
    """Has what the archive says published."""
    try:
        with (
            open_inbox(configuration.archive) as box,
            alone(configuration),
            open_archive(configuration.archive) as archive,
        ):
            Publisher(configuration, archive, box, output_of(configuration)).round(asked=asked)
    except PublishError:  # perhaps because feeds serve runs
        _ask(configuration, "rebuild", [])


def _ask(configuration: Configuration, kind: Kind, data: Sequence[dict[str, str]]) -> None:
    """Leaves a message, and sees to it that it is worked on."""
    with open_inbox(configuration.archive) as box:
        name = _leave(box, kind, data)
        try:
            with alone(configuration), open_archive(configuration.archive) as archive:
                Publisher(configuration, archive, box, output_of(configuration)).round()
        except PublishError:
            _call(configuration)
        _await(box, name)


def _leave(box: Archive, kind: Kind, data: Sequence[dict[str, str]]) -> str:
    body = msgspec.json.encode({"type": kind, "data": data})
    now = datetime.now(UTC).timestamp()
    message = Message(
        source=OWN,
        id=uuid4().hex,
        received=now,
        type=kind,
        body=body,
        articles=tuple(one["id"] for one in data),
    )
    with box.transaction() as connection:
        inbox.receive(connection, message)
    return message.id


def _call(configuration: Configuration) -> None:
    """Wakes the publisher that runs; without a call it looks for messages once a minute."""
    claim.call(configuration.archive)
    if process := holder(configuration):
        with contextlib.suppress(OSError):
            os.kill(process, signal.SIGUSR1)


def _await(box: Archive, name: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with box.transaction() as connection:
            message = inbox.find(connection, OWN, name)
        if message is not None and message.state == "done":
            return
        if message is not None and message.state == "failed":
            raise FeedsError(f"the publisher refused: {message.reason}")
        time.sleep(0.05)
    raise FeedsError(
        "the publisher that runs has not done it yet", hint="It is noted and will be done; see /-/status."
    )
