"""Writes Atom 1.0 for readers and aggregators in general."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import ClassVar

from feeds.article import Article, Retraction
from feeds.markup.text import squeeze
from feeds.markup.write import write
from feeds.publication import Publication
from feeds.syndication.entry import Entry
from feeds.syndication.extension import Extension
from feeds.syndication.forms import media_type, rfc3339_utc, uri
from feeds.syndication.fragment import atom_frame, atom_item
from feeds.syndication.generator import Generator
from feeds.syndication.item import EveryStory, archive_nodes, authors, enclose, pictures
from feeds.syndication.media import location
from feeds.syndication.node import Node
from feeds.syndication.story import READER, description, iri, story, subjects
from feeds.targets.target import Channel, Frame, Setting

NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""When a feed that never held anything last changed: Atom wants a date, and no clock is read."""


class Atom(Extension):
    """The namespaces of a feed with tombstones and comments."""

    prefixes: ClassVar[tuple[str, ...]] = ("at", "dcterms", "georss", "thr")


class Paged(Atom):
    """The namespaces of a feed with archives."""

    prefixes = (*Atom.prefixes, "fh")


class AtomWriter(EveryStory):
    """Absolute addresses, dates in UTC, plain titles: what all readers take rightly."""

    version = 2

    def item(self, article: Article, setting: Setting) -> bytes:
        """The story as an entry."""
        entry = Entry(Atom)
        entry.id(iri(article, setting.publication))
        entry.title(article.title)
        entry.published(article.published)
        entry.updated(article.changed)
        entry.author(authors(article) or [_outlet(setting.publication)])
        entry.category([{"term": subject, "label": subject} for subject in subjects(article)])
        entry.description(description(article))
        if setting.options.full_text:
            entry.content(write(story(article), READER))
        if article.rights:
            entry.rights(article.rights)
        _link(entry, article)
        entry.add(*_extras(article))
        return atom_item(entry)

    def frame(self, channel: Channel) -> Frame:
        """The feed, with a tombstone for each story that was taken back."""
        publication = channel.setting.publication
        paging = channel.paging
        feed = Generator(Paged if paging else Atom)
        feed.id(uri(paging.current if paging else channel.url))
        feed.title(channel.title)
        feed.description(channel.description)
        feed.language(channel.language)
        feed.updated(max([r.when for r in channel.retractions], default=NEVER))
        if channel.updated:
            feed.updated(max(channel.updated, feed.updated()))
        feed.author(_outlet(publication))
        feed.link(href=uri(channel.url), rel="self", type="application/atom+xml")
        feed.link(href=uri(channel.link), type="text/html")
        for hub in channel.hubs:
            feed.link(href=uri(hub), rel="hub")
        _decorate(feed, publication)
        if paging:
            feed.add(*archive_nodes(paging, channel.url, "link"))
        feed.add(*(_tombstone(retraction, publication) for retraction in channel.retractions))
        return Frame(*atom_frame(feed))


def _outlet(publication: Publication) -> dict[str, str | None]:
    return {"name": publication.name, "uri": uri(publication.url), "email": publication.email}


def _decorate(feed: Generator, publication: Publication) -> None:
    if publication.logo_square:
        feed.icon(uri(publication.logo_square))
    if publication.logo:
        feed.logo(uri(publication.logo))
    if publication.copyright:
        feed.rights(publication.copyright)


def _link(entry: Entry, article: Article) -> None:
    entry.link(href=uri(article.url), type="text/html")
    enclose(entry, pictures(article), most=1)
    for video in article.videos:
        if video.url:
            kind = media_type(video.url, video.type)
            entry.enclosure(uri(video.url), media_type=kind, length=video.length)
    for related in article.related:
        if related.url:
            entry.link(href=uri(related.url), rel="related", type="text/html", title=related.title)


def _extras(article: Article) -> Iterator[Node]:
    if lead := squeeze(article.lead or ""):
        yield Node("dcterms:abstract", lead)  # a summary may be made from the text, this is the lead
    comments = article.comments
    if comments and comments.url:
        count = {} if comments.count is None else {"thr:count": str(comments.count)}
        facts = {"rel": "replies", "type": "text/html", "href": uri(comments.url), **count}
        yield Node("link", attributes=facts)
    if comments and comments.count is not None:
        yield Node("thr:total", str(comments.count))
    yield from location(article.place)


def _tombstone(retraction: Retraction, publication: Publication) -> Node:
    """RFC 6721: the story of that id is gone."""
    facts = {
        "ref": iri(retraction, publication),
        "when": rfc3339_utc(retraction.when),
    }
    reason = (Node("at:comment", retraction.reason),) if retraction.reason else ()
    return Node("at:deleted-entry", attributes=facts, children=reason)


WRITER = AtomWriter()
