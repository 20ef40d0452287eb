"""Writes RSS for the import into a VK community."""

from __future__ import annotations

from feeds.article import Article
from feeds.markup.dialect import Dialect
from feeds.markup.write import write
from feeds.syndication.extension import Extension
from feeds.syndication.fragment import rss_frame, rss_item
from feeds.syndication.item import EveryStory, begin, enclose, pictures, rss_channel
from feeds.syndication.story import story
from feeds.targets.target import Channel, Frame, Setting
from feeds.targets.vk import facts

BODY = Dialect(
    name="vk",
    keep=frozenset(facts.TAGS - {"b", "i"}),
    rename={"strong": "b", "em": "i", "h4": "h3"},
    attributes={"a": frozenset({"href"}), "img": frozenset({"src", "alt"})},
    video="link",
    breaks="paragraph",
    table="paragraphs",
    flat_lists=True,
)


class VkWriter(EveryStory):
    """Plain RSS: VK has published no format of its own."""

    version = 1

    def item(self, article: Article, setting: Setting) -> bytes:
        """The story: its lead for posts with a link, its text for VK articles, one picture."""
        entry = begin(article, setting.publication, Extension)
        if setting.options.full_text:
            entry.content(write(story(article), BODY))
        enclose(entry, pictures(article), types=facts.IMAGE_TYPES, most=1)
        return rss_item(entry)

    def frame(self, channel: Channel) -> Frame:
        """The channel."""
        return Frame(*rss_frame(rss_channel(channel, channel.setting.publication, Extension)))


WRITER = VkWriter()
