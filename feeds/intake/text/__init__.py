"""Dumps of pages as plain text: the story is told from the page's furniture by the form of its lines."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.encoding import decode
from feeds.intake.text.heading import Dated, dated, header, heading
from feeds.intake.text.lines import Line, lines
from feeds.intake.text.offers import offer_story
from feeds.intake.text.story import told

KINDS = ("text",)

LARGEST = 4 * 1024 * 1024
"""Bytes; what is larger is no dump of one page."""


def drafts(
    data: bytes, *, file: str | None, address: str | None, circumstances: Circumstances
) -> Iterator[Draft | Rejection]:
    """The one story of a dump."""
    if len(data) > LARGEST:
        yield Rejection(code="too-large", reason=f"is larger than a page is ({LARGEST // 2**20} MiB at most)")
        return
    decoded = decode(data, circumstances.encoding)
    if isinstance(decoded, Rejection):
        yield decoded
        return
    found = lines(decoded.text)
    if not found:
        yield Rejection(code="empty", reason="holds no text")
        return
    draft = Draft(kind=KINDS[0], file=file, address=address)
    _read(found, draft, circumstances)
    yield draft


def _read(found: list[Line], draft: Draft, circumstances: Circumstances) -> None:
    head = header(found[0])
    page = found[1:] if head else found
    day = head.day if head else None
    draft.today = day.isoformat() if day else None
    dates = dated(page, circumstances.timezone, day)
    place = heading(page, dates, head)
    start = 0
    if place is not None:
        start = place.position + 1
        draft.offer("title", page[place.position].text, page[place.position].where)
        _offer_date(draft, place.date, page)
        if place.date and place.date.position < place.position:
            _offer_section(draft, page, place.date.position)
    if head:
        draft.offer("title", head.title, head.line.where)
        draft.offer("published", head.day.isoformat(), head.line.where)
    besides = {place.date.position} if place and place.date else set()
    offer_story(draft, told([line for n, line in enumerate(page) if n >= start and n not in besides]))


def _offer_date(draft: Draft, date: Dated | None, page: list[Line]) -> None:
    if date:
        draft.offer("published", date.text, page[date.position].where)


def _offer_section(draft: Draft, page: list[Line], index: int) -> None:
    """What stands alone above the date is the story's section; a line among others is of a menu."""
    line = page[index - 1] if index else None
    above = page[index - 2] if index > 1 else None
    if line is None or (above and above.block == line.block) or line.item or line.sentence:
        return
    if line.words <= 3 and not any(c.isdigit() for c in line.text) and len(line.text) <= 40:
        draft.offer("section", line.text, line.where)
