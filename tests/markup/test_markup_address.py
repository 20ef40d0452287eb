"""Addresses as pages write them, and as records keep them."""

from __future__ import annotations

import pytest

from feeds.markup.address import without_tracking


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://a.example/x?utm_source=tg&utm_medium=post", "https://a.example/x"),
        ("https://a.example/x?id=1&utm_source=tg&page=2#c", "https://a.example/x?id=1&page=2#c"),
        ("https://a.example/x?utm_source=tg#c", "https://a.example/x#c"),
        ("https://a.example/?", "https://a.example/?"),
        ("https://a.example/x?a=1&&b=", "https://a.example/x?a=1&&b="),
        ("https://a.example/#/page?utm_source=tg", "https://a.example/#/page?utm_source=tg"),
    ],
)
def test_only_what_counts_visitors_goes(address: str, wanted: str) -> None:
    assert without_tracking(address) == wanted
    assert without_tracking(wanted) == wanted
