"""What the platforms' rules say of the story's text, and of what only they have."""

from __future__ import annotations

from datetime import datetime

import pytest
from rule_examples import codes, findings, said

from feeds.checking.demands import example
from feeds.checking.finding import Finding
from feeds.targets import registry
from feeds.targets.check import check
from feeds.targets.flipboard import rules as flipboard
from feeds.targets.mailru import rules as mailru
from feeds.targets.msn.rules import base as msn
from feeds.targets.rambler import rules as rambler
from feeds.targets.smartnews.rules import base as smartnews
from feeds.targets.turbo.rules import base as turbo
from feeds.targets.vk import rules as vk
from feeds.targets.yandex_news.rules import base as yandex

NEWS = "2026-11-23T12:00:00+03:00"


def served(target: str, data: bytes) -> list[Finding]:
    """What is found in a document as it is served, in whatever encoding."""
    return check(data, target, now=datetime.fromisoformat(NEWS))


def judged(target: str, find: str, put: str, **circumstances: str) -> list[str]:
    return said(registry.rules(target), find, put, **circumstances)


@pytest.mark.parametrize(
    ("put", "expected"),
    [
        ("<p>Конец.</p>", []),
        ("<P>Конец.<BR>Точка<STRONG>!</STRONG></P>", []),
        ("<p>Пишут &lt;script&gt; и &lt;img&gt;.</p>", []),
        ("<!-- <script>x()</script> -->", []),
        ("<SCRIPT>x()</SCRIPT>", ["error YN025"]),
        ("<style>p {}</style>", ["error YN025"]),
        ("<img src='https://zarya.example/1.jpg'>", ["warning YN024"]),
        ("<p><iframe src='https://player.example/1'></iframe><video></video></p>", ["warning YN024"] * 2),
        ("<p>youtu.be/LADA4021</p>", ["warning YN024"]),
        ("<p>https://rutube.ru/video/4021/</p>", ["warning YN024"]),
        ("<p>HTTPS://VK.COM/VIDEO-1_2</p>", ["warning YN024"]),
        ("<p><a href='https://vk.com/video-1_2'>видео</a></p>", []),
        ("<p>Читайте на vk.com и ok.ru</p>", []),
        ("[gallery ids='1,2']", ["warning YN026"]),
        ("[caption id=&quot;1&quot;]", ["warning YN026"]),
        ("[embed]https://zarya.example/1[/embed]", ["warning YN026"]),
        ("[vc_row]", ["warning YN026"]),
        ("<p>Цитата [1], [sic], [строители], [...] и [от ред. – Зарья]</p>", []),
        ("<p>Читайте</p>\n<p>Заря над Ладой</p>", ["info YN027"]),
    ],
)
def test_yandex_full_text(put, expected) -> None:
    assert judged("yandex-news", yandex.LAST, put) == expected


@pytest.mark.parametrize(
    ("put", "expected"),
    [
        ("", ["error YN020"]),
        ("<yandex:fulltext>Сорок яблонь.</yandex:fulltext>", ["error YN020"]),
        ("<yandex:full_text>Сорок яблонь.</yandex:full_text>", ["error YN020"]),
        ("<full-text>Сорок яблонь.</full-text>", ["error YN020"]),
        (f"<content:encoded>{example.ALLEYA_1}</content:encoded>", ["warning YN020"]),
        ("<content:encoded> </content:encoded>", ["error YN020"]),
        ("<yandex:full-text/>", ["error YN021"]),
        ("<yandex:full-text> \n&#160;</yandex:full-text>", ["error YN021"]),
        ("<yandex:full-text>&lt;p&gt;&lt;/p&gt;&lt;br&gt;</yandex:full-text>", ["error YN021"]),
        ("<yandex:full-text>Сорок яблонь.</yandex:full-text>", ["info YN022"]),
        (f"<yandex:full-text>&amp;lt;p&amp;gt;{example.ALLEYA_1}</yandex:full-text>", ["error YN023"]),
        (f"<yandex:full-text>&amp;#60;p&amp;#62;{example.ALLEYA_1}</yandex:full-text>", ["error YN023"]),
        (f"<yandex:full-text>&amp;#x3C;br/>{example.ALLEYA_1}</yandex:full-text>", ["error YN023"]),
        (f"<yandex:full-text>5 &amp;lt; 7, {example.ALLEYA_1}</yandex:full-text>", []),
    ],
)
def test_yandex_missing_text(put, expected) -> None:
    assert judged("yandex-news", yandex.SECOND_TEXT, put) == expected


