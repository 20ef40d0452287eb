"""A server of pictures: ranges, validators and failures as a test wants them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from servers import Request, Server, reply, serving


@dataclass
class Photographs:
    """Files by path; `ranges` whether ranges are known, `validators` whether ETags are given."""

    files: dict[str, bytes] = field(default_factory=dict)
    ranges: bool = True
    validators: bool = True
    status: Callable[[Request], int | None] = lambda request: None
    server: Server | None = None

    def url(self, path: str) -> str:
        """Where a file is."""
        assert self.server
        return self.server.url(path)

    @property
    def asked(self) -> list[Request]:
        """What was asked for."""
        assert self.server
        return self.server.asked

    def __call__(self, request: Request) -> bytes:
        """The answer to a request."""
        refused = self.status(request)
        data = self.files.get(request.path)
        if refused or data is None:
            return reply(b"no", refused or 404)
        tag = f'"{hashlib.sha1(data).hexdigest()}"'
        headers = {"ETag": tag} if self.validators else {}
        if self.validators and request.headers.get("if-none-match") == tag:
            return reply(b"", 304, content_length=None, **headers)
        match = re.fullmatch(r"bytes=(\d+)-(\d+)", request.headers.get("range", ""))
        if not match or not self.ranges:
            return reply(data, **headers)
        first, last = int(match[1]), min(int(match[2]), len(data) - 1)
        if first >= len(data):
            return reply(b"", 416, content_range=f"bytes */{len(data)}")
        said = f"bytes {first}-{last}/{len(data)}"
        return reply(data[first : last + 1], 206, content_range=said, **headers)


@contextmanager
def photographs(files: dict[str, bytes] | None = None, **how: bool) -> Iterator[Photographs]:
    """A server of pictures that runs."""
    shown = Photographs(dict(files or {}), **how)
    with serving(shown) as server:
        shown.server = server
        yield shown
