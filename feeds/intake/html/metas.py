"""What the head of a page offers: its `meta` and `link` elements by a table of their names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from feeds.intake.draft import Draft
from feeds.intake.html.tree import Tree, attribute

_CARDS = {
    "title": "og:title twitter:title",
    "lead": "og:description twitter:description",
    "published": "article:published_time og:published_time article:published og:article:published_time",
    "updated": "article:modified_time article:modified og:modified_time og:article:modified_time og:updated_time",
    "expires": "article:expiration_time",
    "authors": "article:author og:article:author",
    "section": "article:section og:article:section",
    "site": "og:site_name",
    "language": "og:locale",
}
"""Names of OpenGraph and its kin, best first."""

_OTHERS = {
    "title": "parsely-title sailthru.title dc.title dcterms.title cxenseparse:title hdl title",
    "lead": "description sailthru.description dc.description dcterms.description",
    "published": "parsely-pub-date sailthru.date datepublished pubdate publishdate publish-date publish_date "
    "publication_date publicationdate published_time publishedtime date_published published ptime "
    "dc.date.issued dcterms.issued dcterms.date dc.date dcterms.created dc.date.created datecreated "
    "article.published article_date_original article:publish_date cxenseparse:recs:publishtime "
    "cxenseparse:publishtime bt:pubdate rnews:datepublished og:pubdate originalpublicationdate "
    "mediator_published_time citation_publication_date citation_date date displaydate created published_on "
    "shareaholic:article_published_time",
    "updated": "lastmod last-modified last_modified last_updated_date modified datemodified dateupdated "
    "date_modified modified_time dc.date.modified dcterms.modified bt:moddate rnews:datemodified "
    "article.updated revision_date utime shareaholic:article_modified_time mediator_updated_time",
    "authors": "author parsely-author sailthru.author article.author byl byline dc.creator dcterms.creator "
    "cxenseparse:author citation_author article:author_name authors shareaholic:article_author_name "
    "mediator_author twitter:creator:name",
    "section": "parsely-section sailthru.section article.section cxenseparse:category section category "
    "dc.subject.section articlesection mediator_theme",
    "site": "application-name apple-mobile-web-app-title publisher dc.publisher dcterms.publisher",
    "language": "content-language dc.language dcterms.language language",
    "rights": "copyright dc.rights dcterms.rights",
    "id": "mediator_id",
    "rating": "rating",
}
"""Other names in use, best first; capitals do not matter."""

_TAGS = (
    "article:tag",
    "og:article:tag",
    "parsely-tags",
    "sailthru.tags",
    "news_keywords",
    "keywords",
    "dc.subject",
    "cxenseparse:taglist",
)
_PICTURES = (
    "og:image",
    "og:image:url",
    "og:image:secure_url",
    "twitter:image",
    "twitter:image:src",
    "parsely-image-url",
    "sailthru.image.full",
    "thumbnail",
)
_PARTS = {"width": "width", "height": "height", "type": "type", "alt": "alt"}
_TIERS = {"free": True, "metered": False, "locked": False}
_UNTIL = re.compile(r"unavailable_after:\s*([^,]{6,60}(?:,[^,:]*\d{4}[^,]*)?)", re.IGNORECASE)

_WRITTEN = re.compile(
    r"written by|posted by|author|interview by|verfasst von|geschrieben von|автор|написано|écrit par|escrito por|"
    r"scritto da|geschreven door|skrevet av|skriven av|autor",
    re.IGNORECASE,
)

_SOUNDS_PUBLISHED = re.compile(r"publi(?:sh|c)|pub.?date|issued|posted|create|regi?.?date|(?:^|[_.:-])date")
_SOUNDS_OTHERWISE = re.compile(r"modif|updat|expire|until|event|birth|publisher|end|start|verif|revis|review")

MOST = 500
"""Elements of the head that are looked at."""

Metas = dict[str, list[str]]


def metas(tree: Tree) -> Metas:
    """The contents of the page's `meta` elements by their names in small letters, in their order."""
    found: Metas = defaultdict(list)
    for element in tree.css("meta[content]")[:MOST]:
        content = attribute(element, "content")
        for key in ("property", "name", "http-equiv"):
            if content and (name := attribute(element, key).lower()):
                found[name].append(content)
                break
    return found


