"""Which of a page's titles is the story's: what readers see goes before what was written for search engines."""

from __future__ import annotations

import re

from feeds.intake.draft import Draft, Offer
from feeds.intake.normalise.coerce import some_line

_AKIN = 0.4  # of the words of the shorter title: so many in both make them titles of one story
_SEPARATOR = re.compile(r"\s*[|•·»/]|\s+[–—-]|\s*::|\s*[–—-]\s|\s*:\s(?=\S+$)")
_PARTED = re.compile(r"(?:[|•·»/]|[–—]|\s-)\s*$")
_CUT = re.compile(r"\s*(?:\.{2,}|…)$")
_WORD = re.compile(r"\w+")


def settle_title(draft: Draft) -> None:
    """Puts the visible headline first where the best of the stated titles is a variant of it."""
    offers = draft.offers.get("title", [])
    shown = next((offer for offer in offers if offer.where == "h1"), None)
    if shown is None or offers[0] is shown:
        return
    stated, headline = some_line(offers[0].value) or "", some_line(shown.value) or ""
    if headline.casefold() in {(some_line(offer.value) or "").casefold() for offer in draft.all("site")}:
        return
    if headline and stated != headline and _better(headline, stated, offers[0]):
        draft.offers["title"] = [shown, *(offer for offer in offers if offer is not shown)]


def _better(headline: str, stated: str, offer: Offer) -> bool:
    """Whether the visible headline tells better what the story is called than a stated title."""
    seen, said = headline.casefold(), stated.casefold()
    if said.startswith(seen):
        return bool(_SEPARATOR.match(stated[len(headline) :])) or not offer.where.endswith(".headline")
    if said.endswith(seen):
        return bool(_PARTED.search(stated[: -len(headline)]))
    if cut := _CUT.search(said):
        return seen.startswith(said[: cut.start()])
    return not offer.where.endswith(".headline") and _akin(seen, said)


def _akin(one: str, other: str) -> bool:
    words, others = set(_WORD.findall(one)), set(_WORD.findall(other))
    return len(words & others) >= _AKIN * max(1, min(len(words), len(others)))
