"""What a feed tells search engines, in the words of HTML's meta element."""

from __future__ import annotations

from itertools import chain

from feeds.checking.structure import Attribute
from feeds.checking.values import one_of

_PAIRS = tuple(
    chain.from_iterable(
        (index, f"{index},{follow}", follow, f"{follow},{index}")
        for index in ("index", "noindex")
        for follow in ("follow", "nofollow")
    )
)


def attributes(code: str) -> tuple[Attribute, ...]:
    """The attributes of xhtml:meta, with the code for those that are missing or wrong."""
    known = one_of(frozenset({"all", "none", *_PAIRS}), "noindex, index, nofollow, follow, all or none")
    return (
        Attribute(
            name="name",
            required=code,
            value=lambda text: one_of({"robots"}, "robots")(text.lower()),
            invalid=code,
        ),
        Attribute(
            name="content",
            required=code,
            value=lambda text: known(text.lower().replace(" ", "")),
            invalid=code,
        ),
    )
