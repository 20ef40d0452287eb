"""Rendered items, kept so that only what changed is rendered again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, delete, insert, select

from feeds.archive.articles import in_batches
from feeds.archive.schema import fragments
from feeds.checking.finding import Finding


class Refused(Struct, frozen=True):
    """Why a target has no place for a story, in an editor's words."""

    code: str
    reason: str


class Fragment(Struct, frozen=True, kw_only=True):
    """What became of an article's revision in a setting.

    `item` is the last good rendering, made of `good_revision` (None: there has been none).
    `findings` are those of `revision`; with an error among them the revision is not published.
    """

    article: str
    revision: str
    refusal: Refused | None = None
    good_revision: str | None = None
    item: bytes | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def good(self) -> bool:
        """Whether the revision itself can go out."""
        return self.refusal is None and self.revision == self.good_revision


_findings = msgspec.json.Decoder(tuple[Finding, ...])
_refused = msgspec.json.Decoder(Refused)


def kept(connection: Connection, setting: str, articles: Sequence[str]) -> dict[str, Fragment]:
    """The fragments of these articles in a setting."""
    found: dict[str, Fragment] = {}
    for batch in in_batches(articles):
        query = select(fragments).where(fragments.c.setting == setting, fragments.c.article.in_(batch))
        for row in connection.execute(query):
            found[row.article] = Fragment(
                article=row.article,
                revision=row.revision,
                refusal=_refused.decode(row.refusal) if row.refusal else None,
                good_revision=row.good_revision,
                item=row.item,
                findings=_findings.decode(row.findings) if row.findings else (),
            )
    return found


def keep(connection: Connection, setting: str, made: Iterable[Fragment]) -> None:
    """Keeps fragments in place of those that the articles had."""
    for batch in in_batches(made):
        connection.execute(
            delete(fragments).where(
                fragments.c.setting == setting, fragments.c.article.in_([f.article for f in batch])
            )
        )
        connection.execute(insert(fragments), [_row(setting, fragment) for fragment in batch])


def _row(setting: str, fragment: Fragment) -> dict[str, object]:
    return {
        "setting": setting,
        "article": fragment.article,
        "revision": fragment.revision,
        "refusal": msgspec.json.encode(fragment.refusal) if fragment.refusal else None,
        "good_revision": fragment.good_revision,
        "item": fragment.item,
        "findings": msgspec.json.encode(fragment.findings) if fragment.findings else None,
    }


def forget(connection: Connection, settings: Iterable[str]) -> None:
    """Drops the fragments of every setting but these."""
    connection.execute(delete(fragments).where(fragments.c.setting.not_in(list(settings))))
