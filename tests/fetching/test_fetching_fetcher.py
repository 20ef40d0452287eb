"""Fetching: bounded, guarded, redirects and failures as values."""

from __future__ import annotations

import gzip
import itertools
import ssl
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from servers import Request, reply, serving

from feeds.fetching import Bounds, Fetcher, guard
from feeds.fetching.content import taken
from feeds.fetching.guard import Guard

CERTIFICATE = Path(__file__).parent / "news.example.pem"


def local(**bounds: float) -> Fetcher:
    """One that may speak to this machine, by whatever name."""
    everywhere = Guard(allow_private=True, lookup=lambda host, port: ["127.0.0.1"])
    return Fetcher(everywhere, Bounds(**bounds))  # type: ignore[arg-type]


def test_an_answer_with_what_came() -> None:
    with (
        serving(lambda r: reply(b"<rss/>", ETag='"a"', content_type="application/rss+xml")) as server,
        local() as fetcher,
    ):
        fetched = fetcher.get(server.url("/feed.xml"))
    assert fetched.failure is None
    answer = fetched.answer
    assert answer
    assert (answer.status, answer.body, answer.wire, answer.cut) == (200, b"<rss/>", 6, False)
    assert answer.headers.get("etag") == '"a"'
    assert 0 < answer.first_byte <= answer.total
    asked = server.asked[0]
    assert (asked.method, asked.path) == ("GET", "/feed.xml")
    assert asked.headers["accept-encoding"] == "gzip"
    assert asked.headers["user-agent"].startswith("feeds/")


def test_the_host_is_named_and_not_its_address() -> None:
    with serving(lambda r: reply()) as server, local() as fetcher:
        fetcher.get(server.url("/", "news.example"))
    assert server.asked[0].headers["host"] == f"news.example:{server.port}"


def test_a_conditional_request_repeats_both_validators_as_they_came() -> None:
    when = "Mon, 23 Nov 2026 09:00:00 GMT"

    def answers(request: Request) -> bytes:
        if "if-none-match" in request.headers:
            return reply(b"", 304, content_length=None)
        return reply(b"x", ETag='W/"a b"', Last_Modified=when)

    with serving(answers) as server, local() as fetcher:
        first = fetcher.get(server.url()).answer
        again = fetcher.get(server.url(), known=first).answer
    assert again
    assert (again.status, again.body) == (304, b"")
    assert server.asked[1].headers["if-none-match"] == 'W/"a b"'
    assert server.asked[1].headers["if-modified-since"] == when


def test_redirects_are_followed_and_told() -> None:
    def answers(request: Request) -> bytes:
        if request.path == "/old":
            return reply(b"", 301, Location="/new?a=1#part")
        if request.path == "/new?a=1":
            return reply(b"", 302, Location="there")
        return reply(b"here")

    with serving(answers) as server, local() as fetcher:
        fetched = fetcher.get(server.url("/old"))
        stayed = fetcher.get(server.url("/old"), follow=False)
    assert [hop.status for hop in fetched.hops] == [301, 302]
    assert fetched.answer
    assert (fetched.answer.body, fetched.url) == (b"here", server.url("/there"))
    assert stayed.answer
    assert (stayed.answer.status, stayed.hops) == (301, ())


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        ("/a", "redirects"),
        ("ftp://files.example/", "address"),
        ("javascript:alert(1)", "address"),
        ("http://[::", "address"),
        ("//", "redirects"),
    ],
)
def test_redirects_that_lead_nowhere(location: str, kind: str) -> None:
    with serving(lambda r: reply(b"", 302, Location=location)) as server, local() as fetcher:
        failure = fetcher.get(server.url("/a")).failure
    assert failure
    assert failure.kind == kind


