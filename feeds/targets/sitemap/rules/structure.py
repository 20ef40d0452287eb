"""What a sitemap's elements hold, as tables: required, repeated, values, order."""

from __future__ import annotations

import re

from feeds.checking.iso import COUNTRIES
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.structure import Attribute, Row, Value, Vocabulary
from feeds.checking.values import absolute_url, integer, nonblank, one_of
from feeds.targets.sitemap import facts
from feeds.targets.sitemap.rules import dates
from feeds.targets.sitemap.rules.addresses import parts

FREQUENCIES = ("always", "hourly", "daily", "weekly", "monthly", "yearly", "never")
PLATFORMS = frozenset({"web", "mobile", "tv"})

URL_ORDER = ("sitemap:loc", "sitemap:lastmod", "sitemap:changefreq", "sitemap:priority")
INDEX_ORDER = ("sitemap:loc", "sitemap:lastmod")
IMAGE_ORDER = ("image:loc", "image:caption", "image:geo_location", "image:title", "image:license")
VIDEO_ORDER = tuple(
    f"video:{name}"
    for name in (
        "thumbnail_loc", "title", "description", "content_loc", "player_loc", "duration",
        "expiration_date", "rating", "content_segment_loc", "view_count", "publication_date", "tag",
        "category", "family_friendly", "restriction", "gallery_loc", "price", "requires_subscription",
        "uploader", "tvshow", "platform", "live", "id",
    )
)  # fmt: skip
"""The order of the schemas."""

_DECIMAL = re.compile(r"[+-]?(?:\d{1,18}(?:\.\d*)?|\.\d+)")


def decimal(least: float, most: float) -> Value:
    """A decimal number in a range."""

    def judge(text: str) -> str | None:
        if not _DECIMAL.fullmatch(text):
            return f"is no decimal number: {text[:40]!r}"
        return None if least <= float(text) <= most else f"is {text[:40]}, not from {least:g} to {most:g}"

    return judge


def at_most(characters: int) -> Value:
    """A text of limited length."""
    return lambda text: (
        f"has {len(text)} characters, more than {characters}" if len(text) > characters else None
    )


def words(known: frozenset[str], said: str) -> Value:
    """Known words with spaces between them."""

    def judge(text: str) -> str | None:
        unknown = [word for word in text.split() if word not in known]
        return f"has {unknown[0][:40]!r}, which is not {said}" if unknown else None

    return judge


def fetchable(text: str) -> str | None:
    """An absolute address that crawlers fetch: http, https or ftp. What is empty is said elsewhere."""
    split = parts(text) if text else None
    if split and split.scheme.lower() == "ftp":
        return None
    return absolute_url(text) if text else None


def _video(name: str, missing: str | None = None, value: Value | None = None, invalid: str = "VID007") -> Row:
    return Row(
        on="item/video:video",
        name=f"video:{name}",
        missing=missing,
        repeated="VID011",
        value=value,
        invalid=invalid,
    )


def _filled(name: str) -> Row:
    return Row(on="item/video:video", name=f"video:{name}", value=nonblank, invalid="VID001")


def _related(name: str, value: Value) -> Row:
    relationship = Attribute(
        name="relationship",
        required="VID007",
        value=one_of(("allow", "deny"), "allow, deny"),
        invalid="VID007",
    )
    return Row(
        on="item/video:video",
        name=f"video:{name}",
        repeated="VID011",
        value=value,
        invalid="VID007",
        attributes=(relationship,),
    )


_YES_NO = one_of(("yes", "Yes", "YES", "no", "No", "NO"), "yes, no")

STRUCTURE: tuple[Row, ...] = (
    Row(on="item", name="loc", missing="NS005", repeated="NS005"),
    Row(on="item", name="lastmod", repeated="NS014"),
    Row(
        on="item",
        name="changefreq",
        repeated="NS014",
        value=one_of(FREQUENCIES, ", ".join(FREQUENCIES)),
        invalid="NS013",
    ),
    Row(on="item", name="priority", repeated="NS014", value=decimal(0, 1), invalid="NS013"),
    Row(
        on="item/image:image",
        name="image:loc",
        missing="IMG001",
        repeated="IMG001",
        value=absolute_url,
        invalid="IMG001",
        before=IMAGE_ORDER[1:],
        misplaced="IMG006",
    ),
    *(
        Row(on="item/image:image", name=name, before=IMAGE_ORDER[n:], misplaced="IMG006")
        for n, name in enumerate(IMAGE_ORDER[1:-1], 2)
    ),
    Row(on="item/image:image", name=IMAGE_ORDER[-1]),
    Row(on="item", name="image:image"),
    _video("thumbnail_loc", "VID001", fetchable, "VID010"),
    _video("title", "VID001", nonblank, "VID001"),
    _video("description", "VID001", at_most(facts.VIDEO_DESCRIPTION_CHARACTERS), "VID004"),
    _filled("thumbnail_loc"),
    _filled("description"),
    _video("content_loc", value=fetchable, invalid="VID010"),
    _video("player_loc", value=fetchable, invalid="VID010"),
    _video("duration", value=integer(1, facts.VIDEO_SECONDS), invalid="VID005"),
    _video("expiration_date", value=dates.fault),
    _video("rating", value=decimal(0, 5)),
    _video("view_count", value=integer(0)),
    _video("publication_date", value=dates.fault),
    _video("category", value=at_most(256)),
    _video("family_friendly", value=_YES_NO),
    _related("restriction", words(COUNTRIES, "an ISO 3166-1 country in two capitals")),
    _video("requires_subscription", value=_YES_NO),
    _video("uploader", value=at_most(255)),
    _related("platform", words(PLATFORMS, "web, mobile or tv")),
    _video("live", value=_YES_NO),
)

VOCABULARIES = (Vocabulary(uri=NAMESPACES["image"], unknown="IMG006"),)
