"""The namespaces that live feeds use, by their customary prefixes."""

from __future__ import annotations

from functools import lru_cache

NAMESPACES: dict[str, str] = {
    "access": "http://www.bloglines.com/about/specs/fac-1.0",
    "admin": "http://webns.net/mvcb/",
    "ag": "http://purl.org/rss/1.0/modules/aggregation/",
    "annotate": "http://purl.org/rss/1.0/modules/annotate/",
    "app": "http://www.w3.org/2007/app",
    "at": "http://purl.org/atompub/tombstones/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "blogChannel": "http://backend.userland.com/blogChannelModule",
    "cc": "http://web.resource.org/cc/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "conversationsNetwork": "http://conversationsnetwork.org/rssNamespace-1.0/",
    "cp": "http://my.theinfo.org/changed/1.0/rss/",
    "creativeCommons": "http://backend.userland.com/creativeCommonsRssModule",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "ev": "http://purl.org/rss/1.0/modules/event/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "fh": "http://purl.org/syndication/history/1.0",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "g": "http://base.google.com/ns/1.0",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "georss": "http://www.georss.org/georss",
    "geourl": "http://geourl.org/rss/module/",
    "gml": "http://www.opengis.net/gml",
    "icbm": "http://postneo.com/icbm",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "indexing": "urn:atom-extension:indexing",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "l": "http://purl.org/rss/1.0/modules/link/",
    "mailru": "http://news.mail.ru/",
    "mathml": "http://www.w3.org/1998/Math/MathML",
    "media": "http://search.yahoo.com/mrss/",
    "mi": "http://schemas.ingestion.microsoft.com/common/",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "opensearch": "http://a9.com/-/spec/opensearch/1.1/",
    "opensearch10": "http://a9.com/-/spec/opensearchrss/1.0/",
    "opml": "http://www.opml.org/spec2",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "rambler": "http://news.rambler.ru",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sitemap": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "snf": "http://www.smartnews.be/snf",
    "source": "http://source.scripting.com/",
    "spotify": "http://www.spotify.com/ns/rss",
    "svg": "http://www.w3.org/2000/svg",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "taxo": "http://purl.org/rss/1.0/modules/taxonomy/",
    "thr": "http://purl.org/syndication/thread/1.0",
    "threading": "http://purl.org/rss/1.0/modules/threading/",
    "trackback": "http://madskills.com/public/xml/rss/module/trackback/",
    "turbo": "http://turbo.yandex.ru",
    "video": "http://www.google.com/schemas/sitemap-video/1.1",
    "webfeeds": "http://webfeeds.org/rss/1.0",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "wiki": "http://purl.org/rss/1.0/modules/wiki/",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "yandex": "http://news.yandex.ru",
}


@lru_cache(maxsize=4096)
def clark(name: str, default: str = "") -> str:
    """`media:content` in Clark notation; a bare name belongs to the namespace `default`."""
    prefix, colon, local = name.partition(":")
    namespace = NAMESPACES[prefix] if colon else default
    return f"{{{namespace}}}{local if colon else name}" if namespace else name


PREFIXES: dict[str, str] = {uri: prefix for prefix, uri in NAMESPACES.items()}


@lru_cache(maxsize=4096)
def prefixed(tag: str, default: str = "") -> str:
    """The reverse of `clark`, for messages: an unknown namespace's elements keep their local name."""
    if not tag.startswith("{"):
        return tag
    uri, _, local = tag[1:].partition("}")
    if uri == default:
        return local
    return f"{PREFIXES[uri]}:{local}" if uri in PREFIXES else local
