"""The rule set of SmartFormat, and its valid example."""

from __future__ import annotations

from feeds.checking.demands.dates import rfc822_date
from feeds.checking.demands.example import (
    ALLEYA_1,
    AUTHOR,
    MOST_1,
    MOST_2,
    feed,
    second_story,
    story,
)
from feeds.checking.demands.story import shown_text
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.structure import Attribute, Row, Vocabulary
from feeds.checking.values import absolute_url
from feeds.targets.rss.rules.dialect import dialect

SPEC = "https://publishers.smartnews.com/hc/en-us/articles/56500436151065"
SPEC_2_1 = "https://publishers.smartnews.com/hc/en-us/articles/360036526213"
JAPANESE = "https://publishers.smartnews.com/hc/ja/articles/360010977813"

LOGO = "<snf:logo><url>https://zarya.example/img/logo-700x100.png</url></snf:logo>"
CHANNEL_DATE = "<pubDate>Mon, 23 Nov 2026 11:00:00 +0300</pubDate>"
THUMBNAIL = '<media:thumbnail url="https://zarya.example/img/most.jpg" width="1600" height="900"/>'
STATUS = '<media:status state="active"/>'
CREATOR = "<dc:creator>Вера Лодочникова</dc:creator>"
BODY = (
    '<content:encoded><![CDATA[<img src="https://zarya.example/img/most.jpg" alt="Мост">'
    f"<p>{MOST_1}</p><p>{MOST_2}</p>]]></content:encoded>"
)
ANALYTICS = "<snf:analytics><![CDATA[<script>count(4021)</script>]]></snf:analytics>"
SPONSORED = (
    '<snf:advertisement><snf:sponsoredLink link="https://zarya.example/shop" title="Лавка «Зари»" '
    'thumbnail="https://zarya.example/img/shop.jpg" advertiser="Заря"/></snf:advertisement>'
)

EXAMPLE = feed(
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:snf="http://www.smartnews.be/snf"',
    f"{CHANNEL_DATE}\n<ttl>5</ttl>\n{LOGO}",
    "\n".join(
        line
        for line in story(CREATOR, THUMBNAIL, STATUS, BODY, ANALYTICS, SPONSORED).splitlines()
        if line != AUTHOR
    ),
    second_story(
        "<dc:creator>Заря</dc:creator>",
        '<media:thumbnail url="https://zarya.example/img/alleya.png"/>',
        f"<content:encoded>&lt;p&gt;{ALLEYA_1}&lt;/p&gt;</content:encoded>",
    ),
)


def _filled(on: str, name: str, code: str) -> Row:
    return Row(on=on, name=name, missing=code, value=shown_text, invalid=code)


_LINK = tuple(Attribute(name=name) for name in ("link", "title", "thumbnail", "advertiser"))

STRUCTURE = (
    _filled("channel", "title", "SNF003"),
    Row(on="channel", name="link", missing="SNF003", value=absolute_url, invalid="SNF003"),
    _filled("channel", "description", "SNF003"),
    _filled("channel", "language", "SNF003"),
    Row(on="channel", name="pubDate", missing="SNF003", value=rfc822_date, invalid="SNF009"),
    Row(on="channel", name="snf:logo", missing="SNF003"),
    Row(on="channel/snf:logo", name="url", missing="SNF003", value=absolute_url, invalid="SNF003"),
    Row(on="channel/snf:darkModeLogo", name="url", missing="SNF003", value=absolute_url, invalid="SNF003"),
    Row(on="channel", name="item", missing="SNF003"),
    _filled("item", "title", "SNF006"),
    Row(on="item", name="link", missing="SNF006", value=absolute_url, invalid="SNF006"),
    _filled("item", "guid", "SNF006"),
    Row(on="item", name="pubDate", missing="SNF006", value=rfc822_date, invalid="SNF009"),
    _filled("item", "dc:creator", "SNF008"),
    *(Row(on="item", name=f"snf:{name}") for name in ("analytics", "advertisement", "relatedLink")),
    Row(on="item", name="snf:video", attributes=(Attribute(name="url"), Attribute(name="caption"))),
    Row(on="item/snf:advertisement", name="snf:sponsoredLink", attributes=_LINK),
)

RULES = dialect(
    "smartnews",
    "SmartFormat 2.2",
    "SNF",
    spec=SPEC,
    example=EXAMPLE,
    texts=("content:encoded",),
    own_spaces=("snf",),
    without=frozenset({"RSS012", "RSS005"}),
    kept=frozenset({"RSS002", "RSS003", "RSS033", "RSS057"}),
    grades={"RSS055": "warning"},
    structure=STRUCTURE,
    vocabularies=(Vocabulary(uri=NAMESPACES["snf"], unknown="RSS008"),),
)
