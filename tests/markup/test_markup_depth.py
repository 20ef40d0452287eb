"""Markup that only an attack holds is told before a tree is made of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from markups import RAW

from feeds.markup.depth import DEEPEST, MOST_ATTRIBUTES, excessive
from feeds.markup.parse import parse

PARAGRAPH = "<p>Мост закрыли на ремонт.</p>"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000,
        "<b><i>" * 50_000,
        ("<div>" * 1500 + PARAGRAPH * 20) * 30,
        "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">",
        "<p " + " ".join(f'a{n}="<>"' for n in range(100_000)) + ">",
        "<p " + "/".join(f"a{n}" for n in range(100_000)) + ">",
        "<script " + " ".join(f"a{n}='>'" for n in range(100_000)) + "></script>",
    ],
    ids=["deep", "deep formatting", "deep and long", "attributes", "signs", "slashes", "of a script"],
)
def test_excess_is_told(markup: str) -> None:
    assert excessive(markup)
    assert parse(markup) == []


@pytest.mark.parametrize(
    "markup",
    [
        PARAGRAPH * 50_000,
        "<div>" * (DEEPEST // 2) + PARAGRAPH * 10,
        "<ul><li>" * 50 + PARAGRAPH * 5000,
        "<br>" * 100_000,
        "<p>" * 100_000,
        "<li>" * 100_000,
        "<script>" + "if (a<b) {" * 50_000 + "</script>" + PARAGRAPH,
        "<script></script>" * 20_000,
        "<!-- <div> -->" * 20_000,
        '<p class="' + "a " * 500_000 + '">',
        "<p " + " ".join(f"a{n}=1" for n in range(MOST_ATTRIBUTES // 2)) + ">",
    ],
    ids=[
        "long",
        "deep",
        "lists",
        "breaks",
        "open p",
        "open li",
        "code",
        "scripts",
        "comments",
        "a class",
        "attributes",
    ],
)
def test_long_pages_are_no_excess(markup: str) -> None:
    assert not excessive(markup)


@settings(deadline=None)
@given(RAW)
def test_short_markup_is_none(raw: str) -> None:
    assert not excessive(raw)
