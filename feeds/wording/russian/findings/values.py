"""Values: what is wrong with a text, said behind the name of what holds it; words that stand in messages."""

from __future__ import annotations

VALUES: dict[str, str] = {
    "is no number: ''": "пусто, а нужно число",
    "is no decimal number: ''": "пусто, а нужно число",
    "is no whole number: ''": "пусто, а нужно целое число",
    "is no number of bytes: ''": "пусто, а нужно число байтов",
    "is no media type: ''": "пусто, а нужен MIME-тип",
    "is no language tag: ''": "пусто, а нужен код языка",
    "is no encoding: ''": "пусто, а нужна кодировка",
    "is no W3C date, as 2026-11-23 or 2026-11-23T10:00+03:00: ''": (
        "пусто, а нужна дата W3C, как 2026-11-23 или 2026-11-23T10:00+03:00"
    ),
    "is no ISO 8601 date: ''": "пусто, а нужна дата ISO 8601",
    "is '', not one of {known}": "пусто, а нужно одно из слов {known:words}",
    "is '', not {wanted}": "пусто, а нужно: {wanted:words}",
    "is empty": "пусто",
    "is blank": "одни пробелы",
    "is no address: {value} has characters that an address may not have": (
        "в адресе {value} есть недопустимые знаки"
    ),
    "is no address: it holds {character}: {value}": "в адресе {value} недопустимый знак: {character:words}",
    "is no address: {value}": "{value} — не адрес",
    "is relative: {value}": "неполный адрес {value}",
    "is no http(s) address: {value}": "адрес {value} не на http и не на https",
    "is not on https: {value}": "адрес {value} не на https",
    "is no tag: address (tag:host,2026-11-23:name): {value}": (
        "{value} — не адрес tag: (tag:домен,2026-11-23:имя)"
    ),
    "has letters that are not ASCII, as {letter}: {value}": (
        "в адресе {value} есть буквы не из ASCII, например {letter}"
    ),
    "has letters that are not ASCII: {value}": "в адресе {value} есть буквы не из ASCII",
    "has a scheme that is not registered: {scheme}:": "схема {scheme}: не зарегистрирована",
    "is no urn:uuid: it wants 32 hexadecimal digits in five groups: {value}": (
        "{value} — не urn:uuid: нужны 32 шестнадцатеричные цифры в пяти группах"
    ),
    "is no urn: (urn:namespace:name): {value}": "{value} — не urn: (urn:пространство:имя)",
    "is no address: // is missing after {scheme}: {value}": "в адресе {value} нет // после схемы {scheme}",
    "names no host: {value}": "в адресе {value} нет домена",
    "is no address, its host is wrong: {value}": "в адресе {value} неверный домен",
    "is no address: it holds brackets: {value}": "в адресе {value} есть квадратные скобки",
    "runs a script: {value}": "адрес {value} запускает скрипт",
    "is on an internationalised domain: {value}": "адрес {value} на нелатинском домене (IDN)",
    "is not in its canonical form, {form}": "пишется иначе, чем в каноническом виде: {form}",
    "is no language tag: {value}": "{value} — не код языка",
    "is no language tag: {value}; the parts have a hyphen between them": (
        "{value} — не код языка: части пишутся через дефис"
    ),
    "is no media type: {value}": "{value} — не MIME-тип",
    "is no encoding: {value}": "{value} — не кодировка",
    "is {value}, not one of {known}": "{value}, а не одно из слов {known:words}",
    "is {value}, not {wanted}": "{value:words}, а не {wanted:words}",
    "is {value}, less than {least}": "{value:number}, а нужно не меньше {least:number}",
    "is {value}, more than {most}": "{value:number}, а можно не больше {most:number}",
    "is {value}, not from {least} to {most}": "{value}, а нужно от {least} до {most}",
    "is {value}, which ISO 639 does not know": "кода {value} нет в ISO 639",
    "is no number: {value}": "{value} — не число",
    "is no whole number: {value}": "{value} — не целое число",
    "is no decimal number: {value}": "{value} — не число",
    "is no number of bytes: {value}": "{value} — не число байтов",
    "is -1: write 0 where the size is not known": "-1, а неизвестный размер — это 0",
    "is negative: {value}": "число отрицательное: {value}",
    "has {length} characters, more than {most}": (
        "{length:number} {length:знак|знака|знаков}, а можно не больше {most:number}"
    ),
    "has {length} characters, fewer than {least}": (
        "{length:number} {length:знак|знака|знаков}, а нужно не меньше {least:number}"
    ),
    "has {word}, which is not {wanted}": "{word} — не {wanted:words}",
    "has no {attribute:label}": "нет {attribute:label}",
    "has markup, {tags}: it is plain text": "есть тег {tags}, а это простой текст",
    "has markup: {tags}": "есть тег {tags}",
    "has a character written as in HTML: {reference}": "знак записан, как в HTML: {reference}",
    "shows {escaped} as it is written: it was escaped once too often": (
        "читатели увидят {escaped}, потому что текст экранирован лишний раз"
    ),
    "has white space around it": "по краям стоят пробелы",
    "holds an e-mail address: {value}": "здесь адрес почты: {value}",
    "holds more than an address: {value}": "в {value} не только адрес",
    "is no e-mail address: {value}": "{value} — не адрес почты",
    "has a host without a domain: {value}": "в адресе {value} неполный домен",
    "has no e-mail address: {value}": "в {value} нет адреса почты",
    "names nobody: {value}": "в {value} никто не назван",
    "is not written as address (Name): {value}": "{value} пишется не так; нужно: адрес (Имя)",
    "has something in parentheses: {value}": "в {value} есть что-то в скобках",
    "holds {word}, which is no number": "{word} — не число",
    "holds {n} numbers, not {k} {k:pair|pairs} of latitude and longitude": (
        "чисел {n}, а пар широты и долготы должно быть {k}"
    ),
    "holds {n} numbers, not {k} {k:pair|pairs} or more of latitude and longitude": (
        "чисел {n}, а пар широты и долготы должно быть не меньше {k}"
    ),
    "holds the latitude {latitude}, which is not from -90 to 90": "широта {latitude} — не от -90 до 90",
    "holds the longitude {longitude}, which is not from -180 to 180": (
        "долгота {longitude} — не от -180 до 180"
    ),
    "does not end where it begins": "конец не совпадает с началом",
    "is in ISO form: {value}": "дата {value} записана в виде ISO",
    "is all numbers: {value}": "дата {value} записана одними цифрами",
    "counts seconds: {value}": "{value} — счёт секунд, а не дата",
    "has Cyrillic letters: the names of days and months are English: {value}": (
        "в дате {value} русские буквы, а названия дней и месяцев — английские"
    ),
    "names the wrong day of the week, it is {weekday}: {value}": (
        "в дате {value} не тот день недели, должно быть {weekday}"
    ),
    "has comments in it: {value}": "в дате {value} есть комментарии",
    "has a year of two digits: {value}": "в дате {value} год из двух цифр",
    "names the zone {zone}, which not all programs know: {value}": (
        "пояс {zone} в дате {value} знают не все программы"
    ),
    "is not spelt as in Mon, 23 Nov 2026 10:00:00 +0300: {value}": (
        "дата {value} записана не так, как Mon, 23 Nov 2026 10:00:00 +0300"
    ),
    "has no time zone": "не указан часовой пояс",
    "has no time zone: {value}": "в дате {value} не указан часовой пояс",
    "has an unknown time zone; write it as +0300: {value}": (
        "в дате {value} неизвестный часовой пояс; пишите его как +0300"
    ),
    "is no RFC 822 date: {value}": "{value} — не дата RFC 822",
    "has a small t or z: {value}": "в дате {value} строчная t или z",
    "is no RFC 3339 date, as 2026-11-23T10:00:00+03:00: {value}": (
        "{value} — не дата RFC 3339, как 2026-11-23T10:00:00+03:00"
    ),
    "is no RFC 3339 date: {value}": "{value} — не дата RFC 3339",
    "is no W3C date, as 2026-11-23 or 2026-11-23T10:00+03:00: {value}": (
        "{value} — не дата W3C, как 2026-11-23 или 2026-11-23T10:00+03:00"
    ),
    "is no W3C date: {value}": "{value} — не дата W3C",
    "is no W3C date: {value} ({why})": "{value} — не дата W3C ({why:said})",
    "is no ISO 8601 date: {value}": "{value} — не дата ISO 8601",
    "lies in the future: {value}": "дата {value} — в будущем",
    "lies before 1990: {value}": "дата {value} — раньше 1990 года",
    "has a time but no zone: {value}": "в {value} есть время, но нет пояса",
    "names no day: {value}": "в {value} не назван день",
    "has no seconds: {value}": "в {value} нет секунд",
    "has an underscore where a hyphen belongs": "вместо дефиса стоит подчёркивание",
    "names the script {script}, which ISO 15924 does not know": "письменности {script} нет в ISO 15924",
    "names its language in three letters; ISO 639-1 has two": (
        "язык назван тремя буквами, а в ISO 639-1 их две"
    ),
    "is a country without a language": "это страна без языка",
    "begins with no language of ISO 639-1": "в начале не язык из ISO 639-1",
    "has more parts than language, script and country": "частей больше, чем язык, письменность и страна",
    "names the country UK; the United Kingdom is GB": "страна названа UK, а Великобритания — это GB",
    "names the country {country}, which ISO 3166-1 does not know": "страны {country} нет в ISO 3166-1",
}
"""Behind a name and a colon."""

