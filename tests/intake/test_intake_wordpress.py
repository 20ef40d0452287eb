"""Texts as WordPress keeps them, and its exports."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import answers, record, records, rejection

from feeds.article import Article, Image, Person
from feeds.intake.draft import Rejection
from feeds.intake.embeds import embedded, frame
from feeds.intake.wordpress import html_of
from feeds.markup.parse import parse
from feeds.markup.serialise import serialise

PICTURES: dict[str, dict[str, Any]] = {
    "5": {
        "url": "https://w.example/5.jpg",
        "alt": "Пять",
        "caption": "Пятая",
        "width": "800",
        "height": "600",
    },
    "6": {"url": "https://w.example/6.jpg"},
}


def body(content: str, own: tuple[str, ...] = ()) -> str:
    return serialise(parse(html_of(content, PICTURES, own), "https://w.example/"))


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("Раз.\n\nДва <b>три</b>.", "<p>Раз.</p><p>Два <strong>три</strong>.</p>"),
        ("Раз,\nдва.\r\n\r\nТри.", "<p>Раз,<br>два.</p><p>Три.</p>"),
        ("<h2>Так</h2>\nРаз.\n<ul>\n<li>а</li>\n<li>б</li>\n</ul>\nДва.",
         "<h2>Так</h2><p>Раз.</p><ul><li>а</li><li>б</li></ul><p>Два.</p>"),
        ("<blockquote>Раз.\n\nДва.</blockquote>", "<blockquote><p>Раз.</p><p>Два.</p></blockquote>"),
        ("Раз.\n\n<pre>а\n\n  б</pre>\n\nДва.", "<p>Раз.</p><pre>а\n\n  б</pre><p>Два.</p>"),
        ("Раз.<!--more-->Два.<!--nextpage-->Три.", "<p>Раз.</p><p>Два.</p><p>Три.</p>"),
        ("<table><tr><td>а</td><td>б</td></tr><tr><td>в</td><td>г\nд</td></tr></table>",
         "<table><tr><td>а</td><td>б</td></tr><tr><td>в</td><td>г<br>д</td></tr></table>"),
    ],
)  # fmt: skip
def test_blank_lines_part_paragraphs(content: str, wanted: str) -> None:
    assert body(content) == wanted


BLOCKS = """<!-- wp:paragraph {"dropCap":true,"style":{"a":"->"}} -->
<p class="has-drop-cap">Раз.</p>
<!-- /wp:paragraph -->

<!-- wp:image {"id":5} -->
<figure class="wp-block-image"><img src="https://w.example/5.jpg" alt="Пять"/><figcaption>Пятая</figcaption></figure>
<!-- /wp:image -->

<!-- wp:gallery {"ids":[5,6]} -->
<figure class="wp-block-gallery columns-2"><figure><img src="/5.jpg"/></figure>
<figure><img src="/6.jpg"/></figure></figure>
<!-- /wp:gallery -->

<!-- wp:embed {"url":"https://www.youtube.com/watch?v=abcdefghijk"} -->
<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">
https://www.youtube.com/watch?v=abcdefghijk
</div><figcaption>Ледоход</figcaption></figure>
<!-- /wp:embed -->

<!-- wp:latest-posts {"postsToShow":3} /-->

