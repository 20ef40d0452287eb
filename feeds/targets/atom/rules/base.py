"""The rule set of Atom 1.0, and a feed that keeps to all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.checking.document import ATOM
from feeds.checking.extensions import MODULES
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.rule import Change, RuleSet
from feeds.checking.structure import Vocabulary

if TYPE_CHECKING:
    from feeds.checking.finding import Severity

SPEC = "https://www.rfc-editor.org/rfc/rfc4287"
READ = "2026-11-25"
NOW = "2026-11-23T12:00:00+03:00"
URL = "https://harbour.example/feed.atom"

FEED_ID = "<id>tag:harbour.example,2026:feed</id>"
FEED_TITLE = "<title>Harbour Post</title>"
FEED_UPDATED = "<updated>2026-11-22T18:05:00Z</updated>"
SUBTITLE = '<subtitle type="text">News from the harbour</subtitle>'
FEED_AUTHOR = "<author><name>Harbour Post</name><uri>/about</uri><email>desk@harbour.example</email></author>"
SELF = f'<link rel="self" type="application/atom+xml" href="{URL}"/>'
HOME = '<link rel="alternate" type="text/html" hreflang="en" href="https://harbour.example/"/>'
GENERATOR = '<generator uri="https://harbour.example/cms" version="2">Pier</generator>'
ICON = "<icon>https://harbour.example/icon.png</icon>"

ENTRY_ID = "<id>tag:harbour.example,2026:48211</id>"
ENTRY_TITLE = "<title>Ferry service resumes after storm</title>"
PUBLISHED = "<published>2026-11-22T17:40:00Z</published>"
ENTRY_UPDATED = "<updated>2026-11-22T18:04:00Z</updated>"
ENTRY_LINK = '<link rel="alternate" type="text/html" href="https://harbour.example/2026/11/ferry"/>'
CATEGORY = '<category term="transport" scheme="https://harbour.example/topics" label="Transport"/>'
SUMMARY = "<summary>Crossings restarted on Sunday evening.</summary>"
CONTENT = (
    '<content type="html">&lt;p&gt;Crossings restarted on '
    '&lt;a href="https://harbour.example/sunday"&gt;Sunday&lt;/a&gt;.&lt;/p&gt;</content>'
)
SECOND_ID = "<id>https://harbour.example/2026/11/library</id>"
SECOND_AUTHOR = "<author><name>Ida Moen</name></author>"
SOURCE = (
    "<source><id>tag:coast.example,2026:feed</id><title>Coast Wire</title>"
    "<updated>2026-11-21T09:00:00Z</updated></source>"
)
XHTML = (
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <em>library</em> stays open.</p></div>'
    "</content>"
)


def _lines(indent: int, *lines: str) -> str:
    return "\n".join(" " * indent + line for line in lines)


EXAMPLE = f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
{_lines(2, FEED_ID, FEED_TITLE, SUBTITLE, FEED_UPDATED, FEED_AUTHOR, SELF, HOME, GENERATOR, ICON)}
  <entry>
{_lines(4, ENTRY_ID, ENTRY_TITLE, PUBLISHED, ENTRY_UPDATED, ENTRY_LINK, CATEGORY, SUMMARY, CONTENT)}
  </entry>
  <entry>
    {SECOND_ID}
    <title type="html">Library stays open &amp;amp; warm</title>
    <updated>2026-11-21T09:00:00+03:00</updated>
{_lines(4, SECOND_AUTHOR, SOURCE, XHTML)}
  </entry>
</feed>
"""

RULES = RuleSet(
    target="atom",
    title="Atom 1.0",
    prefix="ATOM",
    spec=SPEC,
    example=EXAMPLE,
    shape=ATOM,
    modules=tuple(rules for name, rules in MODULES.items() if name != "content"),
    vocabularies=(
        Vocabulary(uri=NAMESPACES["atom"], unknown="ATOM023", attribute="ATOM062"),
        Vocabulary(uri=NAMESPACES["content"], unknown="ATOM023"),
        Vocabulary(uri=NAMESPACES["xhtml"], unknown="ATOM073"),
        Vocabulary(uri="", unknown="ATOM063", bare="ATOM063"),
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
) -> None:
    """Declares a rule whose breach rows find."""
    RULES.facts(
        f"ATOM{code}",
        name,
        severity,
        on="item",
        summary=summary,
        hint=hint,
        bad=bad,
        good=good,
        now=NOW,
        url=URL,
        read=READ,
    )
