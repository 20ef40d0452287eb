"""Which network addresses may be spoken to, and how a host's name becomes one of them."""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable, Collection, Iterator

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
IPNetwork = ipaddress.IPv4Network | ipaddress.IPv6Network
Lookup = Callable[[str, int], list[str]]

_METADATA = frozenset(
    ipaddress.ip_address(address)
    for address in ("169.254.169.254", "168.63.129.16", "100.100.100.200", "fd00:ec2::254")
)
"""Where clouds tell machines their secrets; not all of these are private by the book."""

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv4 in IPv6, as gateways translate it."""


_SPECIAL = tuple(map(ipaddress.ip_network, ("192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48")))
"""Set apart for protocols; older libraries take these for public."""


class HostError(Exception):
    """A host that cannot be, or may not be, spoken to."""


class UnknownHostError(HostError):
    """No name server knows it."""


class PrivateHostError(HostError):
    """It lies in a network that is not public."""


def inside(address: str) -> str | None:
    """What kind of network an IP address lies in that is not public; None where it is public."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "no network at all"
    return next(filter(None, map(_inside, _meanings(parsed))), None)


def _meanings(address: IPAddress) -> Iterator[IPAddress]:
    """The address, and those that are wrapped up in it."""
    if isinstance(address, ipaddress.IPv4Address) or address not in _TRANSLATED:
        yield address
    if isinstance(address, ipaddress.IPv6Address):
        yield from filter(None, (address.ipv4_mapped, address.sixtofour, *(address.teredo or ())))
        if address in _TRANSLATED or int(address) >> 32 == 0:
            yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)


def _inside(address: IPAddress) -> str | None:
    if address in _METADATA:
        return "a cloud's metadata service"
    special = any(address in network for network in _SPECIAL)
    for kind, yes in (
        ("this very machine", address.is_loopback or address.is_unspecified),
        ("a single wire (link-local)", address.is_link_local),
        ("a multicast group", address.is_multicast),
        ("a private network", address.is_private),
        ("a reserved range", special or not address.is_global or address.is_reserved),
    ):
        if yes:
            return kind
    return None


def looked_up(host: str, port: int) -> list[str]:
    """The IP addresses of a host, as the system knows them.

    Raises:
        OSError: it knows none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def network_of(name: str) -> IPNetwork | None:
    """The network that a text names, or the one address; None where it is another name."""
    try:
        return ipaddress.ip_network(name, strict=False)
    except ValueError:
        return None


def _within(network: IPNetwork, known: IPNetwork) -> bool:
    if isinstance(network, ipaddress.IPv4Network):
        return isinstance(known, ipaddress.IPv4Network) and network.subnet_of(known)
    return isinstance(known, ipaddress.IPv6Network) and network.subnet_of(known)


class Guard:
    """Resolves hosts to addresses that may be spoken to.

    `allowed` names hosts and networks, as in `10.0.0.0/8`, that may be spoken to although they are not public.
    """

    def __init__(
        self, *, allow_private: bool = False, allowed: Collection[str] = (), lookup: Lookup = looked_up
    ) -> None:
        self._allow_private = allow_private
        self._networks = [network for name in allowed if (network := network_of(name))]
        self._hosts = {name.lower().rstrip(".") for name in allowed if network_of(name) is None}
        self._lookup = lookup

    def addresses(self, host: str, port: int, timeout: float) -> list[str]:
        """The IP addresses of a host that may be spoken to, at least one.

        Raises:
            UnknownHostError: it has none, or nobody said so within `timeout` seconds.
            PrivateHostError: it has none that is public.
        """
        found = self._resolved(host, port, timeout)
        every = self._allow_private or host.lower().rstrip(".") in self._hosts
        public = found if every else [address for address in found if self._may(address)]
        if not public:
            raise PrivateHostError(f"leads to {found[0]}, in {inside(found[0])}")
        return public

    def _may(self, address: str) -> bool:
        if inside(address) is None:
            return True
        network = network_of(address.partition("%")[0])
        return network is not None and any(_within(network, known) for known in self._networks)

    def _resolved(self, host: str, port: int, timeout: float) -> list[str]:
        """What the name server says; the system's call knows no timeout, so it waits in a thread of its own."""
        box: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()

        def ask() -> None:
            try:
                box.put(self._lookup(host, port))
            except (OSError, UnicodeError) as error:
                box.put(error)

        threading.Thread(target=ask, name=f"resolve {host}", daemon=True).start()
        try:
            found = box.get(timeout=timeout)
        except queue.Empty:
            raise UnknownHostError(f"has a host that no name server told of within {timeout:.0f} s") from None
        if isinstance(found, Exception) or not found:
            raise UnknownHostError("has a host that no name server knows")
        return found
