"""A publication whose output is an object store, as an engineer types the commands."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from buckets import SECRET, Failure, Store, reachable, storing
from lxml import etree

from feeds.publish import stores

NOW = "2026-11-24T12:00:00+03:00"


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(stores, "RETRIES", 0)
    with storing() as made, reachable(made, monkeypatch):
        yield made


@pytest.fixture
def begun(feeds, store: Store) -> Path:
    """A publication as `feeds init` leaves it, published into a bucket."""
    feeds("init", "--name", "Вестник", "--url", "https://vestnik.example", "--language", "ru")
    configured("output: output/", "output: s3://news/feeds")
    add("first-story", title="Первая")
    return Path()


def configured(old: str, new: str) -> None:
    file = Path("feeds.yaml")
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def add(name: str, **record: object) -> None:
    whole = {
        "id": name,
        "url": f"https://vestnik.example/{name}",
        "published": "2026-11-24T10:00:00+03:00",
        "body": "<p>Текст.</p>",
        **record,
    }
    Path(f"sources/{name}.yaml").write_text(yaml.safe_dump(whole, allow_unicode=True), encoding="utf-8")


def test_a_second_build_writes_nothing_and_a_change_what_it_changed(feeds, begun: Path, store: Store) -> None:
    ran = feeds("build", "--now", NOW)
    assert (ran.code, ran.err) == (0, "")
    documents = store.documents()
    assert {"rss.xml", "atom.xml", "feed.json", "sitemap.xml", "index.html"} <= documents.keys()
    assert not any(name.endswith((".gz", ".br", ".zst")) for name in documents)
    assert len(store.names("PUT")) == len(documents)
    assert not Path("s3:").exists()
    store.asked.clear()
    assert feeds("build", "--now", NOW).code == 0
    assert store.count("PUT") == store.count("DELETE") == 0
    configured("publication:\n", "media: {most: 9}\npublication:\n")
    old = yaml.safe_load(Path("feeds.yaml").read_text(encoding="utf-8"))
    old["feeds"][0]["title"] = "Лента"
    Path("feeds.yaml").write_text(yaml.safe_dump(old, allow_unicode=True), encoding="utf-8")
    store.asked.clear()
    assert feeds("build", "--now", NOW).code == 0
    changed = old["feeds"][0]["path"]
    assert sorted(store.names("PUT")) == sorted([f"feeds/{changed}", "feeds/index.html"])
    assert "Лента".encode() in store.documents()[changed]


def test_the_bytes_are_those_of_a_directory(feeds, begun: Path, store: Store) -> None:
    feeds("build", "--now", NOW)
    feeds("build", "--now", NOW, "--output", "beside", "--archive", "sqlite:///beside.db")
    beside = {
        str(p.relative_to("beside")): p.read_bytes()
        for p in Path("beside").rglob("*")
        if p.is_file() and p.suffix not in (".gz", ".br", ".zst")
    }
    assert store.documents() == beside


def test_parts_are_there_before_their_index(feeds, begun: Path, store: Store) -> None:
    feeds("build", "--now", NOW)
    written = store.names("PUT")
    assert written.index("feeds/sitemap-2026-11.xml") < written.index("feeds/sitemap.xml")


def test_documents_of_feeds_that_are_gone_are_removed(feeds, begun: Path, store: Store) -> None:
    feeds("build", "--now", NOW)
    whole = yaml.safe_load(Path("feeds.yaml").read_text(encoding="utf-8"))
    whole["feeds"] = [feed for feed in whole["feeds"] if feed["target"] != "sitemap"]
    Path("feeds.yaml").write_text(yaml.safe_dump(whole, allow_unicode=True), encoding="utf-8")
    store.objects["feeds/picture.jpg"] = store.objects["feeds/rss.xml"]
    assert feeds("build", "--now", NOW).code == 0
    assert sorted(store.names("DELETE")) == ["feeds/sitemap-2026-11.xml", "feeds/sitemap.xml"]
    assert "picture.jpg" in store.documents(), "what is not ours stays"


def test_what_somebody_removed_or_replaced_is_made_anew(feeds, begun: Path, store: Store) -> None:
    feeds("build", "--now", NOW)
    documents = store.documents()
    del store.objects["feeds/atom.xml"]
    store.objects["feeds/rss.xml"] = store.objects["feeds/rss.xml"]._replace(content=b"torn", headers={})
    assert feeds("build", "--now", NOW).code == 0
    assert store.documents() == documents


def test_how_long_it_may_be_kept_is_put_with_it(feeds, begun: Path, store: Store) -> None:
    feeds("build", "--now", NOW)
    configured("publication:\n", "serve: {max_age: 90s}\nobjects: {gzip: true}\npublication:\n")
    assert feeds("build", "--now", NOW).code == 0
    assert {o.headers["cache-control"].partition(",")[2][:12] for o in store.objects.values()} == {
        " max-age=90,"
    }
    assert {o.headers["content-encoding"] for o in store.objects.values()} == {"gzip"}
    store.asked.clear()
    assert feeds("build", "--now", NOW).code == 0
    assert store.count("PUT") == 0


@pytest.mark.parametrize("failure", [403, 503, "cut"])
def test_nothing_counts_as_out_that_could_not_be_written(
    feeds, begun: Path, store: Store, failure: int | str
) -> None:
    feeds("build", "--now", NOW)
    before = store.documents()
    add("second", title="Вторая")
    store.fails = lambda method, key: failure if method == "PUT" and key.endswith("atom.xml") else None
    ran = feeds("build", "--now", NOW)
    assert ran.code == 3
    assert ran.err.startswith("feeds: s3://news/feeds/atom.xml cannot be written: ")
    assert SECRET not in ran.err
    during = store.documents()
    assert during["atom.xml"] == before["atom.xml"]
    assert all(
        during[name] == before[name] or "Вторая".encode() in during[name] or name.startswith("sitemap")
        for name in before
    )
    store.fails = lambda method, key: None
    store.asked.clear()
    assert feeds("build", "--now", NOW).code == 0
    assert "feeds/rss.xml" not in store.names("PUT"), "that was out already"
    assert "Вторая".encode() in store.documents()["atom.xml"]


def test_a_build_that_cannot_read_the_store_publishes_nothing(feeds, begun: Path, store: Store) -> None:
    feeds("build", "--now", NOW)
    store.fails = lambda method, key: 403 if method in ("GET", "HEAD") else None
    store.asked.clear()
    ran = feeds("build", "--now", NOW)
    assert ran.code == 3
    assert "cannot be listed: it is not allowed (403 AccessDenied)" in ran.err
    assert store.count("PUT") == 0


def test_the_doctor_tells_whether_the_bucket_can_be_written(feeds, begun: Path, store: Store) -> None:
    feeds("build", "--now", NOW)
    there = dict(store.objects)
    ran = feeds("doctor", "--offline")
    assert "s3://news/feeds can be written" in ran.out
    assert "feed rss.xml" in ran.out
    assert store.objects == there
    store.fails = lambda method, key: 403 if method == "PUT" else None
    ran = feeds("doctor", "--offline")
    assert ran.code == 1
    assert "s3://news/feeds cannot be written: it is not allowed (403 AccessDenied)" in " ".join(
        ran.out.split()
    )
    del store.objects["feeds/rss.xml"]
    store.fails = lambda method, key: None
    assert "rss.xml was changed by somebody else, or is gone" in " ".join(
        feeds("doctor", "--offline").out.split()
    )


def test_one_archive_has_one_publisher(feeds, begun: Path, store: Store) -> None:
    from feeds.configuration import load
    from feeds.publish.lock import alone, holder

    configuration = load(Path("feeds.yaml"))
    assert holder(configuration) is None
    with alone(configuration):
        ran = feeds("build", "--now", NOW)
        assert holder(configuration) is not None
    assert ran.code == 3
    assert "somebody else publishes into s3://news/feeds" in ran.err
    assert feeds("build", "--now", NOW).code == 0


def test_commands_that_look_at_editions_look_into_the_bucket(feeds, begun: Path, store: Store) -> None:
    feeds("build", "--now", NOW)
    assert "Первая" in feeds("preview", "first-story", "--now", NOW, "--output", "-").out
    assert "Первая" in feeds("preview", "--feed", "rss.xml", "--now", NOW, "--output", "-").out
    assert feeds("preview", "--feed", "rss.xml", "--output", "-").code == 0
    del store.objects["feeds/rss.xml"]
    ran = feeds("preview", "--feed", "rss.xml", "--output", "-")
    assert (ran.code, "rss.xml is not in s3://news/feeds" in ran.err) == (3, True)
    ran = feeds("nginx")
    assert (ran.code, "which nginx cannot read" in ran.err) == (2, True)


def test_a_former_edition_can_be_put_out_again(feeds, begun: Path, store: Store) -> None:
    feeds("build", "--now", NOW)
    first = store.documents()["rss.xml"]
    add("second", title="Вторая")
    feeds("build", "--now", NOW)
    assert "Вторая".encode() in store.documents()["rss.xml"]
    assert feeds("rollback", "rss.xml", "1").code == 0
    assert store.documents()["rss.xml"] == first
    assert feeds("release", "rss.xml").code == 0
    assert "Вторая" in feeds("show", "rss.xml").out


def test_withdrawing_takes_a_story_out_of_the_bucket(feeds, begun: Path, store: Store) -> None:
    feeds("build", "--now", NOW)
    add("second", title="Вторая")
    feeds("build", "--now", NOW)
    assert feeds("withdraw", "second", "--reason", "ошибка").code == 0
    assert "Вторая".encode() not in store.documents()["rss.xml"]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (
            "ftp://host/feeds",
            "'ftp://host/feeds' is no place that can be published into (s3://, gs://, az://)",
        ),
        ("S3://news/feeds", "'S3://news/feeds' is no place"),
        ("s3:news/feeds", "'s3:news/feeds' names no bucket"),
        ("s3:///feeds", "names no bucket"),
        ("s3://", "names no bucket"),
        ("s3://news/a//b", "names no prefix"),
        ("s3://news/../b", "names no prefix"),
        ("s3://news/feeds?x=1", "names no prefix"),
        ("s3://AKIAKEY:hush@news/feeds", "keys do not belong into an address"),
        ("file:///srv/feeds", "a directory is written as its path"),
    ],
)
def test_a_place_that_is_none_is_a_mistake(feeds, begun: Path, place: str, said: str) -> None:
    configured("output: s3://news/feeds", f'output: "{place}"')
    ran = feeds("build")
    assert (ran.code, "hush" in ran.err) == (2, False)
    assert said in ran.err
    assert "as in s3://bucket/prefix" in ran.err
    configured(f'output: "{place}"', "output: output/")
    if "://" in place:
        ran = feeds("build", "--output", place)
        assert (ran.code, said in ran.err, "hush" in ran.err) == (2, True, False)


def test_without_its_library_the_way_out_is_told(
    feeds, begun: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("feeds.publish.outputs.find_spec", lambda _name: None)
    ran = feeds("build")
    assert (ran.code, "pip install 'feeds[objects]'" in ran.err) == (2, True)
    assert "needs the library obstore" in feeds("doctor", "--offline").out


@pytest.mark.parametrize("puts", [0, 1, 3, 5])
def test_a_build_that_is_killed_midway_leaves_whole_documents_and_the_next_one_finishes(
    feeds, begun: Path, store: Store, puts: int
) -> None:
    add("older", title="Старая", published="2026-10-20T10:00:00+03:00")
    feeds("build", "--now", NOW)
    before = store.documents()
    add("second", title="Вторая")
    add("third", title="Третья", published="2026-09-02T10:00:00+03:00")
    command = [sys.executable, "-m", "feeds", "build", "--now", NOW]
    arrived, first = threading.Event(), len(store.names("PUT"))

    def stalled(method: str, _key: str) -> Failure:
        if method == "PUT" and len(store.names("PUT")) - first > puts:
            arrived.set()
            time.sleep(0.5)  # while it waits for the answer it is killed, and what it sent is lost
            return "cut"
        return None

    store.fails = stalled
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        assert arrived.wait(30)
        running.kill()
    store.fails = lambda _method, _key: None
    during = store.documents()
    for name, content in during.items():
        assert content == before.get(name) or whole(name, content), name
    for name in re.findall(rb"sitemap-[0-9-]+[.]xml", during["sitemap.xml"]):
        assert name.decode() in during, "the index names what is there"
    ran = feeds("build", "--now", NOW)
    assert ran.code == 0, ran.err
    feeds("build", "--now", NOW, "--output", "cold", "--archive", "sqlite:///cold.db")
    assert store.documents() == {name: (Path("cold") / name).read_bytes() for name in store.documents()}
    assert "sitemap-2026-09.xml" in store.documents()


def whole(name: str, content: bytes) -> bool:
    """Whether a document can be read to its end."""
    if name.endswith(".json"):
        return bool(json.loads(content))
    return name.endswith(".html") or etree.fromstring(content) is not None


def test_a_place_on_the_command_line_goes_before(feeds, begun: Path, store: Store) -> None:
    assert feeds("build", "--now", NOW, "--output", "s3://news/other").code == 0
    assert store.documents("other/").keys() >= {"rss.xml"}
