"""What a webhook's message says: understood, or refused with a reason that helps its sender. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, get_args

import msgspec

from feeds.article import Article
from feeds.intake.draft import Circumstances, Rejection
from feeds.intake.read import read
from feeds.serve.senders import Event, event_of

LARGEST = 10 * 1024 * 1024
"""Bytes of a message."""

Kind = Literal["article.published", "article.updated", "article.withdrawn", "article.reinstated", "rebuild"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Refused(NamedTuple):
    """Why a message is not taken, and the status that says so."""

    status: int
    reason: str


class Withdrawal(NamedTuple):
    """A story to be taken back, or to appear again: its id or its address, and why."""

    story: str
    reason: str


class Understood(NamedTuple):
    """What a message says."""

    kind: Kind
    articles: tuple[Article, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    dry_run: bool = False

    @property
    def stories(self) -> tuple[str, ...]:
        """The ids of the stories that it is about."""
        return (*(a.id for a in self.articles), *(w.story for w in self.withdrawals))


def understand(body: bytes, circumstances: Circumstances, *, enveloped: bool = True) -> Understood | Refused:
    """What a message says; without `enveloped` it is another program's event, or a record itself."""
    try:
        value = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Refused(400, f"the body is no JSON: {error}")
    if not enveloped:
        event = event_of(value)
        return (
            _articles("article.updated", value, circumstances)
            if event is None
            else _told(event, circumstances)
        )
    if not isinstance(value, Mapping):
        return Refused(400, "the body must be an object with type and data")
    kind = value.get("type")
    if kind not in KINDS:
        return Refused(422, f"type must be one of {', '.join(KINDS)}")
    dry = value.get("dry_run") is True
    if kind == "rebuild":
        return Understood(kind, dry_run=dry)
    data = value.get("data")
    if kind in ("article.withdrawn", "article.reinstated"):
        return _withdrawals(kind, data, dry=dry)
    found = _articles(kind, data, circumstances)
    return found._replace(dry_run=dry) if isinstance(found, Understood) else found


def _told(event: Event, circumstances: Circumstances) -> Understood | Refused:
    """What another program's event says; a story that is gone is as it was, and withdrawn."""
    if event.rebuild:
        return Understood("rebuild")
    if event.record is None:
        return Understood("article.updated")
    if circumstances.mapping:
        found = _articles("article.updated", event.whole, circumstances)
    else:
        found = _articles("article.updated", event.record, circumstances, event.kind)
    if event.gone is None or isinstance(found, Refused):
        return found
    back = (msgspec.structs.replace(article, withdrawn=event.gone) for article in found.articles)
    return found._replace(articles=tuple(back))


def _articles(
    kind: Kind, data: Any, circumstances: Circumstances, reader: str = "records"
) -> Understood | Refused:
    if not isinstance(data, Mapping | list) or not data:
        return Refused(422, "data must be a record, or a list of records")
    results = list(read(reader, msgspec.json.encode(data), circumstances=circumstances))
    rejections = [result for result in results if isinstance(result, Rejection)]
    if rejections:
        said = "; ".join(dict.fromkeys(_said(rejection) for rejection in rejections))
        return Refused(422, f"the record {said}")
    return Understood(kind, tuple(result for result in results if isinstance(result, Article)))


def _said(rejection: Rejection) -> str:
    return f"{rejection.reason}. {rejection.hint}" if rejection.hint else rejection.reason


def _withdrawals(kind: Kind, data: Any, *, dry: bool) -> Understood | Refused:
    listed = data if isinstance(data, list) else [data]
    found: list[Withdrawal] = []
    for one in listed:
        story = one.get("id") or one.get("url") if isinstance(one, Mapping) else None
        if not isinstance(story, str | int) or isinstance(story, bool) or not str(story).strip():
            return Refused(
                422,
                f"data must hold the id of the story that is {kind.partition('.')[2]}, and may hold a reason",
            )
        reason = one.get("reason")
        found.append(Withdrawal(str(story).strip(), reason.strip() if isinstance(reason, str) else ""))
    return Understood(kind, withdrawals=tuple(found), dry_run=dry)
