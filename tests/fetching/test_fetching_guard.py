"""Which addresses may be spoken to."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.fetching.guard import Guard, PrivateHostError, UnknownHostError, inside

PRIVATE = """
127.0.0.1 127.9.9.9 0.0.0.0 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.1.1 169.254.169.254
168.63.129.16 100.64.0.1 100.100.100.200 192.0.0.8 192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1
239.255.255.255 240.0.0.1 255.255.255.255
:: ::1 fe80::1 fe80::1%eth0 fc00::1 fd00:ec2::254 ff02::1 2001:db8::1
::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 2002:7f00:1::
2002:a9fe:a9fe::1 2001:0:4136:e378:8000:63bf:3fff:fdd2
""".split()
PUBLIC = "1.1.1.1 8.8.8.8 77.88.8.8 172.32.0.1 192.167.255.255 2606:4700::1111 2a02:6b8::feed:ff 64:ff9b::808:808".split()


@pytest.mark.parametrize("address", PRIVATE)
def test_these_are_not_public(address: str) -> None:
    assert inside(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_these_are_public(address: str) -> None:
    assert inside(address) is None


@given(st.ip_addresses())
def test_nothing_local_passes_however_it_is_wrapped(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if address.is_private or address.is_multicast or address.is_link_local:
        assert inside(str(address))
    if isinstance(address, ipaddress.IPv4Address) and inside(str(address)):
        assert inside(f"::ffff:{address}")
        assert inside(str(ipaddress.ip_address((0x2002 << 112) | (int(address) << 80))))


def test_what_is_no_address_is_not_public() -> None:
    assert inside("localhost")


def found(*addresses: str, allow_private: bool = False) -> list[str]:
    guard = Guard(allow_private=allow_private, lookup=lambda host, port: list(addresses))
    return guard.addresses("news.example", 443, 5)


def test_private_addresses_of_a_host_are_passed_over() -> None:
    assert found("10.0.0.1", "1.1.1.1", "::1") == ["1.1.1.1"]


def test_a_host_with_none_but_private_addresses_is_refused() -> None:
    with pytest.raises(PrivateHostError, match=r"10\.0\.0\.1, in a private network"):
        found("10.0.0.1", "::1")
    assert found("10.0.0.1", "::1", allow_private=True) == ["10.0.0.1", "::1"]


@pytest.mark.parametrize(
    ("allowed", "there"),
    [
        (["10.0.0.0/8"], ["10.0.0.1", "1.1.1.1"]),
        (["10.0.0.1"], ["10.0.0.1", "1.1.1.1"]),
        (["::1"], ["1.1.1.1", "::1"]),
        (["NEWS.example."], ["10.0.0.1", "1.1.1.1", "::1"]),
        (["example", "other.news.example", "192.168.0.0/16", "fe80::/10"], ["1.1.1.1"]),
    ],
)
def test_hosts_and_networks_that_may_be_spoken_to(allowed: list[str], there: list[str]) -> None:
    guard = Guard(allowed=allowed, lookup=lambda host, port: ["10.0.0.1", "1.1.1.1", "::1"])
    assert guard.addresses("news.example", 443, 5) == there


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "localhost", "0"])
def test_odd_spellings_of_this_machine_are_refused(host: str) -> None:
    with pytest.raises((PrivateHostError, UnknownHostError)):
        Guard().addresses(host, 80, 5)


def test_a_host_that_nobody_knows() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    with pytest.raises(UnknownHostError):
        Guard(lookup=unknown).addresses("news.example", 443, 5)
    with pytest.raises(UnknownHostError):
        Guard(lookup=lambda host, port: []).addresses("news.example", 443, 5)


def test_a_name_server_that_is_silent_does_not_hold_us_up() -> None:
    import threading

    forever = threading.Event()

    def silent(host: str, port: int) -> list[str]:
        forever.wait(30)
        return []

    try:
        with pytest.raises(UnknownHostError, match="within 0 s"):
            Guard(lookup=silent).addresses("news.example", 443, 0.05)
    finally:
        forever.set()
