"""An object store holds whole editions only, under headers that CDNs go by, and is not written to without need."""

from __future__ import annotations

import gzip
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from buckets import KEY, SECRET, Store, reachable, storing

from feeds.archive.editions import Edition
from feeds.configuration.load import parse
from feeds.errors import PublishError
from feeds.publish import stores
from feeds.publish.bucket import Bucket
from feeds.publish.directory import Directory
from feeds.publish.output import Mark
from feeds.publish.outputs import output_of
from feeds.publish.served import Served

FEEDS = [
    Served("rss.xml", parted=False, media_type="application/rss+xml", max_age=300),
    Served("news/sitemap.xml", parted=True, media_type="application/xml", max_age=60),
]


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with storing() as made, reachable(made, monkeypatch):
        yield made


@pytest.fixture
def bucket(store: Store) -> Bucket:
    return Bucket("s3://news/feeds/", FEEDS)


def put(output: Bucket, path: str, *pieces: bytes, modified: int | None = None) -> Mark:
    return output.put(Edition(document=path, feed=path, number=1, recipe="r", size=0), pieces, modified)


def test_a_document_is_one_object_under_its_own_name(store: Store, bucket: Bucket) -> None:
    mark = put(bucket, "rss.xml", b"<rss>", b"</rss>")
    assert store.documents("") == {"feeds/rss.xml": b"<rss></rss>"}
    headers = store.objects["feeds/rss.xml"].headers
    assert headers["content-type"] == "application/rss+xml; charset=utf-8"
    assert headers["cache-control"] == "public, max-age=300, stale-while-revalidate=300, stale-if-error=86400"
    assert "content-encoding" not in headers
    assert bucket.mark("rss.xml") == mark == Bucket("s3://news/feeds", FEEDS).mark("rss.xml")
    assert mark.size == 11


def test_parts_have_the_headers_of_their_feed(store: Store, bucket: Bucket) -> None:
    put(bucket, "news/sitemap-2026-11.xml", b"<urlset/>")
    assert "max-age=60," in store.objects["feeds/news/sitemap-2026-11.xml"].headers["cache-control"]


def test_a_bucket_needs_no_prefix(store: Store) -> None:
    put(Bucket("s3://news", FEEDS), "rss.xml", b"<rss/>")
    assert list(store.objects) == ["rss.xml"]


def test_packed_documents_say_so_and_are_read_as_they_were(store: Store) -> None:
    bucket = Bucket("s3://news/feeds", FEEDS, packed=True)
    content = "Новости Приморска ".encode() * 1000
    mark = put(bucket, "rss.xml", content)
    there = store.objects["feeds/rss.xml"]
    assert there.headers["content-encoding"] == "gzip"
    assert gzip.decompress(there.content) == content
    assert len(there.content) < mark.size == len(content)
    anew = Bucket("s3://news/feeds", FEEDS, packed=True)
    assert anew.read("rss.xml") == content
    assert anew.mark("rss.xml") == mark


def test_the_same_content_is_not_written_again(store: Store, bucket: Bucket) -> None:
    mark = put(bucket, "rss.xml", b"one")
    assert put(Bucket(bucket.url, FEEDS), "rss.xml", b"o", b"ne") == mark
    assert store.count("PUT") == 1
    assert put(bucket, "rss.xml", b"two", modified=7) == (3, 7)
    assert store.documents() == {"rss.xml": b"two"}


@pytest.mark.parametrize("packed", [False, True])
def test_other_headers_are_another_document(store: Store, packed: bool) -> None:
    put(Bucket("s3://news/feeds", FEEDS), "rss.xml", b"one")
    other = [FEEDS[0]._replace(max_age=301 - packed), FEEDS[1]]
    bucket = Bucket("s3://news/feeds", other, packed=packed)
    assert bucket.mark("rss.xml") is None
    put(bucket, "rss.xml", b"one")
    assert store.count("PUT") == 2
    assert Bucket("s3://news/feeds", other, packed=packed).mark("rss.xml") is not None


