"""A post or a page of WordPress to a draft."""

from __future__ import annotations

from typing import Any

from feeds.intake.draft import Circumstances, Draft
from feeds.intake.wordpress import NO_CATEGORY, html_of
from feeds.intake.wordpress.dates import with_offset
from feeds.intake.wxr.site import Site, meta_of
from feeds.intake.xml.node import Node, joined
from feeds.syndication.forms import media_type


def draft_of(draft: Draft, item: Node, site: Site, circumstances: Circumstances) -> Draft:
    """The draft of an item that is out. One without a date has the file's, as WordPress dates what it imports."""
    meta = meta_of(item)
    _offer_identity(draft, item, site)
    draft.offer("title", item.text_of("title"), "title")
    _offer_dates(draft, item)
    draft.offer("published", circumstances.dated, "the file's own date")
    number = item.text_of("wp:post_id") or ""
    content = item.text_of("content:encoded") or ""
    draft.offer("html", html_of(content, site.attachments, site.children.get(number, ())), "content:encoded")
    draft.offer("lead", item.text_of("excerpt:encoded"), "excerpt:encoded")
    _offer_people(draft, item, site)
    _offer_subjects(draft, item, site, meta)
    _offer_media(draft, meta, site)
    approved = [node for node in item.all("wp:comment") if node.text_of("wp:comment_approved") == "1"]
    draft.offer("comments", {"count": len(approved)} if approved else None, "wp:comment")
    draft.offer("site", site.title, "the site's title")
    return draft


def _offer_identity(draft: Draft, item: Node, site: Site) -> None:
    link = item.text_of("link")
    draft.offer("url", joined(site.home, link) if link else None, "link")
    draft.base = joined(site.home, link) if link else site.home
    draft.offer("id", item.text_of("guid"), "guid")
    number = item.text_of("wp:post_id")
    if "id" not in draft.offers and number and site.home and not link:
        draft.offer("id", f"{site.home.rstrip('/')}/?p={number}", "wp:post_id")
    draft.offer("slug", item.text_of("wp:post_name"), "wp:post_name")


def _offer_dates(draft: Draft, item: Node) -> None:
    """The site's own time with the offset that its time in UTC tells, else what there is."""
    for field, name in (("published", "wp:post_date"), ("updated", "wp:post_modified")):
        local, universal = item.text_of(name), item.text_of(f"{name}_gmt")
        draft.offer(field, with_offset(local, universal), name)
        if field == "published":
            draft.offer(field, item.text_of("pubdate"), "pubDate")
        draft.offer(field, local, name)


def _offer_people(draft: Draft, item: Node, site: Site) -> None:
    """The authors whom a plug-in for several lists, else the one whom WordPress knows."""
    listed = [
        {"name": node.text} for node in item.all("category") if node.get("domain") == "author" and node.text
    ]
    draft.offer("authors", listed, "category author")
    logins = [node.text for node in item.all("dc:creator") if node.text]
    people = [site.authors.get(login, {"name": login}) for login in logins]
    draft.offer("authors", [one for one in people if one["name"] != "admin"], "dc:creator")


def _offer_subjects(draft: Draft, item: Node, site: Site, meta: dict[str, str]) -> None:
    named = [(node.get("domain") or "category", node.text) for node in item.all("category") if node.text]
    categories = [
        name for domain, name in named if domain == "category" and name.casefold() not in NO_CATEGORY
    ]
    tags = [name for domain, name in named if domain in ("post_tag", "tag")]
    main = site.categories.get(meta.get("_yoast_wpseo_primary_category", ""))
    section = main if main in categories else next(iter(categories), None)
    draft.offer("section", section, "category")
    draft.offer("tags", [*tags, *(name for name in categories if name != section)], "category post_tag")


def _offer_media(draft: Draft, meta: dict[str, str], site: Site) -> None:
    """The picture that stands for the story, and the file that it brings along."""
    cover = site.attachments.get(meta.get("_thumbnail_id", ""))
    draft.offer("images", [{**cover, "role": "cover"}] if cover else None, "_thumbnail_id")
    lines = meta.get("enclosure", "").split("\n")
    address = lines[0].strip()
    kind = media_type(address, lines[2].strip() if len(lines) > 2 else None) or ""
    if address.startswith("http") and kind.startswith("video/"):
        draft.offer("videos", [_file(address, kind, lines)], "enclosure")
    elif address.startswith("http") and kind.startswith("audio/"):
        _behind(draft, f'<figure><audio src="{address}" type="{kind}"></audio></figure>')


def _file(address: str, kind: str, lines: list[str]) -> dict[str, Any]:
    return {"url": address, "type": kind, "length": lines[1].strip() or None}


def _behind(draft: Draft, markup: str) -> None:
    """Adds markup behind the body, unless its file plays there already."""
    source = markup.split('"')[1]
    offers = draft.offers.get("html", [])
    if not offers:
        draft.offer("html", markup, "enclosure")
    elif source not in offers[0].value:
        draft.offers["html"] = []
        draft.offer("html", offers[0].value + markup, offers[0].where)
