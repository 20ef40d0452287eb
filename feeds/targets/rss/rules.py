"""The rules of RSS 2.0."""

from __future__ import annotations

from feeds.checking.document import RSS
from feeds.checking.rule import Change, RuleSet
from feeds.checking.structure import Row
from feeds.checking.values import absolute_url, nonblank

EXAMPLE = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
  <channel>
    <title>Harbour Post</title>
    <link>https://harbour.example/</link>
    <description>News from the harbour</description>
  </channel>
</rss>
"""

RULES = RuleSet(
    target="rss",
    title="RSS 2.0",
    prefix="RSS",
    spec="https://www.rssboard.org/rss-specification",
    example=EXAMPLE,
    shape=RSS,
    structure=(
        Row(on="channel", name="title", missing="RSS004", value=nonblank, invalid="RSS004"),
        Row(on="channel", name="link", missing="RSS004", value=absolute_url, invalid="RSS004"),
        Row(on="channel", name="description", missing="RSS004"),
    ),
)

RULES.facts(
    "RSS004",
    "channel",
    "error",
    on="channel",
    summary="The channel has a title, a link and a description.",
    hint="Write the three into the channel: its name, the site's address, and a line about it.",
    bad=Change("<title>Harbour Post</title>", ""),
)
