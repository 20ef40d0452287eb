"""Drafts for tests of intake."""

from __future__ import annotations

from typing import Any

from feeds.article import Article
from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.normalise import normalise

CIRCUMSTANCES = Circumstances(
    timezone="Europe/Moscow", language="ru", site="Приморский вестник", source="cms"
)

FACTS: dict[str, Any] = {
    "url": "https://vestnik.example/2026/11/23/pristan",
    "title": "У старой пристани зажгли фонари",
    "published": "2026-11-23T10:00:00+03:00",
}


def draft(*, address: str | None = None, today: str | None = None, **offers: Any) -> Draft:
    """A draft with one offer for each field; a list of values in `several(...)` makes more."""
    made = Draft(kind="records", file="wire.json", address=address, today=today)
    for field, value in {**FACTS, **offers}.items():
        for number, one in enumerate(value.values if isinstance(value, several) else [value]):
            made.offer(field.rstrip("_"), one, f"{field}#{number}")
    return made


class several:  # noqa: N801
    """Offers for one field, best first."""

    def __init__(self, *values: Any) -> None:
        self.values = values


def record(circumstances: Circumstances = CIRCUMSTANCES, **offers: Any) -> Article:
    """The record of such a draft."""
    result = normalise(draft(**offers), circumstances)
    assert isinstance(result, Article), result
    return result


def rejection(**offers: Any) -> Rejection:
    """Why such a draft is none."""
    result = normalise(draft(**offers), CIRCUMSTANCES)
    assert isinstance(result, Rejection), result
    return result
