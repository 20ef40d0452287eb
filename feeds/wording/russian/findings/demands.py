"""What several formats demand of feeds and stories."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "rss has no version": "у rss нет версии",
    "there is more than one channel": "каналов больше одного",
    "a byte order mark stands before the XML declaration": "перед объявлением XML стоит метка порядка байтов",
    "{n:number} stories, more than {most}": (
        "{n:number} {n:новость|новости|новостей}, а можно не больше {most:number}"
    ),
    "the document has {size} MB, more than {most}": (
        "размер документа — {size:number} МБ, а можно не больше {most:number}"
    ),
    "the year has two digits: {date}": "год из двух цифр: {date}",
    "the zone -0000 says that the local time is unknown; write the real one": (
        "пояс -0000 значит, что местное время неизвестно; пишите настоящий пояс"
    ),
    "rel of link is empty": "rel у link: пусто",
    "rel={value} is neither registered nor an address": (
        "rel — {value}: слово не зарегистрировано, и это не адрес"
    ),
    "the feed's link to itself has the type {type}, which is no feed's": (
        "у ссылки ленты на себя тип {type}, а лент такого типа нет"
    ),
    "the feed's link to itself is relative: ''": "в ссылке ленты на себя нет адреса",
    "the feed's link to itself is relative: {value}": "в ссылке ленты на себя неполный адрес {value}",
    "the feed's link to itself is {stated}, but it is served at {url}": (
        "ссылка ленты на себя — {stated}, а отдаётся она по адресу {url}"
    ),
    "enclosure has no url: {attribute} is not looked at": (
        "enclosure: нет url, а на {attribute} никто не смотрит"
    ),
    "enclosure has no length: RSS 2.0 wants the file's size in bytes": (
        "в enclosure не указан length, а RSS 2.0 требует размер файла в байтах"
    ),
    "the channel's link is on {own}, all stories are on {host}": (
        "ссылка канала ведёт на {own}, а все новости — на {host}"
    ),
    "the namespace of {name} is {stated:quoted}": "пространство имён {name} — {stated}",
}
"""Messages."""

HINTS: dict[str, str] = {
    "Save the file as UTF-8 without a byte order mark.": "Сохраните файл в UTF-8 без метки порядка байтов.",
    "Write it with an XML library: & is &amp;, < is &lt;, names such as &nbsp; are not known, control "
    "characters are left out, and <?xml comes first.": (
        "Пишите ленту библиотекой для XML: & — это &amp;, < — это &lt;, названий вроде &nbsp; XML не знает, "
        "управляющих символов в нём нет, а <?xml стоит в самом начале."
    ),
    "Leave out the oldest stories.": "Уберите самые старые новости.",
    "Write the whole text of the story into <{name}><![CDATA[…]]></{name}>, spelt exactly so.": (
        "Впишите весь текст новости в <{name}><![CDATA[…]]></{name}>, именно в таком написании."
    ),
}
"""What to do."""

RULES: dict[str, str] = {
    "The channel has a title.": "У канала есть title.",
    "The channel has a link with the absolute address of the site.": (
        "У канала есть link с полным адресом сайта."
    ),
    "The channel has a title, a link and a description.": "У канала есть title, link и description.",
    "The channel says that it is in Russian.": "В канале указан русский язык.",
    "The namespaces of {names} are spelt exactly.": "Пространства имён {names:words} написаны точно.",
    "The document is in UTF-8.": "Документ в UTF-8.",
    "The document is well-formed XML, and nothing stands before it.": (
        "Документ — правильный XML, и перед ним ничего не стоит."
    ),
    "The document is RSS 2.0 with one channel.": "Документ — RSS 2.0 с одним каналом.",
    "A feed holds at most {n} stories.": "В ленте не больше {n} {n:новости|новостей|новостей}.",
    "The document has at most {size} MB.": "Размер документа — не больше {size:number} МБ.",
    "Each story has a pubDate in the form of RFC 822: English names and a time zone.": (
        "У каждой новости есть pubDate в виде RFC 822: английские названия и часовой пояс."
    ),
    "A story is not dated in the future.": "Новость не датирована будущим.",
    "The newest stories come first.": "Самые новые новости идут первыми.",
    "Each story has its full text in {name}.": "Полный текст каждой новости лежит в {name}.",
    "Links and pictures in {name} have absolute addresses.": "У ссылок и картинок в {name} полные адреса.",
    "Each enclosure has a url, absolute, and a type.": "У каждого вложения есть url с полным адресом и type.",
    "Enclosures say how many bytes the file has.": "У вложений указан размер файла в байтах.",
    "Each story has a title in plain text.": "У каждой новости есть title простым текстом.",
    "A title has at most {n} characters.": "В заголовке не больше {n} {n:знака|знаков|знаков}.",
    "Each story has a link with the absolute address of its page.": (
        "У каждой новости есть link с полным адресом её страницы."
    ),
    "No two stories have the same link.": "Двух новостей с одним link не бывает.",
    "Stories are on the host that the channel's link names.": (
        "Новости лежат на том домене, который назван в link канала."
    ),
    "Each story has a guid of its own.": "У каждой новости свой guid.",
    "Each story has a guid.": "У каждой новости есть guid.",
    "No two stories have the same guid.": "Двух новостей с одним guid не бывает.",
    "Each story has a description: its lead, in plain text.": (
        "У каждой новости есть description — лид простым текстом."
    ),
    "A description is plain text.": "В description простой текст.",
}
"""What holds."""
