"""Turbo pages."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "the page has no <header>": "на странице нет <header>",
    "the header has no <h1>": "в header нет <h1>",
    "an <h1> outside of the header": "<h1> стоит вне header",
    "the header has more than one <h1>": "в header больше одного <h1>",
    "nothing in the page has the id that {target} leads to": "на странице нет id, на который ведёт {target}",
    "the menu stands outside of the header": "меню стоит вне header",
    "data-block={kind} is no block of Turbo pages": "блока {kind} у Турбо-страниц нет",
    "Search has shown no Turbo pages since {date}": "Поиск не показывает Турбо-страницы с {date:day} года",
    "yandex:related stands in the channel, where it is ignored": (
        "yandex:related стоит в канале, где его не учитывают"
    ),
    "turbo:analytics has an unknown type: {type}": "тип turbo:analytics неизвестен: {type}",
    "turbo:analytics of type {type} has no {needed}": "у turbo:analytics типа {type} нет {needed}",
    "item has no turbo attribute, it is ignored": "у item нет атрибута turbo, его пропустят",
    "yandex:related has {n} links, more than {most}": (
        "в yandex:related {n} {n:ссылка|ссылки|ссылок}, а можно не больше {most}"
    ),
    "a link of an endless feed has img, which is ignored": (
        "у ссылки бесконечной ленты есть img: он не учитывается"
    ),
}
"""Messages."""

HINTS: dict[str, str] = {
    "Write the whole page into <turbo:content><![CDATA[…]]></turbo:content>.": (
        "Впишите всю страницу в <turbo:content><![CDATA[…]]></turbo:content>."
    ),
    "Begin the text in turbo:content with <header><h1>the headline</h1></header>.": (
        "Начинайте текст в turbo:content с <header><h1>заголовок</h1></header>."
    ),
    "Write h2 for all other headings.": "Все остальные заголовки пишите как h2.",
    "Unwrap the tag and keep its text.": "Уберите тег, а текст оставьте.",
    "Give the element that the link leads to that id, or take the link out.": (
        "Дайте этот id элементу, на который ведёт ссылка, или уберите ссылку."
    ),
    "Move <menu> into <header>, below the headline and the picture.": (
        "Перенесите <menu> в <header>, под заголовок и картинку."
    ),
    "Write one of {known}, or take the block out.": "Напишите одно из слов {known} или уберите блок.",
    'Switch the feed off; send each story once more with turbo="false" to take its page back.': (
        'Отключите ленту; чтобы убрать страницы, отдайте каждую новость ещё раз с turbo="false".'
    ),
    "Move <yandex:related> from the channel into each item.": (
        "Перенесите <yandex:related> из канала в каждый item."
    ),
    "Write type as one of {known}; add id, or url for custom.": (
        "Напишите в type одно из слов {known}; добавьте id, а для custom — url."
    ),
    'Write <item turbo="true">, or <item turbo="false"> to take the page back.': (
        'Пишите <item turbo="true">, а чтобы убрать страницу — <item turbo="false">.'
    ),
    "Write the page's address as Search knows it, other letters than Latin ones as %D0%BC….": (
        "Пишите адрес страницы таким, каким его знает Поиск; буквы, кроме латинских, — как %D0%BC…."
    ),
    "Keep the most fitting links.": "Оставьте самые подходящие ссылки.",
    'Leave img out of the links in <yandex:related type="infinity">.': (
        'Уберите img из ссылок в <yandex:related type="infinity">.'
    ),
}
"""What to do."""

RULES: dict[str, str] = {
    "The page has no script and no style.": "На странице нет ни script, ни style.",
    'An item with turbo="true" has its page in turbo:content.': (
        'В item с turbo="true" страница лежит в turbo:content.'
    ),
    "The page begins with a header that has an h1.": "Страница начинается с header, а в нём h1.",
    "The page has one h1, in its header.": "На странице один h1, и стоит он в header.",
    "The page has only the tags that Turbo pages know.": (
        "На странице только теги, которые знают Турбо-страницы."
    ),
    "Anchors lead to something in the page.": "Якоря ведут к чему-то на странице.",
    "The menu stands in the header.": "Меню стоит в header.",
    "data-block names a block that Turbo pages know.": (
        "data-block называет блок, который знают Турбо-страницы."
    ),
    "Turbo pages are closed.": "Турбо-страницы закрыты.",
    "yandex:related stands in the item.": "yandex:related стоит в item.",
    "Each counter has a known type and what it needs: custom a url, the others an id.": (
        "У каждого счётчика известный тип и всё, что ему нужно: у custom — url, у остальных — id."
    ),
    'Each item says turbo="true" or turbo="false".': 'В каждом item сказано turbo="true" или turbo="false".',
    "Each item has a link: absolute, ASCII, {most} characters at most.": (
        "В каждом item есть link: полный адрес из знаков ASCII, не длиннее {most} {most:знака|знаков|знаков}."
    ),
    "pubDate is in the form of RFC 822.": "pubDate — в виде RFC 822.",
    "title and author have at most {most} characters.": (
        "В title и author не больше {most} {most:знака|знаков|знаков}."
    ),
    "A block of related links has at most {most}.": "В блоке связанных ссылок их не больше {most}.",
    "Links of an endless feed have no pictures.": "У ссылок бесконечной ленты нет картинок.",
}
"""What holds."""
