"""Writes JSON Feed 1.1."""

from __future__ import annotations

from typing import Any

import msgspec

from feeds.article import Article, Person
from feeds.markup.text import squeeze
from feeds.markup.write import write
from feeds.publication import Publication
from feeds.syndication.forms import language_tag, legal, media_type, rfc3339, uri
from feeds.syndication.item import EveryStory
from feeds.syndication.story import READER, description, identity, story, subjects
from feeds.targets.json_feed.facts import VERSION
from feeds.targets.target import Channel, Frame, Setting

INDENT = b"    "
"""Where items stand in the document."""


class JsonFeedWriter(EveryStory):
    """Everything that the format has a place for; what is unknown is left out, never null."""

    version = 2

    def item(self, article: Article, setting: Setting) -> bytes:
        """The story as an object."""
        text = _text(_item(article, setting))
        return INDENT + text.replace(b"\n", b"\n" + INDENT)

    def frame(self, channel: Channel) -> Frame:
        """The document around the items, which are apart by commas."""
        head = _text(_feed(channel)).removesuffix(b"\n}")
        return Frame(head + b',\n  "items": [\n', b"\n  ]\n}\n", separator=b",\n")


def _text(facts: dict[str, Any]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(_known(facts)), indent=2)


def _known(value: Any) -> Any:
    """The value without what is absent or empty, each text without characters that no XML could hold."""
    if isinstance(value, dict):
        return {key: _known(v) for key, v in value.items() if v not in (None, "", (), [])}
    if isinstance(value, list | tuple):
        return [_known(v) for v in value]
    return legal(value) if isinstance(value, str) else value


def _item(article: Article, setting: Setting) -> dict[str, Any]:
    summary = description(article)
    whole = write(story(article, cover=False), READER) if setting.options.full_text else ""
    language = language_tag(article.language)
    cover = article.cover
    return {
        "id": identity(article, setting.publication),
        "url": uri(article.url),
        "title": article.title,
        "content_html": whole,
        "content_text": None if whole else summary,
        "summary": summary,
        "image": cover and uri(cover.url),
        "date_published": rfc3339(article.published),
        "date_modified": rfc3339(article.changed),
        "authors": [_author(person) for person in article.authors if person.name or person.url],
        "tags": subjects(article),
        "language": language if language != setting.publication.language else None,
        "attachments": _attachments(article),
        "_feeds": _own(article) or None,
    }


def _own(article: Article) -> dict[str, Any]:
    """What only we read: whether the summary is a lead or made from the text, and which subject is the section."""
    section, lead = squeeze(article.section or ""), squeeze(article.lead or "")
    return {**({"lead": True} if lead else {}), **({"section": section} if section else {})}


def _author(person: Person) -> dict[str, Any]:
    return {"name": person.name, "url": person.url and uri(person.url)}


def _attachments(article: Article) -> tuple[dict[str, Any], ...]:
    """The videos whose file is known, with its media type."""
    return tuple(
        {
            "url": uri(video.url),
            "mime_type": kind,
            "title": video.title,
            "size_in_bytes": video.length,
            "duration_in_seconds": video.duration,
        }
        for video in article.videos
        if video.url and (kind := media_type(video.url, video.type))
    )


def _feed(channel: Channel) -> dict[str, Any]:
    publication = channel.setting.publication
    return {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": uri(channel.link),
        "feed_url": uri(channel.url),
        "description": channel.description,
        "icon": publication.logo_square and uri(publication.logo_square),
        "authors": [_outlet(publication)],
        "language": channel.language,
        "hubs": [{"type": "WebSub", "url": uri(hub)} for hub in channel.hubs],
        "_feeds": {"about": uri(publication.url)},
    }


def _outlet(publication: Publication) -> dict[str, Any]:
    logo = publication.logo_square
    return {"name": publication.name, "url": uri(publication.url), "avatar": logo and uri(logo)}


WRITER = JsonFeedWriter()