def test_what_somebody_else_put_there_is_not_taken_for_ours(store: Store, bucket: Bucket) -> None:
    put(bucket, "rss.xml", b"one")
    there = store.objects["feeds/rss.xml"]
    for headers in ({}, {"x-amz-meta-feeds": "3 x y"}, {"x-amz-meta-feeds": "rubbish"}):
        store.objects["feeds/rss.xml"] = there._replace(headers=headers)
        assert Bucket(bucket.url, FEEDS).mark("rss.xml") is None


def test_what_is_there_is_looked_at_once_and_nothing_else_is(store: Store, bucket: Bucket) -> None:
    put(bucket, "rss.xml", b"one")
    for name in ("news/sitemap-2026-10.xml", "news/sitemap-2026-11.xml", "news/sitemap.xml"):
        put(bucket, name, b"<x/>")
    pictures = {f"feeds/pictures/{n}.jpg": store.objects["feeds/rss.xml"] for n in range(20)}
    store.objects |= pictures
    store.page = 3
    store.asked.clear()
    anew = Bucket(bucket.url, FEEDS)
    assert all(anew.mark(path) for path in ("rss.xml", "news/sitemap-2026-11.xml", "rss.xml"))
    assert anew.mark("gone.xml") is None
    assert sorted(store.names("HEAD")) == [
        "feeds/news/sitemap-2026-10.xml",
        "feeds/news/sitemap-2026-11.xml",
        "feeds/news/sitemap.xml",
        "feeds/rss.xml",
    ]
    assert store.count("GET") == 8, "24 objects, three at a time"


def test_in_a_crowd_each_document_is_asked_for_by_itself(
    store: Store, bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(bucket, "rss.xml", b"one")
    monkeypatch.setattr("feeds.publish.bucket.MOST", 2000)
    store.objects |= {f"feeds/{n:05}.jpg": store.objects["feeds/rss.xml"] for n in range(3500)}
    store.asked.clear()
    anew = Bucket(bucket.url, FEEDS)
    assert anew.mark("rss.xml") is not None
    assert anew.mark("gone.xml") is None
    assert store.count("GET") < 4
    assert store.names("HEAD") == ["feeds/rss.xml", "feeds/gone.xml"]


def test_removing_takes_the_object_away_and_may_be_done_twice(store: Store, bucket: Bucket) -> None:
    put(bucket, "rss.xml", b"one")
    bucket.remove("rss.xml")
    bucket.remove("rss.xml")
    assert store.objects == {}
    assert bucket.mark("rss.xml") is bucket.read("rss.xml") is None


def test_a_request_that_fails_by_the_way_is_made_again(store: Store, bucket: Bucket) -> None:
    failures: list[int | str] = [503, 500]
    store.fails = lambda method, _key: failures.pop() if method == "PUT" and failures else None
    put(bucket, "rss.xml", b"one")
    assert store.documents() == {"rss.xml": b"one"}
    assert store.count("PUT") == 3


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (403, "it is not allowed (403 AccessDenied)"),
        (500, "it fails by itself (500 InternalError)"),
        ("cut", "it cannot be reached"),
    ],
)
def test_a_request_that_fails_for_good_leaves_what_was_there(
    store: Store, bucket: Bucket, monkeypatch: pytest.MonkeyPatch, failure: int | str, said: str
) -> None:
    monkeypatch.setattr(stores, "RETRIES", 1)
    before = put(bucket, "rss.xml", b"one")
    store.fails = lambda method, _key: failure if method == "PUT" else None
    with pytest.raises(PublishError) as failed:
        put(Bucket(bucket.url, FEEDS), "rss.xml", b"another")
    assert failed.value.args[0] == f"s3://news/feeds/rss.xml cannot be written: {said}"
    assert store.documents() == {"rss.xml": b"one"}
    assert Bucket(bucket.url, FEEDS).mark("rss.xml") == before


@pytest.mark.parametrize(
    ("variables", "url", "said"),
    [
        ({"AWS_ACCESS_KEY_ID": "AKIAOTHER"}, "s3://news/feeds", "its keys are not accepted"),
        ({}, "s3://olds/feeds", "there is no such bucket"),
        ({"AWS_ENDPOINT_URL": "http://127.0.0.1:9"}, "s3://news/feeds", "it cannot be reached"),
    ],
)
def test_what_is_wrong_is_said_without_anybodys_keys(
    store: Store, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], url: str, said: str
) -> None:
    monkeypatch.setattr(stores, "RETRIES", 0)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    bucket = Bucket(url, FEEDS)
    for work in (lambda: bucket.read("rss.xml"), lambda: bucket.mark("rss.xml"), bucket.probe):
        with pytest.raises(PublishError, match=said) as failed:
            work()
        assert failed.value.exit_code == 3
        assert failed.value.hint
        assert not any(secret in str(failed.value) for secret in (KEY, SECRET, "AKIAOTHER"))


