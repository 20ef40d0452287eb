"""Why files, records and messages are refused, behind the name of each."""

from __future__ import annotations

FILES: dict[str, str] = {
    "holds no text": "текста нет",
    "holds no record": "записей нет",
    "holds no item": "новостей нет",
    "holds no XML": "XML здесь нет",
    "holds no ninjs item": "записей ninjs нет",
    "holds no text, only a caption": "текста нет, есть только подпись",
    "holds data, not a text ({where})": "это данные, а не текст ({where})",
    "holds more than {n} characters": "больше {n:number} {n:знака|знаков|знаков}",
    "holds no object at {where}": "в {where} нет объекта",
    "holds {value} at {where} where an item should be": "в {where} вместо записи — {value:words}",
    "holds {value} where an item should be": "вместо записи — {value:words}",
    "holds {value} at {where} where a record should be": "в {where} вместо записи — {value:words}",
    "holds {value} where a record should be": "вместо записи — {value:words}",
    "holds no posts and no pages, only {said}": "ни записей, ни страниц нет, есть только {said}",
    "is a PDF document, not text": "это документ PDF, а не текст",
    "is a PNG image, not text": "это картинка PNG, а не текст",
    "is a JPEG image, not text": "это картинка JPEG, а не текст",
    "is a GIF image, not text": "это картинка GIF, а не текст",
    "is a ZIP archive or an office document, not text": "это архив ZIP или офисный документ, а не текст",
    "is an office document, not text": "это офисный документ, а не текст",
    "is a gzip archive inside another, not text": "это архив gzip внутри другого, а не текст",
    "is a bzip2 archive, not text": "это архив bzip2, а не текст",
    "is an xz archive, not text": "это архив xz, а не текст",
    "is a 7z archive, not text": "это архив 7z, а не текст",
    "is a RAR archive, not text": "это архив RAR, а не текст",
    "is a zstd archive, not text": "это архив zstd, а не текст",
    "is an SQLite database, not text": "это база SQLite, а не текст",
    "is a program, not text": "это программа, а не текст",
    "is binary data, not text": "это двоичные данные, а не текст",
    "begins with a byte order mark, but what follows is none, not text": (
        "после метки порядка байтов стоит не текст"
    ),
    "is a feed without items": "лента без новостей",
    "is JSON, but no feed": "это JSON, но не лента",
    "is JSON, but no feed: it has no list of items": "это JSON, но не лента: нет списка items",
    "is JSON, but no ninjs: it has neither a uri nor a guid": "это JSON, но не ninjs: нет ни uri, ни guid",
    "is JSON that holds no posts of Ghost": "это JSON, в котором нет записей Ghost",
    "is XML, but no feed: its root is {root}": "это XML, но не лента: корневой элемент — {root}",
    "is XML, but no NewsML: its root is {root}": "это XML, но не NewsML: корневой элемент — {root}",
    "is XML, but no NITF: its root is {root}": "это XML, но не NITF: корневой элемент — {root}",
    "is XML, but no WordPress export: its root is {root}": (
        "это XML, но не выгрузка WordPress: корневой элемент — {root}"
    ),
    "is a WordPress export without items": "выгрузка WordPress без записей",
    "is an item in broken XML: {said}": "новость в испорченном XML: {said:said}",
    "is broken XML: {said}": "испорченный XML: {said:said}",
    "is broken XML: the document breaks off in this item": (
        "испорченный XML: документ обрывается на этой новости"
    ),
    "is broken JSON at column {n}: {said}": "испорченный JSON, столбец {n}: {said:said}",
    "is broken JSON: {said}": "испорченный JSON: {said:said}",
    "is broken YAML: {said}": "испорченный YAML: {said:said}",
    "is broken TOML: {said}": "испорченный TOML: {said}",
    "is broken CSV: {said}": "испорченный CSV: {said}",
    "is YAML with a value that cannot be read: {said}": "значение в YAML не прочесть: {said}",
    "is YAML whose aliases refer to themselves or multiply without end": (
        "псевдонимы в YAML ссылаются сами на себя или множатся без конца"
    ),
    "it is nested too deeply": "слишком глубокая вложенность",
    "it ends too early": "он обрывается",
    "it cannot be read": "его не прочесть",
    "is a sitemap, not a feed": "это карта сайта, а не лента",
    "is a page, not a feed": "это страница, а не лента",
    "is a list of feeds, not a feed": "это список лент, а не лента",
    "is NITF, not a feed": "это NITF, а не лента",
    "is NewsML 1, not a feed": "это NewsML 1, а не лента",
    "is NewsML-G2, not a feed": "это NewsML-G2, а не лента",
    "is NewsML-G2, not NITF": "это NewsML-G2, а не NITF",
    "is NewsML 1, not NITF": "это NewsML 1, а не NITF",
    "is a feed, not NITF": "это лента, а не NITF",
    "is {kind}, not Markdown": "это {kind:words}, а не Markdown",
    "a Jupyter notebook": "тетрадь Jupyter",
    "is an HTML page without front matter": "страница HTML без заголовочной части",
    "is the page of a section (_index)": "это страница раздела (_index)",
    "has front matter that holds no names and values": "в заголовочной части нет имён и значений",
    "is not there": "такого файла нет",
    "may not be read: permission is denied": "нет права читать",
    "is a link that leads to itself": "ссылка ведёт сама на себя",
    "has a name that is too long": "имя слишком длинное",
    "cannot be read: the disk reports an error": "не прочесть: диск сообщает об ошибке",
    "cannot be read: {why}": "не прочесть: {why:words}",
    "is a folder that holds no files": "в папке нет файлов",
    "is larger than a page is ({size} at most)": "страницы такими не бывают: больше {size:size}",
    "nests its elements too deeply ({n} levels at most), or holds too many attributes in one of them ({most} "
    "at most)": (
        "элементы вложены слишком глубоко (можно {n:number} {n:уровень|уровня|уровней}), или в каком-то "
        "слишком много атрибутов (можно {most:number})"
    ),
    "is a file, and the kind sql reads databases": "это файл, а sql читает базы данных",
    "the database's address is no SQLAlchemy URL": "адрес базы — не URL SQLAlchemy",
    "the database cannot be read: {said}": "базу данных не прочесть: {said}",
    "{n} of {all} stories are gone at once, so none is withdrawn; if this is meant: feeds build --confirm "
    "{source}": (
        "исчезли сразу {n} из {all} новостей, поэтому ни одна не отозвана; если так и надо: feeds build "
        "--confirm {source}"
    ),
}
"""Why a file holds no stories."""

