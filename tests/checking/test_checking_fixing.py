"""Repairs: what is repaired checks clean of it, what is not stays as it is byte for byte."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from feeds.checking.fixing import fixed
from feeds.targets.check import check

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<!-- a template -->
<rss version="2.0" xmlns:content='http://purl.org/rss/1.0/modules/content/'
     xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>Портовый вестник</title>
    <link>https://harbour.example/</link>
    <description>Новости порта</description>
    <language>ru</language>
    <pubDate>Mon, 23 Nov 2026 08:00:00 +0300</pubDate>
    <item >
      <title>Паром</title>
      <link>https://harbour.example/1?a=1&amp;b=2</link>
      <guid>https://harbour.example/1</guid>
      <description>Первый рейс</description>
      <content:encoded><![CDATA[<p>Рейс &nbsp; в 8&copy; & <b>дальше</b></p>]]></content:encoded>
      <pubDate>Mon, 23 Nov 2026 08:00:00 +0300</pubDate>
    </item>
  </channel>
</rss>
"""


def repaired(text: str | bytes, zone: str | None = None) -> bytes:
    """The repaired document, which is not repaired any further."""
    data = text.encode() if isinstance(text, str) else text
    result = fixed(data, zone=zone)
    assert fixed(result.data, zone=zone).data == result.data
    return result.data


def codes(data: bytes) -> Counter[str]:
    return Counter(f.code for f in check(data, now=NOW) if f.severity != "info")


def test_a_sound_document_stays_as_it_is() -> None:
    assert repaired(FEED) == FEED.encode()


CHANGES = [
    ("Первый рейс", "Паром & мост", "Паром &amp; мост"),
    ("Первый рейс", "AT&T", "AT&amp;T"),
    ("a=1&amp;b=2", "a=1&b=2", "a=1&amp;b=2"),
    ("Первый рейс", "8&nbsp;утра &mdash; вот", "8&#160;утра &#8212; вот"),
    ("Первый рейс", "пер\x0bвый \x00рейс\x1f", "первый рейс"),
    ("Первый рейс", "пер&#x0B;вый", "первый"),
    ("Первый рейс", "пер&#0;вый", "первый"),
    ("<pubDate>Mon, 23 Nov 2026 08:00:00 +0300</pubDate>\n    <item", "<pubDate>2026-11-23T08:00:00+03:00</pubDate>\n    <item", "<pubDate>Mon, 23 Nov 2026 08:00:00 +0300</pubDate>\n    <item"),
    ("<pubDate>Mon, 23 Nov 2026 08:00:00 +0300</pubDate>\n    <item", "<pubDate>23 ноября 2026, 08:00 МСК</pubDate>\n    <item", "<pubDate>Mon, 23 Nov 2026 08:00:00 +0300</pubDate>\n    <item"),
    ("<pubDate>Mon, 23 Nov 2026 08:00:00 +0300</pubDate>\n    <item", "<pubDate> пн, 23 ноя 2026 08:00:00 +0300 </pubDate>\n    <item", "<pubDate> Mon, 23 Nov 2026 08:00:00 +0300 </pubDate>\n    <item"),
    ("http://purl.org/rss/1.0/modules/content/", "https://purl.org/rss/1.0/modules/content", "http://purl.org/rss/1.0/modules/content/"),
    ("<?xml version", "\n  <?xml version", "<?xml version"),
    ("<?xml version", "<br />\n<b>Warning</b>: x in <b>/srv/a.php</b><br/>\n<!-- 12 ms --><?xml version", "<?xml version"),
]  # fmt: skip


@pytest.mark.parametrize(("find", "put", "meant"), CHANGES)
def test_what_is_repaired(find: str, put: str, meant: str) -> None:
    assert FEED.count(find) == 1
    broken, sound = FEED.replace(find, put), FEED.replace(find, meant)
    assert codes(broken.encode()) != codes(FEED.encode())
    data = repaired(broken)
    assert data.decode() == sound
    assert codes(data) == codes(FEED.encode())


@given(st.sets(st.integers(0, len(CHANGES) - 1)))
def test_repairs_go_together_and_touch_nothing_else(chosen: set[int]) -> None:
    broken = sound = FEED
    for find, put, meant in (CHANGES[n] for n in sorted(chosen)):
        if broken.count(find) == 1:
            broken, sound = broken.replace(find, put), sound.replace(find, meant)
    assert repaired(broken).decode() == sound


@given(st.text(alphabet="ab&;<#x0\x0b\x00 éЖ", max_size=20), st.integers(0, len(FEED)))
def test_whatever_is_put_in_repairing_ends_and_is_final(junk: str, at: int) -> None:
    repaired(FEED[:at] + junk + FEED[at:])


