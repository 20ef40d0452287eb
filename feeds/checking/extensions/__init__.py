"""The extensions of RSS and Atom in live use: one table and its rules for each, used by every format."""

from __future__ import annotations

from feeds.checking.extensions.dublin_core import DC, DCTERMS
from feeds.checking.extensions.geography import GEO
from feeds.checking.extensions.history import FH
from feeds.checking.extensions.itunes import ITUNES
from feeds.checking.extensions.licences import CC
from feeds.checking.extensions.media import MEDIA
from feeds.checking.extensions.older import OLDER
from feeds.checking.extensions.podcast import PODCAST
from feeds.checking.extensions.readers import APP, FEEDBURNER, OPENSEARCH, SOURCE, WEBFEEDS
from feeds.checking.extensions.syndication import CONTENT, SLASH, SY, WFW
from feeds.checking.extensions.threading import THR
from feeds.checking.extensions.tombstones import AT
from feeds.checking.rule import RuleSet

MODULES: dict[str, RuleSet] = {
    rules.target: rules
    for rules in (
        CONTENT, DC, DCTERMS, MEDIA, SY, SLASH, WFW, THR, FH, AT, GEO, ITUNES, PODCAST, CC, SOURCE, WEBFEEDS,
        FEEDBURNER, OPENSEARCH, APP, OLDER,
    )
}  # fmt: skip
"""By the prefix that is customary for each."""
