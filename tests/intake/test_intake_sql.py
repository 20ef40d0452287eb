"""Databases: rows as records, marks to go on from; and the queries of the documentation on such tables."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import rejection
from sqlalchemy import Connection, create_engine, text

from feeds.article import Article
from feeds.build.sources import circumstances_of
from feeds.configuration.load import parse
from feeds.intake.draft import Circumstances, Rejection
from feeds.intake.sql import rows
from feeds.intake.sql.reading import Taken, read
from feeds.publication import Source

DOCUMENT = Path(__file__).parents[2] / "docs/sources/sql.md"
CIRCUMSTANCES = Circumstances(timezone="Europe/Moscow", language="ru", url="https://vestnik.example/{id}")
QUERY = "SELECT id, title, body, published, changed FROM stories"


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.connect() as opened:
        opened.execute(text("CREATE TABLE stories (id, title, body, published, changed)"))
        for number in range(1, 6):
            add(opened, number)
        yield opened
    engine.dispose()


def add(
    connection: Connection, number: int, title: str | None = "Фонари", changed: int | None = None
) -> None:
    values = {"id": number, "title": title, "changed": changed or number}
    connection.execute(
        text(
            "INSERT INTO stories VALUES (:id, :title, '<p>Светло: 10:14</p>', '2026-11-23 10:14:00', :changed)"
        ),
        values,
    )


def taken(connection: Connection, query: str = QUERY, **given: Any) -> list[Taken]:
    given = {"circumstances": CIRCUMSTANCES, **given}
    return list(read(connection, query, **given))


def ids(found: list[Taken]) -> list[str]:
    return [one.result.id for one in found if isinstance(one.result, Article)]


def test_rows_are_records(connection: Connection) -> None:
    first, *_ = found = taken(connection)
    assert len(found) == 5
    assert isinstance(first.result, Article)
    assert first.result.url == "https://vestnik.example/1"
    assert first.result.published.isoformat() == "2026-11-23T10:14:00+03:00"
    assert first.result.body == "<p>Светло: 10:14</p>"
    assert first.result.origin is not None
    assert (first.result.origin.kind, first.result.origin.file) == ("sql", "sqlite://")
    assert first.mark is None


def test_a_reading_goes_on_where_the_last_one_ended(connection: Connection) -> None:
    found = taken(connection, cursor="changed")
    assert ids(found) == ["1", "2", "3", "4", "5"]
    assert found[-1].mark == "whole 5"
    assert ids(taken(connection, cursor="changed", after=found[-1].mark)) == ["5"]
    add(connection, 6, changed=5)
    add(connection, 7, changed=9)
    connection.execute(text("UPDATE stories SET changed = 8 WHERE id = 2"))
    found = taken(connection, cursor="changed", after="whole 5")
    assert ids(found) == ["5", "6", "2", "7"]
    assert found[-1].mark == "whole 9"
    assert found[1].mark == "whole 5"


def test_marks_are_kept_where_nothing_is_new(connection: Connection) -> None:
    assert taken(connection, cursor="changed", after="whole 99") == []


def test_rows_that_are_no_stories_have_reasons(connection: Connection) -> None:
    add(connection, 6, title=None)
    *_, last = taken(connection, cursor="changed")
    assert isinstance(last.result, Rejection)
    assert last.result.reason.startswith("the row of 6 states no title")
    assert last.mark == "whole 6"


def test_a_mapping_finds_fields_in_columns(connection: Connection) -> None:
    circumstances = Circumstances(
        url="https://vestnik.example/{slug}", mapping={"slug": "join('-', ['s', n])"}
    )
    [one] = taken(
        connection, "SELECT 'x' AS n, title, published FROM stories LIMIT 1", circumstances=circumstances
    )
    assert isinstance(one.result, Article)
    assert one.result.url == "https://vestnik.example/s-x"


def test_colons_and_semicolons_of_a_query_are_its_own(connection: Connection) -> None:
    query = "SELECT id, ':title' AS title, '2026-11-23T10:14:00' AS published FROM stories WHERE id = 1;\n"
    [one] = taken(connection, query, cursor="id")
    assert isinstance(one.result, Article)
    assert one.result.title == ":title"


@pytest.mark.parametrize(
    ("query", "cursor", "after", "said"),
    [
        ("SELECT * FROM nowhere", None, None, "no such table: nowhere"),
        ("SELEC", None, None, "syntax error"),
        (QUERY, "nowhere", None, "no such column"),
        (QUERY, "changed", "junk", "no mark"),
        ("UPDATE stories SET id = 1", "id", None, "syntax error"),
        ("", None, None, ""),
    ],
)
def test_what_a_database_refuses_is_a_rejection(connection: Connection, query: str, cursor: str | None, after: str | None, said: str) -> None:  # fmt: skip
    [one] = taken(connection, query, cursor=cursor, after=after)
    assert isinstance(one.result, Rejection)
    assert one.result.code == "database"
    assert said in one.result.reason
    assert one.mark == after


def test_a_broken_text_in_a_row_ends_the_reading_with_a_reason(connection: Connection) -> None:
    connection.execute(text("UPDATE stories SET title = CAST(x'ff41' AS TEXT) WHERE id = 3"))
    found = taken(connection, cursor="changed")
    assert isinstance(found[-1].result, Rejection)
    assert found[-1].result.code == "database"


@pytest.mark.parametrize(
    ("database", "said"),
    [
        ("sqlite:////nowhere/at/all.db", "there is no file"),
        ("nowhere", "no SQLAlchemy URL"),
        ("martian://a:geheim@b/c", "martian"),
        ("oracle://a:geheim@b.example/c", ""),
    ],
)
def test_databases_that_are_not_there(database: str, said: str) -> None:
    [one] = read(database, QUERY, circumstances=CIRCUMSTANCES)
    assert isinstance(one.result, Rejection)
    assert said in one.result.reason
    assert "geheim" not in str(one.result)


def test_a_database_by_its_address(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/site.db")
    with engine.begin() as opened:
        opened.execute(text("CREATE TABLE stories (id, title, published)"))
        opened.execute(text("INSERT INTO stories VALUES (1, 'Фонари', '2026-11-23')"))
    engine.dispose()
    [one] = read(f"sqlite:///{tmp_path}/site.db", "SELECT * FROM stories", circumstances=CIRCUMSTANCES)
    assert isinstance(one.result, Article)


def test_files_are_no_databases() -> None:
    assert rejection("sql", "SELECT 1").code == "no-file"


PLAIN = [
    (Decimal(12), 12),
    (Decimal("1.5"), 1.5),
    (Decimal("NaN"), None),
    ("Светло".encode(), "Светло"),
    (b"\xff\xd8", None),
    (memoryview(b"a"), "a"),
    (time(10, 14), "10:14:00"),
    (timedelta(minutes=1), 60.0),
    (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
    ({"a": [Decimal(1)]}, {"a": [1]}),
    (("a", {1}), ["a", [1]]),
    (date(2026, 11, 23), date(2026, 11, 23)),
    (None, None),
    (True, True),
]


@pytest.mark.parametrize(("value", "wanted"), PLAIN)
def test_values_of_any_type_are_plain(value: Any, wanted: Any) -> None:
    assert rows.plain(value) == wanted


VALUES = (
    st.text()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.decimals(allow_nan=False)
    | st.datetimes()
    | st.datetimes(timezones=st.just(UTC))
    | st.dates()
    | st.binary()
)


@given(VALUES)
def test_marks_stand_for_their_values(value: Any) -> None:
    mark = rows.mark_of(value)
    assert mark is not None
    assert rows.value_of(mark) == value


def test_what_is_no_mark() -> None:
    assert rows.mark_of(None) is None
    assert rows.mark_of(True) is None
    for mark in ("", "whole x", "moment yesterday", "x 1"):
        with pytest.raises(ValueError, match=r"mark|invalid|Invalid"):
            rows.value_of(mark)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(1, 9), max_size=20), st.randoms())
def test_steps_find_what_one_reading_finds(changes: list[int], chance: random.Random) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as opened:
        opened.execute(text("CREATE TABLE stories (id, title, body, published, changed)"))
        mark, seen = None, set()
        clock = 0
        for number, step in enumerate(changes):
            clock += step // 4
            add(opened, number, changed=clock + 1)
            if chance.random() < 0.5:
                found = taken(opened, cursor="changed", after=mark)
                seen.update(ids(found))
                mark = found[-1].mark if found else mark
        seen.update(ids(taken(opened, cursor="changed", after=mark)))
        assert seen == {str(number) for number in range(len(changes))}
    engine.dispose()


def documented(number: int) -> tuple[Source, Circumstances]:
    """A source of the documentation, and what reading it depends on."""
    blocks = DOCUMENT.read_text(encoding="utf-8").split("```yaml\n")[1:]
    configuration = parse(blocks[number].partition("```")[0])
    [source] = configuration.sources
    return source, circumstances_of(source, configuration)


def run(number: int, tables: str, after: str | None = None) -> list[Taken]:
    source, circumstances = documented(number)
    assert source.query is not None
    engine = create_engine("sqlite://")
    with engine.connect() as opened:
        for statement in filter(str.strip, tables.split(";\n")):
            opened.execute(text(statement.replace(":", "\\:")))
        found = list(
            read(opened, source.query, circumstances=circumstances, cursor=source.cursor, after=after)
        )
    engine.dispose()
    return found


WORDPRESS = """
CREATE TABLE wp_users (ID INTEGER PRIMARY KEY, user_login TEXT, display_name TEXT);
CREATE TABLE wp_posts (ID INTEGER PRIMARY KEY, post_author INTEGER, post_date DATETIME, post_date_gmt DATETIME,
  post_content TEXT, post_title TEXT, post_excerpt TEXT, post_status TEXT, post_password TEXT, post_name TEXT,
  post_modified DATETIME, post_modified_gmt DATETIME, guid TEXT, post_type TEXT);
