"""Pages for tests of intake: a head and a body around a story of an invented outlet."""

from __future__ import annotations

import json
from typing import Any

from feeds.article import Article
from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.html import drafts
from feeds.intake.normalise import normalise

ADDRESS = "https://listok.example/2026/11/23/pristan"
CIRCUMSTANCES = Circumstances(timezone="Europe/Moscow", language="ru", source="site")
TITLE = "У старой пристани зажгли фонари"
PARAGRAPHS = (
    "Вечером в понедельник у старой пристани впервые за десять лет зажгли все сорок фонарей.",
    "Их чинили с августа: мастера заменили стёкла, провода и два столба, которые подмыла река.",
    "«Теперь отсюда видно другой берег», — сказала смотрительница пристани Глафира Речная.",
)
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
DATED = '<meta property="article:published_time" content="2026-11-23T18:00:00+03:00">'
STORY: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": TITLE,
    "url": ADDRESS,
    "datePublished": "2026-11-23T18:00:00+03:00",
}


def ld(*values: Any) -> str:
    """A script for each value; a text stands as it is."""
    texts = (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for value in values)
    safe = (text.replace("</", "<\\/") for text in texts)
    return "".join(f'<script type="application/ld+json">{text}</script>' for text in safe)


def page(head: str = DATED, body: str = f"<h1>{TITLE}</h1><article>{TEXT}</article>") -> str:
    """A page."""
    return f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"


def draft(
    source: str | bytes, *, address: str | None = ADDRESS, circumstances: Circumstances = CIRCUMSTANCES
) -> Draft:
    """The draft of a page."""
    data = source.encode() if isinstance(source, str) else source
    [made] = drafts(data, file="page.html", address=address, circumstances=circumstances)
    assert isinstance(made, Draft), made
    return made


def record(source: str | bytes, **more: Any) -> Article:
    """The record of a page."""
    made = normalise(draft(source, **more), more.get("circumstances", CIRCUMSTANCES))
    assert isinstance(made, Article), made
    return made


def refusal(source: str | bytes, **more: Any) -> Rejection:
    """Why a page is none."""
    data = source.encode() if isinstance(source, str) else source
    arguments = {"file": "page.html", "address": ADDRESS, "circumstances": CIRCUMSTANCES, **more}
    [made] = drafts(data, **arguments)
    result = normalise(made, arguments["circumstances"]) if isinstance(made, Draft) else made
    assert isinstance(result, Rejection), result
    return result


def where(article: Article, field: str) -> str:
    """The place in the page that gave a field."""
    assert article.origin is not None
    return article.origin.fields[field]


def text_of(article: Article) -> list[str]:
    """The texts of a body's blocks."""
    from feeds.markup.parse import parse
    from feeds.markup.text import inline

    return [inline(block) for block in parse(article.body) if block.tag != "figure"]
