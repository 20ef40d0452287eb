"""A server of the tests' own on 127.0.0.1, which answers whatever a test wants, byte for byte."""

from __future__ import annotations

import socket
import ssl
import threading
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Request:
    """What a client asked."""

    method: str
    path: str
    headers: dict[str, str]


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ready(url: str, seconds: float = 30) -> None:
    """Waits until somebody answers 200 there."""
    deadline = time.monotonic() + seconds
    while True:
        with suppress(OSError), urllib.request.urlopen(url, timeout=5) as answer:
            if answer.status == 200:
                return
        assert time.monotonic() < deadline, f"{url} never answered"
        time.sleep(0.05)


Reply = bytes | Iterable[bytes]
Answers = Callable[[Request], Reply]


@dataclass
class Server:
    """Where it listens, and what it was asked."""

    port: int
    scheme: str = "http"
    asked: list[Request] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"


def reply(body: bytes = b"", status: int = 200, /, **headers: str | None) -> bytes:
    """An answer; `content_type="text/html"` is a header, None leaves one out."""
    said: dict[str, str | None] = {"content_length": str(len(body)), "connection": "close", **headers}
    lines = [f"HTTP/1.1 {status} Said"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in said.items() if value is not None]
    return "\r\n".join([*lines, "", ""]).encode() + body


@contextmanager
def serving(answers: Answers, tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server that gives what `answers` makes of each request, a connection for each."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = Server(listener.getsockname()[1], "https" if tls else "http")
    threading.Thread(target=_accept, args=(listener, answers, server, tls), daemon=True).start()
    try:
        yield server
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)  # wakes who waits in accept
        listener.close()


def _accept(listener: socket.socket, answers: Answers, server: Server, tls: ssl.SSLContext | None) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=_answer, args=(connection, answers, server, tls), daemon=True).start()


def _answer(connection: socket.socket, answers: Answers, server: Server, tls: ssl.SSLContext | None) -> None:
    try:
        connection.settimeout(10)
        stream = tls.wrap_socket(connection, server_side=True) if tls else connection
        with stream:
            request = _read(stream)
            if request is None:
                return
            server.asked.append(request)
            said = answers(request)
            for piece in [said] if isinstance(said, bytes) else said:
                stream.sendall(piece)
    except OSError:
        connection.close()


def _read(connection: socket.socket) -> Request | None:
    head = b""
    while b"\r\n\r\n" not in head:
        piece = connection.recv(65536)
        if not piece or piece[:1] == b"\x16":  # that is how TLS begins
            return None
        head += piece
    first, *lines = head.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ", 2)
    fields = (line.split(":", 1) for line in lines)
    return Request(method, path, {name.lower(): value.strip() for name, value in fields})
