"""What a page's offers need before they are a draft's: keywords joined, houses behind persons."""

from __future__ import annotations

import re

from feeds.intake.draft import Draft
from feeds.intake.html.bylines import settle_authors
from feeds.intake.html.headline import settle_title
from feeds.intake.html.subject import host
from feeds.intake.normalise.coerce import raw_text, some_line
from feeds.markup.text import each_once, inline

_MANY, _MOST = 5, 0.8  # keywords, and the part of them that stands in the summary
_LEAST_TEXT, _FAR_LONGER = 500, 2.5  # characters, and times as many as the page shows
_WORD = re.compile(r"[\w-]+")


def settle(draft: Draft) -> None:
    """Puts the offers that only pages have under the fields of drafts."""
    settle_title(draft)
    _short_title(draft)
    settle_authors(draft, host(draft.base or ""))
    _keywords(draft)
    _section(draft)
    _text(draft)


def _short_title(draft: Draft) -> None:
    """A short title that is no shorter than the title is another text: a standfirst, a title for search engines."""
    title = next((some_line(offer.value) or "" for offer in draft.all("title")), "")
    kept = [o for o in draft.offers.pop("short_title", []) if len(some_line(o.value) or "") < len(title)]
    if kept:
        draft.offers["short_title"] = kept


def _keywords(draft: Draft) -> None:
    """Keywords of all places, each once."""
    words: list[str] = []
    where: list[str] = []
    for offer in draft.offers.pop("keywords", ()):
        if _cut_up(offer.value, draft):
            draft.note(offer.where, "its keywords are the summary cut into words")
            continue
        where.append(offer.where)
        words += offer.value
    draft.offer("tags", list(each_once(words)), ", ".join(where[:3]))


def _text(draft: Draft) -> None:
    """The text that the story's description holds stands in for one that the page does not show."""
    said = draft.offers.pop("said", [])
    marked = [offer for offer in draft.offers.get("html", []) if isinstance(offer.value, list)]
    shown = sum(len(inline(block)) for offer in marked[:1] for block in offer.value)
    if said and len(said[0].value) > max(_LEAST_TEXT, _FAR_LONGER * shown):
        draft.offers.pop("html", None)
        draft.note(said[0].where, "holds far more of the text than the page shows")
    for offer in said:
        draft.offer("text", offer.value, offer.where)


def _cut_up(words: list[str], draft: Draft) -> bool:
    """Whether keywords are nothing but a text's words, one by one."""
    if len(words) < _MANY or any(" " in word for word in words):
        return False
    texts = [raw_text(offer.value) or "" for name in ("lead", "title") for offer in draft.all(name)]
    said = set(_WORD.findall(" ".join(texts).casefold()))
    return sum(word.casefold() in said for word in words) >= _MOST * len(words)


def _section(draft: Draft) -> None:
    """A section that is called as the outlet, or as the story, is none."""
    titles = {(some_line(offer.value) or "").casefold() for offer in draft.all("title")}
    sites = [
        name for offer in draft.all("site") if len(name := (some_line(offer.value) or "").casefold()) > 2
    ]
    kept = [offer for offer in draft.offers.pop("section", []) if not _names_site(offer.value, sites, titles)]
    if kept:
        draft.offers["section"] = kept


def _names_site(value: object, sites: list[str], titles: set[str]) -> bool:
    said = (some_line(value) or "").casefold()
    return said in titles or any(
        said == site or f"«{site}»" in said or site.removesuffix(".") == said for site in sites
    )
