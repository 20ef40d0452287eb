"""How deeply markup may nest before looking at it would take too long."""

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

# Elements that end by themselves: they have no content, or a sibling's beginning is their end.
_CLOSED = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody "
    "thead tfoot option optgroup colgroup caption html head body".split()
)


def excessive(text: str) -> bool:
    """Whether elements are nested so deeply that building their tree would take too long."""
    if text.count("<") < _FEW:
        return False
    depth = cost = 0
    for end, name, empty in _TAG.findall(_RAW.sub("", text)):
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
