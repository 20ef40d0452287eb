"""A document to stories as its readers see them: feeds by the reader of sources, sitemaps by their own few elements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from feeds.checking.document import Document
from feeds.checking.json_document import JsonDocument
from feeds.checking.xml.source import unpacked
from feeds.comparison.stories import Reading, Story
from feeds.intake.address import canonical, resource
from feeds.intake.dates import read_date
from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.feed import reading as drafts
from feeds.intake.feed.about import About, about, is_json
from feeds.intake.normalise import explain
from feeds.intake.normalise.coerce import some_line, word
from feeds.intake.xml import Tree, read
from feeds.intake.xml.node import Node
from feeds.markup.nodes import MEDIA, Body, Element
from feeds.markup.serialise import serialise
from feeds.markup.text import plain, squeeze
from feeds.syndication.story import says
from feeds.targets.recognise import recognised

NOBODY = "https://nobody.invalid/"
"""The home of no outlet: ids are compared as they are written, those of our own making too."""

MOST_FAULTS = 100


def reading(data: bytes, place: str, *, timezone: str = "UTC") -> Reading | Rejection:
    """What a document's readers see; a rejection where it is no feed and no sitemap.

    `place` is what to call it, `timezone` that of dates which name none.
    """
    content, trouble = unpacked(data)
    if trouble is not None:
        return Rejection(code="packed", reason=trouble.message, file=place)
    facts = about(content)
    if isinstance(facts, Rejection):
        return Rejection(code=facts.code, reason=facts.reason, file=place, line=facts.line)
    target = recognised(JsonDocument(content) if is_json(content) else Document(content))
    if facts.form == "sitemap":
        return Reading(place=place, target=target, about=facts, stories=tuple(_addresses(content, timezone)))
    return _feed(content, place, target, facts, Circumstances(timezone=timezone, home=NOBODY))


def _feed(
    content: bytes, place: str, target: str, facts: About, circumstances: Circumstances
) -> Reading | Rejection:
    stories: list[Story] = []
    faults: list[str] = []
    for found in drafts(content, circumstances):
        if isinstance(found, Draft):
            stories += _story(found, circumstances)
        elif found.code == "no-feed":
            return Rejection(code=found.code, reason=found.reason, file=place)
        elif len(faults) < MOST_FAULTS:
            faults.append(str(found))
    return Reading(place=place, target=target, about=facts, stories=tuple(stories), faults=tuple(faults))


def _story(draft: Draft, circumstances: Circumstances) -> Iterator[Story]:
    """The story of a draft; none where the feed takes one back."""
    chosen = {choice.field: choice.value for choice in explain(draft, circumstances).choices if choice.where}
    if "withdrawn" in chosen:
        return
    link = word(_offered(draft, "url"))
    lead = chosen.get("lead") or ""
    body: Body = chosen["body"].tree if "body" in chosen else []
    if lead and not says(body, lead):
        body = [Element("p", children=[squeeze(lead)]), *body]
    films = (film.url or film.player for film in chosen.get("videos", ()))
    yield Story(
        stated=word(_offered(draft, "id")),
        link=link,
        page=chosen.get("url") or (link and canonical(link)),
        title=some_line(_offered(draft, "title")) or "",
        published=chosen.get("published"),
        updated=chosen.get("updated"),
        authors=tuple(person.name for person in chosen.get("authors", ())),
        language=chosen.get("language"),
        section=chosen.get("section"),
        subjects=tuple(filter(None, (chosen.get("section"), *chosen.get("tags", ())))),
        attached=_attached(draft),
        shown=frozenset([*(i.url for i in chosen.get("images", ())), *filter(None, films), *_media(body)]),
        links=frozenset(_links(body)),
        text=tuple(_paragraphs(body)),
        told="body" in chosen,
        markup=serialise([block for block in body if block.tag != "figure"]),
    )


def _offered(draft: Draft, field: str) -> Any:
    """What the feed says first of a field, before anything is made of it."""
    offer = next(draft.all(field), None)
    return offer.value if offer else None


def _attached(draft: Draft) -> frozenset[str]:
    addresses = _offered(draft, "attached") or ()
    return frozenset(resource(address, draft.base) or address for address in addresses)


def _media(body: Body) -> Iterator[str]:
    for block in body:
        for element in block.elements():
            if element.tag in MEDIA and (address := element.attributes.get("src")):
                yield address


def _links(body: Body) -> Iterator[str]:
    for block in body:
        yield from (e.attributes.get("href", "") for e in block.elements() if e.tag == "a")


def _paragraphs(body: Body) -> Iterator[str]:
    """What is read, captions too, each paragraph with its white space folded."""
    for part in plain(body, captions=True).split("\n\n"):
        if said := squeeze(part.replace("\n", " ")):
            yield said


def _addresses(content: bytes, timezone: str) -> Iterator[Story]:
    """The addresses of a sitemap, and of news sitemaps what else they say."""
    document = read(content)
    if not isinstance(document, Tree):
        return
    for node in Node(document.root).all("sitemap:url", "sitemap:sitemap"):
        news = node.one("news:news")
        link = node.text_of("sitemap:loc")
        yield Story(
            link=link,
            page=link and canonical(link),
            title=(some_line(news.text_of("news:title")) if news else None) or "",
            published=read_date(
                (news.text_of("news:publication_date") if news else None) or "", timezone=timezone
            ),
            updated=read_date(node.text_of("sitemap:lastmod") or "", timezone=timezone),
            attached=frozenset(t for i in node.all("image:image") if (t := i.text_of("image:loc"))),
        )
