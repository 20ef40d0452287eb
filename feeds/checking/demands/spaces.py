"""Namespaces of a document: spelt exactly, under the prefixes that they go by, and known or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from feeds.checking import uris
from feeds.checking.engine import Context
from feeds.checking.namespaces import NAMESPACES, PREFIXES
from feeds.checking.rule import Problem
from feeds.checking.xml.prefixes import UNDECLARED

NOBODYS = frozenset({NAMESPACES["xml"]})

SHOWN = 20
"""Unknown namespaces that are reported."""

_DRIFT = re.compile(r"^https?://(?:www\.)?|^(?:www\.)|[/#]+$", re.IGNORECASE)
_ALIASES = {
    "http://search.yahoo.com/rss": "media",
    "http://search.yahoo.com/mrss/rss": "media",
    "http://video.search.yahoo.com/mrss": "media",
    "http://www.itunes.com/DTDs/Podcast-1.0.dtd": "itunes",
    "http://www.w3.org/2005/Atom/": "atom",
    "http://purl.org/dc/elements/1.0/": "dc",
    "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
}
"""Spellings that feeds are seen with, beyond what a slip of the pen makes."""


def folded(uri: str) -> str:
    """A namespace without what writers get wrong: https, www, capitals, a slash at the end."""
    return _DRIFT.sub("", uri).lower()


@cache
def _by_fold() -> dict[str, str]:
    return {folded(uri): prefix for prefix, uri in NAMESPACES.items()}


def meant(uri: str) -> str | None:
    """The customary prefix of the namespace that a misspelt one stands for; None where it is right or unknown."""
    if uri in PREFIXES:
        return None
    return _ALIASES.get(uri) or _by_fold().get(folded(uri))


def misspelt(context: Context, *, besides: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """Namespaces that are almost those of an extension: no program takes them for it.

    Of those that go by the prefixes of `besides`, another rule speaks.
    """
    for prefix, uri, element in context.document.bindings:
        known = meant(uri)
        if known and known not in besides:
            said = f"the namespace of {prefix or 'unprefixed elements'} is {uri!r}, not {NAMESPACES[known]!r}"
            yield Problem(element, said, attribute=f"xmlns:{prefix}" if prefix else "xmlns")


def reserved(context: Context) -> Iterator[Problem]:
    """Customary prefixes that are bound to something else."""
    for prefix, uri, element in context.document.bindings:
        if (
            prefix in NAMESPACES
            and NAMESPACES[prefix] != uri
            and meant(uri) != prefix
            and uri not in _VARIANTS
        ):
            said = f"the prefix {prefix} goes by custom with {NAMESPACES[prefix]!r}, not with {uri!r}"
            yield Problem(element, said, attribute=f"xmlns:{prefix}")


_VARIANTS = frozenset(
    {
        "http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html",
        "http://creativecommons.org/ns#",
        NAMESPACES["threading"],
        NAMESPACES["opensearch10"],
        "http://www.usemod.com/cgi-bin/mb.pl?ModWiki",
    }
)


def unchecked(context: Context, known: frozenset[str]) -> Iterator[Problem]:
    """Namespaces whose elements nobody looks at here."""
    return (problem for problem, _ in strangers(context, known))


def strangers(context: Context, known: frozenset[str]) -> Iterator[tuple[Problem, str]]:
    """Namespaces whose elements nobody looks at here, each with what is said of it.

    In another format than the rules' nobody looks at all.
    """
    if context.channel is None:
        return
    strange = [b for b in context.document.bindings if not (b[1] in known or b[1] in NOBODYS or meant(b[1]))]
    for prefix, uri, element in strange[:SHOWN]:
        if not uri.startswith(UNDECLARED):
            said = f"elements of {uri!r} are not checked"
            yield Problem(element, said, attribute=f"xmlns:{prefix}" if prefix else "xmlns"), uri


def no_address(context: Context) -> Iterator[Problem]:
    """Namespaces that are no address at all."""
    for prefix, uri, element in context.document.bindings:
        fault = uris.reference(uri)
        if fault and uris.scheme(uri) != "urn":
            said = f"the namespace of {prefix or 'unprefixed elements'} {fault}"
            yield Problem(element, said, attribute=f"xmlns:{prefix}" if prefix else "xmlns")
