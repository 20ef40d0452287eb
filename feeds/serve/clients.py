"""Who asks, behind the proxies that we trust; how much they may ask; and who may look behind the scenes."""

from __future__ import annotations

import hmac
import ipaddress
import time
from collections import OrderedDict
from collections.abc import Sequence

from feeds.serve.documents import Scope

MOST_CLIENTS = 20_000
"""Clients whose allowance is remembered."""

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def networks(stated: Sequence[str]) -> tuple[Network, ...]:
    """The networks that a configuration names; what is none is left out."""
    found: list[Network] = []
    for text in stated:
        try:
            found.append(ipaddress.ip_network(text, strict=False))
        except ValueError:
            continue
    return tuple(found)


def header(scope: Scope, name: bytes) -> str | None:
    """A header of a request, its repetitions joined."""
    values = [value.decode("latin-1") for key, value in scope["headers"] if key == name]
    return ", ".join(values) if values else None


class Clients:
    """Tells clients apart."""

    def __init__(self, proxies: Sequence[str], requests_per_minute: int, token: str | None) -> None:
        self.proxies = networks(proxies)
        self.rate = requests_per_minute / 60
        self.burst = float(requests_per_minute)
        self.token = token
        self._allowances: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def address(self, scope: Scope) -> str:
        """The address that a request comes from: beyond loopback and trusted proxies, what these say."""
        peer = str((scope.get("client") or ("",))[0])
        forwarded = header(scope, b"x-forwarded-for")
        if not forwarded or not self._trusted(peer):
            return peer
        hops = [hop.strip() for hop in forwarded.split(",") if hop.strip()]
        return next((hop for hop in reversed(hops) if not self._trusted(hop)), hops[0] if hops else peer)

    def _trusted(self, address: str) -> bool:
        parsed = _parsed(address)
        return parsed is not None and (parsed.is_loopback or any(parsed in known for known in self.proxies))

    def is_local(self, scope: Scope) -> bool:
        """Whether a request comes from this machine itself, no proxy between."""
        parsed = _parsed(self.address(scope))
        return parsed is not None and parsed.is_loopback

    def may_look(self, scope: Scope) -> bool:
        """Whether a request may see what is not for everybody: it is local, or has the token."""
        if self.token:
            stated = header(scope, b"authorization") or ""
            if hmac.compare_digest(stated.encode(), f"Bearer {self.token}".encode()):
                return True
        return self.is_local(scope)

    def must_wait(self, scope: Scope, now: float | None = None) -> int:
        """Seconds after which a client may ask again; 0 where it may ask now."""
        address = self.address(scope)
        if self._trusted(address):
            return 0
        moment = time.monotonic() if now is None else now
        left, before = self._allowances.pop(address, (self.burst, moment))
        left = min(self.burst, left + (moment - before) * self.rate)
        granted = left >= 1
        self._allowances[address] = (left - granted, moment)
        if len(self._allowances) > MOST_CLIENTS:
            self._allowances.popitem(last=False)
        return 0 if granted else max(1, round((1 - left) / self.rate))


def _parsed(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(address.strip("[]"))
    except ValueError:
        return None