def test_redirects_without_an_end() -> None:
    numbers = itertools.count()
    with (
        serving(lambda r: reply(b"", 302, Location=f"/{next(numbers)}")) as server,
        local(redirects=3) as fetcher,
    ):
        fetched = fetcher.get(server.url("/a"))
    assert fetched.failure
    assert (fetched.failure.kind, fetched.failure.reason) == ("redirects", "redirects more than 3 times")
    assert len(server.asked) == 4


# ---- the guard


def test_this_machine_is_not_spoken_to() -> None:
    with serving(lambda r: reply()) as server, Fetcher() as fetcher:
        for host in ("127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]"):
            failure = fetcher.get(server.url("/", host)).failure
            assert failure
            assert failure.kind in {"private", "unknown"}
    assert server.asked == []


def test_each_redirect_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """127.0.0.1 stands for a public address here, 127.0.0.2 for a private one."""
    real = guard.inside
    monkeypatch.setattr(guard, "inside", lambda a: None if a == "127.0.0.1" else real(a))
    names = {"public.example": "127.0.0.1", "inner.example": "127.0.0.2"}
    with (
        serving(lambda r: reply(b"", 302, Location=server.url("/secret", "inner.example"))) as server,
        Fetcher(Guard(lookup=lambda host, port: [names[host]])) as fetcher,
    ):
        fetched = fetcher.get(server.url("/a", "public.example"))
    assert fetched.failure
    assert fetched.failure.kind == "private"
    assert fetched.failure.url == server.url("/secret", "inner.example")
    assert [request.path for request in server.asked] == ["/a"]


