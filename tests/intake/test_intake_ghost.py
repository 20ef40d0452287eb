"""Ghost: exports, answers of the API, both editors, cards."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import answers, record, records, rejection

from feeds.article import Article
from feeds.intake.draft import Rejection
from feeds.intake.ghost import lexical, mobiledoc
from feeds.intake.ghost.shown import cleaned

HOME = "https://vestnik.example/"
POST: dict[str, Any] = {
    "id": "5c7ece47da174000c0c5c6d7",
    "uuid": "3a033ce7-9e2d-4b3b-a9ef-76887efacc7f",
    "title": "У старой пристани зажгли фонари",
    "slug": "pristan",
    "html": '<p>Светло.</p><p><a href="__GHOST_URL__/gorod/">Город</a></p>',
    "lexical": None,
    "feature_image": "__GHOST_URL__/content/images/lamp.jpg",
    "type": "post",
    "status": "published",
    "visibility": "public",
    "created_at": "2026-11-20T08:00:00.000Z",
    "updated_at": "2026-11-24 05:00:00",
    "published_at": "2026-11-23 07:14:00",
    "custom_excerpt": "Двенадцать фонарей.",
    "canonical_url": None,
}


def export(*posts: dict[str, Any], **tables: Any) -> str:
    data = {"posts": [{**POST, **post} for post in posts], **tables}
    return json.dumps({"db": [{"meta": {"version": "5.0.0"}, "data": data}]})


def body(**post: Any) -> str:
    return record("ghost", export({"html": None, **post}), home=HOME).body


TABLES = {
    "users": [{"id": "1", "name": "Анна Примерова", "email": "anna@vestnik.example"}, {"id": "2", "name": "Иван Образцов"}],
    "posts_authors": [
        {"post_id": POST["id"], "author_id": "2", "sort_order": 1},
        {"post_id": POST["id"], "author_id": "1", "sort_order": 0},
    ],
    "tags": [
        {"id": "1", "name": "Город", "visibility": "public"},
        {"id": "2", "name": "#на-главную", "visibility": "internal"},
        {"id": "3", "name": "Фонари", "visibility": "public"},
    ],
    "posts_tags": [{"post_id": POST["id"], "tag_id": str(n), "sort_order": n} for n in (3, 2, 1)],
    "posts_meta": [
        {"post_id": POST["id"], "feature_image_alt": "Фонарь", "feature_image_caption": "Фото: <b>Иван</b>"}
    ],
    "settings": [{"key": "title", "value": "Приморский вестник"}],
}  # fmt: skip


def test_an_export() -> None:
    article = record("ghost", export({}, **TABLES), home=HOME)
    assert article.id == POST["id"]
    assert article.url == "https://vestnik.example/pristan/"
    assert article.title == POST["title"]
    assert article.lead == "Двенадцать фонарей."
    assert article.published.isoformat() == "2026-11-23T07:14:00+00:00"
    assert article.updated is not None
    assert article.updated.isoformat() == "2026-11-24T05:00:00+00:00"
    assert [(person.name, person.email) for person in article.authors] == [
        ("Анна Примерова", None),
        ("Иван Образцов", None),
    ]
    assert article.section == "Город"
    assert article.tags == ("Фонари",)
    [cover] = article.images
    assert (cover.url, cover.role) == ("https://vestnik.example/content/images/lamp.jpg", "cover")
    assert (cover.alt, cover.credit) == ("Фонарь", "Иван")
    assert article.body == '<p>Светло.</p><p><a href="https://vestnik.example/gorod/">Город</a></p>'
    assert article.free is None


def test_answers_of_the_api() -> None:
    post = {
        **POST,
        "url": "https://vestnik.example/news/pristan/",
        "authors": [{"name": "Анна Примерова", "url": "https://vestnik.example/author/anna/"}],
        "tags": [{"name": "Город", "visibility": "public"}, {"name": "#x", "visibility": "internal"}],
        "feature_image_alt": "Фонарь",
        "visibility": "members",
    }
    article = record("ghost", json.dumps({"posts": [post], "meta": {"pagination": {}}}))
    assert article.url == "https://vestnik.example/news/pristan/"
    assert article.authors[0].url == "https://vestnik.example/author/anna/"
    assert (article.section, article.tags) == ("Город", ())
    assert article.images[0].url == "https://vestnik.example/content/images/lamp.jpg"
    assert article.free is False
    assert record("ghost", json.dumps({"pages": [post]})).title == POST["title"]


@pytest.mark.parametrize("wrap", [lambda posts: {"posts": posts}, lambda posts: {"result": {"posts": posts}}])
def test_what_tools_for_migrating_make(wrap: Any) -> None:
    data = {"title": "Фонари", "slug": "pristan", "published_at": "2026-11-23T07:14:00Z", "html": "<p>а</p>",
            "author": {"url": "x", "data": {"name": "Анна Примерова"}},
            "tags": [{"url": "x", "data": {"name": "Город"}}, {"url": "y", "data": {"name": "#wp"}}]}  # fmt: skip
    article = record(
        "ghost", json.dumps(wrap([{"url": "https://vestnik.example/2026/pristan", "data": data}]))
    )
    assert article.url == "https://vestnik.example/2026/pristan"
    assert [person.name for person in article.authors] == ["Анна Примерова"]
    assert (article.section, article.tags) == ("Город", ())


def test_a_template_of_addresses_fills_in_slug_and_id() -> None:
    source = export({}, {"id": "2", "slug": "gorod"})
    made = records("ghost", source, url="https://vestnik.example/{year}/{slug}", home=HOME)
    assert [article.url for article in made] == [
        "https://vestnik.example/2026/pristan",
        "https://vestnik.example/2026/gorod",
    ]


def test_a_canonical_address_elsewhere_is_not_the_storys_own() -> None:
    assert record("ghost", export({"canonical_url": "https://a.example/b"}), home=HOME).url.startswith(HOME)


@pytest.mark.parametrize("status", ["draft", "scheduled", "sent", "whatever"])
def test_what_is_not_out_is_refused(status: str) -> None:
    taken, refused = answers("ghost", export({}, {"id": "2", "status": status}), home=HOME)
    assert isinstance(taken, Article)
    assert isinstance(refused, Rejection)
    assert refused.code == "not-published"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("", "empty"),
        ("{}", "no-ghost"),
        ('{"db": [1, {"data": {"posts": 1}}]}', "no-ghost"),
        ("[1, 2]", "no-ghost"),
        ("{", "broken-json"),
        ('{"a":' * 10_000, "broken-json"),
        ('{"posts": [{}]}', "no-url"),
    ],
)
def test_what_cannot_be_read_has_a_reason(source: str, code: str) -> None:
    assert rejection("ghost", source).code == code


def lex(*nodes: dict[str, Any]) -> str:
    return lexical.html_of({"root": {"type": "root", "children": list(nodes)}})


def text(said: str, bits: int = 0) -> dict[str, Any]:
    return {"type": "extended-text", "text": said, "format": bits}


def para(*children: dict[str, Any]) -> dict[str, Any]:
    return {"type": "paragraph", "children": list(children)}


def item(*children: dict[str, Any]) -> dict[str, Any]:
    return {"type": "listitem", "children": list(children)}


LEXICAL: list[tuple[dict[str, Any], str]] = [
    (para(text("a<"), text("b", 1), text("c", 3), text("d", 16)),
     "<p>a&lt;<strong>b</strong><em><strong>c</strong></em><code>d</code></p>"),
    (para(text("a"), {"type": "linebreak"}, text("b")), "<p>a<br>b</p>"),
    (para({"type": "link", "url": "https://a.example/?b&c", "children": [text("d")]}),
     '<p><a href="https://a.example/?b&amp;c">d</a></p>'),
    ({"type": "extended-heading", "tag": "h3", "children": [text("a")]}, "<h3>a</h3>"),
    ({"type": "extended-quote", "children": [text("a")]}, "<blockquote>a</blockquote>"),
    ({"type": "list", "listType": "number", "tag": "ol", "children": [
        item(text("a")), item({"type": "list", "listType": "bullet", "children": [item(text("b"))]})]},
     "<ol><li>a<ul><li>b</li></ul></li></ol>"),
    ({"type": "unknown", "children": [text("a")]}, "a"),
    ({"type": "signup", "header": "Подпишитесь"}, ""),
    ({"type": "horizontalrule"}, "<hr>"),
    ({"type": "codeblock", "code": "a < b"}, "<pre>a &lt; b</pre>"),
    ({"type": "image", "src": "/a.jpg", "alt": "b", "width": 4, "caption": "<i>c</i>"},
     '<figure><img src="/a.jpg" alt="b" width="4"><figcaption><i>c</i></figcaption></figure>'),
    ({"type": "gallery", "images": [{"src": "/a.jpg"}, {"src": "/b.jpg"}], "caption": "c"},
     '<figure><figure><img src="/a.jpg"></figure><figure><img src="/b.jpg"></figure><figcaption>c</figcaption></figure>'),
    ({"type": "embed", "url": "https://youtu.be/abcdefgh", "html": "<iframe></iframe>"},
     '<figure><iframe src="https://www.youtube.com/embed/abcdefgh"></iframe></figure>'),
    ({"type": "embed", "url": "https://a.example/b", "html": '<iframe src="c"></iframe>'},
     '<figure><iframe src="c"></iframe></figure>'),
    ({"type": "bookmark", "url": "https://a.example/", "metadata": {"title": "b"}},
     '<p><a href="https://a.example/">b</a></p>'),
    ({"type": "video", "src": "/a.mp4", "thumbnailSrc": "/b.jpg"},
     '<figure><video src="/a.mp4" poster="/b.jpg"></video></figure>'),
    ({"type": "audio", "src": "/a.mp3", "title": "b"},
     '<figure><audio src="/a.mp3"></audio><figcaption>b</figcaption></figure>'),
    ({"type": "file", "src": "/a.pdf", "fileName": "a.pdf"}, '<p><a href="/a.pdf">a.pdf</a></p>'),
    ({"type": "button", "buttonUrl": "/a", "buttonText": "b"}, '<p><a href="/a">b</a></p>'),
    ({"type": "callout", "calloutText": "a <b>b</b>", "calloutEmoji": "💡"}, "<p>a <b>b</b></p>"),
    ({"type": "toggle", "heading": "<span>a</span>", "content": "<p>b</p>"}, "<p><b>a</b></p><p>b</p>"),
    ({"type": "html", "html": "<p>a</p>"}, "<p>a</p>"),
    ({"type": "markdown", "markdown": "# a\n\n**b**"}, "<h1>a</h1>\n<p><strong>b</strong></p>\n"),
    ({"type": "header", "header": "a", "subheader": "b"}, "<h2>a</h2><p>b</p>"),
    ({"type": "product", "productTitle": "a", "productDescription": "<p>b</p>", "productImageSrc": "/c.jpg"},
     '<figure><img src="/c.jpg"></figure><h3>a</h3><p>b</p>'),
]  # fmt: skip


@pytest.mark.parametrize(("node", "markup"), LEXICAL)
def test_lexical(node: dict[str, Any], markup: str) -> None:
    assert lex(node) == markup


MOBILEDOC = {
    "version": "0.3.1",
    "markups": [["strong"], ["a", ["href", "https://a.example/"]], ["script"]],
    "atoms": [["soft-return", "", {}]],
    "cards": [["image", {"src": "/a.jpg", "caption": "b"}], ["email-cta", {"html": "<p>x</p>"}], ["hr", {}]],
    "sections": [
        [1, "h2", [[0, [], 0, "a"]]],
        [1, "p", [[0, [0], 0, "b "], [0, [1], 2, "c"], [1, [], 0, 0], [0, [2], 1, "<d>"]]],
        [3, "ul", [[[0, [], 0, "e"]], [[0, [0], 1, "f"]]]],
        [10, 0],
        [10, 1],
        [10, 2],
        [10, 9],
        [2, "/g.jpg"],
        [1, "script", []],
        "junk",
    ],
}


def test_mobiledoc() -> None:
    assert mobiledoc.html_of(MOBILEDOC) == (
        "<h2>a</h2>"
        '<p><strong>b <a href="https://a.example/">c</a></strong><br>&lt;d&gt;</p>'
        "<ul><li>e</li><li><strong>f</strong></li></ul>"
        '<figure><img src="/a.jpg"><figcaption>b</figcaption></figure><hr>'
        '<figure><img src="/g.jpg"></figure><p></p>'
    )


def test_editors_texts_stand_in_where_there_is_no_html() -> None:
    assert body(lexical=json.dumps({"root": {"children": [para(text("a"))]}})) == "<p>a</p>"
    assert body(mobiledoc=json.dumps(MOBILEDOC)).startswith("<h2>a</h2>")
    assert body(lexical="{", mobiledoc="1", plaintext="a") == "<p>a</p>"
    assert body(html="<p>a</p><!--members-only--><p>b</p>") == "<p>a</p><p>b</p>"


KG = [
    (('<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://a.example/b"><div '
     'class="kg-bookmark-content"><div class="kg-bookmark-title">c</div><div class="kg-bookmark-description">d</div>'
     '<div class="kg-bookmark-metadata"><img class="kg-bookmark-icon" src="/i.ico" alt=""></div></div></a></figure>'),
     '<p><a href="https://a.example/b">c</a></p>'),
    (('<figure class="kg-card kg-video-card"><div class="kg-video-container"><video src="/a.mp4" poster="/b.jpg"></video>'
     '<div class="kg-video-overlay"><button class="kg-video-large-play-icon"></button></div><div class="kg-video-player">'
     '<span class="kg-video-current-time">0:00</span></div></div><figcaption>c</figcaption></figure>'),
     '<figure><video src="/a.mp4" poster="/b.jpg"></video><figcaption>c</figcaption></figure>'),
    (('<div class="kg-card kg-audio-card"><img class="kg-audio-thumbnail" src="/t.jpg"><div class="kg-audio-player-container">'
     '<audio src="/a.mp3"></audio><div class="kg-audio-title">b</div><div class="kg-audio-player">0:00</div></div></div>'),
     '<figure><audio src="/a.mp3"></audio><figcaption>b</figcaption></figure>'),
    (('<div class="kg-card kg-file-card"><a class="kg-file-card-container" href="/a.pdf"><div class="kg-file-card-title">b'
     '</div><div class="kg-file-card-filesize">1 MB</div></a></div>'), '<p><a href="/a.pdf">b</a></p>'),
    ('<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">a</div></div>',
     '<div class="kg-card kg-callout-card"><div class="kg-callout-text">a</div></div>'),
    ('<p>a</p><div class="kg-card kg-signup-card"><form>x</form></div>b', "<p>a</p>b"),
    ("<p>a</p>", "<p>a</p>"),
    ('<div class="kg-card kg-bookmark-card"></div>', ""),
    ('a<p class="kg-', "a"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "plain"), KG)
def test_the_html_of_cards(markup: str, plain: str) -> None:
    assert cleaned(markup) == plain


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=5)
    | st.dictionaries(
        st.sampled_from("type children text format src url caption images tag root sections cards markups".split()),
        inner, max_size=5),
    max_leaves=25,
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(JSON, JSON)
def test_no_document_makes_it_raise(one: Any, other: Any) -> None:
    lexical.html_of(one)
    lexical.html_of({"root": one})
    mobiledoc.html_of(other)
    mobiledoc.html_of(
        {"sections": [[1, "p", one], [10, other], [3, "ol", other]], "cards": one, "markups": other}
    )
    for post in (one, {"lexical": one, "mobiledoc": other, "html": "x", "tags": one, "authors": other}):
        assert answers("ghost", json.dumps({"posts": [post], "users": other, "posts_tags": one}))


def test_deep_documents_end() -> None:
    deep: dict[str, Any] = para(text("a"))
    for _ in range(400):
        deep = {"type": "quote", "children": [deep]}
    assert lex(deep).count("<blockquote>") < 100
    assert body(html='<div class="kg-card">' * 200 + "a") == "<p>a</p>"
    assert answers("ghost", export({"html": '<div class="kg-card">' * 5000 + "a"}), home=HOME)
