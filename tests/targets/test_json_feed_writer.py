"""JSON Feed as it is written."""

from __future__ import annotations

import json
from typing import Any

import pytest
from stories import bare, document, hostile, rich, setting

from feeds.targets import registry


def item(*stories: Any, **options: Any) -> dict[str, Any]:
    written = json.loads(document("json-feed", *stories, chosen=setting("json-feed", **options)))
    found: dict[str, Any] = written["items"][0]
    return found


def test_the_feed_says_what_it_is() -> None:
    written = json.loads(document("json-feed", rich()))
    del written["items"]
    assert written == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Заречный листок",
        "home_page_url": "https://listok.example/",
        "feed_url": "https://feeds.listok.example/feed",
        "description": "Новости Заречья",
        "icon": "https://listok.example/square.png",
        "authors": [
            {
                "name": "Заречный листок",
                "url": "https://listok.example/",
                "avatar": "https://listok.example/square.png",
            }
        ],
        "language": "ru",
        "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
        "_feeds": {"about": "https://listok.example/"},
    }


def test_a_story_tells_all_that_it_knows() -> None:
    found = item(rich())
    assert found.pop("content_html").startswith("<p>Ремонт продлится три недели.</p><p>Мост через")
    assert found == {
        "id": "tag:listok.example,2026:20117",
        "url": "https://listok.example/2026/11/most",
        "title": "Мост через Заречку закрыли до «первых морозов» & ветра",
        "summary": "Ремонт продлится три недели.",
        "image": "https://listok.example/bridge.jpg",
        "date_published": "2026-11-23T10:00:00+03:00",
        "date_modified": "2026-11-23T10:20:00+03:00",
        "authors": [
            {"name": "Вера Лугова", "url": "https://listok.example/a/lugova"},
            {"name": "Пётр Ёлкин"},
        ],
        "tags": ["Город", "мосты", "ремонт"],
        "_feeds": {"lead": True, "section": "Город"},
        "attachments": [
            {
                "url": "https://listok.example/bridge.mp4",
                "mime_type": "video/mp4",
                "title": "Как чинят мост",
                "size_in_bytes": 9000000,
                "duration_in_seconds": 63,
            }
        ],
    }


@pytest.mark.parametrize("options", [{}, {"full_text": False}])
def test_a_story_always_has_content(options: dict[str, Any]) -> None:
    assert item(bare(), **options)["content_text"] == "Дождь"


def test_a_feed_of_leads_has_them_as_text() -> None:
    found = item(rich(), full_text=False)
    assert found["content_text"] == "Ремонт продлится три недели."
    assert "content_html" not in found


def test_what_is_unknown_is_left_out() -> None:
    assert set(item(bare())) == {
        "id",
        "url",
        "title",
        "content_text",
        "summary",
        "date_published",
        "date_modified",
    }


def test_nothing_that_no_text_may_hold_comes_through() -> None:
    written = document("json-feed", hostile()).decode()
    assert "\\u0000" not in written
    assert "\ufffe" not in written


def test_the_document_reads_well() -> None:
    written = document("json-feed", bare(), bare(id="b2")).decode().splitlines()
    assert written[:2] == ["{", '  "version": "https://jsonfeed.org/version/1.1",']
    assert written[-3:] == ["    }", "  ]", "}"]


def test_items_are_apart_by_commas() -> None:
    writer = registry.writer("json-feed")
    items = [writer.item(bare(), setting("json-feed"))] * 3
    assert b",\n".join(items) in document("json-feed", bare(), bare(), bare())
