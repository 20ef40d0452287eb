"""The document and its channel."""

from __future__ import annotations

from feeds.checking.demands import channel as channels
from feeds.checking.demands import declare
from feeds.targets.dzen import facts
from feeds.targets.dzen.rules.base import PAGE, RULES

declare(RULES, "DZ001", "xml-wellformed", "error", channels.WELL_FORMED, sure="reported")
declare(RULES, "DZ002", "rss-root", "error", channels.RSS_2)
declare(
    RULES, "DZ003", "namespace-uri", "error", channels.bound("yandex", "content", "media"), sure="reported"
)
declare(RULES, "DZ004", "channel-title", "error", channels.CHANNEL_TITLED, sure="reported")
declare(RULES, "DZ005", "channel-link", "error", channels.CHANNEL_LINKED, sure="reported")
declare(RULES, "DZ006", "channel-language", "warning", channels.RUSSIAN, sure="reported")
declare(
    RULES,
    "DZ071",
    "too-many",
    "error",
    channels.at_most(facts.MOST),
    spec=PAGE,
    instead="A feed with 501 stories.",
)
declare(
    RULES,
    "DZ072",
    "size",
    "warning",
    channels.no_larger(facts.FEED_BYTES),
    sure="uncertain",
    instead="A document of more than 10 MB.",
)
