"""A story's title, id, address and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from feeds.checking.demands import dates
from feeds.checking.demands.text import visible
from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.checking.structure import Row
from feeds.checking.values import absolute_url, nonblank, rfc3339, w3c
from feeds.targets.msn import facts
from feeds.targets.msn.rules.base import DATE, GUID, MODIFIED, NOW, RULES, TITLE, VALID

_END = re.compile(r"(?:^|;)\s*end\s*=\s*([^;]*)", re.IGNORECASE)
_START_ALONE = re.compile(r"\s*start\s*=\s*[^;]+(?:;\s*scheme\s*=[^;]*)?;?\s*", re.IGNORECASE)


def _title(text: str) -> str | None:
    length = len(text)
    return f"has {length} characters, fewer than {facts.TITLE_LEAST}" if length < facts.TITLE_LEAST else None


def _short(text: str) -> str | None:
    most = facts.SHORT_TITLE_MOST
    if not visible(text):
        return "is empty"
    return f"has {len(text)} characters, more than {most}" if len(text) > most else None


RULES.structure += (
    Row(on="item", name="title", missing="MSN001", value=_title, invalid="MSN001"),
    Row(on="item", name="mi:shortTitle", value=_short, invalid="MSN001"),
    Row(on="item", name="guid", missing="MSN003", value=nonblank, invalid="MSN003"),
    Row(on="item", name="pubDate", missing="MSN004", value=dates.rfc822_date, invalid="MSN004"),
)


@RULES.rule(
    "MSN001",
    "title",
    "error",
    on="item",
    summary=f"A title has {facts.TITLE_LEAST} to {facts.TITLE_MOST} characters; a longer one needs an mi:shortTitle "
    f"of at most {facts.SHORT_TITLE_MOST}.",
    hint=f"Write a headline of that length (75 characters look best), or add <mi:shortTitle> with "
    f"{facts.SHORT_TITLE_MOST} characters at most.",
    now=NOW,
    bad=Change(TITLE, "<title>Footbridge is open</title>"),
    good=Change(TITLE, f"<title>{'F' * 151}</title><mi:shortTitle>{'F' * 54}</mi:shortTitle>"),
)
def long_title(item: View, context: Context) -> Iterator[Problem]:
    """A long title without a short one beside it."""
    length = len(item.text("title"))
    if length > facts.TITLE_MOST and item.one("mi:shortTitle") is None:
        said = f"title has {length} characters, more than {facts.TITLE_MOST}, and there is no <mi:shortTitle>"
        yield Problem(item.one("title"), said)


RULES.facts(
    "MSN003",
    "id",
    "error",
    on="item",
    summary="Each story has an id that never changes.",
    hint='Write <guid isPermaLink="false">your.site:4021</guid>; a feed whose ids change from poll to poll is refused.',
    now=NOW,
    bad=Change(GUID, "<guid> </guid>"),
    good=Change(GUID, "<guid>https://zarya.example/2026/11/23/bridge-4021</guid>"),
)


@RULES.rule(
    "MSN004",
    "published",
    "error",
    on="item",
    summary="Each story says when it was published: an RFC 822 date in English, in the past year.",
    hint="Write dates as in Mon, 23 Nov 2026 07:00:00 GMT; leave a scheduled story out until its time has "
    "come, and stories older than a year altogether.",
    now=NOW,
    bad=Change(DATE, "<pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate>"),
    good=Change(DATE, "<pubDate>23 Nov 2025 12:00 +0300</pubDate>"),
)
def published(item: View, context: Context) -> Iterator[Problem]:
    """A date to come, or too long ago; its form is the table's."""
    moment = dates.published(item)
    if moment is None:
        return
    if moment > context.now + dates.CLOCKS:
        yield Problem(item.one("pubDate"), f"the story is dated in the future: {item.text('pubDate')}")
    elif context.now - moment > facts.OLDEST:
        said = f"the story is older than {facts.OLDEST.days} days: {item.text('pubDate')}"
        yield Problem(item.one("pubDate"), said)


def insecure(address: str) -> str | None:
    """That an address is none of https."""
    if fault := absolute_url(address):
        return fault
    return None if address[:6].lower() == "https:" else f"is not on https: {address[:80]!r}"


RULES.structure += (Row(on="item", name="link", missing="MSN006", value=insecure, invalid="MSN006"),)


@RULES.rule(
    "MSN010",
    "expiry",
    "error",
    on="item/dcterms:valid",
    summary="An expiry (dcterms:valid) lies two hours ahead or more; one in the past, with a new date of change, "
    "takes the story back.",
    hint="Write <dcterms:valid>end=2027-05-01T00:00:00Z</dcterms:valid>. To delete a story, write a past end and the "
    "time of now into dcterms:modified.",
    now=NOW,
    bad=Change(VALID, "<dcterms:valid>end=2026-11-23T10:59:00Z; scheme=W3C-DTF</dcterms:valid>"),
    good=Change(
        f"{MODIFIED}\n      {VALID}",
        "<dcterms:modified>2026-11-23T08:50:00Z</dcterms:modified>"
        "<dcterms:valid>end=2026-11-23T08:30:00Z</dcterms:valid>",
    ),
)
def expiry(valid: View, context: Context) -> Iterator[Problem]:
    """An end that is none, too near, or past without a deletion."""
    text = text_of(valid.element)
    if _START_ALONE.fullmatch(text):
        return
    match = _END.search(text)
    end = w3c(match[1].strip()) if match else None
    if end is None:
        yield Problem(valid, f"the end of dcterms:valid cannot be read: {text[:80]!r}")
    elif end <= context.now:
        if not _deleted(valid.parent):
            yield Problem(
                valid, f"the story expired on {end.isoformat()}, but dcterms:modified does not say so"
            )
    elif end < context.now + facts.AHEAD:
        hours = facts.AHEAD // timedelta(hours=1)
        yield Problem(valid, f"the expiry is less than {hours} hours ahead: {end.isoformat()}")


def _deleted(item: View | None) -> bool:
    """Whether a story's date of change says that it was changed after it came out."""
    changed = rfc3339(item.text("dcterms:modified")) if item else None
    moment = dates.published(item) if item else None
    return changed is not None and (moment is None or changed > moment)
