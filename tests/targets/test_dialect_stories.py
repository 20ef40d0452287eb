"""What the platforms' rules say of titles, links, ids, dates and enclosures, each in its own grade."""

from __future__ import annotations

import pytest
from rule_examples import codes, findings, said

from feeds.checking.demands import example
from feeds.targets import registry

SETS = {name: registry.rules(name) for name in ("yandex-news", "rambler", "mailru", "vk", "ok", "turbo")}

NAMED: dict[str, dict[str, str]] = {
    "yandex-news": {"title": "YN010", "link": "YN012", "date": "YN016", "enclosure": "YN040", "twice": "YN013"},
    "rambler": {"title": "RM010", "link": "RM011", "date": "RM016", "enclosure": "RM030", "twice": "RM012",
                "guid": "RM014"},
    "mailru": {"title": "MR010", "link": "MR011", "date": "MR013", "enclosure": "MR030", "guid": "MR012"},
    "vk": {"title": "VK010", "link": "VK011", "date": "VK014", "enclosure": "VK031", "guid": "VK012"},
    "ok": {"title": "OK010", "link": "OK011", "date": "OK013", "enclosure": "OK030", "guid": "OK012"},
    "turbo": {"link": "TU011", "twice": "TU012"},
}  # fmt: skip
"""Which rule of a platform speaks of what."""


def cases(what: str) -> list[str]:
    return [name for name, rules in NAMED.items() if what in rules]


def graded(target: str, find: str, put: str, code: str) -> list[str]:
    """The severities with which one rule speaks of a change."""
    return [entry.split()[0] for entry in said(SETS[target], find, put) if entry.endswith(code)]


@pytest.mark.parametrize("target", cases("title"))
@pytest.mark.parametrize(
    ("title", "bad"),
    [
        ("Мост открыли: 8 &lt; 30 минут", False),
        ("<![CDATA[Мост & «Лада» 🌉]]>", False),
        ("&#1052;&#x43E;&#x441;&#1090;", False),
        ("Мост x&lt;y&gt;z открыли", False),
        ("Мост &lt;пешеходный&gt; открыли", False),
        ("", True),
        (" \n\t", True),
        ("&#160;&#8203;", True),
        ("<![CDATA[]]>", True),
        ("<!-- Мост -->", True),
        ("<b>Мост</b> открыли", True),
        ("Мост &lt;b&gt;открыли&lt;/b&gt;", True),
        ("Мост&lt;BR/&gt;открыли", True),
        ("<![CDATA[<span class='x'>Мост</span>]]>", True),
    ],
)
def test_titles(target: str, title: str, bad: bool) -> None:
    found = graded(target, example.TITLE, f"<title>{title}</title>", NAMED[target]["title"])
    assert found[:1] == (["error"] if bad else [])


@pytest.mark.parametrize("target", cases("link"))
@pytest.mark.parametrize(
    ("link", "bad"),
    [
        ("https://zarya.example/2026/11/23/most", False),
        ("http://zarya.example/2026/11/23/most?a=1&amp;b=2", False),
        ("\n  https://zarya.example/2026/11/23/4021\n", False),
        ("<![CDATA[https://zarya.example/2026/?a=1&b=2]]>", False),
        ("HTTPS://Zarya.Example:443/4021", False),
        ("", True),
        ("/2026/11/23/most", True),
        ("//zarya.example/most", True),
        ("zarya.example/most", True),
        ("ftp://zarya.example/most", True),
        ("https:///most", True),
        ("https://", True),
        ("https://zarya.example/2026 11", True),
        ("4021", True),
        ("javascript:go()", True),
    ],
)
def test_links(target: str, link: str, bad: bool) -> None:
    found = graded(target, example.LINK, f"<link>{link}</link>", NAMED[target]["link"])
    assert found[:1] == (["error"] if bad else [])


@pytest.mark.parametrize("target", cases("link"))
@pytest.mark.parametrize(
    "put", ["", "<Link>https://zarya.example/1</Link>", "<url>https://zarya.example/1</url>"]
)
def test_a_story_needs_a_link(target: str, put: str) -> None:
    assert graded(target, example.LINK, put, NAMED[target]["link"]) == ["error"]


