"""The elements of Media RSS, and where each may stand."""

from __future__ import annotations

import re

from feeds.checking import uris
from feeds.checking.extensions.module import extension, once, row
from feeds.checking.structure import Attribute
from feeds.checking.values import integer, known_language, matching, media_type, number, one_of

CONTENT = (
    '<media:content url="https://cdn.harbour.example/ferry.jpg" type="image/jpeg" medium="image" '
    'expression="full" isDefault="true" width="1600" height="900" fileSize="184320" lang="en"/>'
)
GROUP = (
    '<media:group><media:content url="https://cdn.harbour.example/a.mp4" duration="12.5" bitrate="1200" '
    'framerate="25" samplingrate="44.1" channels="2"/>'
    '<media:content url="https://cdn.harbour.example/b.mp4"/></media:group>'
)
TITLE = '<media:title type="plain">The ferry</media:title>'
DESCRIPTION = '<media:description type="html">&lt;p&gt;The ferry&lt;/p&gt;</media:description>'
THUMBNAIL = (
    '<media:thumbnail url="https://cdn.harbour.example/t.jpg" width="75" height="50" time="12:05:01.123"/>'
)
CREDIT = '<media:credit role="photographer" scheme="urn:ebu">A. Berg</media:credit>'
RATING = '<media:rating scheme="urn:simple">nonadult</media:rating>'
HASH = '<media:hash algo="md5">dfdec888b72151965a34b4b59031290a</media:hash>'
PLAYER = '<media:player url="https://harbour.example/player" height="200" width="400"/>'
RESTRICTION = '<media:restriction relationship="allow" type="country">NO SE</media:restriction>'
TEXT = '<media:text type="plain" lang="en" start="00:00:03.000" end="00:00:10">Oh, say</media:text>'
CATEGORY = '<media:category scheme="https://harbour.example/topics" label="The sea">sea</media:category>'
COPYRIGHT = '<media:copyright url="https://harbour.example/rights">2026</media:copyright>'
STATUS = '<media:status state="active"/>'

MEDIA = extension(
    "media",
    "Media RSS",
    "MEDIA",
    "https://www.rssboard.org/media-rss",
    item="\n      ".join(
        (
            CONTENT, GROUP, TITLE, DESCRIPTION, THUMBNAIL, CREDIT, RATING, HASH, PLAYER, RESTRICTION,
            TEXT, CATEGORY, COPYRIGHT, STATUS,
        )
    ),
)  # fmt: skip
once(MEDIA, TITLE)

HOLDERS = ("channel", "item", "//media:group", "//media:content")
"""Where the elements about a medium may stand: the nearest to it counts."""

_NPT = matching(r"now|\d+(?:\.\d*)?|\d+:[0-5]\d:[0-5]\d(?:\.\d*)?", "a time, as 12.5 or 00:01:30.5")
_TRUTH = one_of(("true", "false"), "true or false")
_KIND = Attribute(
    name="type", value=one_of(("plain", "html"), "plain or html"), invalid="MEDIA005"
)  # of titles, descriptions and texts


def _scheme_fault(text: str) -> str | None:
    """A scheme is an address, or one of Media RSS's own names, as urn:ebu."""
    return None if re.fullmatch(r"urn:[a-z-]+", text) else uris.absolute(text)


def _url(name: str = "url", *, required: bool = False) -> Attribute:
    return Attribute(
        name=name, required="MEDIA003" if required else None, value=uris.absolute, invalid="MEDIA003"
    )


_SCHEME = Attribute(name="scheme", value=_scheme_fault, invalid="MEDIA003")


def _number(name: str, *, whole: bool = True, least: int = 1) -> Attribute:
    return Attribute(name=name, value=integer(least) if whole else number, invalid="MEDIA004")


def _bare(name: str) -> Attribute:
    return Attribute(name=name)


_SIZE = (_number("width"), _number("height"))

