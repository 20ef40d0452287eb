from __future__ import annotations

import pytest
from rule_examples import (
    changed,
    check_table,
    codes,
    findings,
    hold_example,
    hold_respelt,
    hold_rule,
    said,
    with_examples,
)

from feeds.checking.demands import example
from feeds.checking.rule import RuleSet
from feeds.targets.dzen import facts
from feeds.targets.dzen.rules import NEWS_RULES, RULES
from feeds.targets.dzen.rules.base import COVER, HEADING, INDEXING, ITEMS, RATING, SECOND_TEXT, VIDEO
from feeds.targets.dzen.rules.news import CHANNEL_ONLY, KIND

SETS = [RULES, NEWS_RULES]
EACH = [
    pytest.param(rules, rule, id=f"{rules.target}-{rule.code}")
    for rules in SETS
    for rule in with_examples(rules)
]
STORY = "<item><title>Ещё одна история</title></item>"


@pytest.mark.parametrize("rules", SETS, ids=lambda rules: rules.target)
class TestSets:
    def test_example_is_valid(self, rules: RuleSet) -> None:
        hold_example(rules)

    def test_table(self, rules: RuleSet) -> None:
        check_table(rules)

    def test_example_may_be_spelt_otherwise(self, rules: RuleSet) -> None:
        hold_respelt(rules, rules.example)


@pytest.mark.parametrize(("rules", "rule"), EACH)
class TestRules:
    def test_examples(self, rules, rule) -> None:
        hold_rule(rules, rule)

    def test_bad_example_is_bad_in_any_spelling(self, rules, rule) -> None:
        if rule.on != "document":
            hold_respelt(rules, changed(rules, rule.bad), now=rule.now)


@pytest.mark.parametrize(
    ("put", "expected"),
    [
        ("<b>Кто построил</b>", []),
        ("<em>Кто</em> <EM>построил</EM>", ["warning DZ032"]),
        ("<p>Первая строка<br/>вторая<br>третья</p>", ["warning DZ032"]),
        (
            "<div class='x'><span style='color: red'>Кто</span></div>",
            ["info DZ034"] * 2 + ["warning DZ032"] * 2,
        ),
        ("<!-- <script>alert(1)</script> -->", []),
        ("<p>Пишут &lt;script&gt; и onclick=нет</p>", []),
        ("<SCRIPT>alert(1)</SCRIPT>", ["error DZ033"]),
        ("<form><button>Да</button></form>", ["error DZ033", "warning DZ032"]),
        ("<p title='a > b' onload = \"x()\">Кто</p>", ["error DZ034"]),
        ("<p/onclick=x()>Кто</p>", ["error DZ034"]),
        ("<a href=//ladinsk.example/most>город</a>", ["error DZ035"]),
        ("<a href='?page=2'>дальше</a>", ["error DZ035"]),
        ("<a href=''>никуда</a>", ["error DZ035"]),
        ("<a href='javascript:go()'>туда</a>", ["error DZ035"]),
        ("<a href='MAILTO:info@ladinsk.example'>почта</a> <a href='tg://resolve'>канал</a>", []),
        ("<a href='HTTPS://ladinsk.example'>город</a> <a name='x'>якорь</a>", []),
        ("<figure><img src='data:image/png;base64,AA=='></figure>", ["error DZ035"]),
        ("<iframe src='//www.youtube.com/embed/x'></iframe>", ["error DZ035", "info DZ038"]),
        ("<iframe src='https://player.vkvideo.ru/x'></iframe>", ["info DZ038"]),
        ("<iframe src='https://notyoutube.com/x'></iframe>", ["warning DZ038"]),
        ("<ul><li>плоско</ul><p><b>жирно</b></p>", []),
        ("<ol><li>плоско<li><u>подчёркнуто</u></ol>", ["info DZ037"]),
        (
            "<figure><img src='https://zarya.example/a.WEBP?w=9' width=699></figure>",
            ["error DZ041", "info DZ043"],
        ),
        ("<figure><img src='https://zarya.example/a.png' width='50%' height='10'></figure>", ["info DZ048"]),
        (
            "<figure><img src='https://zarya.example/a.png'></figure><figure><img src='b.png'></figure>",
            ["error DZ035", "info DZ048"],
        ),
    ],
)
def test_text(put, expected):
    assert said(RULES, HEADING, put) == expected


