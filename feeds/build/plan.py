"""A configured feed with everything that publishing it needs, worked out once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Literal
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

import msgspec

from feeds import __version__
from feeds.article import Retraction
from feeds.checking.policy import Policy, concerning
from feeds.configuration.outputs import options_of
from feeds.publication import Configuration, Feed, History, encode_value
from feeds.targets import registry
from feeds.targets.target import Channel, Paging, Setting, Target


@dataclass(frozen=True, kw_only=True)
class FeedPlan:
    """One feed: its target, its frame, how old its stories may be, and how many it takes."""

    feed: Feed
    target: Target
    channel: Channel
    window: timedelta | None
    limit: int | None
    history: History = field(default_factory=History)
    policy: Policy | None = None

    @property
    def path(self) -> str:
        """The path that names the feed."""
        return self.feed.path

    @property
    def newest_first(self) -> bool:
        """Whether the newest stories come first."""
        return self.feed.order == "newest"

    def since(self, now: datetime) -> float | None:
        """The instant before which stories are too old; None where none is."""
        return (now - self.window).timestamp() if self.window else None

    @cached_property
    def item_key(self) -> str:
        """A hash of all that an item depends on besides its article."""
        writer = registry.writer(self.target.name)
        return f"{__version__}:{self.target.name}:{writer.version}:{self.channel.setting.key}"

    @cached_property
    def key(self) -> str:
        """A hash of all that the feed depends on besides the archive and the instant."""
        frame = (
            self.channel.url,
            self.channel.title,
            self.channel.link,
            self.channel.description,
            self.channel.language,
            self.channel.hubs,
        )
        parts: tuple[object, ...] = (self.item_key, self.feed, frame, self.window, self.limit)
        if self.policy is not None and self.policy.holding:
            parts = (*parts, self.policy.holding)
        written = msgspec.json.encode(parts, enc_hook=encode_value, order="sorted")
        return hashlib.blake2b(written, digest_size=12).hexdigest()

    @property
    def lapses(self) -> datetime | None:
        """The next instant at which an exception from the rules ceases to hold."""
        return self.policy.lapses if self.policy else None

    @property
    def layout(self) -> Literal["single", "monthly", "archived"]:
        """How the feed lies in documents."""
        return "archived" if self.feed.archives else self.target.layout

    @cached_property
    def without_limit(self) -> FeedPlan:
        """The same feed, as full as it may be: its archives."""
        return replace(self, limit=None)

    def channel_for(
        self,
        url: str,
        updated: datetime | None,
        retractions: tuple[Retraction, ...] = (),
        paging: Paging | None = None,
    ) -> Channel:
        """The frame of one document of the feed."""
        return replace(self.channel, url=url, updated=updated, retractions=retractions, paging=paging)


def plans(configuration: Configuration, now: datetime | None = None) -> list[FeedPlan]:
    """A plan for each configured feed, in the order of the file.

    Those that are to be built need `now`, at which some of the exceptions from rules hold.
    """
    return [_plan(configuration, feed, now) for feed in configuration.feeds]


def _plan(configuration: Configuration, feed: Feed, now: datetime | None) -> FeedPlan:
    target = registry.target(feed.target)
    publication = configuration.publication
    setting = Setting(
        target=target.name,
        publication=publication,
        base_url=configuration.base_url,
        options=options_of(feed),
    )
    channel = Channel(
        setting=setting,
        url=urljoin(configuration.base_url, feed.path),
        title=_title(publication.name, feed),
        link=feed.link or publication.url,
        description=feed.description or publication.description or publication.name,
        language=feed.language or publication.language,
        hubs=configuration.hubs,
    )
    ages = [age for age in (target.window, feed.select.max_age and feed.select.max_age.delta) if age]
    cap = target.most if target.layout == "single" else None  # in a parted feed it is each part's
    limits = [n for n in (feed.limit or target.limit, cap) if n]
    return FeedPlan(
        feed=feed,
        target=target,
        channel=channel,
        window=min(ages, default=None),
        limit=min(limits, default=None),
        history=configuration.history,
        policy=_policy(configuration, feed, now) if now else None,
    )


def _policy(configuration: Configuration, feed: Feed, now: datetime) -> Policy:
    """What of the rules is seen otherwise for a feed."""
    zone = ZoneInfo(configuration.publication.timezone)
    return Policy(concerning(configuration.checks, feed.path), now, zone)


def _title(name: str, feed: Feed) -> str:
    """A section's feed says whose it is: readers list it among those of other outlets."""
    return name if not feed.title else feed.title if name in feed.title else f"{name} — {feed.title}"
