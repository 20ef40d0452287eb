"""Lines of a valid feed, shared by the examples of the platforms' rule sets.

The outlet and the town are made up. Every line stands once in an example, so that a change of it is
a change in one place.
"""

from __future__ import annotations

NOW = "2026-11-23T12:00:00+03:00"
"""When the examples are checked, where a rule does not say otherwise."""

HOME = "https://zarya.example/"
CHANNEL_TITLE = "<title>Заря над Ладой</title>"
CHANNEL_LINK = f"<link>{HOME}</link>"
CHANNEL_DESCRIPTION = "<description>Новости города Ладьинска</description>"
LANGUAGE = "<language>ru</language>"

TITLE = "<title>Пешеходный мост через Ладу открыли раньше срока</title>"
LINK = "<link>https://zarya.example/2026/11/23/most-4021</link>"
GUID = '<guid isPermaLink="false">zarya.example:story:4021</guid>'
DATE = "<pubDate>Mon, 23 Nov 2026 10:00:00 +0300</pubDate>"
DESCRIPTION = "<description>По мосту можно дойти от рынка до больницы за восемь минут.</description>"
CATEGORY = "<category>Город</category>"
AUTHOR = "<author>Вера Лодочникова</author>"
ENCLOSURE = '<enclosure url="https://zarya.example/img/most.jpg" type="image/jpeg" length="184320"/>'

SECOND_TITLE = "<title>В Ладьинске посадили яблоневую аллею</title>"
SECOND_LINK = "<link>https://zarya.example/2026/11/22/alleya-4013</link>"
SECOND_GUID = '<guid isPermaLink="false">zarya.example:story:4013</guid>'
SECOND_DATE = "<pubDate>Sun, 22 Nov 2026 18:30:00 +0300</pubDate>"
SECOND_DESCRIPTION = "<description>Сорок деревьев вырастили ученики сельской школы.</description>"
SECOND_ENCLOSURE = '<enclosure url="https://zarya.example/img/alleya.png" type="image/png" length="90112"/>'

MOST_1 = (
    "Пешеходный мост через Ладу открыли на три недели раньше срока. Он соединил рынок на правом берегу "
    "с больницей на левом, и дорога, на которую уходило полчаса, занимает теперь восемь минут."
)
MOST_2 = (
    "Мост держат четыре опоры, настил собран из лиственницы. По ночам его освещают фонари, которые гаснут, "
    "когда на мосту никого нет. Зимой дорожку обещают чистить в первую очередь, до семи часов утра."
)
ALLEYA_1 = (
    "Вдоль Садовой улицы посадили сорок яблонь. Саженцы три года растили ученики сельской школы, "
    "они же будут ухаживать за деревьями: за каждым классом закрепили по четыре."
)
ALLEYA_2 = (
    "Сорта подобрали так, чтобы аллея цвела весь май, а яблоки поспевали с августа по октябрь. "
    "Урожай разрешат собирать всем жителям, а остаток отвезут в городскую столовую на компот."
)


def feed(namespaces: str, channel: str, *items: str) -> str:
    """A document: namespace declarations, more lines of the channel, and its items."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<rss version="2.0"{namespaces}>',
        "  <channel>",
        *_indented(4, CHANNEL_TITLE, CHANNEL_LINK, CHANNEL_DESCRIPTION, LANGUAGE, *channel.splitlines()),
    ]
    for item in items:
        lines += ["    <item>", *_indented(6, *item.splitlines()), "    </item>"]
    return "\n".join([*lines, "  </channel>", "</rss>", ""])


def story(*lines: str) -> str:
    """A rich story, with the platform's own lines at its end."""
    own = (TITLE, LINK, GUID, DATE, DESCRIPTION, CATEGORY, AUTHOR, ENCLOSURE)
    return "\n".join((*own, *lines))


def second_story(*lines: str) -> str:
    """An older story."""
    own = (SECOND_TITLE, SECOND_LINK, SECOND_GUID, SECOND_DATE, SECOND_DESCRIPTION, SECOND_ENCLOSURE)
    return "\n".join((*own, *lines))


def _indented(width: int, *lines: str) -> list[str]:
    return [f"{'':{width}}{line}" for line in lines]
