"""Finds where tags do not fit into one another, on the markup itself."""

from __future__ import annotations

import re

from feeds.checking.fault import Fault
from feeds.checking.places import Places
from feeds.checking.xml.faults import fault

_TAG = re.compile(
    rb"<(?:!\[CDATA\[(?:[^\]]++|\](?!\]>))*+(?:\]\]>|\Z)|!--(?:[^-]++|-(?!->))*+(?:-->|\Z)"
    rb"|\?(?:[^?]++|\?(?!>))*+(?:\?>|\Z)"
    rb"|/([^\s<>]++)\s*+>?"
    rb"|([A-Za-z_:\x80-\xff][^\s/><=\"']*+)((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)(>?))"
)
_HTML = frozenset(
    b"a b blockquote br center code div em figure font h1 h2 h3 h4 hr i iframe img input li meta ol p "
    b"param small source span strong sub sup table td th tr u ul video wbr".split()
)
_UNESCAPED = (
    "HTML inside of an element is a text: wrap it in <![CDATA[…]]>, or write &lt; for each < and &amp; for &."
)
_PAIRS = "Close each element before the one around it; let an XML library write the file."


def misnested(markup: bytes, places: Places) -> Fault | None:
    """The first tag that closes what is not open, or the element that nobody closes."""
    opened: list[tuple[bytes, int]] = []
    for tag in _TAG.finditer(markup):
        if tag[1] is not None:
            if not opened:
                return fault("never-opened", tag.start(), _shown(tag[1]))
            name, start = opened.pop()
            if name != tag[1]:
                return _mismatch(tag, name, start, places)
        elif tag[2] is not None and not (tag[3].endswith(b"/") and tag[4]):
            opened.append((tag[2], tag.start()))
    if not opened:
        return None
    name, start = opened[-1]
    end = len(markup.rstrip())
    return fault("unclosed", max(end - 1, 0), _shown(name), str(places.at(start)[0]))


def _mismatch(tag: re.Match[bytes], name: bytes, start: int, places: Places) -> Fault:
    hint = _UNESCAPED if name.lower() in _HTML or tag[1].lower() in _HTML else _PAIRS
    line = str(places.at(start)[0])
    return fault("mismatch", tag.start(), _shown(tag[1]), _shown(name), line, hint=(hint,))


def _shown(name: bytes) -> str:
    return name[:60].decode("utf-8", "replace")
