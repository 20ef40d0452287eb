"""What came of a request: an answer, the redirects on the way to it, or why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

FailureKind = Literal[
    "address", "private", "unknown", "refused", "tls", "timeout", "broken", "protocol", "redirects"
]
"""Why there is no answer.

| kind | |
|---|---|
| address | it is no http or https address |
| private | it leads into a network that is not public, and that is not allowed |
| unknown | no name server knows the host |
| refused | nobody listens there, or there is no way to it |
| tls | the connection cannot be trusted, or not be encrypted |
| timeout | it took too long |
| broken | the connection broke off |
| protocol | what came is no HTTP |
| redirects | they go round in circles, on and on, or nowhere |
"""

REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Headers:
    """Header fields: names in any case, some of them more than once, in their order."""

    __slots__ = ("_fields",)

    def __init__(self, fields: Iterable[tuple[str, str]] = ()) -> None:
        self._fields = tuple((name.lower(), value.strip()) for name, value in fields)

    def all(self, name: str) -> list[str]:
        """Every value of a field."""
        return [value for known, value in self._fields if known == name.lower()]

    def get(self, name: str) -> str | None:
        """A field's value, several joined by commas as HTTP allows; None where it is absent."""
        found = self.all(name)
        return ", ".join(found) if found else None

    def __contains__(self, name: str) -> bool:
        return bool(self.all(name))

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._fields)

    def __repr__(self) -> str:
        return f"Headers({list(self._fields)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer of a server. Redirects are answers too.

    `body` is the content, unpacked where it came packed with gzip; `wire` how many bytes came. `cut` tells
    that there was more than was wanted, `trouble` that the content could not be unpacked. `first_byte` and
    `total` are seconds from the request to the answer's headers, and to its end.
    """

    url: str
    status: int
    headers: Headers
    body: bytes = b""
    wire: int = 0
    cut: bool = False
    trouble: str | None = None
    first_byte: float = 0.0
    total: float = 0.0

    @property
    def redirects(self) -> bool:
        """Whether it sends on to another address."""
        return self.status in REDIRECTS and "location" in self.headers


class Failure(NamedTuple):
    """Why an address gave no answer; `reason` follows on the address in a sentence."""

    url: str
    kind: FailureKind
    reason: str


class Fetched(NamedTuple):
    """What became of a request: `hops` are the redirects that were followed, in their order."""

    answer: Answer | None = None
    failure: Failure | None = None
    hops: tuple[Answer, ...] = ()

    @property
    def url(self) -> str:
        """Where the redirects led."""
        last = self.answer or self.failure
        return last.url if last else ""
