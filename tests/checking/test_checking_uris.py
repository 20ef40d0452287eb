"""Addresses are judged as RFC 3986, 3987, 4151 and 8141 have them."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.checking import uris, values

GOOD = """
    https://zarya.example/ http://zarya.example https://zarya.example:8443/a?b=c#d ftp://zarya.example/a.mp3
    https://заря.example/новости?раздел=город https://user@zarya.example/ http://[2001:db8::1]:80/a
    HTTPS://ZARYA.EXAMPLE/%D0%B0 https://zarya.example?q https://zarya.example/a//b/../c;d=1,2!$&'()*+
    tag:zarya.example,2026:4021 tag:desk@zarya.example,2026-11-23:a/b?c#d tag:zarya.example,2026-11:
    urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6 urn:isbn:0451450523 URN:example:a%2Fb/c urn:ietf:rfc:8141
    mailto:desk@zarya.example news:comp.lang.python data:text/plain,x tel:+74951234567
""".split()

BAD = [
    "", "zarya.example", "/2026/11", "//zarya.example/a", "https:/zarya.example", "https://", "https:///a",
    "https:zarya.example", "https://zarya.example/a b", "https://zarya.example/{id}", "https://zarya.example/a|b",
    "https://zarya.example/<a>", "https://zarya.example/\n", "https://za[rya.example/", "https://zarya.example:port/",
    "http://[2001:db8::1", "https://zarya.example/a[1]", "tag:zarya.example:4021", "tag:zarya.example,26:4021",
    "tag:zarya.example,2026-1:a", "tag:zarya.example,2026-11-23-01:a", "tag:,2026:a", "tag:a,b,2026:c",
    "tag:zarya.example,2026:a[b]", "tag:zarya.example,2026", "urn:a:b", "urn:-a:b", "urn:a.b:c", "urn:a/b:c",
    "urn:isbn:", "urn:isbn:а", "urn:uuid:123", "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bfg", "mailto:",
]  # fmt: skip


@pytest.mark.parametrize("text", GOOD)
def test_addresses(text: str) -> None:
    assert uris.absolute(text) is None
    assert uris.reference(text) is None


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_address(text: str) -> None:
    assert uris.absolute(text)


@pytest.mark.parametrize("text", ["", "a", "../b?c", "#d", "//zarya.example/a", "/новости"])
def test_relative_references(text: str) -> None:
    assert uris.reference(text) is None


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("http://zarya.example", "http://zarya.example/"),
        ("HTTP://Zarya.Example:80/A", "http://zarya.example/A"),
        ("https://zarya.example:443/%7ea/%d0%b0", "https://zarya.example/~a/%D0%B0"),
        ("https://zarya.example:8443/a/./b/../c", "https://zarya.example:8443/a/c"),
        ("https://zarya.example/a?", "https://zarya.example/a?"),
        ("https://zarya.example/..", "https://zarya.example/"),
        ("https://zarya.example/a/..", "https://zarya.example/"),
        ("http://:@zarya.example/", "http://zarya.example/"),
        ("http://[2001:DB8::1]/", "http://[2001:db8::1]/"),
        ("Tag:zarya.example,2026:a", "tag:zarya.example,2026:a"),
        ("urn:isbn:0451450523", "urn:isbn:0451450523"),
        ("/a", None),
        ("http://a b/", None),
    ],
)
def test_canonical_form(text: str, form: str | None) -> None:
    assert uris.canonical(text) == form


SEGMENTS = st.lists(st.sampled_from(["a", "b", ".", "..", ""]), max_size=6).map("/".join)


@given(SEGMENTS)
def test_dots_are_taken_out_as_a_browser_does(path: str) -> None:
    address = f"http://zarya.example/{path}"
    form = uris.canonical(address)
    assert form is not None
    assert uris.canonical(form) == form
    if "//" not in f"/{path}":
        assert urlsplit(form).path == urlsplit(urljoin("http://zarya.example/", f"/{path}")).path


@given(st.text(max_size=60))
def test_any_text_gets_an_answer(text: str) -> None:
    uris.absolute(text)
    uris.canonical(text)
    assert (uris.web(text) is None) <= (uris.absolute(text) is None)


PIECES = st.lists(
    st.sampled_from([*"aZ9/.?#:@%&=;~[] \n", "..", "%2e", "%D0", "%d0", "мост", ":443"]), max_size=8
)
HOSTS = st.sampled_from(
    ["zarya.example", "ZARYA.example", "a.b:80", "a.b.", "a", "", "u@a.b", "xn--80a.example"]
)


@given(st.sampled_from(["https", "HTTP", "http", "ftp"]), HOSTS, PIECES.map("".join))
def test_a_plain_address_is_found_to_be_what_a_closer_look_says(scheme: str, host: str, rest: str) -> None:
    address = f"{scheme}://{host}/{rest}"
    plain = uris.PLAIN.fullmatch(address)
    closer = _unaided(address)
    if plain:
        assert closer == (address, None)
        parts = urlsplit(address)
        assert (parts.scheme, parts.netloc, parts.path) == (plain["scheme"], plain["host"], plain["path"])
        assert plain["site"] == f"{parts.scheme}://{parts.netloc}"
    assert closer == (uris.canonical(address), values.absolute_url(address))


def _unaided(address: str) -> tuple[str | None, str | None]:
    """What is said of an address without the short cut."""
    uris.canonical.cache_clear()
    with pytest.MonkeyPatch.context() as patched:
        for module in (uris, values):
            patched.setattr(module, "PLAIN", re.compile(r"(?!)"))
        found = uris.canonical(address), values.absolute_url(address)
    uris.canonical.cache_clear()
    return found


def test_schemes() -> None:
    assert uris.unregistered("https://zarya.example/") is None
    assert uris.unregistered("zarya") is None
    assert uris.unregistered("zarya:4021") == "has a scheme that is not registered: zarya:"
    assert uris.plain("https://zarya.example/%D0%B0") is None
    assert uris.plain("https://zarya.example/а") is not None
