"""The steps of normalising, in their order; each is a function of what is known so far."""

from __future__ import annotations

import hashlib
from typing import Any

from msgspec.structs import replace

from feeds.article import Image
from feeds.intake.address import canonical
from feeds.intake.draft import Offer
from feeds.intake.normalise import body, language, links, media, people, scalars
from feeds.intake.normalise.choice import Choice, Known, Step, Unfit, chosen, first
from feeds.intake.normalise.coerce import line, word
from feeds.intake.normalise.title import headline


def _address(value: Any, known: Known) -> str | Unfit:
    said = word(value)
    return (canonical(said, known.draft.base or known.draft.address) if said else None) or Unfit(
        "is no http(s) address"
    )


def _url(known: Known) -> Choice:
    lent = known.draft.address
    return chosen("url", _address, known, [Offer(lent, "the address given for the file")] if lent else [])


def _id(known: Known) -> Choice:
    stated = chosen("id", scalars.identifier, known)
    url = known.taken.get("url")
    if stated.where is not None or url is None:
        return stated
    return replace(stated, value=url if len(url) <= scalars.LONGEST_ID else _named(url), where="url")


def _named(url: str) -> str:
    """An id of an address that is too long to be one."""
    return f"urn:sha256:{hashlib.sha256(url.encode()).hexdigest()}"


def _lead(value: Any, known: Known) -> str | Unfit:
    said = line(value)
    return Unfit("repeats the title") if said == known.taken.get("title") else said


def _section(known: Known) -> Choice:
    usual = known.circumstances.section
    return chosen("section", scalars.text, known, [Offer(usual, "the source's default")] if usual else [])


def _language(known: Known) -> Choice:
    """What the source says, else what the letters tell, else the outlet's own."""
    stated = chosen("language", scalars.language, known)
    if stated.where is not None:
        return stated
    usual = known.circumstances.language
    told = language.of_letters(_sample(known), usual)
    fallbacks = [Offer(told, "the letters of the text"), Offer(usual, "the publication's language")]
    return chosen("language", scalars.language, known, [offer for offer in fallbacks if offer.value])


def _sample(known: Known) -> str:
    """Enough of the story's text to tell its language."""
    body = known.taken.get("body")
    written = body.text[: language.SAMPLE] if body else ""
    return "\n".join((known.taken.get("title") or "", known.taken.get("lead") or "", written))


def _images(known: Known) -> Choice:
    """The listed pictures and those of the body; the listed ones first."""
    listed = chosen("images", media.images, known)
    body = known.taken.get("body")
    pictures: tuple[Image, ...] = media.gathered(
        listed.value or (), media.in_figures(body.figures if body else [])
    )
    if not pictures:
        return listed
    return replace(listed, value=pictures, where=listed.where or "the body")


def _embodied(known: Known) -> Choice:
    """Markup before plain text."""
    marked = chosen("body", body.from_markup, known, source="html")
    if marked.where is not None:
        return marked
    plain = chosen("body", body.from_text, known, source="text")
    return replace(plain, losses=marked.losses + plain.losses) if marked.losses else plain


STEPS: tuple[tuple[str | None, Step], ...] = (
    (None, _url),
    (None, _id),
    ("site", first("site", scalars.text)),
    ("title", first("title", headline)),
    ("published", first("published", scalars.moment)),
    ("updated", first("updated", scalars.updated)),
    ("short_title", first("short_title", scalars.text)),
    ("kicker", first("kicker", scalars.text)),
    ("lead", first("lead", _lead)),
    (None, _embodied),
    (None, _language),
    ("authors", first("authors", people.authors)),
    (None, _section),
    ("tags", first("tags", scalars.tags)),
    ("place", first("place", links.place)),
    ("genre", first("genre", scalars.genre)),
    (None, _images),
    ("videos", first("videos", media.videos)),
    ("related", first("related", links.links)),
    ("translations", first("translations", links.translations)),
    ("channels", first("channels", links.links)),
    ("comments", first("comments", links.comments)),
    ("rating", first("rating", scalars.rating)),
    ("rights", first("rights", scalars.text)),
    ("free", first("free", scalars.free)),
    ("embargo", first("embargo", scalars.moment)),
    ("expires", first("expires", scalars.moment)),
    ("withdrawn", first("withdrawn", scalars.withdrawn)),
    ("only", first("only", scalars.targets)),
    ("except", first("except", scalars.targets)),
)
"""The steps in order. One that names a field has nothing to do where that field is not offered.

`site` serves the others and enters no record.
"""
