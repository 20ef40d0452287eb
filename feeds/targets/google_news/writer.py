"""Writes Google's news sitemap."""

from __future__ import annotations

import re

from feeds.article import Article
from feeds.markup.text import squeeze
from feeds.syndication.forms import rfc3339, uri
from feeds.syndication.node import Node
from feeds.syndication.sitemap import address_fault, frame, images, url_item
from feeds.targets.google_news import facts
from feeds.targets.target import Channel, Frame, Refusal, Setting

PREFIXES = ("news", "image")


class GoogleNewsWriter:
    """Headline, date, outlet and pictures of the last 48 hours' stories."""

    version = 1

    def refuse(self, article: Article, setting: Setting) -> Refusal | None:
        """Takes stories whose address is not too long."""
        reason = address_fault(article)
        return Refusal("address-long", reason) if reason else None

    def item(self, article: Article, setting: Setting) -> bytes:
        """The story's address with what Google wants to know of it."""
        language = _language(article.language, setting.publication.language)
        outlet = (Node("news:name", setting.publication.name), Node("news:language", language))
        news = (
            Node("news:publication", children=outlet),
            Node("news:publication_date", rfc3339(article.published)),
            Node("news:title", squeeze(article.title)),
        )
        children = (
            Node("loc", uri(article.url)),
            Node("lastmod", rfc3339(article.changed)),
            Node("news:news", children=news),
            *(images(article) if setting.options.images else ()),
        )
        return url_item(*children)

    def frame(self, channel: Channel) -> Frame:
        """The document."""
        return Frame(*frame(PREFIXES))


def _language(*tags: str | None) -> str:
    """The first usable tag as Google writes languages: two or three letters, or Chinese by its script."""
    for tag in tags:
        primary, *rest = (tag or "").lower().replace("_", "-").split("-")
        if primary == "zh":
            return "zh-tw" if {"tw", "hk", "mo", "hant"}.intersection(rest) else "zh-cn"
        if re.fullmatch(facts.LANGUAGE, primary):
            return primary
    return "en"


WRITER = GoogleNewsWriter()
