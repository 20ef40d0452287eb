"""Looks at a file where it lies on a server: its first bytes, asked for by range, and what its headers say."""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec.structs import replace

from feeds.archive.media import KnownFile
from feeds.fetching import Answer, Failure, Fetcher, Headers
from feeds.measuring.look import Look
from feeds.media import sniff
from feeds.media.facts import Facts, More, Unfit

FIRST = 32 * 1024
"""Bytes that are asked for first: enough for nearly all headers, cameras' notes included."""

LASTING = frozenset({"address", "private", "redirects"})
"""Kinds of failures that hardly pass."""

PASSING = frozenset({408, 425, 429})
"""Answers below 500 that may be others later."""

_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)")
_PLAYED = re.compile(r"(?:audio|video)/[\w.+-]{1,60}")


class Head(NamedTuple):
    """A file's first bytes: whether they are all, and how long the file is, if that is said."""

    data: bytes
    whole: bool
    length: int | None


def look(fetcher: Fetcher, file: KnownFile) -> Look:
    """Looks at a file; only whether it is as it was, where that is known of it."""
    fetched = fetcher.get(file.url, span=(0, FIRST - 1), known=_known(file), accept="*/*")
    if fetched.failure is not None:
        return _failed(fetched.failure)
    answer = fetched.answer
    if answer is None or answer.status == 304:
        return Look(same=True)
    found = _read(fetcher, answer)
    if isinstance(found, Look):
        return found
    return Look(found, answer.headers.get("etag"), answer.headers.get("last-modified"))


def _known(file: KnownFile) -> Answer | None:
    if file.facts == Facts() or not (file.etag or file.modified):
        return None
    fields = (("etag", file.etag), ("last-modified", file.modified))
    return Answer(url=file.url, status=200, headers=Headers((name, said) for name, said in fields if said))


def _failed(failure: Failure) -> Look:
    return Look(problem=failure.reason, lasting=failure.kind in LASTING)


def _refused(answer: Answer) -> Look | None:
    """Why an answer holds no file; None where it does."""
    if answer.trouble:
        return Look(problem=answer.trouble)
    if answer.status in (200, 206):
        return None
    passing = answer.status >= 500 or answer.status in PASSING
    said = answer.headers.get("retry-after") or ""
    wait = float(said) if re.fullmatch(r"\d{1,9}", said, re.ASCII) else 0.0
    return Look(problem=f"answers with status {answer.status}", lasting=not passing, wait=wait)


def _read(fetcher: Fetcher, answer: Answer) -> Facts | Look:
    head = _head(answer)
    while True:
        if isinstance(head, Look):
            return head
        reading = sniff.read(head.data, whole=head.whole)
        if not isinstance(reading, More):
            return _judged(reading, head, answer)
        head = _longer(fetcher, answer, head, reading.until)


def _judged(reading: Facts | Unfit, head: Head, answer: Answer) -> Facts | Look:
    if isinstance(reading, Facts):
        return replace(reading, length=head.length)
    stated = (answer.headers.get("content-type") or "").partition(";")[0].strip().lower()
    if reading.reason == sniff.UNKNOWN and _PLAYED.fullmatch(stated):
        return Facts(type=stated, length=head.length)
    return Look(problem=reading.reason, lasting=True)


def _head(answer: Answer, first: int = 0) -> Head | Look:
    """The bytes of an answer, which are to begin at a place in the file."""
    if (refused := _refused(answer)) is not None:
        return refused
    if answer.status == 200:
        return Head(answer.body, not answer.cut, _length(answer))
    match = _RANGE.fullmatch(answer.headers.get("content-range") or "")
    if not match or int(match[1]) != first or answer.headers.get("content-encoding"):
        return Look(problem="answers with other bytes than it was asked for")
    total = None if match[3] == "*" else int(match[3])
    return Head(answer.body, total is not None and first + len(answer.body) >= total, total)


def _length(answer: Answer) -> int | None:
    stated = answer.headers.get("content-length") or ""
    if answer.headers.get("content-encoding"):
        return None if answer.cut else len(answer.body)
    if re.fullmatch(r"\d{1,18}", stated, re.ASCII):
        return int(stated)
    return None if answer.cut else len(answer.body)


def _longer(fetcher: Fetcher, answer: Answer, head: Head, until: int) -> Head | Look:
    """More of a file: what follows on what is there, or, of servers that know no ranges, all from the start."""
    ranged = answer.status == 206
    first = len(head.data) if ranged else 0
    fetched = fetcher.get(answer.url, span=(first, until - 1), accept="*/*")
    if fetched.failure is not None or fetched.answer is None:
        return _failed(fetched.failure) if fetched.failure else Look(problem="gave no answer")
    if ranged and fetched.answer.headers.get("etag") != answer.headers.get("etag"):
        return Look(problem="was exchanged while it was looked at")
    further = _head(fetched.answer, first)
    if isinstance(further, Look):
        return further
    if fetched.answer.status == 206:
        further = further._replace(data=head.data[:first] + further.data)
    if len(further.data) <= len(head.data):
        return Look(problem="breaks off")
    return further._replace(length=further.length or head.length)
