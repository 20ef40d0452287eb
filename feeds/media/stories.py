"""Which files of a story too little is known of, and the story with what is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from feeds.article import Article, Image, Video
from feeds.markup.canonical import read
from feeds.markup.nodes import Body, Element
from feeds.markup.serialise import serialise
from feeds.media.facts import Facts

File = TypeVar("File", Image, Video)

_OF_IMAGES = ("type", "width", "height", "length")
_OF_FILES = ("type", "length")

LONGEST = 2000
"""Characters of an address that is asked for."""


def lacking(article: Article) -> list[str]:
    """The addresses of pictures without type, size or length, and of videos and sounds without type or length.

    Addresses that no server would take for their length are left out.
    """
    images = (image.url for image in article.images if _lacks(image, _OF_IMAGES))
    files = (video.url for video in article.videos if video.url and _lacks(video, _OF_FILES))
    return [url for url in dict.fromkeys([*images, *files]) if len(url) <= LONGEST]


def _lacks(file: Image | Video, names: Iterable[str]) -> bool:
    return any(getattr(file, name) is None for name in names)


def completed(article: Article, known: Mapping[str, Facts]) -> Article:
    """The article with what is known of its files, by their addresses: it goes before what the record says.

    What a page states as a picture's width is often the room that it gives it. The pictures in the
    body are completed too.
    """
    return msgspec.structs.replace(
        article,
        images=tuple(_with(image, known.get(image.url), _OF_IMAGES) for image in article.images),
        videos=tuple(_with(video, known.get(video.url or ""), _OF_FILES) for video in article.videos),
        body=_sized(article.body, known),
    )


def _with(file: File, facts: Facts | None, names: Iterable[str]) -> File:
    said = {name: value for name in names if (value := getattr(facts, name, None)) is not None}
    return msgspec.structs.replace(file, **said) if said else file


def _sized(body: str, known: Mapping[str, Facts]) -> str:
    if "<img " not in body:
        return body
    return serialise(list(_each_sized(read(body), known)))


def _each_sized(nodes: Body, known: Mapping[str, Facts]) -> Iterator[Element]:
    for node in nodes:
        if node.first("img") is None:
            yield node
        else:
            yield Element(node.tag, node.attributes, [_node_sized(child, known) for child in node.children])


def _node_sized(node: Element | str, known: Mapping[str, Facts]) -> Element | str:
    if isinstance(node, str):
        return node
    if node.tag != "img":
        return next(_each_sized([node], known))
    return Element("img", _attributes(node.attributes, known.get(node.attributes.get("src", ""))))


def _attributes(given: dict[str, str], facts: Facts | None) -> dict[str, str]:
    if facts is None or not (facts.width and facts.height):
        return given
    said = given | {"width": str(facts.width), "height": str(facts.height)}
    return {name: said[name] for name in ("src", "alt", "width", "height") if name in said}
