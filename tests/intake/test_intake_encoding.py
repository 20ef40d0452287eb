"""Bytes to text: marks, declarations, letters; what is no text is refused with a reason."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.intake.draft import Rejection
from feeds.intake.encoding import Decoded, decode, unpack

RUSSIAN = (
    "В парке у старой пристани открыли велодорожку длиной четыре километра. Работы заняли три месяца, "
    "рассказали в дирекции парка: дорожку провели в обход корней, а липы сохранили."
)
FRENCH = "Le musée rouvre après deux années de travaux : l'été sera consacré à la création contemporaine."
SINGLE = ("windows-1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")
WIDE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


def text_of(data: bytes, declared: str | None = None) -> str:
    decoded = decode(data, declared)
    assert isinstance(decoded, Decoded), decoded
    return decoded.text


def refusal(data: bytes) -> Rejection:
    decoded = decode(data)
    assert isinstance(decoded, Rejection), decoded
    return decoded


@pytest.mark.parametrize("encoding", [*SINGLE, *WIDE])
def test_russian_needs_no_declaration(encoding: str) -> None:
    assert text_of(RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize("encoding", SINGLE)
@pytest.mark.parametrize("said", [*SINGLE, "iso-8859-1", "utf-8", "no-such-thing"])
def test_a_false_declaration_does_not_win(encoding: str, said: str) -> None:
    page = f'<html><head><meta charset="{said}"></head><body>{RUSSIAN}</body></html>'
    assert RUSSIAN in text_of(page.encode(encoding))


@pytest.mark.parametrize("encoding", SINGLE)
def test_a_true_declaration_is_believed_even_where_there_are_few_letters(encoding: str) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}"><p>Да</p>'
    assert text_of(page.encode(encoding)) == page


def test_the_xml_declaration_counts() -> None:
    page = '<?xml version="1.0" encoding="koi8-r"?><p>Щи</p>'
    assert text_of(page.encode("koi8-r")) == page


def test_what_the_transport_says_counts() -> None:
    assert text_of("Щи".encode("cp866"), "cp866") == "Щи"


def test_utf8_goes_before_what_is_declared() -> None:
    page = f'<meta charset="windows-1251">{RUSSIAN}'
    assert text_of(page.encode()) == page


def test_accents_of_western_languages() -> None:
    assert text_of(FRENCH.encode("cp1252")) == FRENCH
    assert text_of(f'<meta charset="iso-8859-1">{FRENCH}'.encode("cp1252")).endswith(FRENCH)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("iso-8859-7", "Ελληνικά νέα σήμερα"),
        ("gb2312", "今天的新闻很重要"),
        ("shift_jis", "今日のニュース"),
        ("windows-1250", "Zażółć gęślą jaźń"),
        ("windows-1255", "חדשות היום"),
    ],
)
def test_other_declared_encodings(said: str, text: str) -> None:
    page = f'<meta charset="{said}"><p>{text}</p>'
    assert text_of(page.encode(said)) == page


@pytest.mark.parametrize("said", ["rot13", "base64", "utf-7", "unicode_escape", "idna", "zlib", "utf-16"])
def test_encodings_that_hide_text_are_not_believed(said: str) -> None:
    page = f'<meta charset="{said}">+ADw-b+AD4- \\u003cb\\u003e {RUSSIAN}'
    assert text_of(page.encode("cp1251")) == page


def test_a_broken_byte_spoils_a_letter_and_no_more() -> None:
    assert text_of(RUSSIAN.encode() + b"\xff.") == RUSSIAN + "\ufffd."
    assert text_of(RUSSIAN.encode()[:-2] + b"\xd0").startswith(RUSSIAN[:-2])


def test_a_lone_nul_is_no_reason_to_refuse() -> None:
    assert text_of(RUSSIAN.encode() + b"\0") == RUSSIAN + "\0"


@pytest.mark.parametrize("data", [b"", b"   ", b"\n\r\n\t"])
def test_nothing_is_empty(data: bytes) -> None:
    assert refusal(data).code == "empty"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n...",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        b"\xff\xd8\xff\xe0" + b"\0" * 50,
        b"PK\x03\x04" + b"\0" * 50,
        bytes(range(256)) * 20,
        b"\0" * 1000,
        b"\0\1\2\3" * 100,
        b"\xff\xfe" + b"\0\xd8" * 5,
    ],
)
def test_binary_data_is_not_text(data: bytes) -> None:
    rejection = refusal(data)
    assert rejection.code == "not-text"
    assert "not text" in rejection.reason


def test_gzip_is_unpacked_in_all_its_members() -> None:
    packed = gzip.compress(b"one, ") + gzip.compress(b"two")
    assert unpack(packed) == b"one, two"
    assert unpack(b"plain") == b"plain"


@pytest.mark.parametrize("cut", [4, 12, 30])
def test_damaged_gzip_is_refused(cut: int) -> None:
    rejection = unpack(gzip.compress(RUSSIAN.encode() * 3)[:cut])
    assert isinstance(rejection, Rejection)
    assert rejection.code == "bad-gzip"


def test_what_grows_beyond_the_limit_is_refused_without_being_unpacked_whole() -> None:
    bomb = gzip.compress(b"0" * 5_000_000)
    for data in (bomb, gzip.compress(b"0" * 600) * 2, b"0" * 1001):
        rejection = unpack(data, limit=1000)
        assert isinstance(rejection, Rejection)
        assert rejection.code == "too-large"
    assert unpack(gzip.compress(b"0" * 1000), limit=1000) == b"0" * 1000


@given(
    st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя ,.", min_size=40).filter(lambda t: len(set(t)) > 12)
)
def test_utf8_is_never_taken_for_something_else(text: str) -> None:
    assert text_of(text.encode()) == text


@given(st.binary(max_size=3000))
def test_nothing_makes_it_raise(data: bytes) -> None:
    unpacked = unpack(data)
    if isinstance(unpacked, bytes):
        assert isinstance(decode(unpacked), Decoded | Rejection)
