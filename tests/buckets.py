"""An object store of the tests' own on 127.0.0.1: it speaks as much of S3 as publishing needs, and fails on demand."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

import pytest

KEY, SECRET = "AKIAWHOPUBLISHES", "the-secret-that-nobody-is-told"

Failure = int | str | None
"""A status to answer with, "cut" to drop the connection, None to do what is asked."""


class Object(NamedTuple):
    """What is stored under a key, and the headers that it is handed out with."""

    content: bytes
    headers: dict[str, str]
    moment: datetime

    @property
    def tag(self) -> str:
        return f'"{hashlib.md5(self.content).hexdigest()}"'


@dataclass
class Store:
    """One bucket: its objects, what it was asked, and when it fails."""

    bucket: str = "news"
    port: int = 0
    page: int = 1000
    objects: dict[str, Object] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    fails: Callable[[str, str], Failure] = lambda _method, _key: None

    def count(self, method: str) -> int:
        return sum(1 for said, _ in self.asked if said == method)

    def names(self, method: str) -> list[str]:
        """The keys that were asked for by a method, in order."""
        return [key for said, key in self.asked if said == method]

    def documents(self, prefix: str = "feeds/") -> dict[str, bytes]:
        """What is there, by path below a prefix."""
        return {
            k.removeprefix(prefix): o.content for k, o in sorted(self.objects.items()) if k.startswith(prefix)
        }

    def environment(self) -> dict[str, str]:
        """What a program needs to find it."""
        return {
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET,
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.port}",
            "AWS_REGION": "ru-central1",
        }


class Handler(BaseHTTPRequestHandler):
    """Answers what is asked of a self.store."""

    store: Store
    protocol_version = "HTTP/1.1"

    def log_message(self, *_arguments: object) -> None:
        pass

    def _work(self) -> None:
        split = urlsplit(self.path)
        bucket, _, key = unquote(split.path).lstrip("/").partition("/")
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        self.store.asked.append((self.command, key))
        failure = self.store.fails(self.command, key)
        if failure == "cut":
            self.close_connection = True
            self.connection.close()
        elif isinstance(failure, int):
            self._refuse(failure, "AccessDenied" if failure == 403 else "InternalError")
        elif f"Credential={KEY}/" not in self.headers.get("authorization", ""):
            self._refuse(403, "InvalidAccessKeyId")
        elif bucket != self.store.bucket:
            self._refuse(404, "NoSuchBucket")
        elif not key:
            self._list(parse_qs(split.query))
        else:
            self._object(key, body)

    do_GET = do_HEAD = do_PUT = do_DELETE = _work  # noqa: N815

    def _object(self, key: str, body: bytes) -> None:
        there = self.store.objects.get(key)
        if self.command == "PUT":
            kept = ("content-type", "cache-control", "content-encoding")
            headers = {
                n.lower(): v
                for n, v in self.headers.items()
                if n.lower() in kept or n.lower().startswith("x-amz-meta-")
            }
            self.store.objects[key] = made = Object(body, headers, datetime.now(UTC))
            self._say(200, b"", {"etag": made.tag})
        elif self.command == "DELETE":
            self.store.objects.pop(key, None)
            self._say(204, b"", {})
        elif there is None:
            self._refuse(404, "NoSuchKey")
        else:
            changed = format_datetime(there.moment, usegmt=True)
            self._say(200, there.content, {**there.headers, "etag": there.tag, "last-modified": changed})

    def _list(self, query: dict[str, list[str]]) -> None:
        prefix = query.get("prefix", [""])[0]
        after = query.get("continuation-token", [""])[0]
        keys = [key for key in sorted(self.store.objects) if key.startswith(prefix) and key > after]
        size = min(self.store.page, int(query.get("max-keys", ["1000"])[0]))
        some = keys[:size]
        more = (
            f"<NextContinuationToken>{escape(some[-1])}</NextContinuationToken>" if len(keys) > size else ""
        )
        entries = "".join(
            f"<Contents><Key>{escape(key)}</Key><Size>{len(self.store.objects[key].content)}</Size>"
            f"<LastModified>{self.store.objects[key].moment:%Y-%m-%dT%H:%M:%S.000Z}</LastModified>"
            f"<ETag>{escape(self.store.objects[key].tag)}</ETag></Contents>"
            for key in some
        )
        told = f"<IsTruncated>{str(bool(more)).lower()}</IsTruncated>{more}{entries}"
        self._say(
            200,
            f"<ListBucketResult>{told}</ListBucketResult>".encode(),
            {"content-type": "application/xml"},
        )

    def _refuse(self, status: int, code: str) -> None:
        said = f"<Error><Code>{code}</Code><AWSAccessKeyId>{KEY}</AWSAccessKeyId></Error>"
        self._say(status, said.encode(), {"content-type": "application/xml"})

    def _say(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("content-length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class Listening(ThreadingHTTPServer):
    """A server to whom it is no fault when a client is gone before its answer."""

    def handle_error(self, *_arguments: object) -> None:
        pass


@contextmanager
def storing() -> Iterator[Store]:
    """A store that runs."""
    store = Store()
    with Listening(("127.0.0.1", 0), type("Bound", (Handler,), {"store": store})) as server:
        store.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield store
        server.shutdown()


@contextmanager
def reachable(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store that this process finds by its environment, and by nothing else of this machine's."""
    for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_DEFAULT_REGION", "AWS_ENDPOINT_URL_S3"):
        monkeypatch.delenv(name, raising=False)
    for name, value in store.environment().items():
        monkeypatch.setenv(name, value)
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, "/dev/null")
    yield store
