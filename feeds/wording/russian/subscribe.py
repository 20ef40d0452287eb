"""The page of subscriptions and what goes with it."""

from __future__ import annotations

SUBSCRIBE: dict[str, str] = {
    "{name}: subscriptions": "{name}: подписка",
    "How to read {name}: channels and feeds": "Как читать «{name}»: каналы и ленты",
    "Read us where you like": "Читайте там, где вам удобно",
    "Read {name} where you like": "Читайте «{name}» там, где вам удобно",
    "Subscribe to {name}": "Подписаться: {name}",
    "Feeds for your reader": "Ленты для вашей читалки",
    "Put an address into the program in which you read the news: new stories come by themselves.": (
        "Вставьте адрес в программу, в которой читаете новости: дальше они будут приходить сами."
    ),
    "Subscribe in": "Подписаться в",
    "What is a feed?": "Что такое лента?",
    "A feed is a list of the newest stories in a form that programs understand. A feed reader looks into it "
    "for you, keeps what you have not read yet, and needs no account with us.": (
        "Лента — это список свежих новостей в виде, понятном программам. Читалка сама заглядывает в него, "
        "хранит непрочитанное, и регистрироваться у нас для этого не нужно."
    ),
    "RSS, Atom and JSON Feed hold the same stories: take the one that your reader knows; if in doubt, RSS.": (
        "В RSS, Atom и JSON Feed новости одни и те же: берите тот формат, который знает ваша читалка, "
        "а если сомневаетесь — RSS."
    ),
    "For platforms and search engines": "Для площадок и поисковиков",
    "These feeds are fetched by services, each in the form that it asks for.": (
        "Эти ленты забирают сервисы — каждый в том виде, в каком просит."
    ),
    "For whom": "Для кого",
    "Address": "Адрес",
    "To the website": "На сайт",
    "All stories": "Все новости",
    "{n:Section|Sections}: {names}": "{n:Рубрика|Рубрики|Рубрики}: {names}",
    "{n:Tag|Tags}: {names}": "{n:Метка|Метки|Метки}: {names}",
    "{n:Author|Authors}: {names}": "{n:Автор|Авторы|Авторы}: {names}",
    "Without {n:section|sections}: {names}": "Кроме {n:рубрики|рубрик|рубрик}: {names}",
    "Without {n:tag|tags}: {names}": "Кроме {n:метки|меток|меток}: {names}",
    "the last {span}": "за последние {span}",
}
"""Russian for each."""

CHANNELS: dict[str, str] = {
    "Yandex News": "Яндекс Новости",
    "Dzen": "Дзен",
    "News on Dzen": "Новости на Дзене",
    "Google News": "Google Новости",
    "VK": "ВКонтакте",
    "VK Video": "VK Видео",
    "OK": "Одноклассники",
    "Telegram": "Telegram",
    "MAX": "MAX",
    "RuTube": "RuTube",
    "YouTube": "YouTube",
    "Rambler": "Рамблер",
    "X": "X",
    "Facebook": "Facebook",
    "Instagram": "Instagram",
    "Threads": "Threads",
    "Mastodon": "Mastodon",
    "Bluesky": "Bluesky",
    "WhatsApp": "WhatsApp",
    "Viber": "Viber",
    "TikTok": "TikTok",
    "LinkedIn": "LinkedIn",
    "Flipboard": "Flipboard",
    "SmartNews": "SmartNews",
    "Apple News": "Apple News",
    "MSN": "MSN",
    "Mail.ru": "Mail.ru",
    "Yandex": "Яндекс",
    "any reader": "любая читалка",
    "search engines": "поисковики",
    "Podcast": "Подкаст",
    "Newsletter": "Рассылка",
    "Email": "Почта",
    "Website": "Сайт",
}
"""Platforms and channels by name."""

TARGETS: dict[str, str] = {
    "Atom 1.0": "Atom 1.0",
    "for readers and aggregators in general, with tombstones": (
        "для любых читалок и агрегаторов; снятые новости помечаются"
    ),
    "RSS for a Dzen channel": "RSS для канала в Дзене",
    "articles or posts for a channel on Dzen; its first feed needs ten stories": (
        "статьи или посты для канала в Дзене; для начала нужно десять новостей"
    ),
    "Seamless RSS for Dzen": "Бесшовный RSS для Дзена",
    "one feed for News on Dzen and for the channel": "одна лента и для Новостей на Дзене, и для канала",
    "RSS for Flipboard": "RSS для Flipboard",
    "full text and a large picture for Flipboard": "полный текст и крупная картинка для Flipboard",
    "News sitemap": "Карта новостей",
    "the last 48 hours for Google News": "последние 48 часов для Google Новостей",
    "JSON Feed 1.1": "JSON Feed 1.1",
    "for readers and programs that prefer JSON": "для читалок и программ, которым удобнее JSON",
    "RSS with mailru:full-text": "RSS с mailru:full-text",
    "full text for Mail.ru News": "полный текст для Новостей Mail.ru",
    "RSS for MSN": "RSS для MSN",
    "full text for Microsoft's Partner Hub": "полный текст для партнёров Microsoft",
    "RSS for OK": "RSS для Одноклассников",
    "plain text and a link for tools that post into a group on OK": (
        "текст и ссылка для программ, которые публикуют в группе"
    ),
    "RSS with rambler:fulltext": "RSS с rambler:fulltext",
    "full text for Rambler News": "полный текст для Новостей Рамблера",
    "RSS 2.0": "RSS 2.0",
    "for readers and aggregators in general": "для любых читалок и агрегаторов",
    "Sitemap": "Карта сайта",
    "everything ever published, for search engines: an index and a part for each month": (
        "всё, что вышло, для поисковиков: индекс и карта на каждый месяц"
    ),
    "SmartFormat 2.2": "SmartFormat 2.2",
    "full text for SmartNews, with word of what was taken back": "полный текст для SmartNews; снятое отзывается",
    "RSS for Turbo pages": "RSS для Турбо-страниц",
    "closed by Yandex in 2025: for checking old feeds only": (
        "Яндекс закрыл их в 2025 году: только для проверки старых лент"
    ),
    "RSS for VK": "RSS для ВКонтакте",
    "the RSS import of a VK community": "импорт RSS в сообщество ВКонтакте",
    "RSS with yandex:full-text": "RSS с yandex:full-text",
    "full text for Yandex search's fresh content and the older News on Dzen": (
        "полный текст для «Свежего и актуального» в поиске Яндекса и прежних Новостей на Дзене"
    ),
}
"""What each target is, by its English title and summary."""
