"""What a target's page says becomes of a record is what its writer writes."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from documentation import pages
from stories import LONG, RETRACTION, document, rich, setting

from feeds.targets import registry

OPTIONS: dict[str, dict[str, object]] = {
    "dzen": {"format": "article", "index": True},
    "rss": {"modified": True},
    "smartnews": {"logo": "https://listok.example/wide.png"},
}
ELEMENTS = frozenset(
    "guid link title description category enclosure author pubDate loc lastmod content summary published updated "
    "content_html date_published date_modified image authors tags language attachments comments rights".split()
)
"""Names without a prefix that the pages' tables may claim."""

OWN = frozenset({"yandex", "rambler", "mailru", "snf", "mi", "news"})
"""Prefixes of platforms' own namespaces."""

WRAPPERS = frozenset({"news:news", "news:publication", "snf:logo"})
"""What only holds others, or is named after its option."""

WRITTEN = sorted(name for name, target in registry.targets().items() if target.writer)


def written(name: str) -> str:
    """A feed of that target with a story of which all is known, and one that was taken back."""
    facts = {
        "rating": "adult",
        "language": "en",
        "genre": "interview",
        "expires": datetime(2027, 1, 1, tzinfo=UTC),
    }
    story = rich(**facts, body=f"<p>{LONG * 3}</p>")
    chosen = setting(name, **OPTIONS.get(name, {}))
    return document(name, story, chosen=chosen, retractions=(RETRACTION,)).decode()


def claimed(name: str) -> set[str]:
    """The elements, or members, that a target's page names in the second column of its table of fields."""
    text = pages()[f"targets/{name}.md"].partition("\n## What becomes of a record\n")[2].partition("\n## ")[0]
    cells = [line.split(" | ")[1] for line in text.splitlines() if line.startswith("| ") and " | " in line]
    first = {found.split()[0] for cell in cells for found in re.findall(r"`([^`]+)`", cell)}
    return {one for one in first if re.fullmatch(r"[a-z]+:[A-Za-z-]+", one) or one in ELEMENTS}


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_said_to_become_of_a_record_is_written(name: str) -> None:
    text, said = written(name), claimed(name)
    assert len(said) >= 3
    assert {one for one in said if not re.search(rf"<{one}[ />]|\"{one}\":", text)} == set()


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_the_platforms_own_is_told_of(name: str) -> None:
    text, page = written(name), pages()[f"targets/{name}.md"]
    found = {one for one in re.findall(r"<([a-z]+:[A-Za-z_-]+)", text) if one.split(":")[0] in OWN}
    assert {one for one in found - WRAPPERS if f"`{one}" not in page} == set()
