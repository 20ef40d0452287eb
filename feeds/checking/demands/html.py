"""HTML where it belongs and where it does not, told at the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from feeds.checking.absence import written
from feeds.checking.demands.text import markup, reference
from feeds.checking.document import View
from feeds.checking.rule import Problem

if TYPE_CHECKING:
    from feeds.checking.tags import Kind


def in_plain_text(view: View) -> Iterator[Problem]:
    """The first tag, or else the first reference that was escaped once too often, in what should be plain."""
    source = view.content(view.element).source
    if found := in_plain(source):
        said, offset = found
        yield Problem(view, f"{written(view.element)} {said}", offset=offset)


def in_plain_attribute(view: View, name: str) -> Iterator[Problem]:
    """The same in an attribute."""
    if found := in_plain(view.get(name) or ""):
        yield Problem(view, f"{name} of {written(view.element)} {found[0]}", attribute=name)


def in_plain(text: str) -> tuple[str, int] | None:
    """What makes a plain text look wrong, and where it begins in it."""
    if "<" in text and (tag := markup(text)):
        return f"has markup, <{tag.written}>: it is plain text", tag.offset
    if "&" in text and (escaped := reference(text)):
        return f"shows {escaped} as it is written: it was escaped once too often", text.index(escaped)
    return None


def plain_fault(text: str) -> str | None:
    """Plain text, as a value of the structure."""
    found = in_plain(text) if "<" in text or "&" in text else None
    return found[0] if found else None


def in_body(view: View, *kinds: Kind) -> list[Problem]:
    """What of some kinds is wrong with the HTML that an element holds as text."""
    body = view.content(view.element).body
    if not body.spots:
        return []
    return [Problem(view, message, offset=offset) for message, offset in body.of(*kinds)]
