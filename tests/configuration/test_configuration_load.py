"""feeds.yaml: short for users, strict for mistakes, each told with its line and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from feeds.configuration import load
from feeds.configuration.load import parse
from feeds.errors import ConfigurationError
from feeds.publication import schema
from feeds.wording import LANGUAGES

GOOD = """\
publication:
  name: Вестник
  url: https://vestnik.example/
base_url: https://feeds.vestnik.example/
sources:
  - {name: wire, kind: records, path: wire/*}
feeds:
  - {target: rss, path: rss.xml}
  - {target: atom, path: atom.xml}
"""


def refused(text: str) -> str:
    with pytest.raises(ConfigurationError) as raised:
        parse(text, "feeds.yaml")
    return str(raised.value)


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


def added(line: str) -> str:
    return GOOD + line + "\n"


def test_what_is_left_out_has_a_sound_default(tmp_path: Path) -> None:
    (tmp_path / "feeds.yaml").write_text(GOOD, encoding="utf-8")
    made = load(tmp_path / "feeds.yaml")
    assert made.output == str(tmp_path / "output")
    assert made.archive == f"sqlite:///{tmp_path / '.feeds/archive.db'}"
    assert made.sources[0].path == str(tmp_path / "wire/*")
    assert made.publication.language == "en"
    assert made.media.beginnings == (), "no server is asked that nobody allowed to ask"
    assert str(made.serve.max_age) == "5m"


@pytest.mark.parametrize("place", ["s3://news/feeds", "gs://news", "az://news/a/b/"])
def test_an_object_store_is_no_folder(tmp_path: Path, place: str) -> None:
    (tmp_path / "feeds.yaml").write_text(added(f"output: {place}"), encoding="utf-8")
    made = load(tmp_path / "feeds.yaml")
    assert (made.remote, made.output, made.work) == (True, place, str(tmp_path / ".feeds"))


@pytest.mark.parametrize(
    ("place", "folder"), [("out put/", "out put"), ("C:/feeds", "C:/feeds"), ("news:today", "news:today")]
)
def test_a_folder_is_one_whatever_its_name(tmp_path: Path, place: str, folder: str) -> None:
    (tmp_path / "feeds.yaml").write_text(added(f'output: "{place}"'), encoding="utf-8")
    made = load(tmp_path / "feeds.yaml")
    assert (made.remote, made.output) == (False, str(tmp_path / folder))


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (changed("  name: Вестник", "  nmae: Вестник"), 2, "Did you mean 'name'"),
        (changed("  - {target: atom, path", "  - {target: atm, path"), 9, "Did you mean atom"),
        (changed("path: atom.xml}", "path: atom.xml, limit: many}"), 9, "limit"),
        (changed("path: atom.xml}", "path: atom.xml, limit: 0}"), 9, "limit"),
        (changed("path: atom.xml}", "path: atom.xml, options: {full: true}}"), 9, "full_text"),
        (changed("path: atom.xml}", "path: atom.xml, select: {max_age: soon}}"), 9, "48h"),
        (changed("path: atom.xml}", "path: rss.xml}"), 8, "two feeds have the path"),
        (changed("path: atom.xml}", "path: /atom.xml}"), 9, "cannot be served"),
        (changed("path: atom.xml}", "path: ../atom.xml}"), 9, "cannot be served"),
        (changed("path: atom.xml}", "path: -/status}"), 9, "cannot be served"),
        (changed("target: atom", "target: turbo"), 9, "not published"),
        (changed("kind: records", "kind: recrods"), 6, "Did you mean 'records'"),
        (changed("name: wire", "name: '-'"), 6, "name"),
        (changed("name: wire", "name: a/b"), 6, "name"),
        (changed("url: https://vestnik.example/", "url: vestnik.example"), 3, "no absolute address"),
        (added("publication: {name: X}"), 10, "twice"),
        (added("output: ftp://host/feeds"), 10, "as in s3://bucket/prefix"),
        (added("objects: {gzap: true}"), 10, "Did you mean 'gzip'"),
        (added("hubs: [hub.example]"), 10, "hubs"),
        (added("serve: {max_age: 5}"), 10, "max_age"),
        (added("serve: {proxies: [proxy]}"), 10, "proxies"),
        (added("lang: de"), 10, "one of en, ru, not 'de'"),
        (added("lang: Russian"), 10, "Write lang: en"),
        (added("media: {fetsh: true}"), 10, "Did you mean 'fetch'"),
        (added("media: {most: 0}"), 10, "most"),
        (added("media: {concurrency: 1000}"), 10, "concurrency"),
        (added("media: {allow_private: [img/x]}"), 10, "10.0.0.0/8"),
        (added("media: {allow_private: ['http://img.example/']}"), 10, "neither"),
        (added("media: {files: {site/img: img/}}"), 10, "begins no address"),
        (added("media: {files: {'https://vestnik.example/img': img/}}"), 10, "up to a slash"),
        (added("moved: {rss.xml: atom.xml}"), 10, "there is a feed at"),
        (added("moved: {old.xml: nowhere.xml}"), 10, "where no feed is"),
        (added("retired: [atom.xml]"), 10, "is not gone"),
        (
            changed("target: atom, path: atom.xml", "target: vk, path: vk.xml, archives: day"),
            9,
            "These can: atom, rss",
        ),
        (changed("path: atom.xml", "path: atom.xml, archives: day, order: oldest"), 9, "oldest"),
        (changed("path: atom.xml", "path: atom.xml, archives: day, select: {max_age: 2d}"), 9, "max_age"),
        (changed("path: atom.xml", "path: atom.xml, archives: week"), 9, "archives"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_a_way_out(text: str, line: int, told: str) -> None:
    message = refused(text)
    assert f"feeds.yaml:{line}:" in message
    assert told in message


def test_all_mistakes_are_told_at_once() -> None:
    message = refused(changed("  name: Вестник", "  nmae: Вестник").replace("target: atom", "tarrget: atom"))
    assert "feeds.yaml:2:" in message
    assert "feeds.yaml:9:" in message


@pytest.mark.parametrize(
    "text",
    [
        added("moved: {old.xml: rss.xml, older.xml: 'https://other.example/rss'}"),
        added("retired: [gone.xml]"),
        added("lang: ru"),
        added("serve: {proxies: [10.0.0.0/8, '::1'], max_age: 30s}"),
        changed("path: atom.xml", "path: atom.xml, archives: month"),
        added("media: {fetch: true, allow_private: [img.intern.example, 10.0.0.0/8, '::1', cdn], wait: 1m}"),
        added("media: {files: {'https://vestnik.example/img/': site/img}}"),
    ],
)
def test_what_is_right_is_taken(text: str) -> None:
    parse(text)


@pytest.mark.parametrize(
    "data", [b"\xff\xfe", b"\x80abc", "имя: [".encode(), b"", b"- 1\n", b"a: &x [*x]\n", b"{" * 5000]
)
def test_what_is_no_configuration_is_told(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "feeds.yaml"
    file.write_bytes(data)
    with pytest.raises(ConfigurationError, match=r"feeds\.yaml"):
        load(file)


@pytest.mark.parametrize("name", ["Europe/Moskow", "Europe", "", "../../etc/passwd", "europe/moscow", "МСК"])
def test_what_is_no_time_zone_is_told(name: str) -> None:
    with pytest.raises(ConfigurationError, match="time zone"):
        parse(GOOD.replace("  url: https", f"  timezone: '{name}'\n  url: https", 1))


def test_the_languages_of_people_are_those_that_there_are() -> None:
    stated = schema()["$defs"]["Configuration"]["properties"]["lang"]
    assert {one for arm in stated["anyOf"] for one in arm.get("enum", ())} == set(LANGUAGES)
