"""Feeds of any publisher: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, with the dialects of platforms."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.feed import json_feed, xml_feed
from feeds.intake.feed.about import is_json

KINDS = ("feed",)


def drafts(
    data: bytes, *, file: str | None, address: str | None, circumstances: Circumstances
) -> Iterator[Draft | Rejection]:
    """A draft for each item or entry; what is no story, or cannot be read, is a rejection."""
    found = reading(data, circumstances)
    first = next(found, None) or Rejection(code="empty", reason="is a feed without items")
    for answer in chain([first], found):
        if isinstance(answer, Draft):
            answer.file, answer.address = file, address
        yield answer


def reading(data: bytes, circumstances: Circumstances) -> Iterator[Draft | Rejection]:
    """The answers of the form that the beginning shows."""
    if is_json(data):
        return json_feed.drafts(data, circumstances)
    return xml_feed.drafts(data, circumstances)
