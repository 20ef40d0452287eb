"""From feeds as they are to a feeds.yaml that publishes the same: everything that they show, and nothing guessed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from feeds.comparison.reading import reading
from feeds.comparison.stories import Reading
from feeds.errors import UsageError
from feeds.intake.draft import Rejection
from feeds.intake.feed.about import About
from feeds.intake.normalise.language import of_letters, tag
from feeds.moving import traits
from feeds.moving.addresses import Former, Placed, base_of, placed
from feeds.moving.places import Document
from feeds.publication import Age
from feeds.targets import registry
from feeds.targets.dzen import facts as dzen
from feeds.targets.target import Target

SHARE = 0.9
"""The part of a feed's stories that must agree on how they are shown."""

ALIKE = 10
"""Into how many classes texts are sorted by length: what differs by less is a matter of the format."""

DEFAULT_LANGUAGE = "en"

_CATEGORY = re.compile(rb"<category[^>]*>\s*(?:<!\[CDATA\[)?\s*([\w-]+)\s*(?:\]\]>)?\s*</category>")
_CONTENT_TYPE = re.compile(rb"<contentType>\s*(\w+)\s*</contentType>")
_SEPARATORS = re.compile(r"\s+[-–—|/:•·]\s+|:\s+|\.\s+|\s*[»|•·]\s*")


@dataclass(frozen=True, slots=True)
class Known:
    """A feed that somebody moves in from: the document, what it says, its target, and where it will be."""

    document: Document
    reading: Reading
    target: Target
    place: Placed

    @property
    def about(self) -> About:
        """What the feed says of itself."""
        return self.reading.about

    @property
    def has_stories(self) -> bool:
        """Whether stories can be read from it: a sitemap names their addresses only."""
        return self.about.form != "sitemap"


@dataclass(slots=True, kw_only=True)
class Inference:
    """What was inferred: the values of feeds.yaml, and remarks to stand beside feeds, by their paths."""

    publication: dict[str, Any]
    base_url: str
    known: list[Known]
    hubs: list[str] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)
    feeds: list[dict[str, Any]] = field(default_factory=list)
    priorities: dict[str, int] = field(default_factory=dict)
    remarks: dict[str, list[str]] = field(default_factory=dict)


def infer(documents: Sequence[Document], now: datetime, given: Mapping[str, str]) -> Inference:
    """What publishes the same as these feeds. `given` are facts of the publication that somebody knows better.

    Raises:
        UsageError: one of the documents is no feed, or none of them tells the outlet's home page.
    """
    readings = [_read(document) for document in documents]
    home = given.get("url") or _home(readings)
    formers = [_former(d, r) for d, r in zip(documents, readings, strict=True)]
    base = given.get("base_url") or base_of(formers, home)
    known = [
        Known(d, r, _target(r), place)
        for d, r, place in zip(documents, readings, placed(formers, base), strict=True)
    ]
    publication = {**_publication(known, home), **{k: v for k, v in given.items() if k != "base_url"}}
    made = Inference(publication=publication, base_url=base, known=known)
    made.hubs = sorted({hub for one in known for hub in one.about.hubs})
    made.moved = {one.place.former: one.place.path for one in known if one.place.former}
    made.priorities = _priorities(known)
    languages = {story.language for one in known for story in one.reading.stories if story.language}
    for one in known:
        made.feeds.append(_feed(one, publication, now, mixed=len(languages) > 1))
        made.remarks[one.place.path] = list(_remarks(one, now))
    return made


def _read(document: Document) -> Reading:
    found = reading(document.data, document.place)
    if isinstance(found, Rejection):
        raise UsageError(str(found), hint="Name feeds in RSS, Atom or JSON Feed, or sitemaps.")
    return found


def _former(document: Document, found: Reading) -> Former:
    address = document.url or found.about.address
    fit = address and urlsplit(address).scheme in ("http", "https") and urlsplit(address).netloc
    name = PurePosixPath(urlsplit(document.place).path).name
    return Former(address if fit else None, name, _target(found).suffix)


def _target(found: Reading) -> Target:
    """The target that publishes such documents; one that is for checking only is published as RSS."""
    target = registry.target(found.target)
    return target if target.writer else registry.target("rss")


# ---- the outlet


def _home(readings: Sequence[Reading]) -> str:
    """The outlet's home page: what the feeds name, the shortest of it; else the host of most stories."""
    named = [r.about.home for r in readings if r.about.home and urlsplit(r.about.home).netloc]
    if named:
        return min(named, key=len)
    links = (urlsplit(s.page) for r in readings for s in r.stories if s.page)
    hosts = Counter(f"{parts.scheme}://{parts.netloc}/" for parts in links if parts.netloc)
    if not hosts:
        hint = "Name it: --url https://news.example/"
        raise UsageError("the feeds do not tell the outlet's home page", hint=hint)
    return hosts.most_common(1)[0][0]


def _publication(known: Sequence[Known], home: str) -> dict[str, Any]:
    abouts = [one.about for one in known]
    stories = [story for one in known for story in one.reading.stories]
    language = _language(known)
    square = _first(abouts, "icon")
    facts = {
        "name": _name([about.title for about in abouts if about.title]) or urlsplit(home).netloc,
        "url": home,
        "description": _first(abouts, "description"),
        "language": language,
        "timezone": traits.timezone(stories, language),
        "logo": _first(abouts, "logo"),
        "logo_square": square,
        "copyright": _first(abouts, "rights"),
        "email": _first(abouts, "email"),
        "ids": traits.ids([s for one in known if one.has_stories for s in one.reading.stories]),
    }
    return {name: value for name, value in facts.items() if value}


