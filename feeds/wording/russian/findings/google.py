"""News sitemaps of Google News."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "publication_date is more than 48 hours ago: {date}": "publication_date — больше 48 часов назад: {date}",
    "publication_date {date} is later than lastmod {other}": (
        "publication_date {date} позже, чем lastmod {other}"
    ),
    "there are {n} stories, more than {most}": (
        "{n:number} {n:новость|новости|новостей}, а можно не больше {most:number}"
    ),
    "the name is {stated}, the publication's is {own}": "название — {stated}, а издание называется {own}",
    "the title has markup: {title}": "в заголовке есть разметка: {title}",
    "the title is escaped twice: it shows {reference}": "заголовок экранирован дважды: видно {reference}",
    "the title names {what}: {title}": "в заголовке стоит лишнее ({what:words}): {title}",
    "the url has {n} news:news": "элементов news:news в url: {n}",
    "the sitemap lists no news": "новостей в карте сайта нет",
    "{name} is no element of the schema of news:news": "элемента {name} в схеме news:news нет",
}
"""Messages."""

HINTS: dict[str, str] = {
    "Add :00. Google reads the date without seconds too, but its own schema calls the file invalid.": (
        "Добавьте :00. Google читает дату и без секунд, но по его же схеме такой файл неверен."
    ),
    "Add the zone, as in 2026-11-23T08:40:00+03:00, or Z for UTC.": (
        "Добавьте часовой пояс, например 2026-11-23T08:40:00+03:00, или Z для Гринвича."
    ),
    "List the story once it is out. If it is, look at the clock and the time zone of the server.": (
        "Ставьте новость в карту, когда она вышла. Если она уже вышла, проверьте часы и часовой пояс сервера."
    ),
    "Take the url out, or its news:news alone; the story stays in Google News without it.": (
        "Уберите url или только его news:news; из Google Новостей новость не пропадёт."
    ),
    "See whether the two dates are swapped; publication_date never changes after the story is out.": (
        "Проверьте, не перепутаны ли две даты; после выхода новости publication_date не меняется."
    ),
    "Fill in what is missing; Google drops entries that lack one of these.": (
        "Допишите недостающее: без любого из этих элементов Google отбрасывает запись."
    ),
    "Write ru or en, without a country: not ru-RU, not EN.": (
        "Пишите ru или en, без страны: не ru-RU и не EN."
    ),
    "Leave them out: Google ignores them, and a wrong value makes the file invalid.": (
        "Уберите их: Google на них не смотрит, а с неверным значением файл не проходит проверку по схеме."
    ),
    "Split it into several news sitemaps and an index; most have far fewer stories in two days.": (
        "Разделите её на несколько карт новостей и индекс; обычно за два дня новостей намного меньше."
    ),
    "Copy the name from a story of yours on news.google.com, letter by letter.": (
        "Скопируйте название из своей новости на news.google.com буква в букву."
    ),
    "Write the name alone: The Example Times, not The Example Times (subscription).": (
        "Пишите одно название: «Вечерний пример», а не «Вечерний пример (по подписке)»."
    ),
    "Look the code up: ru, en, uk, kk, fil. A country's code (gr, ua, jp) is often another one.": (
        "Найдите код в справочнике: ru, en, uk, kk, fil. Код страны (gr, ua, jp) часто другой."
    ),
    "Put the story's headline into news:title.": "Впишите в news:title заголовок новости.",
    "Write the headline as it stands above the story, as plain text, its & and < escaped once.": (
        "Пишите заголовок таким, как он стоит над новостью, простым текстом; & и < экранируйте один раз."
    ),
    "Leave them out.": "Уберите их.",
    "Give each story a url of its own.": "Дайте каждой новости свой url.",
    "Nothing to do where nothing came out in two days. Else write news:news into each story's url.": (
        "Если за два дня ничего не вышло, делать ничего не надо. Если вышло, впишите news:news в url каждой "
        "новости."
    ),
    "Google reads any order, but validators follow the schema: reorder the elements, each at most once.": (
        "Google читает в любом порядке, но проверка по схеме требует своего: переставьте элементы, каждый не "
        "больше одного раза."
    ),
}
"""What to do."""

RULES: dict[str, str] = {
    "publication_date is a W3C date: a day, or a time with its zone.": (
        "publication_date — дата W3C: день или время с поясом."
    ),
    "publication_date has seconds where it has a time.": (
        "Если в publication_date есть время, в нём есть и секунды."
    ),
    "publication_date has a zone where it has a time.": "Если в publication_date есть время, указан и пояс.",
    "A story in a news sitemap has been published.": "Новость из карты новостей уже вышла.",
    "A news sitemap lists the stories of the last 48 hours.": (
        "В карте новостей — новости за последние 48 часов."
    ),
    "A story is published first and changed after that: publication_date is not later than lastmod.": (
        "Новость сначала выходит, потом меняется: publication_date не позже lastmod."
    ),
    "An entry names the publication (name, language), the publication date and the title.": (
        "В записи названы издание (name, language), дата публикации и заголовок."
    ),
    "The language is two or three small letters, or zh-cn or zh-tw.": (
        "Язык — две или три строчные буквы либо zh-cn или zh-tw."
    ),
    "access, genres and stock_tickers have the schema's values.": (
        "Значения access, genres и stock_tickers — из схемы."
    ),
    "A news sitemap holds at most 1,000 stories.": "В карте новостей не больше 1000 новостей.",
    "The name is the publication's name exactly as Google News shows it.": (
        "Название издания — в точности такое, как в Google Новостях."
    ),
    "The name leaves out what Google News shows in parentheses.": (
        "В названии нет того, что Google Новости показывают в скобках."
    ),
    "The language is one of ISO 639.": "Язык — один из ISO 639.",
    "The title is the headline.": "title — заголовок новости.",
    "The title is the headline alone: no publication, author or date, no markup.": (
        "title — один заголовок: без издания, автора, даты и разметки."
    ),
    "Google no longer reads access, genres, keywords, stock_tickers and geo_locations.": (
        "access, genres, keywords, stock_tickers и geo_locations Google больше не читает."
    ),
    "A url has one news:news.": "В одном url один news:news.",
    "A news sitemap lists stories.": "В карте новостей есть новости.",
    "The order is publication, access, genres, publication_date, title, keywords, stock_tickers.": (
        "Порядок такой: publication, access, genres, publication_date, title, keywords, stock_tickers."
    ),
}
"""What holds."""
