"""RSS for MSN's Partner Hub."""

from __future__ import annotations

from feeds.targets.msn import facts
from feeds.targets.target import Target

TARGETS = (
    Target(
        name="msn",
        title="RSS for MSN",
        summary="full text for Microsoft's Partner Hub",
        platform="MSN",
        spec="https://support.microsoft.com/msn/partner-hub",
        media_type="application/rss+xml",
        window=facts.WINDOW,
        limit=facts.LIMIT,
        most=facts.MOST,
        writer="feeds.targets.msn.writer:WRITER",
        rules="feeds.targets.msn.rules:RULES",
        signs={"mi:shortTitle": 7, "mi:hasSyndicationRights": 7, "mi:dateTimeWritten": 7},
        robots=(("bingbot",), ("msnbot",)),
        obedient=True,
    ),
)
