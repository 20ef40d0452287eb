"""What a page's offers need before they are a draft's: keywords joined, houses behind persons."""

from __future__ import annotations

from feeds.intake.draft import Draft
from feeds.intake.html.bylines import settle_authors
from feeds.intake.html.headline import settle_title
from feeds.intake.html.subject import host


def settle(draft: Draft) -> None:
    """Puts the offers that only pages have under the fields of drafts."""
    offers = draft.offers
    settle_title(draft)
    settle_authors(draft, host(draft.base or ""))
    _keywords(draft)
    for offer in offers.pop("said", ()):
        draft.offer("text", offer.value, offer.where)


def _keywords(draft: Draft) -> None:
    """Keywords of all places, each once."""
    words: dict[str, str] = {}
    where: list[str] = []
    for offer in draft.offers.pop("keywords", ()):
        where.append(offer.where)
        for word in offer.value:
            words.setdefault(word.casefold(), word)
    draft.offer("tags", list(words.values()), ", ".join(where[:3]))
