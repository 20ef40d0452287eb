"""Writes sitemaps with pictures, videos and translations, and their index."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.article import Article, Video
from feeds.markup.text import shorten, squeeze
from feeds.syndication.forms import language_tag, rfc3339, uri
from feeds.syndication.node import Node
from feeds.syndication.sitemap import address_fault, frame, images, index, url_item
from feeds.targets.sitemap import facts
from feeds.targets.target import Channel, Frame, Part, Refusal, Setting

PREFIXES = ("image", "video", "xhtml")


class SitemapWriter:
    """Parts that list stories, and an index that lists the parts."""

    version = 1

    def refuse(self, article: Article, setting: Setting) -> Refusal | None:
        """Takes stories whose address is not too long."""
        reason = address_fault(article)
        return Refusal("address-long", reason) if reason else None

    def item(self, article: Article, setting: Setting) -> bytes:
        """The story's address with what belongs to it."""
        options = setting.options
        children = [Node("loc", uri(article.url)), Node("lastmod", rfc3339(article.changed))]
        if options.translations and article.translations:
            children += _versions(article, setting.publication.language)
        if options.images:
            children += images(article)
        if options.videos:
            children += [node for video in article.videos for node in _video(video, article)]
        return url_item(*children)

    def frame(self, channel: Channel) -> Frame:
        """A part around its addresses."""
        return Frame(*frame(PREFIXES))

    def index(self, channel: Channel, parts: list[Part]) -> bytes:
        """The index of the parts."""
        return index(parts)


def _versions(article: Article, language: str) -> Iterator[Node]:
    """Every language's version of the story, its own included: a page that leaves itself out is ignored."""
    known = {language_tag(article.language) or language: article.url}
    for link in article.translations:
        if link.url and (tag := language_tag(link.language)):
            known.setdefault(tag, link.url)
    if len(known) > 1:
        for tag, address in known.items():
            facts = {"rel": "alternate", "hreflang": tag, "href": uri(address)}
            yield Node("xhtml:link", attributes=facts)


def _video(video: Video, article: Article) -> Iterator[Node]:
    """A video, if Google can use it: it must have a picture, and a file or a player besides the page."""
    thumbnail = video.thumbnail or (article.cover and article.cover.url)
    file = uri(video.url) if video.url and video.url != article.url else None
    if not thumbnail or not (file or video.player):
        return
    about = squeeze(video.caption or "") or squeeze(article.lead or "") or squeeze(article.title)
    seconds = video.duration if video.duration and video.duration <= facts.VIDEO_SECONDS else None
    said = (
        ("video:thumbnail_loc", uri(thumbnail)),
        ("video:title", squeeze(video.title or "") or squeeze(video.caption or "") or squeeze(article.title)),
        ("video:description", shorten(about, facts.VIDEO_DESCRIPTION_CHARACTERS)),
        ("video:content_loc", file),
        ("video:player_loc", video.player and uri(video.player)),
        ("video:duration", seconds and str(seconds)),
        ("video:publication_date", rfc3339(article.published)),
        ("video:family_friendly", "no" if article.rating == "adult" else None),
    )
    yield Node("video:video", children=tuple(Node(name, text) for name, text in said if text))


WRITER = SitemapWriter()
