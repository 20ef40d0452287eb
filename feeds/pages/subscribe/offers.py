"""The feeds as readers are offered them: by subject, each in its formats; and those that are for machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple
from urllib.parse import quote

from feeds.build.plan import FeedPlan
from feeds.publication import Selection
from feeds.targets.target import Target
from feeds.wording import Wording
from feeds.wording.dates import window

Role = Literal["reader", "search", "platform"]

FORMATS: dict[str, str] = {"rss": "RSS", "atom": "Atom", "json-feed": "JSON Feed"}
"""What readers call a format."""

SERVICES: dict[str, str] = {
    "Feedly": "https://feedly.com/i/subscription/feed/{url}",
    "Inoreader": "https://www.inoreader.com/?add_feed={url}",
    "NewsBlur": "https://www.newsblur.com/?url={url}",
}
"""Readers in the web that take a feed's address."""


class Service(NamedTuple):
    """A reader in the web, and where it takes a feed up."""

    name: str
    url: str


class Offer(NamedTuple):
    """One feed: its path below the page, its public address, its format, its media type, what it is for."""

    path: str
    url: str
    target: str
    format: str
    media_type: str
    title: str
    link: str
    platform: str
    purpose: str


class Subject(NamedTuple):
    """Feeds of the same stories in several formats, the preferred one first."""

    title: str
    description: str
    link: str
    offers: list[Offer]
    services: list[Service]


def role(target: Target) -> Role:
    """Whom a target is for."""
    if target.platform == "any reader":
        return "reader"
    return "search" if all(root.startswith("sitemap:") for root in target.roots) else "platform"


def offers(plans: Sequence[FeedPlan], wanted: Role, say: Wording) -> list[Offer]:
    """The feeds for readers, for search engines or for platforms, in the order of feeds.yaml."""
    return [_offer(plan, say) for plan in plans if role(plan.target) == wanted]


def _offer(plan: FeedPlan, say: Wording) -> Offer:
    target = plan.target
    return Offer(
        path=plan.path,
        url=plan.channel.url,
        target=target.name,
        format=FORMATS.get(target.name, say(target.title)),
        media_type=target.media_type,
        title=plan.channel.title,
        link=plan.channel.link,
        platform=say(target.platform),
        purpose=say(target.summary),
    )


def subjects(plans: Sequence[FeedPlan], say: Wording) -> list[Subject]:
    """The feeds for readers by what is in them."""
    grouped: dict[object, list[FeedPlan]] = {}
    for plan in plans:
        if role(plan.target) == "reader":
            grouped.setdefault((plan.channel.title, plan.channel.link, plan.feed.select), []).append(plan)
    return [_subject(group, say) for group in grouped.values()]


def _subject(group: list[FeedPlan], say: Wording) -> Subject:
    first = group[0]
    made = [_offer(plan, say) for plan in group]
    stated = next((plan.feed.description for plan in group if plan.feed.description), None)
    address = quote(made[0].url, safe="")
    services = [Service(name, form.format(url=address)) for name, form in SERVICES.items()]
    return Subject(
        title=first.channel.title,
        description=stated or "; ".join(_said(first.feed.select, say)),
        link=first.channel.link,
        offers=made,
        services=services,
    )


def _said(select: Selection, say: Wording) -> Iterator[str]:
    """What a selection takes, in words."""
    named = (
        ("{n:Section|Sections}: {names}", select.sections),
        ("{n:Tag|Tags}: {names}", select.tags),
        ("{n:Author|Authors}: {names}", select.authors),
        ("Without {n:section|sections}: {names}", select.except_sections),
        ("Without {n:tag|tags}: {names}", select.except_tags),
    )
    yield from (say(text, n=len(names), names=", ".join(names)) for text, names in named if names)
    if select.max_age:
        yield say("the last {span}", span=window(select.max_age.delta, say.language))
