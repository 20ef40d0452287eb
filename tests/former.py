"""Feeds as other programs write them: a blog's RSS, Atom, JSON Feed, Yandex's and Dzen's dialects."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

MOSCOW = timezone(timedelta(hours=3))
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=MOSCOW)

TEXT = (
    "В Заречье открыли мост, которого ждали двенадцать лет: по нему сразу пошли автобусы и пешеходы. "
    "Мастера закончили раньше срока и обещают, что весной перила перекрасят в цвет реки. "
    "Старую переправу оставят до лета, чтобы к новой дороге успели привыкнуть. "
)
SECTIONS = ("Город", "Спорт", "Культура")


def published(number: int) -> datetime:
    """When story `number` was published."""
    return NOW - timedelta(hours=number, minutes=7 * number)


def title(number: int) -> str:
    """Its headline."""
    return f"Новость № {number}: мост «Речной» & переправа"


def body(number: int) -> str:
    """Its text, as its page has it."""
    return (
        f"<p>{number}. {TEXT}</p><h2>Что дальше</h2><ul><li>перила</li><li>фонари</li></ul>"
        f'<figure><img src="https://zarechye.example/img/{number}.jpg" alt="Мост" width="1200" height="800">'
        f'<figcaption>Мост. Фото: Вера Лугова</figcaption></figure><p>Подробнее — <a href="https://zarechye.example/plan">'
        f"в плане</a>. {TEXT}</p>"
    )


def escaped(text: str) -> str:
    """A text inside XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def blog(count: int = 12) -> bytes:
    """RSS as WordPress writes it: ids are addresses with a number, excerpts are cut, trackers in links."""
    items = "".join(
        f"""
        <item><title>{escaped(title(n))}</title><link>https://zarechye.example/{n}/</link>
        <comments>https://zarechye.example/{n}/#comments</comments><dc:creator><![CDATA[Вера Лугова]]></dc:creator>
        <pubDate>{format_datetime(published(n))}</pubDate><category><![CDATA[{SECTIONS[n % 3]}]]></category>
        <category><![CDATA[мосты]]></category><guid isPermaLink="false">https://zarechye.example/?p={1000 + n}</guid>
        <description><![CDATA[<p>{n}. {TEXT[:60]} [&#8230;]</p>
        <p>The post {n} appeared first on Заречный листок.</p>]]></description>
        <content:encoded><![CDATA[{body(n)}]]></content:encoded></item>"""
        for n in range(1, count + 1)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Заречный листок</title>
      <atom:link href="https://zarechye.example/feed/" rel="self" type="application/rss+xml"/>
      <link>https://zarechye.example</link><description>Новости Заречья</description><language>ru-RU</language>
      <image><url>https://zarechye.example/icon.png</url><title>Заречный листок</title><link>https://zarechye.example</link></image>
      <generator>https://wordpress.org/?v=6.8</generator>{items}</channel></rss>""".encode()


def atom(count: int = 10) -> bytes:
    """Atom with `tag:` ids of its own, a summary beside the text, the author once for all."""
    entries = "".join(
        f"""
        <entry><id>tag:zarechye.example,2019:story-{n}</id><title type="html">{escaped(escaped(title(n)))}</title>
        <link rel="alternate" type="text/html" href="https://zarechye.example/{n}/"/>
        <published>{published(n).isoformat()}</published><updated>{published(n).isoformat()}</updated>
        <category term="{SECTIONS[n % 3]}"/><summary>Коротко о новости № {n}.</summary>
        <content type="html">{escaped(body(n))}</content></entry>"""
        for n in range(1, count + 1)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><id>https://zarechye.example/atom</id>
    <title>Заречный листок</title><subtitle>Новости Заречья</subtitle><updated>{published(1).isoformat()}</updated>
    <author><name>Вера Лугова</name></author><link rel="self" href="https://zarechye.example/atom.php"/>
    <link rel="alternate" href="https://zarechye.example/"/><rights>© Листок</rights>{entries}</feed>""".encode()


def json_feed(count: int = 8) -> bytes:
    """JSON Feed with bare numbers for ids, the oldest story first."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Заречный листок",
        "home_page_url": "https://zarechye.example/",
        "feed_url": "https://zarechye.example/feeds/all.json",
        "language": "ru",
        "items": [
            {
                "id": str(1000 + n),
                "url": f"https://zarechye.example/{n}/",
                "title": title(n),
                "content_html": body(n),
                "summary": f"Коротко о новости № {n}.",
                "date_published": published(n).isoformat(),
                "authors": [{"name": "Вера Лугова"}],
                "tags": [SECTIONS[n % 3]],
            }
            for n in range(count, 0, -1)
        ],
    }
    return json.dumps(feed, ensure_ascii=False).encode()


def yandex(count: int = 9) -> bytes:
    """Yandex's dialect, all of one section."""
    items = "".join(
        f"""
        <item><title>{escaped(title(n))}</title><link>https://zarechye.example/{n}/</link>
        <guid isPermaLink="false">zar-{n}</guid><description>Коротко о новости № {n}.</description>
        <author>Вера Лугова</author><category>Город</category><pubDate>{format_datetime(published(n))}</pubDate>
        <enclosure url="https://zarechye.example/img/{n}.jpg" type="image/jpeg"/><yandex:genre>message</yandex:genre>
        <yandex:full-text>{n}. {TEXT}\n\n{TEXT}</yandex:full-text></item>"""
        for n in range(1, count + 1)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
    <rss xmlns:yandex="http://news.yandex.ru" xmlns:media="http://search.yahoo.com/mrss/" version="2.0"><channel>
    <title>Заречный листок</title><link>https://zarechye.example/</link><description>Новости Заречья</description>
    <language>ru</language><yandex:logo>https://zarechye.example/logo.png</yandex:logo>
    <yandex:logo type="square">https://zarechye.example/square.png</yandex:logo>{items}</channel></rss>""".encode()


def dzen(count: int = 11) -> bytes:
    """A Dzen channel's dialect, with hashes for ids."""
    items = "".join(
        f"""
        <item><title>{escaped(title(n))}</title><link>https://zarechye.example/{n}/</link>
        <guid>{n:032x}</guid><pubDate>{format_datetime(published(n))}</pubDate>
        <description>Коротко о новости № {n}.</description><media:rating scheme="urn:simple">nonadult</media:rating>
        <category>format-article</category><category>noindex</category><category>comment-all</category>
        <enclosure url="https://zarechye.example/img/{n}.jpg" type="image/jpeg" length="1000"/>
        <content:encoded><![CDATA[<p>Коротко о новости № {n}.</p><p>{n}. {TEXT}</p><h2>Что дальше</h2><p>{TEXT}</p>
        <figure><img src="https://zarechye.example/img/{n}.jpg" width="1200" height="800"><figcaption>Мост</figcaption>
        </figure>]]></content:encoded></item>"""
        for n in range(1, count + 1)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
    <channel><title>Заречный листок</title><link>https://zarechye.example/</link><language>ru</language>
    <description>Новости Заречья</description>{items}</channel></rss>""".encode()


FEEDS = {
    "blog.xml": blog,
    "atom.xml": atom,
    "all.json": json_feed,
    "yandex.xml": yandex,
    "dzen.xml": dzen,
}
"""Each by the name of the file that it is saved in."""
