"""What lines of a page are known to be, as data: a kind, a form, and what is said of a line that has it."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Kind = Literal[
    "notice",  # what law or a sponsor wants said on every page
    "credit",  # whose picture or video it is: `what`, `who`
    "related",  # another story, or the label above some: `title`
    "promotion",  # the outlet about itself
    "picture",  # the address of one: `url`
    "byline",  # `who`, or the label above the names
    "tags",  # `tags`, parted by commas
    "count",  # of comments: `count`, or the label above the number
    "furniture",  # buttons, markers, counters
    "end",  # the heading of what comes after the story
]


class Pattern(NamedTuple):
    """A line that has this form, whole and whatever its capitals, is of this kind."""

    kind: Kind
    form: re.Pattern[str]
    said: str


def _pattern(kind: Kind, said: str, *forms: str) -> Pattern:
    return Pattern(kind, re.compile("|".join(forms), re.IGNORECASE), said)


_MEDIA = (
    r"видео|фото|фотография|обложка|иллюстрация|коллаж|кадр|скриншот|инфографика|изображение|"
    r"video|photo|photograph|cover|image|illustration|picture"
)
_OWN_CHANNEL = (
    r"telegram|телеграм\S*|дзен\S*|вконтакте|вк|одноклассник\S*|max|мессенджер\S*|канал\S*|рассылк\S*|групп\S*|"
    r"сообществ\S*|youtube|ютуб\S*|rutube|whatsapp|viber|instagram|facebook|twitter|newsletter|channel|app"
)

PATTERNS: tuple[Pattern, ...] = (
    _pattern(
        "notice",
        "a notice that every page has",
        r"(?:функционирует|выходит|изда[её]тся|работает) при (?:финансовой )?поддержке .*",
        r".*(?:все права (?:защищены|соблюдены)|all rights reserved).*",
        r".*\bэл № ?фс ?77.*",
        r".*зарегистрирован\w* федеральной службой по надзору .*",
        r"реклама[.:]?\s+(?:ооо|ао|пао|ип|зао)\b.*",
        r".*\berid\b.*",
        r"©\s*(?:19|20)\d\d.*",
    ),
    _pattern(
        "credit",
        "the credit of a picture or a video",
        rf"(?P<what>{_MEDIA})\s*(?:©|\(c\)|:|/)\s*(?P<who>.{{2,150}}?(?<![.!?…]))",
        r"©\s*(?P<whose>\D.{1,100}?(?<![.!?…]))",
    ),
    _pattern(
        "related",
        "a link to another story",
        r"(?:читайте|смотрите|слушайте)\s+(?:также|ещё|еще|по теме|материал)\b\s*[:—–-]?\s*(?P<title>.*)",
        r"(?:материалы? )?(?:по теме|в тему)\s*[:—–-]\s*(?P<theme>.*)",
        r"(?:see also|read also|also read|read more|read next|related)\s*[:—–-]\s*(?P<more>.*)",
    ),
    _pattern(
        "promotion",
        "the outlet about itself",
        r".{0,300}\bв разделе «[^»]{1,100}» на (?:сайте )?\S+\.\w{2,}\.?",
        rf"(?:подписывайтесь|подпишитесь|присоединяйтесь|вступайте|следите за|читайте нас)\b.{{0,200}}"
        rf"(?:\b(?:{_OWN_CHANNEL})\b|\bна (?:нас|автора|темы)\b|\bнаш\w*\b).{{0,100}}",
        rf".{{0,200}}\b(?:в|на) наш\w{{1,3}} (?:\S+[ -]){{0,2}}(?:{_OWN_CHANNEL})\b.{{0,60}}",
        rf"(?:sign up|subscribe|follow us|join us|download)\b.{{0,100}}\b(?:{_OWN_CHANNEL}|us)\b.{{0,60}}",
    ),
    _pattern(
        "picture",
        "the address of a picture",
        r"(?P<url>https?://\S{4,500}\.(?:jpe?g|png|webp|gif|avif)(?:\?\S*)?)",
    ),
    _pattern(
        "byline",
        "the byline",
        r"(?:автор(?:ы)?(?: текста| материала| статьи)?|текст|подготовил[аи]?|author|authors|written by)"
        r"\s*:\s*(?P<who>.{0,150})",
        r"by (?P<by>[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,3})",
    ),
    _pattern(
        "tags",
        "the keywords",
        r"(?:теги|тэги|метки|ключевые слова|tags|keywords|topics)\s*:\s*(?P<tags>.*)",
    ),
    _pattern(
        "count",
        "how many comments there are",
        r"комментари(?:й|и|я|ев)\s*[:(]?\s*(?P<count>\d{1,6})?\)?",
        r"(?P<before>\d{1,6}) комментари(?:й|и|я|ев)",
        r"comments?\s*[:(]?\s*(?P<en>\d{1,6})?\)?",
    ),
    _pattern(
        "furniture",
        "a button or a marker",
        r"banner\s?image|\w*banner\w*|avatar|img|image|\[?(?:реклама|advertisement)\]?|adv",
        r"поделиться|share|(?:с)?копировать ссылку|copy link|распечатать|версия для печати|print",
        r"выйти из полноэкранного режима|развернуть на весь экран|fullscreen|на весь экран",
        r"подписаться|подписаться на (?:\S+ ){0,4}\S+(?<![.!?…])|subscribe|войти|вход|sign in|log in",
        r"\+ ?[aа] ?[-−–]|нравится|сохранить|в закладки|слушать|прослушать|комментировать|подробнее",
        r"показать (?:ещё|еще)|загрузить (?:ещё|еще)|загрузка\.*|loading\.*|читать далее|прочитать статью",
        r"(?:просмотров|просмотры|views)\s*:?\s*[\d  ]+|\d{1,2}\+|\d{1,7}|время чтения.{0,30}",
    ),
    _pattern(
        "end",
        "the heading of what is not the story",
        r"актуально|самое (?:интересное|читаемое|важное)|что (?:еще|ещё) почитать|популярное|рекомендуем",
        r"сюжет:?|темы?:|подписывайтесь на (?:автора|темы):?",
        r"новости (?:партнёров|партнеров|компаний|по теме|сми2?)|(?:последние|другие|все|главные) новости",
        r"лента новостей|сейчас читают|главное (?:за сутки|сегодня|за день)|больше новостей|выбор редакции",
        r"(?:оставьте|оставить|написать|добавить) (?:ваш |свой )?комментарий|обсуждение",
        r"опубликован\w? в газете .*|заголовок в газете.*|газета «[^»]+» № ?\d+ от .*",
        r"most (?:read|popular|viewed)|latest (?:news|stories)|trending(?: now)?",
        r"more (?:stories|on this story|from .*)",
        r"you may also like|recommended(?: for you)?|related (?:topics|stories|articles)|editors?['’] picks?",
    ),
)

CHANNELS = {
    "yanews": "Яндекс Новости",
    "яндекс новости": "Яндекс Новости",
    "yadzen": "Дзен",
    "yazen": "Дзен",
    "дзен": "Дзен",
    "яндекс дзен": "Дзен",
    "яндекс.дзен": "Дзен",
    "google новости": "Google Новости",
    "google news": "Google News",
    "vk": "ВКонтакте",
    "вк": "ВКонтакте",
    "вконтакте": "ВКонтакте",
    "ok": "Одноклассники",
    "одноклассники": "Одноклассники",
    "telegram": "Telegram",
    "телеграм": "Telegram",
    "tg": "Telegram",
    "max": "MAX",
    "youtube": "YouTube",
    "rutube": "Rutube",
    "viber": "Viber",
    "whatsapp": "WhatsApp",
    "facebook": "Facebook",
    "twitter": "Twitter",
    "instagram": "Instagram",
    "tiktok": "TikTok",
}
"""The outlet's pages elsewhere, as buttons name them, and what they are called."""
