"""How deeply markup may nest, and how much a tag may hold, before looking at it would take too long."""

from __future__ import annotations

import re

DEEPEST = 2000
"""Elements inside each other; browsers stop at 512."""

# What building the tree may cost, counted in open elements at each tag: looking through them all at every
# tag is what makes deep pages slow. Long real pages stay below a tenth of it.
_BUDGET = 20_000_000
_FEW = 5000  # tags; fewer cannot cost much, however they are nested

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:[^<>]*?(/)?>)?")
_RAW = re.compile(r"<(script|style|textarea)\b.*?(?:</\1|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE)

MOST_ATTRIBUTES = 2000
"""Attributes of one element; each is compared with all before it."""

_LARGE = 2 * MOST_ATTRIBUTES  # characters; a shorter tag cannot hold as many
_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
_WHOLE_TAG = re.compile(rf"<[a-zA-Z][^\s/>]*+(?:[\s/]++|{_ATTRIBUTE})*+")
_ONE = re.compile(_ATTRIBUTE)

# Elements that end by themselves: they have no content, or a sibling's beginning is their end.
_CLOSED = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody "
    "thead tfoot option optgroup colgroup caption html head body".split()
)


def excessive(text: str) -> bool:
    """Whether elements nest so deeply, or hold so many attributes, that building their tree would take too long."""
    text = _RAW.sub(_opening, text)
    if _crowded(text):
        return True
    if text.count("<") < _FEW:
        return False
    depth = cost = 0
    for end, name, empty in _TAG.findall(text):
        if empty or name.lower() in _CLOSED:
            cost += depth
        elif end:
            depth -= depth > 0
        else:
            depth += 1
            cost += depth
            if depth > DEEPEST:
                return True
    return cost > _BUDGET


def _opening(match: re.Match[str]) -> str:
    """The tag with which an element begins whose content is no markup; nothing of a comment."""
    tag = _WHOLE_TAG.match(match[0])
    return tag[0] + "/>" if tag else ""


def _crowded(text: str) -> bool:
    """Whether a tag has more attributes than any page's."""
    for match in _WHOLE_TAG.finditer(text):
        large = match.end() - match.start() > _LARGE
        if large and sum(1 for _ in _ONE.finditer(match[0])) > MOST_ATTRIBUTES:
            return True
    return False
