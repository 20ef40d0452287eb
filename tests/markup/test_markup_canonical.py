"""The quick way for markup that is canonical already gives what the long way gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markups import BASE, RAW, canonical_of

from feeds.markup.canonical import Written, canonical, read
from feeds.markup.parse import parse
from feeds.markup.serialise import serialise

PIECES = st.sampled_from(
    [
        *("текст", " ", "  ", "\u00a0", "\n", "e\u0301", "\u00ad"),
        *("&amp;", "&lt;", "&gt;", "&quot;", "&nbsp;", "&#38;", "&", "<"),
        *("<br>", "<br/>", "<strong>", "</strong>", "<em>", "</em>", "<s>", "</s>", "<sub>", "</sub>"),
        *("<code>", "</code>", "<a>"),
        *('<a href="https://a.example/">', '<a href="https://a.example/?a=1&amp;b=2">', '<a href="/a">', "</a>"),
        *('<a href="https://a.example/?utm_source=x">', '<a href="javascript:x">', "<b>", "</b>"),
    ]
)  # fmt: skip
INLINE = st.lists(PIECES, max_size=8).map("".join)
IMAGES = st.sampled_from(
    [
        '<img src="https://a.example/b.jpg">', '<img alt="б" src="https://a.example/b.jpg">',
        '<img src="/b.jpg" width="10" height="20">', '<img src="https://a.example/b.jpg" width="1">', "<img>",
        '<img src="https://a.example/b.jpg" alt="&quot;&amp;">', '<img src="data:x">', '<img src="x" onerror="y">',
        '<img src="https://mc.yandex.ru/x">', '<img src="https://a.example/b.jpg" alt=" б ">',
    ]
)  # fmt: skip


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """A block that is canonical, or nearly so."""
    kind = draw(st.sampled_from("p h2 h3 h4 ul ol blockquote figure pre hr table".split()))
    inner = draw(INLINE)
    if kind in ("ul", "ol"):
        return (
            f"<{kind}>"
            + "".join(f"<li>{item}</li>" for item in draw(st.lists(INLINE, max_size=3)))
            + f"</{kind}>"
        )
    if kind == "blockquote":
        return (
            "<blockquote>"
            + "".join(f"<p>{p}</p>" for p in draw(st.lists(INLINE, max_size=2)))
            + "</blockquote>"
        )
    if kind == "figure":
        caption = f"<figcaption>{inner}</figcaption>" if draw(st.booleans()) else ""
        return f"<figure>{draw(IMAGES)}{caption}</figure>"
    return "<hr>" if kind == "hr" else f"<{kind}>{inner}</{kind}>"


NEARLY = st.lists(blocks(), max_size=4).map("".join)


@settings(max_examples=400, deadline=None)
@given(NEARLY)
def test_what_is_taken_for_canonical_parses_to_itself(markup: str) -> None:
    taken = canonical(markup, BASE)
    if taken is not None:
        assert taken == serialise(parse(markup, BASE))


@settings(max_examples=150, deadline=None)
@given(RAW)
def test_raw_markup_is_never_taken_for_what_it_is_not(markup: str) -> None:
    taken = canonical(markup, BASE)
    if taken is not None:
        assert taken == serialise(parse(markup, BASE))


@settings(max_examples=150, deadline=None)
@given(NEARLY)
def test_reading_canonical_text_gives_the_tree_of_its_parsing(markup: str) -> None:
    text = canonical_of(markup)
    assert read(text) == parse(text)
    assert serialise(read(text)) == text
    assert Written(text).tree == parse(text)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Раз.</p>", "<p>Раз, <strong>два</strong>.<br>Три.</p>", "<h2>А</h2><p>б</p>",
        "<ul><li>a</li><li>b</li></ul>",
        '<p><a href="https://a.example/?a=1&amp;b=2">a</a></p>', "<blockquote><p>a</p></blockquote>",
        '<figure><img src="https://a.example/b.jpg" alt="б" width="10" height="20"><figcaption>в</figcaption></figure>',
    ],
)  # fmt: skip
def test_ordinary_canonical_markup_takes_the_quick_way(markup: str) -> None:
    assert canonical(markup, BASE) == markup


@pytest.mark.parametrize(
    "markup",
    [
        "<p>a<script>x</script></p>", '<p onclick="x">a</p>', '<p><a href="javascript:x">a</a></p>', "<p>a</p>b",
        '<p><a href="https://a.example/" onclick="x">a</a></p>', "<p> a</p>", "<p>a  b</p>", "<p>a", "<P>a</P>",
        "<div>a</div>", "<p><a>x</a></p>", "<figure><img></figure>",
        "<p>a<p>b</p></p>", "<p>a\x00</p>", '<figure><img src="https://a.example/b.jpg" onerror="x"></figure>',
    ],
)  # fmt: skip
def test_what_needs_repair_does_not(markup: str) -> None:
    assert canonical(markup, BASE) in (None, serialise(parse(markup, BASE)))
    assert canonical(markup, BASE) != markup or markup == canonical_of(markup)
