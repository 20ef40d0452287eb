"""A post of Ghost to a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from feeds.intake.draft import Circumstances, Draft
from feeds.intake.ghost import lexical, mobiledoc
from feeds.intake.ghost.cards import said
from feeds.intake.ghost.shown import cleaned
from feeds.intake.ghost.site import Post, Row, Site
from feeds.intake.normalise.coerce import several

_HERE = "__GHOST_URL__"
_NAIVE = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?")
_CUT = re.compile(r"<!--\s*members-only\s*-->")


def draft_of(draft: Draft, post: Post, site: Site, circumstances: Circumstances) -> Draft:
    """The draft of a post that is out."""
    row = {
        **site.meta_of.get(str(post.row.get("id")), {}),
        **{k: v for k, v in post.row.items() if v is not None},
    }
    _offer_identity(draft, row, post, circumstances)
    draft.offer("title", row.get("title"), "title")
    draft.offer("published", _moment(row.get("published_at") or row.get("created_at")), "published_at")
    draft.offer("updated", _moment(row.get("updated_at")), "updated_at")
    draft.offer("lead", row.get("custom_excerpt"), "custom_excerpt")
    draft.offer("lead", row.get("meta_description"), "meta_description")
    _offer_body(draft, row, circumstances)
    draft.offer("authors", list(_people(row, site)), "authors")
    _offer_subjects(draft, row, site)
    if cover := said(row, "feature_image"):
        picture = {"url": _here(cover, circumstances), "role": "cover", "alt": said(row, "feature_image_alt")}
        draft.offer("images", [{**picture, "caption": said(row, "feature_image_caption")}], "feature_image")
    if (said(row, "visibility") or "public") != "public":
        draft.offer("free", "no", "visibility")
    draft.offer("site", site.settings.get("title"), "the site's title")
    return draft


def _offer_identity(draft: Draft, row: Row, post: Post, circumstances: Circumstances) -> None:
    slug = said(row, "slug")
    draft.offer("id", row.get("id"), "id")
    draft.offer("url", said(row, "url") or post.url, "url")
    draft.offer("slug", slug, "slug")
    if slug and not circumstances.url and not draft.address and circumstances.home:
        draft.offer("url", f"{circumstances.home.rstrip('/')}/{slug}/", "slug")
    if canonical := said(row, "canonical_url"):
        draft.offer("url", _here(canonical, circumstances), "canonical_url")


def _moment(value: Any) -> Any:
    """A time as Ghost keeps it: in UTC, also where it does not say so."""
    return f"{value}Z" if isinstance(value, str) and _NAIVE.fullmatch(value) else value


def _offer_body(draft: Draft, row: Row, circumstances: Circumstances) -> None:
    """What the site shows, else what its editor keeps."""
    if markup := said(row, "html"):
        draft.offer("html", _here(cleaned(_CUT.sub("", markup)), circumstances), "html")
    for name, form in (("lexical", lexical.html_of), ("mobiledoc", mobiledoc.html_of)):
        if markup := form(_document(row.get(name))):
            draft.offer("html", _here(markup, circumstances), name)
    draft.offer("text", said(row, "plaintext"), "plaintext")


def _document(stored: Any) -> Any:
    if not isinstance(stored, str):
        return stored
    try:
        return msgspec.json.decode(stored)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def _here(text: str, circumstances: Circumstances) -> str:
    """A text with the site's address where its export leaves a gap; without it, the story's own site is meant."""
    return text.replace(_HERE, (circumstances.home or "").rstrip("/"))


def _people(row: Row, site: Site) -> Iterator[Row | str]:
    ids = site.people_of.get(str(row.get("id"))) or [str(row.get("author_id"))]
    listed = several(row.get("authors")) or several(row.get("author") or row.get("primary_author"))
    for one in listed or [site.people.get(number) for number in ids]:
        person = one.get("data", one) if isinstance(one, Mapping) else one
        if isinstance(person, Mapping) and (name := said(person, "name")):
            yield {"name": name, "url": said(person, "url")}
        elif isinstance(person, str):
            yield person


def _offer_subjects(draft: Draft, row: Row, site: Site) -> None:
    """The first tag is the section, as Ghost's own themes have it; those with # are the editors' own."""
    listed = several(row.get("tags")) or [
        site.tags.get(one) for one in site.tags_of.get(str(row.get("id")), ())
    ]
    names = list(dict.fromkeys(filter(None, map(_name, listed))))
    draft.offer("section", names[0] if names else None, "tags")
    draft.offer("tags", names[1:], "tags")


def _name(tag: Any) -> str | None:
    facts = tag.get("data", tag) if isinstance(tag, Mapping) else {"name": tag}
    name = said(facts, "name") if isinstance(facts, Mapping) else ""
    return None if not name or name.startswith("#") or said(facts, "visibility") == "internal" else name
