"""Writes RSS for Flipboard."""

from __future__ import annotations

from feeds.article import Article
from feeds.markup.write import write
from feeds.syndication.extension import Extension
from feeds.syndication.fragment import rss_frame, rss_item
from feeds.syndication.item import EveryStory, authors, begin, enclose, pictures, rss_channel
from feeds.syndication.media import picture
from feeds.syndication.story import READER, story, subjects
from feeds.targets.flipboard import facts
from feeds.targets.target import Channel, Frame, Setting


class Flipboard(Extension):
    """The namespaces of Flipboard's feed."""

    prefixes = ("dc", "media")


class FlipboardWriter(EveryStory):
    """The whole story, and its first picture that is large enough."""

    version = 1

    def item(self, article: Article, setting: Setting) -> bytes:
        """The story."""
        entry = begin(article, setting.publication, Flipboard)
        entry.author(authors(article))
        entry.category([{"term": subject} for subject in subjects(article)])
        entry.content(write(story(article), READER))
        large = [
            i for i in pictures(article) if min(i.width or 10**6, i.height or 10**6) >= facts.IMAGE_PIXELS
        ]
        enclose(entry, large, most=1)
        entry.add(*map(picture, large[:1]))
        return rss_item(entry)

    def frame(self, channel: Channel) -> Frame:
        """The channel."""
        return Frame(*rss_frame(rss_channel(channel, channel.setting.publication, Flipboard)))


WRITER = FlipboardWriter()
