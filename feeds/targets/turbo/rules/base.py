"""The rule set of Turbo feeds, and its valid example."""

from __future__ import annotations

from feeds.checking.demands import example
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.structure import Attribute, Row, Vocabulary
from feeds.targets.rss.rules.dialect import dialect

PAGE = "https://yandex.ru/dev/turbo/doc/ru/"
MARKUP = "https://yandex.com/dev/turbo/doc/rss/markup.html"

DECLARED = """
     xmlns:turbo="http://turbo.yandex.ru"
     xmlns:yandex="http://news.yandex.ru"
     xmlns:media="http://search.yahoo.com/mrss/"
"""

ANALYTICS = '<turbo:analytics type="Yandex" id="4021"/>'
FIRST_ITEM = f'<item turbo="true">\n      {example.TITLE}'
HEADING = "<h1>Пешеходный мост через Ладу открыли раньше срока</h1>"
MENU = '<menu><a href="https://zarya.example/city">Город</a></menu>'
SHARE = '<div data-block="share" data-network="vkontakte,telegram"></div>'
ANCHOR = '<p><a href="#foto">К снимкам</a></p>'
RELATED = '<link url="https://zarya.example/4001" img="https://zarya.example/4001.jpg">Рынок переедет</link>'

TEXT = f"""<turbo:content><![CDATA[
<header>
{HEADING}
<figure><img src="https://zarya.example/img/most.jpg"><figcaption>Фото: редакция</figcaption></figure>
{MENU}
</header>
<p>{example.MOST_1}</p>
{ANCHOR}
<p id="foto">{example.MOST_2}</p>
{SHARE}
]]></turbo:content>
<yandex:related>
{RELATED}
</yandex:related>"""

SECOND_TEXT = (
    "<turbo:content>&lt;header&gt;&lt;h1&gt;Аллея&lt;/h1&gt;&lt;/header&gt;"
    f"&lt;p&gt;{example.ALLEYA_1}&lt;/p&gt;</turbo:content>"
)
REMOVED = "<link>https://zarya.example/2026/11/20/parom-3990</link>"

EXAMPLE = (
    example.feed(
        DECLARED.rstrip(), ANALYTICS, example.story(TEXT), example.second_story(SECOND_TEXT), REMOVED
    )
    .replace("<item>", '<item turbo="true">', 2)
    .replace("<item>", '<item turbo="false">')
)

_COUNTER = tuple(Attribute(name=name) for name in ("type", "id", "params", "url"))
_ADS = tuple(Attribute(name=name) for name in ("type", "id", "turbo-ad-id"))
STRUCTURE = (
    Row(on="channel", name="item", attributes=(Attribute(name="turbo"),)),
    *(Row(on="channel", name=f"{prefix}:analytics", attributes=_COUNTER) for prefix in ("turbo", "yandex")),
    *(Row(on="channel", name=f"{prefix}:adNetwork", attributes=_ADS) for prefix in ("turbo", "yandex")),
    Row(on="channel", name="turbo:cms_plugin"),
    *(
        Row(on="item", name=f"turbo:{name}", repeated="RSS009")
        for name in ("content", "extendedHtml", "source", "topic")
    ),
    Row(on="item", name="turbo:goal"),
    Row(on="item", name="metrics", opaque=True),
    Row(on="item", name="yandex:related", opaque=True),
    *(Row(on="item", name=f"yandex:{name}") for name in ("full-text", "genre")),
)

RULES = dialect(
    "turbo",
    "RSS for Turbo pages",
    "TU",
    spec=MARKUP,
    example=EXAMPLE,
    texts=("turbo:content",),
    own_spaces=("turbo", "yandex"),
    without=frozenset({"RSS012", "RSS005"}),
    structure=STRUCTURE,
    vocabularies=tuple(Vocabulary(uri=NAMESPACES[p], unknown="RSS008") for p in ("turbo", "yandex")),
)
