"""Texts side by side: what is the same, what is gone, what is new; however long or odd they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from feeds.comparison.wording import MOST_WORDS, cut, paragraphs, words

TEXTS = st.text(st.sampled_from("аб в,.\u00a0"), max_size=40)


def side(pieces: list, kept: str) -> str:
    return "".join(piece.text for piece in pieces if piece.side in ("same", kept))


@given(TEXTS, TEXTS)
def test_the_pieces_of_each_side_are_the_text(old: str, new: str) -> None:
    pieces = words(old, new)
    assert side(pieces, "old") == old
    assert side(pieces, "new") == new
    assert all(piece.text for piece in pieces)


@given(st.lists(TEXTS, max_size=8), st.lists(TEXTS, max_size=8))
def test_no_paragraph_is_lost(old: list[str], new: list[str]) -> None:
    found = paragraphs(old, new)
    assert [p.old for p in found if p.old] == [t for t in old if t]
    assert [p.new for p in found if p.new] == [t for t in new if t]


def test_words_are_told_apart_not_letters() -> None:
    pieces = words("Мост закрыли на ремонт.", "Мост открыли на ремонт!")
    assert [(p.side, p.text) for p in pieces] == [
        ("same", "Мост "),
        ("old", "закрыли"),
        ("new", "открыли"),
        ("same", " на ремонт"),
        ("old", "."),
        ("new", "!"),
    ]


def test_a_paragraph_more_leaves_the_others_beside_themselves() -> None:
    assert [p.same for p in paragraphs(["а", "б"], ["а", "в", "б"])] == [True, False, True]


def test_what_is_too_long_is_told_as_a_whole() -> None:
    long = "слово " * (MOST_WORDS + 1)
    assert [piece.side for piece in words(long, long + "ещё")] == ["old", "new"]
    assert len(paragraphs(["а"] * (MOST_WORDS + 1), ["б"])) == MOST_WORDS + 1


def test_the_words_around_a_change_are_enough() -> None:
    pieces = cut(words("начало " * 30 + "раз " + "конец " * 30, "начало " * 30 + "два " + "конец " * 30))
    assert [piece.side for piece in pieces] == ["same", "old", "new", "same"]
    assert all(len(piece.text) <= 41 for piece in pieces)
    assert pieces[0].text.startswith("…")
    assert pieces[-1].text.endswith("…")
    assert cut(words("а б", "а в"))[0].text == "а "
