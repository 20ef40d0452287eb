"""Puts the page of subscriptions beside the feeds."""

from __future__ import annotations

import hashlib

from feeds.archive.editions import Edition
from feeds.build.plan import plans
from feeds.pages.subscribe.page import index, key_of
from feeds.publication import Configuration
from feeds.publish.output import Output
from feeds.publish.outputs import output_of
from feeds.publish.served import PAGE, PAGE_TYPE

NAME = PAGE
MEDIA_TYPE = PAGE_TYPE
HEAD = 2000
"""Bytes of a page among which its sign stands."""

SIGN = b'<meta name="generator" content="feeds">'
"""By what a page is known as ours; one without it is somebody's own and stays."""


def edition(content: bytes) -> Edition:
    """The page as a document among the feeds."""
    recipe = hashlib.blake2b(content, digest_size=12).hexdigest()
    return Edition(document=NAME, feed=NAME, number=0, recipe=recipe, size=len(content))


def publish(configuration: Configuration, output: Output | None = None) -> Edition | None:
    """Writes the page to the configured output, or elsewhere, if it is not so already.

    None where a feed or somebody's own page has its name.

    Raises:
        PublishError: it cannot be written.
    """
    output = output or output_of(configuration)
    feeds = plans(configuration)
    before = output.read(NAME)
    if any(plan.path == NAME for plan in feeds) or (before is not None and SIGN not in before):
        return None
    known = before is not None and key_of(configuration).encode() in before[:HEAD]
    content = before if known and before else index(configuration, feeds)
    made = edition(content)
    output.put(made, [content])
    return made
