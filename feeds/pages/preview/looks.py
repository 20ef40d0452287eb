"""How platforms show stories: which kind of card, which part of the cover, what of the text."""

from __future__ import annotations

from typing import NamedTuple


class Look(NamedTuple):
    """A platform's way: its template, what it is called, its cover's shape, whether it shows the whole text."""

    template: str
    name: str
    crop: tuple[int, int] | None = None
    full: bool = False


LOOKS: dict[str, Look] = {
    "dzen": Look("dzen", "Dzen: card and article", (16, 9), full=True),
    "dzen-news": Look("news", "News on Dzen: story and article", (16, 9), full=True),
    "yandex-news": Look("yandex", "Yandex: fresh results", (1, 1), full=True),
    "google-news": Look("google", "Google News: row", (1, 1)),
    "vk": Look("vk", "VK: post", (510, 228), full=True),
    "ok": Look("ok", "OK: post", (780, 585)),
    "rss": Look("reader", "Feed reader", full=True),
    "atom": Look("reader", "Feed reader", full=True),
    "json-feed": Look("reader", "Feed reader", full=True),
    "rambler": Look("partner", "Rambler: story", (16, 9), full=True),
    "mailru": Look("partner", "Mail.ru: story", (16, 9), full=True),
    "smartnews": Look("partner", "SmartNews: card and article", (16, 9), full=True),
    "msn": Look("partner", "MSN: card and article", (16, 9), full=True),
    "flipboard": Look("partner", "Flipboard: card", (4, 3), full=True),
    "sitemap": Look("address", "Search engines: address"),
}
"""Looks by target."""

ORDER = tuple(LOOKS)
"""The order in which they are shown."""

OTHER = Look("reader", "Feed reader", full=True)
"""The look of a target that is not known here."""


def look(target: str) -> Look:
    """How a target's platform shows a story."""
    return LOOKS.get(target, OTHER)


class Crop(NamedTuple):
    """What a platform's shape leaves of a cover: shares of its width and height, and the cover's own shape."""

    width: float
    height: float
    ratio: float

    @property
    def lost(self) -> float:
        """The share of the cover that is cut away."""
        return 1 - self.width * self.height

    @property
    def side(self) -> str:
        """Whether it is cut at the sides or above and below."""
        return "sides" if self.width < self.height else "ends"


def crop(size: tuple[int, int], shape: tuple[int, int]) -> Crop:
    """What a shape leaves of a picture of a size, cut evenly around its middle."""
    own, wanted = size[0] / size[1], shape[0] / shape[1]
    if own > wanted:
        return Crop(wanted / own, 1.0, own)
    return Crop(1.0, own / wanted, own)
