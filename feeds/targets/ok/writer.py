"""Writes RSS for tools that post into groups on OK."""

from __future__ import annotations

from feeds.article import Article
from feeds.syndication.extension import Extension
from feeds.syndication.fragment import rss_frame, rss_item
from feeds.syndication.item import EveryStory, begin, enclose, pictures, rss_channel
from feeds.targets.target import Channel, Frame, Setting


class OkWriter(EveryStory):
    """Plain text and a link, which is all that a post on OK holds."""

    version = 1

    def item(self, article: Article, setting: Setting) -> bytes:
        """The headline, the lead, the link and the cover."""
        entry = begin(article, setting.publication, Extension)
        enclose(entry, pictures(article), most=1)
        return rss_item(entry)

    def frame(self, channel: Channel) -> Frame:
        """The channel."""
        return Frame(*rss_frame(rss_channel(channel, channel.setting.publication, Extension)))


WRITER = OkWriter()