WORDS: dict[str, str] = {
    "source": "источник",
    "is an RFC 822 date": "это дата RFC 822",
    "has a space where a T belongs": "вместо T стоит пробел",
    "has a zone without a colon": "пояс без двоеточия",
    "has a small t or z": "строчная t или z",
    "is a number of seconds": "это число секунд",
    "is written with dots or slashes": "через точки или косые черты",
    "a space": "пробел",
    "a line break": "перенос строки",
    "a tab": "табуляция",
    "a text": "текст",
    "a number": "число",
    "an array": "массив",
    "an object": "объект",
    "a UUID": "UUID",
    "a medium of the list": "вид из списка",
    "a time, as 12.5 or 00:01:30.5": "время вида 12.5 или 00:01:30.5",
    "seconds, minutes:seconds or hours:minutes:seconds": "секунды, минуты:секунды или часы:минуты:секунды",
    "whole numbers with commas": "целые числа через запятую",
    "six hexadecimal digits": "шесть шестнадцатеричных цифр",
    "words encoded as in an address": "слова, закодированные как в адресе",
    "two or three small letters": "две или три строчные буквы",
    "some of {known}": "слова из числа {known}",
    "at most five of EXCHANGE:TICKER with commas between": "до пяти обозначений БИРЖА:ТИКЕР через запятую",
    "an ISO 3166-1 country in two capitals": "код страны ISO 3166-1 из двух прописных букв",
    "all robots": "всех роботов",
    "the document": "документ",
    "the entry": "запись",
    "the hub": "хаб",
    "the author": "автор",
    "the attachment": "вложение",
    "the tag": "метка",
    "the link": "ссылка",
    "the publication": "издание",
    "its author": "автор",
    "a date": "дата",
}
"""Words and names inside of messages."""
