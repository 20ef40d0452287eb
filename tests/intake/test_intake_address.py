"""Addresses: canonical ones, and those made from file names."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.intake.address import canonical, filled, fixed, resource, stem


@pytest.mark.parametrize(
    ("given_", "wanted"),
    [
        ("https://news.example/a/1", "https://news.example/a/1"),
        ("HTTPS://News.Example:443/a?b=1#top", "https://news.example/a?b=1"),
        ("http://news.example:8080/a", "http://news.example:8080/a"),
        ("https://news.example/a?utm_source=x&id=5&fbclid=y", "https://news.example/a?id=5"),
        (
            "https://news.example/новости/1",
            "https://news.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1",
        ),
        ("https://пример.испытание/", "https://xn--e1afmkfd.xn--80akhbyknj4f/"),
        ("https://user:secret@news.example/a", "https://news.example/a"),
        ("  https://news.example/a b\n", "https://news.example/a%20b"),
        ("//news.example/a", "https://news.example/a"),
    ],
)
def test_canonical_addresses(given_: str, wanted: str) -> None:
    assert canonical(given_) == wanted


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "#top",
            "news",
            "/a/b",
            "mailto:a@b.example",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://",
        ),
        *(
            "https:///a",
            "http://[::1",
            "http://a:99999/",
            "file:///etc/passwd",
            "https://a b.example/",
            "\ud800",
        ),
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert canonical(text) is None


def test_relative_addresses_need_a_base() -> None:
    assert canonical("../2?x=1#y", "https://news.example/a/1/") == "https://news.example/a/2?x=1"
    assert resource("#comments", "https://news.example/a") is None
    assert resource("/a#comments", "https://news.example/b") == "https://news.example/a#comments"


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("a/b/page.html", "page"),
        ("page.html.gz", "page"),
        ("page", "page"),
        ("a.b.txt", "a.b"),
        (".hidden", ".hidden"),
        ("c:\\pages\\page.txt", "page"),
        ("статья.txt", "статья"),
    ],
)
def test_stems(file: str, name: str) -> None:
    assert stem(file) == name


def test_templates_are_filled_and_escaped() -> None:
    assert filled("https://news.example/p/{stem}", "x/два слова?.txt") == (
        "https://news.example/p/%D0%B4%D0%B2%D0%B0%20%D1%81%D0%BB%D0%BE%D0%B2%D0%B0%3F"
    )
    assert filled("https://news.example/p/{stem}", "bad\udcffname.txt") is not None
    assert filled("https://news.example/p/{stem}", None) is None
    assert filled("https://news.example/p", None) == "https://news.example/p"
    assert filled(None, "a.txt") is None


HOSTS = st.sampled_from(["news.example", "WWW.News.example", "пример.испытание", "a.example:8080", "[::1]"])


@given(HOSTS, st.text(max_size=30), st.text(max_size=20))
def test_canonical_is_final_ascii_and_absolute(host: str, path: str, query: str) -> None:
    found = canonical(f"https://{host}/{path}?{query}")
    if found is not None:
        assert canonical(found) == found
        assert found.isascii()
        parts = urlsplit(found)
        assert parts.scheme == "https"
        assert parts.hostname
        assert not parts.fragment


@given(st.text(max_size=60), st.none() | st.just("https://news.example/a/"))
def test_nothing_makes_it_raise(text: str, base: str | None) -> None:
    found = resource(text, base)
    assert found is None or found.startswith(("http://", "https://"))


FACTS = {"id": "a/7", "slug": "мост", "year": "2026", "month": "11", "day": "23"}


@pytest.mark.parametrize(
    ("template", "wanted"),
    [
        ("https://x.example/{stem}", "https://x.example/dump"),
        ("https://x.example/{id}", "https://x.example/a%2F7"),
        (
            "https://x.example/{year}/{month}/{day}/{slug}/",
            "https://x.example/2026/11/23/%D0%BC%D0%BE%D1%81%D1%82/",
        ),
        ("https://x.example/{other}", "https://x.example/{other}"),
        ("https://x.example/", "https://x.example/"),
        (None, None),
    ],
)
def test_templates_are_filled_with_what_is_known(template: str | None, wanted: str | None) -> None:
    assert filled(template, "a/dump.txt", FACTS) == wanted


def test_a_template_that_names_what_nobody_knows_gives_no_address() -> None:
    assert filled("https://x.example/{id}", "dump.txt") is None
    assert filled("https://x.example/{stem}", None, FACTS) is None


def test_what_a_template_says_of_every_address() -> None:
    assert fixed("https://x.example/news/{year}/{slug}") == "https://x.example/news/"
    assert fixed("https://x.example/news/n-{id}") == "https://x.example/news/"
    assert fixed(None) is None