@pytest.mark.parametrize("target", cases("date"))
@pytest.mark.parametrize(
    ("date", "bad"),
    [
        ("Mon, 23 Nov 2026 10:00:00 +0300", False),
        ("Mon, 23 Nov 2026 07:00:00 GMT", False),
        ("23 Nov 2026 07:00 UT", False),
        ("Mon, 23 Nov 2026 02:00:00 EST", False),
        ("Mon, 23 Nov 2026 12:30:00 +0530", False),
        ("Sun, 1 Nov 2026 10:00:00 -0930", False),
        ("Mon,  23  Nov  2026  10:00:00  +0300", False),
        ("Mon, 23 Nov 2026 10:00:00", True),
        ("Mon, 23 Nov 2026 10:00:00 MSK", True),
        ("Mon, 23 Nov 2026 10:00:00 +03:00", True),
        ("Mon, 23 Nov 2026 10:00:00 +2500", True),
        ("Tue, 23 Nov 2026 10:00:00 +0300", True),
        ("Mon, 31 Nov 2026 10:00:00 +0300", True),
        ("Mon, 30 Feb 2026 10:00:00 +0300", True),
        ("Mon, 23 Nov 2026 24:00:00 +0300", True),
        ("Mon, 23 Nov 2026 10:60:00 +0300", True),
        ("Mon, 23 November 2026 10:00:00 +0300", True),
        ("Пн, 23 ноя 2026 10:00:00 +0300", True),
        ("Mon, 23 Nоv 2026 10:00:00 +0300", True),
        ("2026-11-23T10:00:00+03:00", True),
        ("2026-11-23 10:00:00", True),
        ("23.11.2026 10:00", True),
        ("1795417200", True),
        ("today", True),
        ("", True),
    ],
)
def test_dates(target: str, date: str, bad: bool) -> None:
    found = graded(target, example.DATE, f"<pubDate>{date}</pubDate>", NAMED[target]["date"])
    assert found == (["error"] if bad else [])


@pytest.mark.parametrize("target", cases("date"))
@pytest.mark.parametrize("put", ["", "<pubdate>Mon, 23 Nov 2026 10:00:00 +0300</pubdate>", "<date/>"])
def test_a_story_needs_a_date(target: str, put: str) -> None:
    assert graded(target, example.DATE, put, NAMED[target]["date"]) == ["error"]


@pytest.mark.parametrize("target", cases("guid"))
@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("<guid>zarya.example:story:4021</guid>", ["error"]),
        ("<guid isPermaLink='false'><![CDATA[ zarya.example:story:4021 ]]></guid>", ["error"]),
        ("<guid>zarya.example&#58;story&#x3a;4021</guid>", ["error"]),
        ("<guid>zarya.example:story:<!-- -->4021</guid>", ["error"]),
        ("<guid>Zarya.example:story:4021</guid>", []),
        ("<guid>zarya.example:story:40210</guid>", []),
    ],
)
def test_ids_are_ones_own(target: str, second: str, expected: list[str]) -> None:
    assert graded(target, example.SECOND_GUID, second, NAMED[target]["guid"]) == expected


@pytest.mark.parametrize("target", cases("guid"))
@pytest.mark.parametrize("put", ["", "<guid/>", "<guid> \n</guid>", "<Guid>4021</Guid>", "<id>4021</id>"])
def test_a_story_needs_an_id(target: str, put: str) -> None:
    grade = "warning" if target == "mailru" else "error"
    assert graded(target, example.GUID, put, NAMED[target]["guid"]) == [grade]


@pytest.mark.parametrize("target", cases("twice"))
@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (example.LINK, ["error"]),
        ("<link>https://ZARYA.example/2026/11/23/most-4021</link>", ["error"]),
        ("<link>\n<![CDATA[https://zarya.example/2026/11/23/most-4021]]></link>", ["error"]),
        ("<link>https://zarya.example/2026/11/23/mo&#115;t-4021</link>", ["error"]),
        ("<link>https://zarya.example/2026/11/23/Most-4021</link>", []),
        ("<link>https://zarya.example/2026/11/23/most-4021?part=2</link>", []),
    ],
)
def test_links_are_ones_own(target: str, second: str, expected: list[str]) -> None:
    assert graded(target, example.SECOND_LINK, second, NAMED[target]["twice"]) == expected


@pytest.mark.parametrize("target", cases("enclosure"))
@pytest.mark.parametrize(
    ("enclosure", "count"),
    [
        ('<enclosure url="https://zarya.example/m.jpg" type="image/jpeg"/>', 0),
        ("<enclosure length='1' type='IMAGE/JPEG; q=1' url=' https://zarya.example/m.jpg '></enclosure>", 0),
        ('<enclosure url="https://zarya.example/m.jpg"/>', 1),
        ('<enclosure url="https://zarya.example/m.jpg" type=" "/>', 1),
        ('<enclosure type="image/jpeg"/>', 1),
        ('<enclosure href="https://zarya.example/m.jpg" type="image/jpeg"/>', 1),
        ('<enclosure url="" type="image/jpeg"/>', 1),
        ('<enclosure url="/m.jpg" type="image/jpeg"/>', 1),
        ('<enclosure url="//zarya.example/m.jpg" type="image/jpeg"/>', 1),
        ('<enclosure url="img/m.jpg"/>', 2),
        ("<enclosure>https://zarya.example/m.jpg</enclosure>", 2),
        ("", 0),
    ],
)
def test_enclosures(target: str, enclosure: str, count: int) -> None:
    code = NAMED[target]["enclosure"]
    assert graded(target, example.ENCLOSURE, enclosure, code) == ["error"] * count


