"""A story on every platform, and the feeds as pages."""

from __future__ import annotations

PREVIEW: dict[str, str] = {
    "preview": "предпросмотр",
    "A story as each platform shows it": "Новость глазами каждой площадки",
    "Address, id or words of a headline": "Адрес, идентификатор или слова из заголовка",
    "Find": "Найти",
    "Found": "Нашлось",
    "The newest": "Самые новые",
    "There is no such story.": "Такой новости нет.",
    "There are no stories yet.": "Новостей пока нет.",
    # platforms
    "Dzen: card and article": "Дзен: карточка и статья",
    "News on Dzen: story and article": "Новости на Дзене: сюжет и статья",
    "Yandex: fresh results": "Яндекс: свежее в поиске",
    "Google News: row": "Google Новости: строка",
    "VK: post": "ВКонтакте: запись",
    "OK: post": "Одноклассники: запись",
    "Feed reader": "Читалка",
    "Rambler: story": "Рамблер: новость",
    "Mail.ru: story": "Mail.ru: новость",
    "SmartNews: card and article": "SmartNews: карточка и статья",
    "MSN: card and article": "MSN: карточка и статья",
    "Flipboard: card": "Flipboard: карточка",
    "Search engines: address": "Поисковики: адрес",
    # a card
    "in the feed": "в ленте",
    "not here": "здесь её нет",
    "Not here, because:": "Здесь её нет:",
    "How it would look": "Как выглядела бы",
    "no picture": "без картинки",
    "{name}: the text": "{name}: текст",
    "changed": "изменена",
    "Google takes the headline and the date from the sitemap; the picture it finds on the page.": (
        "Заголовок и дату Google берёт из карты сайта, а картинку — со страницы."
    ),
    "The platform's rules find nothing.": "По правилам площадки замечаний нет.",
    "what is left of the cover": "что остаётся от обложки",
    "The cover is shown whole.": "Обложка видна целиком.",
    "The cover loses {share} at its sides.": "Обложка теряет {share} по бокам.",
    "The cover loses {share} above and below.": "Обложка теряет {share} сверху и снизу.",
    "This platform shows no text, only what leads to your page.": (
        "Текста эта площадка не показывает — только то, что ведёт на вашу страницу."
    ),
    "Left out of the text: {n} of {all} {all:part|parts}": (
        "Не попало в текст: {n} из {all} {all:части|частей|частей}"
    ),
    "Nothing of the text is left out.": "Текст вошёл целиком.",
    "picture": "картинка",
    "embed": "вставка",
    "video": "видео",
    "audio": "аудио",
    "table": "таблица",
    "heading": "подзаголовок",
    "quotation": "цитата",
    "list item": "пункт списка",
    "code": "код",
    "figure": "иллюстрация",
    "paragraph": "абзац",
    "Source, line {n}": "Исходный текст, строка {n}",
    "The item itself": "Сам элемент ленты",
}
"""Russian for each."""

READABLE: dict[str, str] = {
    "feeds": "ленты",
    "source": "исходный текст",
    "Views": "Виды",
    "Lines": "Строки",
    "Parts": "Части",
    "Source and findings": "Исходный текст и замечания",
    "source and findings": "исходный текст и замечания",
    "This is a feed: put its address into your feed reader, and new stories come by themselves.": (
        "Это лента: вставьте её адрес в свою читалку, и новости будут приходить сами."
    ),
    "Programs get it in their own form at the same address.": "Программы по тому же адресу получают её в своём виде.",
    "There are no stories in it now.": "Сейчас в ней нет новостей.",
    "and {n} more": "и ещё {n}",
    "{n} {n:finding|findings}": "{n} {n:замечание|замечания|замечаний}",
    "earlier lines": "предыдущие строки",
    "later lines": "следующие строки",
    "lines {first} to {last} of {all}": "строки {first}–{last} из {all}",
    "… {n} more characters": "… ещё {n} {n:знак|знака|знаков}",
}
"""Russian for each."""

WHY: dict[str, str] = {
    "published {moment}, id {id}": "вышла {moment}, идентификатор {id}",
    "nearly the same text ({percent} %): {id}": "почти тот же текст ({percent}\u00a0%): {id}",
    "gone": "удалена",
    "in": "в ленте",
    "not in": "нет",
    "feed": "лента",
    "target": "формат",
    "story": "новость",
    "why": "почему",
}
"""Russian for each."""

CHECK: dict[str, str] = {
    # the page of a report
    "Feed check": "Проверка лент",
    "Skip to the findings": "К замечаниям",
    "There is something to mend.": "Есть что исправить.",
    "Nothing here keeps a feed from working.": "Работать лентам ничто не мешает.",
    "{n} {n:document|documents} checked": (
        "{n:Проверен|Проверено|Проверено} {n} {n:документ|документа|документов}"
    ),
    "{n} known {n:finding is|findings are} not told": (
        "{n} {n:известное замечание не названо|известных замечания не названы|известных замечаний не названо}"
    ),
    "Show": "Показать",
    "{n:error|errors}": "{n:ошибка|ошибки|ошибок}",
    "{n:warning|warnings}": "{n:предупреждение|предупреждения|предупреждений}",
    "{n:note|notes}": "{n:заметка|заметки|заметок}",
    "errors": "ошибки",
    "warnings": "предупреждения",
    "notes": "заметки",
    "Documents": "Документы",
    "Document": "Документ",
    "No findings.": "Замечаний нет.",
    "{n} {n:place|places}": "{n} {n:место|места|мест}",
    "{n} more of this kind are not shown.": "Ещё {n} таких не показано.",
    "read {date}": "прочитано {date}",
    "To do:": "Что делать:",
    "Story:": "Новость:",
    "Line {line}, column {column}": "Строка {line}, столбец {column}",
    # lines
    "the exemption of {code} in feeds.yaml ended on {day}: {reason}": (
        "исключение для {code} в feeds.yaml действовало до {day:day} года: {reason}"
    ),
    "not repaired: {reason}": "не исправлено: {reason}",
    "as it is": "как есть",
    "repaired": "исправлено",
    "the encoding, or a byte order mark": "кодировка или метка порядка байтов",
    "{code} in {name} is known, and was not found any more: {message}": (
        "{code} в {name} — известное замечание, которого больше нет: {message}"
    ),
    "{n} {n:document|documents}": "{n} {n:документ|документа|документов}",
    "{n} known": "известных: {n}",
    "{n} more of {code} are not shown here; --format jsonl tells of each": (
        "ещё {n} {n:замечание|замечания|замечаний} {code} здесь не показано; --format jsonl расскажет о каждом"
    ),
    "Some of it can be repaired: {command}": "Кое-что можно исправить: {command}",
    "story:": "новость:",
    "to do:": "что делать:",
    "see:": "смотрите:",
}
"""Russian for each."""
