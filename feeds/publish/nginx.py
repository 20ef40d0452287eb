"""What nginx has to be told to serve output/ as `feeds serve` would: a text to include in a server block. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urljoin, urlsplit

from feeds.publication import Configuration
from feeds.publish.served import Served, caching

FIRST = """\
# Made by: feeds nginx. Include it in the server block of {host}.
# It serves {root} as it is: editions are replaced in one step, so nothing has to be reloaded.
"""

BEHIND = """
# Webhooks and status pages come from feeds serve; leave this out where it does not run.
location {prefix}-/ {{
    proxy_pass {upstream}/-/;
    proxy_http_version 1.1;
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_buffering off;
    client_max_body_size 11m;
}}
"""


def snippet(
    configuration: Configuration,
    feeds: Sequence[Served],
    *,
    upstream: str | None = None,
    brotli: bool = False,
) -> str:
    """The locations of every feed, of former ones, and, with an `upstream`, of what is behind `/-/`."""
    base = urlsplit(configuration.base_url)
    root = configuration.output.rstrip("/")
    parts = [FIRST.format(host=base.hostname, root=root + "/")]
    parts += [_feed(configuration, feed, brotli=brotli) for feed in feeds]
    parts += [_moved(configuration, old, new) for old, new in configuration.moved.items()]
    parts += [f"location = {_quoted(base.path + old)} {{ return 410; }}\n" for old in configuration.retired]
    if upstream:
        parts.append(BEHIND.format(prefix=base.path, upstream=upstream.rstrip("/")))
    return "".join(parts)


def _feed(configuration: Configuration, feed: Served, *, brotli: bool) -> str:
    prefix = urlsplit(configuration.base_url).path
    lines = list(_lines(configuration, feed, brotli=brotli))
    made = _location(
        f"= {_quoted(prefix + feed.path)}", f"{configuration.output.rstrip('/')}/{feed.path}", lines
    )
    if feed.parted:
        pattern = f"^{re.escape(prefix)}({feed.parts})$"
        made += _location(f"~ {_quoted(pattern)}", f"{configuration.output.rstrip('/')}/$1", lines)
    return made


def _location(where: str, file: str, lines: Sequence[str]) -> str:
    body = "".join(f"    {line}\n" for line in (f"alias {_quoted(file)};", *lines))
    return f"location {where} {{\n{body}}}\n"


def _lines(configuration: Configuration, feed: Served, *, brotli: bool) -> Iterator[str]:
    url = urljoin(configuration.base_url, feed.path)
    links = [f'<{url}>; rel="self"', *(f'<{hub}>; rel="hub"' for hub in configuration.hubs)]
    yield "types { }"
    yield f'default_type "{feed.content_type}";'
    yield "gzip_static on;"
    if brotli:
        yield "brotli_static on;"
    yield f'add_header Cache-Control "{caching(feed.max_age)}";'
    yield "add_header Vary Accept-Encoding;"
    yield "add_header X-Content-Type-Options nosniff;"
    yield 'add_header Access-Control-Allow-Origin "*";'
    if not feed.parted:
        yield f"add_header Link '{', '.join(links)}';"


def _moved(configuration: Configuration, old: str, new: str) -> str:
    prefix = urlsplit(configuration.base_url).path
    address = urljoin(configuration.base_url, new)
    return f"location = {_quoted(prefix + old)} {{ return 301 {_quoted(address)}; }}\n"


def _quoted(value: str) -> str:
    """A value as nginx reads it, whatever characters it has."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
