"""What an export says of its site: its address, its authors, its categories, its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from feeds.intake.xml.node import Node, joined
from feeds.markup.text import strip_tags

_SIZE = re.compile(r's:5:"width";i:(\d{1,6});s:6:"height";i:(\d{1,6});')
_PICTURES = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|bmp)(?:\?|$)", re.IGNORECASE)


@dataclass(slots=True)
class Site:
    """The site that an export is of. Authors are found by login, categories and pictures by id."""

    title: str | None = None
    home: str | None = None
    language: str | None = None
    authors: dict[str, dict[str, str]] = field(default_factory=dict)
    categories: dict[str, str] = field(default_factory=dict)
    attachments: dict[str, dict[str, Any]] = field(default_factory=dict)
    children: dict[str, list[str]] = field(default_factory=dict)


def site_of(channel: Node, items: Iterable[Node]) -> Site:
    """The site of a channel and its items."""
    home = channel.text_of("wp:base_blog_url", "link", "wp:base_site_url")
    site = Site(title=channel.text_of("title"), home=home, language=channel.text_of("language"))
    for node in channel.all("wp:author"):
        if login := node.text_of("wp:author_login"):
            site.authors[login] = _author(node, login)
    for node in channel.all("wp:category", "wp:term"):
        name = node.text_of("wp:cat_name", "wp:term_name")
        if name and (number := node.text_of("wp:term_id")):
            site.categories[number] = name
    for item in items:
        if item.text_of("wp:post_type") == "attachment":
            _add(site, item)
    return site


def _author(node: Node, login: str) -> dict[str, str]:
    """A person's name as it is shown; where that is the login, the first and the last name. Mail stays private."""
    shown = node.text_of("wp:author_display_name") or login
    parts = (node.text_of("wp:author_first_name"), node.text_of("wp:author_last_name"))
    whole = " ".join(filter(None, parts))
    return {"name": whole if whole and shown == login else shown}


def _add(site: Site, item: Node) -> None:
    number = item.text_of("wp:post_id")
    address = item.text_of("wp:attachment_url") or item.text_of("guid")
    if not number or not address:
        return
    parent = item.text_of("wp:post_parent") or "0"
    meta = meta_of(item)
    size = _SIZE.search(meta.get("_wp_attachment_metadata", ""))
    facts: dict[str, Any] = {
        "url": joined(site.home, address),
        "alt": meta.get("_wp_attachment_image_alt"),
        "caption": strip_tags(item.text_of("excerpt:encoded") or item.text_of("content:encoded") or ""),
        "width": size[1] if size else None,
        "height": size[2] if size else None,
    }
    site.attachments[number] = {name: value for name, value in facts.items() if value}
    if _PICTURES.search(address):
        site.children.setdefault(parent, []).append(number)


def meta_of(item: Node) -> dict[str, str]:
    """What plug-ins and WordPress itself keep of an item besides: the first value of each key."""
    found: dict[str, str] = {}
    for node in item.all("wp:postmeta"):
        key = node.text_of("wp:meta_key")
        if key:
            found.setdefault(key, node.text_of("wp:meta_value") or "")
    return found
