"""What was seen when a document was fetched as aggregators fetch it. Nothing here fetches anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol


class Headers(Protocol):
    """Header fields, by names in any case."""

    def get(self, name: str) -> str | None:
        """A field's value; None where it is absent."""

    def all(self, name: str) -> list[str]:
        """Every value of a field."""


class Answer(Protocol):
    """One answer of a server."""

    @property
    def url(self) -> str:
        """Where it came from."""

    @property
    def status(self) -> int:
        """The number that it begins with."""

    @property
    def headers(self) -> Headers:
        """Its header fields."""

    @property
    def body(self) -> bytes:
        """Its content, unpacked."""

    @property
    def wire(self) -> int:
        """The bytes of content that came."""

    @property
    def cut(self) -> bool:
        """Whether there was more than was taken."""

    @property
    def trouble(self) -> str | None:
        """What kept the content from being unpacked."""

    @property
    def first_byte(self) -> float:
        """Seconds until it began."""

    @property
    def total(self) -> float:
        """Seconds until it was there."""


class Failure(Protocol):
    """Why an address gave no answer."""

    @property
    def url(self) -> str:
        """What was asked."""

    @property
    def kind(self) -> str:
        """A word that rules know."""

    @property
    def reason(self) -> str:
        """What follows on the address in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """All that was seen of one address.

    `answer` came first, packed if the server can, behind the redirects in `hops`; or `failure` did. `again`
    is the answer to a second request with the validators of the first, `plain` that to a request for the
    content as it is, `robots` the host's robots.txt, and `secure` what https gives where the address is a plain
    http one.
    """

    url: str
    answer: Answer | None = None
    failure: Failure | None = None
    hops: Sequence[Answer] = ()
    again: Answer | None = None
    plain: Answer | None = None
    robots: Answer | None = None
    secure: Answer | None = None

    @property
    def good(self) -> Answer | None:
        """The first answer where it brings a document."""
        return self.answer if self.answer and self.answer.status == OK else None


OK = 200
NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What a document's target expects of its server.

    `media_type` is the target's own, `robots` the names that its robots go by in robots.txt, each with the
    more general ones that it falls back to. `obeyed` tells that these robots are known to obey it. `document`
    is the parsed document, where there is one.
    """

    media_type: str = "application/rss+xml"
    robots: Sequence[Sequence[str]] = ()
    obeyed: bool = False
    document: Any = None
