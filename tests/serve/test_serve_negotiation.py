"""Which coding a client gets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.serve.negotiation import IDENTITY, PREFERENCE, coding


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [
        (None, "identity"),
        ("", "identity"),
        ("gzip", "gzip"),
        ("x-gzip", "gzip"),
        ("GZIP", "gzip"),
        ("gzip, deflate", "gzip"),
        ("gzip, deflate, br", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("zstd, gzip", "zstd"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("gzip;q=0", "identity"),
        ("br;q=0, gzip", "gzip"),
        ("*", "br"),
        ("*;q=0", "identity"),
        ("gzip, *;q=0", "gzip"),
        ("br;q=0, *", "zstd"),
        ("identity", "identity"),
        ("identity;q=1, gzip;q=0.5", "identity"),
        ("identity;q=0.5, gzip;q=1", "gzip"),
        ("deflate", "identity"),
        ("gzip;q=nonsense", "identity"),
        ("gzip ; q=0.8 , br ; q=0.9", "br"),
        (",,gzip,,", "gzip"),
    ],
)
def test_what_suits_best_is_chosen(accepted: str | None, chosen: str) -> None:
    assert coding(accepted) == chosen


@given(st.text(max_size=80))
def test_nothing_that_clients_send_raises(accepted: str) -> None:
    assert coding(accepted) in (*PREFERENCE, IDENTITY)


@given(
    st.dictionaries(st.sampled_from([*PREFERENCE, "identity", "deflate"]), st.integers(0, 1000), min_size=1)
)
def test_nobody_gets_what_he_refuses(weights: dict[str, int]) -> None:
    header = ", ".join(f"{name};q={weight / 1000}" for name, weight in weights.items())
    chosen = coding(header)
    if chosen != IDENTITY:
        assert weights[chosen] > 0
        assert weights[chosen] == max(weights.get(name, 0) for name in PREFERENCE)
