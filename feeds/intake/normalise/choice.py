"""How a field is chosen: offers are tried best first, and what becomes of each is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from msgspec import Struct

from feeds.intake.draft import Circumstances, Draft, Offer


class Unfit(NamedTuple):
    """Why an offer makes no sense for its field, in words that follow its value."""

    reason: str


class Sifted(NamedTuple):
    """A value of which parts were left out, and why each was."""

    value: Any
    dropped: tuple[str, ...]


class Loss(NamedTuple):
    """An offer that was not taken."""

    offer: Offer
    reason: str


class Choice(Struct, frozen=True, gc=False):
    """What was taken for a field and where it stood (None: nothing was), what lost, what was left out."""

    field: str
    value: Any = None
    where: str | None = None
    losses: tuple[Loss, ...] = ()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What a step may look at: the draft, the circumstances, and the fields that earlier steps took."""

    draft: Draft
    circumstances: Circumstances
    taken: Mapping[str, Any]

    @property
    def base(self) -> str | None:
        """The address that relative ones are read against."""
        return self.draft.base or self.taken.get("url") or self.draft.address


Reading = Callable[[Any, Known], Any]
"""Makes a field's value of an offer's, or an `Unfit`; a `Sifted` where it had to leave parts out."""

Step = Callable[[Known], Choice]

NEEDLESS = "a better offer was taken"


def chosen(
    field: str, reading: Reading, known: Known, fallbacks: Sequence[Offer] = (), source: str | None = None
) -> Choice:
    """The first offer for a field that makes sense, `fallbacks` behind those of the draft.

    `source` is the name that the draft offers the field under, where it is another.
    """
    offers = known.draft.offers.get(source or field, ())
    candidates = [*offers, *fallbacks] if fallbacks else offers
    losses: tuple[Loss, ...] = ()
    for number, offer in enumerate(candidates, 1):
        value = reading(offer.value, known)
        if isinstance(value, Unfit):
            losses += (Loss(offer, value.reason),)
            continue
        if number < len(candidates):
            losses += tuple(Loss(other, NEEDLESS) for other in candidates[number:])
        value, dropped = value if isinstance(value, Sifted) else (value, ())
        return Choice(field, value, offer.where, losses, dropped)
    return Choice(field, None, None, losses)


def first(field: str, reading: Reading) -> Step:
    """The step that takes the first offer which `reading` can make sense of."""
    return lambda known: chosen(field, reading, known)
