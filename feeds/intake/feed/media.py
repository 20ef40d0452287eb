"""Pictures, videos and sounds of an item: enclosures, Media RSS with its groups, and what dialects add."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from feeds.intake.normalise.coerce import whole
from feeds.intake.normalise.media import duration, type_of
from feeds.intake.xml.node import Node, joined
from feeds.syndication.forms import TYPES

Medium = Literal["image", "video", "audio"]

LEAST_WIDTH = 100
"""Pixels; a narrower thumbnail shows who wrote, not what it is about."""

_WIDEST = 4000  # pixels of the version that is taken from a group
_ENDING = re.compile(r"\.(\w{2,5})(?:[?#].*)?$")
_FLASH = re.compile(r"https?://(?:www\.)?youtube(?:-nocookie)?\.com/v/([\w-]{6,20})")
_OTHERS = re.compile(
    r"//(?:[\w-]+\.)?gravatar\.com/|//feeds\.feedburner\.com/|//pixel\.|/b\.gif\?|[/_-]pixel\.(?:png|gif|jpe?g)|"
    r"/track(?:ing|er)?/[^?]*\.(?:gif|png)",
    re.IGNORECASE,
)

_SOUNDS = {
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "oga": "audio/ogg",
    "wav": "audio/wav",
}
_PICTURES = (
    "image",
    "itunes:image",
    "picture",
    "fullimage",
    "webfeeds:cover",
    "media:image",
    "thumb",
    "logo",
)


@dataclass(slots=True)
class Media:
    """What an item shows: each file once, with all that is known of it."""

    pictures: dict[str, dict[str, Any]] = field(default_factory=dict)
    videos: list[dict[str, Any]] = field(default_factory=list)
    sounds: dict[str, dict[str, Any]] = field(default_factory=dict)
    where: str = ""

    @property
    def attached(self) -> list[str]:
        """The addresses of all files, in no order that means anything."""
        films = [one.get("url") or one["player"] for one in self.videos]
        return [*self.pictures, *films, *self.sounds]

    def add(self, medium: Medium | None, facts: dict[str, Any], where: str) -> None:
        """Adds a file, or what else is known of one that is there."""
        facts = {name: value for name, value in facts.items() if value not in (None, "")}
        url = facts.get("url")
        if url and of_others(url):
            return
        if medium == "video":
            self._add_video(facts)
        elif url and medium is not None:
            known = self.pictures if medium == "image" else self._sounds_besides(facts)
            known[url] = {**facts, **known.get(url, {})}
        else:
            return
        self.where = self.where or where

    def _sounds_besides(self, facts: dict[str, Any]) -> dict[str, dict[str, Any]]:
        """Where a sound goes: nowhere, if it is another form of one that is there, of the same title."""
        title = facts.get("title")
        same = title and any(one.get("title") == title for one in self.sounds.values())
        return {} if same else self.sounds

    def _add_video(self, facts: dict[str, Any]) -> None:
        url = facts.get("url")
        known = next((one for one in self.videos if url and one.get("url") == url), None)
        if known is not None:
            known.update({name: value for name, value in facts.items() if name not in known})
        elif url or facts.get("player"):
            self.videos.append(facts)


def media(item: Node, base: str | None) -> Media:
    """All that an item shows; the picture that stands for it first."""
    found = Media()
    _enclosures(item, base, found)
    _contents(item, base, found)
    for name in _PICTURES:
        for node in item.all(name):
            address = node.get("href", "url", "src") or node.text_of("url") or node.text
            _picture(address, base, found, node.name)
    if not found.pictures:
        _thumbnails(item, base, found)
    for node in item.all("snf:video"):
        facts = {"url": _address(node, base), "caption": node.get("caption")}
        found.add("video", facts, node.name)
    return found


def of_others(url: str) -> bool:
    """Whether a picture shows an author's face, or nothing and counts readers."""
    return bool(_OTHERS.search(url))


def _picture(address: str, base: str | None, found: Media, where: str) -> None:
    if address and " " not in address and ("/" in address or "." in address):
        found.add("image", {"url": joined(base, address)}, where)


def medium_of(stated: str | None, kind: str | None, url: str | None) -> Medium | None:
    """What a file is: by its medium, by its media type, by the ending of its address; None for what is neither."""
    for said in (stated or "", (kind or "").partition("/")[0]):
        if said.lower() in ("image", "video", "audio"):
            return said.lower()  # type: ignore[return-value]
    ending = _ENDING.search(url or "")
    name = ending[1].lower() if ending else ""
    guessed = _SOUNDS.get(name) or TYPES.get(name) or type_of(None, url) or ""
    return medium_of(guessed.partition("/")[0], None, None) if guessed else None


def linked(item: Node) -> Iterator[Node]:
    """The links of an item that are made as Atom makes them."""
    return (node for node in item.all("atom:link", "link") if node.get("href"))


def _enclosures(item: Node, base: str | None, found: Media) -> None:
    links = (node for node in linked(item) if node.get("rel") == "enclosure")
    for node in (*item.all("enclosure"), *links):
        url, kind = _address(node, base), node.get("type")
        facts = {"url": url, "type": kind, "length": _positive(node.get("length"))}
        found.add(medium_of(None, kind, url), facts | {"title": node.get("title")}, node.name)


