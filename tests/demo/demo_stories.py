"""The demo publication's stories, read from its sources by simple means and without any reader of ours."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import lxml.html
import yaml

HOME = Path(__file__).resolve().parents[2]
SOURCES = HOME / "sources"
PAGES = sorted((SOURCES / "pages").glob("*.html"))
DUMPS = sorted((SOURCES / "dumps").glob("*.txt"))
WIRE = sorted((SOURCES / "wire").iterdir())
SITE = "https://vestnik.example"
MONTHS = {"ноября": 11, "November": 11}


@dataclass(frozen=True, slots=True)
class Story:
    """What a reader of the file sees: the story itself, and all words around it."""

    file: str
    id: str | None
    url: str
    title: str
    published: datetime
    language: str
    paragraphs: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)


def declared(page: Path) -> str:
    """The encoding that a page's head declares."""
    found = re.search(rb"charset=\"?([\w-]+)", page.read_bytes()[:1024])
    assert found, page.name
    return found[1].decode("ascii")


def tree(page: Path) -> Any:
    return lxml.html.document_fromstring(page.read_bytes().decode(declared(page)))


def json_ld(page: Path) -> list[Any]:
    return [json.loads(s.text) for s in tree(page).xpath('//script[@type="application/ld+json"]')]


def clean(text: str) -> str:
    """Text without the line breaks and the indentation of the source around it."""
    return re.sub(r" *\n *", " ", text).strip(" \n")


def strings(value: Any) -> Iterator[str]:
    """Each string inside parsed JSON, addresses and dates aside."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str) and not re.match(r"https?://|\d{4}-\d\d-\d\d", value):
        yield value


def words_of(document: Any) -> Iterator[str]:
    """What a page shows, its attributes and descriptions too."""
    for node in document.xpath("//text()[not(parent::script) and not(parent::style)]"):
        if text := clean(node):
            yield text
    yield from document.xpath("//@alt[. != ''] | //@placeholder | //@aria-label | //iframe/@title")
    yield from (v for v in document.xpath("//meta[@name or @property]/@content") if not v.startswith("http"))


def paragraphs_of(container: Any) -> tuple[str, ...]:
    """A body's paragraphs, without figures and blocks about other stories."""
    aside = "ancestor::figure or ancestor::aside or ancestor::div[contains(@class, 'gallery')]"
    found = container.xpath(
        f".//*[self::p or self::li or self::h2 or self::td or self::blockquote[not(p)]][not({aside})]"
    )
    return tuple(clean(e.text_content()) for e in found)


def moment(page: Any) -> datetime:
    """The date that a page shows: in a time element, or in words."""
    if stated := page.xpath('//time[@class="article__date"]/@datetime'):
        return datetime.fromisoformat(stated[0])
    said = page.xpath('string(//*[@itemprop="datePublished"])').replace("\u00a0", " ")
    found = re.fullmatch(r"(\d+) (\w+) (\d{4})(?: года)?, (\d+):(\d+)", said)
    assert found, said
    day, month, year, hour, minute = found.groups()
    at = (int(year), MONTHS[month], int(day), int(hour), int(minute))
    return datetime(*at, tzinfo=ZoneInfo("Europe/Moscow"))


def page_story(page: Path) -> Story:
    document = tree(page)
    ident = document.xpath("//@data-article-id") or document.xpath('//meta[@itemprop="identifier"]/@content')
    return Story(
        file=page.name,
        id=ident[0],
        url=document.xpath('//link[@rel="canonical"]/@href')[0],
        title=clean(document.xpath("string(//h1)")),
        published=moment(document),
        language=document.get("lang"),
        paragraphs=paragraphs_of(document.xpath('//*[@itemprop="articleBody"]')[0]),
        words=(*words_of(document), *(s for block in json_ld(page) for s in strings(block))),
    )


def cards(lines: list[str]) -> set[str]:
    """Lines that are repeated at once: the cards of other stories."""
    return {a for a, b in pairwise(lines) if a == b and a}


def dump_story(dump: Path) -> Story:
    lines = dump.read_text(encoding="utf-8").split("\n")
    dated = next(n for n, line in enumerate(lines) if re.fullmatch(r"\d+\s\w+, \d\d:\d\d", line))
    end = next(n for n, line in enumerate(lines) if line.startswith("Обложка ©"))
    day, hour, minute = re.findall(r"\d+", lines[dated])
    other = cards(lines)
    return Story(
        file=dump.name,
        id=None,
        url=f"{SITE}/p/{dump.stem}",
        title=lines[dated + 2],
        published=datetime(2026, 11, int(day), int(hour), int(minute), tzinfo=ZoneInfo("Europe/Moscow")),
        language="ru",
        paragraphs=tuple(
            line
            for line in lines[dated + 3 : end]
            if line not in other and not re.match(r"$|Видео ©|BannerImage|.+ — всё это в разделе", line)
        ),
        words=tuple(line.strip() for line in lines if line.strip()),
    )


def records(file: Path) -> list[dict[str, Any]]:
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines()]
    loaded = json.loads(text) if file.suffix == ".json" else yaml.safe_load(text)
    return loaded if isinstance(loaded, list) else [loaded]


RECORDS: list[dict[str, Any]] = [record for file in WIRE for record in records(file)]
HELD = ("embargo", "expires", "withdrawn")


def wire_story(record: dict[str, Any]) -> Story:
    body = lxml.html.fragment_fromstring(record["body"], create_parent="div")
    return Story(
        file=record["id"],
        id=record["id"],
        url=record["url"],
        title=record["title"],
        published=datetime.fromisoformat(record["published"]),
        language=record["language"],
        paragraphs=paragraphs_of(body),
        words=(
            *words_of(body),
            *strings({k: v for k, v in record.items() if k not in ("body", "translations")}),
        ),
    )


ALL = [*map(page_story, PAGES), *map(dump_story, DUMPS), *map(wire_story, RECORDS)]
HELD_IDS = {record["id"] for record in RECORDS if any(record.get(name) for name in HELD)}
DOZEN = [story for story in ALL if story.id not in HELD_IDS]

WITHOUT_YO = re.compile(
    r"\b(?:еще|ее|нее|мое|твое|свое|чье|идет|пойдет|придет|найдет|дойдет|лед|льет|ребенок|желтый|черный|темный"
    r"|зеленый|легкий|тяжелый|веселый|актер|режиссер|пришел|ушел|нашел|вошел|пошел|шел|счет|отчет|учет|прием"
    r"|подъем|самолет|вертолет|всерьез|ежик|гололед|контролер|груженый|надежный|все-таки)\b"
    r"|елочк|березов|трехсекц|щетк|щеток|вертолет|гололед|актер|режиссер|щелк|жестк",
    re.IGNORECASE,
)

TYPOGRAPHY = {
    "straight or foreign quotes": r"[\"'“”‘’`]",
    "two spaces": r"[ \u00a0]{2}",
    "a hyphen as a dash": r"(?:^|[\s\u00a0])[-–](?:[\s\u00a0]|$)",
    "a dash that can begin a line, or sticks to a word": r"[^\s] —|—[^\s\u00a0]",
    "a space before a mark": r" [,.;:!?…»)]|[«(] ",
    "three dots": r"\.{3}",
    "a number that can lose its noun": r"№ |\d (?:ноября|декабря|год|млн|млрд|тысяч|руб|км|минут|секунд|человек|мест|пакет)",
    "Latin letters in a Russian word": r"(?i)[а-яё][a-z]|[a-z][а-яё]",
}
"""What no Russian text of the demo may hold."""
