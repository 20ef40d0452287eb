"""Finds the story that somebody names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from feeds.article import Article
    from feeds.publication import Configuration


def named(connection: Connection, story: str, configuration: Configuration) -> Article:
    """The story with an id, an address, or the id that our feeds give it.

    Raises:
        UsageError: there is none; the message names those that may be meant.
    """
    from feeds.archive import articles
    from feeds.errors import UsageError
    from feeds.syndication.story import named_by

    names = named_by(story, configuration.publication)
    article = next(filter(None, (articles.find(connection, name) for name in names)), None)
    if article is not None:
        return article
    near, newest = articles.nearest(connection, story), articles.nearest(connection, "")
    hint = f"Did you mean {', '.join(near)}?" if near else f"The newest are {', '.join(newest)}."
    raise UsageError(
        f"the archive holds no story {story!r}",
        hint=hint if newest else "It holds none at all; feeds build reads the sources.",
    )