def test_an_unreadable_document_is_no_document_that_is_not_there(store: Store, bucket: Bucket) -> None:
    put(bucket, "rss.xml", b"one")
    store.fails = lambda method, _key: 403
    with pytest.raises(PublishError, match="cannot be read"):
        bucket.read("rss.xml")
    with pytest.raises(PublishError, match="cannot be listed"):
        Bucket(bucket.url, FEEDS).mark("rss.xml")


def test_a_probe_leaves_nothing_behind_and_says_what_is_refused(store: Store, bucket: Bucket) -> None:
    bucket.probe()
    assert store.objects == {}
    for refused, said in (("PUT", "be written"), ("DELETE", "be cleared")):
        store.fails = lambda method, _key, refused=refused: 403 if method == refused else None
        with pytest.raises(PublishError, match=said):
            bucket.probe()


def test_in_another_process_it_is_one_and_the_same(store: Store, bucket: Bucket) -> None:
    put(bucket, "rss.xml", b"one")
    sent = pickle.dumps(bucket)
    assert SECRET.encode() not in sent
    one, two = pickle.loads(sent), pickle.loads(sent)
    assert one is two
    assert one.read("rss.xml") == b"one"


def test_a_profile_says_what_the_environment_does_not(tmp_path: Path) -> None:
    (tmp_path / ".aws").mkdir()
    (tmp_path / ".aws/credentials").write_text(
        "[default]\naws_access_key_id = A\naws_secret_access_key = B\n[desk]\naws_access_key_id = C%\n"
    )
    (tmp_path / ".aws/config").write_text(
        "[default]\nregion = r1\n[profile desk]\nregion = r2\nendpoint_url = https://storage.example\noutput = json\n"
    )
    home = {"HOME": str(tmp_path)}
    first = {"aws_access_key_id": "A", "aws_secret_access_key": "B", "aws_region": "r1"}
    assert stores.profile(home) == first
    desk = {"aws_access_key_id": "C%", "aws_region": "r2", "aws_endpoint_url": "https://storage.example"}
    assert stores.profile(home | {"AWS_PROFILE": "desk"}) == desk
    assert "aws_region" not in stores.profile(home | {"AWS_DEFAULT_REGION": "r3"})
    (tmp_path / ".aws/config").write_bytes(b"\xff[[[")
    assert stores.profile(home) == {k: v for k, v in first.items() if k != "aws_region"}
    assert stores.profile({}) == {}


TEXT = """
publication: {name: В, url: https://vestnik.example/}
base_url: https://feeds.vestnik.example/
objects: {gzip: true}
feeds:
  - {target: rss, path: rss.xml, max_age: 30s}
  - {target: atom, path: all.atom, archives: month, limit: 3}
  - {target: sitemap, path: sitemap.xml}
output: """


def test_the_address_says_which_kind_of_output_it_is() -> None:
    assert isinstance(output_of(parse(TEXT + "output/")), Directory)
    bucket = output_of(parse(TEXT + "s3://news/feeds"))
    assert isinstance(bucket, Bucket)
    assert bucket.packed
    assert {path: (feed.parted, feed.max_age) for path, feed in bucket.feeds.items()} == {
        "rss.xml": (False, 30),
        "all.atom": (True, 300),
        "sitemap.xml": (True, 300),
        "index.html": (False, 300),
    }


@pytest.mark.parametrize("url", ["gs://news/feeds", "az://news/feeds"])
def test_other_clouds_are_known_too(url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AZURE_STORAGE_ACCOUNT_NAME", "vestnik")
    monkeypatch.setenv("AZURE_STORAGE_ACCOUNT_KEY", "a2V5")
    assert type(stores.store_at(url)).__name__ in {"GCSStore", "AzureStore"}
