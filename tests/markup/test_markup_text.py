"""Plain text of titles that came with markup."""

from __future__ import annotations

import pytest

from feeds.markup.text import strip_tags


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("The <b>new</b> bridge", "The new bridge"),
        ("Ferry<!-- late --> at noon", "Ferry at noon"),
        ("Ferry<!-- <b>late</b> -->s <!-- x -->at noon", "Ferrys at noon"),
        ("What &lt;!-- means", "What <!-- means"),
        ("a <!-- b --> c <!-- d <i>e</i>", "a c <!-- d e"),
        ("Fish &amp;amp; chips", "Fish & chips"),
        ("Two<script>alert(1)</script> ships", "Two ships"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
    ],
)
def test_tags_and_comments_are_taken_out(written: str, plain: str) -> None:
    assert strip_tags(written) == plain


@pytest.mark.parametrize("piece", ["<!--", "<a ", "<script>", "</script ", "<!-- -", "&lt;!--"])
def test_what_never_ends_is_gone_through_once(piece: str) -> None:
    """A megabyte that a quadratic search would spend hours on."""
    assert len(strip_tags(piece * (1_000_000 // len(piece)))) <= 1_000_000