def test_the_connection_goes_to_the_address_that_was_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that says something else the second time is not asked a second time."""
    real = guard.inside
    monkeypatch.setattr(guard, "inside", lambda a: None if a == "127.0.0.1" else real(a))
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    with (
        serving(lambda r: reply(b"public")) as server,
        Fetcher(Guard(lookup=lambda host, port: next(answers))) as fetcher,
    ):
        first = fetcher.get(server.url("/", "rebinding.example"))
        second = fetcher.get(server.url("/", "rebinding.example"))
    assert first.answer
    assert first.answer.body == b"public"
    assert second.failure
    assert second.failure.kind == "private"


def test_a_login_is_sent_where_it_is_for_and_shown_nowhere() -> None:
    def answers(request: Request) -> bytes:
        host = "other.example" if request.path == "/b" else "news.example"
        target = {"/a": "/b", "/b": "/c"}.get(request.path)
        return reply(b"", 302, Location=server.url(target, host)) if target else reply()

    with serving(answers) as server, local() as fetcher:
        url = server.url("/a", "news.example").replace("//", "//desk:p%40ss@")
        fetched = fetcher.get(url)
    assert [request.headers.get("authorization") for request in server.asked] == [
        "Basic ZGVzazpwQHNz",
        "Basic ZGVzazpwQHNz",
        None,
    ]
    assert not any("p%40ss" in hop.url or "p@ss" in hop.url for hop in fetched.hops)


# ---- bounds


def test_no_more_is_taken_than_wanted() -> None:
    def endless(request: Request) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n\r\n"
        while True:
            yield b"x" * 65536

    with serving(endless) as server, local(largest=100_000) as fetcher:
        answer = fetcher.get(server.url()).answer
    assert answer
    assert (len(answer.body), answer.cut) == (100_000, True)


def test_a_bomb_is_not_unpacked() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    with (
        serving(lambda r: reply(bomb, Content_Encoding="gzip")) as server,
        local(largest=1_000_000) as fetcher,
    ):
        answer = fetcher.get(server.url()).answer
    assert answer
    assert (len(answer.body), answer.cut) == (1_000_000, True)
    assert answer.wire < 100_000


def test_a_span_is_asked_for_and_no_more_taken() -> None:
    with serving(lambda r: reply(b"0123456789")) as server, local() as fetcher:
        answer = fetcher.get(server.url(), span=(0, 3)).answer
    assert answer
    assert (answer.body, answer.cut) == (b"0123", True)
    assert server.asked[0].headers["range"] == "bytes=0-3"
    assert server.asked[0].headers["accept-encoding"] == "identity"


def test_a_server_that_dribbles_is_left() -> None:
    import time

    def dribbling(request: Request) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nX: "
        for _ in range(100):
            time.sleep(0.05)
            yield b"x"

    with serving(dribbling) as server, local(step=5, whole=0.4) as fetcher:
        failure = fetcher.get(server.url()).failure
    assert failure
    assert failure.kind == "timeout"


# ---- failures


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (b"", "protocol"),
        (b"\0\1\2\3\r\n\r\n", "protocol"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", "broken"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", "broken"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab", "protocol"),
    ],
)
def test_what_is_no_answer(said: bytes, kind: str) -> None:
    with serving(lambda r: said) as server, local() as fetcher:
        failure = fetcher.get(server.url()).failure
    assert failure
    assert failure.kind == kind, failure


@pytest.mark.parametrize(
    "url",
    [
        "",
        "feed.xml",
        "ftp://a.example/",
        "http://",
        "http://[::",
        "http://a:b",
        "file:///etc/passwd",
        "http:///x",
    ],
)
def test_what_is_no_address(url: str) -> None:
    with local() as fetcher:
        failure = fetcher.get(url).failure
    assert failure
    assert failure.kind == "address"


def test_where_nobody_listens() -> None:
    with serving(lambda r: reply()) as server:
        port = server.port
    with local(step=2) as fetcher:
        failure = fetcher.get(f"http://127.0.0.1:{port}/").failure
    assert failure
    assert failure == (f"http://127.0.0.1:{port}/", "refused", "cannot be reached: Connection refused")


def test_certificates() -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(CERTIFICATE)
    trust = ssl.create_default_context(cafile=CERTIFICATE)
    names = Guard(allow_private=True, lookup=lambda host, port: ["127.0.0.1"])
    with serving(lambda r: reply(b"safe"), tls) as server:
        with Fetcher(names, trust=trust) as fetcher:
            trusted = fetcher.get(server.url("/", "news.example"))
            misnamed = fetcher.get(server.url("/", "other.example"))
        with Fetcher(names) as fetcher:
            untrusted = fetcher.get(server.url("/", "news.example"))
        with local() as fetcher:
            plain = fetcher.get(server.url("/", "news.example").replace("https", "http"))
    assert trusted.answer
    assert trusted.answer.body == b"safe"
    assert misnamed.failure
    assert misnamed.failure.kind == "tls"
    assert "other.example" in misnamed.failure.reason
    assert untrusted.failure
    assert untrusted.failure.kind == "tls"
    assert plain.failure
    with serving(lambda r: reply()) as server, local() as fetcher:
        spoken = fetcher.get(server.url().replace("http", "https"))
    assert spoken.failure
    assert spoken.failure.kind == "tls"


# ---- content


@given(st.binary(max_size=2000), st.integers(1, 500), st.integers(1, 2500), st.booleans())
def test_content_comes_through_in_whatever_pieces(
    data: bytes, piece: int, largest: int, packed: bool
) -> None:
    sent = gzip.compress(data[:7]) + gzip.compress(data[7:]) if packed else data
    pieces = [sent[n : n + piece] for n in range(0, len(sent), piece)]
    content = taken(pieces, "gzip" if packed else "", max(largest, len(sent)))
    assert content.body == data[: max(largest, len(sent))]
    assert content.trouble is None
    assert not content.cut
    assert taken(pieces, "gzip" if packed else "identity", largest).body == data[:largest] or packed


def test_content_that_is_not_what_it_says() -> None:
    assert "cannot be unpacked" in (taken([b"<rss/>"], "gzip", 100).trouble or "")
    assert "breaks off" in (taken([gzip.compress(b"x" * 99)[:-3]], "gzip", 100).trouble or "")
    assert "not asked for" in (taken([zlib.compress(b"x")], "br", 100).trouble or "")
