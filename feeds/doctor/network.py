"""What is told and asked over the network: hubs, search engines, our own port; each within seconds."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from feeds.doctor.remark import Remark
from feeds.fetching import Bounds, Fetched, Fetcher
from feeds.publication import Configuration
from feeds.publish.lock import holder

BOUNDS = Bounds(step=5.0, whole=8.0, largest=64 * 1024, redirects=3)

SKEW = 60.0
"""Seconds by which clocks may differ."""


def hubs(configuration: Configuration) -> Iterator[Remark]:
    """Whether those who are to be told of news can be reached, and whether their clocks go like ours."""
    places = [(f"hub {urlsplit(hub).netloc}", hub) for hub in configuration.hubs]
    if configuration.indexnow is not None:
        endpoint = configuration.indexnow.endpoint
        places.append((f"search engine {urlsplit(endpoint).netloc}", endpoint))
    if not places:
        return
    with Fetcher(bounds=BOUNDS) as fetcher, ThreadPoolExecutor(len(places)) as threads:
        answers = list(threads.map(fetcher.get, [address for _, address in places]))
    now = datetime.now(UTC)
    for (about, address), fetched in zip(places, answers, strict=True):
        yield _hub(about, address, fetched)
    yield from _clocks(answers, now)


def _hub(about: str, address: str, fetched: Fetched) -> Remark:
    if fetched.answer is None:
        failure = fetched.failure
        said = f"{address} {failure.reason}" if failure else f"{address} does not answer"
        hint = "Check the address, the firewall, and whether it needs a proxy; announcements wait and are tried again."
        return Remark(about=about, state="error", said=said, hint=hint)
    status = fetched.answer.status
    if status >= 500:
        hint = "It is for its operator to mend; announcements wait and are tried again."
        return Remark(about=about, state="warning", said=f"it answers {status}", hint=hint)
    return Remark(about=about, said="it can be reached")


def _clocks(answers: list[Fetched], now: datetime) -> Iterator[Remark]:
    """How our clock goes beside those of others; the one that differs least tells."""
    skews = []
    for fetched in answers:
        said = fetched.answer.headers.get("date") if fetched.answer else None
        try:
            skews.append((now - parsedate_to_datetime(said or "")).total_seconds())
        except (ValueError, TypeError):
            continue
    least = min(skews, key=abs, default=0.0)
    if abs(least) > SKEW:
        said = f"it is {abs(least):.0f} s {'ahead of' if least > 0 else 'behind'} others'"
        hint = "Set it (timedatectl set-ntp true): embargoes, windows and webhooks' signatures depend on it."
        yield Remark(about="clock", state="error", said=said, hint=hint)


def port(configuration: Configuration, host: str, number: int) -> Remark:
    """Whether feeds serve could listen on a port, or does so already."""
    about = f"port {number}"
    if holder(configuration) is not None and _listens(host, number):
        return Remark(about=about, said="a publisher runs, and somebody listens there")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, number))
        except OSError as error:
            hint = "Stop the other program, or name another port: feeds serve --port 8081"
            said = f"{host}:{number} cannot be listened on: {error.strerror}"
            return Remark(about=about, state="warning", said=said, hint=hint)
    return Remark(about=about, said="it is free for feeds serve")


def _listens(host: str, number: int) -> bool:
    try:
        with socket.create_connection((host, number), timeout=2):
            return True
    except OSError:
        return False
