"""What other programs' webhooks tell: the events of Ghost, Strapi and GitHub, as records or as a wish to rebuild. Pure.

Ghost sends a post as it is and what it was (https://ghost.org/docs/webhooks/), Strapi an event with its entry
(https://docs.strapi.io/cms/backend-customization/webhooks), GitHub what happened in a repository
(https://docs.github.com/en/webhooks/webhook-events-and-payloads).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

_OUT = "published"
_PUSHED = ("ref", "release", "workflow_run", "deployment_status", "build")
_STRAPI = ("entry.", "media.", "releases.", "review-workflows.")
_GONE = {"entry.unpublish": "unpublished in Strapi", "entry.delete": "deleted in Strapi"}


class Event(NamedTuple):
    """What a program tells: of a record, which may be gone, and the kind that reads it; or that all may be otherwise.

    An event with neither is of no concern to feeds: a draft, a new tag, a test of the connection. `whole` is the
    message as a mapping that is written for it finds it.
    """

    kind: str = "records"
    record: Any = None
    gone: str | None = None
    rebuild: bool = False
    whole: Any = None


NOTHING = Event()


def event_of(value: Any) -> Event | None:
    """The event that a message tells; None where it is a record itself."""
    if not isinstance(value, Mapping):
        return None
    told = (tell(value) for tell in _PROGRAMS)
    return next((event for event in told if event is not None), None)


def _ghost(value: Mapping[str, Any]) -> Event | None:
    for name in ("post", "page"):
        part = value.get(name)
        if isinstance(part, Mapping) and isinstance(part.get("current"), Mapping):
            before = part.get("previous")
            return _post(f"{name}s", part["current"], before if isinstance(before, Mapping) else {}, value)
    inside = [part for name in ("tag", "member") if isinstance(part := value.get(name), Mapping)]
    return NOTHING if any("current" in part for part in inside) else None


def _post(name: str, now: Mapping[str, Any], before: Mapping[str, Any], whole: Any) -> Event:
    """A post that is out, or no longer; of an edited one `before` holds only what was otherwise.

    A draft with a time of publication was out once.
    """
    if now.get("status", _OUT) == _OUT and now:
        return Event("ghost", {name: [now]}, whole=whole)
    once = now.get("status") == "draft" and now.get("published_at")
    if before.get("status") != _OUT and not once:
        return NOTHING
    last = {**now, "status": _OUT} if now else before
    why = "unpublished in Ghost" if now else "deleted in Ghost"
    return Event("ghost", {name: [last]}, gone=why, whole={**whole, name[:-1]: {"current": last}})


def _strapi(value: Mapping[str, Any]) -> Event | None:
    event, entry = value.get("event"), value.get("entry")
    if not isinstance(event, str) or not event.startswith(_STRAPI):
        return None
    if not event.startswith("entry.") or not isinstance(entry, Mapping):
        return NOTHING
    gone = _GONE.get(event)
    draft = "publishedAt" in entry and entry["publishedAt"] is None
    if draft and gone is None:
        return NOTHING
    last = {**entry, "publishedAt": entry.get("createdAt")} if draft else entry
    return Event(record=last, gone=gone, whole={**value, "entry": last})


def _github(value: Mapping[str, Any]) -> Event | None:
    if not isinstance(value.get("repository"), Mapping) and "zen" not in value:
        return None
    return Event(rebuild=True) if any(name in value for name in _PUSHED) else NOTHING


_PROGRAMS: tuple[Callable[[Mapping[str, Any]], Event | None], ...] = (_ghost, _strapi, _github)
