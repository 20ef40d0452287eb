"""Forms of values, against other programs that read them and against their specifications."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime, parsedate_to_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.checking import dates, email, values
from feeds.checking.body import style
from feeds.checking.content import Content
from feeds.checking.demands import spaces
from feeds.checking.namespaces import NAMESPACES

MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)).map(lambda d: d.replace(microsecond=0))
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(moment=MOMENTS, zone=ZONES)
def test_dates_of_mail_are_dates_of_rss(moment: datetime, zone: timezone) -> None:
    there = moment.replace(tzinfo=zone)
    text = format_datetime(there)
    assert dates.loose(text) == values.rfc822(text) == there
    assert dates.rss_fault(text) is None
    assert dates.rss_oddity(text) is None
    wrong = text.replace(text[:3], "Mon" if text[:3] != "Mon" else "Tue")
    assert dates.rss_fault(wrong)


@given(
    moment=MOMENTS,
    zone=st.sampled_from(["EST", "PDT", "Z", "GMT", "UT"]),
    spaced=st.sampled_from([" ", "  "]),
)
def test_obsolete_forms_are_read_as_the_mail_library_reads_them(
    moment: datetime, zone: str, spaced: str
) -> None:
    text = moment.strftime(f"%d{spaced}%b %Y %H:%M:%S {zone}").upper()
    read = parsedate_to_datetime(text)
    assert dates.loose(text) == (read if read.tzinfo else read.replace(tzinfo=UTC))


@given(moment=MOMENTS, zone=ZONES, fraction=st.integers(0, 999_999))
def test_dates_of_atom(moment: datetime, zone: timezone, fraction: int) -> None:
    there = moment.replace(tzinfo=zone, microsecond=fraction)
    assert dates.internet(there.isoformat()) == there
    assert dates.internet_fault(there.isoformat()) is None
    assert dates.w3c_fault(there.isoformat()) is None
    assert dates.internet_fault(moment.isoformat()) == f"has no time zone: {moment.isoformat()!r}"
    assert dates.iso_fault(moment.isoformat()) is None


@given(st.text(max_size=40))
def test_any_text_gets_an_answer(text: str) -> None:
    for judge in (dates.rss_fault, dates.rss_oddity, dates.internet_fault, dates.w3c_fault, dates.iso_fault,
                  email.address_fault, email.contact_fault, email.oddity, values.known_language, style):  # fmt: skip
        judge(text)
    assert all(
        0 <= offset <= len(text)
        for _, offset in Content(text).body.of("risk", "style", "relative", "unknown", "open")
    )


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("ru", True), ("en-GB", True), ("zh-Hant-TW", True), ("rus", True), ("x-harbour", True), ("i-klingon", True),
        ("sr-Latn-RS-x-a", True), ("RU", True), ("", False), ("x", False), ("english", False), ("en_GB", False),
        ("qq", False), ("en-", False), ("ru ", False), ("e", False),
    ],
)  # fmt: skip
def test_languages(text: str, good: bool) -> None:
    assert (values.known_language(text) is None) == good


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("desk@harbour.example", True), ("a.b+c_d-e'f@sub.harbour.example", True), ("почта@заря.example", True),
        ("desk@localhost", True), ("desk@[192.0.2.1]", True), ("desk", False), ("desk@", False),
        ("@harbour.example", False),
        ("desk@harbour..example", False), ("desk@-harbour.example", False), ("a b@harbour.example", False),
        ("desk@harbour.example.", False), ("desk@harbour.example, b@c.example", False), ("", False),
    ],
)  # fmt: skip
def test_addresses(text: str, good: bool) -> None:
    assert (email.address_fault(text) is None) == good


def test_hosts_without_a_domain() -> None:
    assert email.unqualified("desk@localhost")
    assert email.unqualified("desk@harbour.example") is None


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", 0), ("color: red", 0), ("margin:0 15px 0 0;;", 0), ("--x: 1; color: var(--x)", 0),
        ("/* a */ float: left", 0),
        ("position: absolute", 1), ("behavior: url(x.htc)", 1), ("width: expression(alert(1))", 1), ("bogus", 1),
        ("background-image: URL (x)", 1), ("c\\olor: red", 1), ("-moz-binding: none", 1),
        ("mso-list: a; mso-bidi: b", 2),
        ("color", 1), ("color:", 1), ("co lor: red", 1), ("@import 'x'", 1),
    ],
)  # fmt: skip
def test_styles(text: str, faults: int) -> None:
    assert len(style(text)) == faults


@pytest.mark.parametrize("prefix", sorted(set(NAMESPACES) - {"xml", "indexing"}))
def test_slips_in_namespaces_are_seen(prefix: str) -> None:
    uri = NAMESPACES[prefix]
    assert spaces.meant(uri) is None
    slips = {
        uri.replace("http://", "https://")
        if uri.startswith("http://")
        else uri.replace("https://", "http://"),
        uri.upper(),
        f"{uri}/",
        uri.rstrip("/#"),
    } - {uri}
    for slip in slips:
        meant = spaces.meant(slip)
        assert meant
        assert spaces.folded(NAMESPACES[meant]) == spaces.folded(uri)


def test_other_namespaces_are_nobodys() -> None:
    for uri in ("", "urn:x", "https://harbour.example/ns", "http://www.w3.org/2005/Atom2"):
        assert spaces.meant(uri) is None


def test_hostile_html_is_looked_over_in_one_go() -> None:
    for piece in (
        "<",
        "<a",
        "<a '",
        '<a "',
        "<!--",
        "<?",
        "</",
        "<div>",
        "</div>",
        "<a b=",
        "<p style='",
        "&lt;",
    ):
        Content(piece * 20_000).body.of("open")
    Content("<div>" * 50_000 + "</span>" * 50_000).body.of("open")
    style("color: red;" * 50_000 + "!")
    email.found("a" * 200_000)
    email.found("a@" * 100_000)
    dates.loose("(" * 100_000)
