"""The rule set of news sitemaps: what an entry looks like; the other modules add to it."""

from __future__ import annotations

import re

from feeds.checking.iso import LANGUAGES_2, LANGUAGES_3
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.rule import RuleSet
from feeds.checking.structure import Row, Value, Vocabulary
from feeds.checking.values import nonblank, one_of
from feeds.targets.google_news import facts
from feeds.targets.sitemap.rules import RULES as SITEMAP_RULES
from feeds.targets.sitemap.rules import dates

NEWS = "https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap"
NOW = "2026-11-23T12:00:00+03:00"
NAME = "Zarya & Co"

GENRES = "PressRelease|Satire|Blog|OpEd|Opinion|UserGenerated"

PARENTHESES = re.compile(r"\s*[(（\[][^()（）\[\]]*[)）\]]")

_LANGUAGE = re.compile(facts.LANGUAGE)
_GENRES = re.compile(rf"(?:{GENRES})(?:, *(?:{GENRES}))*")
_TICKERS = re.compile(r"(?:\w+:\w+(?:, *\w+:\w+){0,4})?")


def _language(text: str) -> str | None:
    return None if _LANGUAGE.fullmatch(text) else f"is {text[:40]!r}, not two or three small letters"


def _matching(pattern: re.Pattern[str], said: str) -> Value:
    return lambda text: None if pattern.fullmatch(text) else f"is {text[:80]!r}, not {said}"


def _known(text: str) -> str | None:
    if text in LANGUAGES_2 or text in LANGUAGES_3 or not re.fullmatch("[a-z]{2,3}", text):
        return None
    return f"is {text!r}, which ISO 639 does not know"


def _parenthetical(text: str) -> str | None:
    found = PARENTHESES.search(text) if any(mark in text for mark in "([（") else None
    return f"has something in parentheses: {text[:80]!r}" if found else None


def _date(text: str) -> str | None:
    """A date in another form than W3C's, or without a day; a missing zone is another rule's."""
    if dates.exact(text) or dates.lacks_zone(text):
        return None
    return dates.fault(text) or ("names no day: " + text if dates.lacks_day(text) else None)


def _seconds(text: str) -> str | None:
    return f"has no seconds: {text}" if not dates.exact(text) and dates.lacks_seconds(text) else None


def _zone(text: str) -> str | None:
    return f"has a time but no zone: {text}" if not dates.exact(text) and dates.lacks_zone(text) else None


def _news(name: str, missing: str | None = None, value: Value | None = None) -> Row:
    return Row(
        on="item/news:news",
        name=f"news:{name}",
        missing=missing,
        repeated="NS037",
        value=value,
        invalid="NS034" if value else None,
    )


STRUCTURE = (
    _news("publication", "NS020"),
    _news("publication_date", "NS020"),
    _news("title", "NS020"),
    Row(on="item/news:news", name="news:title", value=nonblank, invalid="NS031"),
    *(
        Row(on="item/news:news", name="news:publication_date", value=value, invalid=code)
        for code, value in (("NS025", _date), ("NS026", _seconds), ("NS027", _zone))
    ),
    _news("access", value=one_of(("Subscription", "Registration"), "Subscription, Registration")),
    _news("genres", value=_matching(_GENRES, f"some of {GENRES.replace('|', ', ')}")),
    _news("keywords"),
    _news("stock_tickers", value=_matching(_TICKERS, "at most five of EXCHANGE:TICKER with commas between")),
    Row(
        on="item/news:news/news:publication",
        name="news:name",
        missing="NS020",
        repeated="NS037",
        value=_parenthetical,
        invalid="NS022",
        before=("news:language",),
        misplaced="NS037",
    ),
    Row(on="item/news:news/news:publication", name="news:name", value=nonblank, invalid="NS021"),
    Row(
        on="item/news:news/news:publication",
        name="news:language",
        missing="NS020",
        repeated="NS037",
        value=_language,
        invalid="NS023",
    ),
    Row(on="item/news:news/news:publication", name="news:language", value=_known, invalid="NS024"),
)

EXAMPLE = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url>
    <loc>https://zarya.example/2026/11/bridge</loc>
    <lastmod>2026-11-23T10:05:00+03:00</lastmod>
    <news:news>
      <news:publication>
        <news:name>Zarya &amp; Co</news:name>
        <news:language>ru</news:language>
      </news:publication>
      <news:publication_date>2026-11-23T08:40:00+03:00</news:publication_date>
      <news:title>Мост через Быструю открыли на месяц раньше срока</news:title>
    </news:news>
    <image:image>
      <image:loc>https://cdn.zarya.example/bridge.jpg</image:loc>
    </image:image>
  </url>
  <url>
    <loc>https://zarya.example/2026/11/library</loc>
    <lastmod>2026-11-22T21:30:00+03:00</lastmod>
    <news:news>
      <news:publication>
        <news:name><![CDATA[Zarya & Co]]></news:name>
        <news:language>en</news:language>
      </news:publication>
      <news:publication_date>2026-11-22</news:publication_date>
      <news:title>Library opens at night: who needs 24 hours of books?</news:title>
    </news:news>
  </url>
  <url>
    <loc>https://zarya.example/about</loc>
  </url>
</urlset>
"""

RULES = RuleSet(
    target="google-news",
    title="News sitemap",
    prefix="NS",
    spec=NEWS,
    example=EXAMPLE,
    shape=SITEMAP_RULES.shape,
    base=SITEMAP_RULES,
    structure=STRUCTURE,
    vocabularies=(Vocabulary(uri=NAMESPACES["news"], unknown="NS037"),),
    without=frozenset({"NS016"}),
    recoded={"IMG002": {"code": "NS040", "name": "image-count-of-news"}},
)
