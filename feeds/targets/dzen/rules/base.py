"""The rule set of a Dzen channel's feed, and its valid example."""

from __future__ import annotations

from feeds.checking.demands import example
from feeds.checking.structure import Row
from feeds.targets.rss.rules.dialect import dialect

PAGE = "https://dzen.ru/help/ru/website/rss-modify"
OLD_PAGE = "https://yandex.com/support/zen/website/rss-modify.html"
REQUIREMENTS = "https://dzen.ru/help/ru/website/website-requirements.html"

NAMESPACES = """
     xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:media="http://search.yahoo.com/mrss/"
     xmlns:yandex="http://news.yandex.ru"
     xmlns:atom="http://www.w3.org/2005/Atom"
"""

RATING = '<media:rating scheme="urn:simple">nonadult</media:rating>'
FORMAT = "<category>format-article</category>"
INDEXING = "<category>index</category>"
COVER = '<img src="https://zarya.example/img/most.jpg" alt="Мост над рекой" width="1200" height="800">'
VIDEO = (
    '<video width="1280" height="720"><source src="https://zarya.example/most.mp4" type="video/mp4"></video>'
)
HEADING = "<h2>Кто построил</h2>"
ITEMS = "<ul><li>длина 240 метров</li><li>ширина 3 метра</li></ul>"
LINK = '<a href="https://ladinsk.example/most">на сайте города</a>'

TEXT = f"""<content:encoded><![CDATA[
<figure>{COVER}<figcaption>Фото: Вера Лодочникова</figcaption></figure>
<p>{example.MOST_1}</p>
{HEADING}
<p>{example.MOST_2}</p>
{ITEMS}
<figure>{VIDEO}</figure>
<p>Чертежи и смета опубликованы <b>целиком</b> {LINK}.</p>
]]></content:encoded>"""

SECOND_TEXT = (
    f"<content:encoded>&lt;p&gt;{example.ALLEYA_1}&lt;/p&gt;"
    f"&lt;p&gt;{example.ALLEYA_2}&lt;/p&gt;</content:encoded>"
)

EXAMPLE = example.feed(
    NAMESPACES.rstrip(),
    '<atom:link href="https://zarya.example/dzen.xml" rel="self" type="application/rss+xml"/>',
    example.story(RATING, FORMAT, INDEXING, "<category>comment-all</category>", TEXT).replace(
        f"{example.CATEGORY}\n", ""
    ),
    example.second_story("<media:rating scheme='urn:simple'>nonadult</media:rating>", SECOND_TEXT),
)

RULES = dialect(
    "dzen",
    "RSS for a Dzen channel",
    "DZ",
    spec=PAGE,
    example=EXAMPLE,
    texts=("content:encoded",),
    own_spaces=("content", "media", "yandex"),
    without=frozenset({"RSS012", "RSS005", "MEDIA013"}),
    grades={"RSS055": "warning"},
    structure=(Row(on="item", name="contentType"), Row(on="item", name="pdalink")),
)
