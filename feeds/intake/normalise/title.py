"""A story's title, without the outlet's name that pages add to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from feeds.intake.normalise.choice import Known, Unfit
from feeds.intake.normalise.coerce import line

_SEPARATORS = "-–—|•·/»:"
_QUOTES = "«»\"'“”„"


def headline(value: Any, known: Known) -> str | Unfit:
    """One line of plain text, the outlet's name behind a dash or a bar taken off."""
    title = line(value)
    if isinstance(title, Unfit):
        return title
    for site in _sites(known):
        title = without_site(title, site)
    return title


def _sites(known: Known) -> Iterator[str]:
    """What the outlet may call itself: its name, the page's name of it, the host of its address."""
    for name in (known.circumstances.site, known.taken.get("site")):
        if name:
            yield name.strip(_QUOTES)
    if url := known.taken.get("url"):
        yield url.split("/")[2].removeprefix("www.")


def without_site(title: str, site: str) -> str:
    """The title without the site's name at its end, where a separator stands before the name."""
    bare = title.rstrip(f" .{_QUOTES}")
    if not site or not bare.lower().endswith(site.lower()) or len(bare.lower()) != len(bare):
        return title
    rest = bare[: -len(site)].rstrip(f" \u00a0{_QUOTES}")
    stripped = rest.rstrip(f" \u00a0{_SEPARATORS}")
    return stripped if stripped != rest and stripped else title
