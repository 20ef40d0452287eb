"""Forms of values, held against the standard library's readers of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from feeds.syndication import forms

ZONES = st.integers(-14 * 3600, 14 * 3600).map(lambda seconds: timezone(timedelta(seconds=seconds)))
MOMENTS = st.datetimes(datetime(1900, 1, 2), datetime(2200, 1, 1), timezones=ZONES)
HOME = "https://vestnik.example/"


@given(MOMENTS)
def test_rfc822_names_the_instant_and_its_weekday(moment: datetime) -> None:
    written = forms.rfc822(moment)
    read = parsedate_to_datetime(written)
    assert read == moment.replace(microsecond=0)
    assert written.startswith(f"{read:%a}, ")


@given(MOMENTS)
def test_rfc3339_names_the_instant(moment: datetime) -> None:
    whole = moment.replace(microsecond=0)
    assert datetime.fromisoformat(forms.rfc3339(moment)) == whole
    assert datetime.fromisoformat(forms.rfc3339_utc(moment)) == whole
    assert forms.rfc3339_utc(moment).endswith("Z")


def test_offsets_are_kept() -> None:
    moment = datetime(2026, 11, 3, 9, 5, 7, 999999, timezone(timedelta(hours=-9, minutes=-30)))
    assert forms.rfc822(moment) == "Tue, 03 Nov 2026 09:05:07 -0930"
    assert forms.rfc3339(moment) == "2026-11-03T09:05:07-09:30"
    assert forms.rfc3339_utc(moment) == "2026-11-03T18:35:07Z"
    assert forms.rfc822(moment.astimezone(UTC)) == "Tue, 03 Nov 2026 18:35:07 +0000"


def test_an_offset_with_seconds_becomes_utc() -> None:
    moment = datetime(1910, 1, 1, 12, 0, 0, tzinfo=timezone(timedelta(hours=2, minutes=30, seconds=17)))
    assert forms.rfc822(moment) == "Sat, 01 Jan 1910 09:29:43 +0000"
    assert forms.rfc3339(moment) == "1910-01-01T09:29:43+00:00"


@given(st.text())
def test_what_is_legal_can_be_written_and_comes_back(text: str) -> None:
    element = etree.Element("a")
    element.text = forms.legal(text)
    assert (etree.fromstring(etree.tostring(element, encoding="UTF-8")).text or "") == forms.legal(text)


def test_only_the_illegal_is_left_out() -> None:
    kept = "\t\n\r Ёж «ёлка» 🏳️‍🌈 שלום \u200f\u00ad\u200b\u0085𐍈"
    assert forms.legal(kept + "\x00\x1b\ud83d\uffff") == kept


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://vestnik.example/a?b=c&d=%20#e", "https://vestnik.example/a?b=c&d=%20#e"),
        (
            "https://vestnik.example/путь к/ё",
            "https://vestnik.example/%D0%BF%D1%83%D1%82%D1%8C%20%D0%BA/%D1%91",
        ),
        ("https://вестник.рф:8080/a", "https://xn--b1agjinxh.xn--p1ai:8080/a"),
        (" https://vestnik.example/a\x00\n", "https://vestnik.example/a"),
        ('https://vestnik.example/"<a>', "https://vestnik.example/%22%3Ca%3E"),
        ("https://[ё/", "https://%5B%D1%91/"),
        ("https://[::1]:80/[a]?[b]", "https://[::1]:80/%5Ba%5D?%5Bb%5D"),
        ("https://vestnik.example/100%", "https://vestnik.example/100%25"),
        ("https://vestnik.example/a#b#c", "https://vestnik.example/a#b%23c"),
    ],
)
def test_addresses_are_made_uris(address: str, written: str) -> None:
    assert forms.uri(address) == written


@given(st.text())
def test_a_uri_is_ascii_and_says_the_same(path: str) -> None:
    written = forms.uri(f"https://vestnik.example/{path}")
    assert written.isascii()
    assert forms.uri(written) == written


@pytest.mark.parametrize(
    "identity",
    ["https://vestnik.example/1", "urn:uuid:6f1c", "tag:vestnik.example,2020:1", "vestnik.example:article:7"],
)
def test_an_iri_stays_the_id(identity: str) -> None:
    assert forms.permanent_id(identity, HOME) == identity


@pytest.mark.parametrize("identity", ["100501", "a b", "12:30", "ё", "x<y>", "C:\\a", "a%b", "a#b", "\x00"])
def test_other_ids_become_tags_that_hold_them(identity: str) -> None:
    written = forms.permanent_id(identity, HOME)
    start = "tag:vestnik.example,2026:"
    assert written.startswith(start)
    assert written.isascii()
    assert urlsplit(written).fragment == ""
    assert unquote(written.removeprefix(start)) == forms.legal(identity)


def test_ids_of_two_outlets_differ() -> None:
    assert forms.permanent_id("1", HOME) != forms.permanent_id("1", "https://other.example/")
    assert forms.permanent_id("1", "https://вестник.рф/") == "tag:xn--b1agjinxh.xn--p1ai,2026:1"


@pytest.mark.parametrize(
    ("address", "stated", "known"),
    [
        ("https://vestnik.example/a.JPG?w=1.png", None, "image/jpeg"),
        ("https://vestnik.example/a.jpg", "image/webp", "image/webp"),
        ("https://vestnik.example/video.mp4#t=3", None, "video/mp4"),
        ("https://vestnik.example/a", None, None),
        ("https://vestnik.example/a.png", "picture", "image/png"),
        ("https://vestnik.example/v1.2/a", None, None),
    ],
)
def test_media_types(address: str, stated: str | None, known: str | None) -> None:
    assert forms.media_type(address, stated) == known


def test_an_unknown_media_type_may_have_a_default() -> None:
    assert forms.media_type("https://vestnik.example/a", default="image/jpeg") == "image/jpeg"


@given(st.floats(-180, 180))
def test_degrees_are_plain_decimals(number: float) -> None:
    written = forms.degrees(number)
    assert abs(float(written) - number) < 1e-6
    assert "e" not in written


@pytest.mark.parametrize(
    ("stated", "known"),
    [
        ("ru", "ru"),
        ("en_GB", "en-GB"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("русский", None),
        ("", None),
        (None, None),
    ],
)
def test_languages(stated: str | None, known: str | None) -> None:
    assert forms.language_tag(stated) == known
