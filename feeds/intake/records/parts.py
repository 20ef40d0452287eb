"""Fields of an export that need more than another name: bodies, covers, states, paywalls."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from feeds.intake.draft import Draft, Offer, Rejection
from feeds.intake.normalise.body import is_markup, unescaped
from feeds.intake.normalise.coerce import raw_text, several, truth, word
from feeds.intake.records.names import NOT_OUT
from feeds.intake.wordpress import html_of


def unpublished(draft: Draft) -> Rejection | None:
    """Why a record is no story yet, where it says so: a status, a flag, `published: false`."""
    offers = draft.offers
    states = [offer for offer in offers.pop("status", ()) if (word(offer.value) or "").casefold() in NOT_OUT]
    flags = [offer for offer in offers.pop("draft", ()) if truth(offer.value) is True]
    outs = [*offers.pop("out", ()), *offers.get("published", ())]
    held = [*states, *flags, *(offer for offer in outs if offer.value is False)]
    if not held:
        return None
    said = f"{held[0].where}: {str(held[0].value).lower()}"
    reason = f"is not published by its newsroom yet ({said})"
    return Rejection(code="not-published", reason=reason, file=draft.file, line=draft.line)


def taken_apart(draft: Draft) -> Draft:
    """The draft with those fields as records have them."""
    for offer in draft.offers.pop("body", ()):
        _body(draft, offer)
    if covers := draft.offers.pop("cover", None):
        draft.offers["images"] = _pictures(covers, draft.offers.get("images", []))
    for offer in draft.offers.pop("paid", ()):
        paid = truth(offer.value)
        if isinstance(paid, bool):
            draft.offer("free", not paid, offer.where)
    return draft


def _body(draft: Draft, offer: Offer) -> None:
    """Offers a body as what it is, markup or text."""
    value = offer.value
    if isinstance(value, list):
        parts = [text for part in value if (text := raw_text(part))]
        value = ("\n" if any(map(is_markup, parts)) else "\n\n").join(parts)
    text = unescaped(raw_text(value) or "")
    if "<!-- wp:" in text:
        text = html_of(text)
    draft.offer("html" if is_markup(text) else "text", text, offer.where)


def _pictures(covers: list[Offer], lists: list[Offer]) -> list[Offer]:
    """The pictures behind the cover, for each of the covers that may be; then the pictures alone."""
    rest = several(lists[0].value) if lists else []
    behind = f", {lists[0].where}" if lists else ""
    together = [Offer([*_as_cover(c.value), *rest], f"{c.where}{behind}") for c in covers]
    return [*together, *lists]


def _as_cover(value: Any) -> list[Any]:
    first, *others = several(value) or [None]
    cover = dict(first) if isinstance(first, Mapping) else {"url": first}
    return [{**cover, "role": "cover"}, *others]
