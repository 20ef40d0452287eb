"""Reading for tests of intake: bytes of a kind to records and rejections."""

from __future__ import annotations

from typing import Any

from feeds.article import Article
from feeds.intake.draft import Circumstances, Rejection
from feeds.intake.read import read

CIRCUMSTANCES = Circumstances(timezone="Europe/Moscow", language="ru")


def answers(
    kind: str, source: str | bytes, *, file: str = "file", address: str | None = None, **given: Any
) -> list[Article | Rejection]:
    """What a file holds."""
    data = source.encode() if isinstance(source, str) else source
    circumstances = Circumstances(**{"timezone": "Europe/Moscow", "language": "ru", **given})
    return list(read(kind, data, file=file, address=address, circumstances=circumstances))


def records(kind: str, source: str | bytes, **given: Any) -> list[Article]:
    """The records of a file that holds nothing else."""
    found = answers(kind, source, **given)
    rejected = [str(answer) for answer in found if isinstance(answer, Rejection)]
    assert rejected == []
    return [answer for answer in found if isinstance(answer, Article)]


def record(kind: str, source: str | bytes, **given: Any) -> Article:
    """The one record of a file."""
    [found] = records(kind, source, **given)
    return found


def rejection(kind: str, source: str | bytes, **given: Any) -> Rejection:
    """Why a file gives no record."""
    [found] = answers(kind, source, **given)
    assert isinstance(found, Rejection), found
    return found
