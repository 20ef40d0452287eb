"""Pictures and other files that a story comes with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from feeds.checking.content import Mark
from feeds.checking.demands import address
from feeds.checking.demands.demand import Demand
from feeds.checking.demands.example import ENCLOSURE
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.checking.uris import PLAIN
from feeds.checking.values import absolute_url

_ENDING = re.compile(r"[^/.](\.[A-Za-z0-9]+)$")
_PIXELS = re.compile(r"\s*(\d{1,6})(?:\.\d+)?\s*(?:px)?\s*")


def attribute(element: etree._Element, name: str) -> str:
    """An attribute's value, white space around it cut; "" where there is none."""
    return (element.get(name) or "").strip()


def media_type(element: etree._Element) -> str:
    """The type that an element states, without parameters, in lower case."""
    return attribute(element, "type").partition(";")[0].strip().lower()


def suffix(url: str) -> str:
    """The ending of an address's file name, in lower case and with its dot."""
    plain = PLAIN.fullmatch(url)
    parts = None if plain else address.split(url)
    path: str = plain["path"] if plain else parts.path if parts else ""
    match = _ENDING.search(path)
    return match[1].lower() if match else ""


def pixels(value: str | None) -> int | None:
    """A length in pixels; None where it is none, as `100%`."""
    match = _PIXELS.fullmatch(value or "")
    return int(match[1]) if match else None


def size_of(tag: Mark) -> tuple[int | None, int | None]:
    """Width and height that a tag states."""
    attributes = tag.attributes
    return pixels(attributes.get("width")), pixels(attributes.get("height"))


def is_image(enclosure: etree._Element) -> bool:
    """Whether an enclosure, or media:content, is a picture, as far as it says."""
    if medium := attribute(enclosure, "medium").lower():
        return medium == "image"
    stated = media_type(enclosure)
    return stated.startswith("image/") or (not stated and bool(attribute(enclosure, "url")))


def faults(enclosure: etree._Element) -> Iterator[str]:
    """What keeps an enclosure from being used."""
    url = attribute(enclosure, "url")
    if not url:
        other = next((name for name in ("href", "src") if enclosure.get(name)), None)
        yield "enclosure has no url" + (f": {other} is not looked at" if other else "")
    elif fault := absolute_url(url):
        yield f"url of enclosure {fault}"
    if not attribute(enclosure, "type"):
        yield "enclosure has no type"


def _unusable(enclosure: View, context: Context) -> Iterator[Problem]:
    for fault in faults(enclosure.element):
        yield Problem(enclosure, fault)


USABLE = Demand(
    on="item/enclosure",
    summary="Each enclosure has a url, absolute, and a type.",
    hint='Write <enclosure url="https://…" type="image/jpeg"/>: the whole address and the media type.',
    check=_unusable,
    bad=Change(ENCLOSURE, '<enclosure url="https://zarya.example/img/most.jpg" length="184320"/>'),
    good=Change(
        ENCLOSURE, "<enclosure type='IMAGE/JPEG' url='https://zarya.example/img/most.jpg'></enclosure>"
    ),
)


def _unmeasured(channel: View, context: Context) -> Iterator[Problem]:
    """Said once of a feed: programs write lengths or do not."""
    found = [e for item in context.items for e in item.all("enclosure") if not _measured(e)]
    if found:
        length = attribute(found[0], "length")
        said = f"says length={length!r}" if length else "has no length"
        more = f" ({len(found)} in all)" if len(found) > 1 else ""
        yield Problem(found[0], f"enclosure {said}: RSS 2.0 wants the file's size in bytes{more}")


def _measured(enclosure: etree._Element) -> bool:
    length = attribute(enclosure, "length")
    return length.isdecimal() and length.strip("0") != ""


MEASURED = Demand(
    on="feed",
    summary="Enclosures say how many bytes the file has.",
    hint="State the file's size in length; only generic RSS readers look at it.",
    check=_unmeasured,
    bad=Change(
        ENCLOSURE, '<enclosure url="https://zarya.example/img/most.jpg" type="image/jpeg" length="0"/>'
    ),
    good=Change('length="184320"', 'length="1"'),
)
