"""Both of Dzen's feeds as they are written."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from stories import COVER, LONG, document, rich, setting

from feeds.article import Article, Image
from feeds.targets import registry

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
MEDIA = "{http://search.yahoo.com/mrss/}"
ALLOWED = {
    "p", "h1", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "a", "b", "i", "u", "s",
    "figure", "figcaption", "img", "video", "source",
}  # fmt: skip
BOTH = pytest.mark.parametrize("target", ["dzen", "dzen-news"])


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def item(target: str, story: Article, **options: Any) -> ET.Element:
    found = ET.fromstring(document(target, story, chosen=setting(target, **options))).find("channel/item")
    assert found is not None
    return found


def content(target: str, story: Article) -> str:
    return item(target, story).findtext(CONTENT) or ""


def tags(target: str, story: Article) -> list[tuple[str, dict[str, str | None]]]:
    reader = Tags()
    reader.feed(content(target, story))
    return reader.seen


EVERYTHING = (
    f"<p>{LONG}<br>{LONG} <code>x</code> <sub>1</sub> <s>нет</s> <strong>да</strong></p><h4>Ниже</h4><hr>"
    "<table><tr><th>Час</th><td>Дождь</td></tr></table><pre>строка</pre>"
    "<ol><li><em>раз</em><ul><li>полтора</li></ul></li></ol>"
    '<figure><video src="https://listok.example/v.mp4" width="1280" height="720"></video></figure>'
    '<figure><iframe src="https://rutube.ru/play/embed/1"></iframe></figure>'
)


@BOTH
def test_only_tags_that_dzen_knows(target: str) -> None:
    found = {tag for tag, _ in tags(target, rich(body=EVERYTHING))}
    assert found <= ALLOWED
    assert {"p", "h4", "b", "s", "ol", "li", "img", "figure"} <= found


@BOTH
def test_nothing_of_the_text_is_lost(target: str) -> None:
    plain = " ".join(re.sub("<[^>]*>", " ", content(target, rich(body=EVERYTHING))).split())
    for piece in ("x", "нет", "да", "Ниже", "Час", "Дождь", "строка", "раз", "полтора", LONG.strip()):
        assert piece in plain


@BOTH
def test_lists_are_plain(target: str) -> None:
    written = content(target, rich())
    assert "<li>перила</li>" in written


@BOTH
def test_spaces_are_ordinary(target: str) -> None:
    assert "\u00a0" not in content(target, rich(body=f"<p>в\u00a0парке {LONG}{LONG}</p>"))


@BOTH
def test_the_cover_comes_first_with_its_caption(target: str) -> None:
    written = content(target, rich())
    assert written.startswith('<figure><img src="https://listok.example/bridge.jpg"')
    assert "<figcaption>Мост до ремонта © Иван Светлов</figcaption>" in written


@BOTH
@pytest.mark.parametrize(
    ("rating", "written"), [(None, "nonadult"), ("nonadult", "nonadult"), ("adult", "adult")]
)
def test_the_rating_is_always_said(target: str, rating: str | None, written: str) -> None:
    (found,) = item(target, rich(rating=rating)).findall(f"{MEDIA}rating")
    assert (found.text, found.get("scheme")) == (written, "urn:simple")


@BOTH
def test_short_texts_are_refused(target: str) -> None:
    writer = registry.writer(target)
    fits = rich(lead=None, body=f"<p>{'а' * 300}</p>")
    short = rich(lead=None, body=f"<p>{'а' * 299}</p>")
    assert writer.refuse(fits, setting(target)) is None
    refusal = writer.refuse(short, setting(target))
    assert refusal is not None
    assert refusal.code == "text-short"
    assert "299" in refusal.reason
    assert "300" in refusal.reason


@BOTH
def test_captions_do_not_make_a_short_text_long(target: str) -> None:
    story = rich(lead=None, body=f"<p>{'а' * 299}</p>", images=(COVER,))
    assert registry.writer(target).refuse(story, setting(target)) is not None


@BOTH
def test_pictures_known_to_be_too_narrow_stay_out(target: str) -> None:
    narrow = Image(url="https://listok.example/n.jpg", role="cover", width=699, height=900)
    wide = Image(url="https://listok.example/w.jpg", width=700, height=400)
    unknown = Image(url="https://listok.example/u.jpg")
    story = rich(
        images=(narrow, wide, unknown),
        body=f"<p>{LONG}{LONG}</p><figure>"
        '<img src="https://listok.example/small.jpg" width="320" height="200">'
        "<figcaption>Мелко</figcaption></figure>",
    )
    enclosures = [e.get("url") for e in item(target, story).findall("enclosure")]
    assert enclosures == ["https://listok.example/w.jpg", "https://listok.example/u.jpg"]
    assert "<img" not in content(target, story)
    assert "Мелко" not in content(target, story)


def test_the_seamless_feed_takes_smaller_pictures_inside() -> None:
    body = f'<p>{LONG}</p><figure><img src="https://listok.example/m.jpg" width="480" height="320"></figure>'
    assert "m.jpg" not in content("dzen", rich(body=body))
    assert "m.jpg" in content("dzen-news", rich(body=body))
    assert "m.jpg" not in content("dzen-news", rich(body=body.replace("320", "319")))


def test_galleries_keep_the_pictures_that_fit() -> None:
    pictures = "".join(
        f'<figure><img src="https://listok.example/{n}.jpg" width="{n}"></figure>' for n in (200, 900, 1000)
    )
    written = content("dzen", rich(body=f'<p>{LONG}</p><figure class="gallery">{pictures}</figure>'))
    assert "200.jpg" not in written
    assert "900.jpg" in written
    assert "1000.jpg" in written


def test_enclosures_are_of_types_that_dzen_takes() -> None:
    images = tuple(
        Image(url=f"https://listok.example/a.{ending}") for ending in ("avif", "webp", "svg", "png")
    )
    found = [e.get("type") for e in item("dzen", rich(images=images)).findall("enclosure")]
    assert found == ["image/webp", "image/png"]


def test_a_channel_is_told_nothing_by_default() -> None:
    assert item("dzen", rich()).findall("category") == []


@pytest.mark.parametrize(
    ("options", "directives"),
    [
        ({"format": "article", "index": True, "comments": "all"}, ["format-article", "index", "comment-all"]),
        ({"format": "post", "index": False, "comments": "none"}, ["format-post", "noindex", "comment-none"]),
        ({"comments": "subscribers", "draft": True}, ["native-draft", "comment-subscribers"]),
    ],
)
def test_directives(options: dict[str, Any], directives: list[str]) -> None:
    assert [e.text for e in item("dzen", rich(), **options).findall("category")] == directives


@pytest.mark.parametrize("kind", ["news", "news_only", "blogs_only"])
def test_the_seamless_feed_says_where_stories_go(kind: str) -> None:
    found = item("dzen-news", rich(), content_type=kind)
    assert [e.text for e in found.findall("contentType")] == [kind]
    assert [e.text for e in found.findall("category")] == ["Город"]
    assert found.findtext("author") == "Вера Лугова, Пётр Ёлкин"


def test_the_seamless_feed_goes_to_both_places_by_default() -> None:
    assert item("dzen-news", rich()).findtext("contentType") == "news"
    assert item("dzen", rich()).find("contentType") is None


def test_the_seamless_feed_has_both_logos() -> None:
    root = ET.fromstring(document("dzen-news"))
    assert len(root.findall("channel/{http://news.yandex.ru}logo")) == 2
