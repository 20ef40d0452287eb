"""Any bytes give one draft or one reason: pages too large, too deep, broken, in any encoding, or hostile."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markups import RAW, assert_canonical
from paging import (
    ADDRESS,
    CIRCUMSTANCES,
    DATED,
    PARAGRAPHS,
    STORY,
    TEXT,
    TITLE,
    ld,
    page,
    record,
    refusal,
    text_of,
)

from feeds.article import Article, encode
from feeds.intake.draft import Circumstances, Rejection
from feeds.intake.html import KINDS
from feeds.intake.html.page import LARGEST
from feeds.intake.read import read, readers


def answers(data: bytes, address: str | None = ADDRESS) -> list[Article | Rejection]:
    return list(read("html", data, file="page.html", address=address, circumstances=CIRCUMSTANCES))


def test_pages_are_a_kind_of_source() -> None:
    assert KINDS == ("html",)
    assert "html" in readers()


@settings(max_examples=150, deadline=None)
@given(RAW, RAW, RAW)
def test_any_markup_gives_one_answer(head: str, before: str, inside: str) -> None:
    source = page(DATED + head, f"{before}<h1>{TITLE}</h1><article>{inside}{TEXT}</article>{before}")
    [answer] = answers(source.encode())
    if isinstance(answer, Article):
        assert_canonical(answer.body)
        assert answers(source.encode()) == [answer]


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_one_answer(data: bytes) -> None:
    assert len(answers(data)) == 1
    assert len(answers(page().encode()[:200] + data + TEXT.encode())) == 1


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2000))
def test_a_page_cut_off_anywhere_gives_one_answer(length: int) -> None:
    assert len(answers(page(DATED + ld(STORY)).encode()[:length])) == 1


P = TEXT * 3
HOSTILE = {
    "too large": ("too-large", page(DATED, TEXT + " " * LARGEST)),
    "deep": ("too-deep", page(DATED, "<div>" * 100_000 + TEXT)),
    "deep formatting": ("too-deep", page(DATED, "<b><i>" * 50_000 + TEXT)),
    "attributes": ("too-deep", page(DATED, "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">" + TEXT)),
    "empty": ("empty", ""),
    "blank": ("empty", " \n\t "),
    "NUL": ("not-text", page(DATED, TEXT.replace(" ", "\0"))),
    "an image": ("not-text", b"\x89PNG\r\n\x1a\n" + b"x" * 100),
    "no date": ("no-date", page("", f"<h1>{TITLE}</h1>{TEXT}")),
    "no title": ("no-title", page(DATED, TEXT)),
    "damaged gzip": ("bad-gzip", gzip.compress(page().encode())[:100]),
}


@pytest.mark.parametrize(("code", "source"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_page_is_rejected_with_a_reason(code: str, source: str | bytes) -> None:
    data = source.encode() if isinstance(source, str) else source
    [answer] = answers(data, "https://listok.example/pristan")
    assert isinstance(answer, Rejection)
    assert (answer.code, answer.file) == (code, "page.html")
    assert answer.reason


BOUNDED = {
    "a class": f'<div class="{"aB " * 300_000}">{TEXT}</div>',
    "headings": f"<h1>{TITLE}</h1>" * 5000 + TEXT,
    "dates": "<time datetime='2026-11-23'>x</time>" * 5000 + TEXT,
    "bylines": '<div class="author byline date">By Anna Example' * 500 + TEXT,
    "links": "<a href='/x'>слово слово</a>" * 5000 + TEXT,
    "pictures": "<figure><img src='/a.jpg'></figure>" * 5000 + TEXT,
    "properties": "<span itemprop='author'>Анна</span>" * 5000 + TEXT,
    "things": ld([{**STORY, "n": n} for n in range(5000)]) + TEXT,
    "scripts": ld(*[STORY] * 2000) + TEXT,
    "a broken script": ld('{"a":"' + '"b" ' * 100_000) + TEXT,
    "brackets": ld("[" * 100_000) + TEXT,
    "one word": f"<p>{'ы' * 500_000}</p>",
    "spaces": f"<p>а{' ' * 500_000}</p>" + TEXT,
    "breaks": "<br>" * 50_000 + TEXT,
    "references": f"<p>{'&amp;lt;' * 50_000}</p>" + TEXT,
    "a comment": TEXT + "<!--" + "x" * 500_000,
    "nested names": '<div class="photo cover image">' * 400 + '<img src="/a.jpg">' + TEXT * 50,
}  # fmt: skip


@pytest.mark.parametrize("body", BOUNDED.values(), ids=BOUNDED)
def test_much_of_anything_is_read_within_bounds(body: str) -> None:
    [answer] = answers(page(DATED, f"<h1>{TITLE}</h1>{body}").encode())
    assert isinstance(answer, Article)
    assert_canonical(answer.body)
    assert len(answer.authors) <= 50
    assert len(answer.images) <= 500


def test_nothing_hostile_gets_into_a_record() -> None:
    evil = """<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">ссылка в тексте</a>
      <iframe src="data:text/html,x"></iframe><svg onload=alert(1)></svg><p onclick="x" style="x">Раз.</p>"""
    head = DATED + ld(
        {**STORY, "headline": "<script>x</script>Фонари <b>зажгли</b>", "image": "javascript:alert(1)"}
    )
    article = record(
        page(head + '<meta property="og:image" content="data:x">', f"<article>{TEXT}{evil}</article>")
    )
    written = encode(article).decode()
    assert article.title == "Фонари зажгли"
    assert "alert" not in written
    assert "javascript" not in written
    assert "data:" not in written


ENCODINGS = [
    ("windows-1251", '<meta charset="windows-1251">'),
    ("windows-1251", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'),
    ("windows-1251", '<meta charset="utf-8">'),
    ("windows-1251", ""),
    ("koi8-r", '<meta charset="koi8-r">'),
    ("koi8-r", '<meta charset="windows-1251">'),
    ("cp866", '<meta charset="iso-8859-1">'),
    ("utf-8", '<meta charset="windows-1251">'),
    ("utf-8-sig", '<meta charset="koi8-r">'),
    ("utf-16", ""),
]


@pytest.mark.parametrize(("encoding", "declared"), ENCODINGS)
def test_the_encoding_is_that_of_the_letters_whatever_is_declared(encoding: str, declared: str) -> None:
    plain = str.maketrans("«»—", '""-')  # what not every encoding has
    source = page(DATED).replace("<meta charset=utf-8>", declared).translate(plain)
    article = record(source.encode(encoding))
    assert article.title == TITLE
    assert text_of(article) == [paragraph.translate(plain) for paragraph in PARAGRAPHS]


def test_the_sources_encoding_is_used_where_the_page_declares_none() -> None:
    source = page(DATED, "<h1>Naïve café</h1><article>Déjà vu à Genève, où l’on flâne.</article>")
    data = source.replace("<meta charset=utf-8>", "").encode("mac-roman", "replace")
    circumstances = Circumstances(timezone="Europe/Moscow", encoding="utf-8")
    assert isinstance(next(iter(read("html", data, address=ADDRESS, circumstances=circumstances))), Article)


def test_a_damaged_letter_costs_no_more_than_itself() -> None:
    data = page(DATED).encode().replace("фонарей".encode(), "фонаре".encode() + b"\xd0", 1)
    assert "фонаре\ufffd" in record(data).body


def test_refusals_name_the_file() -> None:
    assert str(refusal(page("", TEXT), address=None)).startswith("page.html: ")
