"""Writes SmartFormat, the RSS of SmartNews."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from feeds.article import Article, Retraction
from feeds.markup.address import without_tracking
from feeds.markup.nodes import Element
from feeds.markup.serialise import serialise
from feeds.markup.text import shorten, squeeze
from feeds.markup.write import write
from feeds.publication import Publication
from feeds.syndication.entry import Entry
from feeds.syndication.extension import Extension
from feeds.syndication.forms import rfc822, uri
from feeds.syndication.fragment import rss_frame, rss_item
from feeds.syndication.item import authors, begin, pictures, rss_channel
from feeds.syndication.node import Node
from feeds.syndication.story import READER, identity, lacks_text, story, subjects
from feeds.targets.smartnews import facts
from feeds.targets.target import Channel, Frame, Refusal, Setting

BODY = replace(READER, name="smartnews", keep=READER.keep | {"iframe"}, embed="figure")


class SmartNews(Extension):
    """The namespaces of SmartFormat."""

    prefixes = ("dc", "media", "snf")


class SmartNewsWriter:
    """The whole story with the cover inside, and again as a thumbnail."""

    version = 1

    def refuse(self, article: Article, setting: Setting) -> Refusal | None:
        """Takes stories with a text and a picture."""
        if reason := lacks_text(article, "SmartNews"):
            return Refusal("text-missing", reason)
        if article.cover is None:
            return Refusal("picture-missing", "the story has no picture, and SmartNews takes none without")
        return None

    def item(self, article: Article, setting: Setting) -> bytes:
        """The story, marked as active."""
        entry = begin(article, setting.publication, SmartNews)
        entry.link(href=without_tracking(uri(article.url)), replace=True)
        entry.author(authors(article) or [{"name": setting.publication.name}])
        entry.category([{"term": subject} for subject in subjects(article)])
        entry.content(write(story(article), BODY))
        for cover in pictures(article)[:1]:
            entry.add(Node("media:thumbnail", attributes={"url": uri(cover.url)}))
        entry.add(Node("media:status", attributes={"state": "active"}))
        return rss_item(entry)

    def frame(self, channel: Channel) -> Frame:
        """The channel with its logos, and word of each story that was taken back."""
        feed = rss_channel(channel, channel.setting.publication, SmartNews)
        feed.description(shorten(channel.description, facts.DESCRIPTION_CHARACTERS))
        feed.add(*_furniture(channel))
        if channel.setting.options.ttl:
            feed.ttl(channel.setting.options.ttl)
        head, tail = rss_frame(feed)
        gone = [_deleted(retraction, channel.setting.publication) for retraction in channel.retractions]
        return Frame(head + b"".join(gone), tail)


def _furniture(channel: Channel) -> Iterator[Node]:
    options = channel.setting.options
    if channel.updated:
        yield Node("pubDate", rfc822(channel.updated))
    if logo := options.logo or channel.setting.publication.logo:
        yield Node("snf:logo", children=(Node("url", uri(logo)),))
    if options.logo_dark:
        yield Node("snf:darkModeLogo", children=(Node("url", uri(options.logo_dark)),))


def _deleted(retraction: Retraction, publication: Publication) -> bytes:
    """What takes a story off SmartNews: its guid, marked as deleted, with a new date.

    SmartNews wants all that it wants of other items, and shows nothing of it.
    """
    said = squeeze(retraction.reason or retraction.id)
    entry = Entry(SmartNews)
    entry.title(said)
    entry.link(href=without_tracking(uri(retraction.url)))
    entry.guid(identity(retraction, publication))
    entry.published(retraction.when)
    entry.author(name=publication.name)
    entry.description(said)
    entry.content(serialise([Element("p", children=[said])]))
    if logo := publication.logo_square or publication.logo:
        entry.add(Node("media:thumbnail", attributes={"url": uri(logo)}))
    entry.add(Node("media:status", attributes={"state": "deleted"}))
    return rss_item(entry)


WRITER = SmartNewsWriter()
