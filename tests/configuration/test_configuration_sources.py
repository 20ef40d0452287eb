"""Sources in feeds.yaml: each mistake is named with its line and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from feeds.configuration.load import load, parse
from feeds.errors import ConfigurationError

HEAD = """\
publication: {name: Приморский вестник, url: "https://vestnik.example/"}
base_url: https://feeds.vestnik.example/
feeds: []
sources:
  - name: cms
"""


def source(lines: str) -> str:
    return HEAD + "\n".join(f"    {line}" for line in lines.strip().split("\n")) + "\n"


GOOD = [
    "kind: markdown\npath: content/**/*.md\nurl: https://vestnik.example/{year}/{slug}/",
    "kind: records\npath: dump.json\nrecords: data.articles[]\nmapping:\n  title: headlines.basic\n  html: join('', body[].html)",
    "kind: records\npath: a.csv\nmapping: {title: '\"Заголовок\"'}",
    "kind: webhook\nsecret_env: SECRET\nmapping: {title: name}",
    "kind: sql\ndatabase_env: DB\nquery: SELECT 1 AS id\ncursor: id\nmapping: {title: name, wordpress: content}",
    "kind: sql\ndatabase: postgresql+psycopg://reader@db.example/site\nquery: SELECT 1 AS id",
]


@pytest.mark.parametrize("lines", GOOD)
def test_good_ones(lines: str) -> None:
    assert parse(source(lines)).sources[0].name == "cms"


BAD = [
    ("kind: markdwn\npath: a", 6, "no kind of source 'markdwn'", "Did you mean 'markdown'?"),
    ("kind: records", 5, "needs a path", "sources/*.html"),
    ("kind: html\npath: a\nmapping: {title: a}", 8, "html take no mapping", None),
    ("kind: html\npath: a\nrecords: a", 8, "records is for sources of kind records", None),
    ("kind: html\npath: a\nquery: a", 8, "query is for sources of kind sql", None),
    ("kind: html\npath: a\nurl: https://a.example/{slog}", 8, "{slog} stands for nothing", "'slug'"),
    ("kind: records\npath: a\nmapping:\n  titel: a", 9, "no field 'titel'", "'title'"),
    ("kind: records\npath: a\nmapping:\n  title: a\n  lead: 'a['", 10, "lead: 'a[' is no JMESPath", None),
    ("kind: records\npath: a\nmapping:\n  lead: Анонс", 9, "'Анонс' is no JMESPath", "double quotes"),
    ("kind: records\npath: a\nmapping:\n  lead: ''", 9, "is no JMESPath", None),
    ("kind: records\npath: a\nmapping:\n  lead: a.upper(@)", 9, "calls upper()", None),
    ("kind: records\npath: a\nrecords: 'a b'", 8, "records: 'a b' is no JMESPath", None),
    ("kind: sql\ndatabase: sqlite://", 5, "needs a query", "SELECT"),
    ("kind: sql\nquery: SELECT 1", 5, "needs a database", "database_env"),
    ("kind: sql\nquery: SELECT 1\ndatabase: sqlite://\ndatabase_env: A", 5, "has both", None),
    ("kind: sql\nquery: SELECT 1\ndatabase: nowhere", 8, "no SQLAlchemy URL", "postgresql"),
    ("kind: sql\nquery: SELECT 1\ndatabase: sqlite://\npath: a", 9, "no path", None),
]


@pytest.mark.parametrize(("lines", "line", "message", "hint"), BAD)
def test_mistakes(lines: str, line: int, message: str, hint: str | None) -> None:
    with pytest.raises(ConfigurationError) as caught:
        parse(source(lines))
    assert message in str(caught.value)
    assert caught.value.line == line
    if hint:
        assert hint in (caught.value.hint or "")


def test_a_password_is_not_repeated() -> None:
    with pytest.raises(ConfigurationError) as caught:
        parse(source("kind: sql\nquery: SELECT 1\ndatabase: 'postgresql:/a:geheim@b'"))
    assert "geheim" not in f"{caught.value} {caught.value.hint}"


def test_a_relative_database_is_beside_its_configuration(tmp_path: Path) -> None:
    file = tmp_path / "feeds.yaml"
    file.write_text(source("kind: sql\ndatabase: sqlite:///site.db\nquery: SELECT 1"), encoding="utf-8")
    assert load(file).sources[0].database == f"sqlite:///{tmp_path}/site.db"