PARSERS: dict[str, str] = {
    # JSON
    "object keys must be strings": "ключи объекта должны быть текстами",
    "invalid character": "недопустимый знак",
    "invalid number": "неверное число",
    "invalid escape character in string": "неверное сочетание с обратной косой чертой",
    "trailing characters": "после конца что-то стоит",
    "trailing comma in array": "лишняя запятая в конце массива",
    "trailing comma in object": "лишняя запятая в конце объекта",
    "expected ':'": "не хватает двоеточия",
    "expected ',' or '}'": "не хватает запятой или }",
    "expected ',' or ']'": "не хватает запятой или ]",
    # YAML
    "mapping values are not allowed here": "двоеточие стоит не на месте",
    "mapping values are not allowed in this context": "двоеточие стоит не на месте",
    "did not find expected key": "не найден ожидаемый ключ",
    "did not find expected ',' or ']'": "не хватает запятой или ]",
    "did not find expected ',' or '}'": "не хватает запятой или }",
    "did not find expected '-' indicator": "пункт должен начинаться с дефиса",
    "did not find expected alphabetic or numeric character": "имя якоря написано неверно",
    "could not find expected ':'": "не хватает двоеточия",
    "found unexpected end of stream": "документ обрывается",
    "found character that cannot start any token": "недопустимый знак в начале значения",
    "found undefined alias": "псевдоним ни на что не указывает",
    "control characters are not allowed": "в тексте есть управляющие знаки",
    "could not find expected directive name": "после % нет имени указания",
    "found duplicate key": "ключ стоит дважды",
}
"""What is wrong in a file, as the programs that read it say."""

