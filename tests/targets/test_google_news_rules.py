from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from rule_examples import codes, findings, hold_example, hold_rule, said

from feeds.targets.google_news import facts
from feeds.targets.google_news.rules import RULES
from feeds.targets.google_news.rules.base import NAME, NOW

TITLE = "Library opens at night: who needs 24 hours of books?"
FIRST_DATE = "2026-11-23T08:40:00+03:00"
LAST_TITLE = f"<news:title>{TITLE}</news:title>"
LAST_DATE = "<news:publication_date>2026-11-22</news:publication_date>"

EACH = [pytest.param(rule, id=rule.code) for rule in RULES.own if rule.bad is not None]


def test_example_is_valid() -> None:
    hold_example(RULES)


def test_codes_and_names_are_used_once() -> None:
    rules = list(RULES.rules())
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules)


@pytest.mark.parametrize("rule", EACH)
def test_examples(rule) -> None:
    hold_rule(RULES, rule)


def judged(find: str, put: str) -> list[str]:
    return said(RULES, find, put, now=NOW, publication=NAME)


def first(old: str, new: str) -> list[str]:
    """What a change of the first entry alone adds."""
    source = RULES.example.replace(old, new, 1)
    assert source != RULES.example
    found = findings(RULES, source, now=NOW, publication=NAME)
    return sorted(f"{f.severity} {f.code}" for f in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-23T05:40:00Z", []),
        ("2026-11-23T05:40:00.125Z", []),
        ("2026-11-21T12:00:01+03:00", []),
        ("2026-11-21T11:59:59+03:00", ["error NS029"]),
        ("2026-11-21", []),  # its last minute is not two days ago
        ("2026-11-20", ["error NS029"]),
        ("2026-11-22T10:00:00-12:00", []),
        ("2026-11-23T10:04:00+03:00", []),
        ("2026-11-23T10:06:00+03:00", ["warning NS030"]),
        ("2026-11-23T12:05:00+03:00", ["warning NS030"]),
        ("2026-11-23T12:05:01+03:00", ["error NS028", "warning NS030"]),
        ("2026-11-24", ["error NS028", "warning NS030"]),
        ("2026-11-23T05:40Z", ["warning NS026"]),
        ("2026-11-23T08:40+03:00", ["warning NS026"]),
        ("2026-11-23T08:40:00", ["error NS027"]),
        ("2026-11-23T08:40", ["error NS027"]),
        ("2026-11-23T08:40:00.5", ["error NS027"]),
        ("2026-11-23 08:40:00+03:00", ["error NS025"]),
        ("2026-11-23T08:40:00+0300", ["error NS025"]),
        ("2026-11-23T08:40:00 MSK", ["error NS025"]),
        ("2026-11-23t08:40:00z", ["error NS025"]),
        ("20261123T084000Z", ["error NS025"]),
        ("2026-W48-1", ["error NS025"]),
        ("2026-11-31T08:40:00Z", ["error NS025"]),
        ("2026-11-23T25:40:00Z", ["error NS025"]),
        ("2026-11", ["error NS025"]),
        ("2026", ["error NS025"]),
        ("Mon, 23 Nov 2026 08:40:00 +0300", ["error NS025"]),
        ("23.11.2026 08:40", ["error NS025"]),
        ("1795412400", ["error NS025"]),
        ("", ["error NS025"]),
        ("\n  2026-11-23T08:40:00+03:00\n", []),
    ],
)
def test_publication_dates(text, expected) -> None:
    assert judged(FIRST_DATE, text) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("uk", []), ("fil", []), ("zh-cn", []), ("zh-tw", []), (" ru\n", []),
        ("RU", ["error NS023"]), ("ru-RU", ["error NS023"]), ("en_US", ["error NS023"]),
        ("zh-CN", ["error NS023"]), ("zh-hk", ["error NS023"]), ("russian", ["error NS023"]),
        ("r", ["error NS023"]), ("рус", ["error NS023"]), ("", ["error NS023"]),
        ("jp", ["warning NS024"]), ("gr", ["warning NS024"]), ("xxx", ["warning NS024"]),
    ],
)  # fmt: skip
def test_languages(language, expected) -> None:
    assert first(">ru<", f">{language}<") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("<![CDATA[Zarya & Co]]>", []),
        ("\n Zarya &#38; Co ", []),
        ("Zarya &amp; Co (subscription)", ["warning NS022"]),
        ("Zarya &amp; Co（電子版）", ["warning NS022"]),
        ("Zarya &amp; Co [beta]", ["warning NS022"]),
        ("zarya &amp; co", ["error NS021"]),
        ("The Zarya &amp; Co", ["error NS021"]),
        ("Zarya &amp;amp; Co", ["error NS021"]),
        ("Zarya  &amp; Co", ["error NS021"]),
        ("Other (news)", ["error NS021", "warning NS022"]),
        ("", ["error NS021"]),
        (" \n", ["error NS021"]),
    ],
)
def test_names(name, expected) -> None:
    assert first(">Zarya &amp; Co<", f">{name}<") == expected


