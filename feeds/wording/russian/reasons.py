"""Why a story is in a feed, or is not: decisions, refusals, answers."""

from __future__ import annotations

REASONS: dict[str, str] = {
    # decisions
    "withdrawn: {reason}": "отозвана: {reason:said}",
    "no reason given": "причина не указана",
    "withdrawn": "отозвана",
    "no longer in its source": "её больше нет в источнике",
    "the story is only for {names}": "новость только для {names:said}",
    "the story is not for {names}": "новость не для {names}",
    "no feed": "ни одной ленты",
    "under embargo until {moment}": "под эмбарго до {moment:moment}",
    "dated in the future: waits until {moment}": "датирована будущим: ждёт до {moment:moment}",
    "expired on {moment}": "срок истёк {moment:moment}",
    "in section «{section}»; the feed takes {wanted}": "рубрика «{section}», а лента берёт {wanted}",
    "in no section; the feed takes {wanted}": "рубрики нет, а лента берёт {wanted}",
    "in section «{section}», which the feed leaves out": "рубрика «{section}», а её лента не берёт",
    "has none of the tags {wanted}": "нет ни одной из меток {wanted}",
    "has one of the tags that the feed leaves out: {wanted}": "есть метка, которую лента не берёт: {wanted}",
    "by none of the authors {wanted}": "автор не из тех, кого берёт лента: {wanted}",
    "in language {language}; the feed takes {wanted}": "язык — {language}, а лента берёт {wanted}",
    "from source {source}; the feed takes {wanted}": "источник — {source}, а лента берёт {wanted}",
    "published on {moment}; the feed takes stories of the last {span}": (
        "вышла {moment:moment}; лента берёт новости за последние {span:span}"
    ),
    # answers
    "is in the feed": "в ленте",
    "is in edition {number}, which the feed was rolled back to on {date}; to go on: feeds release {feed}": (
        "есть в выпуске {number}, к которому ленту вернули {date}; отпустить: feeds release {feed}"
    ),
    "is not in edition {number}, which the feed was rolled back to on {date}; to go on: feeds release {feed}": (
        "нет в выпуске {number}, к которому ленту вернули {date}; отпустить: feeds release {feed}"
    ),
    "is in the feed's archive {document}": "в архиве ленты: {document}",
    "would be in the feed": "попала бы в ленту",
    "the platform would refuse it: {reason}; an earlier version is in the feed": (
        "площадка её не примет: {reason:said}; в ленте — прежняя версия"
    ),
    "the platform would refuse it: {reason}": "площадка её не примет: {reason:said}",
    "is in the feed until the next build: {reason}": "в ленте до следующей сборки: {reason:said}",
    "the feed holds the {limit} newest stories, and there are as many newer ones": (
        "в ленте помещается {limit} {limit:новость|новости|новостей}, и столько же есть новее"
    ),
    "will be in the feed after the next build": "попадёт в ленту при следующей сборке",
    # refusals
    "the story has no text, and {platform} takes full texts only": (
        "у новости нет текста, а {platform:said} берёт только полные тексты"
    ),
    "the text has {length} characters; Dzen takes stories of {least} and more": (
        "в тексте {length} {length:знак|знака|знаков}; Дзен берёт новости от {least}"
    ),
    "the text has {length} characters; MSN takes {least} to {most}": (
        "в тексте {length} {length:знак|знака|знаков}; MSN берёт от {least} до {most}"
    ),
    "the headline has {length} characters; MSN wants {least} and more": (
        "в заголовке {length} {length:знак|знака|знаков}; MSN нужно от {least}"
    ),
    "the headline has {length} characters; above {most} MSN wants a short one besides, of {short} at most": (
        "в заголовке {length} {length:знак|знака|знаков}; если больше {most}, MSN нужен ещё короткий, до {short}"
    ),
    "the story's address has {length} characters; a sitemap takes {most} at most": (
        "в адресе новости {length} {length:знак|знака|знаков}; карта сайта берёт до {most}"
    ),
    "the story's address is not on https, which MSN demands": "адрес новости не на https, а MSN требует https",
    "the story has no picture, and SmartNews takes none without": (
        "у новости нет картинки, а SmartNews без картинки не берёт"
    ),
    "the story could not be written as {target}: {error}": "новость не удалось записать в формате {target}: {error}",
    "This is a fault of feeds: please report it with the story's record (feeds read).": (
        "Это ошибка самой программы: сообщите о ней, приложив запись новости (feeds read)."
    ),
    # platforms in the middle of a sentence
    "Yandex": "Яндекс",
    "Rambler": "Рамблер",
    "Mail.ru": "Mail.ru",
    "SmartNews": "SmartNews",
    # why a feed is held
    "{renamed} of {all} stories have another id than in the last edition": (
        "у {renamed} из {all} новостей не те идентификаторы, что в прошлом выпуске"
    ),
    "{lost} of {all} stories of the last edition are gone at once": (
        "{lost} из {all} новостей прошлого выпуска исчезли разом"
    ),
    "rolled back to edition {number}; to go on: feeds release {feed}": (
        "возвращена к выпуску {number}; отпустить: feeds release {feed}"
    ),
}
"""Russian for each."""
