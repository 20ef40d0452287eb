"""Writes RSS for MSN's Partner Hub."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

from feeds.article import Article, Image
from feeds.markup.dialect import Dialect
from feeds.markup.nodes import Element
from feeds.markup.text import plain
from feeds.markup.write import write
from feeds.syndication.extension import Extension
from feeds.syndication.forms import rfc3339_utc, uri
from feeds.syndication.fragment import rss_frame, rss_item
from feeds.syndication.item import authors, begin, pictures, rss_channel
from feeds.syndication.media import image_type
from feeds.syndication.node import Node
from feeds.syndication.story import illustrated, story, subjects
from feeds.targets.msn import facts
from feeds.targets.target import Channel, Frame, Refusal, Setting

BODY = Dialect(
    name="msn",
    keep=frozenset(facts.TAGS - {"iframe"}),
    attributes={
        "a": frozenset({"href"}),
        "img": frozenset({"src", "alt", "width", "height"}),
        "td": frozenset({"colspan", "rowspan"}),
        "th": frozenset({"colspan", "rowspan"}),
    },
    image="paragraph",
    video="link",
    flat_lists=True,
)


class Msn(Extension):
    """The namespaces of MSN's feed."""

    prefixes = ("dc", "dcterms", "media", "mi")


class MsnWriter:
    """Dates in UTC, addresses on https, one picture: several would make the story a slide show."""

    version = 1

    def refuse(self, article: Article, setting: Setting) -> Refusal | None:
        """Takes stories whose headline and text are as long as MSN wants them."""
        if not _secure(article.url):
            return Refusal("address-insecure", "the story's address is not on https, which MSN demands")
        return _title_refusal(article) or _text_refusal(article)

    def item(self, article: Article, setting: Setting) -> bytes:
        """The story with its dates of change and expiry."""
        entry = begin(article, setting.publication, Msn)
        entry.published(article.published.astimezone(UTC))
        entry.author(authors(article) or [{"name": setting.publication.name}])
        entry.category([{"term": subject} for subject in subjects(article)])
        entry.content(write(illustrated(story(article), _fit), BODY))
        entry.add(*_extras(article))
        return rss_item(entry)

    def frame(self, channel: Channel) -> Frame:
        """The channel."""
        return Frame(*rss_frame(rss_channel(channel, channel.setting.publication, Msn)))


def _title_refusal(article: Article) -> Refusal | None:
    length = len(article.title)
    if length < facts.TITLE_LEAST:
        reason = f"the headline has {length} characters; MSN wants {facts.TITLE_LEAST} and more"
        return Refusal("title-short", reason)
    if length > facts.TITLE_MOST and not _short_title(article):
        reason = (
            f"the headline has {length} characters; above {facts.TITLE_MOST} "
            f"MSN wants a short one besides, of {facts.SHORT_TITLE_MOST} at most"
        )
        return Refusal("title-long", reason)
    return None


def _text_refusal(article: Article) -> Refusal | None:
    length = len(plain(story(article)).replace("\n\n", " "))
    if facts.TEXT_LEAST <= length <= facts.TEXT_MOST:
        return None
    reason = f"the text has {length} characters; MSN takes {facts.TEXT_LEAST} to {facts.TEXT_MOST}"
    return Refusal("text-length", reason)


def _short_title(article: Article) -> str | None:
    title = article.short_title
    return title if title and len(title) <= facts.SHORT_TITLE_MOST else None


def _secure(url: str) -> bool:
    return url.startswith("https://")


def _fit(image: Element) -> bool:
    return _secure(image.attributes.get("src", ""))


def _extras(article: Article) -> Iterator[Node]:
    yield Node("dcterms:modified", rfc3339_utc(article.changed))
    if article.expires:
        span = f"start={rfc3339_utc(article.published)}; end={rfc3339_utc(article.expires)}; scheme=W3C-DTF"
        yield Node("dcterms:valid", span)
    if short := _short_title(article):
        yield Node("mi:shortTitle", short)
    for image in [i for i in pictures(article) if _secure(i.url)][:1]:
        yield _picture(image)


def _picture(image: Image) -> Node:
    facts = {"url": uri(image.url), "type": image_type(image), "medium": "image"}
    said = (
        ("media:title", image.caption or image.alt),
        ("media:text", image.alt),
        ("media:credit", image.credit),
    )
    return Node(
        "media:content", attributes=facts, children=tuple(Node(name, text) for name, text in said if text)
    )


WRITER = MsnWriter()