@pytest.mark.parametrize(
    ("find", "put", "expected"),
    [
        (yandex.GENRE, "<yandex:genre> interview </yandex:genre>", []),
        (yandex.GENRE, "<yandex:genre>Message</yandex:genre>", ["error YN032"]),
        (yandex.GENRE, "<yandex:genre>lеnta</yandex:genre>", ["error YN032"]),
        (yandex.GENRE, "<yandex:genre/>", ["error YN032"]),
        (yandex.GENRE, "<yandex:genre>lenta</yandex:genre>", ["info YN033"]),
        (example.CATEGORY, "<category> </category>", ["warning YN031"]),
        (example.CATEGORY, example.CATEGORY * 3, ["warning YN030"] * 2),
        (yandex.SQUARE_LOGO, "<yandex:logo type=' square '>https://zarya.example/s.png</yandex:logo>", []),
        (yandex.SQUARE_LOGO, "", ["warning YN007"]),
        (yandex.SQUARE_LOGO, "<yandex:logo>https://zarya.example/s.png</yandex:logo>", ["warning YN007"]),
        (example.TITLE, f"<title>{'М' * 241}</title>", ["warning YN011"]),
        (example.LINK, "<link>https://vesti.example/4021</link>", ["error YN014"]),
        (example.LINK, "<link>https://m.zarya.example/4021</link>", ["error YN014"]),
        (example.LINK, "<link>https://www.zarya.example/4021</link>", []),
        (example.LINK, "<link>https://zarya.example/news</link>", ["info YN015"]),
        (example.DATE, "<pubDate>Sun, 15 Nov 2026 12:00:00 +0300</pubDate>", ["info YN052", "warning YN017"]),
        (example.DATE, "<pubDate>Sun, 15 Nov 2026 11:59:59 +0300</pubDate>", ["error YN017", "info YN052"]),
        (example.DATE, "<pubDate>Mon, 23 Nov 2026 12:05:01 +0300</pubDate>", ["warning YN018"]),
        (yandex.MEDIA, "<media:content url='https://zarya.example/1.jpg' medium='image' height='319'/>",
         ["warning YN043"]),
        (yandex.MEDIA, "<media:content type='video/mp4'/>", ["error YN044"]),
        (yandex.MEDIA, "<media:content type='video/mp4'><media:player url='https://v.example/'/></media:content>", []),
        (yandex.MEDIA, "<media:player/>", ["error YN044"]),
        (example.ENCLOSURE, example.ENCLOSURE.replace("zarya.example", "img.zarya.example"), []),
        (example.ENCLOSURE, example.ENCLOSURE.replace("zarya.example", "zarya-cdn.example"), ["warning YN041"]),
        (example.ENCLOSURE, example.ENCLOSURE + example.ENCLOSURE.replace("zarya", "ZARYA"), ["warning YN042"]),
        (example.AUTHOR, "<turbo:content xmlns:turbo='http://turbo.yandex.ru'>x</turbo:content>", ["info YN060"]),
        (example.LANGUAGE, "<yandex:analytics type='Google' id='1'/>", ["info YN060"]),
    ],
)  # fmt: skip
def test_yandex_stories(find, put, expected) -> None:
    assert judged("yandex-news", find, put) == expected


