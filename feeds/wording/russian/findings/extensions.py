"""Extensions of RSS and Atom."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "this is no period: {value}": "это не срок: {value}",
    "commas stand between the coordinates, where white space belongs": (
        "между координатами стоят запятые, а нужны пробелы"
    ),
    'a complete feed has no link of rel="{rel}"': 'в полной ленте не бывает ссылки с rel="{rel}"',
    'the link of rel="current" of a complete feed leads elsewhere': (
        'ссылка с rel="current" в полной ленте ведёт в другое место'
    ),
    'an archive has no link of rel="current"': 'в архиве нет ссылки с rel="current"',
    'an archive has no link of rel="prev-archive" or "next-archive"': (
        'в архиве нет ссылки с rel="prev-archive" или "next-archive"'
    ),
    'the first page has a link of rel="{rel}"': 'на первой странице стоит ссылка с rel="{rel}"',
    'the last page has a link of rel="{rel}"': 'на последней странице стоит ссылка с rel="{rel}"',
    'a link of rel="{rel}" stands in a story': 'ссылка с rel="{rel}" стоит в новости',
    "no commas stand between the keywords": "между ключевыми словами нет запятых",
    "cc:license has no rdf:resource, which names the licence": (
        "у cc:license нет rdf:resource, где названа лицензия"
    ),
    "the address of cc:license {fault:said}": "cc:license: {fault:said}",
    "{code} is no country of ISO 3166": "{code} — не страна из ISO 3166",
    "a restriction without a type is all or none, not {value}": (
        "в ограничении без type стоит all или none, а не {value}"
    ),
    "app:collection holds <{tag}>, which says nothing there": (
        "в app:collection стоит <{tag}>, который там ни о чём не говорит"
    ),
    "wfw:commentRSS is spelt wfw:commentRss": "wfw:commentRSS пишется wfw:commentRss",
    "thr:when is called thr:updated since the extension was published": (
        "thr:when с выхода расширения называется thr:updated"
    ),
    'links of rel="replies" alone have thr:count and thr:updated': (
        'thr:count и thr:updated бывают только у ссылок с rel="replies"'
    ),
    "thr:count is {n}, more than thr:total, {total}": (
        "в thr:count {n}, а это больше, чем в thr:total: {total}"
    ),
    "the tombstone is void: its entry is in the feed with a later date": (
        "пометка об удалении недействительна: в ленте есть эта запись с более поздней датой"
    ),
    "there is a tombstone for {ref} already": "пометка об удалении {ref} уже есть",
    "Feed Paging and Archiving": "Постраничные ленты и архивы",
    "Feedly's WebFeeds": "WebFeeds от Feedly",
    "GeoRSS and the W3C's geographical vocabulary": "GeoRSS и географический словарь W3C",
    "Tombstones": "Пометки об удалении",
    "licences of Creative Commons": "Лицензии Creative Commons",
    "modules of the years of RSS 1.0": "Модули времён RSS 1.0",
    "the Atom Publishing Protocol": "Atom Publishing Protocol",
    "the CommentAPI": "CommentAPI",
    "the Source namespace": "Пространство имён source",
}
"""Messages."""

HINTS: dict[str, str] = {
    'Add <link rel="current" …/>, and <link rel="prev-archive" …/> but for the oldest one.': (
        'Добавьте <link rel="current" …/>, а во все архивы, кроме самого старого, — и <link '
        'rel="prev-archive" …/>.'
    ),
    "Write 2026-11-23 or 2026-11-23T10:00:00+03:00.": "Пишите 2026-11-23 или 2026-11-23T10:00:00+03:00.",
    "Write the tag of a language (of BCP 47): ru, en-GB, zh-Hans.": (
        "Пишите код языка (по BCP 47): ru, en-GB, zh-Hans."
    ),
    "Write who or what it is, or leave the element out.": (
        "Напишите, кто это или о чём это, или уберите элемент."
    ),
    "Check the clock and the time zone of the program that writes the feed.": (
        "Проверьте часы и часовой пояс программы, которая пишет ленту."
    ),
    "Write start=2026-11-22; end=2026-12-22; scheme=W3C-DTF; start or end may be left out.": (
        "Пишите start=2026-11-22; end=2026-12-22; scheme=W3C-DTF; start или end можно опустить."
    ),
    "Write the latitude first (-90 to 90), then the longitude (-180 to 180), with a space between them; a "
    "polygon ends where it begins.": (
        "Пишите сначала широту (от -90 до 90), потом долготу (от -180 до 180), между ними пробел; "
        "многоугольник кончается там, где начался."
    ),
    "Write a number of metres without a unit.": "Пишите число метров без единицы измерения.",
    "Write degrees with a decimal point, as 59.91.": (
        "Пишите градусы десятичной дробью с точкой, например 59.91."
    ),
    "Write 59.91 10.75.": "Пишите 59.91 10.75.",
    "Take either fh:complete or the links out: a complete feed holds all there is in one document.": (
        "Уберите либо fh:complete, либо ссылки: полная лента умещается в одном документе."
    ),
    "Leave the link out on the page that is the end of the row.": (
        "Уберите ссылку со страницы, на которой ряд кончается."
    ),
    "Move the link to the feed, or say what it is: related, via, up.": (
        "Перенесите ссылку в ленту или укажите, что она такое: related, via, up."
    ),
    "Write the address of the licence, as https://creativecommons.org/licenses/by/4.0/.": (
        "Впишите адрес лицензии, например https://creativecommons.org/licenses/by/4.0/."
    ),
    'Write <cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/>.': (
        'Пишите <cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/>.'
    ),
    "Look for a slip of the pen, also in capitals; take out what the extension does not know.": (
        "Поищите опечатку, в том числе в строчных и прописных буквах; уберите то, чего расширение не знает."
    ),
    "Keep one of them: readers take the first, the last, or none.": (
        "Оставьте что-то одно: одни читалки берут первое, другие последнее, третьи ничего."
    ),
    "Write the whole address, with https:// and the host.": "Впишите полный адрес — с https:// и доменом.",
    "Write 2026-11-22 or 2026-11-22T18:05:00+03:00.": "Пишите 2026-11-22 или 2026-11-22T18:05:00+03:00.",
    'Write <access:restriction relationship="deny"/>.': 'Пишите <access:restriction relationship="deny"/>.',
    'Write l:lang="en" and l:type="text/html".': 'Пишите l:lang="en" и l:type="text/html".',
    "Write the whole address, with https:// and the host: RSS knows no base to complete it by.": (
        "Пишите полный адрес — с https:// и доменом: в RSS дополнить его нечем."
    ),
    "Write digits alone; a space in searchTerms is %20 or +.": (
        "Пишите одни цифры; пробел в searchTerms — это %20 или +."
    ),
    "Write 2026-11-22T18:05:00Z; yes or no in small letters.": (
        "Пишите 2026-11-22T18:05:00Z; yes или no — строчными буквами."
    ),
    "Take the elements out, or describe the collection as an entry.": (
        "Уберите эти элементы или опишите коллекцию отдельной записью."
    ),
    "Write hourly, daily, weekly, monthly or yearly into sy:updatePeriod and a whole number into "
    "sy:updateFrequency.": (
        "Впишите в sy:updatePeriod hourly, daily, weekly, monthly или yearly, а в sy:updateFrequency — целое "
        "число."
    ),
    "Write digits alone; leave the element out where the number is not known.": (
        "Пишите одни цифры; если число неизвестно, уберите элемент."
    ),
    "Write wfw:commentRss.": "Пишите wfw:commentRss.",
    'Write the id of the other entry into ref, letter by letter: <thr:in-reply-to ref="tag:…"/>.': (
        'Впишите в ref идентификатор другой записи буква в букву: <thr:in-reply-to ref="tag:…"/>.'
    ),
    "Write digits alone into thr:total and thr:count.": "Пишите в thr:total и thr:count одни цифры.",
    'Move the attributes to the link with rel="replies", and write thr:updated for thr:when.': (
        'Перенесите атрибуты в ссылку с rel="replies" и пишите thr:updated вместо thr:when.'
    ),
    "Let thr:total be the number of all answers, wherever they are.": (
        "Пишите в thr:total число всех ответов, где бы они ни были."
    ),
    'Write <at:deleted-entry ref="id of the entry" when="2026-11-21T09:00:00Z"/>.': (
        'Пишите <at:deleted-entry ref="идентификатор записи" when="2026-11-21T09:00:00Z"/>.'
    ),
    "Take the tombstone out where the entry is back, or the entry where it is gone.": (
        "Если запись вернулась, уберите пометку об удалении; если её больше нет, уберите запись."
    ),
    "Keep the one with the later date.": "Оставьте пометку с более поздней датой.",
}
"""What to do."""

RULES: dict[str, str] = {
    "A complete feed (fh:complete) has no other pages: no links to a next, previous, first or last one.": (
        "У полной ленты (fh:complete) нет других страниц: ни следующей, ни предыдущей, ни первой, ни "
        "последней."
    ),
    "The first page has no previous one, the last page no next one.": (
        "У первой страницы нет предыдущей, у последней — следующей."
    ),
    "Elements and attributes of {title} are ones that it has, where it has them.": (
        "{title:words}: элементы и атрибуты — из числа известных и на своих местах."
    ),
    "Elements of {title} that may stand once stand once.": (
        "{title:words}: что должно стоять один раз, стоит один раз."
    ),
    "dc:date is a W3C date: a year, a month, a day, or a time with a zone.": (
        "dc:date — дата W3C: год, месяц, день или время с поясом."
    ),
    "dc:language is a language tag.": "dc:language — код языка.",
    "Names and subjects are not blank.": "Имена и темы не пустые.",
    "Dates are not in the future, nor before 1990.": "Даты не в будущем и не раньше 1990 года.",
    "dcterms:created, issued and modified are W3C dates.": "dcterms:created, issued и modified — даты W3C.",
    "Periods are written as start=…; end=…; scheme=W3C-DTF.": (
        "Сроки пишутся так: start=…; end=…; scheme=W3C-DTF."
    ),
    "Points, lines and polygons are pairs of latitude and longitude.": (
        "Точки, линии и многоугольники — пары из широты и долготы."
    ),
    "Heights, floors and radii are numbers.": "Высоты, этажи и радиусы — числа.",
    "A latitude is a number from -90 to 90, a longitude one from -180 to 180.": (
        "Широта — число от -90 до 90, долгота — от -180 до 180."
    ),
    "White space stands between coordinates, not commas.": "Между координатами стоят пробелы, а не запятые.",
    "An archive (fh:archive) links to the current feed and to the archives beside it.": (
        "Архив (fh:archive) ссылается на текущую ленту и на соседние архивы."
    ),
    "Links between the pages of a feed stand in the feed, not in its stories.": (
        "Ссылки между страницами ленты стоят в ленте, а не в её новостях."
    ),
    "A licence is the absolute address of its text.": "Лицензия — это полный адрес её текста.",
    "cc:license names the licence in rdf:resource.": "cc:license называет лицензию в rdf:resource.",
    "What should be an address is one.": "Где должен быть адрес, стоит адрес.",
    "Dates of events and sources are ISO 8601 dates.": "Даты событий и источников — даты ISO 8601.",
    "access:restriction says allow or deny.": "access:restriction говорит allow или deny.",
    "A link says its language by a tag and its type by a media type.": (
        "Ссылка указывает язык кодом, а тип — MIME-типом."
    ),
    "Pictures have absolute addresses, a colour six hexadecimal digits.": (
        "У картинок полные адреса, цвет — шесть шестнадцатеричных цифр."
    ),
    "Addresses of FeedBurner's elements are addresses.": "Адреса в элементах FeedBurner — это адреса.",
    "The addresses of a feedFlare are absolute.": "Адреса в feedFlare полные.",
    "The message to people with a browser is plain text.": "Сообщение людям с браузером — простой текст.",
    "Numbers of results are whole numbers, languages and encodings are ones that exist.": (
        "Числа результатов — целые, языки и кодировки — существующие."
    ),
    "The title of a query is plain text.": "Название запроса — простой текст.",
    "app:edited is an RFC 3339 date, app:draft yes or no, a collection has its address.": (
        "app:edited — дата RFC 3339, app:draft — yes или no, у коллекции есть адрес."
    ),
    "A collection holds a title, categories and what it accepts, no other elements of Atom.": (
        "В коллекции стоят название, категории и то, что она принимает, и никаких других элементов Atom."
    ),
    "A feed says how often it changes: a period of five words, a number of times in it, a W3C date.": (
        "Лента говорит, как часто меняется: период одним из пяти слов, число раз за него, дата W3C."
    ),
    "slash:comments is a whole number, slash:hit_parade several with commas between them.": (
        "slash:comments — целое число, slash:hit_parade — несколько через запятую."
    ),
    "wfw:comment and wfw:commentRss hold absolute addresses.": (
        "В wfw:comment и wfw:commentRss полные адреса."
    ),
    "The feed of comments is named by wfw:commentRss, with small letters at its end.": (
        "Лента комментариев названа в wfw:commentRss, со строчными буквами в конце."
    ),
    "thr:in-reply-to names the entry that is answered by its id, and its addresses are some.": (
        "thr:in-reply-to называет запись, на которую отвечают, по её id, а адреса в нём — адреса."
    ),
    "Counts of answers are whole numbers, and their dates RFC 3339.": (
        "Числа ответов — целые, а их даты — RFC 3339."
    ),
    'thr:count and thr:updated stand on links of rel="replies"; thr:when is called thr:updated.': (
        'thr:count и thr:updated стоят у ссылок с rel="replies"; thr:when называется thr:updated.'
    ),
    "The links to answers do not count more of them than there are.": (
        "Ссылки на ответы не насчитывают их больше, чем есть."
    ),
    "A tombstone names the entry by its id (ref) and the time when it was taken back (when).": (
        "Пометка об удалении называет запись по id (ref) и время отзыва (when)."
    ),
    "An entry that was taken back is not in the feed with a later date.": (
        "Отозванной записи в ленте с более поздней датой нет."
    ),
    "There is one tombstone for an entry.": "На одну запись — одна пометка об удалении.",
}
"""What holds."""