def test_a_name_is_not_compared_where_none_is_configured() -> None:
    other = RULES.example.replace("Zarya &amp; Co", "Other Post").replace("Zarya & Co", "Other Post")
    assert codes(findings(RULES, other, now=NOW)) == {}
    assert codes(findings(RULES, other, now=NOW, publication=NAME)) == {"NS021": 2}


@pytest.mark.parametrize(
    "title",
    [
        "Zarya &amp; Co opens its archive",
        "Why the archive of Zarya &amp; Co opens at night",
        "By train to the sea",
        "Passers-by saw it first: by night, by sea",
        "What happened on 12 April 1961",
        "From 1941-06-22 to 1945-05-09: a diary",
        "3 &lt; 5 &amp; 7 &gt; 6 🌉 «дорога»",
        "Use &lt;br&gt; no more",
        "AT&amp;T and R&amp;D",
        "<![CDATA[Marks & words]]>",
        "24/7: автор неизвестен",
    ],
)
def test_headlines_that_stand_alone(title) -> None:
    found = judged(TITLE, title)
    assert found == (["warning NS032"] if "&lt;br" in title else [])


@pytest.mark.parametrize(
    "title",
    [
        "Library opens at night | Zarya &amp; Co",
        "Library opens at night - Zarya &amp; Co",
        "Library opens at night — ZARYA &amp; CO",
        "Zarya &amp; Co: library opens at night",
        "Library opens at night (Zarya &amp; Co)",
        "Library opens at night, by Ida Moen",
        "Library opens at night – By Ida Moen",
        "By Ida Moen: Library opens at night",
        "Библиотека открыта ночью | Автор: Ида Муэн",
        "Library opens at night - 22 November 2026",
        "22.11.2026: Library opens at night",
        "Library opens on November 22, 2026, at night",
        "Библиотека открыта ночью, 22 ноября 2026",
        "Library opens &lt;b&gt;at night&lt;/b&gt;",
        "Library opens<br/>at night",
        "Library &amp;amp; books",
        "Library &amp;laquo;night&amp;raquo;",
        "Library &amp;#171;night&amp;#187;",
        "Library at &amp;frac12; price",
    ],
)
def test_headlines_with_something_hung_on(title) -> None:
    assert "warning NS032" in judged(TITLE, title)


