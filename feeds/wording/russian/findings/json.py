"""JSON itself."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "the document is {encoding}, not UTF-8": "документ в кодировке {encoding}, а не UTF-8",
    "a byte order mark stands before the JSON": "перед JSON стоит метка порядка байтов",
    "arrays and objects are nested more than {n} deep": (
        "массивы и объекты вложены больше чем на {n} {n:уровень|уровня|уровней}"
    ),
    "a comma stands before a closing bracket": "перед закрывающей скобкой стоит запятая",
    "the key {name} is there more than once in one object": (
        "ключ {name} стоит в одном объекте больше одного раза"
    ),
    "NaN and Infinity are no JSON": "NaN и Infinity в JSON не бывает",
    "the number is too large to be read": "число слишком велико, его не прочесть",
    "the text holds half of a character (a lone surrogate)": "в тексте половина знака (одинокий суррогат)",
    "the document breaks off before its end": "документ обрывается, не дойдя до конца",
    "this is no JSON": "это не JSON",
    "the document is a page or XML, not JSON": "документ — страница или XML, а не JSON",
    "JSON has no comments": "комментариев в JSON не бывает",
    "texts and keys stand in double quotes in JSON": "тексты и ключи в JSON стоят в двойных кавычках",
    "a value is missing or is no JSON": "значения нет, или это не JSON",
    "a key in double quotes is missing": "нет ключа в двойных кавычках",
    "the colon after a key is missing": "после ключа нет двоеточия",
    "a comma or a closing bracket is missing": "не хватает запятой или закрывающей скобки",
    "a text has no end": "у текста нет конца",
    "a line break or another control character stands inside a text": (
        "внутри текста стоит перенос строки или другой управляющий знак"
    ),
    "a backslash begins no known escape": "обратная косая черта стоит не в известном сочетании",
    "something stands after the end of the JSON": "после конца JSON что-то стоит",
}
"""Messages."""

HINTS: dict[str, str] = {
    "Write the file as UTF-8 without a byte order mark; JSON knows no other encoding.": (
        "Пишите файл в UTF-8 без метки порядка байтов: других кодировок JSON не знает."
    ),
    "See what the server sends; often it is an error page.": (
        "Посмотрите, что отдаёт сервер: часто это страница ошибки."
    ),
    "Take the comment out; user_comment is the key for notes to people.": (
        "Уберите комментарий; для заметок людям есть ключ user_comment."
    ),
    "A feed needs four or five levels; look for a program that wraps its own output.": (
        "Ленте хватает четырёх-пяти уровней; поищите программу, которая вкладывает свой вывод сама в себя."
    ),
    "Take the comma out; better, let a JSON library write the file instead of a template.": (
        "Уберите запятую, а лучше пишите файл библиотекой для JSON, а не шаблоном."
    ),
    "Keep one of them: readers take the first, the last, or refuse the feed.": (
        "Оставьте что-то одно: читалки берут первое, последнее или не берут ленту вовсе."
    ),
    "Leave the key out where there is no number.": "Если числа нет, уберите ключ.",
    "Write it as a text, in quotes.": "Запишите его текстом, в кавычках.",
    "It was cut in the middle of an emoji: cut before it. Some readers refuse the whole feed.": (
        "Текст обрезан посередине эмодзи: режьте перед ним. Некоторые читалки не берут из-за этого всю ленту."
    ),
    "Let a JSON library write the file.": "Пишите файл библиотекой для JSON.",
    "Write \"...\" instead of '...'.": "Пишите \"…\" вместо '…'.",
    "Write a text in double quotes, a number, true, false or null.": (
        "Пишите текст в двойных кавычках, число, true, false или null."
    ),
    "Write every key in double quotes.": "Пишите каждый ключ в двойных кавычках.",
    "Put a colon between the key and its value.": "Поставьте между ключом и значением двоеточие.",
    'Often a quotation mark inside the text before is not written as \\".': (
        'Часто в тексте перед этим местом кавычка не записана как \\".'
    ),
    'Close it with "; quotation marks inside it are written as \\".': (
        'Закройте его знаком "; кавычки внутри пишутся как \\".'
    ),
    "Write \\n for a line break, \\t for a tab.": "Перенос строки пишите как \\n, табуляцию — как \\t.",
    "Write \\\\ for a backslash itself.": "Саму обратную косую черту пишите как \\\\.",
    "One document is one object: take the rest out.": "Один документ — один объект: остальное уберите.",
}
"""What to do."""
