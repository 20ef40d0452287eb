"""Media RSS."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "the address of media:restriction {fault:said}": "media:restriction: {fault:said}",
    "media:hash has no {n} hexadecimal digits: {value}": (
        "media:hash: {n:нужна|нужны|нужно} {n} {n:шестнадцатеричная цифра|шестнадцатеричные "
        "цифры|шестнадцатеричных цифр}, а не {value}"
    ),
    "the role {role} has capitals": "в роли {role} есть прописные буквы",
    "urn:ebu has no role {role}": "в urn:ebu нет роли {role}",
    "{scheme} has no rating {rating}": "в схеме {scheme} нет рейтинга {rating}",
    "media:group holds {n} media:content, not two or more": (
        "в media:group элементов media:content {n}, а нужно не меньше двух"
    ),
    "a second media:content of the group is the default": "в группе уже второй media:content назван основным",
    "media:adult is out of use since version 1.0: write media:rating": (
        "media:adult вышел из употребления с версии 1.0: пишите media:rating"
    ),
    "media:content has no url, and no media:player stands in its place": (
        "у media:content нет url, и media:player вместо него тоже нет"
    ),
}
"""Messages."""

HINTS: dict[str, str] = {
    "Write the whole address, with https:// and the host, into url or scheme.": (
        "Впишите в url или scheme полный адрес — с https:// и доменом."
    ),
    "Write digits alone, without a unit; leave the attribute out where the number is not known.": (
        "Пишите одни цифры, без единицы измерения; если число неизвестно, уберите атрибут."
    ),
    'Write type="plain" or type="html", not a media type.': (
        'Пишите type="plain" или type="html", а не MIME-тип.'
    ),
    "Write the file's media type, as image/jpeg; what kind of thing it is says medium.": (
        "Впишите MIME-тип файла, например image/jpeg; о роде файла говорит medium."
    ),
    "Write one of the words that the message names, in small letters.": (
        "Напишите строчными буквами одно из слов, названных в замечании."
    ),
    "Write 12.5 or 00:01:30.5.": "Пишите 12.5 или 00:01:30.5.",
    'Write <media:restriction relationship="deny" type="country">DE FR</media:restriction>; without a type '
    "the text is all or none.": (
        'Пишите <media:restriction relationship="deny" type="country">DE FR</media:restriction>; без type '
        "внутри стоит all или none."
    ),
    'Write the digest of the file in hexadecimal digits, and algo="md5" or algo="sha-1".': (
        'Впишите хеш файла шестнадцатеричными цифрами и укажите algo="md5" или algo="sha-1".'
    ),
    "Write photographer, author, reporter or another role of the list; name the scheme of other roles.": (
        "Пишите photographer, author, reporter или другую роль из списка; для прочих ролей назовите схему."
    ),
    'Write <media:rating scheme="urn:simple">nonadult</media:rating>.': (
        'Пишите <media:rating scheme="urn:simple">nonadult</media:rating>.'
    ),
    "Write a single media:content without a group around it.": (
        "Пишите один media:content, без группы вокруг."
    ),
    "Write <media:rating>adult</media:rating> instead.": (
        "Пишите вместо этого <media:rating>adult</media:rating>."
    ),
    "Write the file's address into url, or put a media:player into the element.": (
        "Впишите адрес файла в url или вложите в элемент media:player."
    ),
    'Take the tags out, or write type="html".': 'Уберите теги или напишите type="html".',
    "Close what is opened; leave scripts, styles and tags of your own out.": (
        "Закрывайте всё открытое; уберите скрипты, стили и теги собственного изобретения."
    ),
    "Take the tags out.": "Уберите теги.",
}
"""What to do."""

RULES: dict[str, str] = {
    "Addresses of Media RSS are absolute, and there where they must be.": (
        "Адреса Media RSS полные и стоят там, где должны."
    ),
    "Sizes, lengths and rates are numbers.": "Размеры, длины и скорости — числа.",
    "The type of a title, description or text is plain or html.": (
        "type у названия, описания или текста — plain или html."
    ),
    "The type of media:content is a media type.": "type у media:content — MIME-тип.",
    "Attributes that know a few words have one of them.": "В атрибутах с набором слов стоит одно из них.",
    "lang is a language tag.": "lang — код языка.",
    "Times are in the form of NPT: seconds, or hours:minutes:seconds.": (
        "Время — в виде NPT: секунды или часы:минуты:секунды."
    ),
    "A restriction allows or denies countries (by their ISO codes) or addresses.": (
        "Ограничение разрешает или запрещает страны (коды ISO) или адреса."
    ),
    "A hash has as many hexadecimal digits as its algorithm gives: md5 32, sha-1 40.": (
        "В хеше столько шестнадцатеричных цифр, сколько даёт алгоритм: md5 — 32, sha-1 — 40."
    ),
    "The role of a credit is one of the European Broadcasting Union's, in small letters.": (
        "Роль в media:credit — из списка Европейского вещательного союза, строчными буквами."
    ),
    "A rating is a word of its scheme: adult or nonadult where none is named.": (
        "Рейтинг — слово своей схемы, а если она не названа — adult или nonadult."
    ),
    "A group holds two or more renditions of one medium.": (
        "В группе два варианта одного материала или больше."
    ),
    "media:adult is out of use: media:rating says the same.": (
        "media:adult вышел из употребления: то же говорит media:rating."
    ),
    "media:content says where the file or its player is.": (
        "media:content говорит, где лежит файл или его плеер."
    ),
    'Titles, descriptions and texts of Media RSS are plain, unless they say type="html".': (
        'Названия, описания и тексты Media RSS — простой текст, если не сказано type="html".'
    ),
    "HTML in Media RSS is HTML that readers keep.": "HTML в Media RSS — такой, какой читалки сохраняют.",
    "Categories, credits and copyrights are plain text.": "Категории, авторы и права — простой текст.",
}
"""What holds."""