STORIES: dict[str, str] = {
    "holds nothing that can be shown": "показать нечего",
    "holds neither a number nor an address": "нет ни числа, ни адреса",
    "has no picture with an http(s) address": "нет картинки с адресом на http или https",
    "has no video with an http(s) address": "нет видео с адресом на http или https",
    "holds no tag": "меток нет",
    "is no genre": "такого жанра нет",
    "is no rating": "такого рейтинга нет",
    "holds no link": "ссылок нет",
    "names no place": "место не названо",
    "is no number of comments": "это не число комментариев",
    "is not withdrawn": "это не отзыв",
    "repeats the title": "повторяет заголовок",
    "the row of {key} {said:said}": "строка {key}: {said:said}",
    "states no address": "адреса нет",
    "states no title": "заголовка нет",
    "states no date of publication": "даты публикации нет",
    "states a date that cannot be read: {value:quoted} {why:said}": "дату {value} не прочесть: {why:said}",
    "states a date that cannot be read: {said}": "дату не прочесть: {said:words}",
    "states {field} in a way that cannot be read: {value:quoted} {why:said}": (
        "{field}: {value} не прочесть: {why:said}"
    ),
    "states {field} in a way that cannot be read: {said}": "{field} не прочесть: {said:words}",
    "states no address that can be used: {value:quoted} {why:said}": "адрес {value} не годится: {why:said}",
    "states no address that can be used: {said}": "адрес не годится: {said:words}",
    "states no title that can be used: {value:quoted} {why:said}": "заголовок {value} не годится: {why:said}",
    "states no title that can be used: {said}": "заголовок не годится: {said:words}",
    "{one:said}, and {other:said}": "{one:said}, {other:said}",
    "states no address, and the file's own is another story's already": (
        "адреса нет, а адрес файла уже занят другой новостью"
    ),
    "is no http(s) address": "это адрес не на http и не на https",
    "is no text": "это не текст",
    "is no date": "это не дата",
    "is no id": "это не идентификатор",
    "is no language": "это не язык",
    "is longer than {n} characters": "длиннее {n:number} {n:знака|знаков|знаков}",
    "is before it was published": "это раньше публикации",
    "is neither yes nor no": "это ни да, ни нет",
    "names no targets": "форматы не названы",
    "names nobody": "никто не назван",
    "holds no address": "адреса нет",
    "is a picture, not a text": "это картинка, а не текст",
    "is a graphic, not a text": "это графика, а не текст",
    "is a video, not a text": "это видео, а не текст",
    "is a sound, not a text": "это звук, а не текст",
    "is an animation, not a text": "это анимация, а не текст",
    "is an event, not a text": "это событие, а не текст",
    "is an event, and no story": "это событие, а не новость",
    "is a plan of coverage, not a text": "это план освещения, а не текст",
    "is a plan of coverage, and no story": "это план освещения, а не новость",
    "is a part of other items, not a text": "это часть других материалов, а не текст",
    "describes a concept, and is no story": "это описание понятия, а не новость",
    "describes concepts, and is no story": "это описание понятий, а не новость",
    "is a catalog of codes, and no story": "это каталог кодов, а не новость",
    "is a package whose items are not in the file": "это подборка, материалов которой в файле нет",
    "is a part of a package, and no story": "это часть подборки, а не новость",
    "is a part of an item, and no story": "это часть материала, а не новость",
    "is a part of an item: it has no headline and no date": "это часть материала: нет ни заголовка, ни даты",
    "is embargoed until its agency says otherwise: its embargo names no time": (
        "под эмбарго, пока агентство его не снимет: время не названо"
    ),
    "is for editors: {note}": "для редакций, не для публикации: {note}",
    "is kept out of the site's lists ({name})": "не входит в списки сайта ({name})",
    "has no page of its own (permalink: false)": "у неё нет своей страницы (permalink: false)",
    "has no page of its own (build.render)": "у неё нет своей страницы (build.render)",
    "is not published by its newsroom yet (status: skip)": "редакция её ещё не опубликовала (status: skip)",
    "is not published by its newsroom yet ({said})": "редакция её ещё не опубликовала ({said})",
    "is not published by its newsroom yet: it {state:said}": "редакция её ещё не опубликовала: {state:said}",
    "is not published by its newsroom yet: {title:quoted} {state:said}": (
        "редакция ещё не опубликовала {title}: {state:said}"
    ),
    "is a draft": "это черновик",
    "waits for review": "ждёт проверки",
    "is private": "закрыта от посторонних",
    "is to be published later": "выйдет позже",
    "is in the trash": "лежит в корзине",
    "has the status {status}": "состояние — {status}",
    "is of the type {type}, neither a post nor a page": "тип — {type}: не запись и не страница",
    "is behind a password": "закрыта паролем",
}
"""Why a record is no story."""

