"""Podcasts."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "Apple has the category {name} no more": "категории {name} в списке Apple больше нет",
    "Apple has no category {name} there": "категории {name} в списке Apple здесь нет",
    "{name} is missing, which Apple asks of a podcast": "нет {name}, а Apple требует этого от подкаста",
    "Apple takes no {ending} files": "файлов {ending} Apple не берёт",
    "the podcast is in {encoding}, Apple asks for UTF-8": (
        "подкаст в кодировке {encoding}, а Apple требует UTF-8"
    ),
    "podcast:guid is a UUID of version {version}, not 5": "podcast:guid — UUID версии {version}, а не 5",
    "Apple's podcast tags": "Теги Apple для подкастов",
    "the podcast namespace": "Пространство имён podcast",
}
"""Messages."""

HINTS: dict[str, str] = {
    "Take the names from Apple's list letter by letter, & written as &amp;.": (
        "Берите названия из списка Apple буква в букву, а & пишите как &amp;."
    ),
    "Write the address alone into itunes:email: Apple sends its messages there.": (
        "Впишите в itunes:email один только адрес: на него Apple шлёт сообщения."
    ),
    "Add what is missing: Apple refuses a podcast without it.": (
        "Добавьте недостающее: без него Apple не примет подкаст."
    ),
    "Convert the file; most listeners take mp3.": (
        "Переведите файл в другой формат; у большинства слушателей играет mp3."
    ),
    "Write sea, ferry, storm.": "Пишите так: море, паром, шторм.",
    "Take the tags out; HTML belongs into description or content:encoded.": (
        "Уберите теги: HTML место в description или content:encoded."
    ),
    "Write one of the words that the message names.": "Напишите одно из слов, названных в замечании.",
    'Write <itunes:image href="https://…"/>: the address belongs into href.': (
        'Пишите <itunes:image href="https://…"/>: адресу место в href.'
    ),
    "Write 725, 12:05 or 1:12:05; digits alone for episode and season.": (
        "Пишите 725, 12:05 или 1:12:05; для episode и season — одни цифры."
    ),
    "Shorten the text: what is longer is cut off.": "Сократите текст: лишнее обрежут.",
    "Write the whole address, with https:// and the host, into url.": (
        "Впишите в url полный адрес — с https:// и доменом."
    ),
    "See the page of the element for what it may say.": (
        "Что может стоять в элементе, сказано на его странице."
    ),
    "Make it once from the address without https:// and without slashes at the end, and never change it.": (
        "Создайте его один раз — из адреса ленты без https:// и без косых черт в конце — и больше не меняйте."
    ),
}
"""What to do."""

RULES: dict[str, str] = {
    "A category, and the one inside of it, are of Apple's list.": (
        "Категория и вложенная в неё — из списка Apple."
    ),
    "The owner has an e-mail address.": "У владельца указан адрес почты.",
    "A podcast has a language, a category, an owner, and says whether it is explicit.": (
        "У подкаста есть язык, категория, владелец и отметка explicit."
    ),
    "Episodes are in formats that Apple takes: m4a, mp3, mov, mp4, m4v, pdf, epub.": (
        "Выпуски — в форматах, которые берёт Apple: m4a, mp3, mov, mp4, m4v, pdf, epub."
    ),
    "Keywords have commas between them.": "Ключевые слова пишутся через запятую.",
    "Apple's texts are plain text.": "Тексты для Apple — простой текст.",
    "A podcast is in UTF-8.": "Подкаст в UTF-8.",
    "Elements that know a few words have one of them: explicit true or false, block Yes, type episodic or "
    "serial, episodeType full, trailer or bonus.": (
        "Элементы с набором слов содержат одно из них: explicit — true или false, block — Yes, type — "
        "episodic или serial, episodeType — full, trailer или bonus."
    ),
    "The cover and the new feed have absolute addresses.": "У обложки и у новой ленты полные адреса.",
    "A duration is seconds or hours:minutes:seconds; episodes and seasons count from 1.": (
        "Длительность — секунды или часы:минуты:секунды; выпуски и сезоны считаются с 1."
    ),
    "Names, subtitles and keywords have at most 255 characters, a summary 4,000.": (
        "В именах, подзаголовках и ключевых словах не больше 255 знаков, в summary — не больше 4000."
    ),
    "Transcripts, chapters, people and funding have absolute addresses.": (
        "У расшифровок, глав, людей и сборов полные адреса."
    ),
    "Values are those that the namespace's page has for each element.": (
        "Значения — те, что названы для элемента на странице пространства имён."
    ),
    "The guid of a podcast is a UUID of version 5, made from the feed's address.": (
        "guid подкаста — UUID версии 5, созданный из адреса ленты."
    ),
}
"""What holds."""