row(MEDIA, "media:group", "item", many=True)
row(
    MEDIA,
    "media:content",
    ("channel", "item", "//media:group"),
    many=True,
    attributes=(
        _url(),
        _number("fileSize"),
        Attribute(name="type", value=media_type, invalid="MEDIA006"),
        Attribute(
            name="medium",
            value=one_of(("image", "audio", "video", "document", "executable"),
                         "image, audio, video, document or executable"),
            invalid="MEDIA007",
        ),
        Attribute(name="isDefault", value=_TRUTH, invalid="MEDIA007"),
        Attribute(
            name="expression", value=one_of(("full", "sample", "nonstop"), "full, sample or nonstop"),
            invalid="MEDIA007",
        ),
        *(_number(name, whole=False) for name in ("bitrate", "framerate", "samplingrate", "duration")),
        _number("channels", least=0),
        *_SIZE,
        Attribute(name="lang", value=known_language, invalid="MEDIA008"),
    ),
)  # fmt: skip
row(MEDIA, "media:title", HOLDERS, attributes=(_KIND,))
row(MEDIA, "media:description", HOLDERS, attributes=(_KIND,))
row(MEDIA, "media:keywords", HOLDERS)
row(
    MEDIA,
    "media:thumbnail",
    HOLDERS,
    many=True,
    attributes=(_url(required=True), *_SIZE, Attribute(name="time", value=_NPT, invalid="MEDIA009")),
)
row(MEDIA, "media:category", HOLDERS, many=True, attributes=(_SCHEME, _bare("label")))
row(
    MEDIA,
    "media:hash",
    HOLDERS,
    many=True,
    attributes=(Attribute(name="algo", value=one_of(("md5", "sha-1"), "md5 or sha-1"), invalid="MEDIA010"),),
)
row(MEDIA, "media:player", HOLDERS, many=True, attributes=(_url(required=True), *_SIZE))
row(MEDIA, "media:credit", HOLDERS, many=True, attributes=(_bare("role"), _SCHEME))
row(MEDIA, "media:copyright", HOLDERS, attributes=(_url(),))
row(
    MEDIA,
    "media:text",
    HOLDERS,
    many=True,
    attributes=(
        _KIND,
        Attribute(name="lang", value=known_language, invalid="MEDIA008"),
        Attribute(name="start", value=_NPT, invalid="MEDIA009"),
        Attribute(name="end", value=_NPT, invalid="MEDIA009"),
    ),
)
row(
    MEDIA,
    "media:restriction",
    HOLDERS,
    many=True,
    attributes=(
        Attribute(
            name="relationship",
            required="MEDIA012",
            value=one_of(("allow", "deny"), "allow or deny"),
            invalid="MEDIA012",
        ),
        Attribute(
            name="type", value=one_of(("country", "uri", "sharing"), "country, uri or sharing"),
            invalid="MEDIA012",
        ),
    ),
)  # fmt: skip
row(MEDIA, "media:rating", HOLDERS, many=True, attributes=(_SCHEME,))
row(MEDIA, "media:adult", HOLDERS, value=_TRUTH, invalid="MEDIA007")

# What version 1.5 added: known, and of its values only those that are short lists.
row(MEDIA, "media:community", HOLDERS)
for _name, _attributes in {
    "media:starRating": ("average", "count", "min", "max"),
    "media:statistics": ("views", "favorites"),
}.items():
    row(MEDIA, _name, "//media:community", attributes=tuple(_number(a, whole=False) for a in _attributes))
row(MEDIA, "media:tags", "//media:community")
for _name, _inner in {
    "media:comments": "comment",
    "media:responses": "response",
    "media:backLinks": "backLink",
}.items():
    row(MEDIA, _name, HOLDERS)
    row(MEDIA, f"media:{_inner}", f"//{_name}", many=True)
row(
    MEDIA,
    "media:embed",
    HOLDERS,
    attributes=(_url(required=True), *_SIZE),
)
row(MEDIA, "media:param", "//media:embed", many=True, attributes=(_bare("name"),))
row(
    MEDIA,
    "media:status",
    HOLDERS,
    attributes=(
        Attribute(
            name="state",
            value=one_of(("active", "blocked", "deleted"), "active, blocked or deleted"),
            invalid="MEDIA007",
        ),
        _bare("reason"),
    ),
)
row(
    MEDIA,
    "media:price",
    HOLDERS,
    many=True,
    attributes=tuple(_bare(name) for name in ("type", "info", "price", "currency")),
)
row(MEDIA, "media:license", HOLDERS, many=True, attributes=(_bare("type"), _bare("href")))
row(MEDIA, "media:subTitle", HOLDERS, many=True, attributes=(_bare("type"), _bare("lang"), _bare("href")))
row(MEDIA, "media:peerLink", HOLDERS, many=True, attributes=(_bare("type"), _bare("href")))
row(
    MEDIA,
    "media:location",
    HOLDERS,
    many=True,
    attributes=(
        _bare("description"),
        Attribute(name="start", value=_NPT, invalid="MEDIA009"),
        Attribute(name="end", value=_NPT, invalid="MEDIA009"),
    ),
    opaque=True,
)
row(
    MEDIA,
    "media:rights",
    HOLDERS,
    attributes=(
        Attribute(
            name="status", value=one_of(("userCreated", "official"), "userCreated or official"),
            invalid="MEDIA007",
        ),
    ),
)  # fmt: skip
row(MEDIA, "media:scenes", HOLDERS, opaque=True)
