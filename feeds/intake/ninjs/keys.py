"""The keys of ninjs: of three generations and several dialects, read by one table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from feeds.intake.normalise.coerce import raw_text, several, word

_NAMES = {
    "versioncreated": "version_created",
    "firstcreated": "first_created",
    "contentcreated": "content_created",
    "embargoed": "embargoeduntil",
    "copyrightnotice": "copyright_notice",
    "copyrightholder": "copyright_holder",
    "usageterms": "usage_terms usageterm",
    "by": "byline",
    "subjects": "subject",
    "places": "place",
    "genres": "genre",
    "organisations": "organisation",
    "infosources": "infosource",
    "altids": "alt_ids",
    "mimetype": "contenttype mime_type",
    "sizeinbytes": "size_in_bytes filesize",
    "href": "url media",
}
_SAME = {other: name for name, others in _NAMES.items() for other in others.split()}


def folded(item: Mapping[Any, Any]) -> dict[str, Any]:
    """An object by the keys of ninjs 2.x, whatever generation or dialect it is of; what is absent is left out."""
    found: dict[str, Any] = {}
    for key, value in item.items():
        name = str(key).lower()
        if value not in (None, "", [], {}):
            found.setdefault(_SAME.get(name, name), value)
    return found


def identity(item: Mapping[str, Any]) -> str | None:
    """What tells an item from all others, in every version of it.

    AP's `uri` names a version; the item's own id stands among the others.
    """
    others = item.get("altids")
    if isinstance(others, Mapping) and others.get("itemid") and others.get("etag"):
        return word(others["itemid"])
    return next((said for name in ("uri", "guid", "urn") if (said := word(item.get(name)))), None)


class Text(NamedTuple):
    """One of the texts of a kind that an item has, and the place where it stands."""

    role: str
    form: str
    value: str
    where: str


_LISTED = {"headline": "headlines", "description": "descriptions", "body": "bodies"}
_FORMS = {
    "text": "text/plain", "html": "text/html", "xhtml": "text/html", "html5": "text/html",
    "nitf": "text/xml",
}  # fmt: skip


def texts(item: Mapping[str, Any], kind: str) -> list[Text]:
    """An item's headlines, descriptions or bodies, of whichever generation: listed, alone, or by their form."""
    found = list(_listed(item.get(_LISTED[kind]), _LISTED[kind]))
    for key, value in item.items():
        if (key == kind or key.startswith(f"{kind}_")) and isinstance(value, str):
            suffix = key.removeprefix(kind).lstrip("_")
            found.append(Text("" if suffix in _FORMS else suffix, _FORMS.get(suffix, ""), value, key))
    return found


def _listed(value: Any, name: str) -> Iterator[Text]:
    for number, one in enumerate(several(value)):
        where = f"{name}[{number}]"
        if isinstance(one, Mapping):
            said = raw_text(one.get("value") or one.get("description") or one.get("headline"))
            form = word(one.get("contentType") or one.get("contenttype")) or ""
            role = (word(one.get("role")) or "").rpartition(":")[2].lower()
            if said:
                yield Text("" if role in _FORMS else role, form or _FORMS.get(role, ""), said, where)
        elif isinstance(one, str):
            yield Text("", "", one, where)


def labels(value: Any) -> list[str]:
    """The names of subjects, genres or places: objects with a name, or bare texts."""
    found = (
        one.get("name") or one.get("literal") if isinstance(one, Mapping) else one for one in several(value)
    )
    return [said for one in found if isinstance(one, str) and (said := one.strip())]