def _first(abouts: Sequence[About], name: str) -> str | None:
    return next((value for about in abouts if (value := getattr(about, name))), None)


def _language(known: Sequence[Known]) -> str:
    """The language that a feed states, else the one that its letters tell."""
    for one in known:
        if found := tag(one.about.language or ""):
            return found
    sample = " ".join(story.title for one in known for story in one.reading.stories)
    return of_letters(sample, None) or DEFAULT_LANGUAGE


def _name(titles: Sequence[str]) -> str | None:
    """The outlet's name: a feed's title, or of several the part that most of them have."""
    if len(titles) < 2 or len(set(titles)) == 1:
        return titles[0] if titles else None
    parts = [dict.fromkeys([title, *_SEPARATORS.split(title)]) for title in titles]
    counts = Counter(part.strip() for of_title in parts for part in of_title if part.strip())
    name, count = max(counts.items(), key=lambda item: (item[1], len(item[0])))
    return name if count > 1 else titles[0]


def _priorities(known: Sequence[Known]) -> dict[str, int]:
    """Whose record counts where feeds have the same story: the one that says and shows most, of equals the first."""
    lengths = [_mean(len(story.markup) for story in one.reading.stories) for one in known]
    longest = max(lengths, default=0) or 1

    def worth(number: int) -> tuple[int, float, int]:
        shown = _mean(len(story.shown | story.attached) for story in known[number].reading.stories)
        return round(ALIKE * lengths[number] / longest), shown, -number

    ranked = sorted(range(len(known)), key=worth)
    return {known[number].place.path: rank * 10 for rank, number in enumerate(ranked)}


def _mean(numbers: Iterable[int]) -> float:
    found = list(numbers)
    return sum(found) / len(found) if found else 0.0


# ---- one feed


def _feed(one: Known, publication: Mapping[str, Any], now: datetime, *, mixed: bool) -> dict[str, Any]:
    """A feed's entry: what differs from what its target and the publication say anyway."""
    about, stories = one.about, one.reading.distinct
    facts: dict[str, Any] = {"target": one.target.name, "path": one.place.path}
    if one.has_stories:
        facts |= {
            "title": about.title if about.title != publication["name"] else None,
            "link": about.home if about.home != publication["url"] else None,
            "description": about.description if about.description != publication.get("description") else None,
            "language": _other_language(about, publication),
            "order": "oldest" if traits.oldest_first(stories) else None,
        }
    span = _window(one, now)
    if one.target.layout == "single" and stories and span is None and len(stories) != one.target.limit:
        facts["limit"] = len(stories)
    facts["select"] = dict(_selection(one, mixed=mixed))
    if span is not None:
        facts["select"]["max_age"] = str(Age(span))
    facts["options"] = dict(_options(one))
    return {name: value for name, value in facts.items() if value}


def _other_language(about: About, publication: Mapping[str, Any]) -> str | None:
    stated = tag(about.language or "")
    return stated if stated != publication["language"] else None


def _window(one: Known, now: datetime) -> Any:
    """The feed's own window, where its stories are all still in it."""
    span = traits.window(one.reading.stories, one.document.dated or now)
    oldest = min(one.reading.moments, default=None)
    return span if span and oldest and now - oldest <= span and span != one.target.window else None


def _selection(one: Known, *, mixed: bool) -> Iterator[tuple[str, list[str]]]:
    """What the feed takes of all stories, which are in several languages where they are `mixed`."""
    if section := traits.section(one.reading.stories):
        yield "sections", [section]
    if mixed and (language := traits.language(one.reading.stories)):
        yield "languages", [language]


def _options(one: Known) -> Iterator[tuple[str, Any]]:
    """What the target may be told, as the feed shows it."""
    names = {name.name for name in _fields(one.target)}
    if "full_text" in names and traits.announces(one.reading.stories):
        yield "full_text", False
    if "ttl" in names and one.about.ttl:
        yield "ttl", one.about.ttl
    if one.target.name == "dzen":
        yield from _directives(one)
    if "content_type" in names:
        said = Counter(match.decode() for match in _CONTENT_TYPE.findall(one.document.data))
        common = said.most_common(1)
        if common and common[0][0] in dzen.CONTENT_TYPES - {"news"}:
            yield "content_type", common[0][0]


def _fields(target: Target) -> Any:
    from msgspec.structs import fields

    return fields(target.options)


def _directives(one: Known) -> Iterator[tuple[str, Any]]:
    """How stories appear in a Dzen channel: what nearly all of them say."""
    said = Counter(match.decode() for match in _CATEGORY.findall(one.document.data))
    enough = SHARE * len(one.reading.stories)
    if said[dzen.DRAFT] >= enough:
        yield "draft", True
    for option, words in (
        ("format", dzen.FORMATS), ("index", dzen.INDEXING), ("comments", dzen.COMMENTING),
    ):  # fmt: skip
        for value, word in words.items():
            if said[word] >= enough:
                yield option, value


def _remarks(one: Known, now: datetime) -> Iterator[str]:
    """What has to be known about a feed and cannot be said in its entry."""
    if one.place.lost:
        yield f"it was {one.place.lost}, which your web server must redirect"
    if one.reading.target != one.target.name:
        yield f"it was in the form of {one.reading.target}, which is not published any more"
    window = one.target.window
    old = sum(now - moment > window for moment in one.reading.moments) if window else 0
    if window and old:
        yield f"{old} of its {len(one.reading.stories)} stories are older than {Age(window)}, the target's window"
    span = traits.window(one.reading.stories, one.document.dated or now)
    if span and span != window and _window(one, now) is None:
        yield f"its stories reach back nearly {Age(span)}: perhaps select: {{max_age: {Age(span)}}} in place of limit"