<!-- wp:list --><ul><li>а</li></ul><!-- /wp:list -->"""


def test_block_comments_are_gone_and_blocks_stay() -> None:
    assert body(BLOCKS) == (
        '<p>Раз.</p><figure><img src="https://w.example/5.jpg" alt="Пять"><figcaption>Пятая</figcaption></figure>'
        '<figure class="gallery"><figure><img src="https://w.example/5.jpg"></figure>'
        '<figure><img src="https://w.example/6.jpg"></figure></figure>'
        '<figure><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'
        "<figcaption>Ледоход</figcaption></figure><ul><li>а</li></ul>"
    )


FIVE = (
    '<figure><img src="https://w.example/5.jpg" alt="Пять" width="800" height="600">'
    "<figcaption>Пятая</figcaption></figure>"
)
SIX = '<figure><img src="https://w.example/6.jpg"></figure>'


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ('[caption id="a_5" width="300"]<a href="/5"><img src="/5.jpg" alt="Пять" /></a> Пятая <i>вот</i>[/caption]',
         '<figure><img src="https://w.example/5.jpg" alt="Пять"><figcaption>Пятая <em>вот</em></figcaption></figure>'),
        ('[caption width="300" caption="Пятая"]<img src="/5.jpg">[/caption]',
         '<figure><img src="https://w.example/5.jpg"><figcaption>Пятая</figcaption></figure>'),
        ('Раз.\n\n[gallery ids="5,6" columns="2"]', f'<p>Раз.</p><figure class="gallery">{FIVE}{SIX}</figure>'),
        ("[gallery]", f'<figure class="gallery">{FIVE}{SIX}</figure>'),
        ('[gallery exclude="5"]', SIX),
        ("[embed]https://youtu.be/abcdefghijk[/embed]", '<figure><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe></figure>'),
        ("Раз.\n\nhttps://vimeo.com/123456789\n\nДва.",
         '<p>Раз.</p><figure><iframe src="https://player.vimeo.com/video/123456789"></iframe></figure><p>Два.</p>'),
        ('[video mp4="https://w.example/v.mp4" poster="/p.jpg"][/video]',
         '<figure><video src="https://w.example/v.mp4" poster="https://w.example/p.jpg"></video></figure>'),
        ("[audio https://w.example/a.mp3]", '<figure><audio src="https://w.example/a.mp3"></audio></figure>'),
        ("[youtube id=abcdefghijk]", '<figure><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe></figure>'),
        ("[vc_row][vc_column width=\"1/2\"]Раз.[/vc_column][/vc_row]", "<p>Раз.</p>"),
        ('[contact-form-7 id="7" title="x"]Раз.', "<p>Раз.</p>"),
        ('[some_widget count="3"]Раз.', "<p>Раз.</p>"),
        ("«Так [sic] и [1], […]», — сказал он.", "<p>«Так [sic] и [1], […]», — сказал он.</p>"),
        ("Пишите [[gallery]].", "<p>Пишите [gallery].</p>"),
        ("Раз [caption", "<p>Раз [caption</p>"),
    ],
)  # fmt: skip
def test_shortcodes(content: str, wanted: str) -> None:
    assert body(content, ("5", "6")) == wanted


@pytest.mark.parametrize(
    ("page", "player"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk&t=5", "https://www.youtube.com/embed/abcdefghijk"),
        ("https://www.youtube.com/watch?feature=x&v=abcdefghijk", "https://www.youtube.com/embed/abcdefghijk"),
        ("https://youtube.com/shorts/abcdefghijk", "https://www.youtube.com/embed/abcdefghijk"),
        ("https://rutube.ru/video/0123456789abcdef0123456789abcdef/", "https://rutube.ru/play/embed/0123456789abcdef0123456789abcdef"),
        ("https://vk.com/video-1_2", "https://vk.com/video_ext.php?oid=-1&id=2"),
        ("https://ok.ru/video/123", "https://ok.ru/videoembed/123"),
        ("https://t.me/port/17", "https://t.me/port/17?embed=1"),
        ("https://soundcloud.com/a/b", "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fa%2Fb"),
        ("https://port.example/17", None),
    ],
)  # fmt: skip
def test_players_of_pages(page: str, player: str | None) -> None:
    assert frame(page) == player


def test_other_addresses_are_what_they_end_in() -> None:
    assert (
        embedded("https://w.example/a.mp3")
        == '<figure><audio src="https://w.example/a.mp3"></audio></figure>'
    )
    assert (
        embedded("https://w.example/a.jpg?w=5") == '<figure><img src="https://w.example/a.jpg?w=5"></figure>'
    )
    assert embedded("https://w.example/?a=1&b=2") == (
        '<p><a href="https://w.example/?a=1&amp;b=2">https://w.example/?a=1&amp;b=2</a></p>'
    )
    assert embedded("javascript:alert(1)") == ""


@pytest.mark.parametrize(
    "content",
    ["[" * 100_000, "[caption]" * 20_000, "[a b=" * 20_000, "<!-- wp:" * 50_000, "<pre>" * 50_000, "\n\n" * 200_000,
     "<div>" * 50_000, '[gallery ids="' + "5," * 50_000 + '"]', "[embed]" + "x" * 500_000],
    ids=["brackets", "captions", "attributes", "marks", "pre", "blank", "divs", "gallery", "embed"],
)  # fmt: skip
def test_hostile_texts_are_bounded(content: str) -> None:
    assert isinstance(html_of(content, PICTURES), str)


@given(st.text("[]<>/\"'= \nab<!--wp:-->caption", max_size=80))
def test_no_text_makes_it_raise(content: str) -> None:
    assert isinstance(parse(html_of(content, PICTURES)), list)


HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Портовые вести</title><link>https://w.example</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://w.example</wp:base_blog_url>
<wp:author><wp:author_login>anna</wp:author_login><wp:author_email>a@w.example</wp:author_email>
<wp:author_display_name><![CDATA[Анна Примерова]]></wp:author_display_name></wp:author>
<wp:author><wp:author_login>petr</wp:author_login><wp:author_display_name>petr</wp:author_display_name>
<wp:author_first_name>Пётр</wp:author_first_name><wp:author_last_name>Ёлкин</wp:author_last_name></wp:author>
<wp:category><wp:term_id>3</wp:term_id><wp:cat_name>Город</wp:cat_name></wp:category>"""
TAIL = "</channel></rss>"


