"""A feed's source as one file that needs nothing else."""

from __future__ import annotations

from datetime import datetime

from feeds.build.plan import FeedPlan
from feeds.pages.assets import text
from feeds.pages.readable.source import source
from feeds.pages.readable.view import Document, source_page
from feeds.pages.security import alone
from feeds.pages.subscribe.page import compact
from feeds.publication import Configuration
from feeds.targets.check import check
from feeds.wording import Wording


def source_alone(
    configuration: Configuration, plan: FeedPlan, content: bytes, now: datetime, say: Wording
) -> str:
    """The source of a feed's document with findings at its lines: all of them, on one page."""
    from markupsafe import Markup

    publication = configuration.publication.name
    findings = check(content, plan.target.name, now=now, url=plan.channel.url, publication=publication)
    style = compact(text("tokens.css") + text("pages.css") + text("readable.css"))
    return source_page(
        configuration,
        Document(plan.path, plan, len(content)),
        source(content, findings, 1, content.count(b"\n") + 1),
        say,
        alone=True,
        style=Markup(style),  # noqa: S704  (our own style sheets)
        policy=alone(style),
    )
