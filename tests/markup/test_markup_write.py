"""A body in a target's dialect: only what the dialect has, nothing of the text lost."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markups import BASE, RAW, Seen

from feeds.markup.dialect import Dialect
from feeds.markup.nodes import BLOCKS, INLINE, MEDIA
from feeds.markup.parse import parse
from feeds.markup.text import plain
from feeds.markup.write import rewritten, write

EVERYTHING = Dialect(
    name="everything",
    keep=BLOCKS | INLINE | MEDIA | {"li", "tr", "td", "th", "figcaption"},
    gallery="figure",
    audio="figure",
    embed="figure",
)
BARE = Dialect(name="bare", keep=frozenset({"p", "a"}), image="paragraph", video="link", table="paragraphs")
FORMS = st.sampled_from(["figure", "bare", "paragraph", "link", "drop"])


def written(raw: str, dialect: Dialect = BARE, **changes: Any) -> str:
    return write(parse(raw, BASE), replace(dialect, **changes) if changes else dialect)


@st.composite
def dialects(draw: st.DrawFn) -> Dialect:
    """Any dialect that keeps paragraphs, as all do."""
    names = st.sampled_from(sorted(EVERYTHING.keep - {"p"}))
    return Dialect(
        name="any",
        keep=frozenset({"p", *draw(st.lists(names))}),
        rename=draw(
            st.dictionaries(st.sampled_from(["h2", "h3", "h4", "strong", "em"]), st.sampled_from(["b", "i"]))
        ),
        attributes=draw(st.sampled_from([None, {"a": frozenset({"href"}), "img": frozenset({"src"})}])),
        image=draw(FORMS),
        video=draw(FORMS),
        audio=draw(FORMS),
        embed=draw(FORMS),
        gallery=draw(st.sampled_from(["figure", "figures"])),
        caption=draw(st.booleans()),
        video_source=draw(st.booleans()),
        hosts=draw(st.sampled_from([None, frozenset(), frozenset({"player.example"})])),
        breaks=draw(st.sampled_from(["br", "paragraph", "space"])),
        table=draw(st.sampled_from(["table", "paragraphs"])),
        plain_items=draw(st.booleans()),
        flat_lists=draw(st.booleans()),
        nbsp=draw(st.sampled_from(["keep", "space"])),
    )


@settings(max_examples=150, deadline=None)
@given(RAW, dialects())
def test_only_what_the_dialect_has_is_written(raw: str, dialect: Dialect) -> None:
    seen = Seen(write(parse(raw, BASE), dialect))
    assert not seen.wrong
    assert not seen.loose.strip()
    media = {"img", "iframe", "video", "audio", "source"}
    for tag, _, attributes in seen.elements:
        assert tag in dialect.keep | set(dialect.rename.values()) | media | {"p", "br", "td"}, tag
        if dialect.attributes is not None and tag in dialect.keep and tag != "source":
            assert set(attributes) <= dialect.attributes.get(tag, frozenset()), (tag, attributes)
    if dialect.breaks != "br":
        assert "br" not in {tag for tag, _, _ in seen.elements}


@settings(max_examples=150, deadline=None)
@given(RAW, dialects())
def test_no_word_of_the_text_is_lost(raw: str, dialect: Dialect) -> None:
    body = parse(raw, BASE)
    got = plain(rewritten(body, dialect), captions=True)
    for word in re.findall(r"\w+", plain(body)):
        assert word in got


@settings(max_examples=150, deadline=None)
@given(RAW)
def test_a_dialect_that_has_everything_changes_nothing(raw: str) -> None:
    body = parse(raw, BASE)
    assert rewritten(body, EVERYTHING) == body


@pytest.mark.parametrize(
    ("raw", "changes", "wanted"),
    [
        ("<h2>А <b>б</b></h2>", {}, "<p>А б</p>"),
        ("<h2>А</h2>", {"rename": {"h2": "h3"}}, "<h3>А</h3>"),
        ("<p><b>a</b></p>", {"rename": {"strong": "b"}}, "<p><b>a</b></p>"),
        ("<p>a<br>b</p>", {"breaks": "br"}, "<p>a<br>b</p>"),
        ("<p>a<br>b</p>", {"breaks": "space"}, "<p>a b</p>"),
        ("<p>a<b>b<br>c</b>d</p>", {"breaks": "paragraph"}, "<p>ab</p><p>cd</p>"),
        ("<ul><li>a<li>b</ul>", {}, "<p>• a</p><p>• b</p>"),
        ("<ul><li>a<ul><li>b</ul></ul>", {}, "<p>• a</p><p>• b</p>"),
        (
            "<ul><li><b>a</b></ul>",
            {"keep": frozenset({"p", "ul", "li", "strong"}), "plain_items": True},
            "<ul><li>a</li></ul>",
        ),
        (
            "<ul><li>a<ol><li>b</ol></ul>",
            {"keep": frozenset({"p", "ul", "li"}), "flat_lists": True},
            "<ul><li>a</li><li>b</li></ul>",
        ),
        ("<blockquote>a</blockquote>", {}, "<p>a</p>"),
        ("<p>a</p><hr><p>b</p>", {}, "<p>a</p><p>b</p>"),
        ("<pre>a\n  b</pre>", {}, "<p>a<br>b</p>"),
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", {}, "<p>a — b</p><p>1 — 2</p>"),
        ("<p>№\u00a07</p>", {"nbsp": "space"}, "<p>№ 7</p>"),
        ("<p>a</p><p>b</p>", {"drop": frozenset({"p"})}, ""),
    ],
)  # fmt: skip
def test_text(raw: str, changes: dict[str, Any], wanted: str) -> None:
    assert written(raw, **changes) == wanted


PICTURE = (
    '<figure><img src="/a.jpg" alt="Мост" width="10" height="20"><figcaption>Ночью</figcaption></figure>'
)
IMG = '<img src="https://vestnik.example/a.jpg" alt="Мост" width="10" height="20">'
PLAYER = '<figure><iframe src="https://www.player.example/v/1" title="Шторм"></iframe></figure>'


@pytest.mark.parametrize(
    ("image", "wanted"),
    [
        ("figure", f"<figure>{IMG}<figcaption>Ночью</figcaption></figure>"),
        ("bare", f"{IMG}<p>Ночью</p>"),
        ("paragraph", f"<p>{IMG}</p><p>Ночью</p>"),
        ("link", '<p><a href="https://vestnik.example/a.jpg">Ночью</a></p>'),
        ("drop", ""),
    ],
)
def test_the_forms_of_a_picture(image: Any, wanted: str) -> None:
    assert written(PICTURE, EVERYTHING, image=image) == wanted


def test_a_picture_without_its_caption_and_with_fewer_attributes() -> None:
    got = written(PICTURE, EVERYTHING, caption=False, attributes={"img": frozenset({"src"})})
    assert got == '<figure><img src="https://vestnik.example/a.jpg"></figure>'


def test_a_gallery_as_one_figure_or_one_by_one() -> None:
    raw = (
        f'<div class="gallery">{PICTURE}{PICTURE.replace("a.jpg", "b.jpg")}<p class="caption">Депо</p></div>'
    )
    one = written(raw, EVERYTHING)
    assert one.startswith('<figure class="gallery"><figure>')
    assert one.endswith("<figcaption>Депо</figcaption></figure>")
    apart = written(raw, EVERYTHING, gallery="figures")
    assert "gallery" not in apart
    assert apart.count("<figure>") == 2
    assert apart.endswith("</figure><p>Депо</p>")


@pytest.mark.parametrize(
    ("hosts", "kept"),
    [(None, True), (frozenset({"player.example"}), True), (frozenset({"other.example"}), False)],
)
def test_players_of_other_hosts_become_links_to_them(hosts: frozenset[str] | None, kept: bool) -> None:
    got = written(PLAYER, EVERYTHING, hosts=hosts)
    assert ("<iframe" in got) is kept
    assert kept or got == '<p><a href="https://www.player.example/v/1">Шторм</a></p>'


def test_a_link_says_where_the_player_is_whatever_attributes_the_dialect_leaves_it() -> None:
    got = written(PLAYER, BARE, attributes={"a": frozenset({"href"})})
    assert got == '<p><a href="https://www.player.example/v/1">Шторм</a></p>'
    assert written(PLAYER, BARE, keep=frozenset({"p"})) == "<p>Шторм: https://www.player.example/v/1</p>"


def test_a_video_with_its_file_inside() -> None:
    raw = '<video src="/a.mp4" type="video/mp4" width="640" height="360"></video>'
    got = written(raw, EVERYTHING, video_source=True)
    source = '<source src="https://vestnik.example/a.mp4" type="video/mp4">'
    assert (
        got.replace("</source>", "") == f'<figure><video width="640" height="360">{source}</video></figure>'
    )