def post(
    *,
    number: int = 7,
    kind: str = "post",
    status: str = "publish",
    link: str | None = None,
    more: str = "",
    text: str = "Раз.\n\nДва.",
) -> str:
    return (
        f"<item><title>Пристань</title><link>{link or f'https://w.example/{number}/'}</link>"
        f"<dc:creator>anna</dc:creator><guid isPermaLink='false'>https://w.example/?p={number}</guid>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded><wp:post_id>{number}</wp:post_id>"
        "<wp:post_date>2026-11-23 10:00:00</wp:post_date><wp:post_date_gmt>2026-11-23 07:00:00</wp:post_date_gmt>"
        "<wp:post_modified>2026-11-23 11:00:00</wp:post_modified>"
        "<wp:post_modified_gmt>2026-11-23 08:00:00</wp:post_modified_gmt>"
        f"<wp:post_name>pristan</wp:post_name><wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>{more}</item>"
    )


def meta(key: str, value: str) -> str:
    said = f"<wp:meta_value><![CDATA[{value}]]></wp:meta_value>"
    return f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key>{said}</wp:postmeta>"


ATTACHMENT = (
    "<item><title>p</title><wp:post_id>25</wp:post_id><wp:post_parent>7</wp:post_parent><wp:post_type>attachment</wp:post_type>"
    "<wp:status>inherit</wp:status><wp:attachment_url>https://w.example/u/p.jpg</wp:attachment_url>"
    "<excerpt:encoded><![CDATA[У причала]]></excerpt:encoded>"
    + meta("_wp_attachment_image_alt", "Пристань")
    + meta("_wp_attachment_metadata", 'a:2:{s:5:"width";i:1200;s:6:"height";i:800;}')
    + "</item>"
)


def test_a_post() -> None:
    more = (
        "<excerpt:encoded><![CDATA[Коротко.]]></excerpt:encoded>"
        '<category domain="category" nicename="x"><![CDATA[Без рубрики]]></category>'
        '<category domain="category" nicename="c">Порт</category>'
        '<category domain="category" nicename="g">Город</category>'
        '<category domain="post_tag" nicename="t">лёд</category>'
        "<wp:comment><wp:comment_approved>1</wp:comment_approved></wp:comment>"
        "<wp:comment><wp:comment_approved>0</wp:comment_approved></wp:comment>"
    )
    facts = meta("_thumbnail_id", "25") + meta("_yoast_wpseo_primary_category", "3")
    found = record("wxr", HEAD + post(more=more + facts) + ATTACHMENT + TAIL)
    assert (found.id, found.url) == ("https://w.example/?p=7", "https://w.example/7/")
    assert (found.title, found.lead, found.body) == ("Пристань", "Коротко.", "<p>Раз.</p><p>Два.</p>")
    assert found.published.isoformat() == "2026-11-23T10:00:00+03:00"
    assert found.updated is not None
    assert found.updated.isoformat() == "2026-11-23T11:00:00+03:00"
    assert found.authors == (Person(name="Анна Примерова"),)
    assert (found.section, found.tags) == ("Город", ("лёд", "Порт"))
    assert found.images == (
        Image(url="https://w.example/u/p.jpg", role="cover", type="image/jpeg", width=1200, height=800,
              alt="Пристань", caption="У причала"),
    )  # fmt: skip
    assert found.comments is not None
    assert found.comments.count == 1


