"""When a story was published and when it changed, as the page shows it: elements called so, lines near the headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from feeds.intake.dates import leading_date, read_date
from feeds.intake.draft import Draft
from feeds.intake.html.tree import Node, attribute, labels, text

Field = Literal["published", "updated"]

_QUERIES = (
    "time[itemprop~=datePublished], time[pubdate]",
    "time[class*=publish], time[class*=entry-date], time[class*=date]",
    "time[datetime]",
    "[class*=publish], [class*=Publish], [class*=pubdate], [class*=posted]",
    "[class*=date], [class*=Date], [id*=date], time, [class*=time], [class*=Time]",
)
"""Where dates stand, the surest first."""

_START = re.compile(r"(?<![\w.:/])(?=\d{1,4}[\s./:-]|[^\W\d_]{3,12}\.?,?\s+(?:в\s+|at\s+|the\s+)?\d)")
_YEAR = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|сегодня|вчера|today|yesterday|\d{1,2}[./]\d{1,2}[./]\d\d(?!\d)",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"updated?|modified|revised|reviewed|edited|обновл|измен|отредактир|оновлено|aktualisiert|mis à jour|actualizad",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"next review|due|expire|valid|deadline|until|till|since|born|действует|истекает|архив|copyright|©",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_CHANGED_NAMES = frozenset({"updated", "update", "modified"})
_PUBLISHED_NAMES = frozenset({"published", "publish", "created", "posted"})
_ADDRESS_DATE = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?![0-9])")

LONGEST = 300
"""Characters of a text with a date in it."""

MOST_NODES = 20
_MOST_STARTS = 8
_LABEL = 30  # characters before a date that say what it is of
_SHORT = 60  # characters of a text whose month may be called in another language


class Found(NamedTuple):
    """A date as it is written, and what it is of."""

    field: Field
    stated: str


def offer_dates(
    draft: Draft, nodes: Iterable[Iterable[Node]], near: list[tuple[int, str]], timezone: str
) -> None:
    """Offers the first date of each kind of elements, then of the lines near the headline."""
    today = date.fromisoformat(draft.today) if draft.today else None
    for group in nodes:
        said = ((node, found) for node in group for found in _of_node(node, timezone, today))
        _offer(
            draft, ((found, f"{node.tag} {attribute(node, 'class')[:40]}".strip()) for node, found in said)
        )
    lines = ((found, number) for number, line in near for found in found_dates(line, timezone, today))
    _offer(draft, ((found, f"line {number} from the headline") for found, number in lines))


def dated_nodes(region: Node) -> Iterator[list[Node]]:
    """The elements that may hold a date, those of the surest kind first."""
    for query in _QUERIES:
        yield region.css(query)[:MOST_NODES]


def _offer(draft: Draft, found: Iterator[tuple[Found, str]]) -> None:
    """Offers the first date that is of the publication, and the first that is of a change before it."""
    for date_found, where in found:
        draft.offer(date_found.field, date_found.stated, where)
        if date_found.field == "published":
            return


def _of_node(node: Node, timezone: str, today: date | None) -> Iterator[Found]:
    """The dates of an element: its attribute's, or else its text's."""
    named = labels(node)
    changed = "dateModified" in attribute(node, "itemprop") or (
        bool(named & _CHANGED_NAMES) and not named & _PUBLISHED_NAMES
    )
    for said in (attribute(node, "datetime"), text(node, LONGEST)):
        found = list(found_dates(said, timezone, today))
        if found:
            yield from (Found("updated", one.stated) if changed else one for one in found)
            return


def found_dates(said: str, timezone: str, today: date | None) -> Iterator[Found]:
    """The dates in a short text, each as it is written; those that are of something else are passed over."""
    if len(said) < 6 or len(said) > LONGEST or not _YEAR.search(said):
        return
    end = looked = 0
    for match in _START.finditer(said):
        if match.start() < end:
            continue
        looked += 1
        rest = said[match.start() :]
        leading = leading_date(rest, timezone=timezone, today=today) if looked <= _MOST_STARTS else None
        if leading:
            end = len(said) - len(leading.rest)
            stated = said[match.start() : end].strip(" ,|•·—–-")
            before = _DIGIT.split(said[max(0, match.start() - _LABEL) : match.start()])[-1]
            label = before + _DIGIT.split(stated, maxsplit=1)[0]
            if not _OTHERWISE.search(label):
                yield Found("updated" if _CHANGED.search(label) else "published", stated)
    if not end and len(said) <= _SHORT and read_date(said, timezone=timezone, today=today):
        yield Found("published", said)


def has_date(said: str) -> bool:
    """Whether a short text may hold a date."""
    return bool(_YEAR.search(said)) and bool(_START.search(said))


def address_date(address: str | None) -> str | None:
    """The day that an address names, as in /2026/11/23/; None where it names none."""
    match = _ADDRESS_DATE.search(address or "")
    return "-".join(match.groups()) if match else None
