"""Articles for tests."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from feeds.article import Article, Image, Person

MOSCOW = timezone(timedelta(hours=3))
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=MOSCOW)

PARAGRAPH = (
    "Вдоль набережной поставили двадцать фонарей и десять скамеек, а старые липы сохранили: "
    "дорожку провели в обход корней. Работы заняли четыре месяца и закончились раньше срока, "
    "рассказали в дирекции парка. Весной здесь обещают открыть прокат велосипедов."
)


def article(number: int = 1, **changes: Any) -> Article:
    """Story number `number`, published as many minutes before `NOW`."""
    published = NOW - timedelta(minutes=number)
    facts: dict[str, Any] = {
        "id": f"n{number}",
        "url": f"https://vestnik.example/2026/11/{number}",
        "title": f"Новость № {number}: на набережной зажгли фонари",
        "lead": "Двадцать новых фонарей осветили дорожку у реки.",
        "body": f"<p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>",
        "published": published,
        "language": "ru",
        "authors": (Person(name="Анна Примерова"),),
        "section": "Город",
        "tags": ("парки", "свет"),
        "images": (
            Image(
                url=f"https://vestnik.example/img/{number}.jpg",
                role="cover",
                type="image/jpeg",
                width=1200,
                height=800,
                length=184320,
                alt="Фонари",
            ),
        ),
        "rating": "nonadult",
    }
    return Article(**{**facts, **changes})