def _contents(item: Node, base: str | None, found: Media) -> None:
    """Media RSS: files by themselves, and of each group the best version of each medium."""
    alone = list(item.all("media:content"))
    around = (item,) if len(alone) == 1 else ()
    for node in alone:
        found.add(*_described(node, around, base), node.name)
    for group in item.all("media:group"):
        _group(group, base, found)
    if not alone and not item.one("media:group"):
        for node in (*item.all("media:player"), *item.all("media:embed")):
            found.add("video", {"player": _address(node, base)}, node.name)


def _group(group: Node, base: str | None, found: Media) -> None:
    versions = [(_described(node, (group,), base), node) for node in group.all("media:content")]
    for medium, ranking in _RANKINGS.items():
        best = max(
            (one for one in versions if one[0][0] == medium), key=lambda one: ranking(one[1]), default=None
        )
        if best is not None:
            found.add(medium, best[0][1], "media:group")
    if not versions:
        facts = {"player": _child_address(group, "media:player", base), **_about(group, (), base)}
        found.add("video", facts, "media:group")


def _size(node: Node) -> tuple[bool, int, bool]:
    width = whole(node.get("width")) or 0
    return (
        width <= _WIDEST,
        width if width <= _WIDEST else -width,
        node.get("isdefault", "isDefault") == "true",
    )


def _quality(node: Node) -> tuple[bool, int, int]:
    kind = f"{node.get('type') or ''} {node.get('url') or ''}".lower()
    return "mp4" in kind, whole(node.get("height")) or 0, whole(node.get("bitrate")) or 0


_RANKINGS: dict[Medium, Callable[[Node], Any]] = {"image": _size, "video": _quality, "audio": _quality}


def _described(node: Node, around: Iterable[Node], base: str | None) -> tuple[Medium | None, dict[str, Any]]:
    """A `media:content`: what it is, and what it says, else what is said around it."""
    url, kind = _address(node, base), node.get("type")
    facts = _about(node, around, base) | {
        "url": url,
        "type": kind,
        "length": _positive(node.get("fileSize", "filesize")),
        "width": whole(node.get("width")),
        "height": whole(node.get("height")),
        "duration": duration(node.get("duration")),
    }
    if url and (flash := _FLASH.match(url)):
        facts |= {"url": None, "type": None, "player": f"https://www.youtube.com/embed/{flash[1]}"}
    medium = medium_of(node.get("medium"), kind, url)
    if medium is None and (facts.get("player") or _is_player(kind)):
        medium = "video"
    if medium != "video":
        facts = {
            name: facts[name] for name in facts if name not in ("player", "thumbnail", "duration", "title")
        }
    return medium, facts


def _is_player(kind: str | None) -> bool:
    return (kind or "").startswith(("application/x-shockwave-flash", "text/html"))


def _about(node: Node, around: Iterable[Node], base: str | None) -> dict[str, Any]:
    """Title, caption, credit, thumbnail and player: the nearest ones."""
    places = (node, *around)
    said = {
        "title": next((t for place in places if (t := place.text_of("media:title"))), None),
        "caption": next((t for place in places if (t := place.text_of("media:description"))), None),
        "alt": next((t for place in places if (t := place.text_of("media:text"))), None),
        "credit": next((t for place in places if (t := _credit(place))), None),
    }
    addresses = {
        "thumbnail": next((a for p in places if (a := _child_address(p, "media:thumbnail", base))), None),
        "player": next((a for p in places if (a := _child_address(p, "media:player", base))), None),
    }
    return said | addresses


def _credit(place: Node) -> str | None:
    names = (node.text for node in place.all("media:credit") if node.get("role") != "publishing company")
    return ", ".join(dict.fromkeys(filter(None, names))) or place.text_of("media:copyright")


def _thumbnails(item: Node, base: str | None, found: Media) -> None:
    """The widest thumbnail, where there is nothing better."""
    nodes = [
        *item.all("media:thumbnail"),
        *(t for g in item.all("media:group") for t in g.all("media:thumbnail")),
    ]
    wide = [n for n in nodes if (whole(n.get("width")) or LEAST_WIDTH) >= LEAST_WIDTH]
    best = max(wide, key=lambda n: whole(n.get("width")) or 0, default=None)
    if best is not None and not found.videos:
        size = {"width": whole(best.get("width")), "height": whole(best.get("height"))}
        found.add("image", {"url": _address(best, base), "credit": _credit(item), **size}, best.name)


def _address(node: Node, base: str | None) -> str | None:
    said = node.get("url", "href", "src")
    return joined(node.base(base), said) if said else None


def _child_address(node: Node, name: str, base: str | None) -> str | None:
    return next(_addresses(node.all(name), base), None)


def _addresses(nodes: Iterable[Node], base: str | None) -> Iterator[str]:
    return (address for node in nodes if (address := _address(node, base) or node.text))


def _positive(said: str | None) -> int | None:
    """A number of bytes; publishers write 0 for one that they do not know."""
    return whole(said) or None
