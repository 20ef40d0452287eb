"""A page's text as trafilatura finds it, for pages whose own markup does not tell where it is."""

from __future__ import annotations

import logging
from functools import cache
from typing import Any

from feeds.markup.nodes import Body
from feeds.markup.parse import parse

LARGEST = 2_000_000
"""Characters of a page that is handed over; looking through a larger one takes seconds."""

MOST_TAGS = 15_000
"""Tags of such a page; of tens of thousands in a row it makes minutes."""


def found(text: str, base: str) -> Body:
    """The text's blocks; [] where there are none, or where the page is more than can be looked through."""
    if len(text) > LARGEST or text.count("<") > MOST_TAGS:
        return []
    try:
        markup = _trafilatura().extract(
            text,
            output_format="html",
            include_comments=False,
            include_formatting=True,
            include_links=True,
            include_images=True,
            favor_precision=True,
        )
    except Exception:  # whatever a hostile page does to it, the page is only one that it cannot read
        return []
    return parse(markup, base) if isinstance(markup, str) else []


@cache
def _trafilatura() -> Any:
    """The library, imported when it is needed first: it takes a third of a second."""
    import trafilatura

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    logging.getLogger("trafilatura").propagate = False
    return trafilatura