def test_yandex_feeds_as_a_whole() -> None:
    rules = registry.rules("yandex-news")
    empty = rules.example[: rules.example.index("<item>")] + "</channel></rss>"
    assert codes(findings(rules, empty)) == {"YN051": 1}
    padding = "<!--" + "x" * 9_900_000 + "-->"
    assert said(rules, example.LANGUAGE, example.LANGUAGE + padding) == []
    assert said(rules, example.LANGUAGE, example.LANGUAGE + padding + padding) == ["error YN050"]
    windows = rules.example.replace("UTF-8", "windows-1251").encode("windows-1251", "xmlcharrefreplace")
    assert codes(served("yandex-news", windows), least="warning") == {"YN004": 1}


@pytest.mark.parametrize(
    ("put", "expected"),
    [
        ("<H2>Итог</H2><OL><LI>раз</LI></OL><BLOCKQUOTE>да</BLOCKQUOTE>", []),
        ("<h1>Итог</h1>", ["info RM022"]),
        ("<span>да</span><u>нет</u>", ["info RM022"] * 2),
        ("<table><tr><td>1</td></tr></table>", ["info RM022"] * 2 + ["warning RM022"]),
        ("<IFRAME src='https://x.example/'></IFRAME>", ["warning RM022"]),
        ("<script>x()</script>", ["error RM022"]),
        ("<img src='/1.jpg'>", ["error RM023", "info RM022"]),
        ("<a href='../1'>да</a>", ["error RM023"]),
        ("<a href=''>да</a>", ["error RM023"]),
        ("<a href='#top'>да</a><a href='tg://resolve'>да</a>", []),
        ("<a href='//ladinsk.example/'>да</a>", ["error RM023"]),
    ],
)
def test_rambler_text(put, expected) -> None:
    assert judged("rambler", rambler.LAST, put) == expected


@pytest.mark.parametrize(
    ("put", "expected"),
    [
        ("", ["warning RM020"]),
        ("<rambler:fulltext/>", ["warning RM020"]),
        ("<rambler:fultext>Аллея</rambler:fultext>", ["warning RM020"]),
        ("<rambler:full-text>Аллея</rambler:full-text>", ["warning RM021"]),
        ("<content>Аллея</content>", ["warning RM021"]),
        ("<content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'>А</content:encoded>",
         ["warning RM020"]),
    ],
)  # fmt: skip
def test_rambler_missing_text(put, expected) -> None:
    assert judged("rambler", rambler.SECOND_TEXT, put) == expected


@pytest.mark.parametrize(
    ("find", "put", "expected"),
    [
        ('<?xml version="1.0" encoding="UTF-8"?>\n', "", ["error RM002"]),
        ('<?xml version="1.0" encoding="UTF-8"?>', "<?xml version='1.0'?>", []),
        ('<?xml version="1.0" encoding="UTF-8"?>', "<?xml-stylesheet href='x'?>", ["error RM002"]),
        (example.DESCRIPTION, "", ["error RM017"]),
        (example.DESCRIPTION, "<description> </description>", ["error RM017"]),
        (example.SECOND_DATE, "<pubDate>Mon, 23 Nov 2026 10:00:01 +0300</pubDate>", ["info RM040"]),
        (example.SECOND_DATE, "<pubDate>Mon, 23 Nov 2026 12:30:00 +0530</pubDate>", []),
    ],
)
def test_rambler_feeds(find, put, expected) -> None:
    assert judged("rambler", find, put) == expected


def test_rambler_encodings() -> None:
    rules = registry.rules("rambler")
    windows = rules.example.replace("UTF-8", "windows-1251")
    found = served("rambler", windows.encode("windows-1251", "xmlcharrefreplace"))
    assert codes(found, least="warning") == {"RM007": 1}
    assert codes(served("rambler", b"\xef\xbb\xbf" + rules.example.encode())) == {"RM002": 1}
    assert codes(served("rambler", windows.encode()), least="warning")["RM003"] == 1


