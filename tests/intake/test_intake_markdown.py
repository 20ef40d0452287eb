"""Markdown with front matter: what generators' habits become."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from reading import answers, record, rejection

from feeds.article import Article
from feeds.intake.draft import Rejection
from feeds.intake.markdown.codes import Page, without_codes
from feeds.intake.markdown.place import address_of, place_of

SITE = "https://vestnik.example/{slug}/"


def story(front: str, text: str = "Текст.", **given: Any) -> Article:
    """The record of a file with YAML front matter that has a title and a date."""
    given = {"file": "pristan.md", "url": SITE, **given}
    return record("markdown", f"---\ntitle: Фонари\ndate: 2026-11-23\n{front}\n---\n{text}", **given)


def body(text: str, **given: Any) -> str:
    return story("x: y", text, **given).body


YAML = """\
---
title: "У старой пристани: фонари"
date: 2026-11-23 10:14:00 +0300
lastmod: 2026-11-24T08:00:00+03:00
description: Зажгли **двенадцать** фонарей.
author: Анна Примерова
categories: [Город, Набережная]
tags: [фонари, пристань]
cover:
  image: /images/lamp.jpg
  alt: Фонарь
  caption: Фонарь у пристани
---

Вечером на пристани было светло.
"""
TOML = """\
+++
title = "У старой пристани: фонари"
date = 2026-11-23T10:14:00+03:00
lastmod = 2026-11-24T08:00:00+03:00
description = "Зажгли двенадцать фонарей."
[taxonomies]
categories = ["Город", "Набережная"]
tags = ["фонари", "пристань"]
[extra]
author = "Анна Примерова"
image = "/images/lamp.jpg"
image_alt = "Фонарь"
image_caption = "Фонарь у пристани"
+++

Вечером на пристани было светло.
"""
JSON = """\
{
  "title": "У старой пристани: фонари", "date": "2026-11-23T10:14:00+03:00",
  "lastmod": "2026-11-24T08:00:00+03:00", "description": "Зажгли двенадцать фонарей.",
  "authors": ["Анна Примерова"], "categories": ["Город", "Набережная"], "tags": ["фонари", "пристань"],
  "featured_image": {"src": "/images/lamp.jpg", "alt": "Фонарь", "caption": "Фонарь у пристани"}
}

Вечером на пристани было светло.
"""
HEADERS = """\
Title: У старой пристани: фонари
Date: 2026-11-23 10:14
Modified: 2026-11-24 08:00
Summary: Зажгли двенадцать
    фонарей.
Authors: Примерова, Анна;
Categories: Город, Набережная
Tags: фонари, пристань
Image: /images/lamp.jpg
Image_alt: Фонарь
Image_caption: Фонарь у пристани

