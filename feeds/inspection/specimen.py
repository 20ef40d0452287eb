"""A document to be checked, and all that is known of where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from feeds.checking.serving.observed import Serving
from feeds.publication import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """A document. `name` is what the user calls it; `content` is None where a server gave none.

    `url` is where it is served, `target` what it is checked as, where that is known; `feed` is the path of
    the configured feed that it belongs to, `outlet` that feed's publication.
    """

    name: str
    content: bytes | None
    url: str | None = None
    target: str | None = None
    feed: str | None = None
    outlet: Publication | None = None
    serving: Serving | None = None


class Trouble(NamedTuple):
    """Why something that was named could not be looked at: a file that cannot be read."""

    name: str
    reason: str
