"""Who asks, how much he may ask, and who may look behind the scenes."""

from __future__ import annotations

from typing import Any

import pytest

from feeds.serve.clients import MOST_CLIENTS, Clients


def scope(peer: str, **headers: str) -> dict[str, Any]:
    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return {"client": (peer, 1), "headers": pairs}


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("203.0.113.9", None, "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("127.0.0.1", None, "127.0.0.1"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.5", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.5", "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        ("10.0.0.5", "198.51.100.1, 10.0.0.9", "198.51.100.1"),
        ("10.0.0.5", "10.0.0.9", "10.0.0.9"),
        ("10.0.0.5", "nonsense", "nonsense"),
        ("10.0.0.5", "2001:db8::1", "2001:db8::1"),
        ("::1", "2001:db8::1", "2001:db8::1"),
        ("10.0.0.5", " , ,", "10.0.0.5"),
    ],
)
def test_only_trusted_proxies_are_believed(peer: str, forwarded: str | None, address: str) -> None:
    clients = Clients(["10.0.0.0/8"], 60, None)
    headers = {} if forwarded is None else {"x_forwarded_for": forwarded}
    assert clients.address(scope(peer, **headers)) == address


def test_an_allowance_fills_up_again() -> None:
    clients = Clients([], 60, None)
    far = scope("203.0.113.9")
    assert [clients.must_wait(far, now=0.0) for _ in range(60)] == [0] * 60
    assert clients.must_wait(far, now=0.0) == 1
    assert clients.must_wait(far, now=1.0) == 0
    assert clients.must_wait(far, now=1.0) == 1
    assert clients.must_wait(far, now=1000.0) == 0


def test_this_machine_and_proxies_never_wait() -> None:
    clients = Clients(["10.0.0.5"], 1, None)
    for near in ("127.0.0.1", "::1", "10.0.0.5"):
        assert [clients.must_wait(scope(near), now=0.0) for _ in range(5)] == [0] * 5


def test_what_is_remembered_of_clients_is_bounded() -> None:
    clients = Clients([], 60, None)
    for n in range(MOST_CLIENTS + 100):
        clients.must_wait(scope(f"198.51.{n // 250}.{n % 250}"), now=0.0)
    assert len(clients._allowances) == MOST_CLIENTS


@pytest.mark.parametrize(
    ("peer", "headers", "token", "may"),
    [
        ("127.0.0.1", {}, None, True),
        ("::1", {}, None, True),
        ("127.0.0.1", {"x_forwarded_for": "203.0.113.9"}, None, False),
        ("203.0.113.9", {}, None, False),
        ("203.0.113.9", {"x_forwarded_for": "127.0.0.1"}, None, False),
        ("203.0.113.9", {"authorization": "Bearer secret"}, "secret", True),
        ("203.0.113.9", {"authorization": "Bearer secret"}, None, False),
        ("203.0.113.9", {"authorization": "Bearer other"}, "secret", False),
        ("203.0.113.9", {"authorization": "secret"}, "secret", False),
        ("203.0.113.9", {"authorization": "Bearer "}, "", False),
    ],
)
def test_who_may_look(peer: str, headers: dict[str, str], token: str | None, may: bool) -> None:
    assert Clients(["10.0.0.0/8"], 60, token).may_look(scope(peer, **headers)) is may
