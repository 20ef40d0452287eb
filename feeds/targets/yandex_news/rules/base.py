"""The rule set of feeds with yandex:full-text, and its valid example."""

from __future__ import annotations

from feeds.checking.demands import example
from feeds.checking.document import RSS
from feeds.checking.rule import RuleSet

PAGE = "https://yandex.ru/support/webmaster/en/search-appearance/fresh-content"
EXPORT = "https://dzen.ru/help/ru/export-content/export.html"
PLUGIN = "https://github.com/Teplitsa/tst-yandex-feed"

NAMESPACES = """
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
    NAMESPACES.rstrip(),
    f"<yandex:logo>https://zarya.example/logo.png</yandex:logo>\n{SQUARE_LOGO}",
    example.story(TEXT),
    example.second_story(SECOND_GENRE, SECOND_TEXT),
)

RULES = RuleSet(
    target="yandex-news",
    title="RSS with yandex:full-text",
    prefix="YN",
    spec=PAGE,
    example=EXAMPLE,
    shape=RSS,
)
