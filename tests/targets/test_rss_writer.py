"""RSS 2.0 as it is written."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import feedparser
import pytest
from stories import COVER, PUBLICATION, bare, document, rich, setting

from feeds.publication import Publication

MEDIA = "{http://search.yahoo.com/mrss/}"
DC = "{http://purl.org/dc/elements/1.1/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def item() -> ET.Element:
    found = ET.fromstring(document("rss", rich())).find("channel/item")
    assert found is not None
    return found


@pytest.fixture(scope="module")
def feed() -> ET.Element:
    found = ET.fromstring(document("rss", rich(), chosen=setting("rss", ttl=15))).find("channel")
    assert found is not None
    return found


def test_the_lead_is_told_from_a_description_made_from_the_text(item: ET.Element) -> None:
    abstract = "{http://purl.org/dc/terms/}abstract"
    assert item.findtext(abstract) == item.findtext("description") == "Ремонт продлится три недели."
    other = ET.fromstring(document("rss", rich(lead=None))).find("channel/item")
    assert other is not None
    assert other.find(abstract) is None
    assert other.findtext("description")


def test_the_link_is_plain_text() -> None:
    assert b"<link>https://listok.example/2026/11/most</link>" in document("rss", rich())


def test_there_is_one_enclosure_the_cover(item: ET.Element) -> None:
    assert [e.attrib for e in item.findall("enclosure")] == [
        {"url": "https://listok.example/bridge.jpg", "type": "image/jpeg", "length": "184320"}
    ]


def test_an_enclosure_of_unknown_length_says_zero() -> None:
    story = bare(images=(COVER.__class__(url="https://listok.example/x.webp"),))
    enclosure = ET.fromstring(document("rss", story)).find("channel/item/enclosure")
    assert enclosure is not None
    assert enclosure.attrib == {"url": "https://listok.example/x.webp", "type": "image/webp", "length": "0"}


def test_dates_keep_the_offset_of_the_story(item: ET.Element, feed: ET.Element) -> None:
    assert item.findtext("pubDate") == "Mon, 23 Nov 2026 10:00:00 +0300"
    assert feed.findtext("lastBuildDate") == "Mon, 23 Nov 2026 10:20:00 +0300"


MODIFIED = "channel/item/{http://purl.org/dc/terms/}modified"


def test_when_a_story_changed_is_said_only_where_it_is_wanted() -> None:
    wanted = setting("rss", modified=True)
    assert ET.fromstring(document("rss", rich())).find(MODIFIED) is None, "readers would show it as the date"
    said = ET.fromstring(document("rss", rich(), chosen=wanted)).findtext(MODIFIED)
    assert said == "2026-11-23T10:20:00+03:00"
    assert ET.fromstring(document("rss", rich(updated=None), chosen=wanted)).find(MODIFIED) is None


def test_authors_are_named_without_their_addresses(item: ET.Element) -> None:
    assert [e.text for e in item.findall(f"{DC}creator")] == ["Вера Лугова", "Пётр Ёлкин"]
    assert item.find("author") is None


def test_section_and_tags_are_categories_each_once(item: ET.Element) -> None:
    assert [e.text for e in item.findall("category")] == ["Город", "мосты", "ремонт"]


def test_the_guid_is_a_permalink_only_if_it_is_the_address() -> None:
    by_number = ET.fromstring(document("rss", rich())).find("channel/item/guid")
    by_address = ET.fromstring(document("rss", rich(id=rich().url))).find("channel/item/guid")
    assert by_number is not None
    assert by_address is not None
    assert (by_number.text, by_number.get("isPermaLink")) == ("tag:listok.example,2026:20117", "false")
    assert (by_address.text, by_address.get("isPermaLink")) == (rich().url, "true")


def test_the_content_is_the_whole_page_after_the_description(item: ET.Element) -> None:
    names = [child.tag for child in item]
    assert names.index("description") < names.index(CONTENT)
    content = item.findtext(CONTENT) or ""
    assert content.startswith('<figure><img src="https://listok.example/bridge.jpg"')
    assert "<figcaption>Мост до ремонта © Иван Светлов</figcaption>" in content
    assert content.index("Ремонт продлится три недели.") < content.index(
        "Мост через Заречку закрыли на ремонт"
    )
    assert '<a href="https://listok.example/plan?a=1&amp;b=2">' in content


def test_the_content_is_a_cdata_section() -> None:
    assert b"<content:encoded><![CDATA[<figure>" in document("rss", rich())


def test_a_lead_that_the_body_has_is_not_said_twice() -> None:
    story = rich(
        lead="Дождь шёл весь день, и река…", body="<p>Дождь шёл весь день, и река вышла из берегов.</p>"
    )
    content = ET.fromstring(document("rss", story)).findtext(f"channel/item/{CONTENT}") or ""
    assert content.count("Дождь") == 1


def test_a_cover_that_the_body_shows_is_not_shown_twice() -> None:
    story = rich(body='<figure><img src="https://listok.example/bridge.jpg"></figure><p>Да.</p>')
    content = ET.fromstring(document("rss", story)).findtext(f"channel/item/{CONTENT}") or ""
    assert content.count("<img") == 1


def test_a_feed_of_leads_has_no_content() -> None:
    chosen = setting("rss", full_text=False)
    root = ET.fromstring(document("rss", rich(), chosen=chosen))
    assert root.find(f"channel/item/{CONTENT}") is None
    assert root.findtext("channel/item/description") == "Ремонт продлится три недели."


def test_media_tell_all_that_is_known(item: ET.Element) -> None:
    cover, plan, film = item.findall(f"{MEDIA}content")
    assert cover.attrib == {
        "url": "https://listok.example/bridge.jpg",
        "medium": "image",
        "type": "image/jpeg",
        "fileSize": "184320",
        "width": "1200",
        "height": "800",
    }
    assert cover.findtext(f"{MEDIA}description") == "Мост до ремонта"
    assert cover.findtext(f"{MEDIA}credit") == "Иван Светлов"
    assert plan.get("url") == "https://listok.example/plan.png"
    assert (film.get("medium"), film.get("duration"), film.get("type")) == ("video", "63", "video/mp4")
    thumbnail, player = film.find(f"{MEDIA}thumbnail"), film.find(f"{MEDIA}player")
    assert thumbnail is not None
    assert player is not None
    assert player.get("url") == "https://player.example/7"
    assert item.find(f"{MEDIA}group") is None


def test_comments_place_and_rating(item: ET.Element) -> None:
    assert item.findtext("comments") == "https://listok.example/2026/11/most#comments"
    assert item.findtext("{http://purl.org/rss/1.0/modules/slash/}comments") == "12"
    assert item.findtext("{http://www.georss.org/georss}point") == "55.75 37.625"
    assert item.findtext(f"{MEDIA}rating") == "nonadult"


def test_the_language_is_named_where_it_is_another() -> None:
    root = ET.fromstring(document("rss", rich(language="en"), rich()))
    assert [i.findtext(f"{DC}language") for i in root.findall("channel/item")] == ["en", None]


def test_the_channel_says_whose_it_is(feed: ET.Element) -> None:
    assert feed.findtext("copyright") == "© Заречный листок"
    assert feed.findtext("managingEditor") == "news@listok.example (Заречный листок)"
    assert feed.findtext("ttl") == "15"
    assert feed.findtext("generator") == "feeds"
    image = [feed.findtext(f"image/{name}") for name in ("url", "title", "link")]
    assert image == ["https://listok.example/square.png", feed.findtext("title"), feed.findtext("link")]


def test_metadata_come_before_the_stories(feed: ET.Element) -> None:
    assert [child.tag for child in feed].index("item") == len(feed) - 1


def test_a_plain_publication_makes_a_plain_channel() -> None:
    publication = Publication(name="Листок", url="https://listok.example/")
    root = ET.fromstring(document("rss", bare(), chosen=setting("rss", publication)))
    for name in ("image", "copyright", "managingEditor", "ttl"):
        assert root.find(f"channel/{name}") is None
    assert feedparser.parse(ET.tostring(root)).feed.title == PUBLICATION.name


def test_a_story_of_nothing_but_a_headline_has_a_description() -> None:
    assert ET.fromstring(document("rss", bare())).findtext("channel/item/description") == "Дождь"
