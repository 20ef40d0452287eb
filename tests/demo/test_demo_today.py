"""The stories that the demo writes each day are as good as those that it keeps."""

from __future__ import annotations

import importlib.util
import re
from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest
from demo_stories import SOURCES, TYPOGRAPHY, WITHOUT_YO, wire_story

from feeds.article import Article


def made(now: str) -> list[dict[str, Any]]:
    spec = importlib.util.spec_from_file_location("today", SOURCES / "desk" / "today.py")
    assert spec
    assert spec.loader
    today = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(today)
    start = datetime.fromisoformat(now)
    stories = {s["id"]: s for back in range(60) for s in today.stories(start - timedelta(days=back))}
    return list(stories.values())


@pytest.mark.parametrize("record", made("2026-11-25T12:00:00+03:00"), ids=lambda record: record["id"])
def test_each_is_an_article_in_good_russian(record: dict[str, Any]) -> None:
    article = msgspec.convert(record, Article)
    story = wire_story(record)
    assert article.published <= datetime.fromisoformat("2026-11-25T12:00:00+03:00")
    assert 300 <= len(story.text) <= 900
    for text in (*story.words, record["title"], record["lead"]):
        assert not WITHOUT_YO.search(text)
        assert [name for name, wrong in TYPOGRAPHY.items() if re.search(wrong, text)] == []


def test_a_day_has_its_own_stories() -> None:
    a, b = made("2026-11-25T12:00:00+03:00"), made("2026-11-25T23:59:00+03:00")
    assert [x["id"] for x in a] == [x["id"] for x in b]
    assert a == b
    assert len({x["url"] for x in a}) == len(a)
