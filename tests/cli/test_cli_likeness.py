"""Stories with nearly the same text are told by read, build and why, and go out all the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from texts import OTHER, STORY

CONFIGURATION = """\
publication: {name: Вестник, url: https://vestnik.example/, language: ru}
base_url: https://feeds.vestnik.example/
sources:
  - {name: desk, kind: records, path: desk.jsonl}
  - {name: wire, kind: records, path: wire.jsonl}
feeds:
  - {target: rss, path: rss.xml}
"""
NOW = "2026-11-24T12:00:00+03:00"


def story(name: str, text: str) -> str:
    record = {
        "id": name,
        "url": f"https://vestnik.example/{name}",
        "title": f"Мост {name}",
        "body": f"<p>{text}</p>",
    }
    return json.dumps({**record, "published": "2026-11-24T10:00:00+03:00"}, ensure_ascii=False) + "\n"


@pytest.fixture
def sources(feeds) -> None:
    Path("feeds.yaml").write_text(CONFIGURATION, encoding="utf-8")
    Path("desk.jsonl").write_text(story("d1", STORY) + story("d2", OTHER), encoding="utf-8")
    Path("wire.jsonl").write_text(story("w1", "По сообщению агентства. " + STORY), encoding="utf-8")


def test_build_tells_them_once_and_publishes_both(feeds, sources: None) -> None:
    ran = feeds("build", "--now", NOW)
    assert ran.code == 0
    told = [line for line in ran.err.splitlines() if line.startswith("nearly the same")]
    assert len(told) == 1
    assert "d1 and w1" in told[0]
    assert Path("output/rss.xml").read_bytes().count(b"<item>") == 3
    assert "nearly" not in feeds("build", "--now", NOW).err


def test_build_tells_machines_too(feeds, sources: None) -> None:
    [told] = feeds("build", "--now", NOW, "--json").objects
    assert [(pair["one"], pair["other"]) for pair in told["alike"]] == [("d1", "w1")]


def test_why_names_the_other_one(feeds, sources: None) -> None:
    feeds("build", "--now", NOW)
    assert "https://vestnik.example/w1" in feeds("why", "d1").out
    assert "nearly" not in feeds("why", "d2").out
    assert feeds("why", "w1", "--json").objects[0]["alike"] == ["d1"]


def test_read_tells_them_beside_the_records(feeds, sources: None) -> None:
    ran = feeds("read", "--kind", "records", "desk.jsonl", "wire.jsonl")
    assert ran.code == 0
    assert [record["id"] for record in ran.objects] == ["d1", "d2", "w1"]
    assert "nearly the same: w1 and d1" in ran.err
    assert ran.err.count("nearly the same") == 1
