"""Pictures, videos, sounds and players of raw markup: the real address, whatever hides it until it is seen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from feeds.markup import address
from feeds.markup.nodes import Element
from feeds.markup.text import squeeze
from feeds.markup.words import words

LEAST_SIZE = 3
"""Pixels; what is smaller counts visitors."""

WIDEST = 4000
"""Pixels of the largest version that is taken from a list of versions."""

# Where scripts keep a picture's address until a reader scrolls to it, the likeliest first.
_HIDDEN = (
    *(
        "data-src",
        "data-original",
        "data-lazy-src",
        "data-lazy",
        "data-url",
        "data-hi-res-src",
        "data-orig-file",
    ),
    *("data-full", "data-full-src", "data-image", "data-image-src", "data-img-src", "data-desktop-src"),
)
_HIDDEN_SETS = ("data-srcset", "data-lazy-srcset", "data-original-set", "srcset")
_PLACEHOLDER = re.compile(
    r"(?:^data:|/(?:placeholder|blank|spacer|transparent|pixel|empty|1x1|lazy|loading|stub)[\w.-]*\.(?:gif|png|svg|jpe?g)$)",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*")
_PLAIN_TYPES = re.compile(r"image/(?:jpe?g|png|gif)", re.IGNORECASE)

TRACKERS: frozenset[str] = frozenset(
    {
        "googletagmanager.com", "doubleclick.net", "googlesyndication.com", "an.yandex.ru", "mc.yandex.ru",
        "counter.yadro.ru", "top-fwz1.mail.ru", "facebook.com/plugins", "facebook.com/tr", "ad.mail.ru",
        "adfox.ru", "smi2.ru", "infox.sg", "lentainform.com", "recreativ.ru", "taboola.com", "outbrain.com",
        "addthis.com", "sharethis.com", "disqus.com", "google.com/recaptcha", "youtube.com/subscribe_embed",
    }
)  # fmt: skip
"""Hosts, some with a path, whose frames and pictures are no part of a story."""

_TRACKERS = re.compile("|".join(re.escape(known.partition("/")[0]) for known in sorted(TRACKERS)))
_EMOJI_WORDS = frozenset({"emoji", "smiley", "smile"})


def image(node: LexborNode, base: str | None) -> Element | str | None:
    """The picture of an `img`; the text of one that is a sign among the letters; None where nothing is seen."""
    given = node.attributes
    if "class" in given and words(node) & _EMOJI_WORDS:
        return squeeze(given.get("alt") or "") or None
    return _image(given, next(filter(None, _addresses(node, given, base)), None))


def lazy(node: LexborNode, base: str | None) -> Element | None:
    """The picture of an element that a script makes one of: it has a picture's address and no content."""
    given = node.attributes
    said = given.get("data-src") or given.get("data-image-src") or ""
    if not _PICTURE.search(said) or node.css_first("img, video, iframe, p") is not None:
        return None
    parts = {name: given.get(f"data-{name}") or given.get(name) for name in ("alt", "width", "height")}
    return _image(parts, address.media(said, base))


def plain_image(given: Mapping[str, str | None], base: str) -> Element | None:
    """The picture of an `img` that has no other attributes than the canonical ones."""
    src = given.get("src") or ""
    return None if _PLACEHOLDER.search(src) else _image(given, address.media(src, base or None))


def _image(given: Mapping[str, str | None], url: str | None) -> Element | None:
    width, height = _pixels(given.get("width")), _pixels(given.get("height"))
    if url is None or _tiny(width, height) or tracker(url):
        return None
    alt = squeeze(given.get("alt") or "")
    shown = {"src": url, "alt": alt, "width": width, "height": height}
    return Element("img", {name: str(value) for name, value in shown.items() if value})


def _addresses(node: LexborNode, given: Mapping[str, str | None], base: str | None) -> Iterator[str | None]:
    """Where the picture may be: a hidden address, its own, the largest of its versions, its `picture`'s."""
    return (address.media(said, base) for said in _candidates(node, given) if said)


def _candidates(node: LexborNode, given: Mapping[str, str | None]) -> Iterator[str | None]:
    yield from (value for name in _HIDDEN if (value := given.get(name)) and not _PLACEHOLDER.search(value))
    own = given.get("src")
    if own and not _PLACEHOLDER.search(own):
        yield own
    yield from (address.largest(given.get(name) or "", WIDEST) for name in _HIDDEN_SETS if given.get(name))
    parent = node.parent
    if parent is not None and parent.tag == "picture":
        yield from _sources(parent)


def _sources(picture: LexborNode) -> Iterator[str | None]:
    """The versions of a `picture`, those of kinds that everybody reads first."""
    sources = [child.attributes for child in picture.css("source")]
    sources.sort(key=lambda given: not _PLAIN_TYPES.match(given.get("type") or "image/jpeg"))
    for given in sources:
        for name in _HIDDEN_SETS:
            if given.get(name):
                yield address.largest(given.get(name) or "", WIDEST)


def _pixels(said: str | None) -> int | None:
    match = _NUMBER.fullmatch(said or "")
    return int(match[1]) if match else None


def _tiny(*sizes: int | None) -> bool:
    """Whether a size that is stated is one that nobody sees."""
    return any(size is not None and size < LEAST_SIZE for size in sizes)


def tracker(url: str) -> bool:
    """Whether an address belongs to who counts visitors or sells them something."""
    if not _TRACKERS.search(url):
        return False
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    place = host + parts.path
    return any(
        place.startswith(known) if "/" in known else host == known or host.endswith("." + known)
        for known in TRACKERS
    )


def player(node: LexborNode, base: str | None) -> Element | None:
    """The player of an `iframe`; None where it shows nothing of the story."""
    given = node.attributes
    hidden = "display:none" in (given.get("style") or "").replace(" ", "").lower()
    width, height = _pixels(given.get("width")), _pixels(given.get("height"))
    found = (given.get(name) for name in ("src", "data-src", "data-lazy-src", "data-url"))
    said = next((value for value in found if value and not value.startswith(("about:", "data:"))), "")
    url = address.media(said, base)
    if (
        url is None
        or hidden
        or _tiny(width, height)
        or tracker(url)
        or url.lower().split("?")[0].endswith(".swf")
    ):
        return None
    title = squeeze(given.get("title") or "")
    shown = {"src": url, "width": width, "height": height, "title": title}
    return Element("iframe", {name: str(value) for name, value in shown.items() if value})


def file(tag: str, node: LexborNode, base: str | None) -> Element | None:
    """The video or the sound of an element with files; an MP4 is taken before others."""
    given = node.attributes
    files = [(given.get("src") or given.get("data-src") or "", given.get("type"))]
    for source in node.css("source"):
        inner = source.attributes
        files.append((inner.get("src") or inner.get("data-src") or "", inner.get("type")))
    known = [(url, kind) for said, kind in files if said and (url := address.media(said, base))]
    if not known:
        return None
    url, kind = min(known, key=lambda pair: "mp4" not in (pair[1] or pair[0]).lower())
    shown: dict[str, str | int | None] = {"src": url, "type": _type(kind)}
    if tag == "video":
        shown |= {"poster": address.media(given.get("poster") or "", base)}
        shown |= {name: _pixels(given.get(name)) for name in ("width", "height")}
    return Element(tag, {name: str(value) for name, value in shown.items() if value})


def _type(said: str | None) -> str | None:
    """A media type without its parameters."""
    kind = (said or "").partition(";")[0].strip().lower()
    return kind if re.fullmatch(r"(?:video|audio|application)/[\w.+-]{1,40}", kind) else None
