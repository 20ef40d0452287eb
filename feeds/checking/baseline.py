"""What was found once and is known: only what is new counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from feeds.checking.reports.report import Verdict
from feeds.errors import UsageError

VERSION = 1


class Known(Struct, frozen=True, kw_only=True):
    """A finding that is known: its fingerprint, and what it said, for people."""

    fingerprint: str
    code: str
    message: str
    item: str | None = None


class _File(Struct, kw_only=True):
    version: int
    documents: dict[str, list[Known]]


class Baseline:
    """The findings that are known, by documents."""

    def __init__(self, documents: dict[str, list[Known]]) -> None:
        self._documents = documents
        self._left = {
            name: Counter(known.fingerprint for known in every) for name, every in documents.items()
        }
        self._seen: set[str] = set()

    @classmethod
    def parse(cls, content: bytes, file: str) -> Baseline:
        """Reads one.

        Raises:
            UsageError: it is none.
        """
        try:
            found = msgspec.json.decode(content, type=_File)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            hint = f"Write it anew: feeds check --baseline {file} --write-baseline ..."
            raise UsageError(f"{file} is no baseline: {error}", hint=hint) from None
        if found.version != VERSION:
            raise UsageError(f"{file} is a baseline of version {found.version}; this program knows {VERSION}")
        return cls(found.documents)

    def new(self, verdict: Verdict) -> tuple[Verdict, int]:
        """The document with its new findings alone, and how many were known."""
        name = _key(verdict.name)
        self._seen.add(name)
        left = self._left.get(name, Counter())
        fresh = []
        for found in verdict.found:
            if left[found.fingerprint] > 0:
                left[found.fingerprint] -= 1
            else:
                fresh.append(found)
        return verdict._replace(found=fresh), len(verdict.found) - len(fresh)

    def stale(self) -> Iterator[tuple[str, Known]]:
        """What is known of documents that were looked at, and was not found in them any more."""
        for name in sorted(self._seen & self._documents.keys()):
            left = self._left[name]
            for known in self._documents[name]:
                if left[known.fingerprint] > 0:
                    left[known.fingerprint] -= 1
                    yield name, known


def written(verdicts: Iterable[Verdict]) -> bytes:
    """A baseline's file of what was found; the same findings make the same bytes."""
    documents: dict[str, list[Known]] = {}
    for verdict in verdicts:
        known = [
            Known(
                fingerprint=found.fingerprint,
                code=found.finding.code,
                message=found.finding.message,
                item=found.finding.item,
            )
            for found in verdict.found
        ]
        if known:
            documents[_key(verdict.name)] = sorted(
                known, key=lambda one: (one.code, one.item or "", one.fingerprint)
            )
    whole = _File(version=VERSION, documents=dict(sorted(documents.items())))
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def _key(name: str) -> str:
    """A document's name, however its path is written."""
    return name if "://" in name else name.replace("\\", "/").removeprefix("./")
