"""The document, its channel and its counters."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking.demands import channel as channels
from feeds.checking.demands import declare, media
from feeds.checking.demands.example import LANGUAGE
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.targets.turbo import facts
from feeds.targets.turbo.rules.base import ANALYTICS, PAGE, RULES


@RULES.rule(
    "TU001",
    "closed",
    "warning",
    on="feed",
    instead="Any feed that is made for Turbo pages.",
    summary="Turbo pages are closed.",
    hint='Switch the feed off; send each story once more with turbo="false" to take its page back.',
    spec=PAGE,
)
def closed(channel: View, context: Context) -> Iterator[Problem]:
    """Said of every feed; one that takes its stories back does what is left to do."""
    taken_back = all(item.get("turbo") == "false" for item in context.items)
    message = f"Search has shown no Turbo pages since {facts.CLOSED.isoformat()}"
    yield Problem(None, message, severity="info" if context.items and taken_back else None)


declare(RULES, "TU002", "xml-wellformed", "error", channels.WELL_FORMED, sure="reported")
declare(RULES, "TU003", "root", "error", channels.RSS_2, sure="reported")
declare(RULES, "TU004", "ns", "error", channels.bound("turbo", "yandex"))
declare(
    RULES,
    "TU040",
    "count",
    "error",
    channels.at_most(facts.MOST),
    sure="reported",
    instead="A feed with 501 stories.",
)


@RULES.rule(
    "TU031",
    "related-place",
    "error",
    on="channel",
    summary="yandex:related stands in the item.",
    hint="Move <yandex:related> from the channel into each item.",
    sure="reported",
    bad=Change(LANGUAGE, f"{LANGUAGE}<yandex:related><link url='https://zarya.example/1'/></yandex:related>"),
    good=Change(LANGUAGE, ""),
)
def related_in_channel(channel: View, context: Context) -> Iterator[Problem]:
    """Related links where nobody reads them."""
    for element in channel.all("yandex:related"):
        yield Problem(element, "yandex:related stands in the channel, where it is ignored")


@RULES.rule(
    "TU033",
    "analytics",
    "warning",
    on="channel/turbo:analytics",
    summary="Each counter has a known type and what it needs: custom a url, the others an id.",
    hint="Write type as one of " + ", ".join(sorted(facts.COUNTERS)) + "; add id, or url for custom.",
    sure="reported",
    bad=Change(ANALYTICS, '<turbo:analytics type="Yandex"/>'),
    good=Change(ANALYTICS, '<turbo:analytics type="custom" url="https://zarya.example/count"/>'),
)
def analytics(counter: View, context: Context) -> Iterator[Problem]:
    """Counters that count nothing."""
    kind = media.attribute(counter.element, "type")
    needed = {"custom": "url", "LiveInternet": ""}.get(kind, "id")
    if kind not in facts.COUNTERS:
        yield Problem(counter, f"turbo:analytics has an unknown type: {kind[:40]!r}")
    elif needed and not media.attribute(counter.element, needed):
        yield Problem(counter, f"turbo:analytics of type {kind} has no {needed}")
