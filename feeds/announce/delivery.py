"""Says what waits in the outbox: over HTTP, each to its hub or search engine, again and again until it is heard."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from sqlalchemy import Connection

from feeds.archive import outbox
from feeds.archive.archive import Archive
from feeds.archive.outbox import Notice
from feeds.publication import IndexNow

if TYPE_CHECKING:
    import httpx2

TIMEOUT = 10.0
"""Seconds that a hub has to answer."""

FIRST_WAIT, LONGEST_WAIT = 5.0, 3600.0
"""Seconds before the second attempt, and between any two at most."""

GIVEN_UP = 3 * 86400.0
"""Seconds after which nobody needs to hear of it any more: subscribers have polled."""

TOGETHER = 500
"""Addresses that a search engine is told of at once (IndexNow takes 10,000)."""

AGENT = "feeds (+https://www.w3.org/TR/websub/)"


class Delivered(NamedTuple):
    """What became of an attempt: of what, whether it was heard, and the problem if not."""

    notices: list[Notice]
    heard: bool
    problem: str | None = None


class Delivery:
    """Says what is due."""

    def __init__(self, box: Archive, index: IndexNow | None, client: httpx2.Client | None = None) -> None:
        self.box = box
        self.index = index
        self._client = client

    @property
    def client(self) -> httpx2.Client:
        """What speaks HTTP; made when it is first needed."""
        if self._client is None:
            import httpx2

            self._client = httpx2.Client(
                timeout=TIMEOUT, follow_redirects=False, headers={"user-agent": AGENT}
            )
        return self._client

    def due(self, now: float) -> list[Delivered]:
        """Says what is due now; what became of each attempt is noted."""
        with self.box.transaction() as connection:
            notices = outbox.due(connection, now, TOGETHER)
        done = [self._said(some) for some in _together(notices)]
        with self.box.transaction() as connection:
            for delivered in done:
                for notice in delivered.notices:
                    self._note(connection, notice, delivered, now)
        return done

    def _note(self, connection: Connection, notice: Notice, delivered: Delivered, now: float) -> None:
        if delivered.heard or now - notice.since > GIVEN_UP:
            outbox.said(connection, notice)
        else:
            outbox.failed(connection, notice, now + pause(notice.attempts), delivered.problem or "")

    def _said(self, notices: list[Notice]) -> Delivered:
        import httpx2

        try:
            response = self._sent(notices)
        except httpx2.HTTPError as error:
            return Delivered(notices, heard=False, problem=f"{type(error).__name__}: {error}")
        if response.is_success:
            return Delivered(notices, heard=True)
        return Delivered(
            notices, heard=False, problem=f"answered {response.status_code}: {response.text[:200]}"
        )

    def _sent(self, notices: list[Notice]) -> httpx2.Response:
        first = notices[0]
        if first.kind == "websub":
            form = {"hub.mode": "publish", "hub.topic": first.about, "hub.url": first.about}
            return self.client.post(first.to, data=form)
        return self.client.post(first.to, json=self._index([notice.about for notice in notices]))

    def _index(self, urls: Sequence[str]) -> dict[str, object]:
        key = os.environ.get(self.index.key_env, "") if self.index and self.index.key_env else ""
        said: dict[str, object] = {
            "host": urlsplit(urls[0]).hostname,
            "key": key or (self.index.key if self.index else ""),
            "urlList": list(urls),
        }
        if self.index and self.index.key_location:
            said["keyLocation"] = self.index.key_location
        return said

    def close(self) -> None:
        """Lets go of connections."""
        if self._client is not None:
            self._client.close()


def _together(notices: Sequence[Notice]) -> Iterator[list[Notice]]:
    """What is said at once: hubs hear of one feed at a time, search engines of many addresses."""
    indexed: dict[tuple[str, str | None], list[Notice]] = {}
    for notice in notices:
        if notice.kind == "websub":
            yield [notice]
        else:
            indexed.setdefault((notice.to, urlsplit(notice.about).hostname), []).append(notice)
    yield from indexed.values()


def pause(attempts: int) -> float:
    """Seconds until the next attempt: twice as long each time, and not the same for all."""
    longest: float = min(FIRST_WAIT * 2.0 ** min(attempts, 20), LONGEST_WAIT)
    return longest * random.uniform(0.75, 1.25)  # noqa: S311  (nobody gains by guessing it)