CHANNELS = {"rambler": "RM008", "mailru": "MR004", "vk": "VK003", "ok": "OK003", "yandex-news": "YN006"}


@pytest.mark.parametrize("target", CHANNELS)
@pytest.mark.parametrize(
    ("find", "put"),
    [
        (example.CHANNEL_TITLE, ""),
        (example.CHANNEL_TITLE, "<title> </title>"),
        (example.CHANNEL_LINK, ""),
        (example.CHANNEL_LINK, "<link/>"),
        (example.CHANNEL_LINK, "<link>zarya.example</link>"),
        (example.CHANNEL_LINK, "<link>/</link>"),
        (example.CHANNEL_LINK, "<Link>https://zarya.example/</Link>"),
        (example.CHANNEL_DESCRIPTION, ""),
        (example.CHANNEL_DESCRIPTION, "<description><![CDATA[ ]]></description>"),
    ],
)
def test_channels(target: str, find: str, put: str) -> None:
    lax = target == "yandex-news" and find == example.CHANNEL_DESCRIPTION
    assert graded(target, find, put, CHANNELS[target]) == ["warning" if lax else "error"]


ROOTS = {
    "rambler": "RM005",
    "mailru": "MR002",
    "vk": "VK002",
    "ok": "OK002",
    "yandex-news": "YN002",
    "turbo": "TU003",
}


@pytest.mark.parametrize("target", ROOTS)
@pytest.mark.parametrize("version", ['version="0.91"', 'version="2.01"', 'version="2"', 'version=""', ""])
def test_versions(target: str, version: str) -> None:
    rules = SETS[target]
    found = codes(findings(rules, rules.example.replace('version="2.0"', version, 1)), least="error")
    assert found == {ROOTS[target]: 1}


@pytest.mark.parametrize("target", ROOTS)
def test_one_channel(target: str) -> None:
    rules = SETS[target]
    found = findings(rules, rules.example.replace("</channel>", "</channel><channel/>"))
    assert codes(found, least="error") == {ROOTS[target]: 1}


SPACES = {
    "yandex-news": ("YN003", "http://news.yandex.ru"),
    "rambler": ("RM006", "http://news.rambler.ru"),
    "mailru": ("MR003", "http://news.mail.ru/"),
    "turbo": ("TU004", "http://turbo.yandex.ru"),
}


@pytest.mark.parametrize("target", SPACES)
@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [("http://", "https://"), ("http://", ""), ("news.", "www.news."), (".ru", ".com"), (".ru", ".ru/rss")],
)
def test_namespaces_are_spelt_exactly(target: str, pattern: str, replacement: str) -> None:
    code, uri = SPACES[target]
    if pattern not in uri:
        return
    rules = SETS[target]
    source = rules.example.replace(f'"{uri}"', f'"{uri.replace(pattern, replacement)}"')
    found = findings(rules, source)
    assert [f.severity for f in found if f.code == code] == ["error"]
    assert next(f for f in found if f.code == code).line <= 6


@pytest.mark.parametrize("target", SPACES)
def test_a_slash_more_or_less_at_the_end(target: str) -> None:
    code, uri = SPACES[target]
    rules = SETS[target]
    other = uri.removesuffix("/") if uri.endswith("/") else uri + "/"
    found = findings(rules, rules.example.replace(f'"{uri}"', f'"{other}"'))
    grade = "warning" if target == "mailru" else "error"
    assert [f.severity for f in found if f.code == code] == [grade]


@pytest.mark.parametrize("target", SPACES)
def test_a_namespace_may_have_any_prefix(target: str) -> None:
    prefix = SPACES[target][1].split("//")[1].split(".")[1 if target != "turbo" else 0]
    prefix = {"yandex-news": "yandex", "mailru": "mailru"}.get(target, prefix)
    rules = SETS[target]
    source = rules.example.replace(f"{prefix}:", "q:").replace(f"xmlns:{prefix}", "xmlns:q")
    assert codes(findings(rules, source)) == codes(findings(rules, rules.example))
