"""Where a story happened: GeoRSS with GML, the W3C's vocabulary, and two older ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.extensions.module import BOTH, READ, extension, fact, names, once, row
from feeds.checking.rule import Change, Problem
from feeds.checking.structure import Attribute, Value
from feeds.checking.values import integer, number

_NUMBER = r"[+-]?\d{1,9}(?:\.\d{0,15})?"
_DECIMAL = re.compile(_NUMBER)

_POINT = "<georss:point>59.91 10.75</georss:point>"
_POLYGON = "<georss:polygon>45 -110 46 -109 43 -109 45 -110</georss:polygon>"
_WHERE = "<georss:where><gml:Point><gml:pos>59.91 10.75</gml:pos></gml:Point></georss:where>"
_LATITUDE = "<geo:lat>59.91</geo:lat>"

GEO = extension(
    "geo",
    "GeoRSS and the W3C's geographical vocabulary",
    "GEO",
    "https://docs.ogc.org/cs/17-002r1/17-002r1.html",
    channel=f"{_WHERE}",
    item=f"{_POINT}\n      <georss:elev>12</georss:elev>\n      {_LATITUDE}\n      <geo:long>10.75</geo:long>",
    prefixes=("georss", "gml", "geo", "geourl", "icbm"),
)
once(GEO, "<georss:elev>12</georss:elev>")


def decimal(text: str) -> str | None:
    """A decimal number with or without a sign."""
    return None if _DECIMAL.fullmatch(text) else f"is no number: {text[:40]!r}"


def between(least: int, most: int) -> Value:
    """A decimal number in a range."""

    def judge(text: str) -> str | None:
        if fault := decimal(text):
            return fault
        return None if least <= float(text) <= most else f"is {text}, not from {least} to {most}"

    return judge


def pairs(text: str, least: int, *, exactly: bool = False) -> str | None:
    """Pairs of latitude and longitude with white space between the numbers; commas are told elsewhere."""
    words = text.replace(",", " ").split()
    bad = next((word for word in words if not _DECIMAL.fullmatch(word)), None)
    if bad is not None:
        return f"holds {bad[:40]!r}, which is no number"
    if len(words) % 2 or len(words) < 2 * least or (exactly and len(words) != 2 * least):
        wanted = f"{least} pair{'s' * (least > 1)}" + ("" if exactly else " or more")
        return f"holds {len(words)} numbers, not {wanted} of latitude and longitude"
    for latitude, longitude in zip(words[::2], words[1::2], strict=True):
        if not -90 <= float(latitude) <= 90:
            return f"holds the latitude {latitude}, which is not from -90 to 90"
        if not -180 <= float(longitude) <= 180:
            return f"holds the longitude {longitude}, which is not from -180 to 180"
    return None


def one_pair(text: str) -> str | None:
    """A point."""
    return pairs(text, 1, exactly=True)


def ground(text: str) -> str:
    """Positions of GML without their heights: an odd number of numbers, in threes, tells of them."""
    words = text.split()
    if len(words) % 2 and not len(words) % 3 and all(_DECIMAL.fullmatch(word) for word in words[2::3]):
        del words[2::3]
    return " ".join(words)


def ring(text: str) -> str | None:
    """A polygon: four pairs or more, the last of them the first."""
    if fault := pairs(text, 4):
        return fault
    words = text.replace(",", " ").split()
    return None if words[:2] == words[-2:] else "does not end where it begins"


_LATITUDES, _LONGITUDES = between(-90, 90), between(-180, 180)
_OF_SHAPES = tuple(
    Attribute(name=name)
    for name in ("featuretypetag", "relationshiptag", "featurename", "elev", "floor", "radius")
)

row(GEO, "georss:point", BOTH, one_pair, "GEO003", many=True, attributes=_OF_SHAPES)
row(GEO, "georss:line", BOTH, lambda text: pairs(text, 2), "GEO003", many=True, attributes=_OF_SHAPES)
row(GEO, "georss:polygon", BOTH, ring, "GEO003", many=True, attributes=_OF_SHAPES)
row(
    GEO,
    "georss:box",
    BOTH,
    lambda text: pairs(text, 2, exactly=True),
    "GEO003",
    many=True,
    attributes=_OF_SHAPES,
)
row(GEO, "georss:circle", many=True)
for _name in (
    "featuretypetag",
    "relationshiptag",
    "featurename",
    "featureTypeTag",
    "relationshipTag",
    "featureName",
):
    row(GEO, f"georss:{_name}", many=True)
row(GEO, "georss:elev", BOTH, decimal, "GEO004")
row(GEO, "georss:floor", BOTH, integer(-1000), "GEO004")
row(GEO, "georss:radius", BOTH, number, "GEO004")
row(GEO, "georss:where", many=True, attributes=_OF_SHAPES)
_REFERENCE_SYSTEM = tuple(Attribute(name=name) for name in ("srsName", "srsDimension"))
for _shape, _inner, _value in (
    ("Point", "pos", lambda text: one_pair(ground(text))),
    ("LineString", "posList", lambda text: pairs(ground(text), 2)),
    ("LinearRing", "posList", lambda text: ring(ground(text))),
    ("Envelope", "lowerCorner", lambda text: one_pair(ground(text))),
    ("Envelope", "upperCorner", lambda text: one_pair(ground(text))),
):
    row(GEO, f"gml:{_inner}", f"//gml:{_shape}", _value, "GEO003", many=True, attributes=_REFERENCE_SYSTEM)
for _shape in ("Point", "LineString", "Polygon", "Envelope"):
    row(GEO, f"gml:{_shape}", "//georss:where", many=True, attributes=_REFERENCE_SYSTEM)
row(GEO, "gml:exterior", "//gml:Polygon", many=True)
row(GEO, "gml:interior", "//gml:Polygon", many=True)
row(GEO, "gml:LinearRing", ("//gml:exterior", "//gml:interior"), many=True, attributes=_REFERENCE_SYSTEM)

for _prefix, _lat, _long in (
    ("geo", "lat", "long"), ("geourl", "latitude", "longitude"), ("icbm", "latitude", "longitude"),
):  # fmt: skip
    row(GEO, f"{_prefix}:{_lat}", BOTH, _LATITUDES, "GEO005", many=True)
    row(GEO, f"{_prefix}:{_long}", BOTH, _LONGITUDES, "GEO005", many=True)
row(GEO, "geo:alt", BOTH, decimal, "GEO004", many=True)
row(GEO, "geo:Point", many=True)
row(GEO, "geo:lat", "//geo:Point", _LATITUDES, "GEO005", missing="GEO005")
row(GEO, "geo:long", "//geo:Point", _LONGITUDES, "GEO005", missing="GEO005")
row(GEO, "geo:alt", "//geo:Point", decimal, "GEO004")
names(GEO, "lat_long location", BOTH, opaque=True)

fact(
    GEO,
    "003",
    "shape",
    summary="Points, lines and polygons are pairs of latitude and longitude.",
    hint="Write the latitude first (-90 to 90), then the longitude (-180 to 180), with a space between them; a "
    "polygon ends where it begins.",
    bad=Change(_POINT, "<georss:point>159.91 10.75</georss:point>"),
    good=Change(_POINT, _POLYGON),
)
fact(
    GEO,
    "004",
    "measure",
    summary="Heights, floors and radii are numbers.",
    hint="Write a number of metres without a unit.",
    bad=Change("<georss:elev>12</georss:elev>", "<georss:elev>12 m</georss:elev>"),
    good=Change("<georss:elev>12</georss:elev>", "<georss:elev>-12.5</georss:elev>"),
)
fact(
    GEO,
    "005",
    "coordinate",
    summary="A latitude is a number from -90 to 90, a longitude one from -180 to 180.",
    hint="Write degrees with a decimal point, as 59.91.",
    bad=Change(_LATITUDE, "<geo:lat>91.048</geo:lat>"),
    good=Change(_LATITUDE, "<geo:lat>-59.91</geo:lat>"),
)

_COORDINATES = ("georss:point", "georss:line", "georss:polygon", "georss:box")


@GEO.rule(
    "GEO006",
    "geo-comma",
    "warning",
    on=", ".join(
        (
            *(f"{scope}/{name}" for scope in BOTH for name in _COORDINATES),
            "//gml:pos, //gml:posList, //gml:lowerCorner, //gml:upperCorner",
        )
    ),
    summary="White space stands between coordinates, not commas.",
    hint="Write 59.91 10.75.",
    read=READ,
    bad=Change(_POINT, "<georss:point>59.91,10.75</georss:point>"),
)
def commas(view: View, context: Context) -> Iterator[Problem]:
    """Commas, which many programs read and the specification has not."""
    if "," in text_of(view.element):
        yield Problem(view, "commas stand between the coordinates, where white space belongs")
