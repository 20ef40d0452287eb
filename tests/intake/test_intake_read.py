"""Reading a source: readers are found by package, addresses lent once, and nothing makes it raise."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.article import Article, encode
from feeds.errors import UsageError
from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.read import drafts, read, reader, readers

CIRCUMSTANCES = Circumstances(timezone="Europe/Moscow", url="https://vestnik.example/p/{stem}", source="wire")
STORY = {"title": "Фонари", "date": "2026-11-23", "text": "Раз."}


def answers(record: object, **changes: object) -> list[Article | Rejection]:
    arguments = {"file": "a/fonari.json", "circumstances": CIRCUMSTANCES, **changes}
    return list(read("records", json.dumps(record).encode(), **arguments))  # type: ignore[arg-type]


def test_readers_are_the_modules_that_name_their_kinds() -> None:
    found = readers()
    assert {"records", "text"} <= set(found)
    assert all(callable(entry.drafts) and kind in entry.KINDS for kind, entry in found.items())


def test_an_unknown_kind_is_the_users_mistake() -> None:
    with pytest.raises(UsageError, match="Did you mean records"):
        reader("record")
    with pytest.raises(UsageError, match=r"Known kinds: .*text"):
        list(read("xyzzy", b"", circumstances=CIRCUMSTANCES))


def test_an_unknown_zone_is_the_users_mistake() -> None:
    with pytest.raises(UsageError, match="time zone"):
        list(read("text", b"", circumstances=Circumstances(timezone="Mars/Base")))


def test_the_template_gives_the_address() -> None:
    [article] = answers(STORY)
    assert isinstance(article, Article)
    assert article.url == article.id == "https://vestnik.example/p/fonari"
    assert article.origin is not None
    assert (article.origin.source, article.origin.file) == ("wire", "a/fonari.json")


def test_the_address_of_a_list_goes_before_the_template_and_the_records_own_before_both() -> None:
    [article] = answers(STORY, address="https://vestnik.example/7")
    assert isinstance(article, Article)
    assert article.url == "https://vestnik.example/7"
    [article] = answers({**STORY, "url": "https://vestnik.example/8"}, address="https://vestnik.example/7")
    assert isinstance(article, Article)
    assert article.url == "https://vestnik.example/8"


def test_an_address_is_lent_to_one_story_only() -> None:
    first, second, third = answers([STORY, STORY, {**STORY, "url": "https://vestnik.example/8"}])
    assert isinstance(first, Article)
    assert isinstance(second, Rejection)
    assert isinstance(third, Article)
    assert second.code == "no-url"
    assert "url" in (second.hint or "")


def test_packed_files_are_unpacked() -> None:
    packed = gzip.compress(json.dumps(STORY).encode())
    [article] = read("records", packed, file="fonari.json.gz", circumstances=CIRCUMSTANCES)
    assert isinstance(article, Article)
    assert article.url == "https://vestnik.example/p/fonari"
    [answer] = read("records", packed[:-9], file="fonari.json.gz", circumstances=CIRCUMSTANCES)
    assert isinstance(answer, Rejection)
    assert (answer.code, answer.file) == ("bad-gzip", "fonari.json.gz")


def test_a_rejection_reads_as_a_sentence_with_its_place() -> None:
    [_, answer] = answers([STORY, {"title": "x"}])
    assert str(answer).startswith("a/fonari.json: states no address")


def test_the_same_bytes_give_the_same_records() -> None:
    def all_of() -> Iterator[bytes]:
        for answer in answers(
            [{**STORY, "id": str(n), "url": f"https://vestnik.example/{n}"} for n in range(5)]
        ):
            yield encode(answer) if isinstance(answer, Article) else str(answer).encode()

    assert list(all_of()) == list(all_of())


FILES = st.none() | st.sampled_from(
    ["a.txt", "a.json", "a.jsonl", "a.yaml", "a.csv", "a.html", "a.gz", "дом.txt"]
)
JUNK = (
    st.binary(max_size=400)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.text(alphabet='<>&;{}[]":,-#*\n\t абв1ё\x00\ufeff]]>', max_size=200).map(str.encode)
    | st.binary(max_size=300).map(gzip.compress)
)


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(sorted(readers())), JUNK, FILES, st.none() | st.text(max_size=30))
def test_nothing_makes_it_raise(kind: str, data: bytes, file: str | None, address: str | None) -> None:
    for answer in read(kind, data, file=file, address=address, circumstances=CIRCUMSTANCES):
        assert isinstance(answer, Article | Rejection)
        if isinstance(answer, Article):
            encode(answer)
            assert answer.title
            assert answer.url.startswith("http")
            assert answer.published.utcoffset() is not None


def test_drafts_are_what_reading_normalises() -> None:
    [draft] = drafts("records", json.dumps(STORY).encode(), file="a.json", circumstances=CIRCUMSTANCES)
    assert isinstance(draft, Draft)
    assert draft.address == "https://vestnik.example/p/a"


def test_each_record_has_the_address_of_its_id_and_day() -> None:
    template = "https://vestnik.example/{year}/{month}/{id}"
    circumstances = Circumstances(timezone="Europe/Moscow", url=template)
    stories = [{**STORY, "id": "7"}, {**STORY, "id": "8"}, {**STORY, "id": "8"}, STORY]
    found = list(read("records", json.dumps(stories).encode(), file="a.json", circumstances=circumstances))
    urls = [answer.url for answer in found if isinstance(answer, Article)]
    assert urls == ["https://vestnik.example/2026/11/7", "https://vestnik.example/2026/11/8"]
    assert [answer.code for answer in found if isinstance(answer, Rejection)] == ["no-url", "no-url"]
