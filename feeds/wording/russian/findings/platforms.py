"""What the rules of Dzen, Yandex, VK and OK find."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "the full text is not longer than the description": "полный текст не длиннее, чем description",
    "<{tag}> has {attribute}, which is ignored": "у <{tag}> есть {attribute}: он не учитывается",
    "{n} pictures stand outside of a figure, without a caption": (
        "картинки стоят вне figure и без подписи: {n}"
    ),
    "the width of {n} pictures is not known, nor whether it is {least} pixels": (
        "ширина картинок неизвестна ({n}): есть ли в них {least} {least:пиксель|пикселя|пикселей}, не сказать"
    ),
    "the picture is WebP": "картинка в WebP",
    "the video is {size} pixels, less than {least}": (
        "размер видео — {size} пикселей, а нужно не меньше {least}"
    ),
    "media:rating has no scheme={scheme}": "media:rating: не указана схема {scheme}",
    "the scheme of media:rating is {stated}, not {wanted}": "схема media:rating — {stated}, а не {wanted}",
    "an embedded page of an unknown host: it may be dropped": (
        "вставка неизвестно с какого домена: её могут выбросить"
    ),
    "the turbo attribute is left over from Turbo pages, which are closed": (
        "атрибут turbo остался от Турбо-страниц, а они закрыты"
    ),
    "the feed has no stories": "в ленте нет новостей",
    "the full text has <{tag}>": "в полном тексте есть <{tag}>",
    "{n} stories begin or end with the same line: {line}": (
        "с одной и той же строки начинаются или кончаются {n} {n:новость|новости|новостей}: {line}"
    ),
    "the video of media:group has no url": "у видео в media:group нет url",
    "the story is older than {n} days: News on Dzen passes over it": (
        "новости больше {n} {n:дня|дней|дней}: Новости на Дзене её пропустят"
    ),
    "more than {most} stories are dated {day}": (
        "за {day:day} года — больше {most} {most:новости|новостей|новостей}"
    ),
    "no official page describes what VK's import takes; these rules are those of RSS 2.0": (
        "официального описания импорта ВКонтакте нет; эти правила — правила RSS 2.0"
    ),
    "OK documents no RSS import: a tool has to read the feed and post into the group": (
        "импорта RSS у Одноклассников нет: ленту должен читать отдельный инструмент, он же публикует записи "
        "в группе"
    ),
    "the version of rss is {version}, not 2.0": "версия rss — {version}, а не 2.0",
    "the namespace of {name} is {stated:quoted}, not {wanted:quoted}": (
        "пространство имён {name} — {stated}, а не {wanted}"
    ),
    "the document is in {encoding}, not in UTF-8": "документ в кодировке {encoding}, а не в UTF-8",
    "<{parent}> has no <{child}>": "в <{parent}> нет <{child}>",
    "<{parent}> has no <{child}>: <{other}> is not that element": (
        "в <{parent}> нет <{child}>: <{other}> — другой элемент"
    ),
    "language is {stated}, not ru": "язык — {stated}, а не ru",
    "media:rating is {stated}, not adult or nonadult": "media:rating — {stated}, а не adult или nonadult",
    "the link is on {host}, the channel's on {own}": "ссылка ведёт на {host}, а ссылка канала — на {own}",
    "the link has a query string: {query}": "в ссылке есть параметры: {query}",
    "the link has no id of the story in it": "в ссылке нет идентификатора новости",
    "story {n} has the same {what}: {value}": "у новости {n} тот же {what}: {value}",
    "the story is dated in the future: {date}": "новость датирована будущим: {date}",
    "the story is older than {n} days: {date}": "новости больше {n} {n:дня|дней|дней}: {date}",
    "this story is newer than the one before it: the newest come first": (
        "эта новость новее предыдущей, а новые должны идти первыми"
    ),
    "the title is not the page's: {title}": "заголовок не тот, что на странице: {title}",
    "the text has {length} characters, fewer than {least}": (
        "в тексте {length} {length:знак|знака|знаков}, а нужно не меньше {least}"
    ),
    "the full text has only {length} characters": "в полном тексте всего {length} {length:знак|знака|знаков}",
    "<{tag}> is not among the tags that the text may have": "<{tag}> не входит в число допустимых тегов",
    "the text has <{tag}>": "в тексте есть <{tag}>",
    "<{tag}> has {attribute}, which runs a script": "у <{tag}> есть {attribute}, запускающий скрипт",
    "the text has no <p>: its paragraphs are lost": "в тексте нет <p>: абзацы потеряются",
    "<{tag}> in a list item: no formatting survives there": (
        "<{tag}> в пункте списка: оформление там не сохраняется"
    ),
    "an embedded page of {host}: it may be dropped": "вставка с {host}: её могут выбросить",
    "the text is in another service's element, and content:encoded is missing": (
        "текст лежит в элементе другого сервиса, а content:encoded нет"
    ),
    "the text is not the page's: the feed says {feed}, the page {page}": (
        "текст не тот, что на странице: в ленте {feed}, на странице {page}"
    ),
    "the text is not the page's: the feed says {feed}, the page {page} ({n} places differ)": (
        "текст не тот, что на странице: в ленте {feed}, на странице {page} (отличий: {n})"
    ),
    "tags are escaped twice: readers see {tag} as text": "теги экранированы дважды: читатели увидят {tag}",
    "the full text has a player's bare address: {url}": "в полном тексте — голый адрес плеера: {url}",
    "a shortcode of the CMS is left: {code}": "остался шорткод CMS: {code}",
    "the outlet's name is a line of the text: {name}": (
        "название издания стоит в тексте отдельной строкой: {name}"
    ),
    "the story has no picture: neither an enclosure nor an img": (
        "у новости нет картинки: ни enclosure, ни img"
    ),
    "the picture is {width} pixels wide, less than {least}": (
        "ширина картинки — {width} {width:пиксель|пикселя|пикселей}, а нужно не меньше {least}"
    ),
    "the cover is {width} pixels wide, less than {least}": (
        "ширина обложки — {width} {width:пиксель|пикселя|пикселей}, а нужно не меньше {least}"
    ),
    "the picture is {size} pixels, less than {least}": (
        "размер картинки — {size} пикселей, а нужно не меньше {least}"
    ),
    "enclosures of type {type} are not supported": "вложения типа {type} не поддерживаются",
    "the picture is WebP, which older readings of the rules do not list": (
        "картинка в WebP, которого нет в прежних редакциях правил"
    ),
    "enclosure says length={length}: RSS 2.0 wants the file's size in bytes": (
        "в enclosure length — {length}, а RSS 2.0 требует размер файла в байтах"
    ),
    "the video is {type}, not MP4": "видео — {type}, а не MP4",
    "a picture stands outside of a figure, without a caption": "картинка стоит вне figure и без подписи",
    "the width of a picture is not known, nor whether it is {least} pixels": (
        "ширина картинки неизвестна: есть ли в ней {least} {least:пиксель|пикселя|пикселей}, не сказать"
    ),
    "the enclosure is on {host}, the site on {own}": "вложение лежит на {host}, а сайт — на {own}",
    "the same enclosure is there twice: {url}": "одно и то же вложение стоит дважды: {url}",
    "media:group has neither media:content nor media:player": (
        "в media:group нет ни media:content, ни media:player"
    ),
    "category {one} contradicts category {other}": "категория {one} противоречит категории {other}",
    "category {one} is no directive, it has no effect": (
        "категория {one} — не указание, она ни на что не влияет"
    ),
    "contentType is {stated}, not one of {known}": "contentType — {stated}, а не одно из слов {known}",
    "contentType is for the seamless feed; a channel's feed does not use it": (
        "contentType — для бесшовной ленты; лента канала его не использует"
    ),
    "yandex:genre is {stated}, not one of {known}": "yandex:genre — {stated}, а не одно из слов {known}",
    "the genre is lenta, but the text has {length} characters": (
        "жанр — lenta, а в тексте {length} {length:знак|знака|знаков}"
    ),
    "{name} is left over from Turbo pages, which are closed": (
        "{name} остался от Турбо-страниц, а они закрыты"
    ),
    "{name} is obsolete": "{name} устарел",
}
"""Messages."""

RULES: dict[str, str] = {
    "The text has no other tags than {tags}.": "В тексте нет других тегов, кроме {tags}.",
    "The text embeds nothing.": "В тексте нет вставок.",
    "The cover is at least {cover} pixels wide, other pictures {width} × {height}.": (
        "Ширина обложки — не меньше {cover} {cover:пикселя|пикселей|пикселей}, прочие картинки — от {width} "
        "× {height}."
    ),
    "No two stories have the same guid or the same link.": (
        "Двух новостей с одним guid или одним link не бывает."
    ),
    "Of each group of directives a story has one at most.": (
        "Из каждой группы указаний у новости не больше одного."
    ),
    "A category is one of the directives.": "category — это одно из указаний.",
    "Each story says whether it is for adults.": "Для каждой новости сказано, для взрослых ли она.",
    "contentType belongs to the seamless feed, not to a channel's.": (
        "contentType — для бесшовной ленты, а не для ленты канала."
    ),
    "Each story has its text in content:encoded.": "Текст каждой новости лежит в content:encoded.",
    "A text has at least {least} characters.": "В тексте не меньше {least} {least:знака|знаков|знаков}.",
    "Tags carry neither scripts nor styles.": "В тегах нет ни скриптов, ни стилей.",
    "The text is divided into paragraphs with p.": "Текст разбит на абзацы тегом p.",
    "List items are plain text.": "Пункты списка — простой текст.",
    "The text embeds nothing but players of YouTube, VK Video and RuTube.": (
        "В тексте нет вставок, кроме плееров YouTube, VK Видео и RuTube."
    ),
    "The feed is one for a channel, not one for News or Turbo pages.": (
        "Это лента для канала, а не для Новостей и не для Турбо-страниц."
    ),
    "Each story has a picture: an enclosure, or an img in the text.": (
        "У каждой новости есть картинка: enclosure или img в тексте."
    ),
    "Pictures are at least {least} pixels wide.": (
        "Ширина картинок — не меньше {least} {least:пикселя|пикселей|пикселей}."
    ),
    "Pictures say how wide they are, so that it can be checked.": (
        "У картинок указана ширина, чтобы её можно было проверить."
    ),
    "Enclosures are JPEG, PNG, GIF or WebP pictures, or MP4 videos.": (
        "Вложения — картинки JPEG, PNG, GIF или WebP либо видео MP4."
    ),
    "Whether WebP pictures are taken is disputed.": "Берут ли картинки WebP, известно не наверняка.",
    "Videos are MP4, at least {width} × {height} pixels.": (
        "Видео — MP4, не меньше {width} × {height} пикселей."
    ),
    "Pictures stand in a figure.": "Картинки стоят в figure.",
    "Each story says where it goes: contentType.": "Каждая новость говорит, куда идёт: contentType.",
    "contentType is news, news_only or blogs_only.": "contentType — news, news_only или blogs_only.",
    "The title is the headline of the page.": "title — заголовок со страницы.",
    "The text is the text of the page, word by word.": "Текст — слово в слово тот, что на странице.",
    "Links have no query string.": "В ссылках нет параметров.",
    "The site's domain name is in Latin letters.": "Домен сайта написан латинскими буквами.",
    "Stories are at most three days old.": "Новостям не больше трёх дней.",
    "OK itself imports no RSS.": "Сами Одноклассники RSS не импортируют.",
    "The document is well-formed XML and RSS 2.0.": "Документ — правильный XML и RSS 2.0.",
    "No more than {most} stories are of one day.": (
        "За один день не больше {most} {most:новости|новостей|новостей}."
    ),
    "No official document describes what the import takes.": (
        "Официального описания того, что берёт импорт, нет."
    ),
    "The channel has two logos, a horizontal and a square one.": (
        "У канала два логотипа: горизонтальный и квадратный."
    ),
    "A feed has stories.": "В ленте есть новости.",
    "Nothing is left of Turbo pages.": "От Турбо-страниц ничего не осталось.",
    "Each story has its full text in yandex:full-text.": (
        "Полный текст каждой новости лежит в yandex:full-text."
    ),
    "The full text is not empty.": "Полный текст не пустой.",
    "Markup is escaped once: either as CDATA or with &lt;.": (
        "Разметка экранирована один раз: в CDATA или через &lt;."
    ),
    "Pictures and videos are not in the full text.": "Картинок и видео в полном тексте нет.",
    "No shortcode of the CMS is left in the full text.": "Шорткодов CMS в полном тексте не осталось.",
    "The full text is the text of the page, word by word.": "Полный текст — слово в слово текст страницы.",
    "The full text is the story alone, without what all stories share.": (
        "В полном тексте только сама новость, без того, что общее у всех."
    ),
    "Enclosures are on the outlet's own domain.": "Вложения лежат на домене самого издания.",
    "An enclosure is there once.": "Каждое вложение стоит один раз.",
    "Pictures have at least {width} × {height} pixels.": "Картинки — не меньше {width} × {height} пикселей.",
    "media:group has a video: media:content or media:player with a url.": (
        "В media:group есть видео: media:content или media:player с url."
    ),
    "A link has something that no other story's link has: an id, or words of its title.": (
        "В ссылке есть что-то, чего нет в ссылках других новостей: номер или слова из заголовка."
    ),
    "Stories are at most eight days old, for News on Dzen seven.": (
        "Новостям не больше восьми дней, а для Новостей на Дзене — семи."
    ),
    "A story has one category at most.": "У новости не больше одной category.",
    "A category is not empty.": "category не пустая.",
    "yandex:genre is lenta, message, article or interview.": (
        "yandex:genre — lenta, message, article или interview."
    ),
    "A story of the genre lenta is a flash of {most} characters at most.": (
        "Новость жанра lenta — «молния» не длиннее {most} {most:знака|знаков|знаков}."
    ),
    "pdalink is obsolete.": "pdalink устарел.",
}
"""What holds."""
