"""Rambler, Mail.ru, SmartNews, MSN, Flipboard."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "the feed has {n} stories, fewer than {least}": (
        "в ленте {n} {n:новость|новости|новостей}, а нужно не меньше {least}"
    ),
    "no picture has {least} pixels on its shorter side": (
        "нет картинки, у которой меньшая сторона — от {least} {least:пикселя|пикселей|пикселей}"
    ),
    "the story has no picture": "у новости нет картинки",
    "what Flipboard asks of text and pictures is partly known from others alone": (
        "чего Flipboard требует от текста и картинок, отчасти известно только с чужих слов"
    ),
    "the channel's link is the address of a feed: {link}": "link канала — адрес ленты: {link}",
    "the channel has no image": "у канала нет image",
    "the logo is {width} × {height} pixels, not square": "логотип не квадратный: {width} × {height} пикселей",
    "title has blanks around it": "title: по краям стоят пробелы",
    "the story has {n} enclosures": "у новости {n} {n:вложение|вложения|вложений}",
    "the author is an address: {author}": "вместо автора — адрес: {author}",
    "the newest story is older than {n} days": "самой новой новости больше {n} {n:дня|дней|дней}",
    "the format is known from publishers' practice alone, no official page describes it": (
        "формат известен только из практики изданий, официального описания у него нет"
    ),
    "the text has {length} characters, more than {most}": (
        "в тексте {length:number} {length:знак|знака|знаков}, а можно не больше {most:number}"
    ),
    "elements stand {n} deep in one another, more than {most}": (
        "вложенность элементов — {n}, а можно не больше {most}"
    ),
    "YouTube's player is refused at present": "плеер YouTube сейчас не принимают",
    "{n} stories are of the last day, more than {most}": (
        "за последние сутки — {n} {n:новость|новости|новостей}, а можно не больше {most}"
    ),
    "the story is in {language}, the feed in {usual}": "язык новости — {language}, а ленты — {usual}",
    "{n} of {all} stories are videos: they need a feed of their own": (
        "новостей-видео: {n} из {all}; для них нужна своя лента"
    ),
    "the address of the picture {fault:said}": "картинка: {fault:said}",
    "the picture is not on https: {url}": "картинка не на https: {url}",
    "the story has no picture: there is no <media:content>": "у новости нет картинки: нет <media:content>",
    "the picture has {size} MB, more than {most}": (
        "размер картинки — {size:number} МБ, а можно не больше {most:number}"
    ),
    "pictures of type {type} are not taken": "картинки типа {type} не берут",
    "the picture has no {name}: who made it": "у картинки нет {name}: не указан автор",
    "the picture has no {name}: what it shows": "у картинки нет {name}: не сказано, что на ней",
    "the slide show has {n} {n:slide|slides}, fewer than {least}": (
        "в наборе {n} {n:слайд|слайда|слайдов}, а нужно не меньше {least}"
    ),
    "the slide show has {n} slides, more than {most}": (
        "в наборе {n} {n:слайд|слайда|слайдов}, а можно не больше {most}"
    ),
    "title has {length} characters, more than {most}, and there is no <mi:shortTitle>": (
        "title: {length} {length:знак|знака|знаков}, а можно не больше {most}, и нет <mi:shortTitle>"
    ),
    "the end of dcterms:valid cannot be read: {value}": "конец срока в dcterms:valid не прочесть: {value}",
    "the story expired on {date}, but dcterms:modified does not say so": (
        "срок новости истёк {date}, но в dcterms:modified этого не видно"
    ),
    "the expiry is less than {n} hours ahead: {date}": (
        "до конца срока меньше {n} {n:часа|часов|часов}: {date}"
    ),
    "the document does not begin with an XML declaration": "документ не начинается с объявления XML",
    "the document declares {encoding}, but is in UTF-8": (
        "документ объявлен в кодировке {encoding}, но он в UTF-8"
    ),
    "the full text is in {name}, not in {wanted}": "полный текст лежит в {name}, а не в {wanted}",
    "the text has a document type": "в тексте есть тип документа (DOCTYPE)",
    "there are {n} sponsored links, more than {most}": (
        "{n} {n:рекламная ссылка|рекламные ссылки|рекламных ссылок}, а можно не больше {most}"
    ),
    "the sponsored link has no {names}": "у рекламной ссылки нет {names}",
    "the script stands in snf:analytics as elements, not as text in CDATA": (
        "скрипт в snf:analytics стоит элементами, а не текстом в CDATA"
    ),
    "snf:analytics has no script": "в snf:analytics нет скрипта",
    "the namespace of the elements is {stated:quoted}": "пространство имён элементов — {stated}",
    "the namespace of SmartFormat is not declared": "пространство имён SmartFormat не объявлено",
    "the description has {length} characters": "в description {length} {length:знак|знака|знаков}",
    "the logo is no PNG: {ending}": "логотип не PNG: {ending}",
    "the thumbnail is a GIF": "обложка — GIF",
    "the thumbnail's longer side has {n} pixels, less than {least}": (
        "большая сторона обложки — {n} {n:пиксель|пикселя|пикселей}, а нужно не меньше {least}"
    ),
    "the year of pubDate has two digits: {date}": "в pubDate год из двух цифр: {date}",
    "the link has {parameters}": "в ссылке есть {parameters}",
    "snf:relatedLink has no effect any more": "snf:relatedLink больше ни на что не влияет",
    "the state is {state}": "состояние — {state}",
    "content:encoded is a piece of HTML, not a document, and has no scripts.": (
        "content:encoded — фрагмент HTML, а не документ, и скриптов в нём нет."
    ),
}
"""Messages."""

HINTS: dict[str, str] = {
    "Add <image> with url, title and link; the picture is square, 200 × 200 pixels or more.": (
        "Добавьте <image> с url, title и link; картинка квадратная, от 200 × 200 пикселей."
    ),
    'Add <media:content medium="image"> with media:credit and media:text: without a picture nothing is '
    "published by itself.": (
        'Добавьте <media:content medium="image"> с media:credit и media:text: без картинки ничего не '
        "публикуется само."
    ),
    "Send the whole text in content:encoded and the original picture as an enclosure; keep stories in the "
    "feed until newer ones have come.": (
        "Отдавайте весь текст в content:encoded, а исходную картинку — в enclosure; держите новости в ленте, "
        "пока не выйдут более новые."
    ),
    "Ask the platform's partner team to confirm them before you rely on them.": (
        "Прежде чем на них полагаться, уточните их у партнёрской службы площадки."
    ),
    "Write the address of the home page or of the section into the channel's <link>.": (
        "Впишите в <link> канала адрес главной страницы или рубрики."
    ),
    "Send the whole text of the story, not its beginning.": "Отдавайте весь текст новости, а не его начало.",
    "Take scripts, styles, frames and forms out; unwrap other tags and keep their text.": (
        "Уберите скрипты, стили, фреймы и формы; прочие теги уберите, а их текст оставьте."
    ),
    "Keep the main picture and up to five more.": "Оставьте главную картинку и ещё не больше пяти.",
    "Write 1 for yes, 0 for no, or leave the element out.": "Пишите 1 — да, 0 — нет или уберите элемент.",
    "Write the author's or the outlet's name.": "Впишите имя автора или название издания.",
    "See why the feed no longer gets new stories.": "Выясните, почему в ленте больше нет новых новостей.",
    "Ask the editors of Mail.ru News what they want; these rules are the core of what others send.": (
        "Узнайте у редакции Новостей Mail.ru, что ей нужно: эти правила — общее из того, что отдают другие."
    ),
    "Send the whole story; leave out what is shorter than that.": (
        "Отдавайте новость целиком; то, что короче, в ленту не ставьте."
    ),
    "Take scripts, styles, forms and objects out with all that is in them; unwrap other tags and keep their "
    "text; put a link in place of a YouTube player. Known are {tags}": (
        "Уберите скрипты, стили, формы и объекты вместе со всем, что внутри; прочие теги уберите, а их текст "
        "оставьте; вместо плеера YouTube поставьте ссылку. Допустимы {tags}"
    ),
    "Leave out the oldest stories: MSN asks for the feed every quarter of an hour, and takes some 20 at a "
    "time.": (
        "Уберите самые старые новости: MSN запрашивает ленту каждые четверть часа и берёт за раз около 20."
    ),
    "Make a feed for each language, and another one for videos; name each to MSN.": (
        "Сделайте для каждого языка свою ленту и ещё одну для видео; назовите MSN каждую."
    ),
    "Write https:// addresses: MSN refuses others.": "Пишите адреса на https://: других MSN не берёт.",
    "Send one picture as media:content without media:group; split what has more slides.": (
        "Одну картинку отдавайте как media:content без media:group; набор, в котором слайдов больше, "
        "разделите."
    ),
    "Write a headline of that length (75 characters look best), or add <mi:shortTitle> with {most} "
    "characters at most.": (
        "Напишите заголовок такой длины (лучше всего смотрятся 75 знаков) или добавьте <mi:shortTitle> до "
        "{most} {most:знака|знаков|знаков}."
    ),
    'Write <guid isPermaLink="false">your.site:4021</guid>; a feed whose ids change from poll to poll is '
    "refused.": (
        'Пишите <guid isPermaLink="false">ваш.сайт:4021</guid>; ленту, где идентификаторы меняются от опроса '
        "к опросу, не принимают."
    ),
    "Write dates as in Mon, 23 Nov 2026 07:00:00 GMT; leave a scheduled story out until its time has come, "
    "and stories older than a year altogether.": (
        "Пишите даты так: Mon, 23 Nov 2026 07:00:00 GMT; отложенную новость не ставьте в ленту, пока не "
        "пришло её время, а новости старше года не ставьте вовсе."
    ),
    "Write <dcterms:valid>end=2027-05-01T00:00:00Z</dcterms:valid>. To delete a story, write a past end and "
    "the time of now into dcterms:modified.": (
        "Пишите <dcterms:valid>end=2027-05-01T00:00:00Z</dcterms:valid>. Чтобы удалить новость, укажите end "
        "в прошлом, а в dcterms:modified — нынешнее время."
    ),
    'Begin the response with <?xml version="1.0" encoding="UTF-8"?>, before anything else.': (
        'Начинайте ответ с <?xml version="1.0" encoding="UTF-8"?>, прежде всего остального.'
    ),
    "Declare the encoding that the file is saved in; UTF-8 is the best of them.": (
        "Объявите ту кодировку, в которой сохранён файл; лучшая из них — UTF-8."
    ),
    "Write the whole text into <rambler:fulltext><![CDATA[…]]></rambler:fulltext>.": (
        "Впишите весь текст в <rambler:fulltext><![CDATA[…]]></rambler:fulltext>."
    ),
    "Write rambler:fulltext, without a hyphen: nearly everybody does.": (
        "Пишите rambler:fulltext, без дефиса: так делают почти все."
    ),
    "Take scripts and styles out with all that is in them; write tables as paragraphs, frames as links.": (
        "Уберите скрипты и стили вместе со всем, что внутри; вместо таблиц пишите абзацы, вместо фреймов — "
        "ссылки."
    ),
    "Take html, head, body and script out; scripts that count go into snf:analytics.": (
        "Уберите html, head, body и script; счётчикам место в snf:analytics."
    ),
    "Keep two of them, and name link, title and advertiser as attributes of each.": (
        "Оставьте две и назовите в атрибутах каждой link, title и advertiser."
    ),
    "Write <snf:analytics><![CDATA[<script>…</script>]]></snf:analytics>; it runs in a frame of its own.": (
        "Пишите <snf:analytics><![CDATA[<script>…</script>]]></snf:analytics>: он работает в своём фрейме."
    ),
    "Add what is missing. The logo is a PNG of 700×100 pixels: <snf:logo><url>https://…</url></snf:logo>.": (
        "Добавьте недостающее. Логотип — PNG 700×100 пикселей: <snf:logo><url>https://…</url></snf:logo>."
    ),
    'Write xmlns:snf="{uri}" into the root element, letter by letter.': (
        'Впишите в корневой элемент xmlns:snf="{uri}" буква в букву.'
    ),
    "Shorten it: it stands below the outlet's name.": "Сократите: это строка под названием издания.",
    "Save the logo as a transparent PNG of 700×100 pixels.": (
        "Сохраните логотип прозрачным PNG 700×100 пикселей."
    ),
    "List fewer stories: SmartNews remembers those that it has read.": (
        "Поставьте в ленту меньше новостей: те, что SmartNews уже прочёл, он помнит."
    ),
    "Add what is missing; content:encoded is the whole article, the guid never changes.": (
        "Добавьте недостающее; content:encoded — статья целиком, guid никогда не меняется."
    ),
    "Write the author's name, or the newsroom's, into dc:creator.": (
        "Впишите в dc:creator имя автора или название редакции."
    ),
    'Add <media:thumbnail url="https://…/picture.jpg"/>, the lead picture of the story.': (
        'Добавьте <media:thumbnail url="https://…/picture.jpg"/> — главную картинку новости.'
    ),
    "Write dates as in Mon, 23 Nov 2026 10:00:00 +0300, the zone in numbers; look at the server's clock.": (
        "Пишите даты так: Mon, 23 Nov 2026 10:00:00 +0300, пояс цифрами; проверьте часы сервера."
    ),
    "Take utm_source and its kin out of the link; SmartNews counts by itself.": (
        "Уберите из ссылки utm_source и подобное: SmartNews считает сам."
    ),
    "Take the element out; links to other stories belong into the text.": (
        "Уберите элемент; ссылкам на другие новости место в тексте."
    ),
    'To take a story back, write state="deleted" and a new pubDate; leaving it out of the feed does nothing.': (
        'Чтобы отозвать новость, напишите state="deleted" и новый pubDate; если просто убрать её из ленты, '
        "ничего не произойдёт."
    ),
}
"""What to do."""

RULES: dict[str, str] = {
    "The full text has no scripts, and no styles, frames, forms or tables.": (
        "В полном тексте нет ни скриптов, ни стилей, фреймов, форм и таблиц."
    ),
    "The full text has no scripts, and only {tags}.": (
        "В полном тексте нет скриптов и никаких тегов, кроме {tags}."
    ),
    "The full text has no script and no style.": "В полном тексте нет ни script, ни style.",
    "The text has no script, style, form, object or embed.": (
        "В тексте нет script, style, form, object и embed."
    ),
    "A feed has {least} to {most} stories, each with {characters} characters of text and a picture whose "
    "shorter side has {pixels} pixels.": (
        "В ленте от {least} до {most} новостей, в каждой — {characters} {characters:знак|знака|знаков} "
        "текста и картинка с меньшей стороной от {pixels} {pixels:пикселя|пикселей|пикселей}."
    ),
    "Some of the limits are known from others than the platform.": (
        "Некоторые пределы известны не от самой площадки."
    ),
    "The channel's link is the site's address, not the feed's.": "link канала — адрес сайта, а не ленты.",
    "The channel has a square logo.": "У канала есть квадратный логотип.",
    "Each story has a title in plain text, without blanks around it.": (
        "У каждой новости есть title простым текстом, без пробелов по краям."
    ),
    "Each story has a description in plain text.": "У каждой новости есть description простым текстом.",
    "The full text is longer than the description.": "Полный текст длиннее, чем description.",
    "A story has at most {n} enclosures.": "У новости не больше {n} {n:вложения|вложений|вложений}.",
    "breaking and exclusive are 0 or 1.": "breaking и exclusive — 0 или 1.",
    "The author is a name, not an address.": "В author имя, а не адрес.",
    "The newest story is at most three days old.": "Самой новой новости не больше трёх дней.",
    "No official document describes this format.": "Официального описания у этого формата нет.",
    "Each story has its text in content:encoded, of {least} to {most} characters.": (
        "Текст каждой новости лежит в content:encoded, в нём от {least:number} до {most:number} "
        "{most:знака|знаков|знаков}."
    ),
    "The text has only tags that MSN knows, fewer than 10 deep in one another, and no scripts or styles.": (
        "В тексте только теги, которые знает MSN, вложенные меньше чем на 10 уровней, без скриптов и стилей."
    ),
    "A feed has at most {size} MB, and {most} fresh stories at a time.": (
        "В ленте не больше {size:number} МБ и не больше {most} {most:свежей новости|свежих новостей|свежих "
        "новостей} за раз."
    ),
    "A feed is of one language, and of one kind: articles or videos.": (
        "Лента на одном языке и одного рода: статьи или видео."
    ),
    "The story's address and those of its pictures are on https.": "Адреса новости и её картинок — на https.",
    "Each story has a picture of {pixels} pixels or more in width, with its credit and a text of what it "
    "shows.": (
        "У каждой новости есть картинка шириной от {pixels} {pixels:пикселя|пикселей|пикселей}, с автором и "
        "описанием того, что на ней."
    ),
    "A slide show has {least} to {most} slides.": "В наборе слайдов их от {least} до {most}.",
    "A title has {least} to {most} characters; a longer one needs an mi:shortTitle of at most {short}.": (
        "В заголовке от {least} до {most} {most:знака|знаков|знаков}; если он длиннее, нужен mi:shortTitle "
        "не длиннее {short}."
    ),
    "Each story has an id that never changes.": (
        "У каждой новости есть идентификатор, который никогда не меняется."
    ),
    "Each story says when it was published: an RFC 822 date in English, in the past year.": (
        "Каждая новость говорит, когда вышла: английская дата RFC 822, за последний год."
    ),
    "An expiry (dcterms:valid) lies two hours ahead or more; one in the past, with a new date of change, "
    "takes the story back.": (
        "Срок (dcterms:valid) — не меньше чем через два часа; срок в прошлом с новой датой правки отзывает "
        "новость."
    ),
    "The document begins with the XML declaration.": "Документ начинается с объявления XML.",
    "The declared encoding is the one that the document is in.": (
        "Объявлена та кодировка, в которой документ."
    ),
    "Each story has its full text in rambler:fulltext.": (
        "Полный текст каждой новости лежит в rambler:fulltext."
    ),
    "The full text's element is spelt rambler:fulltext.": (
        "Элемент с полным текстом называется rambler:fulltext."
    ),
    "A story has at most two sponsored links, each with link, title and advertiser.": (
        "У новости не больше двух рекламных ссылок, у каждой link, title и advertiser."
    ),
    "snf:analytics is a script in CDATA.": "snf:analytics — скрипт в CDATA.",
    "The channel has a title, link, description, language, pubDate, a logo and stories.": (
        "У канала есть title, link, description, language, pubDate, логотип и новости."
    ),
    "The feed declares the namespace of SmartFormat.": "В ленте объявлено пространство имён SmartFormat.",
    "The channel's description has at most 30 characters.": "В description канала не больше 30 знаков.",
    "The logos are PNG pictures.": "Логотипы — картинки PNG.",
    "A feed has at most 1 MB, and about 100 stories.": "В ленте не больше 1 МБ и около 100 новостей.",
    "Each story has a title, link, guid, pubDate and content:encoded.": (
        "У каждой новости есть title, link, guid, pubDate и content:encoded."
    ),
    "Each story names its author.": "У каждой новости назван автор.",
    "Each story has a media:thumbnail: no GIF, the longer side 1,500 pixels and more.": (
        "У каждой новости есть media:thumbnail: не GIF, с большей стороной от 1500 пикселей."
    ),
    "pubDate is an RFC 822 date, with four digits of the year, that is not in the future.": (
        "pubDate — дата RFC 822 с годом из четырёх цифр, и не в будущем."
    ),
    "The link is the canonical address, without parameters for tracking.": (
        "Ссылка — канонический адрес, без параметров для счётчиков."
    ),
    "snf:relatedLink is gone since version 2.0.": "snf:relatedLink убран в версии 2.0.",
    "media:status is active or deleted.": "media:status — active или deleted.",
}
"""What holds."""