Вечером на пристани было светло.
"""


@pytest.mark.parametrize("source", [YAML, TOML, JSON, HEADERS], ids=["yaml", "toml", "json", "headers"])
def test_front_matter_of_every_form(source: str) -> None:
    article = record("markdown", source, file="posts/pristan.md", url=SITE)
    assert article.title == "У старой пристани: фонари"
    assert article.published.isoformat() == "2026-11-23T10:14:00+03:00"
    assert article.updated is not None
    assert article.updated.isoformat() == "2026-11-24T08:00:00+03:00"
    assert article.lead == "Зажгли двенадцать фонарей."
    assert [person.name for person in article.authors] == ["Анна Примерова"]
    assert article.section == "Город"
    assert article.tags == ("фонари", "пристань", "Набережная")
    [image] = article.images
    assert (image.url, image.role) == ("https://vestnik.example/images/lamp.jpg", "cover")
    assert (image.alt, image.caption) == ("Фонарь", "Фонарь у пристани")
    assert article.url == "https://vestnik.example/pristan/"
    assert article.body == "<p>Вечером на пристани было светло.</p>"


@pytest.mark.parametrize(
    ("file", "day", "slug"),
    [
        ("_posts/2026-11-23-pristan.md", "2026-11-23", "pristan"),
        ("2026-6-1-pristan.markdown", "2026-06-01", "pristan"),
        ("2026-11-23_o_pristani#pristan.md", "2026-11-23", "pristan"),
        ("content/2026/11/23/pristan.md", "2026-11-23", "pristan"),
        ("content/2026-11-23-pristan/index.md", "2026-11-23", "pristan"),
        ("content/pristan/index.ru.md", None, "pristan"),
        ("pristan.md.gz", None, "pristan"),
        ("2026-11-23.md", "2026-11-23", "2026-11-23"),
        ("index.md", None, None),
        (None, None, None),
    ],
)
def test_what_names_of_files_tell(file: str | None, day: str | None, slug: str | None) -> None:
    assert (place_of(file).day, place_of(file).slug) == (day, slug)


def test_a_name_of_a_file_dates_a_story_and_is_its_address() -> None:
    article = record(
        "markdown",
        "---\nlayout: post\ntitle: Фонари\n---\nТекст.",
        file="_posts/2026-11-23-pristan.md",
        url="https://vestnik.example/{year}/{month}/{day}/{slug}.html",
    )
    assert article.url == "https://vestnik.example/2026/11/23/pristan.html"
    assert article.published.isoformat() == "2026-11-23T00:00:00+03:00"


def test_dates_in_a_name_that_are_none() -> None:
    assert rejection("markdown", "# Фонари\n\nТекст.", file="2026-13-45-x.md", url=SITE).code == "bad-date"


def test_a_folder_that_is_a_page_keeps_its_pictures_below_it() -> None:
    article = story("hero: {src: images/a.png}", "![Фонарь](lamp.jpg)", file="articles/pristan/index.md")
    assert [image.url for image in article.images] == [
        "https://vestnik.example/pristan/images/a.png",
        "https://vestnik.example/pristan/lamp.jpg",
    ]
    flat = story("x: y", "![](lamp.jpg)", file="pristan/index.md", url="https://vestnik.example/p/{slug}")
    assert flat.images[0].url == "https://vestnik.example/p/pristan/lamp.jpg"


@pytest.mark.parametrize(
    ("front", "url"),
    [
        ("url: /gorod/fonari/", "https://vestnik.example/gorod/fonari/"),
        ("permalink: /:year/:month/:slug/", "https://vestnik.example/2026/11/pristan/"),
        ("permalink: /:categories/:title/", "https://vestnik.example/pristan/"),
        ("permalink: '/{{ title }}/'", "https://vestnik.example/pristan/"),
        ("slug: fonari", "https://vestnik.example/fonari/"),
        ("canonicalURL: https://vestnik.example/x/1", "https://vestnik.example/x/1"),
        ("canonicalURL: https://elsewhere.example/x/1", "https://vestnik.example/pristan/"),
        ("link: https://elsewhere.example/x/1", "https://vestnik.example/pristan/"),
    ],
)
def test_addresses(front: str, url: str) -> None:
    assert story(front).url == url


def test_the_outlets_home_completes_a_permalink() -> None:
    assert (
        story("url: /gorod/", url=None, home="https://vestnik.example/").url
        == "https://vestnik.example/gorod/"
    )


@pytest.mark.parametrize(
    "front",
    [
        "draft: true",
        "published: false",
        "status: hidden",
        "status: skip",
        "permalink: false",
        "headless: true",
        "_build: {render: never}",
        "password: geheim",
        "eleventyExcludeFromCollections: true",
    ],
)
def test_what_is_not_out_is_refused(front: str) -> None:
    source = f"---\ntitle: Фонари\ndate: 2026-11-23\n{front}\n---\nТекст."
    assert rejection("markdown", source, file="a.md", url=SITE).code == "not-published"


def test_jekyll_parts_tags_at_spaces_and_others_do_not() -> None:
    assert story("tags: старая пристань", file="2026-11-23-a.md").tags == ("старая", "пристань")
    assert story("tags: старая пристань", file="a.md").tags == ("старая пристань",)
    assert story("tags: [posts, nav, пристань]").tags == ("пристань",)


def test_names_of_pictures_dates_people() -> None:
    article = story("header: {overlay_image: /a.jpg, caption: Фонарь}\nauthor: anna-primerova")
    assert (article.images[0].url, article.images[0].caption) == ("https://vestnik.example/a.jpg", "Фонарь")
    assert [person.name for person in article.authors] == ["Anna Primerova"]
    assert story("preview: Зажгли фонари у пристани").lead == "Зажгли фонари у пристани"
    later = story("publishDate: 2026-12-01T10:00:00+03:00\nexpiryDate: 2027-01-01")
    assert later.published.isoformat() == "2026-12-01T10:00:00+03:00"
    assert later.expires is not None


def test_eleventys_words_for_dates() -> None:
    day = datetime(2026, 11, 20, 8, tzinfo=UTC)
    source = "---\ntitle: Фонари\ndate: Last Modified\n---\nТекст."
    assert record("markdown", source, file="a.md", url=SITE, dated=day).published == day
    source = source.replace("Last", "git Last")
    assert rejection("markdown", source, file="a.md", url=SITE, dated=day).code == "bad-date"


def test_titles_from_headings() -> None:
    source = "---\ndate: 2026-11-23\n---\n# У *старой* пристани\n\nТекст.\n\n# Ещё\n"
    article = record("markdown", source, file="a.md", url=SITE)
    assert article.title == "У старой пристани"
    assert article.body == "<p>Текст.</p><h2>Ещё</h2>"
    assert body("# Фонари\n\nТекст.") == "<p>Текст.</p>"
    assert body("Пристань\n=======\n\nТекст.") == "<h2>Пристань</h2><p>Текст.</p>"


MARKUP = [
    ("**a** *b* ~~c~~ `d`", "<p><strong>a</strong> <em>b</em> <s>c</s> <code>d</code></p>"),
    ("- a\n- b\n", "<ul><li>a</li><li>b</li></ul>"),
    ("> a\n", "<blockquote><p>a</p></blockquote>"),
    ("```js\nlet a = '{{ x }}';\n```", "<pre>let a = '{{ x }}';</pre>"),
    ("a -- b --- c", "<p>a – b — c</p>"),
    ("a[^1]\n\n[^1]: Note", "<p>a<sup>[1]</sup></p><ol><li>Note</li></ol>"),
    (
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
    ),
    (
        "![Фонарь](/a.jpg 'У пристани')",
        '<figure><img src="https://vestnik.example/a.jpg" alt="Фонарь"><figcaption>У пристани</figcaption></figure>',
    ),
    (
        "![Фонарь](/a.jpg)\n*У **пристани***",
        ('<figure><img src="https://vestnik.example/a.jpg" alt="Фонарь">'
        "<figcaption>У <strong>пристани</strong></figcaption></figure>"),
    ),
    ("a\n{:.center}\nb {: .x}\n", "<p>a</p><p>b</p>"),
    ("## a {#b .c}\n", "<h2>a</h2>"),
    ("* TOC\n{:toc}\n\na", "<p>a</p>"),
    ("[TOC]\n\na", "<p>a</p>"),
    ("a\n<!-- more --> b **c**", "<p>a b <strong>c</strong></p>"),
    ('<div markdown="1">\n**a**\n</div>', "<p><strong>a</strong></p>"),
    ("[a](other.md) [b](2026-01-02-x.md#c) [d](#e) [f](https://a.example/b.md)",
     ('<p><a href="https://vestnik.example/other/">a</a> <a href="https://vestnik.example/x/#c">b</a> d '
     '<a href="https://a.example/b.md">f</a></p>')),
    ("[a]({filename}/x.md) ![b]({static}/b.png)",
     '<p><a href="https://vestnik.example/x/">a</a></p><figure><img src="https://vestnik.example/b.png" alt="b"></figure>'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "markup"), MARKUP)
def test_markup(text: str, markup: str) -> None:
    assert body(text) == markup


PLAYER = '<figure><iframe src="https://www.youtube.com/embed/abcdefgh"></iframe></figure>'
CODES = [
    ("{{< youtube abcdefgh >}}", PLAYER),
    ('{{< youtube id="abcdefgh" autoplay="true" >}}', PLAYER),
    ("{% youtube abcdefgh %}", PLAYER),
    ('{% include youtube.html id="abcdefgh" %}', PLAYER),
    ('{% include video id="abcdefgh" provider="youtube" %}', PLAYER),
    ("{% embed https://youtu.be/abcdefgh %}", PLAYER),
    ('{{< figure src="/a.jpg" alt="b" caption="c \\"d\\"" attr="e" >}}',
     '<figure><img src="/a.jpg" alt="b"><figcaption>c &quot;d&quot; e</figcaption></figure>'),
    ('{% include image.html url="/a.jpg" description="c" %}',
     '<figure><img src="/a.jpg"><figcaption>c</figcaption></figure>'),
    ('{% img left /a.jpg 350 350 "b" %}', '<figure><img src="/a.jpg" alt="b"></figure>'),
    ('{{< galleria src="/a.jpg" >}}', '<figure><img src="/a.jpg"></figure>'),
    ("{% video /a.mp4 %}", '<figure><video src="/a.mp4"></video></figure>'),
    ('{{< audio src="/a.mp3" >}}', '<figure><audio src="/a.mp3"></audio></figure>'),
    ('{{< tweet user="a" id="1" >}}',
     '<p><a href="https://twitter.com/a/status/1">https://twitter.com/a/status/1</a></p>'),
    ("{{< gist a 1 >}}", '<p><a href="https://gist.github.com/a/1">https://gist.github.com/a/1</a></p>'),
    ("{% highlight js %}\na {{ b }}\n{% endhighlight %}", "~~~js\na {{ b }}\n~~~"),
    ("{% raw %}{{ a }}{% endraw %}", "{{ a }}"),
    ("{% comment %}a{% endcomment %}b", "b"),
    ("{% blockquote Анна %}a{% endblockquote %}", "> a\n> \n> — Анна"),
    ("{{% notice tip %}}a {{< b >}}{{% /notice %}}", "a"),
    ('{{< details "b" >}}a{{< /details >}}', "<p><b>b</b></p>\n\na"),
    ("{% if a %}b{% endif %}{% for c in d %}{{ c }}{% endfor %}", "b"),
    ("[a]({{< ref \"x.md\" >}}) [b]({% post_url 2026-01-02-y %}) [c]({% link a/b.pdf %})",
     "[a](https://vestnik.example/x/) [b](https://vestnik.example/y/) [c](/a/b.pdf)"),
    ('![a]({{ site.baseurl }}/a.png) ![b]({{ "/b.png" | relative_url }})', "![a](/a.png) ![b](/b.png)"),
    ("{{ page.title }} {{ site.title }} {{ name }} {{ 'a' | t }}", "Фонари  {{ name }}"),
    ("{{</* youtube a */>}}", "{{< youtube a >}}"),
    ("`{{< youtube a >}}` {{", "`{{< youtube a >}}` {{"),
    ("a <!-- b", "a <!-- b"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shown"), CODES)
def test_codes(text: str, shown: str) -> None:
    page = Page({"title": "Фонари"}, SITE)
    assert without_codes(text, page).strip() == shown


def test_addresses_of_other_sources_need_a_template_that_names_say() -> None:
    assert address_of("a/2026-01-02-b.md", "https://v.example/{year}/{slug}") == "https://v.example/2026/b"
    assert address_of("b", "https://v.example/{stem}") == "https://v.example/b"
    assert address_of("b.md", "https://v.example/{id}") is None
    assert address_of("b.md", None) is None


def test_a_file_of_html_with_front_matter() -> None:
    article = story("x: y", '<p>a</p>{% include image.html src="/a.jpg" %}', file="a.html")
    assert article.body == '<p>a</p><figure><img src="https://vestnik.example/a.jpg"></figure>'


@pytest.mark.parametrize(
    ("source", "file", "code"),
    [
        ("", "a.md", "empty"),
        ("\ufeff\n", "a.md", "empty"),
        ("a", "a.rst", "no-markdown"),
        ("<html><body>a</body></html>", "a.html", "no-markdown"),
        ("---\ntitle: a\n", "a.md", "broken-front-matter"),
        ("---\ntitle: a: b\n---\n", "a.md", "broken-front-matter"),
        ("---\n- a: b\n- c\n---\n", "a.md", "no-title"),
        ("+++\ntitle = a\n+++\n", "a.md", "broken-front-matter"),
        ("---\ntitle: a\n---\n", "x/_index.md", "no-story"),
        ("---\na: &a [*a]\n---\n", "a.md", "broken-front-matter"),
        ("---\ntitle: a\ndate: never\n---\nb", "a.md", "bad-date"),
        ("---\ntitle: a\n---\nb", "a.md", "no-date"),
        ("Просто текст без всего.", "a.md", "no-title"),
        ("a" * 1_000_001, "a.md", "too-large"),
        (b"\x00\x01\x02\xff\xfe" * 40, "a.md", "not-text"),
    ],
)
def test_what_cannot_be_read_has_a_reason(source: str | bytes, file: str, code: str) -> None:
    assert rejection("markdown", source, file=file, url=SITE).code == code


def test_a_mistake_has_its_line() -> None:
    found = rejection("markdown", "---\ntitle: a\nlead: b: c\n---\n", file="a.md", url=SITE)
    assert found.line == 3
    assert found.hint is not None
    found = rejection("markdown", '+++\ntitle = "a"\nlead = b\n+++\n', file="a.md", url=SITE)
    assert found.line == 3


def test_a_rule_at_the_beginning_is_no_front_matter() -> None:
    [found] = answers("markdown", "---\n\nТекст\n\n---\n", file="a.md", url=SITE)
    assert isinstance(found, Rejection)
    assert found.code == "no-title"


@pytest.mark.parametrize(
    "unit", ["[", "![", "{{<", "{% a", "{{ a", "`a", "> ", "- ", "<!--", "[^a", "{:", "|a", "\t", "~~~a\n"]
)
def test_hostile_texts_end(unit: str) -> None:
    source = "---\ntitle: a\ndate: 2026-11-23\n---\n" + unit * (30_000 // len(unit))
    assert answers("markdown", source, file="a.md", url=SITE)
