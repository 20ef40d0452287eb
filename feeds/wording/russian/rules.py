"""What `feeds rules` says of a rule beside what holds, why, and what to do."""

from __future__ import annotations

RULES: dict[str, str] = {
    "severity": "важность",
    "what holds": "что требуется",
    "looks at": "смотрит на",
    "to do": "что делать",
    "known": "откуда",
    "of": "набор",
    "targets": "форматы",
    "example": "пример",
    "What is found fault with (-), and what is not (+):": "К чему есть замечание (-), а к чему нет (+):",
    "In order, too:": "Так тоже правильно:",
    # how grave
    "an error: the format is broken, or the platform refuses or loses something": (
        "ошибка: нарушен формат, или площадка что-то не примет либо потеряет"
    ),
    "a warning: it works, but not everywhere, or not certainly": (
        "предупреждение: работает, но не везде или не наверняка"
    ),
    "a note: worth knowing, and nothing needs to be done": "заметка: полезно знать, но делать ничего не нужно",
    # how sure
    "by the platform's or the format's own page": "со страницы самой площадки или формата",
    "by people who saw it happen, or who cite a page of the platform": (
        "от людей, которые это видели или ссылаются на страницу площадки"
    ),
    "from programs and feeds that work": "из программ и лент, которые работают",
    "nobody knows for certain": "наверняка не знает никто",
    # what is looked at
    "the whole document": "весь документ",
    "the feed's own elements": "собственные элементы ленты",
    "each story": "каждую новость",
    "the stories together": "все новости вместе",
    "how the document is served": "отдачу документа",
    "pages": "страницы",
    "the feed beside its former edition": "ленту рядом с её прежним выпуском",
    "a story in two feeds of a site": "новость в двух лентах сайта",
    "{name}, wherever it stands": "{name}, где бы он ни стоял",
    "{name} of {place}": "{name} ({place})",
    # whose rules
    "A feed beside its former self": "лента рядом со своим прежним выпуском",
    "Serving over HTTP": "отдача по HTTP",
    "The feeds of one site": "ленты одного сайта",
    # examples that are only told
    "A feed with 501 stories.": "Лента из 501 новости.",
    "A feed with 51 stories.": "Лента из 51 новости.",
    "A feed with 51 stories of one day.": "Лента, в которой 51 новость за один день.",
    "A feed without an item.": "Лента без единого item.",
    "A news sitemap with 1,001 stories.": "Карта новостей из 1001 новости.",
    "A page with 1,001 pictures.": "Страница с 1001 картинкой.",
    "A sitemap with 50,001 addresses, or one of 60 MB.": "Карта сайта из 50 001 адреса или размером 60 МБ.",
    "A document of more than 10 MB.": "Документ больше 10 МБ.",
    'A document that begins with <?xml version="1.0" encoding="windows-1251"?> and is saved so.': (
        'Документ, который начинается с <?xml version="1.0" encoding="windows-1251"?> и так и сохранён.'
    ),
    "Any document in this format.": "Любой документ в этом формате.",
    "Any feed that is checked for VK.": "Любая лента, которую проверяют для ВКонтакте.",
    "Any feed that is checked for OK.": "Любая лента, которую проверяют для Одноклассников.",
    "Any feed that is checked for Flipboard.": "Любая лента, которую проверяют для Flipboard.",
    "Any feed that is made for Turbo pages.": "Любая лента для Турбо-страниц.",
}
"""Russian for each."""
