"""What a page's offers need before they are a draft's: keywords joined, houses behind persons."""

from __future__ import annotations

from feeds.intake.draft import Draft


def settle(draft: Draft) -> None:
    """Puts the offers that only pages have under the fields of drafts."""
    offers = draft.offers
    for offer in offers.pop("houses", ()):
        draft.offer("authors", offer.value, offer.where)
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
