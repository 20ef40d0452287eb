"""What a page shows of its story outside the text: headline, date, byline, section, keywords, comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from feeds.intake.draft import Draft
from feeds.intake.html.bylines import offer_bylines
from feeds.intake.html.dated import dated_nodes, offer_dates
from feeds.intake.html.furniture import furniture
from feeds.intake.html.subject import letters
from feeds.intake.html.tree import BLOCKS, Node, ancestors, attribute, labels, text, walk
from feeds.intake.text.lines import Line, known
from feeds.markup.text import squeeze

_LEADS = frozenset(
    "lead lede anons standfirst dek deck subtitle subheadline announce intro summary subhead".split()
)
_KICKERS = frozenset("kicker overline eyebrow strapline".split())
_BELOW, _ABOVE = 15, 6  # lines between the headline and a date
_MOST_LINES = 3000  # of a page that are looked at for its headline
_SHORT = 120  # characters; a longer line is text
_OTHERS = frozenset({"related", "comments", "navigation", "advertising", "subscribe"})
_CRUMBS = "[class*=breadcrumb] a, [class*=Breadcrumb] a, [class*=crumbs] a, [id*=breadcrumb] a"
HOMES = frozenset(
    "главная home homepage начало start front новости news статьи темы рубрики разделы topics sections".split()
)
"""Steps on the way to a story that say nothing of it."""

MOST_HEADINGS = 60


_LEAST_TITLE = 12  # letters by which a title is known
LONGEST_TITLE = 500  # characters of a headline
LONGEST_LEAD = 1000  # of a standfirst

Near = list[tuple[int, str]]
"""Lines around the headline, each with how far below it stands; those below it first."""


class Shown(NamedTuple):
    """The headline's element, the part of the page in which the story is told, and what the story may be called."""

    headline: Node | None
    region: Node
    top: Node
    names: frozenset[str] = frozenset()


def shown(top: Node, titles: list[str]) -> Shown:
    """Where the story's headline stands, and what stands around it."""
    headings = [node for node in top.css("h1")[:MOST_HEADINGS] if text(node, LONGEST_TITLE)]
    wanted = frozenset(letters(title) for title in titles if title)
    lesser = (node for node in top.css("h2, h3, [class*=title], [class*=headline]")[:MOST_HEADINGS])
    named = (node for node in headings if _names(letters(text(node, LONGEST_TITLE)), wanted))
    called = (node for node in lesser if _names(letters(text(node, LONGEST_TITLE)), wanted))
    free = (node for node in headings if not elsewhere(node, top))
    headline = next(named, None) or next(called, None) or next(free, None)
    return Shown(headline, _region(headline, top), top, wanted)


def _names(said: str, wanted: frozenset[str]) -> bool:
    """Whether a text is what the story may be called, perhaps with something of the outlet's around it."""
    return any(said == title or _variant(said, title) for title in wanted if title)


def _variant(said: str, title: str) -> bool:
    if len(min(said, title, key=len)) < _LEAST_TITLE:
        return False
    return title in said or title.startswith(said) or (said in title and 2 * len(said) >= len(title))


def _region(headline: Node | None, top: Node) -> Node:
    if headline is None:
        return top
    return next((above for above in ancestors(headline) if above.tag in ("article", "main")), top)


def elsewhere(node: Node, top: Node, *, lenient: bool = False) -> bool:
    """Whether an element belongs to something else on the page: another story, comments, a menu."""
    for above in (node, *ancestors(node)):
        if above.mem_id == top.mem_id:
            return False
        if _foreign(above, lenient=lenient):
            return True
    return False


def offer_visible(draft: Draft, place: Shown, timezone: str) -> None:
    """Offers what the page shows, behind what it states."""
    if place.headline is not None:
        draft.offer("title", text(place.headline), "h1")
    near = _around(place)
    _offer_dates(draft, place, timezone, near)
    if "published" not in draft.offers:
        _offer_dates(draft, place, timezone, _around(place, lenient=True), lenient=True)
    offer_bylines(draft, place.region, near, _foreign_in(place))
    _offer_lines(draft, place, near)
    _offer_section(draft, place)
    _offer_comments(draft, place)
    tags = [
        text(node)
        for node in place.top.css("a[rel~=tag], [itemprop~=keywords] a")[:100]
        if not elsewhere(node, place.top)
    ]
    draft.offer("keywords", tags, "links to keywords")
    channels = [
        {"url": attribute(node, "href"), "title": text(node)}
        for node in place.top.css("a[rel~=me][href]")[:20]
    ]
    draft.offer("channels", channels, "links to the outlet's channels")


