"""What a feed says of itself: where its stories come from, and whether it is one of ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from feeds.intake.draft import Circumstances, Draft
from feeds.intake.normalise.coerce import some_line
from feeds.intake.normalise.language import of_letters, tag
from feeds.syndication.forms import own_identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """The feed: its name, its home page, the language and the authors that it states for all its items."""

    title: str | None = None
    home: str | None = None
    base: str | None = None
    language: str | None = None
    rights: str | None = None
    authors: tuple[dict[str, Any], ...] = ()
    ours: bool = False

    def own_authors(self, circumstances: Circumstances) -> list[dict[str, Any]]:
        """The persons that the feed names for all its items; the outlet itself is none."""
        return [one for one in self.authors if not self._is_outlet(one, circumstances)]

    def _is_outlet(self, author: dict[str, Any], circumstances: Circumstances) -> bool:
        name = (some_line(author.get("name")) or "").casefold()
        known = [n.casefold() for n in (self.title, circumstances.site) if n]
        outlet = any(name in one or one in name for one in known) if name else True
        page = _site(author.get("url"))
        return outlet or self.ours or (page is not None and page == _site(self.home))

    def without_outlet(self, authors: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """An item's authors; where one of our feeds names the outlet, it is because the story has none."""
        outlets = [one.get("name") for one in self.authors] if self.ours else []
        return [one for one in authors if one.get("name") not in outlets]


def _site(address: str | None) -> str | None:
    """A home page's address without what does not tell it from another; None for any other page."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return parts.netloc.lower().removeprefix("www.") if parts.path in ("", "/") and parts.netloc else None


def identity(stated: str, channel: Channel, circumstances: Circumstances) -> str:
    """The id of the story behind the one that a feed states.

    Feeds of ours state a `tag:` URI for a story whose own id is no IRI. Where it was made for the
    outlet that reads it, or for the feed's own outlet when the reader's is not known, the story's id is
    what it was made from. Any other id stays as it is, so that what we publish keeps it.
    """
    home = circumstances.home or channel.home
    return own_identity(stated, home) if home else stated


def offer_language(draft: Draft, channel: Channel, sample: str, where: str) -> None:
    """Offers the feed's language, unless the story's letters belong to another one."""
    stated = tag(channel.language or "")
    if stated is None:
        return
    told = of_letters(sample, stated)
    if told and told.partition("-")[0] != stated.partition("-")[0]:
        draft.note(where, f"{stated} is not the language of this story's letters")
    else:
        draft.offer("language", stated, where)
