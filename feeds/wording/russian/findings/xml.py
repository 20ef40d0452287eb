"""XML itself."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "the document is no XML: {said}": "документ — не XML: {said:said}",
    "an attribute's value is not in quotes": "значение атрибута не в кавычках",
    "the attribute {name} is there more than once": "атрибут {name} встречается больше одного раза",
    "-- stands inside of a comment": "внутри комментария стоит --",
    "]]> stands in a text": "в тексте стоит ]]>",
    "something stands after the end of the document": "после конца документа что-то стоит",
    "a tag is not closed with >": "тег не закрыт знаком >",
    "& stands by itself": "знак & стоит сам по себе",
    "< stands by itself": "знак < стоит сам по себе",
    "{reference} begins with a capital X": "{reference} начинается с прописной X",
    "{entity} is not known in XML": "XML не знает {entity}",
    "{entity} is an entity that the document declares for itself, which readers do not look up": (
        "сущность {entity} объявлена в самом документе, а читалки туда не заглядывают"
    ),
    "{character} is a character that XML may not hold": "знака {character} в XML быть не может",
    "a blank stands before the XML declaration": "перед объявлением XML стоит пробел",
    "a blank line stands before the XML declaration": "перед объявлением XML стоит пустая строка",
    "one more byte order mark stands before the XML declaration": (
        "перед объявлением XML стоит ещё одна метка порядка байтов"
    ),
    "{text} stands before the XML declaration": "перед объявлением XML стоит {text}",
    "byte {byte} is no {encoding}": "байта {byte} в {encoding} быть не может",
    "byte {byte} is no {encoding}, as which it is declared": (
        "байта {byte} в объявленной кодировке {encoding} быть не может"
    ),
    "byte {byte} is no {encoding}, and no other encoding is declared": (
        "байта {byte} в {encoding} быть не может, а другая кодировка не объявлена"
    ),
    "byte {byte} is no {encoding}, as which it is declared; read as {other} it says {text}": (
        "байта {byte} в объявленной кодировке {encoding} быть не может; в {other} читается {text}"
    ),
    "byte {byte} is no {encoding}, and no other encoding is declared; read as {other} it says {text}": (
        "байта {byte} в {encoding} быть не может, а другая кодировка не объявлена; в {other} читается {text}"
    ),
    "the document says that it is {stated}, but it is {found}": (
        "документ объявлен в кодировке {stated}, а на деле — {found}"
    ),
    "the document says that it is {stated}, but it is written in single bytes": (
        "документ объявлен в кодировке {stated}, а на деле в нём знаки по одному байту"
    ),
    "the document says that it is {stated}, but it begins with the byte order mark of {found}": (
        "документ объявлен в кодировке {stated}, а начинается с метки порядка байтов {found}"
    ),
    "the document is in {encoding}, and neither a byte order mark nor a declaration says so": (
        "документ в {encoding}, а ни метки порядка байтов, ни объявления нет"
    ),
    "the prefix {prefix} is not declared: programs cannot tell whose it is": (
        "префикс {prefix} не объявлен: программам не узнать, чей он"
    ),
    "a namespace is none: {said}": "пространство имён неверно: {said:said}",
    "</{tag}> closes <{other}>, which was opened in line {line}": (
        "</{tag}> закрывает <{other}>, открытый в строке {line}"
    ),
    "</{tag}> closes what was never opened": "</{tag}> закрывает то, что не было открыто",
    "the document breaks off: <{tag}>, opened in line {line}, is not closed": (
        "документ обрывается: <{tag}>, открытый в строке {line}, не закрыт"
    ),
    "this is a web page, not a feed": "это веб-страница, а не лента",
    "this is JSON, not XML": "это JSON, а не XML",
    "this is no XML: it begins with {text}": "это не XML: начинается с {text}",
    "the document is empty": "документ пуст",
    "the document has a document type, which readers pass over": (
        "в документе есть тип документа (DOCTYPE), который читалки пропускают"
    ),
    "the document type declares entities, which readers do not look up": (
        "тип документа объявляет сущности, а читалки туда не заглядывают"
    ),
    "the document type of RSS 0.91 stands on a feed of another version": (
        "тип документа RSS 0.91 стоит в ленте другой версии"
    ),
    "elements are nested more than 256 deep": "элементы вложены больше чем на 256 уровней",
    "the document is beyond what programs can hold: {said}": "такого документа программам не вместить",
    "the document is beyond what programs can hold: it holds more than {size}": (
        "такого документа программам не вместить: в нём больше {size:size}"
    ),
    "there is no encoding {name}": "кодировки {name} не бывает",
    "few programs can read the encoding {name}; UTF-8 all of them can": (
        "кодировку {name} умеют читать немногие программы, а UTF-8 — все"
    ),
    "the encoding is {name}; only UTF-8 and UTF-16 must be known to all programs": (
        "кодировка — {name}; все программы обязаны знать только UTF-8 и UTF-16"
    ),
    "the file cannot be unpacked: {said}": "файл не распаковать: {said:said}",
    "the document is XML {version}; programs know 1.0": "документ — XML {version}, а программы знают 1.0",
    "the document is no {title}: it is no object, but an array or a value": (
        "документ не в формате «{title:words}»: это не объект, а массив или значение"
    ),
    "the document is no {title}: its root is <{root}>": (
        "документ не в формате «{title:words}»: корневой элемент — <{root}>"
    ),
    "the document is no {title}: its root is <{root}>, without a channel": (
        "документ не в формате «{title:words}»: корневой элемент — <{root}>, а канала в нём нет"
    ),
    "the document is no {title}: its root is <{root}> in the namespace {space}": (
        "документ не в формате «{title:words}»: корневой элемент — <{root}> из пространства имён {space}"
    ),
    "the document is no {title}: its root is <{root}> in the namespace {space}, without a channel": (
        "документ не в формате «{title:words}»: корневой элемент — <{root}> из пространства имён {space}, а канала в "
        "нём нет"
    ),
    "{letters} are letters that were read in a wrong encoding on their way": (
        "буквы {letters} по пути прочитаны не в той кодировке"
    ),
    "& and < are escaped wherever they stand for themselves.": (
        "Знаки & и <, где они значат сами себя, экранированы."
    ),
}
"""Messages."""

HINTS: dict[str, str] = {
    "Let an XML library write the file instead of a template: it escapes, closes and declares.": (
        "Пишите файл библиотекой для XML, а не шаблоном: она сама экранирует, закрывает и объявляет."
    ),
    'Save the file as UTF-8 and let it begin with <?xml version="1.0" encoding="UTF-8"?>.': (
        'Сохраните файл в UTF-8, и пусть он начинается с <?xml version="1.0" encoding="UTF-8"?>.'
    ),
    "See what the server sends; often it is an error page or the page of a login.": (
        "Посмотрите, что отдаёт сервер: часто это страница ошибки или входа."
    ),
    "Let <?xml be the very first characters of the file: look for blank lines before or after the code of "
    "the template, or for a byte order mark in one of its files.": (
        "Файл должен начинаться прямо с <?xml: поищите пустые строки до или после кода шаблона либо метку "
        "порядка байтов в одном из его файлов."
    ),
    'Write name="value".': 'Пишите имя="значение".',
    "Keep one of them.": "Оставьте что-то одно.",
    "Write single dashes in comments.": "Пишите в комментариях одиночные дефисы.",
    "Write ]]&gt;; inside of CDATA split it: ]]]]><![CDATA[>.": (
        "Пишите ]]&gt;, а внутри CDATA разделите: ]]]]><![CDATA[>."
    ),
    "Take out what follows the root's end.": "Уберите всё, что стоит после конца корневого элемента.",
    "Write &amp; for it, in addresses too.": "Пишите вместо него &amp;, в адресах тоже.",
    "Write &lt; for it.": "Пишите вместо него &lt;.",
    "Write &#x with a small x; the digits may be capitals.": (
        "Пишите &#x со строчной x; цифры могут быть прописными."
    ),
    "Write {number} for it, or the letter itself.": "Пишите вместо этого {number} или сам знак.",
    "Write the letter itself; & by itself is &amp;. Only &amp; &lt; &gt; &quot; &apos; are known.": (
        "Пишите сам знак; одиночный & — это &amp;. Известны только &amp; &lt; &gt; &quot; &apos;."
    ),
    "Write what it stands for.": "Пишите то, что она обозначает.",
    "Take control characters out of texts before they are written; they come from copies out of word "
    "processors.": (
        "Убирайте из текстов управляющие знаки: они попадают туда при копировании из текстовых редакторов."
    ),
    'Declare it in the first tag of the document: xmlns:{prefix}="{uri}".': (
        'Объявите его в первом теге документа: xmlns:{prefix}="{uri}".'
    ),
    "Copy it letter by letter from the extension's page.": (
        "Скопируйте его буква в букву со страницы расширения."
    ),
    "It was cut on its way, or written only in part.": "Он обрезан по пути или записан не целиком.",
    "Check it as json-feed, or see what the server sends.": (
        "Проверьте его как json-feed или посмотрите, что отдаёт сервер."
    ),
    "Take <!DOCTYPE …> out.": "Уберите <!DOCTYPE …>.",
    "Take <!DOCTYPE …> out and write what the entities stand for.": (
        "Уберите <!DOCTYPE …> и пишите то, что обозначают сущности."
    ),
    "Feeds need five levels: find the loop.": (
        "Лентам хватает пяти уровней: найдите, где зациклилась программа."
    ),
    "Leave the oldest stories out.": "Уберите самые старые новости.",
    "Pack it anew with gzip, or not at all.": "Сожмите его заново gzip или не сжимайте вовсе.",
    'Begin it with <?xml version="1.0"': 'Начните его с <?xml version="1.0"',
    "Let the root be the one of the format, in small letters and in its namespace, with a channel in it.": (
        "Корневой элемент должен быть тем, что у формата: строчными буквами, в своём пространстве имён и с "
        "каналом внутри."
    ),
    "Find where a text is read as Latin-1 or Windows-1252 though it is UTF-8, or the other way round.": (
        "Найдите, где текст в UTF-8 читают как Latin-1 или Windows-1252 либо наоборот."
    ),
    "HTML inside of an element is a text: wrap it in <![CDATA[…]]>, or write &lt; for each < and &amp; for &.": (
        "HTML внутри элемента — это текст: оберните его в <![CDATA[…]]> или пишите &lt; вместо каждого < и "
        "&amp; вместо &."
    ),
    "Close each element before the one around it; let an XML library write the file.": (
        "Закрывайте каждый элемент раньше внешнего; пишите файл библиотекой для XML."
    ),
    "Let an XML library write the file instead of a template.": (
        "Пишите файл библиотекой для XML, а не шаблоном."
    ),
    "Write &amp; for & and &lt; for <, in addresses too.": (
        "Пишите &amp; вместо & и &lt; вместо <, в адресах тоже."
    ),
    "Write the letter itself, or its number as in &#160; for &nbsp;.": (
        "Пишите сам знак или его номер, например &#160; вместо &nbsp;."
    ),
    "Save the file as UTF-8 and declare it as UTF-8.": "Сохраните файл в UTF-8 и объявите UTF-8.",
    'Declare the prefix in the root, as in xmlns:dc="http://purl.org/dc/elements/1.1/".': (
        'Объявите префикс в корневом элементе, например xmlns:dc="http://purl.org/dc/elements/1.1/".'
    ),
    "Close each element before the one around it. HTML inside of an element is a text: wrap it in "
    "<![CDATA[…]]> or escape it.": (
        "Закрывайте каждый элемент раньше внешнего. HTML внутри элемента — это текст: оберните его в "
        "<![CDATA[…]]> или экранируйте."
    ),
    "See what the server sends, and whether the program that writes the feed ended early.": (
        "Посмотрите, что отдаёт сервер и не прервалась ли программа, которая пишет ленту."
    ),
    "Take <!DOCTYPE …> out: readers never look up what it declares, and some refuse the document.": (
        "Уберите <!DOCTYPE …>: читалки никогда не смотрят, что в нём объявлено, а некоторые из-за него не "
        "берут документ."
    ),
    "Feeds need five levels and a few megabytes.": "Лентам хватает пяти уровней и нескольких мегабайтов.",
    'Begin it with <?xml version="1.0" encoding="UTF-8"?>.': (
        'Начните его с <?xml version="1.0" encoding="UTF-8"?>.'
    ),
}
"""What to do."""

RULES: dict[str, str] = {
    "The document is well-formed XML.": "Документ — правильный XML.",
    "Only the five entities of XML are used, not HTML's.": (
        "Используются только пять сущностей XML, а не сущности HTML."
    ),
    "The document holds no control characters.": "Управляющих знаков в документе нет.",
    "Nothing stands before the XML declaration.": "Перед объявлением XML ничего нет.",
    "The document is in the encoding that it declares.": "Документ в той кодировке, которую объявляет.",
    "Every prefix is bound to a namespace.": "За каждым префиксом закреплено пространство имён.",
    "Every element is closed, and inside of the one that it was opened in.": (
        "Каждый элемент закрыт — внутри того, в котором открыт."
    ),
    "The document is a feed, not a page.": "Документ — лента, а не страница.",
    "The document is not empty.": "Документ не пуст.",
    "The document has no document type and declares no entities.": (
        "В документе нет типа документа (DOCTYPE) и не объявлены сущности."
    ),
    "Depth and size of the document are within what programs hold.": (
        "Глубина и размер документа — такие, какие вмещают программы."
    ),
    "The encoding that is declared exists.": "Объявленная кодировка существует.",
    "The document is in UTF-8, or in an encoding that all programs know.": (
        "Документ в UTF-8 или в кодировке, которую знают все программы."
    ),
    "A packed file can be unpacked.": "Сжатый файл распаковывается.",
    "The document is XML 1.0.": "Документ — XML 1.0.",
    "The document has the root of the format that it is checked as.": (
        "Корневой элемент документа — тот, что у проверяемого формата."
    ),
    "No letters are garbled by a wrong encoding on their way.": (
        "Ни одна буква по пути не испорчена чужой кодировкой."
    ),
}
"""What holds."""

PARSER: dict[str, str] = {
    "StartTag: invalid element name": "неверное имя элемента",
    "Start tag expected, '<' not found": "не найден первый тег",
    "Specification mandates value for attribute {name}": "у атрибута {name} нет значения",
    "attributes construct error": "атрибуты написаны неверно",
    "error parsing attribute name": "неверное имя атрибута",
    "Unescaped '<' not allowed in attributes values": "в значении атрибута стоит <",
    "Comment not terminated": "комментарий не закрыт",
    "CData section not finished": "раздел CDATA не закрыт",
    "Premature end of data in tag {tag}": "документ обрывается внутри тега {tag}",
    "Extra content at the end of the document": "после конца документа что-то стоит",
    "Document is empty": "документ пуст",
    "EntityRef: expecting ';'": "после сущности нет точки с запятой",
    "xmlParseEntityRef: no name": "после & нет имени сущности",
    "PI not terminated": "инструкция не закрыта",
    "xmlParsePI : no target name": "у инструкции нет имени",
    "XML declaration allowed only at the start of the document": "объявление XML стоит не в начале документа",
    "xmlns: URI {uri} is not absolute": "адрес xmlns неполный: {uri}",
    "xmlns:{prefix}: {uri} is not a valid URI": "xmlns:{prefix}: {uri} — не адрес",
    "xmlns: {uri} is not a valid URI": "xmlns: {uri} — не адрес",
    "xmlns:{prefix}: Empty XML namespace is not allowed": (
        "xmlns:{prefix}: пустого пространства имён не бывает"
    ),
    "xml namespace prefix mapped to wrong URI": "за префиксом xml закреплён чужой адрес",
    "xml namespace URI cannot be the default namespace": "пространство имён xml не может быть основным",
    "reuse of the xmlns namespace name is forbidden": "пространство имён xmlns занято",
    "redefinition of the xmlns prefix is forbidden": "префикс xmlns занят",
    "Failed to parse QName '{name}'": "неверное имя {name}",
}
"""What the parser says."""