@pytest.mark.parametrize(
    ("find", "put", "expected"),
    [
        (LAST_TITLE, "", ["error NS020"]),
        (LAST_TITLE, "<news:Title>Library</news:Title>", ["error NS020", "warning NS037"]),
        (LAST_TITLE, "<title>Library</title>", ["error NS020"]),
        (LAST_TITLE, "<news:title> \n<![CDATA[ ]]></news:title>", ["error NS031"]),
        (LAST_TITLE, LAST_TITLE * 2, ["warning NS037"]),
        (LAST_DATE, "", ["error NS020"]),
        (LAST_DATE, LAST_DATE.replace("publication_date", "pub_date"), ["error NS020", "warning NS037"]),
        (f"{LAST_DATE}\n      {LAST_TITLE}", LAST_TITLE + LAST_DATE, ["warning NS037"]),
        (LAST_TITLE, f"{LAST_TITLE}<news:access>Subscription</news:access>", ["info NS033", "warning NS037"]),
        (LAST_DATE, f"<news:access>Registration</news:access>{LAST_DATE}", ["info NS033"]),
        (LAST_DATE, f"<news:access>Free</news:access>{LAST_DATE}", ["error NS034", "info NS033"]),
        (LAST_DATE, f"<news:genres>Blog, OpEd</news:genres>{LAST_DATE}", ["info NS033"]),
        (LAST_DATE, f"<news:genres>News</news:genres>{LAST_DATE}", ["error NS034", "info NS033"]),
        (LAST_DATE, f"<news:genres>Blog;OpEd</news:genres>{LAST_DATE}", ["error NS034", "info NS033"]),
        (LAST_TITLE, f"{LAST_TITLE}<news:keywords>night</news:keywords>", ["info NS033"]),
        (LAST_TITLE, f"{LAST_TITLE}<news:stock_tickers>MOEX:GAZP, NASDAQ:A</news:stock_tickers>", ["info NS033"]),
        (LAST_TITLE, f"{LAST_TITLE}<news:stock_tickers>GAZP</news:stock_tickers>", ["error NS034", "info NS033"]),
        (LAST_TITLE, f"{LAST_TITLE}<news:geo_locations>Rome</news:geo_locations>", ["info NS033", "warning NS037"]),
        (LAST_TITLE, f"{LAST_TITLE}<news:author>Ida</news:author>", ["warning NS037"]),
    ],
)  # fmt: skip
def test_entries(find, put, expected) -> None:
    assert judged(find, put) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("<news:language>ru</news:language>", "", ["error NS020"]),
        ("<news:name>Zarya &amp; Co</news:name>", "", ["error NS020"]),
        ("<news:name>Zarya &amp; Co</news:name>", "<news:publication_name>Z</news:publication_name>",
         ["error NS020", "warning NS037"]),
        ("        <news:language>ru</news:language>\n", "", ["error NS020"]),
    ],
)  # fmt: skip
def test_publications(old, new, expected) -> None:
    assert first(old, new) == expected


def test_a_namespace_on_any_prefix() -> None:
    source = RULES.example.replace("news:", "n:").replace("xmlns:news", "xmlns:n")
    assert codes(findings(RULES, source, now=NOW, publication=NAME)) == {}


def test_a_thousand_stories_are_the_most() -> None:
    entry = RULES.example[RULES.example.index("  <url>") : RULES.example.index("</url>") + 7]
    head, tail = RULES.example[: RULES.example.index("  <url>")], "</urlset>"

    def listing(number: int) -> str:
        return head + "".join(entry.replace("bridge", f"b{n}") for n in range(number)) + tail

    def found(number: int) -> dict[str, int]:
        return {k: v for k, v in codes(findings(RULES, listing(number), now=NOW)).items() if k != "NS011"}

    assert found(facts.MOST) == {}
    assert found(facts.MOST + 1) == {"NS004": 1}


def test_verdicts_are_those_of_the_schema(sitemap_schema, shared: Path) -> None:
    """What breaks the schema is found; the schema knows no clock and no Google."""
    beyond = {"NS006", "NS009", "NS010", "NS011", "NS012", "NS022", "NS024", "NS029", "NS030", "NS032", "NS033",
              "NS036", "IMG003", "IMG005", "NS021"}  # fmt: skip
    valid = 0
    for path in sorted((shared / "samples" / "news-sitemaps").glob("*.xml")):
        root = etree.fromstring(path.read_bytes())
        found = {f.code for f in findings(RULES, path.read_bytes(), now=NOW)}
        if sitemap_schema.validate(root.getroottree()):
            valid += 1
            assert found <= beyond, path
        else:
            assert found - {"NS029"}, path
    assert valid > 1
