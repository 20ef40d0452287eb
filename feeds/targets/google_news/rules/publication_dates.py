"""Rules about when a story came out."""

from __future__ import annotations

from collections.abc import Iterable

from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.targets.google_news import facts
from feeds.targets.google_news.rules.base import NOW, RULES
from feeds.targets.sitemap.rules import dates

DATE = "item/news:news/news:publication_date"

_DATE = "2026-11-23T08:40:00+03:00"


RULES.facts(
    "NS025",
    "publication-date",
    "error",
    on="item/news:news",
    summary="publication_date is a W3C date: a day, or a time with its zone.",
    hint=dates.FORM,
    now=NOW,
    bad=Change(_DATE, "Mon, 23 Nov 2026 08:40:00 +0300"),
    good=Change(_DATE, "2026-11-23T05:40:00.5Z"),
)

RULES.facts(
    "NS026",
    "publication-date-seconds",
    "warning",
    on="item/news:news",
    summary="publication_date has seconds where it has a time.",
    hint="Add :00. Google reads the date without seconds too, but its own schema calls the file invalid.",
    now=NOW,
    bad=Change(_DATE, "2026-11-23T08:40+03:00"),
    good=Change(_DATE, "2026-11-23T05:40:00Z"),
)

RULES.facts(
    "NS027",
    "publication-date-zone",
    "error",
    on="item/news:news",
    summary="publication_date has a zone where it has a time.",
    hint="Add the zone, as in 2026-11-23T08:40:00+03:00, or Z for UTC.",
    now=NOW,
    bad=Change(_DATE, "2026-11-23T08:40:00"),
    good=Change(_DATE, "2026-11-23"),
)


@RULES.rule(
    "NS028",
    "publication-date-future",
    "error",
    on=DATE,
    summary="A story in a news sitemap has been published.",
    hint="List the story once it is out. If it is, look at the clock and the time zone of the server.",
    now=NOW,
    bad=Change(_DATE, "2026-11-23T12:40:00+03:00"),
    good=Change("<news:publication_date>2026-11-22<", "<news:publication_date>2026-11-22T18:29:59.999Z<"),
)
def publication_date_future(date: View, context: Context) -> Iterable[Problem]:
    """More than five minutes ahead."""
    text = text_of(date.element)
    if not dates.is_future(text, context.now):
        return ()
    return [Problem(date, f"publication_date lies in the future: {text}")]


@RULES.rule(
    "NS029",
    "publication-date-old",
    "error",
    on=DATE,
    summary="A news sitemap lists the stories of the last 48 hours.",
    hint="Take the url out, or its news:news alone; the story stays in Google News without it.",
    now=NOW,
    bad=Change(_DATE, "2026-11-21T11:59:00+03:00"),
    good=Change(_DATE, "2026-11-21T12:01:00+03:00"),
)
def publication_date_old(date: View, context: Context) -> Iterable[Problem]:
    """More than two days ago."""
    text = text_of(date.element)
    if not dates.is_past(text, context.now - facts.WINDOW):
        return ()
    return [Problem(date, f"publication_date is more than 48 hours ago: {text}")]


@RULES.rule(
    "NS030",
    "publication-after-change",
    "warning",
    on=DATE,
    summary="A story is published first and changed after that: publication_date is not later than lastmod.",
    hint="See whether the two dates are swapped; publication_date never changes after the story is out.",
    now=NOW,
    bad=Change("2026-11-23T10:05:00+03:00", "2026-11-23T08:39:00+03:00"),
    good=Change("2026-11-23T10:05:00+03:00", "2026-11-23T05:40:00Z"),
)
def publication_after_change(date: View, context: Context) -> Iterable[Problem]:
    """The two dates of one entry."""
    entry = date.parent.parent if date.parent else None
    said, text = entry.text("lastmod") if entry else "", text_of(date.element)
    first, then = dates.exact(text), dates.exact(said)
    if first and then and first <= then:
        return ()
    changed, published = dates.span(said), dates.span(text)
    if not changed or not published or published.earliest <= changed.latest:
        return ()
    return [Problem(date, f"publication_date {text} is later than lastmod {said}")]
