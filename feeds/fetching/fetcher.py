"""Fetches what lies at an address: one request after the other, bounded, redirects as values."""

from __future__ import annotations

import base64
import re
import time
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from feeds import __version__
from feeds.fetching.answer import Answer, Failure, Fetched, Headers
from feeds.fetching.content import taken
from feeds.fetching.failures import told
from feeds.fetching.guard import Guard, HostError, PrivateHostError

if TYPE_CHECKING:
    import ssl

    import httpx2

    from feeds.fetching.transport import GuardedTransport

Origin = tuple[str, str | None, int | None]

AGENT = f"feeds/{__version__} (checks feeds for their publishers)"

FEEDS = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
"""What feed readers say that they take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How much a request may take: seconds for each step and for all, bytes, redirects."""

    step: float = 10.0
    whole: float = 60.0
    largest: int = 64 * 1024 * 1024
    redirects: int = 10


class Fetcher:
    """Sends GET requests. Threads may share it; connections are kept until it is closed.

    Nothing is sent but to the address asked for and, where redirects are followed, to those that they name.
    No cookies are kept, no proxies of the environment are used. A login in an address is sent to its origin,
    now and later, and nowhere else.
    """

    def __init__(
        self,
        guard: Guard | None = None,
        bounds: Bounds | None = None,
        *,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self.bounds = bounds or Bounds()
        self._guard = guard or Guard()
        self._trust = trust
        self._logins: dict[Origin, str] = {}
        self._transport: GuardedTransport | None = None

    def get(
        self,
        url: str,
        *,
        follow: bool = True,
        known: Answer | None = None,
        span: tuple[int, int] | None = None,
        packed: bool = True,
        accept: str = FEEDS,
    ) -> Fetched:
        """What lies at an address.

        With `known` the request is conditional: a server that honours its validators answers 304. `span`
        asks for bytes from the first to the last of the two, which count from 0; a server that does not
        know how to gives more, and no more is taken. Gzip is offered where `packed`, and unpacked.
        """
        offered = "gzip" if packed and span is None else "identity"
        headers = {"user-agent": AGENT, "accept": accept, "accept-encoding": offered}
        headers |= _conditions(known) if known else {}
        largest = self.bounds.largest
        if span:
            headers["range"] = f"bytes={span[0]}-{span[1]}"
            largest = span[1] - span[0] + 1
        self._logins |= _login(url)
        return self._followed(url, _Wish(headers, largest), self.bounds.redirects * follow)

    def _followed(self, url: str, wish: _Wish, most: int) -> Fetched:
        """The answer behind at most so many redirects."""
        hops: list[Answer] = []
        while True:
            result = self._sent(url, wish)
            if isinstance(result, Failure):
                return Fetched(failure=result, hops=tuple(hops))
            if not most or not result.redirects:
                return Fetched(result, hops=tuple(hops))
            hops.append(result)
            url = _joined(result.url, result.headers.all("location")[0])
            circle = url in {hop.url for hop in hops}
            if circle or len(hops) > most:
                said = "redirects in circles" if circle else f"redirects more than {most} times"
                return Fetched(failure=Failure(hops[0].url, "redirects", said), hops=tuple(hops))

    def close(self) -> None:
        """Closes all connections."""
        if self._transport is not None:
            self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # ---- one request

    @property
    def transport(self) -> GuardedTransport:
        """What speaks HTTP; made when it is first needed. Other clients of httpx2 may use it too."""
        if self._transport is None:
            from feeds.fetching.transport import GuardedTransport

            self._transport = GuardedTransport(self._guard, self._trust)
        return self._transport

    def _sent(self, url: str, wish: _Wish) -> Answer | Failure:
        import httpx2

        login = self._logins.get(_origin(url))
        request = _request(url, wish.headers | ({"authorization": login} if login else {}), self.bounds.step)
        if isinstance(request, Failure):
            return request
        bare = str(request.url)
        self.transport.deadline.within(self.bounds.whole)
        try:
            return self._received(request, bare, wish.largest)
        except HostError as error:
            return Failure(bare, "private" if isinstance(error, PrivateHostError) else "unknown", str(error))
        except httpx2.TransportError as error:
            return Failure(bare, *told(error, self.bounds.step, self.bounds.whole))

    def _received(self, request: httpx2.Request, url: str, largest: int) -> Answer:
        begun = time.monotonic()
        response = self.transport.handle_request(request)
        first_byte = time.monotonic() - begun
        try:
            headers = Headers(
                (name.decode("latin-1"), value.decode("utf-8", "replace"))
                for name, value in response.headers.raw
            )
            content = taken(response.iter_raw(), headers.get("content-encoding") or "", largest)
        finally:
            response.close()
        return Answer(
            url=url,
            status=response.status_code,
            headers=headers,
            body=content.body,
            wire=content.wire,
            cut=content.cut,
            trouble=content.trouble,
            first_byte=first_byte,
            total=time.monotonic() - begun,
        )


def _login(url: str) -> dict[Origin, str]:
    """The login that an address holds, by its origin."""
    parts = _split(url)
    if parts is None or parts.username is None:
        return {}
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return {_origin(url): f"Basic {base64.b64encode(pair.encode()).decode()}"}


def _origin(url: str) -> Origin:
    parts = _split(url)
    return (parts.scheme.lower(), parts.hostname, parts.port) if parts else ("", None, None)


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  (raises where it is no port)
    except ValueError:
        return None
    return parts


class _Wish(NamedTuple):
    """What is asked of every address on the way."""

    headers: dict[str, str]
    largest: int


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        return location


def _conditions(known: Answer) -> dict[str, str]:
    """What makes a request conditional on what is known of an earlier answer: both validators, as they came."""
    pairs = (("if-none-match", "etag"), ("if-modified-since", "last-modified"))
    return {name: value for name, field in pairs if (value := known.headers.get(field))}


def _request(url: str, headers: dict[str, str], step: float) -> httpx2.Request | Failure:
    """A request for an address; the address without the login that it may hold."""
    import httpx2

    try:
        parsed = httpx2.URL(url).copy_with(username=None, password=None, fragment=None)
        if parsed.scheme not in {"http", "https"} or not parsed.host:
            return Failure(_without_login(url), "address", "is no http or https address")
        timeouts = {"timeout": httpx2.Timeout(step).as_dict()}
        return httpx2.Request("GET", parsed, headers=headers, extensions=timeouts)
    except (httpx2.InvalidURL, ValueError) as error:
        return Failure(_without_login(url), "address", f"is no address: {error}")


def _without_login(url: str) -> str:
    return re.sub(r"//[^/?#]*@", "//", url, count=1)
