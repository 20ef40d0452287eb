"""Whatever rules and faults can say is said in Russian: taken from the source, line by line, not from what runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sentences import SENTENCE, VALUE, Reader

import feeds
from feeds.wording import wording
from feeds.wording.phrases import Phrases
from feeds.wording.russian import PHRASES
from feeds.wording.russian.findings import FINDINGS, tables
from feeds.wording.template import PLACE, places

ROOT = Path(feeds.__file__).parent
ELSEWHERE = {"__init__", "handbook", "catalogue", "registry", "baseline", "module", "target"}
"""Modules whose words are no findings: what targets are, what is wrong with a command, examples."""

RU = wording("ru")
MODULES = sorted(
    path
    for room in ("checking", "targets", "fetching")
    for path in (ROOT / room).rglob("*.py")
    if not {"reports", "fixing"} & set(path.parts) and path.stem not in ELSEWHERE
)


def said(path: Path) -> list[str]:
    return sorted({text for text in Reader(path).said() if SENTENCE.search(text.replace(VALUE, "1"))})


PIECES: dict[str, str] = {
    "has an unknown time zone; write it as +0300": "title has an unknown time zone; write it as +0300: 'x'",
    "lies before 1990": "dc:date lies before 1990: 1980-01-01",
    "lies in the future": "dc:date lies in the future: 2030-01-01",
    "the story is older than 7: 7": "the story is older than 3 days: x",
    "the newest story is older than 7": "the newest story is older than 3 days",
    "the story is older than 7: News on Dzen passes over it": "the story is older than 7 days: News on Dzen passes over it",
    "dc:date is empty: 7": "dc:date lies before 1990: 1980-01-01",
    "7 is empty: 7": "updated lies in the future: 2030-01-01",
    "the link 7": "the link has letters that are not ASCII, as 'ж': 'x'",
    'the 7 page has a link of rel="7"': 'the first page has a link of rel="previous"',
    "7 Its exemption in feeds.yaml ended on 7: 7": "Take the tags out. Its exemption in feeds.yaml ended on 2026-11-01: old",
    "7; 7 more like it follow": "the feed has no stories; 7 more like it follow",
    "7; 7 more of this kind stand after it": "& stands by itself; 7 more of this kind stand after it",
    "it is no object, but an array or a value": "the document is no 7: it is no object, but an array or a value",
    "its root is <7>": "the document is no Sitemap: its root is <7>",
    "its root is <7>, without a channel": "the document is no RSS for VK: its root is <7>, without a channel",
    "its root is <7> in the namespace '7'": "the document is no RSS 2.0: its root is <7> in the namespace '7'",
    "its root is <7> in the namespace '7', without a channel": (
        "the document is no RSS 2.0: its root is <7> in the namespace '7', without a channel"
    ),
    "the document is no {}: {}": "the document is no Atom 1.0: its root is <7>",
    "this is no XML: it {}": "this is no XML: it begins with '7'",
    "begins with '7'": "this is no XML: it begins with '7'",
    "{} before the XML declaration": "'7' stands before the XML declaration",
    "a blank line stands": "a blank line stands before the XML declaration",
    "a blank stands": "a blank stands before the XML declaration",
    "one more byte order mark stands": "one more byte order mark stands before the XML declaration",
    ", and no other encoding is declared7": "byte 0xe9 is no UTF-8, and no other encoding is declared",
    ", as which it is declared": "byte 0xe9 is no UTF-8, as which it is declared",
    ", as which it is declared7": "byte 0xe9 is no UTF-8, as which it is declared; read as koi8-r it says 'x'",
    "; read as 7 it says '7'": "byte 0xe9 is no UTF-8, and no other encoding is declared; read as 7 it says '7'",
    "written in single bytes": "the document says that it is UTF-16, but it is written in single bytes",
    "7 7, escaped, though it is XHTML": "content has markup, <p>, escaped, though it is XHTML",
    "JSON Feed knows no key '7' in 7": "JSON Feed knows no key '7' in an item",
    "JSON Feed knows no key '7' in 7 (7 times)": "JSON Feed knows no key '7' in an author (2 times)",
    "the picture has no 7: 7": "the picture has no media:credit: who made it",
    "7 is no element 7": "video:desc is no element of the schema",
    "the turbo attribute": "the turbo attribute is left over from Turbo pages, which are closed",
}
"""What is part of sentences only, with one that it is part of."""

ENGLISH = re.compile(
    r"(?<![\w:<>/=.\"-])(?:the|is|are|of|and|or|not|with|which|that|it|has|have|than|more|there|was|an|its|what|where"
    r"|write|leave|take|let|keep|add|see|stands?|says?|holds?|readers|story)(?![\w:<>/=\"-])",
    re.IGNORECASE,
)
CODE = re.compile(r"«[^»]*»|<[^>]*>|\"[^\"]*\"|\S+=\S+|https?://\S+")


def left(russian: str) -> list[str]:
    """The English words in a Russian sentence that are no names or values."""
    return ENGLISH.findall(CODE.sub(" ", russian))


SAID = [(str(path.relative_to(ROOT)), text) for path in MODULES for text in said(path)]


def test_there_is_much_to_say() -> None:
    assert len(SAID) > 1200


@pytest.mark.parametrize("where", sorted({where for where, _ in SAID}))
def test_every_sentence_in_the_source_is_said_in_russian(where: str) -> None:
    for text in (PIECES.get(text, text) for place, text in SAID if place == where):
        whole = text if RU.said(text) != text else f"title {text}"
        assert RU.said(whole) != whole, text


def test_every_piece_is_part_of_something() -> None:
    assert set(PIECES) <= {text for _, text in SAID}


def test_no_phrase_is_there_twice() -> None:
    every = [english for table in tables() for english in table]
    assert len(every) == len(set(every))
    assert set(every) <= set(FINDINGS)


@pytest.mark.parametrize("table", list(tables()), ids=lambda table: next(iter(table))[:20])
def test_nothing_english_is_left(table: dict[str, str]) -> None:
    for english, russian in table.items():
        assert re.search("[а-яё]|:said", russian) or english in NAMES, english
        assert left(russian.replace("{", "<").replace("}", ">")) == [], english
        assert places(russian) <= places(english), english


SAMPLES = {"label": "title", "quoted": "'x'", "address": "https://a.example/", "said": "title is empty"}


def sample(place: re.Match[str]) -> str:
    kind = place[2] or ""
    return kind.split("|")[-1] if "|" in kind else SAMPLES.get(kind, VALUE)


def test_no_template_hides_another() -> None:
    """A sentence made of a template leads back to it."""
    for english, russian in PHRASES.items():
        found = PATTERNS.found(PLACE.sub(sample, english))
        assert found is not None, english
        assert found.template == russian, english


PATTERNS = Phrases(PHRASES)


NAMES = {"a UUID", "the Atom Publishing Protocol", "the CommentAPI"}
