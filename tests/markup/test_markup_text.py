"""Plain text holds what readers see: no controls, no marks that only break words, Unicode composed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.markup.parse import parse
from feeds.markup.serialise import serialise
from feeds.markup.text import clean, squeeze

WINDOWS = bytes([0x82, 0x84, 0x85, 0x86, 0x87, 0x89, 0x8B, *range(0x91, 0x98), 0x99, 0x9B])
"""Punctuation that Windows-1251 and Windows-1252 have at the same places."""


def test_windows_punctuation_that_was_taken_for_latin_1_is_read_as_it_was_meant() -> None:
    assert clean(WINDOWS.decode("latin-1")) == WINDOWS.decode("cp1251") == WINDOWS.decode("cp1252")


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("от\u00adкры\u00adли", "открыли"),
        ("\x80\x81\x8d\x9d\x7f\x00\x1b", ""),
        ("мост\u2028река\u2029лес", "мост река лес"),
        ("a\u200bb\u2060c\ufeffd", "abcd"),
        ("e\u0301 и\u0306", "é й"),
        ("👨\u200d👩\u200d👧 \u200eשלום\u200f", "👨\u200d👩\u200d👧 \u200eשלום\u200f"),
        ("я\u00a0и\tты\r\n", "я\u00a0и ты"),
    ],
)
def test_one_line_of_text(said: str, wanted: str) -> None:
    assert squeeze(said) == wanted


@given(st.text())
def test_no_control_is_left_and_cleaning_again_changes_nothing(text: str) -> None:
    cleaned = clean(text)
    left = {c for c in cleaned if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")}
    assert left <= {"\t", "\n", "\r"}
    assert clean(cleaned) == cleaned


@given(st.text(alphabet=st.sampled_from("аб \x85\x9d\u00ad\u2028\u200b\x93")))
def test_a_body_holds_the_same_text_as_a_line(text: str) -> None:
    assert serialise(parse(f"<p>я{text}я</p>")) == f"<p>{squeeze(f'я{text}я')}</p>"