@pytest.mark.parametrize(
    ("put", "expected"),
    [
        ('<video><source src="https://zarya.example/m.MP4"></video>', []),
        ("<video><source src='https://zarya.example/m' type='video/mp4; codecs=avc1'></video>", []),
        ('<video><source src="https://zarya.example/m.mov"></video>', ["error DZ046"]),
        ('<video src="https://zarya.example/m.mp4" width="799px" height="400"></video>', ["error DZ046"]),
        ('<video src="https://zarya.example/m.mp4" width="100%" height="399"></video>', ["error DZ046"]),
        ('<video poster="/m.jpg" src="https://zarya.example/m.mp4"></video>', ["error DZ035"]),
    ],
)
def test_videos(put, expected):
    assert said(RULES, VIDEO, put) == expected


@pytest.mark.parametrize(
    ("put", "expected"),
    [
        ("<pubDate>2026-11-23T10:00:00+03:00</pubDate>", "is in ISO form"),
        ("<pubDate>23.11.2026 10:00</pubDate>", "is all numbers"),
        ("<pubDate>1795417200</pubDate>", "counts seconds"),
        ("<pubDate>Пн, 23 ноя 2026 10:00:00 +0300</pubDate>", "Cyrillic"),
        ("<pubDate>Mon, 23 Nоv 2026 10:00:00 +0300</pubDate>", "Cyrillic"),
        ("<pubDate>Mon, 23 Nov 2026 10:00:00</pubDate>", "has no time zone"),
        ("<pubDate>Mon, 23 Nov 2026 10:00:00 MSK</pubDate>", "unknown time zone"),
        ("<pubDate>Mon, 23 Nov 2026 10:00:00 +03:00</pubDate>", "unknown time zone"),
        ("<pubDate>Tue, 23 Nov 2026 10:00:00 +0300</pubDate>", "it is Mon"),
        ("<pubDate>Mon, 23 Nov 2026 25:00:00 +0300</pubDate>", "no RFC 822 date"),
        ("<pubDate>Tue, 31 Nov 2026 10:00:00 +0300</pubDate>", "no RFC 822 date"),
        ("<pubDate> </pubDate>", "is empty"),
        ("<pubdate>Mon, 23 Nov 2026 10:00:00 +0300</pubdate>", "<pubdate> is not that element"),
        ("", "<item> has no <pubDate>"),
    ],
)
def test_dates(put, expected):
    found = [f for f in findings(RULES, changed_date(put)) if f.code == "DZ019"]
    assert [f.severity for f in found] == ["error"]
    assert expected in found[0].message


def changed_date(put: str) -> str:
    return RULES.example.replace(example.DATE, put)


@pytest.mark.parametrize(
    ("put", "expected"),
    [
        ("<pubDate>Mon, 23 Nov 2026 07:00:00 GMT</pubDate>", []),
        ("<pubDate>23 Nov 2026 07:00 UT</pubDate>", []),
        ("<pubDate>Mon, 23 Nov 2026 07:00:00 -0000</pubDate>", ["info DZ019"]),
        ("<pubDate>Mon, 23 Nov 26 10:00:00 +0300</pubDate>", ["warning DZ019"]),
        ("<pubDate>Mon, 23 Nov 2026 14:00:00 +0300</pubDate>", ["warning DZ020"]),
        ("<pubDate>Fri, 20 Nov 2026 12:00:00 +0300</pubDate>", []),
        ("<pubDate>Fri, 20 Nov 2026 11:59:59 +0300</pubDate>", ["warning DZ021"]),
    ],
)
def test_days(put, expected):
    assert said(RULES, example.DATE, put) == expected


