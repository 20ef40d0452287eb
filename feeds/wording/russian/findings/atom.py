"""Atom."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "type of content {fault:said}": "type у content: {fault:said}",
    "content of the type {type} is made of parts": "content типа {type} состоит из частей",
    "content of the type {type} is not in Base64": "content типа {type} не в Base64",
    "the content is elsewhere (src), and something stands here too": (
        "содержимое лежит в другом месте (src), но и здесь что-то стоит"
    ),
    "{name:label} is of the type {type}, but no whole page": (
        "у {name:label} тип {type}, но это не целая страница"
    ),
    "the root is <{root}>, not a feed or an entry of Atom": (
        "корневой элемент — <{root}>, а не лента и не запись Atom"
    ),
    "the feed stands in no namespace: xmlns is missing": "лента стоит без пространства имён: нет xmlns",
    "this is Atom 0.3, which was never published: readers drop it": (
        "это Atom 0.3, который так и не был принят: читалки от него отказываются"
    ),
    "the namespace of the feed is {stated}, not Atom's": "пространство имён ленты — {stated}, а не Atom",
    "elements of {space} have the prefix {prefix}, which some readers do not take": (
        "у элементов из {space} префикс {prefix}, а его понимают не все читалки"
    ),
    "the feed does not say which language it is in: xml:lang is missing": (
        "лента не говорит, на каком она языке: нет xml:lang"
    ),
    "the entry has no author, and the feed has none either": "у записи нет автора, и у ленты тоже",
    "the entry has neither content nor a link to its page": (
        "у записи нет ни content, ни ссылки на её страницу"
    ),
    "the entry has neither a summary nor content": "у записи нет ни summary, ни content",
    "the content is elsewhere (src), and the entry has no summary": (
        "содержимое лежит в другом месте (src), а summary у записи нет"
    ),
    "the content is no text, and the entry has no summary": "содержимое — не текст, а summary у записи нет",
    "entry {n} has the same id: {id}": "у записи {n} тот же id: {id}",
    "the entry was changed at the same time as entry {n}": "запись изменена в то же время, что и запись {n}",
    "the entry was changed at the same time as entry {n}; {rest} more share their times too": (
        "запись изменена в то же время, что и запись {n}; одинаковое время ещё у {rest} "
        "{rest:записи|записей|записей}"
    ),
    "the entry is published after its last change (updated)": (
        "запись опубликована позже своей последней правки (updated)"
    ),
    "there is a link to an alternate of the same type and language ({said}) already": (
        "ссылка alternate с тем же типом и языком ({said:words}) уже есть"
    ),
    "there is a link to an alternate of the same type and language (none) already": (
        "ссылка alternate без типа и языка уже есть"
    ),
    'the feed does not say where it is: <link rel="self"> is missing': (
        'лента не говорит, где она: нет <link rel="self">'
    ),
    "link holds text, which nobody reads: its address belongs into href": (
        "в link стоит текст, который никто не читает: адресу место в href"
    ),
    "title of link is blank": "title у link: одни пробелы",
    "href leads to the base itself: {href}": "href ведёт на саму основу адресов: {href}",
    "the content is elsewhere, and does not say of which type it is": (
        "содержимое лежит в другом месте, а его тип не указан"
    ),
    "<{other}> stands where a div of XHTML belongs": "<{other}> стоит там, где место div из XHTML",
    "{name:label} holds no div of XHTML": "{name:label}: нет div из XHTML",
    "there is more than one div": "элементов div больше одного",
    "text stands beside the div": "рядом с div стоит текст",
    "{name:label} has markup, <{tag}>, escaped, though it is XHTML": (
        "{name:label}: есть экранированный тег <{tag}>, хотя это XHTML"
    ),
    "<{child}> stands in {name} of the type {type}, where text belongs": (
        "<{child}> стоит в {name} типа {type}, где должен быть текст"
    ),
}
"""Messages."""

HINTS: dict[str, str] = {
    "Write a media type such as image/png, with the bytes in Base64, or name the file in src.": (
        "Впишите MIME-тип, например image/png, а байты — в Base64, или назовите файл в src."
    ),
    "Take either src or what stands in the element out.": "Уберите либо src, либо содержимое элемента.",
    'Write type="html" or type="xhtml".': 'Пишите type="html" или type="xhtml".',
    "Leave out what the message names: scripts, handlers of events, elements of other vocabularies.": (
        "Уберите то, что названо в замечании: скрипты, обработчики событий, элементы чужих словарей."
    ),
    'Let the root be <feed xmlns="http://www.w3.org/2005/Atom">, the namespace spelt letter by letter.': (
        'Корнем должен быть <feed xmlns="http://www.w3.org/2005/Atom">, с пространством имён буква в букву.'
    ),
    'Declare the namespace as the default one, with xmlns="…": some readers look for names without a prefix.': (
        'Объявите пространство имён основным: xmlns="…". Некоторые читалки ищут имена без префикса.'
    ),
    "Copy the namespace letter by letter, http:// and the slash at its end included: with any other one the "
    "elements are not recognised.": (
        "Скопируйте пространство имён буква в букву, вместе с http:// и косой чертой в конце: с любым другим "
        "элементы не узнают."
    ),
    "Nothing is wrong with that; see the page of the extension for its rules.": (
        "Ошибки в этом нет; правила расширения — на его странице."
    ),
    "Choose another prefix: some programs look at it alone.": (
        "Выберите другой префикс: некоторые программы смотрят только на него."
    ),
    'Write xml:lang="en" on <feed>, or the tag of its language: ru, pt-BR, zh-Hans.': (
        'Поставьте в <feed> xml:lang="ru" или код своего языка: en, pt-BR, zh-Hans.'
    ),
    "Give the element the namespace of its extension: nobody can tell what it is otherwise.": (
        "Поставьте элемент в пространство имён его расширения: иначе неизвестно, что это."
    ),
    'Put it into <content type="xhtml"><div>…</div></content>.': (
        'Поместите это в <content type="xhtml"><div>…</div></content>.'
    ),
    "Write <author><name>…</name></author> into the feed, or into each entry.": (
        "Впишите <author><name>…</name></author> в ленту или в каждую запись."
    ),
    'Write <content>, or <link rel="alternate" type="text/html" href="https://…"/>.': (
        'Пишите <content> или <link rel="alternate" type="text/html" href="https://…"/>.'
    ),
    "Write the lead into <summary>: readers show nothing but the title otherwise.": (
        "Впишите лид в <summary>: иначе читалки покажут один заголовок."
    ),
    "Write what it is about into <summary>.": "Напишите в <summary>, о чём это.",
    "Give each entry an id of its own; a feed that holds revisions gives each another <updated>.": (
        "Дайте каждой записи свой идентификатор; в ленте с версиями у каждой версии свой <updated>."
    ),
    "Write into <updated> when the entry was changed, not when the feed was built.": (
        "Пишите в <updated>, когда изменилась запись, а не когда собрана лента."
    ),
    "Let <updated> be the later of the two.": "Пусть <updated> будет не раньше даты публикации.",
    "Keep one of them, or say in type and hreflang how they differ.": (
        "Оставьте одну из них или укажите в type и hreflang, чем они отличаются."
    ),
    'Write <link rel="self" type="application/atom+xml" href="https://…"/> with the address of the feed.': (
        'Поставьте <link rel="self" type="application/atom+xml" href="https://…"/> с адресом ленты.'
    ),
    "Write alternate, self, hub, next, related or another word of IANA's list.": (
        "Пишите alternate, self, hub, next, related или другое слово из списка IANA."
    ),
    'Write <link href="https://…"/>: what stands between its tags nobody reads.': (
        'Пишите <link href="https://…"/>: то, что стоит между тегами, никто не читает.'
    ),
    "Write a title without tags, or leave the attribute out.": (
        "Напишите название без тегов или уберите атрибут."
    ),
    "Write the whole address into href: an empty one is read as the feed by some, as its base by others.": (
        "Впишите в href полный адрес: пустой одни читалки понимают как адрес ленты, другие — как основу для "
        "неполных адресов."
    ),
    "Write <id>, <title> and <updated> into the feed, each once.": (
        "Впишите в ленту <id>, <title> и <updated>, каждый по одному разу."
    ),
    "Write <id>, <title> and <updated> into the entry, each once.": (
        "Впишите в запись <id>, <title> и <updated>, каждый по одному разу."
    ),
    "Write 2026-11-23T10:00:00+03:00 or 2026-11-23T07:00:00Z.": (
        "Пишите 2026-11-23T10:00:00+03:00 или 2026-11-23T07:00:00Z."
    ),
    "Write tag:your.site,2026:4021, or the first address of the page, between the tags without a blank.": (
        "Впишите tag:ваш.сайт,2026:4021 или первый адрес страницы, без пробелов между тегами и текстом."
    ),
    "Write scheme and host in small letters, no default port, a slash after the host.": (
        "Пишите схему и домен строчными буквами, без порта по умолчанию и с косой чертой после домена."
    ),
    'Write <link href="https://…"/>, <category term="…"/>, <author><name>…</name></author>.': (
        'Пишите <link href="https://…"/>, <category term="…"/>, <author><name>…</name></author>.'
    ),
    "Write id, title, updated, author and links of the feed first, then the entries.": (
        "Пишите сначала id, title, updated, author и ссылки ленты, потом записи."
    ),
    'Write type="text/html", hreflang="en", length="1024"; a space in an address is %20.': (
        'Пишите type="text/html", hreflang="ru", length="1024"; пробел в адресе — это %20.'
    ),
    "Look for a slip of the pen, also in capitals. What is not of Atom itself needs a prefix, as in "
    "media:content, and xmlns:media=… on <feed>.": (
        "Поищите опечатку, в том числе в строчных и прописных буквах. Чужим для Atom элементам нужен "
        "префикс, как в media:content, и xmlns:media=… в <feed>."
    ),
    "Look for a slip of the pen, also in capitals; take out what Atom does not know.": (
        "Поищите опечатку, в том числе в строчных и прописных буквах; уберите то, чего Atom не знает."
    ),
    "Escape the character: a space is %20.": "Экранируйте этот знак: пробел — это %20.",
    "Write something there, or leave it out where it is not required.": (
        "Впишите что-нибудь или уберите, если это не обязательно."
    ),
    "Copy <id>, <title> and <updated> from the feed of origin.": (
        "Скопируйте <id>, <title> и <updated> из исходной ленты."
    ),
    "Write the address alone; the name belongs into <name>.": (
        "Впишите один только адрес; имени место в <name>."
    ),
    "Write the address into <email>, or leave it out: robots collect it.": (
        "Впишите адрес в <email> или уберите: роботы его собирают."
    ),
    "Put the text into an element, or take it out: readers do not see it.": (
        "Поместите текст в элемент или уберите: читалки его не видят."
    ),
    "Write tag:your.site,2026:4021, or an address with https://.": (
        "Впишите tag:ваш.сайт,2026:4021 или адрес с https://."
    ),
    "Write the whole domain behind the @.": "Впишите после @ домен целиком.",
    'Write <xhtml:meta name="robots" content="noindex"/>.': (
        'Пишите <xhtml:meta name="robots" content="noindex"/>.'
    ),
    'Write type="html", not type="text/html", where the text is HTML.': (
        'Если текст в HTML, пишите type="html", а не type="text/html".'
    ),
    'Write type="html", or leave the attribute out; with src write the media type of what is there.': (
        'Пишите type="html" или уберите атрибут; вместе с src укажите MIME-тип того, что там лежит.'
    ),
    "Write something into the element, or leave it out where it is not required.": (
        "Впишите что-нибудь в элемент или уберите его, если он не обязателен."
    ),
    'Write <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">…</div></content>.': (
        'Пишите <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">…</div></content>.'
    ),
    'Write type="html" where the tags are escaped.': 'Если теги экранированы, пишите type="html".',
    "Write &lt; for each < and &amp; for each & of the HTML, or wrap it in <![CDATA[…]]>.": (
        "Пишите в HTML &lt; вместо каждого < и &amp; вместо каждого & или оберните его в <![CDATA[…]]>."
    ),
    "Leave it out, or put a link or a picture in its place: what readers cut out is missing in the story.": (
        "Уберите это или поставьте вместо него ссылку или картинку: того, что читалки вырежут, в новости не "
        "будет."
    ),
    "Close what is opened, in the reverse order; leave tags out that are not HTML's.": (
        "Закрывайте открытое в обратном порядке; уберите теги, которых в HTML нет."
    ),
    "Write https:// and the host into href and src: most readers do not look at xml:base.": (
        "Пишите в href и src https:// и домен: большинство читалок не смотрит на xml:base."
    ),
}
"""What to do."""

RULES: dict[str, str] = {
    "The type of content is text, html, xhtml or a media type that is not made of parts; what is neither "
    "text nor XML is in Base64.": (
        "type у content — text, html, xhtml или MIME-тип не из частей; всё, что не текст и не XML, — в "
        "Base64."
    ),
    "Content that is elsewhere (src) is empty.": "Если содержимое лежит в другом месте (src), элемент пуст.",
    'Content of the type text/html or application/xhtml+xml is a whole page; a piece of one is "html" or '
    '"xhtml".': (
        "Содержимое типа text/html или application/xhtml+xml — целая страница; фрагмент — это «html» или "
        "«xhtml»."
    ),
    "XHTML holds elements of XHTML, SVG and MathML that readers keep, and none of Atom or its extensions.": (
        "В XHTML — те элементы XHTML, SVG и MathML, которые читалки сохраняют, и никаких элементов Atom и "
        "его расширений."
    ),
    "The document is a feed or an entry of Atom 1.0.": "Документ — лента или запись Atom 1.0.",
    "Elements of Atom and of XHTML have no prefix.": "У элементов Atom и XHTML нет префикса.",
    "Namespaces of extensions are spelt exactly.": "Пространства имён расширений написаны точно.",
    "Elements of namespaces that are not known here are not checked.": (
        "Элементы неизвестных здесь пространств имён не проверяются."
    ),
    "Customary prefixes stand for the extensions that they go by.": (
        "Привычные префиксы обозначают свои расширения."
    ),
    "xml:lang is a language tag, xml:base an address.": "xml:lang — код языка, xml:base — адрес.",
    "The feed says which language it is in.": "Лента говорит, на каком она языке.",
    "Elements of extensions stand in a namespace.": "Элементы расширений стоят в пространстве имён.",
    'XHTML stands in texts with type="xhtml", nowhere else.': 'XHTML стоит только в текстах с type="xhtml".',
    "Each entry has an author: its own, its source's, or the feed's.": (
        "У каждой записи есть автор: свой, источника или ленты."
    ),
    "An entry has content, or a link to its page.": "У записи есть content или ссылка на её страницу.",
    "An entry has a summary or content.": "У записи есть summary или content.",
    "An entry whose content is elsewhere, or no text, has a summary.": (
        "Если содержимое записи лежит в другом месте или это не текст, у неё есть summary."
    ),
    "No two entries have the same id, but for revisions of one entry.": (
        "У двух записей не бывает одного id, если это не версии одной записи."
    ),
    "No two entries were changed at the same second.": (
        "Двух записей, изменённых в одну и ту же секунду, не бывает."
    ),
    "An entry is not published after its last change.": "Запись опубликована не позже последней правки.",
    "No two links to an alternate have the same type and language.": (
        "Двух ссылок alternate одного типа и языка не бывает."
    ),
    "The feed has a link to itself, with the absolute address at which it is served.": (
        "У ленты есть ссылка на себя — с полным адресом, по которому она отдаётся."
    ),
    "What a link is says a registered word, or an address.": (
        "Что такое ссылка, говорит зарегистрированное слово или адрес."
    ),
    "A link has its address in href, and no text.": "Адрес ссылки стоит в href, а текста в ней нет.",
    "The title of a link is plain text, and not blank.": "Название ссылки — простой текст, и не пустой.",
    "No link leads to the document that its base is, where that is not the feed.": (
        "Ни одна ссылка не ведёт на документ, который служит ей основой, если это не лента."
    ),
    "The feed has one id, one title and one date of its last change.": (
        "У ленты по одному id, title и updated."
    ),
    "Each entry has one id, one title and one date of its last change.": (
        "У каждой записи по одному id, title и updated."
    ),
    "Dates are those of RFC 3339, with a capital T and a zone.": (
        "Даты — в виде RFC 3339, с прописной T и поясом."
    ),
    "An id is an absolute address that never changes, without white space around it.": (
        "id — полный адрес, который никогда не меняется, без пробелов по краям."
    ),
    "An id is in the form that equal addresses share.": "id записан так, как пишутся все равные ему адреса.",
    "A link has an href, a category a term, a person a name.": (
        "У ссылки есть href, у категории — term, у человека — name."
    ),
    "Entries come after all that the feed says of itself.": (
        "Записи идут после всего, что лента говорит о себе."
    ),
    "Of a link, type is a media type, hreflang a language tag, length a number of bytes, href an address.": (
        "У ссылки type — MIME-тип, hreflang — код языка, length — число байтов, href — адрес."
    ),
    "Elements of Atom are those that it has, where it has them.": (
        "Элементы Atom — из числа известных ему и на своих местах."
    ),
    "Elements that may stand once stand once.": "Элементы, которым положено стоять один раз, стоят один раз.",
    "Attributes without a prefix are those that Atom has.": "Атрибуты без префикса — те, что есть в Atom.",
    "Addresses have no characters that an address may not have; the scheme of a category is absolute.": (
        "В адресах нет недопустимых знаков; схема категории — полный адрес."
    ),
    "Names, generators and the terms of categories are not blank.": "Имена, генераторы и рубрики не пустые.",
    "The source of an entry keeps id, title and date of the feed that it comes from.": (
        "source записи сохраняет id, title и updated той ленты, откуда она взята."
    ),
    "email holds one e-mail address and nothing else.": "В email один адрес почты, и больше ничего.",
    "A name holds no e-mail address.": "В name нет адреса почты.",
    "In feed, entry and source stand elements, no text of their own.": (
        "В feed, entry и source стоят элементы, а не текст."
    ),
    "Ids begin with a scheme that is registered.": "id начинается с зарегистрированной схемы.",
    "An e-mail address names a domain that others can reach.": (
        "В адресе почты назван домен, доступный другим."
    ),
    "xhtml:meta tells search engines what HTML's robots meta tells them.": (
        "xhtml:meta говорит поисковикам то же, что тег robots в HTML."
    ),
    'The type of a title, subtitle, summary or of rights is "text", "html" or "xhtml".': (
        "type у title, subtitle, summary и rights — «text», «html» или «xhtml»."
    ),
    "A type that is there says something; content that is elsewhere says its media type.": (
        "Если type указан, он не пустой; если содержимое лежит в другом месте, указан MIME-тип."
    ),
    "Titles, summaries and content are not blank.": "Заголовки, анонсы и содержимое не пустые.",
    'A text of type="xhtml" holds one div of XHTML, and nothing beside it.': (
        'В тексте с type="xhtml" — один div из XHTML, и рядом ничего.'
    ),
    'A text of type="xhtml" holds elements, not escaped tags.': (
        'В тексте с type="xhtml" — элементы, а не экранированные теги.'
    ),
    "Text and HTML are written as text: tags in them are escaped.": (
        "Текст и HTML пишутся текстом: теги в них экранированы."
    ),
    "Plain text, names and labels have no tags.": "В простом тексте, именах и подписях нет тегов.",
    "HTML has nothing that readers cut out: scripts, players, handlers of events, risky styles.": (
        "В HTML нет того, что читалки вырезают: скриптов, плееров, обработчиков событий, опасных стилей."
    ),
    "HTML is HTML, in which everything is closed.": "HTML — это HTML, в котором всё закрыто.",
    "Links and pictures in HTML have absolute addresses.": "У ссылок и картинок в HTML полные адреса.",
}
"""What holds."""