def test_several_authors_and_names_behind_logins() -> None:
    names = ("Анна Примерова", "Пётр Ёлкин")
    more = "".join(f'<category domain="author" nicename="a">{name}</category>' for name in names)
    found = record("wxr", HEAD + post(more=more) + TAIL)
    assert [person.name for person in found.authors] == ["Анна Примерова", "Пётр Ёлкин"]
    found = record("wxr", (HEAD + post() + TAIL).replace("<dc:creator>anna", "<dc:creator>petr"))
    assert [person.name for person in found.authors] == ["Пётр Ёлкин"]


def test_a_gallery_without_pictures_shows_those_of_the_post() -> None:
    found = record("wxr", HEAD + post(text="[gallery]") + ATTACHMENT + TAIL)
    assert '<img src="https://w.example/u/p.jpg" alt="Пристань" width="1200" height="800">' in found.body


def test_a_sound_and_a_film_that_a_post_brings_along() -> None:
    sound = meta("enclosure", "https://w.example/a.mp3\n123\naudio/mpeg\n")
    found = record("wxr", HEAD + post(more=sound) + TAIL)
    assert found.body.endswith(
        '<figure><audio src="https://w.example/a.mp3" type="audio/mpeg"></audio></figure>'
    )
    film = meta("enclosure", "https://w.example/v.mp4\n123\nvideo/mp4\n")
    [video] = record("wxr", HEAD + post(more=film) + TAIL).videos
    assert (video.url, video.length) == ("https://w.example/v.mp4", 123)


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ({"status": "draft"}, "a draft"),
        ({"status": "private"}, "private"),
        ({"status": "future"}, "later"),
        ({"status": "odd"}, "status odd"),
        ({"more": "<wp:post_password>x</wp:post_password>"}, "password"),
        ({"kind": "product"}, "type product"),
    ],
)
def test_what_is_not_out_says_why(given_: dict[str, str], said: str) -> None:
    assert said in rejection("wxr", HEAD + post(**given_) + TAIL).reason  # type: ignore[arg-type]


def test_menus_and_pictures_are_passed_over() -> None:
    source = (
        HEAD + post() + post(kind="page", number=8) + post(kind="nav_menu_item", number=9) + ATTACHMENT + TAIL
    )
    assert [article.url for article in records("wxr", source)] == [
        "https://w.example/7/",
        "https://w.example/8/",
    ]
    assert "only 1 attachment" in rejection("wxr", HEAD + ATTACHMENT + TAIL).reason
    assert rejection("wxr", HEAD + TAIL).code == "empty"


def test_a_post_without_a_date_has_the_file_s() -> None:
    source = HEAD + "<item><title>x</title><link>/x</link><wp:status>publish</wp:status></item>" + TAIL
    found = record("wxr", source, dated=datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
    assert found.published.isoformat() == "2026-11-20T09:00:00+00:00"
    assert found.origin is not None
    assert found.origin.fields["published"] == "the file's own date"
    assert rejection("wxr", source).code == "no-date"


def test_addresses_by_slug() -> None:
    source = (HEAD + post() + TAIL).replace("<link>https://w.example/7/</link>", "")
    found = record("wxr", source, url="https://n.example/{year}/{slug}")
    assert found.url == "https://n.example/2026/pristan"


def test_an_export_that_breaks_off() -> None:
    whole = HEAD + post() + post(number=8) + ATTACHMENT + TAIL
    found = answers("wxr", whole[: whole.index("https://w.example/8/") + 5])
    assert isinstance(found[0], Article)
    assert isinstance(found[1], Rejection)
    assert found[1].code == "cut-off"


@pytest.mark.parametrize(("source", "code"), [("<x/>", "no-wxr"), ("", "empty"), ("<rss>", "broken-xml")])
def test_what_is_no_export(source: str, code: str) -> None:
    assert rejection("wxr", source).code == code
