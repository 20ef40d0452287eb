"""Posts as WordPress's REST API answers with them: names instead of numbers, dates with their offset."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from feeds.intake.wordpress import NO_CATEGORY
from feeds.intake.wordpress.dates import with_offset

_CUT = re.compile(r"\[(?:…|&hellip;|&#8230;|\.\.\.)\]\s*(?:</p>)?\s*$")


def is_post(record: Mapping[Any, Any]) -> bool:
    """Whether a record is a post of that API."""
    content = record.get("content")
    return "date_gmt" in record and isinstance(content, Mapping) and "rendered" in content


def told(record: Mapping[Any, Any]) -> dict[Any, Any]:
    """The post as other records are."""
    embedded = record.get("_embedded")
    there = embedded if isinstance(embedded, Mapping) else {}
    pictures = _pictures(there.get("wp:featuredmedia"))
    dropped = ("author", "_embedded", "_links", *(("excerpt",) if _is_made(record.get("excerpt")) else ()))
    found = {name: value for name, value in record.items() if name not in dropped}
    found |= {name: _moment(record, name) for name in ("date", "modified")} | _subjects(there)
    guid = record.get("guid")
    found["id"] = (guid.get("rendered") if isinstance(guid, Mapping) else None) or record.get("id")
    found["authors"] = list(_names(there.get("author")))
    found["cover"] = next(pictures, None) or record.get("jetpack_featured_media_url")
    if record["content"].get("protected") is True:
        found["status"] = "private"
    return found


def _moment(record: Mapping[Any, Any], name: str) -> Any:
    local, universal = record.get(name), record.get(f"{name}_gmt")
    return with_offset(local, universal) or local or (f"{universal}Z" if universal else None)


def _is_made(excerpt: Any) -> bool:
    """Whether an excerpt was cut from the text, not written."""
    rendered = excerpt.get("rendered") if isinstance(excerpt, Mapping) else None
    return isinstance(rendered, str) and _CUT.search(rendered[-200:]) is not None


def _subjects(embedded: Mapping[Any, Any]) -> dict[str, list[str]]:
    terms = [term for term in _listed(embedded.get("wp:term")) if isinstance(term.get("name"), str)]
    categories = [
        term["name"]
        for term in terms
        if term.get("taxonomy") == "category" and term["name"].casefold() not in NO_CATEGORY
    ]
    tags = [term["name"] for term in terms if term.get("taxonomy") == "post_tag"]
    return {"categories": categories[:1], "tags": [*tags, *categories[1:]]}


def _listed(value: Any) -> Iterator[Mapping[str, Any]]:
    for one in value if isinstance(value, list) else ():
        if isinstance(one, Mapping):
            yield one
        elif isinstance(one, list):
            yield from _listed(one)


def _names(people: Any) -> Iterator[dict[str, Any]]:
    for person in _listed(people):
        if isinstance(name := person.get("name"), str):
            yield {"name": name, "url": person.get("link")}


def _pictures(media: Any) -> Iterator[dict[str, Any]]:
    for one in _listed(media):
        if isinstance(address := one.get("source_url"), str):
            details = one.get("media_details")
            sizes = details if isinstance(details, Mapping) else {}
            caption = one.get("caption")
            yield {
                "url": address,
                "alt": one.get("alt_text"),
                "caption": caption.get("rendered") if isinstance(caption, Mapping) else None,
                "width": sizes.get("width"),
                "height": sizes.get("height"),
            }
