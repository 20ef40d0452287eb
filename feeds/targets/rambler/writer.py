"""Writes RSS with rambler:fulltext."""

from __future__ import annotations

from feeds.article import Article
from feeds.markup.dialect import Dialect
from feeds.markup.write import write
from feeds.syndication.extension import Extension
from feeds.syndication.fragment import rss_frame, rss_item
from feeds.syndication.item import author_line, begin, enclose, pictures, rss_channel
from feeds.syndication.node import Node
from feeds.syndication.story import body_of, lacks_text, subjects, text
from feeds.targets.rambler import facts
from feeds.targets.target import Channel, Frame, Refusal, Setting

BODY = Dialect(
    name="rambler",
    keep=frozenset(facts.TAGS - {"b", "i"}),
    attributes={"a": frozenset({"href"})},
    image="drop",
    video="drop",
    audio="drop",
    embed="drop",
    table="paragraphs",
    flat_lists=True,
)


class Rambler(Extension):
    """The namespaces of Rambler's feed."""

    prefixes = ("rambler",)


class RamblerWriter:
    """Full text in simple HTML, pictures as enclosures."""

    version = 1

    def refuse(self, article: Article, setting: Setting) -> Refusal | None:
        """Takes stories that have a text."""
        reason = lacks_text(article, "Rambler")
        return Refusal("text-missing", reason) if reason else None

    def item(self, article: Article, setting: Setting) -> bytes:
        """The story; the lead is the description, the body the full text."""
        entry = begin(article, setting.publication, Rambler)
        entry.category([{"term": subject} for subject in subjects(article)[:1]])
        enclose(entry, pictures(article))
        if names := author_line(article):
            entry.add(Node("author", names))
        full = write(body_of(article.body), BODY) or text(article)
        entry.add(Node("rambler:fulltext", full, cdata=True))
        return rss_item(entry)

    def frame(self, channel: Channel) -> Frame:
        """The channel."""
        return Frame(*rss_frame(rss_channel(channel, channel.setting.publication, Rambler)))


WRITER = RamblerWriter()
