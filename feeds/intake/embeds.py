"""HTML of pictures, files and players; of what is pasted as a bare address the frame that plays it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

_YOUTUBE = (
    r"(?:youtu\.be/|youtube(?:-nocookie)?\.com/"
    r"(?:(?:watch|attribution_link)\?(?:[^#\s]*?&(?:amp;)?)?v=|shorts/|live/|embed/|v/))([\w-]{6,20})"
)

_PLAYERS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"https?://(?:www\.|m\.)?{pattern}", re.IGNORECASE), frame)
    for pattern, frame in (
        (_YOUTUBE, "https://www.youtube.com/embed/{0}"),
        (r"vimeo\.com/(?:video/|channels/\w+/)?(\d{5,12})", "https://player.vimeo.com/video/{0}"),
        (r"player\.vimeo\.com/video/(\d{5,12})", "https://player.vimeo.com/video/{0}"),
        (r"rutube\.ru/video/(?:private/)?([0-9a-f]{32})", "https://rutube.ru/play/embed/{0}"),
        (
            r"(?:vk\.com|vkvideo\.ru)/(?:\S*?)video(-?\d+)_(\d+)",
            "https://vk.com/video_ext.php?oid={0}&id={1}",
        ),
        (r"ok\.ru/video/(\d+)", "https://ok.ru/videoembed/{0}"),
        (r"dailymotion\.com/video/(\w{5,10})", "https://www.dailymotion.com/embed/video/{0}"),
        (r"dai\.ly/(\w{5,10})", "https://www.dailymotion.com/embed/video/{0}"),
        (r"coub\.com/view/(\w{4,8})", "https://coub.com/embed/{0}"),
        (r"open\.spotify\.com/(\w+/\w+)", "https://open.spotify.com/embed/{0}"),
        (r"t\.me/([A-Za-z]\w{3,40}/\d+)", "https://t.me/{0}?embed=1"),
        (r"tiktok\.com/@[\w.]+/video/(\d+)", "https://www.tiktok.com/embed/v2/{0}"),
    )
)
_SOUNDCLOUD = re.compile(r"https?://(?:www\.)?soundcloud\.com/[\w-]+/[\w/-]+", re.IGNORECASE)
_FILES = re.compile(r"https?://[^\s\"<>]+\.(?P<ending>mp4|webm|m4v|mov|mp3|m4a|ogg)(?:\?\S*)?", re.IGNORECASE)
_SOUNDS = frozenset({"mp3", "m4a", "ogg"})
_PICTURE = re.compile(r"https?://[^\s\"<>]+\.(?:jpe?g|png|gif|webp|avif)(?:\?\S*)?", re.IGNORECASE)
_PAGE = re.compile(r"https?://[^\s\"<>\[\]]+")


def frame(address: str) -> str | None:
    """The address of the frame that plays what a page shows; None where nobody knows one."""
    for pattern, template in _PLAYERS:
        if match := pattern.match(address):
            return template.format(*match.groups())
    if match := _SOUNDCLOUD.match(address):
        return f"https://w.soundcloud.com/player/?url={quote(match[0], safe='')}"
    return None


def embedded(address: str) -> str:
    """The HTML of something that was pasted as its address: a player, a film, a sound, a picture, else a link."""
    address = html.unescape(address.strip())
    if not _PAGE.fullmatch(address):
        return ""
    quoted = html.escape(address)
    if player := frame(address):
        return f'<figure><iframe src="{html.escape(player)}"></iframe></figure>'
    if match := _FILES.fullmatch(address):
        tag = "audio" if match["ending"].lower() in _SOUNDS else "video"
        return f'<figure><{tag} src="{quoted}"></{tag}></figure>'
    if _PICTURE.fullmatch(address):
        return f'<figure><img src="{quoted}"></figure>'
    return f'<p><a href="{quoted}">{quoted}</a></p>'


def figure(facts: Mapping[str, Any]) -> str:
    """A picture (url, alt, width, height) with its caption, as plain text."""
    given = "".join(
        f' {name}="{html.escape(str(facts[key]))}"'
        for name, key in (("src", "url"), ("alt", "alt"), ("width", "width"), ("height", "height"))
        if facts.get(key)
    )
    said = html.escape(str(facts.get("caption") or ""))
    return f"<figure><img{given}>{f'<figcaption>{said}</figcaption>' if said else ''}</figure>"


def player_file(tag: str, source: str, poster: str | None = None) -> str:
    """A film or a sound from a file."""
    before = f' poster="{html.escape(poster)}"' if poster else ""
    return f'<figure><{tag} src="{html.escape(source)}"{before}></{tag}></figure>'
