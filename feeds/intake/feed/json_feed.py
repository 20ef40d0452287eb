"""JSON Feed 1.0 and 1.1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.feed.channel import Channel, identity, offer_language
from feeds.intake.feed.fields import date_in_address
from feeds.intake.feed.media import Media, medium_of
from feeds.intake.feed.story import Told, offer_story
from feeds.intake.feed.texts import Content, told
from feeds.intake.normalise.coerce import several, some_line, word
from feeds.intake.records.forms import values
from feeds.intake.xml.node import joined

_OFFERED: tuple[tuple[str, str], ...] = (
    ("title", "title"),
    ("published", "date_published"),
    ("published", "date_modified"),
    ("updated", "date_modified"),
    ("language", "language"),
)


def drafts(data: bytes, circumstances: Circumstances) -> Iterator[Draft | Rejection]:
    """A draft for each item."""
    for found in values(data, "feed.json", circumstances.encoding):
        if isinstance(found, Rejection):
            yield found
        else:
            yield from _of_feed(found.value, circumstances)


def _of_feed(feed: Any, circumstances: Circumstances) -> Iterator[Draft | Rejection]:
    items = feed.get("items") if isinstance(feed, Mapping) else None
    if not isinstance(items, list):
        yield Rejection(code="no-feed", reason="is JSON, but no feed: it has no list of items")
        return
    channel = _channel(feed)
    for number, item in enumerate(items):
        where = f"items[{number}]"
        if isinstance(item, Mapping):
            yield _draft_of(item, where, channel, circumstances)
        else:
            yield Rejection(code="no-record", reason=f"holds no object at {where}")


def _channel(feed: Mapping[str, Any]) -> Channel:
    home = word(feed.get("home_page_url"))
    return Channel(
        title=some_line(feed.get("title")),
        home=home,
        base=home or word(feed.get("feed_url")),
        language=word(feed.get("language")),
        authors=tuple(_authors(feed)),
        ours="_feeds" in feed,
    )


def _authors(holder: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The persons that a feed or an item names, as 1.1 or as 1.0 has it."""
    listed = [one for one in several(holder.get("authors")) if isinstance(one, Mapping)]
    single = holder.get("author")
    people = listed or ([single] if isinstance(single, Mapping) else [])
    return [{"name": one.get("name"), "url": one.get("url")} for one in people if one.get("name")]


def _draft_of(
    item: Mapping[str, Any], where: str, channel: Channel, circumstances: Circumstances
) -> Draft | Rejection:
    draft = Draft(kind="feed")
    for name in ("url", "external_url"):
        if said := word(item.get(name)):
            draft.offer("url", joined(channel.base, said), f"{where}.{name}")
    link = next((offer.value for offer in draft.all("url")), None)
    draft.base = link or channel.base
    stated = word(item.get("id"))
    if stated:
        draft.offer("id", identity(stated, channel, circumstances), f"{where}.id")
        if stated.startswith(("http://", "https://")):
            draft.offer("url", stated, f"{where}.id")
    for field, name in _OFFERED:
        draft.offer(field, item.get(name), f"{where}.{name}")
    draft.offer("published", date_in_address(link), "the date in its address")
    own = _authors(item)
    draft.offer("authors", own or channel.own_authors(circumstances), f"{where if own else 'feed'}.authors")
    mark = item.get("_feeds")
    ours = mark if isinstance(mark, Mapping) else {}
    short = _short(item, where)
    story = Told(
        whole=_whole(item, where, draft.base, ours=channel.ours),
        short=short,
        media=_media(item, where, draft.base),
        link=link,
        lead=short[0].text if short and ours.get("lead") is True else None,
        ours=channel.ours,
    )
    _offer_subjects(draft, item, where, word(ours.get("section")))
    offer_story(draft, story)
    draft.offer("site", channel.title, "title")
    offer_language(draft, channel, story.sample(draft), "language")
    return draft


def _offer_subjects(draft: Draft, item: Mapping[str, Any], where: str, section: str | None) -> None:
    """The tags; one of ours is known to be the section."""
    draft.offer("section", section, f"{where}._feeds.section")
    tags = [one for one in several(item.get("tags")) if some_line(one) != section or section is None]
    draft.offer("tags", tags, f"{where}.tags")


def _whole(item: Mapping[str, Any], where: str, base: str | None, *, ours: bool) -> list[Content]:
    """The texts, markup first; where one of ours has no markup, its text is the summary that the format wants."""
    found = []
    if (markup := item.get("content_html")) and isinstance(markup, str):
        found.append(Content(markup, markup=True, where=f"{where}.content_html", base=base))
    if not ours and (text := item.get("content_text")) and isinstance(text, str):
        found.append(Content(text, markup=False, where=f"{where}.content_text"))
    return found


def _short(item: Mapping[str, Any], where: str) -> list[Content]:
    said = item.get("summary")
    return [told(said, f"{where}.summary")] if isinstance(said, str) and said.strip() else []


def _media(item: Mapping[str, Any], where: str, base: str | None) -> Media:
    found = Media()
    for name in ("image", "banner_image"):
        if said := word(item.get(name)):
            found.add("image", {"url": joined(base, said)}, f"{where}.{name}")
    for one in several(item.get("attachments")):
        if isinstance(one, Mapping) and (url := word(one.get("url"))):
            kind = word(one.get("mime_type"))
            facts = {
                "url": joined(base, url),
                "type": kind,
                "title": some_line(one.get("title")),
                "length": one.get("size_in_bytes"),
                "duration": one.get("duration_in_seconds"),
            }
            found.add(medium_of(None, kind, url), facts, f"{where}.attachments")
    return found
