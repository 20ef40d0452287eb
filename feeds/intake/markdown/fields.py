"""Front matter to a draft: the names of Hugo, Jekyll, Eleventy, Pelican, Zola, Hexo."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from feeds.intake.address import canonical, fixed
from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.markdown.body import line
from feeds.intake.markdown.front import Front
from feeds.intake.markdown.place import Place
from feeds.intake.normalise.coerce import several, truth, word
from feeds.intake.records import offered
from feeds.intake.records.names import fold

_NESTED = ("taxonomies", "extra", "params", "seo", "meta", "metadata")
_COVERS = tuple(
    "cover coverimage featuredimage featureimage featured image img hero ogimage socialimage banner teaser thumbnail "
    "thumb preview previewimage header headerimage photo mainimage".split()
)
_PICTURE = (
    "image",
    "src",
    "url",
    "img",
    "path",
    "overlay_image",
    "overlayimage",
    "relative_path",
    "teaser",
    "file",
)
_OWN = frozenset({"url", "permalink"})
_FOREIGN = frozenset({"canonical", "canonicalurl", "link", "weburl", "externalurl", "href"})
_DROPPED = frozenset(
    {
        "source",
        "publisher",
        "layout",
        "template",
        "content",
        "text",
        "story",
        "body",
        "html",
        "media",
        "paragraphs",
    }
)
_HIDDEN = ("eleventyexcludefromcollections", "headless", "hidden", "private", "unlisted", "password")
_COLLECTIONS = frozenset({"all", "nav", "post", "posts", "blog"})
_FILE_DATES = frozenset({"last modified", "created"})
_KEY = re.compile(r"[a-z]{2,30}(?:-[a-z]{1,30}){1,3}")
_PLACEHOLDER = re.compile(r":(?:i_)?([a-z_]+)")


def draft_of(draft: Draft, front: Front, place: Place, circumstances: Circumstances) -> Draft | Rejection:
    """The draft of what a file says of its story; a rejection where it says that the story is not out."""
    said = _flat(front.said)
    if reason := _held(said):
        return Rejection(code="not-published", reason=reason)
    record: dict[str, Any] = {}
    for name, value in said.items():
        key = fold(name)
        if key == "preview" and isinstance(value, str) and _picture(value) is None:
            record["lead"] = value
        if key in _OWN or key in _FOREIGN or key in _DROPPED or key in _COVERS:
            continue
        record[name] = _value(key, value, front, place, circumstances)
    if covers := list(_covers(said)):
        record["cover"] = covers
    made = offered(draft, record)
    if isinstance(made, Rejection):
        return made
    _offer_place(draft, place)
    _offer_address(draft, said, circumstances)
    _settle(draft)
    return draft


def _flat(said: Mapping[str, Any]) -> dict[str, Any]:
    """What is said, with what themes and plug-ins keep one level below."""
    found = dict(said)
    for name in _NESTED:
        inside = said.get(name)
        for key, value in inside.items() if isinstance(inside, Mapping) else ():
            found.setdefault(str(key), value)
    return {
        name: value for name, value in found.items() if name not in _NESTED or not isinstance(value, Mapping)
    }


def _held(said: Mapping[str, Any]) -> str | None:
    """Why a file's story is not out, beyond what records say."""
    folded = {fold(name): (name, value) for name, value in said.items()}
    for key in _HIDDEN:
        name, value = folded.get(key, ("", None))
        if value is True or truth(value) is True or (key == "password" and value):
            return f"is kept out of the site's lists ({name})"
    _, permalink = folded.get("permalink", ("", None))
    if permalink is False or word(permalink) == "false":
        return "has no page of its own (permalink: false)"
    if (word(folded.get("status", ("", None))[1]) or "").lower() == "skip":
        return "is not published by its newsroom yet (status: skip)"
    build = folded.get("build", ("", None))[1] or said.get("_build")
    if isinstance(build, Mapping) and word(build.get("render")) in ("never", "false"):
        return "has no page of its own (build.render)"
    return None