@pytest.mark.parametrize(
    ("find", "put", "expected"),
    [
        (mailru.LAST, "<p>да<br>нет</p>", []),
        (mailru.LAST, "<h2>да</h2><img src='https://zarya.example/1.jpg'>", ["warning MR022"] * 2),
        (mailru.LAST, "<script>x()</script>", ["error MR022"]),
        (mailru.LAST, "<a href='/1'>да</a>", ["error MR023"]),
        (mailru.SECOND_TEXT, "<mailru:full-text> &#160; </mailru:full-text>", ["error MR020"]),
        (mailru.SECOND_TEXT, "<mailru:full_text>Аллея</mailru:full_text>", ["error MR020"]),
        (
            mailru.SECOND_TEXT,
            example.SECOND_DESCRIPTION.replace("description", "mailru:full-text"),
            ["warning MR021"],
        ),
        (example.TITLE, "<title> Мост открыли</title>", ["warning MR010"]),
        (example.TITLE, "<title><![CDATA[Мост открыли\n]]></title>", ["warning MR010"]),
        (example.DESCRIPTION, "", ["warning MR014"]),
        (example.DESCRIPTION, "<description>&lt;p&gt;Мост.&lt;/p&gt;</description>", ["warning MR014"]),
        (example.CHANNEL_LINK, "<link>https://zarya.example/feed.RSS</link>", ["warning MR005"]),
        (example.CHANNEL_LINK, "<link>https://zarya.example/rss/</link>", []),
        (example.AUTHOR, "<author>//zarya.example</author>", ["info MR041"]),
        (example.AUTHOR, "<author>www.zarya.example</author>", ["info MR041"]),
        (example.AUTHOR, "<breaking> 1 </breaking><exclusive>0</exclusive>", []),
        (example.AUTHOR, "<breaking>true</breaking><exclusive/>", ["warning MR040"] * 2),
        (example.ENCLOSURE, example.ENCLOSURE * 6, []),
        (example.ENCLOSURE, example.ENCLOSURE * 7, ["info MR031"]),
        (mailru.LOGO, f"{mailru.LOGO}<width>200</width><height>100</height>", ["info MR006"]),
    ],
)
def test_mailru(find, put, expected) -> None:
    assert judged("mailru", find, put) == expected


@pytest.mark.parametrize(
    ("find", "put", "expected"),
    [
        (vk.SECOND_TEXT, "", ["info VK020"]),
        (vk.LAST, "<p>да<br>нет</p><table></table>", ["info VK021"] * 2),
        (vk.LAST, "<figure><img src='https://zarya.example/1.jpg'><figcaption>да</figcaption></figure>", []),
        (example.DESCRIPTION, "", ["warning VK016"]),
        (example.DESCRIPTION, "<description/>", ["warning VK016"]),
        (example.DESCRIPTION, "<description>Мост <i>открыт</i></description>", ["warning VK015"]),
        (example.DESCRIPTION, "<description><![CDATA[Мост<br>открыт]]></description>", ["warning VK015"]),
        (example.DESCRIPTION, "<description>8 &lt; 30 &amp; x&lt;y</description>", []),
        (
            example.SECOND_ENCLOSURE,
            "<enclosure url='https://zarya.example/a.mp3' type='audio/mpeg'/>",
            ["warning VK030"],
        ),
    ],
)
def test_vk(find, put, expected) -> None:
    assert judged("vk", find, put) == expected


@pytest.mark.parametrize(("number", "expected"), [(48, {}), (49, {"VK040": 1, "VK041": 1})])
def test_a_wall_takes_fifty_posts_a_day(number, expected) -> None:
    rules = registry.rules("vk")
    one = rules.example[rules.example.index("<item>") : rules.example.index("</item>") + 7]
    more = "".join(
        one.replace(example.GUID, f"<guid>{n}</guid>").replace(
            example.DATE, "<pubDate>Mon, 23 Nov 2026 09:00:00 +0300</pubDate>"
        )
        for n in range(number)
    )
    whole = rules.example.replace("</channel>", f"{more}</channel>").replace(
        example.SECOND_DATE, "<pubDate>Mon, 23 Nov 2026 08:00:00 +0300</pubDate>"
    )
    found = codes(findings(rules, whole))
    assert {code: found[code] for code in ("VK040", "VK041") if found[code]} == expected


