"""A story's body, lead and pictures, of what an item says and shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from feeds.article import Image
from feeds.intake.draft import Draft
from feeds.intake.feed.bodies import (
    completed,
    header_images,
    turbo,
    with_sounds,
    without_closing,
    without_cover,
    without_lead,
)
from feeds.intake.feed.media import Media
from feeds.intake.feed.texts import Content
from feeds.intake.normalise.media import type_of
from feeds.markup.nodes import Body
from feeds.markup.parse import parse
from feeds.markup.text import plain, squeeze, strip_tags

_SAMPLE = 5000  # characters that tell a language


@dataclass(frozen=True, slots=True)
class Told:
    """What an item says and shows: its whole texts, its announcements, its media, its address.

    `lead` is the lead of a story of ours, `ours` says that it is one: its announcement, where it has
    no lead, was made from its text.
    """

    whole: Sequence[Content]
    short: Sequence[Content]
    media: Media
    link: str | None
    lead: str | None = None
    ours: bool = False

    def sample(self, draft: Draft) -> str:
        """Enough of the story's words to tell its language."""
        title = next(draft.all("title"), None)
        texts = [*self.whole[:1], *self.short[:1]]
        return " ".join([str(title.value) if title else "", *(text.text[:_SAMPLE] for text in texts)])


def offer_story(draft: Draft, told: Told) -> None:
    """Offers body, lead, pictures and videos, and what is attached."""
    draft.offer("attached", told.media.attached, told.media.where)
    texts = list(told.whole)
    leads = list(told.short)
    if not texts and leads and not leads[0].announces:
        texts, leads = leads[:1], []
    body, where = _body(draft, texts, told)
    if not body and leads:
        _pictures_of_announcements(leads, told)
    pictures = completed(told.media.pictures.values(), body)
    body = without_cover(body, _cover(pictures))
    if told.lead:
        body = without_lead(body, squeeze(told.lead))
        draft.offer("lead", told.lead, "the feed's own mark")
    elif (lead := _lead(leads, texts)) and not (told.ours and texts and _is_page(texts[0])):
        _offer_lead(draft, lead, leads[0].where, body)
    body = with_sounds(body, told.media.sounds.values())
    draft.offer("html", body, where or told.media.where)
    draft.offer("images", _with_cover(pictures), told.media.where)
    draft.offer("videos", told.media.videos, told.media.where)


def _is_page(text: Content) -> bool:
    """Whether a text is all that its page shows, lead included; dialects with a full text keep the lead apart."""
    return not text.where.endswith(("full-text", "fulltext"))


def _offer_lead(draft: Draft, lead: str, where: str, body: Body) -> None:
    """Offers an announcement as the lead, unless it is only what the text begins with, cut off."""
    opening = squeeze(plain(body[:1]).replace("\n", " "))
    cut = lead.removesuffix("[…]").removesuffix("[...]").rstrip(" .…")
    if len(cut) < len(opening) and opening.startswith(cut):
        draft.note(where, "says what the text begins with")
    else:
        draft.offer("lead", lead, where)


def _lead(leads: list[Content], texts: list[Content]) -> str | None:
    """The announcement as one line; none where it is the text itself, or too long for a lead."""
    if not leads:
        return None
    said = strip_tags(leads[0].text) if leads[0].markup else squeeze(leads[0].text.replace("\n", " "))
    same = texts and said == (strip_tags(texts[0].text) if texts[0].markup else squeeze(texts[0].text))
    return None if same or not said else said


def _body(draft: Draft, texts: list[Content], told: Told) -> tuple[Body, str]:
    """The body of the first text that holds one; plain texts are offered as they are."""
    for text in texts:
        if not text.markup:
            draft.offer("text", text.text, text.where)
            return [], text.where
        source = text.text
        if text.where == "turbo:content" or "data-block=" in source:
            header, source = turbo(source)
            _offer_header(draft, header, text, told)
        if body := without_closing(parse(source, text.base or ""), told.link):
            return body, text.where
    return [], ""


def _offer_header(draft: Draft, header: str, text: Content, told: Told) -> None:
    """What the header of a Turbo page says: the title, the lead, the cover."""
    for facts in header_images(header, text.base):
        told.media.add("image", facts, text.where)
    for tag, field in (("h1", "title"), ("h2", "lead")):
        if match := re.search(rf"<{tag}\b[^<>]*>(.*?)</{tag}>", header, re.DOTALL | re.IGNORECASE):
            draft.offer(field, match[1], f"{text.where} {tag}")


def _pictures_of_announcements(leads: list[Content], told: Told) -> None:
    """An announcement's picture, where the item has no other."""
    if told.media.pictures:
        return
    for facts in header_images(leads[0].text, leads[0].base) if leads[0].markup else ():
        told.media.add("image", facts, leads[0].where)


def _cover(pictures: list[dict[str, Any]]) -> Image | None:
    """The first picture as records have it."""
    if not pictures:
        return None
    facts = {name: value for name, value in pictures[0].items() if name in _IMAGE_FACTS}
    return Image(**{**facts, "type": type_of(facts.get("type"), facts.get("url"))})


_IMAGE_FACTS = frozenset({"url", "width", "height", "alt", "caption", "credit"})


def _with_cover(pictures: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**pictures[0], "role": "cover"}, *pictures[1:]] if pictures else []