def _value(key: str, value: Any, front: Front, place: Place, circumstances: Circumstances) -> Any:
    """A value as records have it."""
    if key in ("tags", "categories", "keywords") and isinstance(value, str):
        jekyll = front.form == "yaml" and place.day is not None and not re.search(r"[,;\n]", value)
        value = value.split() if jekyll else [part.strip() for part in re.split(r"[,;\n]", value)]
    if key == "tags":
        return [tag for tag in several(value) if not (isinstance(tag, str) and tag in _COLLECTIONS)]
    if key in ("author", "authors"):
        turned = isinstance(value, str) and ";" in value
        named = map(_turned, value.split(";")) if turned else several(value)
        return [_person(name) if isinstance(name, str) else name for name in named]
    if key in ("date", "created") and isinstance(value, str) and value.strip().lower() in _FILE_DATES:
        return circumstances.dated
    if key == "comments" and isinstance(value, bool):
        return None
    if key == "related":
        return [one for one in several(value) if isinstance(one, Mapping) or "/" in str(one)]
    return value


def _turned(name: str) -> str:
    """«Surname, Name» as «Name Surname»."""
    last, sign, first = name.strip().partition(",")
    return f"{first.strip()} {last.strip()}" if sign else last


def _person(name: str) -> str:
    """The name of which a key such as anna-primerova was made."""
    return name.replace("-", " ").title() if _KEY.fullmatch(name) else name


def _covers(said: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The pictures that stand for the story, the likeliest first, with what is said of them beside."""
    folded = {fold(name): value for name, value in said.items()}
    for key in _COVERS:
        value = folded.get(key)
        if isinstance(value, list):
            value = value[0] if value else None
        if not (picture := _picture(value)):
            continue
        for name in ("alt", "caption", "credit"):
            beside = folded.get(f"{key}{name}") or folded.get(f"image{name}")
            if isinstance(beside, str):
                picture.setdefault(name, beside)
        yield picture


def _picture(value: Any) -> dict[str, Any] | None:
    if isinstance(value, str):
        return {"url": value} if re.search(r"[/.]", value) and " " not in value.strip() else None
    if not isinstance(value, Mapping):
        return None
    address = next((value[name] for name in _PICTURE if isinstance(value.get(name), str)), None)
    if not address:
        return None
    rest = {
        name: said for name, said in value.items() if name in ("alt", "caption", "credit", "width", "height")
    }
    return {"url": address, **rest}


def _offer_place(draft: Draft, place: Place) -> None:
    """What the file's name says, behind what the file says."""
    draft.offer("published", place.day, "the file's name")
    draft.offer("slug", place.slug, "the file's name")
    draft.offer("language", place.language, "the file's name")


def _offer_address(draft: Draft, said: Mapping[str, Any], circumstances: Circumstances) -> None:
    """The address that the file states; one at another host only where nothing else is known."""
    base = draft.address or fixed(circumstances.url) or circumstances.home
    host = urlsplit(base).hostname if base else None
    for name, value in said.items():
        key, stated = fold(name), word(value) if isinstance(value, str) else None
        if not stated or key not in (*_OWN, *_FOREIGN):
            continue
        filled = _filled(stated, draft)
        address = None if any(sign in filled for sign in "{}<") else canonical(filled, base)
        if address is None:
            draft.note(name, "no address that can be told from the file")
        elif key in _OWN or host is None or urlsplit(address).hostname == host:
            draft.offer("url", address, name)
        else:
            draft.note(name, "an address at another site")


def _filled(permalink: str, draft: Draft) -> str:
    """Jekyll's placeholders, filled in; what is not known stays."""
    offers = {name: next(draft.all(name), None) for name in ("published", "slug")}
    day = (
        re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})", str(offers["published"].value))
        if offers["published"]
        else None
    )
    facts = dict(zip(("year", "month", "day"), day.groups(), strict=True)) if day else {}
    slug = word(offers["slug"].value) if offers["slug"] else None
    facts |= {"slug": slug, "title": slug} if slug else {}
    return _PLACEHOLDER.sub(lambda match: facts.get(match[1], "{}"), permalink)


def _settle(draft: Draft) -> None:
    """Leads without marks, one section, the other categories behind the tags."""
    draft.offers["lead"] = [
        type(offer)(line(offer.value) if isinstance(offer.value, str) else offer.value, offer.where)
        for offer in draft.all("lead")
    ]
    categories = [
        name for offer in draft.all("section") for name in several(offer.value) if isinstance(name, str)
    ]
    if len(categories) > 1:
        tags = [tag for offer in draft.all("tags") for tag in several(offer.value)]
        draft.offers["tags"] = []
        draft.offer("tags", [*tags, *categories[1:]], "tags, categories")