@pytest.mark.parametrize(
    ("find", "put", "expected"),
    [
        (turbo.FIRST_ITEM, f"<item turbo='True'>{example.TITLE}", ["error TU010"]),
        (turbo.FIRST_ITEM, f"<item turbo=''>{example.TITLE}", ["error TU010"]),
        (example.LINK, f"<link>https://zarya.example/{'a' * 222}</link>", ["error TU011"]),
        (example.LINK, f"<link>https://zarya.example/{'a' * 221}</link>", []),
        (example.LINK, "<link>https://www.zarya.example/4021</link>", []),
        (example.LINK, "<link>https://ladinsk.example/4021</link>", ["error TU013"]),
        (example.DATE, "<pubDate>2026-11-23</pubDate>", ["warning TU014"]),
        (example.TITLE, f"<title>{'М' * 241}</title>", ["warning TU015"]),
        (turbo.HEADING, "<h2>Мост</h2>", ["error TU021"]),
        (turbo.HEADING, "<h1>Мост</h1><H1>Лада</H1>", ["warning TU022"]),
        (turbo.ANCHOR, "<section>да</section>", ["warning TU023"]),
        (turbo.ANCHOR, "<div data-block='search'><form><input></form></div>", []),
        (turbo.ANCHOR, "<form><input></form>", ["warning TU023"] * 2),
        (turbo.ANCHOR, "<style>p{}</style>", ["error TU024"]),
        (turbo.ANCHOR, "<a href='#foto '>да</a>", []),
        (turbo.ANCHOR, "<a href='#x'>да</a>", ["warning TU025"]),
        (turbo.ANCHOR, "<img src='1.jpg'>", ["error TU026"]),
        (turbo.ANCHOR, turbo.MENU, ["warning TU027"]),
        (turbo.SHARE, "<div data-block=' Share '></div>", ["warning TU028"]),
        (turbo.RELATED, turbo.RELATED * 30, []),
        (turbo.ANALYTICS, "<turbo:analytics type='LiveInternet'/>", []),
        (turbo.ANALYTICS, "<turbo:analytics type='Google' id=' '/>", ["warning TU033"]),
        (turbo.ANALYTICS, "<turbo:analytics id='1'/>", ["warning TU033"]),
        (turbo.ANALYTICS, "<turbo:analytics type='custom' id='1'/>", ["warning TU033"]),
    ],
)
def test_turbo(find, put, expected) -> None:
    assert judged("turbo", find, put) == expected


def test_turbo_pages_that_are_taken_back_need_no_text() -> None:
    rules = registry.rules("turbo")
    source = rules.example.replace('turbo="true"', 'turbo="false"')
    assert {f.severity for f in findings(rules, source) if f.code == "TU001"} == {"info"}


