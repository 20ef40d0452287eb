"""What came of looking at a file once, and when to look again. Pure."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from feeds.archive.media import KnownFile
from feeds.media.facts import Facts

DAY = 86_400.0

AGAIN = (300.0, 1800.0, 7200.0, 43_200.0, 86_400.0, 172_800.0)
"""Seconds until another try after failures in a row that may pass; behind the last one there is none."""

LASTING = 3
"""Failures of the kind that does not pass, after which nobody looks again."""

LONGEST_WAIT = 7 * DAY
"""How long a server may have us wait by Retry-After."""


class Look(NamedTuple):
    """What came of it: facts and validators, or a problem, whose text follows on the address in a sentence.

    `same` tells that the file is as it was; `lasting` that a problem will hardly pass; `wait` how many
    seconds the server asked to be left alone.
    """

    facts: Facts = Facts()
    etag: str | None = None
    modified: str | None = None
    same: bool = False
    problem: str | None = None
    lasting: bool = False
    wait: float = 0.0


def looked(file: KnownFile, look: Look, now: float) -> KnownFile:
    """What is known of a file after a look.

    A file is looked at again when as much time has passed as there was since its newest story came, and
    a day at least: pictures are exchanged while stories are young. What was known outlives failures.
    """
    rest = max(DAY, now - file.newest)
    if look.problem is None:
        known = replace(file, looked=now, due=now + rest, failures=0, problem=None)
        if look.same:
            return known
        return replace(known, facts=look.facts, etag=look.etag, modified=look.modified)
    failures = file.failures + 1
    if look.lasting:
        due = now + rest if failures < LASTING else None
    else:
        pause = AGAIN[failures - 1] if failures <= len(AGAIN) else None
        due = None if pause is None else now + max(pause, min(look.wait, LONGEST_WAIT))
    return replace(file, looked=now, due=due, failures=failures, problem=look.problem)
