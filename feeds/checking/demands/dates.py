"""Dates of stories: their form, and how far from now they may lie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from feeds.checking.dates import form_of
from feeds.checking.demands.demand import Demand
from feeds.checking.demands.example import DATE, SECOND_DATE
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Check, Problem
from feeds.checking.structure import Row
from feeds.checking.values import rfc822, rfc822_weekday

CLOCKS = timedelta(minutes=5)
"""How far two clocks may be apart."""


def rfc822_date(text: str) -> str | None:
    """A date and time of RFC 822 with English names, a zone, and the weekday that it fell on."""
    if not text:
        return "is empty"
    if rfc822(text) is None:
        return f"{form_of(text)}: {text[:60]!r}"
    weekday = rfc822_weekday(text)
    return f"names the wrong day of the week, it is {weekday}: {text[:60]!r}" if weekday else None


def _dubious(item: View, context: Context) -> Iterator[Problem]:
    text = item.text("pubDate")
    if rfc822(text) is None:
        return
    if not re.search(r"[A-Za-z]\s+\d{4}\s", text):
        yield Problem(item.one("pubDate"), f"the year has two digits: {text}", severity="warning")
    if text.endswith("-0000"):
        message = "the zone -0000 says that the local time is unknown; write the real one"
        yield Problem(item.one("pubDate"), message, severity="info")


DATED = Demand(
    on="item",
    summary="Each story has a pubDate in the form of RFC 822: English names and a time zone.",
    hint="Write the time of publication as in Mon, 23 Nov 2026 10:00:00 +0300: English names, "
    "the zone in numbers at the end.",
    check=_dubious,
    row=lambda code: Row(on="item", name="pubDate", missing=code, value=rfc822_date, invalid=code),
    bad=Change(DATE, "<pubDate>Mon, 23 Nov 2026 10:00:00</pubDate>"),
    good=Change(DATE, "<pubDate>\n<![CDATA[23 Nov 2026 07:00 GMT]]></pubDate>"),
)


def published(item: View) -> datetime | None:
    """When a story says that it was published."""
    return rfc822(item.text("pubDate"))


def _ahead(item: View, context: Context) -> Iterator[Problem]:
    moment = published(item)
    if moment and moment > context.now + CLOCKS:
        yield Problem(item.one("pubDate"), f"the story is dated in the future: {item.text('pubDate')}")


FUTURE = Demand(
    on="item",
    summary="A story is not dated in the future.",
    hint="Leave a scheduled story out until its time has come; check the time zone of pubDate.",
    check=_ahead,
    bad=Change(DATE, "<pubDate>Mon, 23 Nov 2026 14:00:00 +0300</pubDate>"),
    good=Change(DATE, "<pubDate>Mon, 23 Nov 2026 12:04:00 +0300</pubDate>"),
)


def older(item: View, context: Context, age: timedelta) -> bool:
    """Whether a story was published longer ago than an age."""
    moment = published(item)
    return moment is not None and context.now - moment > age


def days(age: timedelta) -> str:
    """An age in words."""
    return f"{age.days} days"


def _ascends(channel: View, context: Context) -> Iterator[Problem]:
    before: datetime | None = None
    for item in context.items:
        moment = published(item)
        if moment and before and moment > before:
            yield Problem(item, "this story is newer than the one before it: the newest come first")
            return
        before = moment or before


NEWEST_FIRST = Demand(
    on="feed",
    summary="The newest stories come first.",
    hint="Sort the stories by pubDate, the newest at the top.",
    check=_ascends,
    bad=Change(SECOND_DATE, "<pubDate>Mon, 23 Nov 2026 11:30:00 +0300</pubDate>"),
    good=Change(SECOND_DATE, "<pubDate>Mon, 23 Nov 2026 10:00:00 +0300</pubDate>"),
)


def stale(age: timedelta) -> Check:
    """A check that stories are no older than an age."""

    def check(item: View, context: Context) -> Iterator[Problem]:
        if older(item, context, age):
            yield Problem(item.one("pubDate"), f"the story is older than {days(age)}: {item.text('pubDate')}")

    return check
