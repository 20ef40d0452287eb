"""Databases as sources: what is new in them is read, what vanished follows the policy."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest
from databases import archive_url
from newsrooms import CONFIGURATION

from feeds.archive.archive import open_archive
from feeds.build.run import BuildReport, build
from feeds.configuration.load import load

NOW = datetime.fromisoformat("2026-11-24T12:00:00+03:00")


class Newsroom:
    """A publication whose stories are rows."""

    def __init__(self, folder: Path, cursor: bool, removed: str = "keep") -> None:
        self.folder = folder
        self.rows = sqlite3.connect(folder / "cms.db", isolation_level=None)
        self.rows.execute(
            "CREATE TABLE posts (id INTEGER PRIMARY KEY, head TEXT, body TEXT, at TEXT, changed INTEGER)"
        )
        self.moment = 0
        source = (
            "  - {name: cms, kind: sql, database: 'sqlite:///"
            + str(folder / "cms.db")
            + "', removed: "
            + removed
            + (", cursor: changed" if cursor else "")
            + ", query: 'SELECT * FROM posts', url: 'https://vestnik.example/{id}', "
            "mapping: {title: head, body: body, published: at}}"
        )
        text = CONFIGURATION.replace('  - {name: wire, kind: records, path: "wire/*"}', source)
        (folder / "feeds.yaml").write_text(text + "  - {target: rss, path: rss.xml}\n", encoding="utf-8")

    def put(self, number: int, head: str, at: str = "2026-11-24 10:00:00") -> None:
        self.moment += 1
        self.rows.execute(
            "INSERT OR REPLACE INTO posts VALUES (?, ?, ?, ?, ?)",
            (number, head, f"<p>Текст {head}.</p>", at, self.moment),
        )

    def build(self, **options: object) -> BuildReport:
        with open_archive(archive_url(self.folder / "archive.db")) as archive:
            return build(load(self.folder / "feeds.yaml"), archive, NOW, processes=1, **options)

    def counts(self, **options: object) -> tuple[int, int, int]:
        (source,) = self.build(**options).sources
        return source.added, source.changed, len(source.rejections)

    def there(self) -> set[int]:
        text = (self.folder / "output/rss.xml").read_text(encoding="utf-8")
        return {n for n in range(1, 60) if f"<link>https://vestnik.example/{n}</link>" in text}


@pytest.mark.parametrize("cursor", [True, False])
def test_what_is_new_is_read(tmp_path: Path, cursor: bool) -> None:
    made = Newsroom(tmp_path, cursor)
    made.put(1, "Первая")
    made.put(2, "Вторая")
    assert made.counts() == (2, 0, 0)
    assert made.counts() == (0, 0, 0)
    made.put(3, "Третья")
    made.put(1, "Первая, исправленная")
    assert made.counts() == (1, 1, 0)
    assert made.there() == {1, 2, 3}
    assert "исправленная" in (tmp_path / "output/rss.xml").read_text(encoding="utf-8")


def test_with_a_cursor_only_what_is_new_is_read(tmp_path: Path) -> None:
    made = Newsroom(tmp_path, cursor=True)
    for n in range(1, 30):
        made.put(n, f"Новость {n}")
    made.build()
    made.rows.execute("UPDATE posts SET head = 'Тайком' WHERE id = 3")
    assert made.counts() == (0, 0, 0)
    made.put(3, "Открыто")
    assert made.counts() == (0, 1, 0)


@pytest.mark.parametrize("cursor", [True, False])
def test_a_row_that_is_no_article_is_told_until_it_is_one(tmp_path: Path, cursor: bool) -> None:
    made = Newsroom(tmp_path, cursor)
    made.put(1, "Первая")
    made.put(2, "Вторая", at="завтра, наверное")
    assert made.counts() == (1, 0, 1)
    assert made.counts() == (0, 0, 1)
    made.put(2, "Вторая")
    assert made.counts() == (1, 0, 0)


@pytest.mark.parametrize("removed", ["keep", "withdraw"])
def test_rows_that_are_gone_follow_the_policy(tmp_path: Path, removed: str) -> None:
    made = Newsroom(tmp_path, cursor=False, removed=removed)
    for n in (1, 2, 3):
        made.put(n, f"Новость {n}")
    made.build()
    made.rows.execute("DELETE FROM posts WHERE id = 2")
    made.build()
    assert made.there() == ({1, 2, 3} if removed == "keep" else {1, 3})
    made.put(2, "Новость 2")
    made.build()
    assert made.there() == {1, 2, 3}


def test_an_emptied_table_withdraws_nothing_unless_it_is_meant(tmp_path: Path) -> None:
    made = Newsroom(tmp_path, cursor=False, removed="withdraw")
    for n in range(1, 13):
        made.put(n, f"Новость {n}")
    made.build()
    made.rows.execute("DELETE FROM posts")
    for _ in range(2):
        assert made.counts() == (0, 0, 1)
        assert made.there() == set(range(1, 13))
    assert made.counts(confirmed=["cms", "rss.xml"]) == (0, 12, 0)
    assert made.there() == set()


def test_a_database_that_is_gone_takes_nothing_down(tmp_path: Path) -> None:
    made = Newsroom(tmp_path, cursor=False, removed="withdraw")
    made.put(1, "Первая")
    made.build()
    made.rows.close()
    (tmp_path / "cms.db").rename(tmp_path / "elsewhere.db")
    report = made.build()
    assert [r.code for r in report.rejections] == ["database"]
    assert made.there() == {1}
    (tmp_path / "elsewhere.db").rename(tmp_path / "cms.db")
    assert made.build().rejections == []