@pytest.mark.parametrize(
    ("find", "put", "expected"),
    [
        (example.LINK, "<link>//zarya.example/4021</link>", ["error DZ012"]),
        (example.LINK, "<Link>https://zarya.example/4021</Link>", ["error DZ012"]),
        (example.LINK, "<link href='https://zarya.example/4021'/>", ["error DZ012"]),
        (example.LINK, "<link>https://sport.zarya.example/4021</link>", ["warning DZ013"]),
        (example.LINK, "<link>https://ZARYA.example/4021</link>", []),
        (example.LINK, "<link>https://заря.example/4021</link>", ["error DZ015", "warning DZ013"]),
        (example.CHANNEL_LINK, "<link>https://заря.example/</link>", ["error DZ015"] + ["warning DZ013"] * 3),
        (example.CHANNEL_LINK, "<link>ftp://zarya.example/</link>", ["error DZ005"]),
        (example.CHANNEL_LINK, "", ["error DZ005"]),
        (example.CHANNEL_TITLE, "", ["error DZ004"]),
        (example.LANGUAGE, "<language>ru_RU</language>", []),
        (example.LANGUAGE, "<language>be-BY</language>", ["warning DZ006"]),
        (example.TITLE, "<title>Мост <b>открыли</b></title>", ["error DZ010"]),
        (example.TITLE, "<title><![CDATA[Мост <I>открыли</I>]]></title>", ["error DZ010"]),
        (example.TITLE, "<title>Мост 3 &lt; 5 и x&lt;y&gt;z 🌉</title>", []),
        (example.TITLE, "<title>&#160;</title>", ["error DZ010"]),
        (example.GUID, "<guid>&#x20;&#xA0;</guid>", ["error DZ016"]),
        (example.SECOND_GUID, "<guid>\nzarya.example&#58;story:4021 </guid>", ["error DZ017"]),
        (example.ENCLOSURE, "<enclosure href='https://zarya.example/m.jpg' type='image/jpeg'/>",
         ["error DZ044", "info DZ045"]),
        (example.ENCLOSURE, "<enclosure url='/m.jpg' type='image/jpeg' length='9'/>", ["error DZ044"]),
        (example.ENCLOSURE, "<enclosure url='https://zarya.example/m.svg' type='image/svg+xml' length='9'/>",
         ["error DZ042"]),
        (example.ENCLOSURE, "<enclosure url='https://zarya.example/m.webp' type='image/jpeg' length='9'/>",
         ["info DZ043"]),
        (RATING, "", ["warning DZ052"]),
        (RATING, "<media:rating>adult</media:rating>", ["info DZ052"]),
        (RATING, "<media:rating scheme='urn:mpaa'>adult</media:rating>", ["warning DZ052"]),
        (RATING, "<media:rating scheme='urn:simple'>Nonadult</media:rating>", ["warning DZ052"]),
        (INDEXING, INDEXING * 2, []),
        (INDEXING, "<category>INDEX</category>", ["info DZ051"]),
        (COVER, "<img src='https://zarya.example/m.jpg'>", ["info DZ048"]),
        (ITEMS, "<ul></ul>", []),
        (SECOND_TEXT, "<content:encoded/>", ["error DZ030"]),
        (SECOND_TEXT, "<content:encode>Сорок яблонь</content:encode>", ["error DZ030"]),
        (SECOND_TEXT, "<content:encoded>&lt;figure&gt;&lt;/figure&gt;&#8203;</content:encoded>",
         ["error DZ030", "warning DZ036"][:1]),
        (SECOND_TEXT, "<turbo:content xmlns:turbo='http://turbo.yandex.ru'>Аллея</turbo:content>",
         ["error DZ074"]),
    ],
)  # fmt: skip
def test_story(find, put, expected):
    assert said(RULES, find, put) == expected


@pytest.mark.parametrize("length", [facts.TEXT_CHARACTERS - 1, facts.TEXT_CHARACTERS])
def test_a_text_is_as_long_as_it_looks(length):
    words = f"<p>{'я' * (length - 6)}</p>\n<p>ab<b>cd</b>&amp;</p>"
    put = f"<content:encoded><![CDATA[{words}]]></content:encoded>"
    assert said(RULES, SECOND_TEXT, put) == ([] if length == facts.TEXT_CHARACTERS else ["error DZ031"])


def test_a_misspelt_namespace_is_said_once():
    source = RULES.example.replace(
        "http://purl.org/rss/1.0/modules/content/", "http://purl.org/rss/1.0/modules/content"
    )
    found = codes(
        findings(RULES, source.replace("http://search.yahoo.com/mrss/", "https://search.yahoo.com/mrss/"))
    )
    assert found["DZ003"] == 2
    assert set(found) <= {"DZ003", "DZ040"}