def offer_cards(draft: Draft, found: Metas) -> None:
    """Offers what OpenGraph and its kin say."""
    _offer(draft, found, _CARDS)
    for said in found.get("article:content_tier", ())[:1]:
        draft.offer("free", _TIERS.get(said.lower()), "meta article:content_tier")


def offer_others(draft: Draft, found: Metas) -> None:
    """Offers what the other names say."""
    _offer(draft, found, _OTHERS)
    for said in found.get("robots", ()):
        if match := _UNTIL.search(said):
            draft.offer("expires", match[1], "meta robots")


def _offer(draft: Draft, found: Metas, table: dict[str, str]) -> None:
    for field, names in table.items():
        for name in names.split():
            if said := found.get(name):
                value: Any = said if field == "authors" and len(said) > 1 else said[0]
                draft.offer(field, value, f"meta {name}")


def offer_unknown_dates(draft: Draft, found: Metas) -> None:
    """Offers dates under names that only sound as if they were of the publication."""
    for name, said in found.items():
        if _SOUNDS_PUBLISHED.search(name) and not _SOUNDS_OTHERWISE.search(name):
            draft.offer("published", said[0], f"meta {name}")


def offer_labelled(draft: Draft, found: Metas) -> None:
    """Offers the author whom a card names under a label of its own."""
    for number in ("1", "2"):
        label, value = found.get(f"twitter:label{number}"), found.get(f"twitter:data{number}")
        if label and value and _WRITTEN.search(label[0]):
            draft.offer("authors", value[0], f"meta twitter:data{number}")


def offer_tags(draft: Draft, found: Metas) -> None:
    """Offers the page's keywords under each name that holds some."""
    for name in _TAGS:
        words = [word.strip() for said in found.get(name, ()) for word in re.split(r"[,;]", said)]
        draft.offer("keywords", [word for word in words if word], f"meta {name}")


def offer_graph_pictures(draft: Draft, tree: Tree) -> None:
    """Offers the pictures of OpenGraph with their sizes."""
    draft.offer("images", list(_open_graph(tree)), "meta og:image")


def offer_pictures(draft: Draft, tree: Tree, found: Metas) -> None:
    """Offers the pictures that other names hold."""
    for name in _PICTURES[3:]:
        draft.offer("images", [{"url": said} for said in found.get(name, ())[:1]], f"meta {name}")
    for link in tree.css("link[rel=image_src]")[:1]:
        draft.offer("images", [{"url": attribute(link, "href")}], "link image_src")


def _open_graph(tree: Tree) -> Iterator[dict[str, str]]:
    """Each `og:image` with the properties that follow it."""
    picture: dict[str, str] = {}
    for element in tree.css("meta[content]")[:MOST]:
        name = (attribute(element, "property") or attribute(element, "name")).lower()
        content = attribute(element, "content")
        if name in _PICTURES[:3]:
            if picture and name != "og:image:secure_url" and picture.get("url") != content:
                yield picture
                picture = {}
            picture.setdefault("url", content)
        elif name.startswith("og:image:") and picture and (part := _PARTS.get(name[9:])):
            picture.setdefault(part, content)
    if picture:
        yield picture


def offer_video(draft: Draft, found: Metas) -> None:
    """Offers the video of OpenGraph, unless it is a player of another age."""
    for name in ("og:video:secure_url", "og:video:url", "og:video"):
        said = found.get(name)
        if said and not said[0].split("?")[0].lower().endswith(".swf"):
            parts = {
                part: (found.get(f"og:video:{part}") or [""])[0]
                for part in ("type", "width", "height", "duration")
            }
            kind = parts["type"].lower()
            holder = "player" if kind.startswith("text/html") else "url"
            kept = {k: v for k, v in parts.items() if v and v != "text/html"}
            draft.offer("videos", [{holder: said[0], **kept}], f"meta {name}")
            return


def translations(tree: Tree) -> list[dict[str, str]]:
    """The page in other languages, as `link` elements name them."""
    links = tree.css("link[hreflang][href]")[:MOST]
    named = [
        (attribute(link, "hreflang"), attribute(link, "href"), attribute(link, "rel").lower())
        for link in links
    ]
    return [
        {"url": url, "language": tag}
        for tag, url, rel in named
        if "alternate" in rel and tag.lower() != "x-default"
    ]
