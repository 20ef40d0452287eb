"""The feeds of VK, OK, Rambler, Mail.ru, SmartNews, MSN and Flipboard as they are written."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from stories import LONG, PUBLICATION, RETRACTION, bare, document, hostile, rich, setting

from feeds.article import Article, Image
from feeds.targets import registry

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
MEDIA = "{http://search.yahoo.com/mrss/}"
DC = "{http://purl.org/dc/elements/1.1/}"
DCTERMS = "{http://purl.org/dc/terms/}"
SNF = "{http://www.smartnews.be/snf}"
FULL_TEXT = {
    "rambler": "{http://news.rambler.ru}fulltext",
    "mailru": "{http://news.mail.ru/}full-text",
}
EVERYTHING = (
    f"<h2>Так</h2><p>{LONG}<br>{LONG} <strong>да</strong> <s>нет</s></p><table><tr><td>Час</td></tr></table>"
    '<figure><img src="https://listok.example/plan.png"><figcaption>План</figcaption></figure>'
    '<figure><iframe src="https://player.example/1"></iframe></figure><ul><li>раз</li></ul>'
)


def channel(target: str, *stories: Article, **options: Any) -> ET.Element:
    chosen = setting(target, **options)
    found = ET.fromstring(document(target, *stories, chosen=chosen)).find("channel")
    assert found is not None
    return found


def item(target: str, story: Article, **options: Any) -> ET.Element:
    found = channel(target, story, **options).find("item")
    assert found is not None
    return found


def tags(markup: str | None) -> set[str]:
    return set(re.findall(r"<([a-z0-9]+)", markup or ""))


def code(target: str, story: Article) -> str | None:
    refusal = registry.writer(target).refuse(story, setting(target))
    return refusal.code if refusal else None


@pytest.mark.parametrize(
    ("target", "element", "allowed"),
    [
        ("vk", CONTENT, "p h2 h3 b i a ul ol li blockquote figure img figcaption"),
        ("rambler", FULL_TEXT["rambler"], "p br a b strong i em ul ol li blockquote h2 h3 h4"),
        ("mailru", FULL_TEXT["mailru"], "p br b strong i em a ul ol li blockquote"),
        (
            "msn",
            CONTENT,
            "b i em strong sub sup small h1 h2 h3 h4 h5 a img table tr th td ul ol li p br blockquote",
        ),
    ],
)
def test_bodies_hold_what_the_platform_allows(target: str, element: str, allowed: str) -> None:
    for story in (rich(body=EVERYTHING), rich(), hostile()):
        assert tags(item(target, story).findtext(element)) <= set(allowed.split())
    plain = re.sub("<[^>]*>", " ", item(target, rich(body=EVERYTHING)).findtext(element) or "")
    for piece in ("Так", LONG.strip(), "да", "нет", "Час", "раз"):
        assert piece in " ".join(plain.split())


@pytest.mark.parametrize("target", ["vk", "ok", "flipboard", "rss"])
def test_one_picture_stands_for_the_story(target: str) -> None:
    (enclosure,) = item(target, rich()).findall("enclosure")
    assert enclosure.get("url") == "https://listok.example/bridge.jpg"


def test_vk_takes_the_first_picture_that_it_can_show() -> None:
    images = tuple(Image(url=f"https://listok.example/{name}") for name in ("a.webp", "b.png", "c.jpg"))
    (enclosure,) = item("vk", rich(images=images)).findall("enclosure")
    assert enclosure.get("url") == "https://listok.example/b.png"


def test_vk_may_have_leads_only() -> None:
    assert item("vk", rich(), full_text=False).find(CONTENT) is None


def test_ok_has_no_markup() -> None:
    found = item("ok", rich())
    assert {child.tag for child in found} == {"title", "link", "description", "guid", "enclosure", "pubDate"}


@pytest.mark.parametrize("target", ["rambler", "mailru"])
def test_aggregators_have_lead_and_full_text_apart(target: str) -> None:
    found = item(target, rich())
    full = found.findtext(FULL_TEXT[target]) or ""
    assert full.startswith(f"<p>{LONG.strip()}")
    assert "Ремонт продлится" not in full
    assert "<img" not in full
    assert found.findtext("description") == "Ремонт продлится три недели."
    assert [e.text for e in found.findall("category")] == ["Город"]
    assert found.findtext("author") == "Вера Лугова, Пётр Ёлкин"
    assert len(found.findall("enclosure")) == 2


@pytest.mark.parametrize("target", ["rambler", "mailru"])
def test_full_texts_are_cdata_sections(target: str) -> None:
    assert b"-text><![CDATA[<p>" in document(target, rich()).replace(b"fulltext>", b"-text>")


@pytest.mark.parametrize("target", ["rambler", "mailru", "smartnews", "yandex-news"])
def test_stories_without_a_text_are_refused(target: str) -> None:
    assert code(target, bare()) == "text-missing"


def test_mailru_takes_six_pictures() -> None:
    images = tuple(Image(url=f"https://listok.example/{n}.jpg") for n in range(9))
    assert len(item("mailru", rich(images=images)).findall("enclosure")) == 6


def test_mailru_shows_the_square_logo() -> None:
    assert channel("mailru").findtext("image/url") == PUBLICATION.logo_square


def test_smartnews_has_the_cover_as_thumbnail_and_inside() -> None:
    found = item("smartnews", rich())
    thumbnail, status = found.find(f"{MEDIA}thumbnail"), found.find(f"{MEDIA}status")
    assert thumbnail is not None
    assert status is not None
    assert thumbnail.get("url") == "https://listok.example/bridge.jpg"
    assert status.get("state") == "active"
    assert (found.findtext(CONTENT) or "").startswith('<figure><img src="https://listok.example/bridge.jpg"')
    assert [e.text for e in found.findall(f"{DC}creator")] == ["Вера Лугова", "Пётр Ёлкин"]


def test_smartnews_names_the_outlet_where_there_is_no_author() -> None:
    assert item("smartnews", rich(authors=())).findtext(f"{DC}creator") == PUBLICATION.name


def test_smartnews_takes_no_story_without_a_picture() -> None:
    assert code("smartnews", rich(images=())) == "picture-missing"


def test_smartnews_has_links_without_trackers() -> None:
    story = rich(url="https://listok.example/a?id=5&utm_source=x")
    assert item("smartnews", story).findtext("link") == "https://listok.example/a?id=5"


def test_smartnews_channel() -> None:
    found = channel("smartnews", rich(), logo_dark="https://listok.example/dark.png", ttl=5)
    assert found.findtext("pubDate") == "Mon, 23 Nov 2026 10:20:00 +0300"
    assert found.findtext(f"{SNF}logo/url") == PUBLICATION.logo
    assert found.findtext(f"{SNF}darkModeLogo/url") == "https://listok.example/dark.png"
    assert found.findtext("ttl") == "5"
    chosen = channel("smartnews", logo="https://listok.example/wide.png")
    assert chosen.findtext(f"{SNF}logo/url") == "https://listok.example/wide.png"


def test_smartnews_descriptions_are_short() -> None:
    written = document("smartnews", description="Самые важные новости Заречья и всей области каждый день")
    said = ET.fromstring(written).findtext("channel/description") or ""
    assert 0 < len(said) <= 30


def test_smartnews_is_told_what_was_taken_back() -> None:
    root = ET.fromstring(document("smartnews", rich(), retractions=(RETRACTION,)))
    gone, there = root.findall("channel/item")
    states = [i.find(f"{MEDIA}status") for i in (gone, there)]
    assert [s.get("state") for s in states if s is not None] == ["deleted", "active"]
    assert gone.findtext("guid") == item("smartnews", rich(id=RETRACTION.id)).findtext("guid")
    assert gone.findtext("pubDate") == "Mon, 23 Nov 2026 12:00:00 +0300"
    assert gone.findtext("link") == "https://listok.example/7"
    assert {child.tag for child in gone} >= {child.tag for child in there} - {"category"}


def test_msn_has_dates_in_utc() -> None:
    found = item("msn", rich(expires=rich().updated))
    assert found.findtext("pubDate") == "Mon, 23 Nov 2026 07:00:00 +0000"
    assert found.findtext(f"{DCTERMS}modified") == "2026-11-23T07:20:00Z"
    assert found.findtext(f"{DCTERMS}valid") == (
        "start=2026-11-23T07:00:00Z; end=2026-11-23T07:20:00Z; scheme=W3C-DTF"
    )
    assert item("msn", rich()).find(f"{DCTERMS}valid") is None


def test_msn_has_one_picture_with_all_that_is_said_of_it() -> None:
    (picture,) = item("msn", rich()).findall(f"{MEDIA}content")
    assert (picture.get("url"), picture.get("medium")) == ("https://listok.example/bridge.jpg", "image")
    said = [picture.findtext(f"{MEDIA}{name}") for name in ("title", "text", "credit")]
    assert said == ["Мост до ремонта", "Мост", "Иван Светлов"]


def test_msn_has_secure_pictures_only() -> None:
    story = rich(
        images=(Image(url="http://listok.example/a.jpg"), Image(url="https://listok.example/b.jpg")),
        body=f'<p>{LONG}{LONG}</p><figure><img src="http://listok.example/c.jpg"></figure>',
    )
    written = item("msn", story)
    assert [e.get("url") for e in written.findall(f"{MEDIA}content")] == ["https://listok.example/b.jpg"]
    assert "http://" not in (written.findtext(CONTENT) or "")


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({}, None),
        ({"title": "а" * 20}, "title-short"),
        ({"title": "а" * 21}, None),
        ({"title": "а" * 151}, None),
        ({"title": "а" * 151, "short_title": None}, "title-long"),
        ({"title": "а" * 151, "short_title": "а" * 55}, "title-long"),
        ({"lead": None, "body": f"<p>{'а' * 449}</p>"}, "text-length"),
        ({"lead": None, "body": f"<p>{'а' * 450}</p>"}, None),
        ({"lead": None, "body": f"<p>{'а' * 500_001}</p>"}, "text-length"),
        ({"url": "http://listok.example/a"}, "address-insecure"),
    ],
)
def test_msn_takes_what_is_as_long_as_it_wants(changes: dict[str, Any], refused: str | None) -> None:
    assert code("msn", rich(**changes)) == refused


def test_msn_names_the_short_title() -> None:
    space = "{http://schemas.ingestion.microsoft.com/common/}"
    assert item("msn", rich()).findtext(f"{space}shortTitle") == "Мост закрыли"
    assert item("msn", rich(short_title="а" * 55)).find(f"{space}shortTitle") is None


def test_flipboard_has_the_first_picture_that_is_large_enough() -> None:
    images = (
        Image(url="https://listok.example/s.jpg", width=1000, height=399),
        Image(url="https://listok.example/l.jpg", width=400, height=400),
    )
    found = item("flipboard", rich(images=images))
    assert [e.get("url") for e in found.findall("enclosure")] == ["https://listok.example/l.jpg"]
    assert [e.get("url") for e in found.findall(f"{MEDIA}content")] == ["https://listok.example/l.jpg"]
    assert [e.text for e in found.findall("category")] == ["Город", "мосты", "ремонт"]
