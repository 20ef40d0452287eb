"""Writes RSS with yandex:full-text."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.article import Article, Link, Video
from feeds.markup.text import squeeze
from feeds.syndication.extension import Extension
from feeds.syndication.forms import media_type, uri
from feeds.syndication.fragment import rss_frame, rss_item
from feeds.syndication.item import author_line, begin, enclose, logos, pictures, rss_channel
from feeds.syndication.node import Node
from feeds.syndication.story import lacks_text, text
from feeds.targets.target import Channel, Frame, Refusal, Setting
from feeds.targets.yandex_news import facts


class YandexNews(Extension):
    """The namespaces of Yandex's feed."""

    prefixes = ("media", "yandex")


class YandexNewsWriter:
    """The full text is the body in plain paragraphs, as the page has it; the lead is the description."""

    version = 1

    def refuse(self, article: Article, setting: Setting) -> Refusal | None:
        """Takes stories that have a text."""
        reason = lacks_text(article, "Yandex")
        return Refusal("text-missing", reason) if reason else None

    def item(self, article: Article, setting: Setting) -> bytes:
        """The story with its pictures as enclosures and its videos in media:group."""
        entry = begin(article, setting.publication, YandexNews)
        if article.section:
            entry.category(term=squeeze(article.section))
        enclose(entry, pictures(article), types=facts.IMAGE_TYPES)
        entry.add(*_extras(article, setting))
        return rss_item(entry)

    def frame(self, channel: Channel) -> Frame:
        """The channel with both logos."""
        feed = rss_channel(channel, channel.setting.publication, YandexNews)
        feed.add(*logos(channel.setting.publication))
        return Frame(*rss_frame(feed))


def _extras(article: Article, setting: Setting) -> Iterator[Node]:
    full = text(article)
    if names := author_line(article):
        yield Node("author", names)
    for video in article.videos:
        yield from _group(video)
    if genre := _genre(article, len(full), setting.options.genre):
        yield Node("yandex:genre", genre)
    yield Node("yandex:full-text", full)
    if related := tuple(_related(link) for link in article.related if link.url and link.title):
        yield Node("yandex:related", children=related)


def _genre(article: Article, length: int, default: str | None) -> str | None:
    """A flash that is longer than Yandex's flashes is a message."""
    genre = facts.GENRE_OF[article.genre] if article.genre else default
    return "message" if genre == "lenta" and length > facts.LENTA_CHARACTERS else genre


def _group(video: Video) -> Iterator[Node]:
    parts = []
    if video.url:
        kind = media_type(video.url, video.type)
        parts.append(
            Node("media:content", attributes={"url": uri(video.url), **({"type": kind} if kind else {})})
        )
    if video.player:
        parts.append(Node("media:player", attributes={"url": uri(video.player)}))
    if parts and video.thumbnail:
        parts.append(Node("media:thumbnail", attributes={"url": uri(video.thumbnail)}))
    if parts:
        yield Node("media:group", children=tuple(parts))


def _related(link: Link) -> Node:
    picture = {"img": uri(link.image)} if link.image else {}
    return Node("link", squeeze(link.title or ""), {"url": uri(link.url or ""), **picture})


WRITER = YandexNewsWriter()
