"""Shortcodes: those of WordPress and of the usual plug-ins as HTML, others as what is in them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from feeds.intake.embeds import embedded, figure, player_file

Attributes = dict[str, str]


class Library(NamedTuple):
    """The pictures and files of a site by their ids, and the ids of those that belong to the story at hand."""

    attachments: Mapping[str, Mapping[str, Any]]
    own: Sequence[str] = ()


_ATTRIBUTE = r"""\s+[\w-]+\s*=\s*(?:"[^"\]]*"|'[^'\]]*'|[^\s\]"']+)"""
_CODE = re.compile(
    rf"\[(?P<end>/?)(?P<name>[a-zA-Z][\w-]{{1,40}})"
    rf"(?P<attributes>(?:{_ATTRIBUTE}){{0,40}})(?P<bare>\s+https?://[^\s\]]+|\s+[\w-]{{6,40}})?\s*(?P<alone>/?)\]"
)
_PAIR = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))""")
_ESCAPED = re.compile(r"\[(\[[^\[\]]{1,200}\])\]")
_FIRST_PICTURE = re.compile(r"(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?", re.IGNORECASE)
_HOLD, _RELEASE = "\ue000", "\ue001"  # of the private use area: brackets that are meant as such
_SOURCES = ("src", "mp4", "webm", "m4v", "ogv", "mov", "mp3", "m4a", "ogg", "wav", "url", "href")


def expanded(text: str, library: Library) -> str:
    """The text without shortcodes. A word in brackets that is neither closed nor has attributes stays."""
    if "[" not in text:
        return text
    text = _ESCAPED.sub(lambda match: f"{_HOLD}{match[1][1:-1]}{_RELEASE}", text)
    codes = list(_CODE.finditer(text))
    closed = {match["name"].lower() for match in codes if match["end"]}
    parts: list[str] = []
    position = 0
    for number, match in enumerate(codes):
        if match.start() < position:
            continue
        name = match["name"].lower()
        known = (
            name in _HANDLERS
            or name in closed
            or (match["attributes"] and not match["end"])
            or match["alone"]
        )
        if not known:
            continue
        parts.append(text[position : match.start()])
        position = match.end()
        handler = _HANDLERS.get(name)
        if handler is None or match["end"]:
            continue
        ending = _ending(codes, number, name) if name in _PAIRED and name in closed else None
        inside = text[match.end() : ending.start()] if ending else ""
        parts.append(handler(_attributes(match), inside, library))
        position = ending.end() if ending else position
    whole = "".join([*parts, text[position:]])
    return whole.replace(_HOLD, "[").replace(_RELEASE, "]")


_FAR = 60  # shortcodes among which the end of one is looked for


def _ending(codes: Sequence[re.Match[str]], start: int, name: str) -> re.Match[str] | None:
    following = codes[start + 1 : start + _FAR]
    return next((match for match in following if match["end"] and match["name"].lower() == name), None)


def _attributes(match: re.Match[str]) -> Attributes:
    pairs = _PAIR.findall(match["attributes"] or "")
    found = {name.lower(): html.unescape(one or other or bare) for name, one, other, bare in pairs}
    if bare := (match["bare"] or "").strip():
        found.setdefault("", bare)
    return found


def _caption(given: Attributes, inside: str, library: Library) -> str:
    """A picture with the text behind it, or in the attribute that older versions have."""
    match = _FIRST_PICTURE.search(inside)
    picture = match[0] if match else inside
    said = (inside[match.end() :] if match else "").strip() or html.escape(given.get("caption", ""))
    return f"<figure>{picture}<figcaption>{said}</figcaption></figure>"


def _gallery(given: Attributes, inside: str, library: Library) -> str:
    """The pictures that are named, else those of the story."""
    named = re.findall(r"\d+", given.get("ids") or given.get("include") or "")
    left_out = set(re.findall(r"\d+", given.get("exclude", "")))
    figures = "".join(
        figure(facts)
        for one in named or library.own
        if one not in left_out and (facts := library.attachments.get(one))
    )
    return f'<figure class="gallery">{figures}</figure>' if figures else ""


def _embed(given: Attributes, inside: str, library: Library) -> str:
    return embedded(inside or _source(given) or given.get("", ""))


def _source(given: Attributes) -> str:
    return next((given[name] for name in _SOURCES if given.get(name)), "")


def _file(tag: str) -> Callable[[Attributes, str, Library], str]:
    def made(given: Attributes, inside: str, library: Library) -> str:
        source = _source(given) or given.get("", "")
        if not source:
            return embedded(inside) if inside.strip().startswith("http") else ""
        return player_file(tag, source, given.get("poster"))

    return made


def _player(template: str) -> Callable[[Attributes, str, Library], str]:
    def made(given: Attributes, inside: str, library: Library) -> str:
        said = given.get("id") or _source(given) or given.get("") or inside.strip()
        return embedded(said if said.startswith("http") else template.format(said.strip(' ="')))

    return made


def _nothing(given: Attributes, inside: str, library: Library) -> str:
    return ""


_HANDLERS: dict[str, Callable[[Attributes, str, Library], str]] = {
    **dict.fromkeys(("caption", "wp_caption"), _caption),
    "gallery": _gallery,
    **dict.fromkeys(("embed", "soundcloud", "instagram", "tweet", "facebook", "tiktok", "telegram"), _embed),
    "video": _file("video"),
    **dict.fromkeys(("audio", "podcast"), _file("audio")),
    **dict.fromkeys(("youtube", "youtube-embed", "su_youtube"), _player("https://youtu.be/{}")),
    **dict.fromkeys(("vimeo", "su_vimeo"), _player("https://vimeo.com/{}")),
    "rutube": _player("https://rutube.ru/video/{}/"),
    **dict.fromkeys(
        ("contact-form", "contact-form-7", "mc4wp_form", "adrotate", "ads", "ad", "related_posts", "playlist",
         "toc", "share", "wpforms", "gravityform", "subscribe", "newsletter"), _nothing),
}  # fmt: skip
_PAIRED = frozenset(
    {"caption", "wp_caption", "embed", "video", "audio", "youtube", "vimeo", "contact-form", "podcast"}
)


def names() -> Iterator[str]:
    """The shortcodes that become more than what is in them."""
    return iter(_HANDLERS)