def test_a_namespace_may_be_misspelt_by_any_prefix_and_anywhere():
    put = '<y:genre xmlns:y="http://news.yandex.ru/">message</y:genre>'
    assert said(RULES, RATING, RATING + put) == ["error DZ003"]


def test_where_all_stories_are_on_another_host_the_channel_may_be_wrong():
    source = RULES.example.replace(example.CHANNEL_LINK, "<link>https://vesti.example/</link>")
    lines = [f.line for f in findings(RULES, source) if f.code == "DZ013"]
    assert len(lines) == 3
    assert 1 + source[: source.index("<link>https://vesti.example/")].count("\n") in lines


def test_a_feed_takes_five_hundred_stories():
    full = RULES.example.replace("</channel>", STORY * (facts.MOST - 2) + "</channel>")
    assert "DZ071" not in codes(findings(RULES, full))
    assert codes(findings(RULES, full.replace("</channel>", STORY + "</channel>")))["DZ071"] == 1


def test_a_document_has_ten_megabytes_at_most():
    padding = f"<!--{'x' * facts.FEED_BYTES}-->"
    assert said(RULES, example.LANGUAGE, example.LANGUAGE + padding) == ["warning DZ072"]


class TestSeamless:
    @pytest.mark.parametrize(
        ("put", "expected"),
        [
            ("", ["error DZ060"]),
            ("<yandex:contentType>news</yandex:contentType>", ["error DZ060"]),
            ("<contentType/>", ["error DZ061"]),
            ("<contentType>news only</contentType>", ["error DZ061"]),
            ("<contentType>\n blogs_only </contentType>", []),
        ],
    )
    def test_kind(self, put, expected):
        assert said(NEWS_RULES, KIND, put) == expected

    def test_copies_need_links_of_their_own(self):
        same = example.LINK.replace("/2026/", "/2026/")
        assert said(NEWS_RULES, example.SECOND_LINK, same) == ["error DZ017"]
        assert said(RULES, example.SECOND_LINK, same) == []

    def test_stories_for_the_channel_alone_may_be_old(self):
        old = "<pubDate>Mon, 02 Nov 2026 10:00:00 +0300</pubDate>"
        assert said(NEWS_RULES, example.SECOND_DATE, old) == []
        assert said(NEWS_RULES, example.DATE, old) == ["warning DZ021"]

    def test_the_cover_is_wide_and_other_pictures_are_not_tiny(self):
        small = '<figure><img src="https://zarya.example/b.png" width="{}" height="{}"></figure>'
        assert said(NEWS_RULES, HEADING, small.format(480, 320)) == []
        assert said(NEWS_RULES, HEADING, small.format(480, 319)) == ["error DZ041"]
        assert said(NEWS_RULES, COVER, COVER.replace("1200", "699")) == ["error DZ041"]

    def test_no_player_is_known_to_work(self):
        assert said(NEWS_RULES, HEADING, "<iframe src='https://rutube.ru/play/embed/1'></iframe>") == [
            "warning DZ038"
        ]

    def test_a_channels_own_rules_do_not_hold(self):
        assert not CHANNEL_ONLY & {rule.code for rule in NEWS_RULES.rules()}


def test_real_feeds(shared):
    """What people found out about these feeds by hand is what the rules say."""
    known = {
        "aitherapist-2026-dzen.xml": {"DZ032", "DZ034", "DZ037", "DZ045", "DZ047", "DZ048", "DZ052"},
        "exsider-2026-minimal-test.xml": {"DZ040", "DZ052"},
        "potemki-crosspostly-2026-feed.xml": {"DZ013", "DZ034", "DZ051"},
        "progorodsamara-2019-dzen.xml": {"DZ031", "DZ036", "DZ045", "DZ052"},
    }
    for name, expected in known.items():
        found = findings(RULES, (shared / "samples/dzen" / name).read_bytes())
        assert {f.code for f in found} - {"DZ019", "DZ020", "DZ021"} == expected, name
