"""The rule set of feeds with yandex:full-text, and its valid example."""

from __future__ import annotations

from feeds.checking.demands import example
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.structure import Attribute, Row, Vocabulary
from feeds.targets.rss.rules.dialect import dialect

PAGE = "https://yandex.ru/support/webmaster/en/search-appearance/fresh-content"
EXPORT = "https://dzen.ru/help/ru/export-content/export.html"
PLUGIN = "https://github.com/Teplitsa/tst-yandex-feed"

DECLARED = """
     xmlns:yandex="http://news.yandex.ru"
     xmlns:media="http://search.yahoo.com/mrss/"
     xmlns:content="http://purl.org/rss/1.0/modules/content/"
"""

SQUARE_LOGO = '<yandex:logo type="square">https://zarya.example/logo-square.png</yandex:logo>'
MEDIA = '<media:content url="https://zarya.example/most.mp4" type="video/mp4"/>'
GENRE = "<yandex:genre>message</yandex:genre>"
LAST = "<p>Чертежи и смета опубликованы на сайте города.</p>"

TEXT = f"""<media:group>
  {MEDIA}
  <media:thumbnail url="https://zarya.example/most-video.jpg"/>
</media:group>
{GENRE}
<yandex:full-text><![CDATA[
<p>{example.MOST_1}</p>
<p>{example.MOST_2}</p>
{LAST}
]]></yandex:full-text>"""

SECOND_GENRE = "<yandex:genre>article</yandex:genre>"
SECOND_TEXT = f"<yandex:full-text>{example.ALLEYA_1}&#10;&#10;{example.ALLEYA_2}</yandex:full-text>"

EXAMPLE = example.feed(
    DECLARED.rstrip(),
    f"<yandex:logo>https://zarya.example/logo.png</yandex:logo>\n{SQUARE_LOGO}",
    example.story(TEXT),
    example.second_story(SECOND_GENRE, SECOND_TEXT),
)

STRUCTURE = (
    Row(on="channel", name="item", attributes=(Attribute(name="turbo"),)),
    Row(on="channel", name="yandex:logo", attributes=(Attribute(name="type"),)),
    Row(on="item", name="pdalink"),
    *(
        Row(on="item", name=f"yandex:{name}", repeated="RSS009", opaque=True)
        for name in ("full-text", "genre", "theme_tags", "tags", "online")
    ),
    *(Row(on="item", name=f"yandex:{name}", opaque=True) for name in ("related", "official-comment")),
    *(Row(on=("channel", "item"), name=f"yandex:{name}") for name in ("analytics", "adNetwork")),
)

RULES = dialect(
    "yandex-news",
    "RSS with yandex:full-text",
    "YN",
    spec=PAGE,
    example=EXAMPLE,
    texts=("yandex:full-text",),
    own_spaces=("yandex",),
    grades={"RSS012": "warning"},
    structure=STRUCTURE,
    vocabularies=(Vocabulary(uri=NAMESPACES["yandex"], unknown="RSS008"),),
)
