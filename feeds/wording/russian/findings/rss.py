"""RSS."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "the channel does not say which language it is in": "канал не говорит, на каком он языке",
    "the hour 24 is written 0": "час 24 пишется как 0",
    "hour is no number from 0 to 23: {value}": "hour: {value} — не число от 0 до 23",
    "day is no English name of one: {value}": "day: {value} — не английское название дня",
    "{name} of the image is {own}, of the channel {channels}": (
        "{name} картинки — {own}, а канала — {channels}"
    ),
    "the image is a .{ending}, not a GIF, JPEG or PNG": "картинка в файле .{ending}, а не GIF, JPEG или PNG",
    "content:encoded stands before description, which some readers then take": (
        "content:encoded стоит раньше description, и некоторые читалки берут последний"
    ),
    "content:encoded has no description beside it": "рядом с content:encoded нет description",
    "slash:comments counts comments, but the channel has no lastBuildDate": (
        "slash:comments считает комментарии, а lastBuildDate у канала нет"
    ),
    "{name} says what description says, which readers look at": (
        "{name} повторяет description, на который и смотрят читалки"
    ),
    "{name} and {other} say the same": "{name} и {other} говорят одно и то же",
    "{name} is out of use": "{name} вышел из употребления",
    "this is RSS 1.0 (RDF), another format than RSS 2.0": "это RSS 1.0 (RDF), а не RSS 2.0",
    "this is an Atom feed, not RSS": "это лента Atom, а не RSS",
    "this is a feed of Atom 0.3, which was never published": (
        "это лента Atom 0.3, который так и не был принят"
    ),
    "the root is <{root}>, not rss": "корневой элемент — <{root}>, а не rss",
    "rss stands in a namespace, where it belongs in none": (
        "rss стоит в пространстве имён, а должен быть без него"
    ),
    "the version is {version}: write 2.0": "версия — {version}: пишите 2.0",
    "there is no version {version} of RSS": "версии {version} у RSS нет",
    "the story stands before <{tag}>, which speaks of the channel": (
        "новость стоит раньше, чем <{tag}>, который говорит о канале"
    ),
    'the feed does not say where it is: <atom:link rel="self"> is missing': (
        'лента не говорит, где она: нет <atom:link rel="self">'
    ),
    "atom:link holds text, which nobody reads: its address belongs into href": (
        "в atom:link стоит текст, который никто не читает: адресу место в href"
    ),
    "the story has neither a title nor a description": "у новости нет ни title, ни description",
    "the guid counts as an address, but {scheme}: leads to no page: {value}": (
        "guid считается адресом, но {scheme}: на страницу не ведёт: {value}"
    ),
    "the guid counts as an address, but {fault:said}": "guid считается адресом, но не годится: {fault:said}",
    "the guid is a short number, {guid}": "guid — короткий номер {guid}",
}
"""Messages."""

HINTS: dict[str, str] = {
    "Add what is missing; leave width and height out where the picture is larger, or name a smaller one.": (
        "Добавьте недостающее; если картинка больше, уберите width и height или назовите картинку поменьше."
    ),
    "Give each story an id that never changes, as in {example}: without one, readers show changed stories as "
    "new ones.": (
        "Дайте каждой новости идентификатор, который никогда не меняется, например {example}: без него "
        "читалки показывают изменённые новости как новые."
    ),
    "Write the three into the channel: its name, the site's address, and a line about it.": (
        "Впишите в канал все три: название, адрес сайта и строку о нём."
    ),
    "Write dates as in Mon, 23 Nov 2026 10:00:00 +0300: English names, and the zone at the end.": (
        "Пишите даты так: Mon, 23 Nov 2026 10:00:00 +0300, — с английскими названиями и поясом в конце."
    ),
    "Write dates as in Mon, 23 Nov 2026 10:00:00 +0300: not all programs know the older forms.": (
        "Пишите даты так: Mon, 23 Nov 2026 10:00:00 +0300: прежние виды знают не все программы."
    ),
    "Write desk@harbour.example (Ida Moen); a name without an address belongs into dc:creator.": (
        "Пишите desk@harbour.example (Ида Муэн); имени без адреса место в dc:creator."
    ),
    "Write digits alone, as 15.": "Пишите одни цифры, например 15.",
    "Write all five attributes, or take cloud out: hardly any reader asks it.": (
        "Впишите все пять атрибутов или уберите cloud: его почти ни одна читалка не спрашивает."
    ),
    "Take the tags out; write the letter instead of an HTML entity.": (
        "Уберите теги; вместо сущности HTML пишите сам знак."
    ),
    "Write the whole address, with https:// and the host; a space is %20.": (
        "Пишите полный адрес — с https:// и доменом; пробел — это %20."
    ),
    "Write something into the element, or leave it out.": "Впишите что-нибудь в элемент или уберите его.",
    "Write https://xn--… for the host and %D0%B0 for letters in the path: some programs know no others.": (
        "Пишите домен как https://xn--…, а буквы в пути как %D0%B0: некоторые программы других не знают."
    ),
    "Add what is missing, or take textInput out: no reader shows it.": (
        "Допишите недостающее или уберите textInput: его не показывает ни одна читалка."
    ),
    "Write https://, or see whether the address is meant.": "Пишите https:// или проверьте, адрес ли это.",
    "Write desk@harbour.example (Ida Moen).": "Пишите desk@harbour.example (Ида Муэн).",
    "Write <language>en</language> into the channel, or the tag of its language: ru, pt-BR, zh-Hans.": (
        "Впишите в канал <language>ru</language> или код своего языка: en, pt-BR, zh-Hans."
    ),
    "Check the clock and the time zone of the program that writes the feed; leave a scheduled story out "
    "until its time has come.": (
        "Проверьте часы и часовой пояс программы, которая пишет ленту; отложенную новость не ставьте в "
        "ленту, пока не пришло её время."
    ),
    "Write <hour>0</hour> for midnight, <day>Sunday</day>; leave the element out where no hour is skipped.": (
        "Полночь пишите <hour>0</hour>, день — <day>Sunday</day>; если пропускать нечего, уберите элемент."
    ),
    "Write the channel's title and link into the image too: they are its alternative text and its link.": (
        "Впишите title и link канала и в image: это подпись картинки и её ссылка."
    ),
    "Name a picture in one of these formats.": "Назовите картинку в одном из этих форматов.",
    "Write the lead into <description>, then the whole text into <content:encoded>.": (
        "Впишите в <description> лид, а после него в <content:encoded> — весь текст."
    ),
    "Write <lastBuildDate> into the channel: the number is only as good as its date.": (
        "Впишите в канал <lastBuildDate>: без даты число ничего не значит."
    ),
    "Keep one of the two: they drift apart, and readers take either.": (
        "Оставьте что-то одно: со временем они разойдутся, а читалки берут то одно, то другое."
    ),
    "Take them out: no reader looks at them.": "Уберите их: на них не смотрит ни одна читалка.",
    'Let the root be <rss version="2.0">, without a namespace of its own.': (
        'Корнем должен быть <rss version="2.0">, без собственного пространства имён.'
    ),
    "Look for a slip of the pen, also in capitals, as in isPermaLink; take out what RSS does not know.": (
        "Поищите опечатку, в том числе в строчных и прописных буквах, как в isPermaLink; уберите то, чего "
        "RSS не знает."
    ),
    "Write title, link, image and the like first, then the stories: programs that read as they load need it.": (
        "Пишите сначала title, link, image и прочее, потом новости: это нужно программам, которые читают по "
        "мере загрузки."
    ),
    "Put everything into one <channel> inside of <rss>; write a feed of its own for another channel.": (
        "Поместите всё в один <channel> внутри <rss>; для другого канала сделайте свою ленту."
    ),
    "Look for a slip of the pen, also in capitals, as in pubDate. What is not of RSS itself needs a prefix, "
    "as in media:content, and xmlns:media=… on <rss>.": (
        "Поищите опечатку, в том числе в строчных и прописных буквах, как в pubDate. Чужим для RSS элементам "
        "нужен префикс, как в media:content, и xmlns:media=… в <rss>."
    ),
    "Give the element the prefix of its extension.": "Поставьте перед элементом префикс его расширения.",
    "A link has an href, a date is written as 2026-11-22T18:05:00Z, an id is an absolute address.": (
        "У ссылки есть href, дату пишут так: 2026-11-22T18:05:00Z, а id — это полный адрес."
    ),
    'Write <atom:link rel="self" type="application/rss+xml" href="https://…"/> into the channel, with the '
    'address of the feed itself, and xmlns:atom="http://www.w3.org/2005/Atom" on <rss>.': (
        'Поставьте в канал <atom:link rel="self" type="application/rss+xml" href="https://…"/> с адресом '
        'самой ленты, а в <rss> — xmlns:atom="http://www.w3.org/2005/Atom".'
    ),
    'Write the address under which the feed is asked for, letter by letter, and type="application/rss+xml".': (
        'Впишите буква в букву адрес, по которому запрашивают ленту, и type="application/rss+xml".'
    ),
    'Write <atom:link href="https://…"/>: what stands between its tags nobody reads.': (
        'Пишите <atom:link href="https://…"/>: то, что стоит между тегами, никто не читает.'
    ),
    'Write isPermaLink="false" where the guid is no address; leave it out where it is one.': (
        'Если guid не адрес, пишите isPermaLink="false"; если адрес, уберите атрибут.'
    ),
    'Write <enclosure url="https://…" length="184320" type="audio/mpeg"/>; 0 where the size is not known.': (
        'Пишите <enclosure url="https://…" length="184320" type="audio/mpeg"/>; если размер неизвестен — 0.'
    ),
    "Keep one: some readers take the first, some the last. Renditions belong into media:group.": (
        "Оставьте одно: одни читалки берут первое, другие последнее. Вариантам одного файла место в "
        "media:group."
    ),
    'Write <source url="https://…">Name of the feed</source>.': (
        'Пишите <source url="https://…">Название ленты</source>.'
    ),
    "Write the headline into <title>; readers show stories by it.": (
        "Впишите заголовок в <title>: по нему читалки показывают новость."
    ),
    "Give each story an id of its own: readers show only one of those that share one.": (
        "Дайте каждой новости свой идентификатор: из тех, у кого он общий, читалки покажут одну."
    ),
    'Write isPermaLink="false" on the guid, or the address of the page into it.': (
        'Поставьте в guid isPermaLink="false" или впишите в него адрес страницы.'
    ),
    "Put the site before the number, as in harbour.example:48211.": (
        "Поставьте перед номером название сайта, например harbour.example:48211."
    ),
    "Write https:// and the host into href and src: readers do not know your site.": (
        "Пишите в href и src https:// и домен: вашего сайта читалки не знают."
    ),
    "Close what is opened, in the reverse order; leave tags out that are not HTML's; escape < as &lt;.": (
        "Закрывайте открытое в обратном порядке; уберите теги, которых в HTML нет; вместо < пишите &lt;."
    ),
}
"""What to do."""

RULES: dict[str, str] = {
    "Dates are those of RFC 822: English names, a zone, and the day of the week that it was.": (
        "Даты — в виде RFC 822: английские названия, пояс и верный день недели."
    ),
    "Dates have a year of four digits and a zone in numbers, or GMT.": (
        "В датах год из четырёх цифр и пояс цифрами или GMT."
    ),
    "author, managingEditor and webMaster hold an e-mail address.": (
        "В author, managingEditor и webMaster есть адрес почты."
    ),
    "ttl is a whole number of minutes, 1 or more.": "ttl — целое число минут, от 1.",
    "The image has url, title and link, and is at most {width} pixels wide and {height} high.": (
        "У image есть url, title и link; ширина — не больше {width} {width:пикселя|пикселей|пикселей}, "
        "высота — не больше {height}."
    ),
    "cloud has domain, port, path, registerProcedure and protocol, the port a number.": (
        "У cloud есть domain, port, path, registerProcedure и protocol, причём port — число."
    ),
    "Titles, categories, names and the channel's description are plain text.": (
        "Заголовки, рубрики, имена и description канала — простой текст."
    ),
    "Addresses are absolute, and have no characters that an address may not have.": (
        "Адреса полные, недопустимых знаков в них нет."
    ),
    "In rss, channel, item, image and textInput stand elements, no text of their own.": (
        "В rss, channel, item, image и textInput стоят элементы, а не текст."
    ),
    "Categories and titles are not blank.": "Рубрики и заголовки не пустые.",
    "Addresses in RSS are URIs: other letters than ASCII ones are escaped.": (
        "Адреса в RSS — это URI: буквы не из ASCII в них экранированы."
    ),
    "textInput has title, description, name and link.": "У textInput есть title, description, name и link.",
    "Addresses begin with a scheme that is registered.": "Адреса начинаются с зарегистрированной схемы.",
    "Contacts are written as address (Name).": "Контакты пишутся так: адрес (Имя).",
    "The channel says which language it is in, by a tag.": "Канал говорит, на каком он языке, кодом языка.",
    "Hours to skip are numbers from 0 to 23, days English names, each once.": (
        "Часы пропуска — числа от 0 до 23, дни — английские названия, каждый один раз."
    ),
    "Title and link of the image are those of the channel.": "title и link у image — те же, что у канала.",
    "The channel's image is a GIF, a JPEG or a PNG.": "Картинка канала — GIF, JPEG или PNG.",
    "A story with its full text in content:encoded has a summary in description, before it.": (
        "У новости с полным текстом в content:encoded есть анонс в description, и стоит он раньше."
    ),
    "A feed that counts comments says when it was built.": (
        "Лента, которая считает комментарии, говорит, когда собрана."
    ),
    "Nothing is said twice, once by RSS and once by an extension.": (
        "Ничто не сказано дважды: и средствами RSS, и расширением."
    ),
    "textInput and rating are out of use.": "textInput и rating вышли из употребления.",
    "The document is RSS 2.0: rss in no namespace, version 2.0.": (
        "Документ — RSS 2.0: rss без пространства имён, версия 2.0."
    ),
    "Attributes are those that RSS has, spelt as it spells them.": (
        "Атрибуты — те, что есть в RSS, и в его написании."
    ),
    "Stories come after all that the channel says of itself.": (
        "Новости идут после всего, что канал говорит о себе."
    ),
    "There is one channel.": "Канал один.",
    "Elements without a prefix are those that RSS has, where it has them.": (
        "Элементы без префикса — те, что есть в RSS, и на своих местах."
    ),
    "Elements of extensions stand in a namespace, those inside of them too.": (
        "Элементы расширений стоят в пространстве имён, и вложенные в них тоже."
    ),
    "Elements of Atom in RSS hold what Atom has them hold.": (
        "Элементы Atom в RSS содержат то, что велит Atom."
    ),
    'The feed says where it is: atom:link with rel="self".': (
        'Лента говорит, где она: atom:link с rel="self".'
    ),
    "The feed's link to itself is the absolute address at which it is served, of a feed's type.": (
        "Ссылка ленты на себя — полный адрес, по которому она отдаётся, с типом ленты."
    ),
    "What a link is to the feed says a registered word, or an address.": (
        "Чем ссылка приходится ленте, говорит зарегистрированное слово или адрес."
    ),
    "A link of Atom has its address in href, and no text.": (
        "Адрес ссылки Atom стоит в href, а текста в ней нет."
    ),
    "isPermaLink is true or false.": "isPermaLink — true или false.",
    "An enclosure has the http address of the file, its size in bytes and its media type.": (
        "У вложения есть адрес файла на http, размер в байтах и MIME-тип."
    ),
    "A story has one enclosure.": "У новости одно вложение.",
    "source names the address of the feed that the story comes from.": (
        "source называет адрес ленты, откуда взята новость."
    ),
    "Each story has a title or a description.": "У каждой новости есть title или description.",
    'A guid that is not an address says isPermaLink="false".': (
        'У guid, который не адрес, стоит isPermaLink="false".'
    ),
    "A guid is more than a short number, which another feed has too.": (
        "guid — не просто короткий номер, который есть и в другой ленте."
    ),
    "Links and pictures in the text have absolute addresses.": "У ссылок и картинок в тексте полные адреса.",
    "The text has nothing that readers cut out: scripts, players, handlers of events, risky styles.": (
        "В тексте нет того, что читалки вырезают: скриптов, плееров, обработчиков событий, опасных стилей."
    ),
    "The text is HTML in which everything is closed, or plain text.": (
        "Текст — HTML, в котором всё закрыто, или простой текст."
    ),
    "XHTML and texts of Atom have nothing that readers cut out.": (
        "В XHTML и в текстах Atom нет того, что читалки вырезают."
    ),
}
"""What holds."""