CREATE TABLE wp_postmeta (meta_id INTEGER PRIMARY KEY, post_id INTEGER, meta_key TEXT, meta_value TEXT);
CREATE TABLE wp_terms (term_id INTEGER PRIMARY KEY, name TEXT, slug TEXT);
CREATE TABLE wp_term_taxonomy (term_taxonomy_id INTEGER PRIMARY KEY, term_id INTEGER, taxonomy TEXT);
CREATE TABLE wp_term_relationships (object_id INTEGER, term_taxonomy_id INTEGER, term_order INTEGER);
INSERT INTO wp_users VALUES (1, 'anna', 'Анна Примерова');
INSERT INTO wp_posts VALUES
 (1, 1, '2026-11-23 10:14:00', '2026-11-23 07:14:00', 'Светло.

Тихо.', 'У старой пристани', 'Вечер', 'publish', '', 'pristan',
  '2026-11-24 10:00:00', '2026-11-24 07:00:00', 'https://vestnik.example/?p=1', 'post'),
 (2, 1, '2026-11-20 10:14:00', '2026-11-20 07:14:00', 'Снято.', 'Ошибка', '', 'trash', '', 'oshibka__trashed',
  '2026-11-25 10:00:00', '2026-11-25 07:00:00', 'https://vestnik.example/?p=2', 'post'),
 (3, 1, '2026-11-23 10:14:00', '2026-11-23 07:14:00', 'а', 'Черновик', '', 'draft', '', '', '2026-11-24', '2026-11-24', 'x', 'post'),
 (4, 1, '2026-11-23 10:14:00', '2026-11-23 07:14:00', 'а', 'Тайна', '', 'publish', 'geheim', '', '2026-11-24', '2026-11-24', 'y', 'post'),
 (9, 1, '2026-11-23 10:14:00', '2026-11-23 07:14:00', '', 'lamp', '', 'inherit', '', 'lamp', '2026-11-23', '2026-11-23',
  'https://vestnik.example/wp-content/uploads/lamp.jpg', 'attachment');
