"""Raw HTML becomes the canonical body: small, safe, absolute, the same each time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from markups import BASE, RAW, assert_canonical, canonical_of

from feeds.markup.parse import parse
from feeds.markup.serialise import serialise
from feeds.markup.text import plain


@settings(max_examples=150, deadline=None)
@given(RAW)
def test_whatever_comes_in_what_goes_out_is_canonical(raw: str) -> None:
    assert_canonical(canonical_of(raw))


@settings(max_examples=150, deadline=None)
@given(RAW)
def test_canonical_markup_is_its_own_canonical_form(raw: str) -> None:
    once = canonical_of(raw)
    assert canonical_of(once) == once
    assert canonical_of(once, "") == once


@settings(deadline=None)
@given(RAW)
def test_parsing_is_the_same_each_time(raw: str) -> None:
    assert parse(raw, BASE) == parse(raw, BASE)


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("<p>Раз.<p>Два.", "<p>Раз.</p><p>Два.</p>"),
        ("Раз.<br><br>Два.<br>Три.", "<p>Раз.</p><p>Два.<br>Три.</p>"),
        ("<div>Раз.<div>Два.</div>Три.</div>", "<p>Раз.</p><p>Два.</p><p>Три.</p>"),
        ("<h1>А</h1><h2>Б</h2><h5>В</h5>", "<h2>А</h2><h2>Б</h2><h4>В</h4>"),
        ("<p>  Раз \n два  </p>", "<p>Раз два</p>"),
        ("<p>№\u00a07</p>", "<p>№\u00a07</p>"),
        ("<p>a <b> b </b> c</p>", "<p>a <strong>b </strong>c</p>"),
        ("<p><b>a<i>b</b>c</i></p>", "<p><strong>a<em>b</em></strong><em>c</em></p>"),
        ("<b><p>Раз.</p><p>Два.</p></b>", "<p><strong>Раз.</strong></p><p><strong>Два.</strong></p>"),
        ("<p><strong><b>a</b></strong></p>", "<p><strong>a</strong></p>"),
        ("<p><del>было</del> стало</p>", "<p><s>было</s> стало</p>"),
        ("<p><font color=red>a</font><u>b</u></p>", "<p>ab</p>"),
        ("<p>Она сказала <q>да</q>.</p>", "<p>Она сказала “да”.</p>"),
        ("<p>x<sub>2</sub><sup>3</sup></p>", "<p>x<sub>2</sub><sup>3</sup></p>"),
        ("<p>сло\u00adво\u200b</p>", "<p>слово</p>"),
        ("<p>е\u0308ж</p>", "<p>ёж</p>"),
        ("<p>a &lt;b&gt; &amp; c ]]&gt;</p>", "<p>a &lt;b&gt; &amp; c ]]&gt;</p>"),
        ("<hr><p>a</p><hr><hr><p>b</p><hr>", "<p>a</p><hr><p>b</p>"),
        ("<pre>  a\n    b\n</pre>", "<pre>  a\n    b</pre>"),
        ("<ul><pre>\ta\n  b  c\n</pre></ul>", "<ul><li>a<br>b c</li></ul>"),
        ("<blockquote><pre>\ta\n\n  b</pre></blockquote>", "<blockquote><p>a<br>b</p></blockquote>"),
        ("<p></p><p>&nbsp;</p><p>a</p>", "<p>a</p>"),
        ("", ""),
    ],
)  # fmt: skip
def test_text_and_formatting(raw: str, wanted: str) -> None:
    assert canonical_of(raw) == wanted


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ('<ol start="3"><li>a</li></ol>', '<ol start="3"><li>a</li></ol>'),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li>a<br>b</li></ul>"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<ul>x<li>a</li></ul>", "<ul><li>x</li><li>a</li></ul>"),
        ("<ul><li></li></ul><p>a</p>", "<p>a</p>"),
        ("<blockquote>Ждали.</blockquote>", "<blockquote><p>Ждали.</p></blockquote>"),
        ("<blockquote><h3>a</h3><p>b</p></blockquote>", "<blockquote><p>a</p><p>b</p></blockquote>"),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td colspan=2>2</td></tr></table>",
            '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td colspan="2">2</td></tr></table>',
        ),
        ("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", "<p>a</p><p>b</p>"),
        ("<table><tr><td><h2>a</h2><p>b</p></td><td>c</td></tr></table>", "<h2>a</h2><p>b</p><p>c</p>"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "<p>a</p><p>b</p>"),
    ],
)
def test_blocks(raw: str, wanted: str) -> None:
    assert canonical_of(raw) == wanted


@pytest.mark.parametrize(
    "raw",
    [
        "<script>alert(1)</script>", "<style>p{}</style>", "<svg><text>x</text></svg>", "<form><input value=x></form>",
        "<button>Купить</button>", "<nav><a href=/x>Меню</a></nav>", "<template><p>x</p></template>",
        "<select><option>x</option></select>", "<textarea>x</textarea>", "<object data=x.swf>x</object>",
        '<img src="javascript:alert(1)">', '<img src="data:image/png;base64,AA==">', "<img>",
        '<iframe src="javascript:x"></iframe>', '<img src="/hit" width="1" height="1">',
        '<iframe src="https://www.googletagmanager.com/ns.html?id=1"></iframe>', "<!-- <p>x</p> -->",
    ],
)  # fmt: skip
def test_what_is_no_story_leaves_nothing(raw: str) -> None:
    assert canonical_of(raw) == ""
    assert canonical_of(f"<p>Раз.</p>{raw}<p>Два.</p>") == "<p>Раз.</p><p>Два.</p>"


@pytest.mark.parametrize(
    ("href", "wanted"),
    [
        ("/a", "https://vestnik.example/a"),
        ("b", "https://vestnik.example/2026/11/23/b"),
        ("//cdn.example/c", "https://cdn.example/c"),
        ("HTTPS://Other.example/D", "https://Other.example/D"),
        ("/a?utm_source=x&id=7&yclid=9#part", "https://vestnik.example/a?id=7#part"),
        ("mailto:news@vestnik.example", "mailto:news@vestnik.example"),
        ("/a b", "https://vestnik.example/a%20b"),
        ("javascript:alert(1)", None),
        (" java\nscript:alert(1)", None),
        ("\x01javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("#top", None),
        ("", None),
        ("http://[::1", None),
        ("https://vestnik.example:99999/", None),
    ],
)
def test_links_are_absolute_and_harmless(href: str, wanted: str | None) -> None:
    got = canonical_of(f'<p>Все <a href="{href}">знают</a></p>')
    assert got == (f'<p>Все <a href="{wanted}">знают</a></p>' if wanted else "<p>Все знают</p>")


def test_without_a_base_relative_addresses_go() -> None:
    assert canonical_of('<p><a href="/a">a</a></p><img src="/b.jpg">', "") == "<p>a</p>"


@pytest.mark.parametrize("depth", [50, 500, 3000, 100_000])
def test_deep_markup_ends(depth: int) -> None:
    for name in ("div", "span", "ul><li", "blockquote", "b><i", "table><tr><td"):
        assert_canonical(canonical_of(f"<{name}>" * depth + "<p>Раз.</p>"))


def test_a_list_deeper_than_lists_may_be_keeps_its_text() -> None:
    raw = "".join(f"<ul><li>{n}" for n in range(40))
    got = canonical_of(raw)
    assert_canonical(got)
    assert re.findall(r"\d+", plain(parse(raw))) == [str(n) for n in range(40)]


def test_serialising_escapes_what_markup_would_be() -> None:
    body = parse(
        '<p title="x">a &lt;script&gt; <a href="https://a.example/?x=1&amp;y=2">&quot;b&quot;</a></p>'
    )
    assert serialise(body) == '<p>a &lt;script&gt; <a href="https://a.example/?x=1&amp;y=2">"b"</a></p>'