@pytest.mark.parametrize(
    ("find", "put", "expected"),
    [
        (smartnews.LOGO, "<snf:logo/>", ["error SNF003"]),
        (smartnews.LOGO, "<snf:logo><url>/logo.png</url></snf:logo>", ["error SNF003"]),
        (smartnews.LOGO, "<snf:logo><snf:url>https://zarya.example/l.png</snf:url></snf:logo>", ["error SNF003"]),
        (smartnews.LOGO, "<snf:logo><url>https://zarya.example/l.svg?x=.png</url></snf:logo>", ["warning SNF005"]),
        (smartnews.LOGO, f"{smartnews.LOGO}<snf:darkModeLogo/>", ["error SNF003"]),
        (smartnews.CHANNEL_DATE, "", ["error SNF003"]),
        (smartnews.CHANNEL_DATE, "<pubDate>2026-11-23</pubDate>", ["error SNF009"]),
        (example.LANGUAGE, "", ["error SNF003"]),
        (example.CHANNEL_DESCRIPTION, "<description> </description>", ["error SNF003"]),
        (smartnews.THUMBNAIL, "<media:thumbnail/>", ["error SNF007"]),
        (smartnews.THUMBNAIL, "<media:thumbnail url='/1.jpg'/>", ["error SNF007"]),
        (smartnews.THUMBNAIL, "<media:thumbnail url='https://zarya.example/1.GIF'/>", ["warning SNF007"]),
        (smartnews.THUMBNAIL, "<media:thumbnail url='https://zarya.example/1' width='1499' height='9'/>",
         ["warning SNF007"]),
        (smartnews.THUMBNAIL, "<media:thumbnail url='https://zarya.example/1' width='9' height='1500'/>", []),
        (smartnews.CREATOR, "<author>Вера</author>", ["warning SNF008"]),
        (smartnews.CREATOR, "<dc:creator/>", ["warning SNF008"]),
        (example.DATE, "<pubDate>Mon, 23 Nov 26 10:00:00 +0300</pubDate>", ["error SNF009"]),
        (example.DATE, "<pubDate>Mon, 23 Nov 2026 12:06:00 +0300</pubDate>", ["error SNF009"]),
        (example.DATE, "<pubDate>Mon, 23 Nov 2026 23:00:00 +1400</pubDate>", []),
        (example.DATE, "<pubDate>Mon, 23 Nov 2026 10:00</pubDate>", ["error SNF009"]),
        (example.LINK, "<link>https://zarya.example/1?UTM_Source=x</link>", ["error SNF010"]),
        (example.LINK, "<link>https://zarya.example/1?q=utm_source</link>", []),
        (smartnews.STATUS, "<media:status/>", ["error SNF013"]),
        (smartnews.STATUS, "<media:status state='Active'/>", ["error SNF013"]),
        (smartnews.BODY, "<content:encoded> </content:encoded>", ["error SNF006"]),
        (smartnews.BODY, "<content:encode>x</content:encode>", ["error SNF006"]),
        (smartnews.BODY, "<content:encoded>&lt;img src='https://zarya.example/1.jpg'&gt;</content:encoded>", []),
        (smartnews.BODY, smartnews.BODY.replace("<p>", "<SCRIPT></SCRIPT><head></head><p>", 1), ["warning SNF014"] * 2),
        (smartnews.BODY, smartnews.BODY.replace("<![CDATA[", "<![CDATA[<!doctype html>"), ["warning SNF014"]),
        (smartnews.SPONSORED, smartnews.SPONSORED.replace(" title=", " name="), ["warning SNF015"]),
        (smartnews.ANALYTICS, "<snf:analytics><script>x()</script></snf:analytics>", ["error SNF016"]),
        (smartnews.ANALYTICS, "<snf:analytics/>", ["error SNF016"]),
        (smartnews.ANALYTICS, "<snf:analytics>&lt;script src='https://x.example/'&gt;&lt;/script&gt;</snf:analytics>", []),
    ],
)  # fmt: skip
def test_smartnews(find, put, expected) -> None:
    assert judged("smartnews", find, put) == expected


@pytest.mark.parametrize(
    "declared", ["", ' xmlns:snf="http://www.smartnews.com/snf"', ' xmlns:s="https://www.smartnews.be/snf"']
)
def test_a_feed_without_its_namespace_is_no_smartformat(declared: str) -> None:
    source = f"<rss version='2.0'{declared}><channel><title>З</title></channel></rss>"
    assert codes(findings(registry.rules("smartnews"), source))["SNF001"] == 1


