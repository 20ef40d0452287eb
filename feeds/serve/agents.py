"""Who polls: the names of aggregators and readers, told by what their requests call themselves."""

from __future__ import annotations

import re
from functools import lru_cache

KNOWN: tuple[tuple[str, str], ...] = (
    ("Dzen", r"dzen|zen(?:bot|/)|mediazen"),
    ("Yandex News", r"yandexnews|yandex\.news"),
    ("Yandex", r"yandex"),
    ("Google News", r"googlebot-news"),
    ("Google", r"googlebot|google-|googleother|apis-google|mediapartners|feedfetcher"),
    ("Bing", r"bingbot|msnbot|bingpreview"),
    ("MSN", r"msn(?:feed)?|microsoft start"),
    ("VK", r"\bvk(?:share|\.com|bot)|vkrobot"),
    ("OK", r"odklbot|ok\.ru|odnoklassniki"),
    ("Mail.ru", r"mail\.ru"),
    ("Rambler", r"rambler|stackrambler"),
    ("SmartNews", r"smartnews|smartformat"),
    ("Flipboard", r"flipboard"),
    ("Feedly", r"feedly"),
    ("Inoreader", r"inoreader"),
    ("NewsBlur", r"newsblur"),
    ("The Old Reader", r"theoldreader"),
    ("Feedbin", r"feedbin"),
    ("Miniflux", r"miniflux"),
    ("FreshRSS", r"freshrss"),
    ("Tiny Tiny RSS", r"tiny tiny rss|tt-rss"),
    ("Nextcloud News", r"nextcloud"),
    ("Newsboat", r"newsboat|newsbeuter"),
    ("Thunderbird", r"thunderbird"),
    ("NetNewsWire", r"netnewswire"),
    ("Reeder", r"reeder"),
    ("RSS Guard", r"rss ?guard"),
    ("Liferea", r"liferea"),
    ("Akregator", r"akregator"),
    ("rss2email", r"rss2email"),
    ("elfeed", r"elfeed|emacs"),
    ("gPodder", r"gpodder"),
    ("Superfeedr", r"superfeedr"),
    ("WebSub hub", r"pubsubhubbub|websub|switchboard"),
    ("Apple", r"applenews|applebot|podcasts/"),
    ("Telegram", r"telegrambot"),
    ("Facebook", r"facebookexternalhit|facebot|meta-external"),
    ("W3C validator", r"w3c_validator|feedvalidator"),
    ("OpenAI", r"gptbot|oai-searchbot|chatgpt"),
    ("Anthropic", r"claudebot|anthropic"),
    ("Perplexity", r"perplexity"),
    ("feedparser", r"feedparser|universalfeedparser"),
    ("Python", r"python-(?:requests|urllib|httpx)|aiohttp|httpx|reader/"),
    ("Go", r"go-http-client|gofeed"),
    ("Java", r"java/|apache-httpclient|okhttp|rome"),
    ("Node", r"node-fetch|axios|undici|rss-parser"),
    ("curl", r"curl|wget|libfetch"),
    ("Browser", r"mozilla/5\.0 .*(?:firefox|chrome|safari|edg)/"),
)
"""Each name with what it is told by, the more special ones first."""

OTHER = "other"
"""Whoever is not known."""

_FORMS = tuple((name, re.compile(form, re.IGNORECASE)) for name, form in KNOWN)


@lru_cache(maxsize=4096)
def agent(stated: str) -> str:
    """Who a User-Agent header says that it is."""
    if not stated.strip():
        return "unnamed"
    return next((name for name, form in _FORMS if form.search(stated[:300])), OTHER)
