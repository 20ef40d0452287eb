"""Fetches a document as aggregators do, and what else tells how it is served."""

from __future__ import annotations

from typing import Protocol
from urllib.parse import urljoin, urlsplit

from feeds.checking.serving.observed import OK, Serving
from feeds.fetching import Answer, Fetched

PLAIN_PORTS = frozenset({None, 80})


class Getting(Protocol):
    """What sends requests: `feeds.fetching.Fetcher` does."""

    def get(
        self, url: str, *, follow: bool = True, known: Answer | None = None, packed: bool = True
    ) -> Fetched:
        """What lies at an address."""


def polled(getting: Getting, url: str) -> Serving:
    """How a document is served: it is asked for up to three times, its host's robots.txt once.

    Nothing is asked of other hosts than those to which the address leads.
    """
    first = getting.get(url)
    answer = first.answer
    if answer is None or answer.status != OK:
        return Serving(url=url, answer=answer, failure=first.failure, hops=first.hops)
    here = answer.url
    again = getting.get(here, known=answer, follow=False).answer if _validated(answer) else None
    changed = again is not None and again.status == OK and again.body != answer.body
    plain = None
    if changed or answer.headers.get("content-encoding"):
        plain = getting.get(here, packed=False, follow=False).answer
    return Serving(
        url=url,
        answer=answer,
        hops=first.hops,
        again=again,
        plain=plain,
        robots=getting.get(urljoin(here, "/robots.txt")).answer,
        secure=_secure(getting, here),
    )


def fetched(getting: Getting, url: str) -> Serving:
    """A document with no more than one request."""
    first = getting.get(url)
    return Serving(url=url, answer=first.answer, failure=first.failure, hops=first.hops)


def _validated(answer: Answer) -> bool:
    return bool(answer.headers.get("etag") or answer.headers.get("last-modified"))


def _secure(getting: Getting, url: str) -> Answer | None:
    """What https gives where an address is a plain http one."""
    parts = urlsplit(url)
    if parts.scheme != "http" or parts.port not in PLAIN_PORTS:
        return None
    return getting.get(
        parts._replace(scheme="https", netloc=parts.hostname or "").geturl(), follow=False
    ).answer
