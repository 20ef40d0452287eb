"""Small modules of RSS 1.0 that RSS 2.0 took over: content, syndication, slash; and the CommentAPI."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking import uris
from feeds.checking.dates import w3c_fault
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.extensions.module import READ, extension, fact, names, once, row
from feeds.checking.rule import Change, Problem
from feeds.checking.values import integer, matching, one_of

_ENCODED = "<content:encoded><![CDATA[<p>Crossings restarted.</p>]]></content:encoded>"

CONTENT = extension(
    "content",
    "RDF Site Summary 1.0 Content",
    "CONTENT",
    "https://web.resource.org/rss/1.0/modules/content/",
    item=_ENCODED,
)
once(CONTENT, _ENCODED)
row(CONTENT, "content:encoded", "item")
row(CONTENT, "content:items", "item", opaque=True)

_PERIOD = "<sy:updatePeriod>hourly</sy:updatePeriod>"
_FREQUENCY = "<sy:updateFrequency>2</sy:updateFrequency>"
_BASE = "<sy:updateBase>2026-01-01T12:00+00:00</sy:updateBase>"
_PERIODS = ("hourly", "daily", "weekly", "monthly", "yearly")

SY = extension(
    "sy",
    "RDF Site Summary 1.0 Syndication",
    "SY",
    "https://web.resource.org/rss/1.0/modules/syndication/",
    channel=f"{_PERIOD}\n    {_FREQUENCY}\n    {_BASE}",
)
once(SY, _PERIOD)
row(SY, "sy:updatePeriod", "channel", one_of(_PERIODS, ", ".join(_PERIODS)), "SY003")
row(SY, "sy:updateFrequency", "channel", integer(1), "SY003")
row(SY, "sy:updateBase", "channel", w3c_fault, "SY003")
fact(
    SY,
    "003",
    "value",
    summary="A feed says how often it changes: a period of five words, a number of times in it, a W3C date.",
    hint="Write hourly, daily, weekly, monthly or yearly into sy:updatePeriod and a whole number into "
    "sy:updateFrequency.",
    bad=Change(_PERIOD, "<sy:updatePeriod>every hour</sy:updatePeriod>"),
    good=Change(_PERIOD, "<sy:updatePeriod>\nhourly </sy:updatePeriod>"),
)

_COMMENTS = "<slash:comments>12</slash:comments>"
_PARADE = "<slash:hit_parade>12, 9,5,0</slash:hit_parade>"

SLASH = extension(
    "slash",
    "RDF Site Summary 1.0 Slash",
    "SLASH",
    "https://web.resource.org/rss/1.0/modules/slash/",
    item=f"{_COMMENTS}\n      {_PARADE}\n      <slash:section>sea</slash:section>",
)
once(SLASH, _COMMENTS)
names(SLASH, "section department", "item")
row(SLASH, "slash:comments", "item", integer(0), "SLASH003")
row(SLASH, "slash:hit_parade", "item", matching(r"\d+(?:,\s*\d+)*", "whole numbers with commas"), "SLASH003")
fact(
    SLASH,
    "003",
    "number",
    summary="slash:comments is a whole number, slash:hit_parade several with commas between them.",
    hint="Write digits alone; leave the element out where the number is not known.",
    bad=Change(_COMMENTS, "<slash:comments>none</slash:comments>"),
    good=Change(_COMMENTS, "<slash:comments>0</slash:comments>"),
)

_FORM = "<wfw:comment>https://harbour.example/2026/11/ferry/comment</wfw:comment>"
_FEED = "<wfw:commentRss>https://harbour.example/2026/11/ferry/comments.xml</wfw:commentRss>"

WFW = extension(
    "wfw",
    "the CommentAPI",
    "WFW",
    "https://www.rssboard.org/comment-api",
    item=f"{_FORM}\n      {_FEED}",
)
once(WFW, _FEED)
for _name in ("comment", "commentRss", "commentRSS"):
    row(WFW, f"wfw:{_name}", "item", uris.absolute, "WFW003")
fact(
    WFW,
    "003",
    "address",
    summary="wfw:comment and wfw:commentRss hold absolute addresses.",
    hint="Write the whole address, with https:// and the host.",
    bad=Change(_FEED, "<wfw:commentRss>/2026/11/ferry/comments.xml</wfw:commentRss>"),
)


@WFW.rule(
    "WFW004",
    "wfw-spelling",
    "warning",
    on="item/wfw:commentRSS",
    summary="The feed of comments is named by wfw:commentRss, with small letters at its end.",
    hint="Write wfw:commentRss.",
    read=READ,
    bad=Change(_FEED, _FEED.replace("commentRss", "commentRSS")),
)
def spelling(view: View, context: Context) -> Iterator[Problem]:
    """The spelling of an early document that had a slip of the pen."""
    yield Problem(view, "wfw:commentRSS is spelt wfw:commentRss")