@pytest.mark.parametrize(
    ("find", "put", "expected"),
    [
        (msn.TITLE, f"<title>{'F' * 20}</title>", ["error MSN001"]),
        (msn.TITLE, f"<title> {'F' * 20} </title>", ["error MSN001"]),
        (msn.TITLE, f"<title>{'Ж' * 21}</title>", []),
        (msn.TITLE, f"<title>{'F' * 150}</title>", []),
        (msn.TITLE, f"<title>{'F' * 151}</title>", ["error MSN001"]),
        (msn.TITLE, f"<title>{'F' * 60}</title><mi:shortTitle>{'F' * 55}</mi:shortTitle>", ["error MSN001"]),
        (msn.TITLE, f"<title>{'F' * 200}</title><mi:shortTitle/>", ["error MSN001"]),
        (msn.TITLE, "", ["error MSN001"]),
        (msn.SECOND_TEXT, "", ["error MSN002"]),
        (msn.SECOND_TEXT, f"<content:encoded>{'a' * 449}</content:encoded>", ["error MSN002"]),
        (msn.SECOND_TEXT, f"<content:encoded>{'a ' * 250_001}</content:encoded>", ["error MSN002"]),
        (msn.SECOND_TEXT, f"<content:encoded>{'ab ' * 166_667}</content:encoded>", []),
        (msn.GUID, "", ["error MSN003"]),
        (msn.SECOND_GUID, msn.GUID, ["error PRT001"]),
        (msn.DATE, "", ["error MSN004"]),
        (msn.DATE, "<pubDate>lundi, 23 nov. 2026 07:00:00 GMT</pubDate>", ["error MSN004"]),
        (msn.DATE, "<pubDate>2026-11-23T07:00:00Z</pubDate>", ["error MSN004"]),
        (msn.DATE, "<pubDate>Mon, 23 Nov 2026 09:04:59 GMT</pubDate>", []),
        (msn.DATE, "<pubDate>Mon, 23 Nov 2026 09:06:00 GMT</pubDate>", ["error MSN004"]),
        (msn.DATE, "<pubDate>Sun, 23 Nov 2025 08:59:59 GMT</pubDate>", ["error MSN004"]),
        (msn.LINK, msn.LINK.replace("https", "http"), ["error MSN006"]),
        (msn.LINK, "<link>/bridge</link>", ["error MSN006"]),
        (msn.LINK, "", ["error MSN006"]),
        (msn.PICTURE, msn.PICTURE.replace("https://zarya.example/img", "img"), ["error MSN006"]),
        (msn.LAST, "<p><img src='http://zarya.example/1.jpg'></p>", ["error MSN006"]),
        (msn.PICTURE, msn.PICTURE.replace("1600", "719"), ["warning MSN007"]),
        (msn.PICTURE, f"{msn.PICTURE} fileSize='15000000'", ["warning MSN007"]),
        (msn.PICTURE, msn.PICTURE.replace("image/jpeg", "image/tiff"), ["warning MSN007"]),
        (msn.CREDIT, "", ["warning MSN007"]),
        (msn.ALTERNATIVE, "<media:text> </media:text>", ["warning MSN007"]),
        (msn.MEDIA, "", ["warning MSN007"]),
        (msn.LAST, "<SCRIPT>x()</SCRIPT>", ["error MSN009"]),
        (msn.LAST, "<p onclick='x()'>да</p>", ["error MSN009"]),
        (msn.LAST, "<object><param></object>", ["error MSN009"] * 2),
        (msn.LAST, "<figure><h6>да</h6></figure>", ["warning MSN009"] * 2),
        (msn.LAST, "<iframe src='https://www.youtube.com/embed/1'></iframe>", ["warning MSN009"]),
        (msn.LAST, "<div>" * 10 + "да" + "</div>" * 10, ["error MSN009"]),
        (msn.LAST, "<div>" * 9 + "да<br>" + "</div>" * 9, []),
        (msn.VALID, "<dcterms:valid>end=2026-11-23T11:00:00Z</dcterms:valid>", []),
        (msn.VALID, "<dcterms:valid>end=2026-11-23T10:59:59Z</dcterms:valid>", ["error MSN010"]),
        (msn.VALID, "<dcterms:valid>End = 2026-11-23T13:00:00+03:00 ; scheme=W3C-DTF</dcterms:valid>", ["error MSN010"]),
        (msn.VALID, "<dcterms:valid>end=tomorrow</dcterms:valid>", ["error MSN010"]),
        (msn.VALID, "<dcterms:valid>end=2026-12-01T00:00:00</dcterms:valid>", ["error MSN010"]),
        (msn.VALID, "<dcterms:valid>2026-12-01T00:00:00Z</dcterms:valid>", ["error MSN010"]),
        (msn.VALID, "<dcterms:valid>start=2026-11-23T07:00:00Z</dcterms:valid>", []),
        (msn.VALID, "<dcterms:valid>end=2026-12-01</dcterms:valid>", []),
        (f"{msn.MODIFIED}\n      {msn.VALID}", "<dcterms:valid>end=2026-11-23T08:00:00Z</dcterms:valid>",
         ["error MSN010"]),
        (msn.VALID, "<dcterms:valid>end=2026-11-23T08:00:00Z</dcterms:valid>", []),
        (msn.CREATOR, f"{msn.CREATOR}<dc:language>FR</dc:language>", ["error MSN011"]),
        (msn.CREATOR, f"{msn.CREATOR}<dc:language>en_US</dc:language>", []),
        (msn.MEDIA, "<media:content url='https://zarya.example/1.mp4' medium='video' type='video/mp4'/>",
         ["error MSN011"]),
        (msn.MEDIA, f"<media:group>{msn.MEDIA}</media:group>", ["error MSN012"]),
        (msn.MEDIA, f"<media:group>{msn.MEDIA * 200}</media:group>", []),
        (msn.MEDIA, msn.MEDIA * 201, ["error MSN012"]),
    ],
)  # fmt: skip
def test_msn(find, put, expected) -> None:
    assert judged("msn", find, put, now=NEWS) == expected


