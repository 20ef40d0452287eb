"""Who wrote a story, as the page shows it: links to writers' pages, elements called so, lines that read so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from feeds.intake.dates.words import MONTHS
from feeds.intake.draft import Draft, Offer
from feeds.intake.html.tree import Node, ancestors, attribute, labels, lines, text
from feeds.intake.normalise.coerce import raw_text, several, some_line

_LINKS = ", ".join(
    f"a[href*='/{word}']"
    for word in (
        *(
            "author",
            "autor",
            "contributor",
            "journalist",
            "profile/",
            "staff/",
            "writer",
            "blogger/",
            "reporter",
        ),
        *("people/", "team/", "redakt", "correspond", "columnist", "korrespond", "byline"),
    )
)
_QUERIES = (
    ("[rel~=author]", "a link to the author"),
    ("[itemprop~=author] [itemprop~=name], [itemprop~=author]", "an element of the author"),
    ("[class*=byline] a, [class*=author] a, address a", "a link in the byline"),
    (_LINKS, "a link to the author's page"),
    (
        "[class*=author-name], [class*=author__name], [class*=authorName], [class*=author_name]",
        "the author's name",
    ),
    ("[class*=byline], [class*=Byline], [id*=byline], address", "the byline"),
    ("[class*=author], [class*=Author], [id*=author], [class*=autor]", "an element of the author"),
)
"""Where names of writers stand, the surest first."""

_BY = re.compile(
    r"(?:(?:written|posted|reported|story|words|text|interview)\s+)?by\b:?|von|por|par|di|av|af|door|text:|"
    r"автор(?:ы)?:?|текст:|guest post by",
    re.IGNORECASE,
)
_WORDS = r"[^\W\d_][\w'’.-]*"
_CAPITAL = r"[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐ][\w'’.-]*"
_NAME = re.compile(
    rf"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir)\.? )?{_CAPITAL}"
    rf"(?: (?:(?:de|da|di|van|von|der|den|del|la|le|bin|al|el|y|ben)\b ?)*{_CAPITAL}){{1,3}}"
)
_PIECES = re.compile(r"\s*[|•·—–/\n]\s*|\s+-\s+|\s*,\s+|\s{3,}|\t")
_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,2}[:.]\d\d")
_LATER = re.compile(
    r"\s+(?:on\s+)?(?:" + "|".join(w for w in MONTHS if len(w) > 2) + r")\b\.?\s+\d.*|,? in [A-ZА-Я].*",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"[a-z0-9_.-]{3,30}")
_PICTURES = frozenset({"photo", "caption", "image", "figure", "credit", "gallery"})
_COMMENT = frozenset({"comment", "comments", "reply"})
_NOT_NAMES = re.compile(
    r"(?:latest|breaking|local|world|special|read|view|see|more|all|about|follow|share|subscribe|contact|home|news|team|our|the|profile|posts?|authors?|"
    r"contributors?|editors?|staff|website|twitter|facebook|linkedin|instagram|email|rss)\b",
    re.IGNORECASE,
)

LONGEST = 200
MOST_NODES = 30
MOST_PICTURES = 100
_SURE = 2  # queries whose elements are the author's wherever they stand


def offer_bylines(draft: Draft, region: Node, around: list[tuple[int, str]], foreign: frozenset[int]) -> None:
    """Offers the names that the page shows near the story; `foreign` are elements of other stories."""
    for number, (query, said) in enumerate(_QUERIES):
        names = list(_names(region, query, foreign if number >= _SURE else frozenset()))
        draft.offer("authors", names, said)
    for number, line in around:
        if name := written_by(line):
            draft.offer("authors", name, f"line {number} from the headline")
    shown = {" ".join(attribute(image, "alt").split()) for image in region.css("img[alt]")[:MOST_PICTURES]}
    for number, line in around:
        if is_name(line) and line in shown:
            draft.offer("authors", line, f"line {number} from the headline, beside their picture")


def _names(region: Node, query: str, foreign: frozenset[int]) -> Iterator[object]:
    found: set[str] = set()
    for node in region.css(query)[:MOST_NODES]:
        said = text(node, LONGEST)
        if not 3 <= len(said) <= LONGEST or _elsewhere(node, foreign):
            continue
        link = node.tag == "a" and attribute(node, "href")
        name = said if link and is_name(said) else written_by(said) or _in_lines(node)
        if name and name not in found:
            found.add(name)
            yield {"name": name, "url": link} if link else name


def _in_lines(node: Node) -> str | None:
    """The first line of an element that is a name, or says by whom something is."""
    told = lines(node, LONGEST)[:6]
    return next(
        (name for line in told if (name := written_by(line) or (line if is_name(line) else None))), None
    )


def written_by(line: str) -> str | None:
    """The names in a line such as «By Anna Example, Staff Writer», or «Anna Example | 2 May 2026»."""
    line = " ".join(line.split())
    if len(line) > LONGEST:
        return None
    if match := _BY.match(line):
        rest = line[match.end() :].strip(" :")
        return _without_date(rest) if rest[:1].isupper() and not line.endswith((".", "!", "?")) else None
    pieces = [piece for piece in _PIECES.split(line) if piece]
    dated = any(_YEAR.search(piece) for piece in pieces[1:])
    return pieces[0] if len(pieces) > 1 and dated and is_name(pieces[0]) else None


def _without_date(said: str) -> str | None:
    """The pieces before the one with a date."""
    kept: list[str] = []
    for piece in re.split(r"(\s*[|•·—–\n]\s*|\s+-\s+|\s*,\s+)", said):
        if _YEAR.search(piece):
            break
        kept.append(piece)
    return _LATER.sub("", "".join(kept)).strip(" |•·—–-,") or None


def is_name(said: str) -> bool:
    """Whether a text may be a person's name and nothing else."""
    return len(said) <= 60 and bool(_NAME.fullmatch(said)) and not _NOT_NAMES.match(said)


def _elsewhere(node: Node, foreign: frozenset[int]) -> bool:
    """Whether a name belongs to another story, to a comment, or to a picture."""
    for above in (node, *ancestors(node)):
        if above.mem_id in foreign or above.tag in ("figure", "figcaption", "h1", "nav"):
            return True
        words = labels(above)
        if words & _COMMENT or (above.tag not in ("article", "main", "body") and words & _PICTURES):
            return True
        if above.tag in ("article", "main", "body", "section"):
            return False
    return False


def settle_authors(draft: Draft, house: str) -> None:
    """Puts persons before the outlet's own names, and names before the names of accounts."""
    offers = draft.offers
    houses = offers.pop("houses", [])
    own = {_folded(offer.value) for offer in draft.all("site")} | {house, house.partition(".")[0]}
    ranked = [(_rank(offer, own), n, offer) for n, offer in enumerate(offers.pop("authors", []))]
    # A name alone on a line may be anything; it is better than the outlet's, and than none.
    ranked += [(2, -1, offer) for offer in offers.pop("signed", []) if is_name(some_line(offer.value) or "")]
    ranked += [(3, n, offer) for n, offer in enumerate(houses)]
    for _, _, offer in sorted(ranked, key=lambda entry: entry[:2]):
        draft.offer("authors", offer.value, offer.where)


def _folded(value: object) -> str:
    return (some_line(value) or "").casefold()


def _rank(offer: Offer, own: set[str]) -> int:
    """0 for names, 1 for what may be the name of an account, 2 for the outlet's own name."""
    said = [raw_text(member) or "" for member in several(offer.value)]
    if all(name.casefold() in own or not name for name in said):
        return 2
    return 1 if all(_HANDLE.fullmatch(name) or name.startswith("http") for name in said) else 0
