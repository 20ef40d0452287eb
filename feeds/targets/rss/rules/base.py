"""The rule set of RSS 2.0, and a feed that keeps to all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.checking.document import RSS
from feeds.checking.extensions import MODULES
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.rule import Change, RuleSet
from feeds.checking.structure import Vocabulary

if TYPE_CHECKING:
    from feeds.checking.finding import Severity

SPEC = "https://www.rssboard.org/rss-specification"
PROFILE = "https://www.rssboard.org/rss-profile"
READ = "2026-11-25"
NOW = "2026-11-23T12:00:00+03:00"
URL = "https://harbour.example/feed.xml"

TITLE = "<title>Harbour Post</title>"
LINK = "<link>https://harbour.example/</link>"
DESCRIPTION = "<description>News from the harbour</description>"
LANGUAGE = "<language>en-gb</language>"
BUILT = "<lastBuildDate>Sun, 22 Nov 2026 18:05:00 +0000</lastBuildDate>"
EDITOR = "<managingEditor>desk@harbour.example (Ida Moen)</managingEditor>"
TTL = "<ttl>15</ttl>"
IMAGE_SIZE = "<width>88</width><height>31</height>"
IMAGE_TITLE = (
    "<title><![CDATA[Harbour Post]]></title><link><![CDATA[https://harbour.example/]]></link></image>"
)
IMAGE = f"<image><url>https://harbour.example/logo.png</url>{IMAGE_SIZE}{IMAGE_TITLE}"
CLOUD = '<cloud domain="rpc.harbour.example" port="80" path="/rpc" registerProcedure="notify" protocol="xml-rpc"/>'
SKIPPED = "<skipHours><hour>0</hour><hour>1</hour></skipHours><skipDays><day>Sunday</day></skipDays>"
SELF = f'<atom:link rel="self" type="application/rss+xml" href="{URL}"/>'
HUB = '<atom:link rel="hub" href="https://hub.example/"/>'

ITEM_TITLE = "<title>Ferry service resumes after storm</title>"
ITEM_LINK = "<link>https://harbour.example/2026/11/ferry</link>"
GUID = '<guid isPermaLink="false">tag:harbour.example,2026:48211</guid>'
DATE = "<pubDate>Sun, 22 Nov 2026 17:40:00 +0000</pubDate>"
CREATOR = "<dc:creator>Ida Moen</dc:creator>"
CATEGORY = '<category domain="https://harbour.example/topics">Transport</category>'
TEXT = (
    '<description>&lt;p&gt;Crossings restarted on &lt;a href="https://harbour.example/sunday"&gt;Sunday&lt;/a&gt; '
    "evening.&lt;/p&gt;</description>"
)
ENCLOSURE = '<enclosure url="https://cdn.harbour.example/ferry.mp3" length="184320" type="audio/mpeg"/>'
SOURCE = '<source url="https://coast.example/feed.xml">Coast Wire</source>'
SECOND_TITLE = "<title>Library stays open at night</title>"
SECOND_GUID = "<guid>https://harbour.example/2026/11/library</guid>"
SECOND_AUTHOR = "<author>moen@harbour.example (Ida Moen)</author>"


def _lines(indent: int, *lines: str) -> str:
    return "\n".join(" " * indent + line for line in lines)


EXAMPLE = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>
{_lines(4, TITLE, LINK, DESCRIPTION, LANGUAGE, EDITOR, BUILT, TTL, IMAGE, CLOUD, SKIPPED, SELF, HUB)}
    <item>
{_lines(6, ITEM_TITLE, ITEM_LINK, TEXT, GUID, DATE, CREATOR, CATEGORY, ENCLOSURE, SOURCE)}
    </item>
    <item>
{_lines(6, SECOND_TITLE, SECOND_GUID, SECOND_AUTHOR)}
      <pubDate>Sat, 21 Nov 2026 09:00:00 GMT</pubDate>
    </item>
  </channel>
</rss>
"""

RULES = RuleSet(
    target="rss",
    title="RSS 2.0",
    prefix="RSS",
    spec=SPEC,
    example=EXAMPLE,
    shape=RSS,
    modules=tuple(rules for name, rules in MODULES.items() if name != "at"),
    vocabularies=(
        Vocabulary(uri="", unknown="RSS008", attribute="RSS051", bare="RSS052"),
        Vocabulary(uri=NAMESPACES["atom"], unknown="RSS008", attribute="RSS051"),
        Vocabulary(uri=NAMESPACES["xhtml"], unknown="RSS008"),
    ),
)


def fact(
    code: str,
    name: str,
    severity: Severity,
    *,
    summary: str,
    hint: str,
    bad: Change,
    good: Change | None = None,
    spec: str = SPEC,
) -> None:
    """Declares a rule whose breach rows find."""
    RULES.facts(
        f"RSS{code}",
        name,
        severity,
        on="item",
        summary=summary,
        hint=hint,
        bad=bad,
        good=good,
        spec=spec,
        now=NOW,
        url=URL,
        read=READ,
    )
