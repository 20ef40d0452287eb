"""JSON Feed."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "the document has no version: is it a JSON Feed?": "в документе нет version: JSON Feed ли это?",
    "the feed has no title": "у ленты нет title",
    "the feed has no items": "у ленты нет items",
    "the feed has no {name}": "у ленты нет {name}",
    "the hub has no {name}": "у хаба нет {name}",
    "the attachment has no {name}": "у вложения нет {name}",
    "next_url is the same as feed_url: readers go in circles": (
        "next_url совпадает с feed_url: читалки пойдут по кругу"
    ),
    "next_url leads to this very document": "next_url ведёт на этот же документ",
    "the feed has {n} bytes; above {most} it is a burden for readers": (
        "в ленте {n:number} {n:байт|байта|байтов}; больше {most:number} — обуза для читалок"
    ),
    "feed_url is {stated}, but this is {url}": "feed_url — {stated}, а адрес документа — {url}",
    "the item has no id": "у новости нет id",
    "id is a number: {id}": "id — число: {id}",
    "item {n} has the id {id} already": "id {id} уже есть у новости {n}",
    "the item has neither content_html nor content_text": "у новости нет ни content_html, ни content_text",
    "the content is empty": "содержимое пусто",
    "date_modified {date} is before date_published": "date_modified {date} раньше, чем date_published",
    "the author has neither a name nor a url nor an avatar": "у автора нет ни name, ни url, ни avatar",
    "author stands in place of authors ({n} in all)": "вместо authors стоит author (всего: {n})",
    "author is the form of 1.0 ({n} in all)": "author — форма версии 1.0 (всего: {n})",
    "JSON Feed knows no key {name} in a feed": "ключа {name} у ленты в JSON Feed нет",
    "JSON Feed knows no key {name} in an item": "ключа {name} у новости в JSON Feed нет",
    "JSON Feed knows no key {name} in an author": "ключа {name} у автора в JSON Feed нет",
    "JSON Feed knows no key {name} in a hub": "ключа {name} у хаба в JSON Feed нет",
    "JSON Feed knows no key {name} in an attachment": "ключа {name} у вложения в JSON Feed нет",
}
"""Messages."""

HINTS: dict[str, str] = {
    "Add home_page_url and feed_url: readers show the one, and know the feed by the other.": (
        "Добавьте home_page_url и feed_url: первый читалки показывают, по второму узнают ленту."
    ),
    "Let a JSON library write the file, as UTF-8.": "Пишите файл библиотекой для JSON, в UTF-8.",
    'Write "version": "{version}", letter by letter.': 'Пишите "version": "{version}" буква в букву.',
    "Write the outlet's or the section's name, as plain text.": (
        "Впишите название издания или рубрики простым текстом."
    ),
    'Write "items": [ ... ]; a feed without stories has "items": [].': (
        'Пишите "items": [ … ]; в ленте без новостей — "items": [].'
    ),
    "Leave next_url out of the last page; it never names the page on which it stands.": (
        "На последней странице не пишите next_url; он никогда не называет страницу, на которой стоит."
    ),
    'Write "hubs": [{"type": "WebSub", "url": "https://..."}].': (
        'Пишите "hubs": [{"type": "WebSub", "url": "https://…"}].'
    ),
    'Write "expired": true, without quotes, when the feed has ended for good; else leave it out.': (
        'Когда лента закрыта навсегда, пишите "expired": true без кавычек; иначе не пишите ничего.'
    ),
    "List fewer stories, or put older ones on another page (next_url).": (
        "Поставьте в ленту меньше новостей или вынесите старые на другую страницу (next_url)."
    ),
    "Write the address that readers subscribe to, with the right scheme and host.": (
        "Впишите адрес, на который подписываются читатели, с верными схемой и доменом."
    ),
    "Give every story an id that never changes, such as its address. Readers drop items without one.": (
        "Дайте каждой новости идентификатор, который никогда не меняется, например её адрес. Новости без "
        "него читалки отбрасывают."
    ),
    "Put the id in quotes: readers turn numbers into texts, each in its own way.": (
        "Заключите идентификатор в кавычки: числа читалки превращают в текст каждая по-своему."
    ),
    "Keep one entry for each story; readers show only one of those that share an id.": (
        "Оставьте по одной записи на новость: из тех, у кого id общий, читалки покажут одну."
    ),
    "Put the story into content_html, or its text into content_text; a summary alone is not enough.": (
        "Впишите новость в content_html или её текст в content_text; одного summary мало."
    ),
    "Write 2026-11-22T17:40:00+01:00: year-month-day, T, hours:minutes:seconds, zone (Z for UTC).": (
        "Пишите 2026-11-22T17:40:00+01:00: год-месяц-день, T, часы:минуты:секунды, пояс (Z — Гринвич)."
    ),
    'Write [{"url": "https://...", "mime_type": "audio/mpeg", "size_in_bytes": 1200345}].': (
        'Пишите [{"url": "https://…", "mime_type": "audio/mpeg", "size_in_bytes": 1200345}].'
    ),
    'Write "tags": ["bridge", "transport"], not one text with commas.': (
        'Пишите "tags": ["мост", "транспорт"], а не один текст с запятыми.'
    ),
    "See whether the dates are swapped, and whether the server's clock and time zone are right.": (
        "Проверьте, не перепутаны ли даты, верны ли часы и часовой пояс сервера."
    ),
    "Write the whole address: https://, host and path. Readers know no base to complete it by.": (
        "Пишите полный адрес: https://, домен и путь. Дополнить его читалкам нечем."
    ),
    'Write "authors": [{"name": "..."}]; leave the key out where nobody is named.': (
        'Пишите "authors": [{"name": "…"}]; если автор не назван, уберите ключ.'
    ),
    'Write "authors": [{...}]; author may stand beside it for old readers.': (
        'Пишите "authors": [{…}]; для старых читалок рядом может стоять author.'
    ),
    "Write ru, en or en-GB: a language, and a country if need be, with a hyphen.": (
        "Пишите ru, en или en-GB: язык и, если нужно, страну через дефис."
    ),
    "Look for a slip of the pen; a key of your own begins with _, as in _zarya. Readers pass over what they "
    "do not know.": (
        "Поищите опечатку; собственный ключ начинается с _, например _zarya. Чего читалки не знают, то они "
        "пропускают."
    ),
    "Take tags out and write characters themselves (& not &amp;); HTML has its place in content_html.": (
        "Уберите теги и пишите сами знаки (&, а не &amp;); HTML место в content_html."
    ),
    "Put the value in quotes, or leave the key out where there is none.": (
        "Заключите значение в кавычки; если его нет, уберите ключ."
    ),
}
"""What to do."""

RULES: dict[str, str] = {
    "The feed is JSON in UTF-8, without a byte order mark and without repeated keys.": (
        "Лента — JSON в UTF-8, без метки порядка байтов и без повторных ключей."
    ),
    "The feed is an object whose version is the address of JSON Feed 1.1 (or 1).": (
        "Лента — объект, version в котором — адрес JSON Feed 1.1 (или 1)."
    ),
    "The feed has a title.": "У ленты есть title.",
    "The feed has an array of items, each of them an object.": (
        "В ленте есть массив items, и в нём одни объекты."
    ),
    "The feed names its home page and its own address.": (
        "Лента называет свою главную страницу и собственный адрес."
    ),
    "next_url leads to another document, with older stories.": (
        "next_url ведёт на другой документ, с более старыми новостями."
    ),
    "hubs is an array of objects, each with a type and a url.": (
        "hubs — массив объектов, у каждого type и url."
    ),
    "expired is true or false.": "expired — true или false.",
    "A feed is smaller than 250 KB, and never larger than 1 MB.": (
        "Лента меньше 250 КБ и никогда не больше 1 МБ."
    ),
    "feed_url is the address at which the feed is served.": "feed_url — адрес, по которому отдаётся лента.",
    "Each item has an id.": "У каждой новости есть id.",
    "The id is a text.": "id — текст.",
    "No two items have the same id.": "Двух новостей с одним id не бывает.",
    "Each item has content_html or content_text.": "У каждой новости есть content_html или content_text.",
    "date_published and date_modified are RFC 3339 dates, with a zone.": (
        "date_published и date_modified — даты RFC 3339 с поясом."
    ),
    "An attachment has a url and a mime_type; its size and duration are numbers.": (
        "У вложения есть url и mime_type; размер и длительность — числа."
    ),
    "tags is an array of texts.": "tags — массив текстов.",
    "A story is published first and modified after that, and neither lies in the future.": (
        "Новость сначала выходит, потом меняется, и ни то ни другое не в будущем."
    ),
    "Addresses are absolute.": "Адреса полные.",
    "authors is an array of objects, each with a name, a url or an avatar.": (
        "authors — массив объектов, в каждом name, url или avatar."
    ),
    "Version 1.1 names authors in an array; author is the form of version 1.0.": (
        "Версия 1.1 называет авторов массивом; author — форма версии 1.0."
    ),
    "language is a language tag.": "language — код языка.",
    "Keys that the format does not know begin with an underscore and a letter, and have no dot.": (
        "Неизвестные формату ключи начинаются с подчёркивания и буквы, точек в них нет."
    ),
    "title, summary, description and names are plain text.": (
        "title, summary, description и имена — простой текст."
    ),
    "Texts are texts.": "Где должен быть текст, стоит текст.",
}
"""What holds."""
