"""Feeds of other publishers: every format and dialect, as it is and as it is got wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest
from reading import answers, record, records, rejection

from feeds.article import Article, Image, Link, Person, Place, Video
from feeds.intake.draft import Rejection

DATE = "<pubDate>Mon, 23 Nov 2026 10:00:00 +0300</pubDate>"
CORE = f"<title>Пристань открыли</title><link>https://port.example/news/17</link>{DATE}"
SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "content": "http://purl.org/rss/1.0/modules/content/",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "media": "http://search.yahoo.com/mrss/",
        "atom": "http://www.w3.org/2005/Atom",
        "yandex": "http://news.yandex.ru",
        "turbo": "http://turbo.yandex.ru",
        "mailru": "http://news.mail.ru/",
        "rambler": "http://news.rambler.ru",
        "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "georss": "http://www.georss.org/georss",
        "slash": "http://purl.org/rss/1.0/modules/slash/",
        "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
        "snf": "http://www.smartnews.be/snf",
    }.items()
)
TEXT = "<p>Первый теплоход пришёл в полдень.</p><p>Второй ждут к вечеру.</p>"


def rss(*items: str, channel: str = "") -> str:
    body = "".join(f"<item>{item}</item>" for item in items)
    return (
        f'<?xml version="1.0"?><rss version="2.0" {SPACES}><channel><title>Портовые вести</title>'
        f"<link>https://port.example/</link><description>Новости</description>{channel}{body}</channel></rss>"
    )


def story(item: str, **given: Any) -> Article:
    return record("feed", rss(CORE + item), **given)


def test_a_plain_item() -> None:
    found = story(
        "<guid isPermaLink='false'>news-17</guid><description>Первый теплоход пришёл.</description>"
    )
    assert (found.id, found.url) == ("news-17", "https://port.example/news/17")
    assert found.title == "Пристань открыли"
    assert found.published.isoformat() == "2026-11-23T10:00:00+03:00"
    assert (found.lead, found.body) == ("Первый теплоход пришёл.", "")
    assert found.origin is not None
    assert found.origin.fields["id"] == "guid"


def test_rss_0_91_has_neither_guid_nor_namespaces() -> None:
    found = record(
        "feed",
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://x.example/rss-0.91.dtd">'
        '<rss version="0.91"><channel><title>Вести</title><language>ru</language>'
        "<item><title>Лёд&nbsp;сошёл</title><link>http://old.example/2001/04/17/ice.html</link>"
        "<description>Раньше срока.</description></item></channel></rss>",
    )
    assert found.title == "Лёд\u00a0сошёл"
    assert found.id == found.url == "http://old.example/2001/04/17/ice.html"
    assert found.published.date().isoformat() == "2001-04-17"


def test_rdf_keeps_items_beside_the_channel() -> None:
    found = record(
        "feed",
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="http://x.example/">'
        "<title>Вести</title><link>http://x.example/</link><items><rdf:Seq/></items></channel>"
        '<item rdf:about="http://x.example/1"><title>Раз</title><dc:date>2026-11-23T10:00:00+03:00</dc:date>'
        "<dc:creator>Анна Примерова</dc:creator><dc:subject>порт</dc:subject></item></rdf:RDF>",
    )
    assert found.url == "http://x.example/1"
    assert found.authors == (Person(name="Анна Примерова"),)
    assert found.section == "порт"


def test_atom_with_markup_of_its_own_and_bases() -> None:
    found = record(
        "feed",
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://port.example/a/" xml:lang="ru">'
        "<title>Вести</title><entry><id>urn:uuid:7</id><title type='html'>&lt;b&gt;Раз&lt;/b&gt; &amp;amp; два</title>"
        '<link href="17"/><link rel="related" href="../old" title="Раньше"/>'
        "<published>2026-11-23T10:00:00Z</published><updated>2026-11-23T11:00:00Z</updated>"
        "<author><name>Анна Примерова</name><uri>/anna</uri></author>"
        '<category term="port" label="Порт"/><category term="лёд"/>'
        '<content type="xhtml" xml:base="b/"><div xmlns="http://www.w3.org/1999/xhtml"><p>Текст '
        '<a href="c">со ссылкой</a>.</p><img src="d.jpg" alt="Д"/></div></content></entry></feed>',
    )
    assert (found.id, found.url, found.title) == ("urn:uuid:7", "https://port.example/a/17", "Раз & два")
    assert found.updated is not None
    assert found.updated.isoformat() == "2026-11-23T11:00:00+00:00"
    assert found.authors == (Person(name="Анна Примерова", url="https://port.example/anna"),)
    assert (found.section, found.tags) == ("Порт", ("лёд",))
    assert found.related == (Link(url="https://port.example/old", title="Раньше"),)
    assert found.body == (
        '<p>Текст <a href="https://port.example/a/b/c">со ссылкой</a>.</p>'
        '<figure><img src="https://port.example/a/b/d.jpg" alt="Д"></figure>'
    )


def test_atom_0_3() -> None:
    found = record(
        "feed",
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Вести</title><entry>'
        '<title mode="base64">0KDQsNC3</title><link rel="alternate" type="text/html" href="http://x.example/1"/>'
        "<id>tag:x.example,2004:1</id><issued>2004-05-01T10:00:00+03:00</issued>"
        '<modified>2004-05-02T10:00:00+03:00</modified><content type="text/html" mode="escaped">'
        "&lt;p&gt;Текст.&lt;/p&gt;</content></entry></feed>",
    )
    assert (found.title, found.body) == ("Раз", "<p>Текст.</p>")
    assert found.published.isoformat() == "2004-05-01T10:00:00+03:00"
    assert found.id == "tag:x.example,2004:1"


def test_plain_text_of_atom_keeps_its_signs() -> None:
    found = record(
        "feed",
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Раз</title><id>http://x.example/1</id>'
        "<updated>2026-11-23T10:00:00Z</updated><content>Если a &lt; b, то так.</content></entry></feed>",
    )
    assert found.body == "<p>Если a &lt; b, то так.</p>"
    assert found.url == "http://x.example/1"


ITEM = {
    "id": "17",
    "url": "/news/17",
    "title": "Пристань открыли",
    "content_html": "<p>Текст <a href='more'>дальше</a>.</p>",
    "summary": "Коротко.",
    "image": "/i/1.jpg",
    "date_published": "2026-11-23T10:00:00+03:00",
    "tags": ["порт", "лёд"],
    "attachments": [
        {"url": "https://port.example/a.mp3", "mime_type": "audio/mpeg", "title": "Слушать"},
        {"url": "https://port.example/a.ogg", "mime_type": "audio/ogg", "title": "Слушать"},
        {"url": "https://port.example/v.mp4", "mime_type": "video/mp4", "duration_in_seconds": 63},
    ],
}


@pytest.mark.parametrize(
    ("version", "author"),
    [("1", {"author": {"name": "Анна Примерова"}}), ("1.1", {"authors": [{"name": "Анна Примерова"}]})],
)
def test_json_feed(version: str, author: dict[str, Any]) -> None:
    feed = {"version": f"https://jsonfeed.org/version/{version}", "title": "Вести",
            "home_page_url": "https://port.example/", "items": [{**ITEM, **author}]}  # fmt: skip
    found = record("feed", json.dumps(feed))
    assert (found.id, found.url) == ("17", "https://port.example/news/17")
    assert found.authors == (Person(name="Анна Примерова"),)
    assert (found.lead, found.tags, found.section) == ("Коротко.", ("порт", "лёд"), None)
    assert found.body == (
        '<p>Текст <a href="https://port.example/news/more">дальше</a>.</p>'
        '<figure><audio src="https://port.example/a.mp3" type="audio/mpeg"></audio></figure>'
    )
    assert found.images == (Image(url="https://port.example/i/1.jpg", role="cover", type="image/jpeg"),)
    assert found.videos == (Video(url="https://port.example/v.mp4", type="video/mp4", duration=63),)


def test_json_that_is_no_feed() -> None:
    assert rejection("feed", '{"title": "x"}').code == "no-feed"
    assert rejection("feed", '{"items": [1]}').code == "no-record"
    assert rejection("feed", '{"items": ').code == "broken-json"
    assert rejection("feed", '{"items": []}').code == "empty"


@pytest.mark.parametrize(
    "name",
    ["content:encoded", "yandex:full-text", "mailru:full-text", "rambler:fulltext", "rambler:full-text",
     "turbo:content", "content", "fulltext"],
)  # fmt: skip
def test_the_whole_text_of_every_dialect(name: str) -> None:
    found = story(f"<description>Коротко.</description><{name}><![CDATA[{TEXT}]]></{name}>")
    assert (found.body, found.lead) == (TEXT, "Коротко.")


def test_the_whole_text_as_plain_text() -> None:
    found = story("<yandex:full-text>Раз.\n\nДва &amp;laquo;три&amp;raquo;.</yandex:full-text>")
    assert found.body == "<p>Раз.</p><p>Два «три».</p>"


def test_text_that_was_escaped_twice() -> None:
    found = story("<yandex:full-text><![CDATA[&lt;p&gt;Раз.&lt;/p&gt;]]></yandex:full-text>")
    assert found.body == "<p>Раз.</p>"


def test_a_teaser_does_not_win_over_the_whole_text() -> None:
    found = story(
        f"<content:encoded>Коротко…</content:encoded><yandex:full-text><![CDATA[{TEXT * 3}]]></yandex:full-text>"
    )
    assert found.body == TEXT * 3


def test_a_long_description_is_the_text() -> None:
    found = story(f"<description><![CDATA[{TEXT}]]></description>")
    assert (found.body, found.lead) == (TEXT, None)


def test_an_announcement_that_the_text_begins_with_is_no_lead() -> None:
    item = "<description>Первый теплоход […]</description>"
    assert story(f"{item}<content:encoded><![CDATA[{TEXT}]]></content:encoded>").lead is None


def test_a_picture_in_an_announcement_is_the_cover() -> None:
    found = story(
        '<description>&lt;img src="/i/7.jpg" alt="Лёд"&gt;Лёд сошёл.&lt;br clear="all"&gt;</description>'
    )
    assert (found.lead, found.body) == ("Лёд сошёл.", "")
    assert found.images == (
        Image(url="https://port.example/i/7.jpg", role="cover", type="image/jpeg", alt="Лёд"),
    )


def test_what_feeds_end_with_is_gone() -> None:
    end = (
        '<p><a href="https://port.example/news/17?utm_source=rss">Читать далее…</a></p>'
        '<p>Сообщение <a href="https://port.example/news/17">Пристань</a> появились сначала на '
        '<a href="/">Вести</a>.</p>'
        '<img src="https://feeds.feedburner.com/~r/x/~4/y" width="1" height="1"><img src="https://t.example/rss-pixel.png">'
    )
    assert story(f"<content:encoded><![CDATA[{TEXT}{end}]]></content:encoded>").body == TEXT


def test_a_turbo_page() -> None:
    page = (
        '<header><h1>Пристань открыли</h1><h2>С лета её чинили</h2><figure><img src="/i/t.jpg">'
        '<figcaption>Пристань</figcaption></figure><menu><a href="/">Главная</a></menu></header>'
        f'{TEXT}<div data-block="share" data-network="vkontakte"></div><figure data-turbo-ad-id="1"></figure>'
        '<div data-block="gallery"><img src="/i/1.jpg"><img src="/i/2.jpg"></div>'
    )
    found = record(
        "feed",
        rss(f"<link>https://port.example/17</link>{DATE}<turbo:content><![CDATA[{page}]]></turbo:content>"
            '<yandex:related><link url="/16" img="/i/16.jpg">Раньше</link></yandex:related>'),
    )  # fmt: skip
    assert (found.title, found.lead) == ("Пристань открыли", "С лета её чинили")
    assert found.body == (
        f'{TEXT}<figure class="gallery"><figure><img src="https://port.example/i/1.jpg"></figure>'
        '<figure><img src="https://port.example/i/2.jpg"></figure></figure>'
    )
    assert found.cover == Image(
        url="https://port.example/i/t.jpg", role="cover", type="image/jpeg", caption="Пристань"
    )
    [related] = found.related
    assert (related.url, related.title, related.image) == (
        "https://port.example/16", "Раньше", "https://port.example/i/16.jpg",
    )  # fmt: skip


def test_a_picture_is_told_once_with_all_that_is_known_of_it() -> None:
    found = story(
        '<enclosure url="/i/1.jpg" type="image/jpeg" length="184320"/>'
        '<media:content url="https://port.example/i/1.jpg" medium="image" width="1200" height="800">'
        '<media:description>Причал</media:description><media:credit role="photographer">А. Светлов</media:credit>'
        '<media:text>Теплоход у причала</media:text></media:content><media:thumbnail url="/i/small.jpg"/>'
    )
    assert found.images == (
        Image(
            url="https://port.example/i/1.jpg", role="cover", type="image/jpeg", width=1200, height=800,
            length=184320, alt="Теплоход у причала", caption="Причал", credit="А. Светлов",
        ),
    )  # fmt: skip


def test_of_a_group_the_best_version_is_taken() -> None:
    found = story(
        "<media:group>"
        '<media:content url="/v/360.mp4" type="video/mp4" height="360" duration="63"/>'
        '<media:content url="/v/720.mp4" type="video/mp4" height="720" duration="1:03"/>'
        '<media:content url="/v/1080.webm" type="video/webm" height="1080"/>'
        '<media:content url="/i/s.jpg" medium="image" width="300"/>'
        '<media:content url="/i/l.jpg" medium="image" width="1600"/>'
        '<media:title>Ледоход</media:title><media:thumbnail url="/v/t.jpg"/><media:player url="https://play.example/7"/>'
        "</media:group>"
    )
    [video] = found.videos
    assert video == Video(
        url="https://port.example/v/720.mp4", player="https://play.example/7", type="video/mp4", height=720,
        duration=63, thumbnail="https://port.example/v/t.jpg", title="Ледоход",
    )  # fmt: skip
    assert [image.url for image in found.images] == ["https://port.example/i/l.jpg"]


def test_a_sound_is_played_below_the_text() -> None:
    item = f'<description><![CDATA[{TEXT}]]></description><enclosure url="/e/1.mp3" type="audio/mpeg" length="7"/>'
    found = story(f'{item}<itunes:image href="/i/c.png"/><itunes:duration>63</itunes:duration>')
    assert found.body == (
        f'{TEXT}<figure><audio src="https://port.example/e/1.mp3" type="audio/mpeg"></audio></figure>'
    )
    assert [image.url for image in found.images] == ["https://port.example/i/c.png"]


def test_players_of_old_are_players_of_now() -> None:
    found = story(
        '<media:content url="https://www.youtube.com/v/abcdefgh?version=3" type="application/x-shockwave-flash"/>'
    )
    assert found.videos == (Video(player="https://www.youtube.com/embed/abcdefgh"),)


def test_faces_of_authors_are_no_pictures_of_the_story() -> None:
    found = story('<media:content url="https://secure.gravatar.com/avatar/1?s=96" medium="image"/>'
                  '<media:thumbnail url="/i/a.png" width="30" height="30"/>')  # fmt: skip
    assert found.images == ()


@pytest.mark.parametrize(
    ("element", "names"),
    [
        ("<author>anna@port.example (Анна Примерова)</author>", ["Анна Примерова"]),
        (
            "<dc:creator>Анна Примерова</dc:creator><dc:creator>Пётр Ёлкин</dc:creator>",
            ["Анна Примерова", "Пётр Ёлкин"],
        ),
        ("<dc:creator>Анна Примерова, Пётр Ёлкин</dc:creator>", ["Анна Примерова", "Пётр Ёлкин"]),
        ("<atom:author><atom:name>Анна Примерова</atom:name></atom:author>", ["Анна Примерова"]),
        ("<itunes:author>Анна Примерова</itunes:author>", ["Анна Примерова"]),
        ("<category>Город</category><dc:creator>Город</dc:creator>", []),
        ("<dc:creator></dc:creator>", []),
    ],
)
def test_authors(element: str, names: list[str]) -> None:
    assert [person.name for person in story(element).authors] == names


def test_the_feed_s_author_is_that_of_its_items() -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Записки</title><author><name>{}</name></author>'
        "<entry><title>Раз</title><id>http://x.example/1</id><updated>2026-11-23T10:00:00Z</updated></entry></feed>"
    )
    assert record("feed", feed.format("Анна Примерова")).authors == (Person(name="Анна Примерова"),)
    assert record("feed", feed.format("Записки")).authors == ()


def test_subjects_and_what_steers_a_platform() -> None:
    found = story(
        "<category>format-article</category><category>noindex</category><category>comment-all</category>"
        "<category>Город</category><category>порт</category><category>Порт</category>"
    )
    assert (found.section, found.tags) == ("Город", ("порт",))


def test_a_stated_section_leaves_all_categories_to_the_tags() -> None:
    found = story("<slash:section>Город</slash:section><category>порт</category><category>лёд</category>")
    assert (found.section, found.tags) == ("Город", ("порт", "лёд"))


def test_smaller_facts() -> None:
    found = story(
        "<comments>https://port.example/news/17#c</comments><slash:comments>12</slash:comments>"
        "<georss:point>59.9 30.3</georss:point><georss:featurename>Порт</georss:featurename>"
        '<media:rating scheme="urn:simple">adult</media:rating><yandex:genre>lenta</yandex:genre>'
        "<dc:rights>Вести, 2026</dc:rights><dcterms:modified>2026-11-23T11:00:00+03:00</dcterms:modified>"
        "<dcterms:valid>start=2026-11-23T10:00:00+03:00; end=2026-12-01T10:00:00+03:00</dcterms:valid>"
    )
    assert found.comments is not None
    assert (found.comments.count, found.comments.url) == (12, "https://port.example/news/17#c")
    assert found.place == Place(name="Порт", latitude=59.9, longitude=30.3)
    assert (found.rating, found.genre, found.rights) == ("adult", "flash", "Вести, 2026")
    assert found.updated is not None
    assert found.expires is not None
    assert found.expires.isoformat() == "2026-12-01T10:00:00+03:00"


def test_a_story_that_was_taken_back() -> None:
    assert story('<media:status state="deleted"/>').withdrawn == "deleted"
    assert story('<media:status state="active"/>').withdrawn is None


def test_a_tombstone_takes_a_story_back() -> None:
    source = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">'
        '<title>Портовые вести</title><link href="https://port.example/"/>'
        '<at:deleted-entry ref="https://port.example/7" when="2026-11-24T10:00:00Z">'
        "<at:comment>Ошибка</at:comment></at:deleted-entry>"
        '<at:deleted-entry ref="tag:port.example,2026:8" when="2026-11-24T10:00:00Z"/></feed>'
    )
    gone, unknown = answers("feed", source)
    assert isinstance(gone, Article)
    assert (gone.id, gone.url, gone.withdrawn) == ("https://port.example/7",) * 2 + ("Ошибка",)
    assert isinstance(unknown, Rejection)
    assert record("feed", source.replace("https://port.example/7", "tag:port.example,2026:7").replace(
        '<at:deleted-entry ref="tag:port.example,2026:8" when="2026-11-24T10:00:00Z"/>', ""
    ), url="https://port.example/{id}").withdrawn == "Ошибка"  # fmt: skip


@pytest.mark.parametrize(
    ("links", "url"),
    [
        (
            "<feedburner:origLink>https://port.example/7</feedburner:origLink><link>https://fb.example/~3/7</link>",
            "7",
        ),
        ("<link>/7</link>", "7"),
        ("<link>  https://port.example/7?utm_source=rss&amp;utm_medium=feed\n</link>", "7"),
        ('<link/><atom:link href="https://port.example/7"/>', "7"),
        ("<guid>https://port.example/7</guid>", "7"),
        ("<guid isPermaLink='false'>7</guid><link>https://port.example/8</link>", "8"),
    ],
)
def test_addresses(links: str, url: str) -> None:
    found = record("feed", rss(f"<title>Раз</title>{DATE}{links}"))
    assert found.url == f"https://port.example/{url}"


def test_an_item_without_an_address_has_that_of_the_file() -> None:
    item = f"<title>Раз</title>{DATE}<guid isPermaLink='false'>7</guid>"
    assert record("feed", rss(item), address="https://port.example/7").url == "https://port.example/7"
    assert rejection("feed", rss(item)).code == "no-url"


@pytest.mark.parametrize(
    ("date", "instant"),
    [
        ("<pubDate>23 Nov 2026 10:00 MSK</pubDate>", "2026-11-23T10:00:00+03:00"),
        ("<pubDate>Sun, 23 Nov 2026 10:00:00 +0300</pubDate>", "2026-11-23T10:00:00+03:00"),
        ("<pubDate>2026-11-23 10:00:00</pubDate>", "2026-11-23T10:00:00+03:00"),
        ("<pubDate>Пн, 23 ноя 2026 10:00:00 +0300</pubDate>", "2026-11-23T10:00:00+03:00"),
        (
            "<pubDate>yesterday or so</pubDate><dc:date>2026-11-23T10:00:00Z</dc:date>",
            "2026-11-23T10:00:00+00:00",
        ),
        (
            "<pubDate></pubDate><dcterms:modified>2026-11-23T10:00:00Z</dcterms:modified>",
            "2026-11-23T10:00:00+00:00",
        ),
        ("<PubDate>Mon, 23 Nov 2026 10:00:00 GMT</PubDate>", "2026-11-23T10:00:00+00:00"),
    ],
)
def test_dates_as_publishers_write_them(date: str, instant: str) -> None:
    found = record("feed", rss(f"<title>Раз</title><link>https://port.example/7</link>{date}"))
    assert found.published.isoformat() == instant


def test_what_is_missing_is_told_for_each_item_with_its_line() -> None:
    found = answers("feed", rss(CORE, "\n<link>https://port.example/8</link>"))
    assert isinstance(found[0], Article)
    assert isinstance(found[1], Rejection)
    assert found[1].reason == "states no title, and states no date of publication"
    assert found[1].file == "file"


def test_the_language_of_the_letters_wins_over_the_feed_s() -> None:
    item = CORE + f"<description><![CDATA[{TEXT}]]></description>"
    assert record("feed", rss(item, channel="<language>en-us</language>")).language == "ru"
    assert record("feed", rss(item, channel="<language>ru-RU</language>")).language == "ru-RU"


def test_the_outlet_s_name_behind_a_title_is_gone() -> None:
    item = CORE.replace("Пристань открыли", "Пристань открыли — Портовые вести")
    assert record("feed", rss(item)).title == "Пристань открыли"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r", "utf-16", "cp866"])
def test_any_encoding(encoding: str) -> None:
    text = rss(CORE + f"<description><![CDATA[{TEXT}]]></description>").replace(
        '<?xml version="1.0"?>', f'<?xml version="1.0" encoding="{encoding}"?>'
    )
    assert record("feed", text.encode(encoding)).body == TEXT


def test_a_lying_encoding() -> None:
    text = rss(CORE + f"<description><![CDATA[{TEXT}]]></description>").replace(
        '<?xml version="1.0"?>', '<?xml version="1.0" encoding="utf-8"?>'
    )
    assert record("feed", text.encode("windows-1251")).body == TEXT


BROKEN = rss(CORE, CORE.replace("17", "18"), CORE.replace("17", "19"))


def test_a_document_that_breaks_off_gives_what_is_whole() -> None:
    found = answers("feed", BROKEN[: BROKEN.index("news/19") + 3])
    assert [type(answer).__name__ for answer in found] == ["Article", "Article", "Rejection"]
    assert isinstance(found[2], Rejection)
    assert found[2].code == "cut-off"


@pytest.mark.parametrize(
    "broken",
    [
        "<description><p>Раз<br>два</description>",
        "<description>Раз</p></description>",
        "<x:y>",
        "<description a=b>Раз</description>",
    ],
)
def test_a_broken_item_does_not_take_the_others_with_it(broken: str) -> None:
    first, second, third = CORE, CORE.replace("17", "18") + broken, CORE.replace("17", "19")
    found = answers("feed", rss(first, second, third))
    assert len(found) == 3
    urls = [answer.url for answer in found if isinstance(answer, Article)]
    assert "https://port.example/news/17" in urls
    assert "https://port.example/news/19" in urls


def test_markup_that_nobody_escaped_is_markup() -> None:
    found = record("feed", rss(CORE + "<description><p>Раз</p><p>два <b>три</b></p></description>"))
    assert found.body == "<p>Раз</p><p>два <strong>три</strong></p>"
    found = record("feed", rss(CORE + "<description><p>Раз<br>два</p><p>три</description>"))
    assert found.body == "<p>Раз<br>два</p><p>три</p>"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>', "a sitemap"),
        ("<html><body/></html>", "a page"),
        ("<opml/>", "a list of feeds"),
        ("<x/>", "root is x"),
        ("не XML", "no XML"),
        ("", "empty"),
    ],
)
def test_what_is_no_feed_is_told_apart(source: str, said: str) -> None:
    assert said in rejection("feed", source).reason


def test_a_feed_without_items_says_so() -> None:
    assert rejection("feed", rss()).code == "empty"


@pytest.mark.parametrize(
    "source",
    [
        "<rss><channel>" + "<item>" * 50_000,
        "<rss><channel>" + "<item><title>x" * 20_000 + "</item>",
        "<rss><channel><item>" + "<title>" * 100_000 + "</item></channel></rss>",
        rss(CORE + "<description>" + "<![CDATA[" + "<div>" * 100_000 + "]]></description>"),
        rss(CORE + "<description>" + "<div>" * 300 + "</description>"),
        rss(CORE + "<category>x</category>" * 20_000),
        '{"items": [' + '{"a": ' * 5_000,
        '{"items": [{"title": "x", "authors": ' + "[" * 900 + "]" * 900 + "}]}",
    ],
    ids=["items", "titles", "leaves", "html", "elements", "categories", "json", "lists"],
)
def test_hostile_feeds_are_bounded(source: str) -> None:
    for answer in answers("feed", source):
        assert isinstance(answer, Article | Rejection)


def test_many_items_are_read_one_by_one() -> None:
    found = records("feed", rss(*(CORE.replace("17", str(n)) for n in range(500))))
    assert len({article.url for article in found}) == 500
