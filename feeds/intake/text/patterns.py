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
    "staff",  # those who helped
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
    r"сообществ\S*|youtube|ютуб\S*|rutube|whatsapp|viber|instagram|facebook|twitter|newsletters?|channel|app"
)
_NETWORK = "twitter|facebook|instagram|linkedin|threads|bluesky|mastodon|tiktok|x"
_BUTTONS = (
    r"facebook|twitter|whatsapp|pinterest|google\+|linkedin|reddit|telegram|e?mail|copy link|vk|ok|viber|flipboard|"
    r"tumblr|messenger|[ |,]"
)
_ALSO_READ = (
    r"see also|see more|read also|also read|also see|read more|read next|don['’]t miss|must read|explore further|"
    r"you might also like|keep reading|in case you missed it|(?:lesen|lies) sie auch|mehr zum thema|lire aussi|"
    r"à lire aussi|(?:leia|lea|lee) (?:também|también)|leggi anche|lees ook|läs (?:också|mer)|les også|czytaj też|"
    r"related (?:post|article|stor(?:y|ie)|news|content|coverage|reading|video|link|topic)s?"
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
        r"copyright\b.{0,20}\b(?:19|20)\d\d\b.*",
        r".*\bthis (?:material|document) may not be (?:published|reproduced|broadcast).*",
        r".*\bthis (?:material|document) is subject to copyright.*",
        r"(?:this (?:web)?site|we|our partners) uses? cookies\b.*",
        r"by (?:continuing|using|choosing)\b.*\bcookies\b.*",
        r"(?:мы используем|(?:этот )?сайт использует) (?:файлы )?cookie.*",
        r"our standards: .*",
        r"(?:ftc: )?we use income.earning.*",
        r"(?:this|the) (?:post|article|page|story) (?:may )?contains? (?:\S+ ){0,3}(?:affiliate|referral).*",
    ),
    _pattern(
        "credit",
        "the credit of a picture or a video",
        rf"(?P<what>{_MEDIA})\s*(?:©|\(c\)|:|/)\s*(?P<who>.{{2,150}}?(?<![.!?…]))",
        rf"\(?(?:{_MEDIA}) (?:credit|copyright|courtesy)(?:\s*:|\s+of)?\s*(?P<owner>.{{2,100}})",
        r"©\s*(?P<whose>\D.{1,100}?(?<![.!?…]))",
    ),
    _pattern(
        "related",
        "a link to another story",
        r"(?:читайте|смотрите|слушайте)\s+(?:также|ещё|еще|по теме|материал)\b\s*[:—–-]?\s*(?P<title>.*)",
        r"(?:материалы? )?(?:по теме|в тему)\s*(?:[:—–-]\s*(?P<theme>.*))?",
        r"(?:see also|read also|also read|read more|read next|related)\s*[:—–-]\s*(?P<more>.*)",
        rf"(?:{_ALSO_READ})\b(?: (?:on|from|about) [^:]{{2,40}})?\s*[:|>»—–-]*\s*(?P<next>.{{0,150}}(?<![.?!]))",
    ),
    _pattern(
        "promotion",
        "the outlet about itself",
        r".{0,300}\bв разделе «[^»]{1,100}» на (?:сайте )?\S+\.\w{2,}\.?",
        rf"(?:подписывайтесь|подпишитесь|присоединяйтесь|вступайте|следите за|читайте нас)\b.{{0,200}}"
        rf"(?:\b(?:{_OWN_CHANNEL})\b|\bна (?:нас|автора|темы)\b|\bнаш\w*\b).{{0,100}}",
        rf".{{0,200}}\b(?:в|на) наш\w{{1,3}} (?:\S+[ -]){{0,2}}(?:{_OWN_CHANNEL})\b.{{0,60}}",
        rf"(?:sign up|subscribe|follow us|join (?:us|our)|download|get the .{{0,40}} app)\b.{{0,120}}"
        rf"\b(?:{_OWN_CHANNEL}|us|inbox|forums?|podcast)\b.{{0,150}}",
        rf"(?:follow|like|find|contact|reach|e-?mail)\b.{{0,160}}(?:\bon (?:{_NETWORK})\b|@\w+).{{0,80}}",
        r".{0,200}\b(?:delivered|straight|sent|right) (?:right |straight |directly )?(?:to|into) your "
        r"(?:inbox|mailbox|letterbox|email)\b.{0,200}",
        r"(?:like|enjoyed?|love) this (?:story|article|post)\?.{0,150}",
        r".{0,20}\bshar(?:e|ing) (?:is caring|this (?:story|article|post|page|on\b.{0,30})).?",
        r"(?:get|gain) (?:full |unlimited |digital )?access to .{0,250}",
        r"to read the full (?:story|article).{0,40}",
        r"(?:to continue reading|already (?:a subscriber|have an account)|become a (?:member|subscriber))\b.{0,150}",
        r"you have been successfully subscribed.?|there was (?:a problem|an error) subscribing.{0,200}",
        r"(?:click|tap) here (?:to (?:get|see|read|watch|download|sign|subscribe)\b|for more).{0,150}",
        rf"@\w{{2,30}}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://)?(?:www\.)?(?:{_NETWORK})\.com/\w+",
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
        "staff",
        "who else worked on the story",
        r"(?:(?:additional |with )?(?:reporting|writing|editing) by|reported by) .{3,300}",
    ),
    _pattern(
        "tags",
        "the keywords",
        r"(?:теги|тэги|метки|ключевые слова|tags|keywords|topics|filed under|posted in|categories|schlagworte|"
        r"étiquettes|etiquetas)\s*:\s*(?P<tags>.*)",
    ),
    _pattern(
        "count",
        "how many comments there are",
        r"комментари(?:й|и|я|ев)\s*[:(]?\s*(?P<count>\d{1,6})?\)?",
        r"(?P<before>\d{1,6}) (?:комментари(?:й|и|я|ев)|comments?)",
        r"comments?\s*[:(]?\s*(?P<en>\d{1,6})?\)?",
    ),
    _pattern(
        "furniture",
        "a button or a marker",
        r"banner\s?image|\w*banner\w*|avatar|img|image|adv",
        r"\[?(?:реклама|advert(?:isement)?|anzeige|publicidad|publicité|pubblicità|werbung)\]?",
        r"(?:story|article) continues below.{0,30}|continue reading.{0,60}|skip (?:past|to) .{0,40}",
        r"close|caption|video|watch now|play(?: video)?|photos?|gallery|slideshow|show more|load more|breaking news",
        r"(?:image |photo )?\d+ (?:of|/) \d+|placeholder.{0,20}|(?:get )?short url",
        r"print (?:this )?(?:article|page).{0,30}",
        r"this slideshow requires javascript.?|(?:media )?playback is (?:un|not )supported.{0,60}|privacy overview",
        r"comments are closed.?|view (?:comments|gallery|photos)|enlarge (?:this )?image|(?:show|hide|toggle) caption",
        rf"\d+ shares?|email this.{{0,30}}|share on .{{0,20}}|(?:{_BUTTONS}){{2,40}}",
        r"(?:subscribe|sign in|log ?in|register|sign up|[ |/]){2,9}",
        r"поделиться|share|(?:с)?копировать ссылку|copy link|распечатать|версия для печати|print",
        r"выйти из полноэкранного режима|развернуть на весь экран|fullscreen|на весь экран",
        r"подписаться|подписаться на (?:\S+ ){0,4}\S+(?<![.!?…])|subscribe|войти|вход|sign in|log in",
        r"\+ ?[aа] ?[-−–]|нравится|сохранить|в закладки|слушать|прослушать|комментировать|подробнее",
        r"показать (?:ещё|еще)|загрузить (?:ещё|еще)|загрузка\.*|loading\.*|читать далее|прочитать статью",
        r"(?:просмотров|просмотры|views)\s*:?\s*[\d  ]+|\d{1,2}\+|\d{1,7}|время чтения.{0,30}",
        r"\d{1,3} ?(?:min|minutes?|минут\w?|мин\.?)(?: read| чтения)?",
    ),
    _pattern(
        "end",
        "the heading of what is not the story",
        r"актуально|самое (?:интересное|читаемое|важное)|что (?:еще|ещё) почитать|популярное|рекомендуем",
        r"сюжет:?|темы?:|подписывайтесь на (?:автора|темы):?",
        r"новости (?:партнёров|партнеров|компаний|по теме|сми2?)|(?:последние|другие|все|главные) новости",
        r"лента новостей|сейчас читают|главное (?:за сутки|сегодня|за день)|больше новостей|выбор редакции",
        r"(?:оставьте|оставить|написать|добавить) (?:ваш |свой )?(?:комментарий|отзыв)|обсуждение",
        r"похожие (?:статьи|материалы|новости|записи)",
        r"опубликован\w? в газете .*|заголовок в газете.*|газета «[^»]+» № ?\d+ от .*",
        r"most (?:read|popular|viewed|shared|watched).{0,30}|latest (?:news|stories)|trending(?: now)?",
        r"more (?:stories|on this story|from .*|great .*|news|to read|like this)|tell us what you think.{0,5}",
        r"(?:leave|post|write) a (?:comment|reply).{0,20}|join the (?:conversation|discussion)",
        r"about the (?:author|writer)s?|you (?:might|may) also (?:like|be interested in).{0,20}",
        r"sponsored(?: content| links)?|häufig gelesen|meistgelesen|das könnte (?:sie|dich) auch interessieren",
        r"recommended(?: for you)?|related (?:topics|stories|articles)|editors?['’] picks?",
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
