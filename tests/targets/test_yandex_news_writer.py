"""RSS with yandex:full-text as it is written."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from stories import LONG, bare, document, rich, setting

from feeds.article import Image, Video
from feeds.targets import registry

YANDEX = "{http://news.yandex.ru}"
MEDIA = "{http://search.yahoo.com/mrss/}"


def item(*args: object, **options: object) -> ET.Element:
    chosen = setting("yandex-news", **options)
    found = ET.fromstring(document("yandex-news", *args, chosen=chosen)).find("channel/item")  # type: ignore[arg-type]
    assert found is not None
    return found


def test_the_full_text_is_the_body_in_plain_paragraphs() -> None:
    said = (item(rich()).findtext(f"{YANDEX}full-text") or "").split("\n\n")
    assert said[0] == LONG.strip()
    assert said[1:4] == ["Что меняют", "настил\nперила", "«Справимся», — сказал мастер."]
    assert said[4].startswith("Всё — в плане работ. ")
    assert len(said) == 5


def test_captions_are_no_text() -> None:
    assert "Схема объезда" not in (item(rich()).findtext(f"{YANDEX}full-text") or "")


def test_a_flash_without_a_body_has_its_lead_as_text() -> None:
    story = rich(body="", genre="flash")
    assert item(story).findtext(f"{YANDEX}full-text") == "Ремонт продлится три недели."
    assert item(story).findtext(f"{YANDEX}genre") == "lenta"


@pytest.mark.parametrize(
    ("genre", "written"),
    [
        ("flash", "message"),
        ("message", "message"),
        ("article", "article"),
        ("interview", "interview"),
        ("opinion", "article"),
        ("live", "message"),
    ],
)
def test_genres(genre: str, written: str) -> None:
    assert item(rich(genre=genre)).findtext(f"{YANDEX}genre") == written


def test_a_genre_that_nobody_stated_is_the_feeds_own_or_none() -> None:
    assert item(rich(genre=None)).find(f"{YANDEX}genre") is None
    assert item(rich(genre=None), genre="interview").findtext(f"{YANDEX}genre") == "interview"


def test_one_category_and_one_author() -> None:
    found = item(rich())
    assert [e.text for e in found.findall("category")] == ["Город"]
    assert [e.text for e in found.findall("author")] == ["Вера Лугова, Пётр Ёлкин"]


def test_every_picture_is_an_enclosure_the_cover_first() -> None:
    urls = [e.get("url") for e in item(rich()).findall("enclosure")]
    assert urls == ["https://listok.example/bridge.jpg", "https://listok.example/plan.png"]


def test_pictures_are_named_once_and_only_if_yandex_knows_their_type() -> None:
    pictures = [Image(url=f"https://listok.example/{name}") for name in ("a.jpg", "a.jpg", "b.svg", "c")]
    enclosures = item(bare(images=tuple(pictures))).findall("enclosure")
    assert [(e.get("url"), e.get("type")) for e in enclosures] == [
        ("https://listok.example/a.jpg", "image/jpeg"),
        ("https://listok.example/c", "image/jpeg"),
    ]


def test_videos_are_media_groups() -> None:
    (group,) = item(rich()).findall(f"{MEDIA}group")
    assert [(e.tag.removeprefix(MEDIA), e.get("url"), e.get("type")) for e in group] == [
        ("content", "https://listok.example/bridge.mp4", "video/mp4"),
        ("player", "https://player.example/7", None),
        ("thumbnail", "https://listok.example/bridge-video.jpg", None),
    ]


def test_a_video_without_file_and_player_is_none() -> None:
    assert item(rich(videos=(Video(thumbnail="https://listok.example/t.jpg"),))).find(f"{MEDIA}group") is None


def test_related_stories_with_an_address() -> None:
    (link,) = item(rich()).findall(f"{YANDEX}related/link")
    assert (link.text, link.attrib) == (
        "Мост осмотрели",
        {"url": "https://listok.example/2025/most", "img": "https://listok.example/o.jpg"},
    )


def test_both_logos() -> None:
    found = ET.fromstring(document("yandex-news")).findall(f"channel/{YANDEX}logo")
    assert [(e.text, e.get("type")) for e in found] == [
        ("https://listok.example/logo.png", None),
        ("https://listok.example/square.png", "square"),
    ]


def test_a_story_without_any_text_is_refused() -> None:
    refusal = registry.writer("yandex-news").refuse(bare(), setting("yandex-news"))
    assert refusal is not None
    assert refusal.code == "text-missing"
    assert "Yandex" in refusal.reason
