"""Forms of values that go into documents: text, dates, addresses, ids, media types."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from feeds.checking.values import DAYS, MONTHS
from feeds.checking.values import language as language_fault
from feeds.checking.values import media_type as media_type_fault

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x20\x7f<>\"{}|\\^`]+")
_OWN_ID = re.compile(r"tag:[^,:/]+,\d{4}:(.+)", re.DOTALL)
_PART = r"[!$&'()*+,./0-9:;=?@A-Z_a-z~-]*(?:%[0-9A-Fa-f]{2}[!$&'()*+,./0-9:;=?@A-Z_a-z~-]*)*"
_URI = re.compile(f"{_PART}(?:#{_PART})?")
_KEPT = "!$%&'()*+,/:;=?@~"
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")

TYPES: dict[str, str] = {
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "jpe": "image/jpeg", "jfif": "image/jpeg",
    "png": "image/png", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
    "svg": "image/svg+xml",
    "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "mov": "video/quicktime",
    "ogv": "video/ogg", "m3u8": "application/vnd.apple.mpegurl",
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg",
}  # fmt: skip
"""Media types by the ending of an address. The system's own table would differ between machines."""


def legal(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold."""
    return _ILLEGAL.sub("", text)


def rfc822(moment: datetime) -> str:
    """As RSS writes dates: English names, the moment's own offset."""
    moment = _whole_minutes(moment)
    return (
        f"{DAYS[moment.weekday()]}, {moment.day:02} {MONTHS[moment.month - 1]} {moment.year:04} "
        f"{moment.hour:02}:{moment.minute:02}:{moment.second:02} {_offset(moment)}"
    )


def rfc3339(moment: datetime) -> str:
    """As JSON Feed and sitemaps write dates: with seconds and the moment's own offset."""
    return _whole_minutes(moment).isoformat(timespec="seconds")


def rfc3339_utc(moment: datetime) -> str:
    """As Atom writes dates: in UTC with `Z`, which readers that ignore offsets read rightly too."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def _whole_minutes(moment: datetime) -> datetime:
    """The moment in UTC where its offset has seconds, as before standard time; no format can say it."""
    offset = moment.utcoffset() or timedelta()
    return moment.astimezone(UTC) if offset % timedelta(minutes=1) else moment


def _offset(moment: datetime) -> str:
    minutes = (moment.utcoffset() or timedelta()) // timedelta(minutes=1)
    sign, minutes = ("-", -minutes) if minutes < 0 else ("+", minutes)
    return f"{sign}{minutes // 60:02}{minutes % 60:02}"


def uri(address: str) -> str:
    """An address as a URI: other characters percent-encoded, an international host in ASCII."""
    return address if _URI.fullmatch(address) else _encoded(address)


@lru_cache(maxsize=1024)
def _encoded(address: str) -> str:
    address = _LONE_PERCENT.sub("%25", legal(address).strip())
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that hold no IPv6 address: no host to care for
        return quote(address, safe=_KEPT)
    host = quote(_ascii_host(parts.netloc), safe=f"[]{_KEPT}")
    path, query, fragment = (quote(part, safe=_KEPT) for part in parts[2:])
    return urlunsplit((parts.scheme, host, path, query, fragment))


def _ascii_host(host: str) -> str:
    return "".join(_ascii_label(label) for label in re.split(r"([.:@])", host))


def _ascii_label(label: str) -> str:
    try:
        return label if label.isascii() else label.encode("idna").decode()
    except UnicodeError:  # no label of the Domain Name System: percent-encoded it is at least legal
        return label


@lru_cache(maxsize=64)
def _host(address: str) -> str:
    """The host of the home page: publications have few, and each of their stories asks."""
    return urlsplit(uri(address)).hostname or "localhost"


def permanent_id(identity: str, home: str) -> str:
    """An id that is unique in the world: the story's own if it is an IRI, else a `tag:` URI (RFC 4151).

    `home` is the publication's home page. The tag's year says when the host was certainly the
    outlet's; it is a constant, for an id must not depend on anything that may change.
    """
    if _IRI.fullmatch(identity):
        return identity
    return f"tag:{_host(home)},2026:{quote(legal(identity), safe=_KEPT.replace('%', ''))}"


def own_identity(stated: str, home: str) -> str:
    """The id that `permanent_id` made a stated one from; any other id as it is."""
    match = _OWN_ID.fullmatch(stated)
    own = match and _unquoted(match[1])
    return own if own and permanent_id(own, home) == stated else stated


def templated_id(identity: str, url: str, template: str) -> str:
    """An id as a template has it, which names `{id}` or `{url}`; one that is an IRI stays as it is."""
    if _IRI.fullmatch(identity):
        return identity
    if template == "{id}":
        return legal(identity)
    named = quote(legal(identity), safe=_KEPT.replace("%", ""))
    return template.replace("{url}", uri(url)).replace("{id}", named)


def templated_from(stated: str, template: str) -> str | None:
    """The id that `templated_id` made a stated one from; None where the template does not tell."""
    before, place, after = template.partition("{id}")
    fits = len(stated) > len(before) + len(after) and stated.startswith(before) and stated.endswith(after)
    if not place or "{url}" in template or not fits:
        return None
    return _unquoted(stated[len(before) : len(stated) - len(after)])


def _unquoted(text: str) -> str | None:
    try:
        return unquote(text, errors="strict")
    except UnicodeDecodeError:
        return None


def media_type(address: str, stated: str | None = None, default: str | None = None) -> str | None:
    """What a file is: as stated, if that is a media type, else by its address's ending, else `default`."""
    if stated and not media_type_fault(stated):
        return stated
    name = address.partition("?")[0].partition("#")[0].rpartition("/")[2]
    _, dot, ending = name.rpartition(".")
    return TYPES.get(ending.lower(), default) if dot else default


def language_tag(stated: str | None) -> str | None:
    """A language as BCP 47 writes it, `en_GB` as `en-GB`; None for what is no language."""
    tag = (stated or "").replace("_", "-")
    return None if language_fault(tag) else tag


def degrees(number: float) -> str:
    """A coordinate, to a tenth of a metre."""
    return f"{number:.6f}".rstrip("0").rstrip(".")
