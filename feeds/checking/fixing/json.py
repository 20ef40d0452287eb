"""Repairs of JSON Feed: a byte order mark, another encoding, commas before closing brackets, dates."""

from __future__ import annotations

import re

from feeds.checking.fixing.dates import Dates
from feeds.checking.json_scan import trailing_commas
from feeds.intake import encoding as letters
from feeds.intake.draft import Rejection

_DATE = re.compile(r"(\"date_(?:published|modified)\"\s*:\s*\")([^\"\\]{1,100})(?=\")")


def is_json(head: bytes) -> bool:
    """Whether a document begins as one of JSON."""
    return head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] in (b"{", b"[")


def fixed(data: bytes, zone: str | None) -> bytes:
    """The document repaired; the same bytes where there is nothing to repair."""
    decoded = letters.decode(data)
    if isinstance(decoded, Rejection):
        return data
    text = decoded.text.removeprefix("\ufeff")
    for offset in reversed(trailing_commas(text)):
        text = text[:offset] + text[offset + 1 :]
    dates = Dates(zone)
    text = _DATE.sub(lambda match: match[1] + (dates.atom(match[2]) or match[2]), text)
    return text.encode("utf-8", "surrogatepass")
