"""The newsroom that every measurement publishes: the same N articles each time, in Russian, of about 4 KB of text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)
SECRET = "whsec_" + "c2VjcmV0IG9mIHRoZSBiZW5jaA=="
APART = timedelta(seconds=97)
"""Between two stories: about 890 a day."""

WORDS = (
    "город улица мост школа парк река завод театр рынок станция музей площадь депутат проект ремонт поезд больница "
    "дорога посёлок губернатор концерт выставка команда матч погода снег турист билет автобус набережная совет житель"
).split()
SECTIONS = ("Город", "Спорт", "Культура", "Наука", "Экономика")
AUTHORS = ("Анна Ковалёва", "Пётр Ершов", "Мария Седых")

FEEDS = """
publication:
  name: Приморский вестник
  url: https://vestnik.example/
  description: Новости Приморска
  language: ru
  timezone: Europe/Moscow
  logo: https://vestnik.example/logo.png
  logo_square: https://vestnik.example/logo-square.png
base_url: https://feeds.vestnik.example/
output: output/
archive: sqlite:///archive.db
sources:
  - {name: wire, kind: records, path: "wire/*.jsonl"}
  - {name: cms, kind: webhook, secret_env: BENCH_SECRET}
feeds:
  - {target: rss, path: rss.xml}
  - {target: atom, path: atom.xml}
  - {target: json-feed, path: feed.json}
  - {target: yandex-news, path: yandex/news.xml}
  - {target: dzen, path: dzen/channel.xml}
  - {target: dzen-news, path: dzen/news.xml}
  - {target: google-news, path: google-news.xml}
  - {target: sitemap, path: sitemap.xml}
  - {target: vk, path: vk.xml}
  - {target: ok, path: ok.xml}
"""


def article(number: int, now: datetime = NOW) -> dict[str, Any]:
    """The record of one story; the higher the number, the older it is."""
    when = now - timedelta(hours=8) - number * APART
    picture = {"url": f"https://vestnik.example/img/{number}.jpg", "type": "image/jpeg"}
    size = {"width": 1200, "height": 800, "length": 184_320}
    return {
        "id": f"https://vestnik.example/{number}",
        "url": f"https://vestnik.example/{number}",
        "title": f"{_word(number).capitalize()} и {_word(number * 7 + 3)}: новость № {number}",
        "lead": f"Коротко о главном: {_words(number, 90, 14)}.",
        "body": "".join(_blocks(number)),
        "published": when.isoformat(),
        "language": "ru",
        "authors": [{"name": AUTHORS[number % len(AUTHORS)]}],
        "section": SECTIONS[number % len(SECTIONS)],
        "tags": [_word(number + step) for step in (1, 5, 11)],
        "images": [{**picture, **size, "role": "cover", "alt": "Вид города"}],
    }


def _blocks(number: int) -> Iterator[str]:
    for part in range(9):
        link = f'<a href="https://vestnik.example/t/{number % 97}">«Вестник»</a>'
        yield f"<p>{_words(number, part, 55).capitalize()}, сообщает {link}.</p>"
        if part == 4:
            source = f"https://vestnik.example/img/{number}-inline.jpg"
            picture = f'<img src="{source}" alt="Фото" width="1200" height="800">'
            yield f"<figure>{picture}<figcaption>Новая набережная</figcaption></figure>"


def _words(number: int, part: int, count: int) -> str:
    return " ".join(_word(number * 31 + part * 17 + place * place) for place in range(count))


def _word(number: int) -> str:
    return WORDS[number % len(WORDS)]


def line(number: int, now: datetime = NOW) -> str:
    """One story as a line of JSON."""
    return json.dumps(article(number, now), ensure_ascii=False) + "\n"


def found(home: Path, count: int, now: datetime = NOW) -> Path:
    """Sets up a newsroom of so many articles in a folder; its configuration."""
    (home / "wire").mkdir(parents=True, exist_ok=True)
    with (home / "wire/wire.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(line(number, now) for number in range(count))
    configuration = home / "feeds.yaml"
    configuration.write_text(FEEDS, encoding="utf-8")
    return configuration
