"""What a description of the story offers for which field: a table, and the few properties that need more."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from feeds.intake.draft import Draft
from feeds.intake.html.structured import Graph, Thing
from feeds.intake.normalise.coerce import raw_text, several, truth, whole
from feeds.markup.text import clean, strip_tags

_FIELDS: tuple[tuple[str, str], ...] = (
    ("id", "identifier"),
    ("title", "headline"),
    ("title", "name"),
    ("short_title", "alternativeHeadline"),
    ("lead", "description"),
    ("lead", "abstract"),
    ("published", "datePublished"),
    ("published", "dateCreated"),
    ("published", "uploadDate"),
    ("updated", "dateModified"),
    ("expires", "expires"),
    ("language", "inLanguage"),
    ("section", "articleSection"),
    ("place", "contentLocation"),
    ("place", "locationCreated"),
    ("rights", "copyrightNotice"),
    ("free", "isAccessibleForFree"),
    ("rating", "contentRating"),
)
"""The fields and their properties, in the order in which they are offered."""

_WRITERS = ("author", "creator")
_MORE_WRITERS = ("contributor", "editor")
_GENRES = frozenset(
    "reportagenewsarticle analysisnewsarticle opinionnewsarticle liveblogposting interview".split()
)
_ORGANISATIONS = frozenset(
    "organization newsmediaorganization corporation website brand localbusiness".split()
)
_BYTES = re.compile(r"\s*(\d{1,12})\s*(?:B|bytes)?\s*", re.IGNORECASE)

MOST = 100
"""Members of a list that are looked at."""


def offer_story(draft: Draft, thing: Thing, graph: Graph, source: str) -> None:
    """Offers what a description of the story says; `source` is what its markup is called."""
    node = thing.node
    for field, name in _FIELDS:
        where = f"{source} {thing.name}.{name}"
        for value in _values(node.get(name), graph, single=field != "section"):
            draft.offer(field, _told(value), where)
    for offering in _OFFERINGS:
        offering(draft, thing, graph, f"{source} {thing.name}")


def _values(value: Any, graph: Graph, *, single: bool) -> Iterator[Any]:
    members = [graph.resolved(member) for member in several(value)[:MOST]]
    yield from members[:1] if single else members


def _told(value: Any) -> Any:
    """A value with the references that HTML would have resolved, had it not stood in a script."""
    if not isinstance(value, str):
        return value
    return clean(html.unescape(value))


def _authors(draft: Draft, thing: Thing, graph: Graph, source: str) -> None:
    """Persons before organisations, writers before editors."""
    houses: list[tuple[list[Any], str]] = []
    for name in (*_WRITERS, *_MORE_WRITERS):
        people, others = _people(thing.node.get(name), graph)
        if people:
            draft.offer("authors", people, f"{source}.{name}")
        if others and name in _WRITERS:
            houses.append((others, f"{source}.{name}"))
    for others, where in houses:
        draft.offer("houses", others, where)


def _people(value: Any, graph: Graph) -> tuple[list[Any], list[Any]]:
    people: list[Any] = []
    others: list[Any] = []
    for member in several(value)[:MOST]:
        person = graph.resolved(member)
        kinds = (
            [k.lower() for k in several(person.get("@type")) if isinstance(k, str)]
            if isinstance(person, Mapping)
            else []
        )
        (others if not _ORGANISATIONS.isdisjoint(kinds) else people).append(_person(person))
    return [p for p in people if p], [o for o in others if o]


def _person(value: Any) -> Any:
    """A person's name and page; their picture, their job and their employer are not the byline's."""
    if not isinstance(value, Mapping):
        return _told(value)
    names = [_told(name) for name in several(value.get("name"))[:20] if isinstance(name, str)]
    if not names:
        return (
            {k: value[k] for k in ("givenName", "familyName", "url") if k in value}
            if "familyName" in value
            else None
        )
    if len(names) > 1:
        return ", ".join(names)
    page = next((said for said in several(value.get("url"))[:1] if isinstance(said, str)), None)
    return {"name": names[0], "url": page, "email": value.get("email")}


def _tags(draft: Draft, thing: Thing, graph: Graph, source: str) -> None:
    words: list[str] = []
    for member in several(thing.node.get("keywords"))[:MOST]:
        said = _told(raw_text(graph.resolved(member)) or "")
        words += re.split(r"[,;]", said)
    draft.offer("keywords", [word.strip() for word in words if word.strip()], f"{source}.keywords")


def _genre(draft: Draft, thing: Thing, graph: Graph, source: str) -> None:
    draft.offer("genre", thing.node.get("genre"), f"{source}.genre")
    draft.offer("genre", next(iter(thing.types & _GENRES), None), f"{source}.@type")


def _rating(draft: Draft, thing: Thing, graph: Graph, source: str) -> None:
    family = truth(thing.node.get("isFamilyFriendly"))
    if isinstance(family, bool):
        draft.offer("rating", "nonadult" if family else "adult", f"{source}.isFamilyFriendly")


def _comments(draft: Draft, thing: Thing, graph: Graph, source: str) -> None:
    """How many comments there are, stated as such or among the interactions; and their page."""
    node = thing.node
    count = whole(node.get("commentCount"))
    for statistic in several(node.get("interactionStatistic"))[:20]:
        if count is None and isinstance(statistic, Mapping):
            kind = raw_text(statistic.get("interactionType")) or _type_of(statistic.get("interactionType"))
            if "comment" in kind.lower():
                count = whole(statistic.get("userInteractionCount"))
    page = raw_text(node.get("discussionUrl"))
    if count is not None or page:
        draft.offer("comments", {"count": count, "url": page}, f"{source}.commentCount")


def _type_of(value: Any) -> str:
    return str(value.get("@type") or value.get("@id") or "") if isinstance(value, Mapping) else ""


def _pictures(draft: Draft, thing: Thing, graph: Graph, source: str) -> None:
    for name in ("image", "primaryImageOfPage", "thumbnailUrl"):
        found = [_picture(graph.resolved(member)) for member in several(thing.node.get(name))[:MOST]]
        draft.offer("images", [picture for picture in found if picture], f"{source}.{name}")


def _picture(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return {"url": _told(value)} if isinstance(value, str) else None
    address = next(
        (said for name in ("url", "contentUrl", "@id") if (said := raw_text(value.get(name)))), None
    )
    if not address:
        return None
    credit = (
        value.get("creditText") or value.get("creator") or value.get("author") or value.get("copyrightHolder")
    )
    return {
        "url": _told(address),
        "width": raw_text(value.get("width")),
        "height": raw_text(value.get("height")),
        "type": value.get("encodingFormat"),
        "length": _bytes(value.get("contentSize")),
        "caption": _told(raw_text(value.get("caption")) or raw_text(value.get("description")) or ""),
        "credit": _told(raw_text(credit) or ""),
    }


def _bytes(value: Any) -> int | None:
    match = _BYTES.fullmatch(raw_text(value) or "")
    return int(match[1]) if match else None


def _videos(draft: Draft, thing: Thing, graph: Graph, source: str) -> None:
    found = [graph.resolved(member) for member in several(thing.node.get("video"))[:MOST]]
    draft.offer("videos", [v for v in map(_video, found) if v], f"{source}.video")


def _video(value: Any) -> Any:
    if not isinstance(value, Mapping) or not (value.get("contentUrl") or value.get("embedUrl")):
        return None
    return {
        "url": raw_text(value.get("contentUrl")),
        "player": raw_text(value.get("embedUrl")),
        "type": value.get("encodingFormat"),
        "width": raw_text(value.get("width")),
        "height": raw_text(value.get("height")),
        "length": _bytes(value.get("contentSize")),
        "duration": value.get("duration"),
        "thumbnail": raw_text(value.get("thumbnailUrl")) or raw_text(value.get("thumbnail")),
        "title": _told(raw_text(value.get("name")) or ""),
        "caption": _told(raw_text(value.get("description")) or ""),
    }


def _text(draft: Draft, thing: Thing, graph: Graph, source: str) -> None:
    """The story's text, where it is given whole; it may be cut short for who does not pay."""
    said = raw_text(thing.node.get("articleBody")) or raw_text(thing.node.get("text"))
    if said:
        draft.offer(
            "said",
            said if "\n" in said else strip_tags(said) if "<" in said else said,
            f"{source}.articleBody",
        )


def _site(draft: Draft, thing: Thing, graph: Graph, source: str) -> None:
    for name in ("publisher", "sourceOrganization"):
        publisher = graph.resolved(next(iter(several(thing.node.get(name))), None))
        draft.offer("site", _told(raw_text(publisher) or ""), f"{source}.{name}")


_OFFERINGS: tuple[Callable[[Draft, Thing, Graph, str], None], ...] = (
    _authors, _tags, _genre, _rating, _comments, _pictures, _videos, _text, _site,
)  # fmt: skip