@given(st.binary(max_size=300))
def test_any_bytes_may_come(data: bytes) -> None:
    repaired(data)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_parts_that_are_character_data_stay(text: str) -> None:
    """CDATA, comments, processing instructions hold what they like, as long as XML allows its letters."""
    inner = re.sub(r"[^\x09\x0a\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|]]>|--|\?>", "", text)
    for opening, closing in (("<![CDATA[", "]]>"), ("<!-- ", " -->"), ("<?harbour ", "?>")):
        document = FEED.replace("Первый рейс", f"{opening}&nbsp;& {inner}{closing}")
        assert repaired(document) == document.encode()


@pytest.mark.parametrize(
    "text",
    ["вчера", "03/04/2026 10:00 +0300", "2026", "Mon, 23 Nov 2026", "08:00", "23 Nov 2026 08:00 XYZ"],
    ids=["a word", "day or month", "a year", "no time", "no day", "a zone that nobody knows"],
)
def test_a_date_that_may_mean_several_instants_stays(text: str) -> None:
    document = FEED.replace("Mon, 23 Nov 2026 08:00:00 +0300", text)
    assert repaired(document) == document.encode()


def test_a_zone_is_added_only_when_it_is_told() -> None:
    document = FEED.replace("08:00:00 +0300", "08:00:00")
    assert repaired(document) == document.encode()
    assert repaired(document, "Europe/Moscow") == FEED.encode()
    assert b"08:00:00 +0100" in repaired(document, "Europe/Oslo")


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r", "utf-16"])
def test_another_encoding_is_kept(codec: str) -> None:
    document = FEED.replace("UTF-8", {"cp1251": "windows-1251"}.get(codec, codec))
    broken = document.replace("Первый рейс", "Паром & мост &hearts;").encode(codec)
    data = repaired(broken)
    text = data.decode(codec)
    assert "Паром &amp; мост " in text
    assert "Портовый вестник" in text
    assert etree.fromstring(data).findtext("channel/item/description") == "Паром & мост ♥"


def test_an_encoding_that_lies_becomes_the_one_that_is_declared() -> None:
    data = repaired(FEED.encode("cp1251"))
    assert data == FEED.encode()
    assert not {"XML006", "XML013"} & set(codes(data))


def test_a_byte_order_mark_stays() -> None:
    data = repaired(b"\xef\xbb\xbf" + FEED.replace("Первый рейс", "a & b").encode())
    assert data.startswith(b"\xef\xbb\xbf<?xml")


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:harbour.example,2026:f</id><title>Harbour</title>
<updated>2026-11-23T08:00:00Z</updated><author><name>Ida</name></author></feed>
"""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-11-23 08:00:00Z", "2026-11-23T08:00:00Z"),
        ("2026-11-23t08:00:00z", "2026-11-23T08:00:00Z"),
        ("Mon, 23 Nov 2026 08:00:00 GMT", "2026-11-23T08:00:00Z"),
        ("2026-11-23T08:00:00+0300", "2026-11-23T08:00:00+03:00"),
        ("&#50;026-11-23 08:00:00Z", "2026-11-23T08:00:00Z"),
    ],
)
def test_dates_of_atom(written: str, meant: str) -> None:
    assert repaired(ATOM.replace("2026-11-23T08:00:00Z", written)).decode() == ATOM.replace(
        "2026-11-23T08:00:00Z", meant
    )


def test_what_it_does_not_understand_it_leaves() -> None:
    for document in (
        b"",
        b"\x1f\x8b\x08broken",
        b"<!DOCTYPE html><p>a & b &nbsp; c",
        b"plain & simple",
        b"{'a': 1}",
    ):
        result = fixed(document)
        assert result.data == document, result


JSON = """{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Harbour, Post",
  "items": [{"id": "1", "content_text": "a,] b,}", "date_published": "2026-11-23T08:00:00+03:00"}]
}
"""


def test_json() -> None:
    assert repaired(JSON) == JSON.encode()
    assert repaired(b"\xef\xbb\xbf" + JSON.encode()) == JSON.encode()
    assert (
        repaired(JSON.replace('+03:00"}]', '+03:00",},]')) == JSON.replace('+03:00"}]', '+03:00"}]').encode()
    )
    assert repaired(JSON.replace("T08", " 08")) == JSON.encode()


def test_many_dates_that_cannot_be_made_out_stay_and_the_others_are_repaired() -> None:
    vain = "<item><pubDate>04/03/2026 10:{:02} +0300</pubDate></item>"
    many = "".join(vain.format(n) for n in range(60))
    document = FEED.replace("    <item >", f"{many}    <item >")
    iso = document.replace(
        "08:00:00 +0300</pubDate>\n    </item>",
        "08:00:00 +0300</pubDate>\n<dc:date>2026-11-23 05:00Z</dc:date></item>",
    )
    assert repaired(document) == document.encode()
    assert b"<dc:date>2026-11-23T05:00:00Z</dc:date>" in repaired(iso)
