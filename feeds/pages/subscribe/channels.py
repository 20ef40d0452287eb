"""The outlet's pages elsewhere, as feeds.yaml names them: each with its name and an icon."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from feeds.wording import Wording


class Kind(NamedTuple):
    """A place where outlets have pages: its name in English, and our icon for it."""

    name: str
    icon: str


KINDS: dict[str, Kind] = {
    "yandex-news": Kind("Yandex News", "letter-ya"),
    "dzen": Kind("Dzen", "spark"),
    "dzen-news": Kind("News on Dzen", "newspaper"),
    "google-news": Kind("Google News", "letter-g"),
    "vk": Kind("VK", "letters-vk"),
    "vk-video": Kind("VK Video", "play"),
    "ok": Kind("OK", "letters-ok"),
    "telegram": Kind("Telegram", "plane"),
    "max": Kind("MAX", "letter-m"),
    "rutube": Kind("RuTube", "play"),
    "youtube": Kind("YouTube", "play"),
    "rambler": Kind("Rambler", "letter-r"),
    "x": Kind("X", "letter-x"),
    "facebook": Kind("Facebook", "letter-f"),
    "instagram": Kind("Instagram", "camera"),
    "threads": Kind("Threads", "talk"),
    "mastodon": Kind("Mastodon", "talk"),
    "bluesky": Kind("Bluesky", "talk"),
    "whatsapp": Kind("WhatsApp", "talk"),
    "viber": Kind("Viber", "talk"),
    "tiktok": Kind("TikTok", "play"),
    "linkedin": Kind("LinkedIn", "people"),
    "flipboard": Kind("Flipboard", "newspaper"),
    "smartnews": Kind("SmartNews", "newspaper"),
    "apple-news": Kind("Apple News", "newspaper"),
    "msn": Kind("MSN", "newspaper"),
    "podcast": Kind("Podcast", "headphones"),
    "newsletter": Kind("Newsletter", "mail"),
    "email": Kind("Email", "mail"),
    "site": Kind("Website", "globe"),
}
"""The places that are known, by what feeds.yaml calls them."""

ALIASES: dict[str, str] = {
    "yandex": "yandex-news",
    "yandexnews": "yandex-news",
    "zen": "dzen",
    "google": "google-news",
    "googlenews": "google-news",
    "vkontakte": "vk",
    "vkvideo": "vk-video",
    "odnoklassniki": "ok",
    "tg": "telegram",
    "yt": "youtube",
    "twitter": "x",
    "fb": "facebook",
    "mail": "email",
    "home": "site",
}


class Channel(NamedTuple):
    """One of the outlet's pages elsewhere: what it is called, where it is, its icon."""

    key: str
    name: str
    url: str
    icon: str


def channels(stated: Mapping[str, str], say: Wording) -> list[Channel]:
    """The outlet's channels in the order of feeds.yaml; those whose address is none are left out."""
    return [_channel(key, url, say) for key, url in stated.items() if _is_address(url)]


def _channel(key: str, url: str, say: Wording) -> Channel:
    folded = "-".join(key.casefold().replace("_", " ").replace("-", " ").split())
    kind = KINDS.get(ALIASES.get(folded.replace("-", ""), folded)) or KINDS.get(ALIASES.get(folded, folded))
    if kind is None:
        return Channel(folded, key[:1].upper() + key[1:], url, "globe")
    return Channel(folded, say(kind.name), url, kind.icon)


def _is_address(url: str) -> bool:
    """Whether something is an address that a page may link to."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return (parts.scheme in ("http", "https") and bool(parts.netloc)) or parts.scheme == "mailto"