@pytest.mark.parametrize(("number", "expected"), [(30, 0), (31, 1)])
def test_fresh_stories_for_msn_are_thirty_at_most(number, expected) -> None:
    rules = registry.rules("msn")
    one = rules.example[rules.example.index("<item>") : rules.example.index("</item>") + 7]
    many = "".join(one.replace("4021", f"4021{n}") for n in range(number))
    head, tail = rules.example[: rules.example.index("<item>")], "</channel></rss>"
    assert codes(findings(rules, head + many + tail, now=NEWS))["MSN008"] == expected
    assert codes(findings(rules, head + many + tail, now="2026-11-24T11:00:00+03:00"))["MSN008"] == 0


@pytest.mark.parametrize(
    ("find", "put", "expected"),
    [
        (flipboard.PICTURE, "", ["warning FLB001"]),
        (flipboard.PICTURE, flipboard.PICTURE.replace("800", "399"), ["warning FLB001"]),
        (flipboard.PICTURE, flipboard.PICTURE.replace("800", "400"), []),
        (flipboard.PICTURE, flipboard.PICTURE.replace("image/jpeg", "video/mp4"), ["warning FLB001"]),
        (flipboard.PICTURE, f"<media:group>{flipboard.PICTURE}</media:group>", []),
        (flipboard.SECOND_TEXT, "", ["warning FLB001"]),
        (example.SECOND_GUID, example.GUID, ["error PRT001"]),
    ],
)
def test_flipboard(find, put, expected) -> None:
    assert judged("flipboard", find, put, url=flipboard.URL) == expected


def test_flipboard_wants_twenty_stories() -> None:
    rules = registry.rules("flipboard")
    last = rules.example.rindex("<item>")
    shorter = rules.example[:last] + "</channel></rss>"
    found = findings(rules, shorter, url=flipboard.URL)
    assert [(f.severity, f.code) for f in found if f.code != "PRT003"] == [("warning", "FLB001")]