INSERT INTO wp_postmeta VALUES (1, 1, '_thumbnail_id', '9'), (2, 1, '_edit_lock', '1');
INSERT INTO wp_terms VALUES (1, 'Город', 'gorod'), (2, 'фонари', 'fonari'), (3, 'пристань', 'pristan'), (4, 'Спорт', 'sport');
INSERT INTO wp_term_taxonomy VALUES (11, 1, 'category'), (12, 2, 'post_tag'), (13, 3, 'post_tag'), (14, 4, 'category');
INSERT INTO wp_term_relationships VALUES (1, 11, 0), (1, 12, 0), (1, 13, 0), (1, 14, 1);
"""


def test_the_query_for_wordpress() -> None:
    found = run(0, WORDPRESS)
    assert [one.mark for one in found] == ["text 2026-11-24 10:00:00", "text 2026-11-25 10:00:00"]
    article, gone = (one.result for one in found)
    assert isinstance(article, Article)
    assert article.id == "https://vestnik.example/?p=1"
    assert article.url == "https://vestnik.example/2026/11/pristan/"
    assert (article.title, article.lead) == ("У старой пристани", "Вечер")
    assert article.body == "<p>Светло.</p><p>Тихо.</p>"
    assert article.published.isoformat() == "2026-11-23T10:14:00+03:00"
    assert article.updated is not None
    assert article.updated.isoformat() == "2026-11-24T10:00:00+03:00"
    assert [person.name for person in article.authors] == ["Анна Примерова"]
    assert (article.section, set(article.tags)) == ("Город", {"фонари", "пристань"})
    assert [(image.url, image.role) for image in article.images] == [
        ("https://vestnik.example/wp-content/uploads/lamp.jpg", "cover")
    ]
    assert isinstance(gone, Article)
    assert (gone.id, gone.withdrawn) == ("https://vestnik.example/?p=2", "removed by its newsroom")
    later = run(0, WORDPRESS, after="text 2026-11-25 00:00:00")
    assert len(later) == 1


BITRIX = """
CREATE TABLE b_iblock_element (ID INTEGER PRIMARY KEY, TIMESTAMP_X DATETIME, DATE_CREATE DATETIME, IBLOCK_ID INTEGER,
  IBLOCK_SECTION_ID INTEGER, ACTIVE TEXT, ACTIVE_FROM DATETIME, ACTIVE_TO DATETIME, NAME TEXT, CODE TEXT,
  PREVIEW_TEXT TEXT, DETAIL_TEXT TEXT, DETAIL_TEXT_TYPE TEXT, DETAIL_PICTURE INTEGER, TAGS TEXT);
