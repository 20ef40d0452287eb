"""The namespaces that live feeds use, by their customary prefixes."""

from __future__ import annotations

from functools import cache

NAMESPACES: dict[str, str] = {
    "app": "http://www.w3.org/2007/app",
    "at": "http://purl.org/atompub/tombstones/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "cc": "http://web.resource.org/cc/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "creativeCommons": "http://backend.userland.com/creativeCommonsRssModule",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "fh": "http://purl.org/syndication/history/1.0",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "georss": "http://www.georss.org/georss",
    "gml": "http://www.opengis.net/gml",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "mailru": "http://news.mail.ru/",
    "media": "http://search.yahoo.com/mrss/",
    "mi": "http://schemas.ingestion.microsoft.com/common/",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "rambler": "http://news.rambler.ru",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "sitemap": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "snf": "http://www.smartnews.be/snf",
    "source": "http://source.scripting.com/",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "thr": "http://purl.org/syndication/thread/1.0",
    "turbo": "http://turbo.yandex.ru",
    "video": "http://www.google.com/schemas/sitemap-video/1.1",
    "webfeeds": "http://webfeeds.org/rss/1.0",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "yandex": "http://news.yandex.ru",
}


@cache
def clark(name: str, default: str = "") -> str:
    """`media:content` in Clark notation; a bare name belongs to the namespace `default`."""
    prefix, colon, local = name.partition(":")
    namespace = NAMESPACES[prefix] if colon else default
    return f"{{{namespace}}}{local if colon else name}" if namespace else name


PREFIXES: dict[str, str] = {uri: prefix for prefix, uri in NAMESPACES.items()}


@cache
def prefixed(tag: str, default: str = "") -> str:
    """The reverse of `clark`, for messages: an unknown namespace's elements keep their local name."""
    if not tag.startswith("{"):
        return tag
    uri, _, local = tag[1:].partition("}")
    if uri == default:
        return local
    return f"{PREFIXES[uri]}:{local}" if uri in PREFIXES else local