def _offer_dates(draft: Draft, place: Shown, timezone: str, near: Near, *, lenient: bool = False) -> None:
    """The dates that the page shows; `lenient` looks into margins and footers too, where some pages have theirs."""
    groups = (
        (node for node in nodes if not elsewhere(node, place.top, lenient=lenient))
        for nodes in dated_nodes(place.region)
    )
    offer_dates(draft, groups, near, timezone)


def _around(place: Shown, *, lenient: bool = False) -> Near:
    """The short lines near the headline: those below it, then those above; or the first of the page."""
    told, at = _lines(place, lenient=lenient)
    order = [*range(at + 1, at + 1 + _BELOW), *range(at - 1, at - 1 - _ABOVE, -1)]
    return [(n - at, told[n]) for n in order if 0 <= n < len(told) and len(told[n]) < _SHORT]


def _lines(place: Shown, *, lenient: bool) -> tuple[list[str], int]:
    """The lines of the page without what belongs to other stories, and which of them is the headline.

    A line that is called as the story goes before a heading that is not.
    """
    told: list[str] = []
    called = heading = -1
    for said, here in _told(place, lenient=lenient):
        if called < 0 and _names(letters(said), place.names):
            called = len(told)
        heading = len(told) if here and heading < 0 else heading
        told.append(said)
        if 0 <= called < len(told) - _BELOW or len(told) > _MOST_LINES:
            break
    return told, called if called >= 0 else heading


def _told(place: Shown, *, lenient: bool) -> Iterator[tuple[str, bool]]:
    """Each line of the page, and whether it is the headline's element."""
    parts: list[str] = []
    hidden = 0
    here = False
    for node, entering in walk(place.top):
        if node.is_text_node:
            if not hidden:
                parts.append(node.text_content or "")
            continue
        if node.mem_id == hidden:
            hidden = 0 if not entering else hidden
        elif entering and not hidden and _foreign(node, lenient=lenient):
            hidden = node.mem_id
        if node.tag in BLOCKS or node.mem_id == hidden:
            if said := squeeze(" ".join(parts)):
                yield said, here
                here = False
            parts = []
            if place.headline is not None and node.mem_id == place.headline.mem_id and entering:
                here = True


def _foreign_in(place: Shown) -> frozenset[int]:
    """The elements of the story's part of the page that belong to something else."""
    hidden = 0
    found: list[int] = []
    for node, entering in walk(place.region):
        if hidden:
            hidden = 0 if node.mem_id == hidden and not entering else hidden
        elif entering and node.is_element_node and _foreign(node):
            hidden = node.mem_id
            found.append(hidden)
    return frozenset(found)


def _foreign(node: Node, *, lenient: bool = False) -> bool:
    kind = furniture(node)
    if lenient and (kind == "navigation" or node.tag == "aside"):
        return False
    return kind in _OTHERS and node.css_first("h1") is None


def _offer_lines(draft: Draft, place: Shown, near: Near) -> None:
    """What stands near the headline under a name of its own, or has the form of a byline."""
    for node in place.region.css("p[class], div[class], h2[class], span[class], h3[class]")[:400]:
        words = labels(node)
        field = "lead" if words & _LEADS else "kicker" if words & _KICKERS else None
        if (
            field
            and not elsewhere(node, place.top)
            and 2 < len(said := text(node, LONGEST_LEAD)) <= LONGEST_LEAD
        ):
            draft.offer(field, said, f"{node.tag} {attribute(node, 'class')[:40]}")
    for number, line in near:
        form = known(Line(0, line))
        if form and form.kind == "count" and form.part():
            draft.offer("comments", int(form.part()), f"line {number} from the headline")


def _offer_comments(draft: Draft, place: Shown) -> None:
    """How many comments the link to them counts."""
    for link in place.top.css("a[href*='#comment'], a[href*='#disqus'], a[class*=comment]")[:20]:
        said = text(link)
        form = known(Line(0, said))
        count = form.part() if form and form.kind == "count" else said
        if count.isdecimal() and len(count) < 7:
            draft.offer(
                "comments", {"count": int(count), "url": attribute(link, "href")}, f'the link "{said}"'
            )
            return


def _offer_section(draft: Draft, place: Shown) -> None:
    crumbs = [text(node) for node in place.top.css(_CRUMBS)[:10]]
    inner = [said for said in crumbs if said and said.casefold() not in HOMES]
    draft.offer("section", inner[0] if inner else None, "breadcrumbs")
