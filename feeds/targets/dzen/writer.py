"""Writes RSS for a Dzen channel, and the seamless RSS for the channel and News."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.article import Article, Image
from feeds.markup.dialect import Dialect
from feeds.markup.nodes import Body, Element
from feeds.markup.text import plain, squeeze
from feeds.markup.write import write
from feeds.syndication.extension import Extension
from feeds.syndication.fragment import rss_frame, rss_item
from feeds.syndication.item import author_line, begin, enclose, logos, pictures, rss_channel
from feeds.syndication.media import rating
from feeds.syndication.node import Node
from feeds.syndication.story import illustrated, story
from feeds.targets.dzen import facts
from feeds.targets.target import Channel, Frame, Refusal, Setting

BODY = Dialect(
    name="dzen",
    keep=frozenset(facts.TAGS - {"h1", "b", "i", "u", "source"}),
    rename={"strong": "b", "em": "i"},
    attributes={
        "a": frozenset({"href"}),
        "img": frozenset({"src", "alt", "width", "height"}),
        "source": frozenset({"src", "type"}),
    },
    video_source=True,
    breaks="paragraph",
    table="paragraphs",
    plain_items=True,
    flat_lists=True,
    nbsp="space",
)


class Dzen(Extension):
    """The namespaces of a channel's feed."""

    prefixes = ("media",)


class DzenNews(Extension):
    """The namespaces of the seamless feed."""

    prefixes = ("media", "yandex")


class DzenWriter:
    """Articles or posts for a channel; how they appear is said in `category`."""

    version = 1

    def refuse(self, article: Article, setting: Setting) -> Refusal | None:
        """Takes texts of 300 characters and more: the importer passes over shorter ones."""
        length = len(plain(_body(article, facts.COVER_WIDTH, 0)).replace("\n\n", " "))
        if length >= facts.TEXT_CHARACTERS:
            return None
        reason = f"the text has {length} characters; Dzen takes stories of {facts.TEXT_CHARACTERS} and more"
        return Refusal("text-short", reason)

    def item(self, article: Article, setting: Setting) -> bytes:
        """The story with all its pictures that are wide enough."""
        entry = begin(article, setting.publication, Dzen)
        enclose(entry, _covers(article), types=facts.IMAGE_TYPES)
        entry.content(write(_body(article, facts.COVER_WIDTH, 0), BODY))
        entry.add(*rating(article, "nonadult"))
        entry.add(*(Node("category", directive) for directive in _directives(setting.options)))
        return rss_item(entry)

    def frame(self, channel: Channel) -> Frame:
        """The channel."""
        return Frame(*rss_frame(rss_channel(channel, channel.setting.publication, Dzen)))


class DzenNewsWriter(DzenWriter):
    """Stories for News, for the channel, or for both, as contentType says."""

    version = 1

    def item(self, article: Article, setting: Setting) -> bytes:
        """The story; its text and headline are the page's, for Dzen compares them."""
        entry = begin(article, setting.publication, DzenNews)
        if article.section:
            entry.category(term=squeeze(article.section))
        enclose(entry, _covers(article), types=facts.IMAGE_TYPES)
        entry.content(write(_body(article, facts.IMAGE_WIDTH, facts.IMAGE_HEIGHT), BODY))
        entry.add(Node("contentType", setting.options.content_type), *rating(article, "nonadult"))
        if names := author_line(article):
            entry.add(Node("author", names))
        return rss_item(entry)

    def frame(self, channel: Channel) -> Frame:
        """The channel with both logos."""
        feed = rss_channel(channel, channel.setting.publication, DzenNews)
        feed.add(*logos(channel.setting.publication))
        return Frame(*rss_frame(feed))


def _directives(options: facts.ChannelOptions) -> Iterator[str]:
    if options.draft:
        yield facts.DRAFT
    if options.format is not None:
        yield facts.FORMATS[options.format]
    if options.index is not None:
        yield facts.INDEXING[options.index]
    if options.comments is not None:
        yield facts.COMMENTING[options.comments]


def _covers(article: Article) -> list[Image]:
    """The pictures that may stand for the story: those not known to be too narrow."""
    return [i for i in pictures(article) if i.width is None or i.width >= facts.COVER_WIDTH]


def _body(article: Article, width: int, height: int) -> Body:
    """The story without pictures that are known to be smaller than Dzen takes."""
    cover = article.cover
    fitting = cover is None or cover.width is None or cover.width >= facts.COVER_WIDTH

    def fit(image: Element) -> bool:
        size = (image.attributes.get("width", ""), image.attributes.get("height", ""))
        return all(
            not said.isdecimal() or int(said) >= least
            for said, least in zip(size, (width, height), strict=True)
        )

    return illustrated(story(article, cover=fitting), fit)


WRITER = DzenWriter()
NEWS_WRITER = DzenNewsWriter()