HINTS: dict[str, str] = {
    "Install the driver of that database beside feeds, as in: {command}": (
        "Установите рядом с feeds драйвер этой базы данных, например: {command}"
    ),
    "Known kinds: {kinds}.": "Известны такие виды: {kinds}.",
    "Did you mean {kind}?": "Может быть, {kind}?",
    "Give it a url, or the source an address template.": (
        "Укажите в записи url или задайте источнику шаблон адреса."
    ),
    "Give each record of a file that holds several a url, or name {id} in the source's address template.": (
        "Если в файле несколько записей, укажите в каждой url или поставьте в шаблон адреса источника {id}."
    ),
    "Read pages as kind html.": "Читайте страницы как источник вида html.",
    "Read it as newsml.": "Читайте его как newsml.",
    "Read it as feed.": "Читайте его как feed.",
    "Quote texts that hold a colon followed by a space.": (
        "Заключите в кавычки тексты, где есть двоеточие с пробелом."
    ),
    "Name the database and a query in a source of feeds.yaml.": (
        "Назовите базу данных и запрос в источнике в feeds.yaml."
    ),
}
"""What to do."""

MESSAGES: dict[str, str] = {
    "its source is no longer configured": "его источника больше нет в feeds.yaml",
    "the body is no JSON: {said}": "тело запроса — не JSON: {said}",
    "the body must be an object with type and data": "телом запроса должен быть объект с type и data",
    "the body has more than {n} bytes": "в теле запроса больше {n:number} {n:байта|байтов|байтов}",
    "type must be one of {known}": "type должен быть одним из: {known}",
    "data must be a record, or a list of records": "в data должна быть запись или список записей",
    "data must hold the id of the story that is {what}, and may hold a reason": (
        "в data должен быть id новости; можно указать и причину"
    ),
    "the record {reason:said}. {hint:said}": "запись: {reason:said}. {hint:said}",
    "the record {reason:said}": "запись: {reason:said}",
    "the publisher does not know the secret: its variable is not set": (
        "секрет издателю неизвестен: переменная не задана"
    ),
    "the variable {name} is not set: every message will be refused": (
        "переменная {name} не задана: все сообщения будут отклонены"
    ),
    "the variable {name} holds no base64: every message will be refused": (
        "в переменной {name} не base64: все сообщения будут отклонены"
    ),
    "webhook-id, webhook-timestamp and webhook-signature are needed": (
        "нужны webhook-id, webhook-timestamp и webhook-signature"
    ),
    "webhook-timestamp is no number of seconds": "webhook-timestamp — не число секунд",
    "webhook-timestamp is more than {n} minutes from now": (
        "webhook-timestamp расходится с нашим временем больше чем на {n} {n:минуту|минуты|минут}"
    ),
    "no signature is made with the secret": "ни одна подпись не сделана этим секретом",
    "{name} is needed": "нужен {name}",
    "{name} is not made with the secret": "{name} сделан не этим секретом",
}
"""Why a webhook's message is refused."""