CREATE TABLE b_iblock_section (ID INTEGER PRIMARY KEY, NAME TEXT, CODE TEXT);
CREATE TABLE b_file (ID INTEGER PRIMARY KEY, SUBDIR TEXT, FILE_NAME TEXT, WIDTH INTEGER, HEIGHT INTEGER, DESCRIPTION TEXT);
CREATE TABLE b_iblock_property (ID INTEGER PRIMARY KEY, CODE TEXT);
CREATE TABLE b_iblock_element_property (ID INTEGER PRIMARY KEY, IBLOCK_PROPERTY_ID INTEGER, IBLOCK_ELEMENT_ID INTEGER, VALUE TEXT);
INSERT INTO b_iblock_section VALUES (3, 'Город', 'gorod');
INSERT INTO b_file VALUES (8, 'iblock/0a1', 'lamp.jpg', 1200, 800, 'Фонарь у пристани');
INSERT INTO b_iblock_property VALUES (4, 'AUTHOR');
INSERT INTO b_iblock_element_property VALUES (1, 4, 101, 'Анна Примерова');
INSERT INTO b_iblock_element VALUES
 (101, '2026-11-24 10:00:00', '2026-11-20 10:00:00', 5, 3, 'Y', '2026-11-23 10:14:00', '2027-11-23 10:14:00', 'У старой пристани',
  'pristan', 'Вечер', '<p>Светло.</p>', 'html', 8, 'фонари, пристань'),
 (102, '2026-11-25 10:00:00', '2026-11-20 10:00:00', 5, 3, 'Y', NULL, NULL, 'Без картинки', 'bez', NULL, 'Первый абзац.

Второй.', 'text', NULL, NULL),
 (103, '2026-11-25 10:00:00', '2026-11-20 10:00:00', 5, 3, 'N', NULL, NULL, 'Скрыто', 'skryto', NULL, 'а', 'text', NULL, NULL),
 (104, '2026-11-25 10:00:00', '2026-11-20 10:00:00', 6, 3, 'Y', NULL, NULL, 'Другой блок', 'blok', NULL, 'а', 'text', NULL, NULL);
"""


def test_the_query_for_bitrix() -> None:
    first, second = (one.result for one in run(1, BITRIX))
    assert isinstance(first, Article)
    assert (first.id, first.url) == ("101", "https://vestnik.example/news/gorod/pristan/")
    assert (first.title, first.lead, first.body) == ("У старой пристани", "Вечер", "<p>Светло.</p>")
    assert first.published.isoformat() == "2026-11-23T10:14:00+03:00"
    assert first.updated is not None
    assert first.embargo == first.published
    assert first.expires is not None
    assert (first.section, first.tags) == ("Город", ("фонари", "пристань"))
    assert [person.name for person in first.authors] == ["Анна Примерова"]
    [cover] = first.images
    assert (cover.url, cover.width, cover.caption) == (
        "https://vestnik.example/upload/iblock/0a1/lamp.jpg",
        1200,
        "Фонарь у пристани",
    )
    assert isinstance(second, Article)
    assert (second.images, second.embargo) == ((), None)
    assert second.body == "<p>Первый абзац.</p><p>Второй.</p>"
    assert second.published == datetime.fromisoformat("2026-11-20T10:00:00+03:00")
