"""How httpx2 reaches hosts: by the address that the guard looked up and allowed, and no other, within a time.

The connection is made to the very address that was judged, so a name that is answered otherwise a moment
later leads nowhere else; TLS still checks the certificate against the name.
"""

from __future__ import annotations

import contextlib
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore2
import httpx2

from feeds.fetching.guard import Guard

TRIED = 3
"""Addresses of one host that are tried, one after the other."""


class Deadline(threading.local):
    """Until when the request of this thread must be done, by the clock that only goes forward."""

    at: float = float("inf")

    def within(self, seconds: float) -> None:
        """Starts a request that may take so long."""
        self.at = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """The seconds that one step may take.

        Raises:
            ReadTimeout: there is no time left.
        """
        left = self.at - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("the time for the whole answer is up")
        return left if timeout is None else min(left, timeout)


class _Stream(httpcore2.NetworkStream):
    """A connection whose every step ends by the deadline."""

    def __init__(self, inner: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Stream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Network(httpcore2.NetworkBackend):
    """Opens connections to what the guard allows."""

    def __init__(self, guard: Guard, deadline: Deadline) -> None:
        self._guard = guard
        self._deadline = deadline
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        addresses = self._guard.addresses(host, port, self._deadline.left(timeout))[:TRIED]
        for address in addresses:
            try:
                inner = self._sockets.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if address == addresses[-1]:
                    raise
            else:
                return _Stream(inner, self._deadline)
        raise httpcore2.ConnectError("the host has no address")


class _Body(httpx2.SyncByteStream):
    def __init__(self, inner: Iterable[bytes]) -> None:
        self._inner = inner

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx():
            yield from self._inner

    def close(self) -> None:
        if hasattr(self._inner, "close"):
            self._inner.close()


class GuardedTransport(httpx2.BaseTransport):
    """A transport for any client of httpx2 that must not be led into private networks."""

    def __init__(self, guard: Guard, trust: ssl.SSLContext | None = None) -> None:
        self.deadline = Deadline()
        self._pool = httpcore2.ConnectionPool(
            ssl_context=trust or httpx2.create_ssl_context(),
            network_backend=_Network(guard, self.deadline),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Sends a request; the answer's body is still to be read.

        Raises:
            HostError: the host may not be spoken to, or nobody knows it.
            TransportError: one of httpx2's, for all else that can go wrong.
        """
        url = request.url
        sent = httpcore2.Request(
            method=request.method,
            url=httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with _as_httpx():
            response = self._pool.handle_request(sent)
        return httpx2.Response(
            response.status,
            headers=response.headers,
            stream=_Body(response.stream),  # type: ignore[arg-type]  # iterable where the pool is synchronous
            extensions=response.extensions,
        )

    def close(self) -> None:
        """Closes all connections."""
        self._pool.close()


@contextlib.contextmanager
def _as_httpx() -> Iterator[None]:
    """The core's exceptions as the client's of the same name."""
    try:
        yield
    except (
        httpcore2.TimeoutException,
        httpcore2.NetworkError,
        httpcore2.ProtocolError,
        httpcore2.UnsupportedProtocol,
    ) as error:
        kind: type[httpx2.TransportError] = getattr(httpx2, type(error).__name__)
        raise kind(str(error)) from error
