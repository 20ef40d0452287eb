"""Shows stories as platforms show them, and feeds as pages."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from itertools import islice

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from feeds.archive import articles
from feeds.archive.archive import Archive
from feeds.article import Article
from feeds.build.plan import plans
from feeds.pages.preview.gather import cards
from feeds.pages.preview.view import Choice, choosing_page, frame_style, story_page
from feeds.pages.security import previewing
from feeds.pages.visitor import Visitor, html, visitor
from feeds.publication import Configuration
from feeds.publish.outputs import output_of
from feeds.syndication.story import named_by

NEWEST = 40
"""Stories that are offered."""

SEARCHED = 2000
"""Newest stories whose headlines are searched."""

LONGEST = 2000
"""Characters of what is asked for that are looked at."""


class Preview:
    """Shows any story as each platform shows it."""

    def __init__(self, configuration: Configuration, archive: Archive) -> None:
        self.configuration = configuration
        self.plans = plans(configuration)
        self.archive = archive
        self.output = output_of(configuration)

    async def page(self, request: Request) -> Response:
        """A story, or the stories that may be chosen."""
        who = visitor(request, self.configuration.lang)
        return await asyncio.get_running_loop().run_in_executor(None, self._page, who)

    def _page(self, who: Visitor) -> Response:
        now = datetime.now(UTC)
        asked = who.query.get("story", "")[:LONGEST]
        words = who.query.get("q", "").strip()[:LONGEST]
        policy = previewing(frame_style())
        with self.archive.transaction() as connection:
            named = asked or words
            article = self._found(connection, named) if named else None
            if article is None:
                choices = list(_choices(connection, words or asked))
                page = choosing_page(self.configuration, choices, words or asked, now, who.say, who=who)
                return html(who, page, 404 if asked else 200, policy)
            wanted = [p for p in self.plans if who.query.get("feed") in (None, "", p.path)] or self.plans
            made = cards(connection, article, wanted, self.output, now)
        return html(who, story_page(self.configuration, article, made, now, who.say, who=who), 200, policy)

    def _found(self, connection: Connection, named: str) -> Article | None:
        names = named_by(named, self.configuration.publication)
        return next(filter(None, (articles.find(connection, name) for name in names)), None)


def _choices(connection: Connection, words: str) -> list[Choice]:
    """The newest stories, or those whose headline, id or address has the words."""
    if not words:
        wanted = articles.nearest(connection, "", NEWEST)
    else:
        folded = words.casefold().split()
        near = articles.nearest(connection, words, NEWEST)
        newest = [head.id for head in islice(articles.heads(connection), SEARCHED)]
        titles = articles.records(connection, newest)
        wanted = [
            *near,
            *(i for i in newest if i in titles and _has(titles[i].title, folded) and i not in near),
        ]
    found = articles.records(connection, wanted[:NEWEST])
    return [Choice(i, found[i].title, found[i].published) for i in wanted[:NEWEST] if i in found]


def _has(title: str, words: list[str]) -> bool:
    folded = title.casefold()
    return all(word in folded for word in words)
