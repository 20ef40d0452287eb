"""What to do about what the rules of Dzen, Yandex, VK and OK find."""

from __future__ import annotations

HINTS: dict[str, str] = {
    "Add <yandex:logo>{logo}</yandex:logo> and {square}.": (
        "Добавьте <yandex:logo>{logo}</yandex:logo> и {square}."
    ),
    "Wrap each picture: <figure><img …><figcaption>who took it</figcaption></figure>.": (
        "Оборачивайте каждую картинку: <figure><img …><figcaption>кто снял</figcaption></figure>."
    ),
    "Use the feed with a tool that posts into the group through OK's interface.": (
        "Подключите ленту к инструменту, который публикует записи в группе через API Одноклассников."
    ),
    "Choose fewer stories for VK: a community's wall takes 50 posts in a day.": (
        "Отбирайте для ВКонтакте меньше новостей: на стену сообщества помещается 50 записей в день."
    ),
    "Keep to the newest stories: the first import posts all of them.": (
        "Оставьте только самые новые новости: при первом импорте публикуются все сразу."
    ),
    "Try the import in a test community first.": "Проверьте импорт сначала на пробном сообществе.",
    "Keep the newest stories in the feed for eight days; the robot takes an empty feed for a fault.": (
        "Держите самые новые новости в ленте восемь дней: пустую ленту робот принимает за сбой."
    ),
    "Let the root be {example} with one <channel> in it, both without a namespace.": (
        "Корнем должен быть {example} с одним <channel> внутри, оба без пространства имён."
    ),
    "Copy the namespace letter by letter, http:// included; with any other one the elements are not "
    "recognised: {names}": (
        "Скопируйте пространство имён буква в букву, вместе с http://: с любым другим элементы не узнают: "
        "{names}"
    ),
    "Write the outlet's name into the channel's <title>.": "Впишите название издания в <title> канала.",
    "Write the site's address into the channel's <link>, with https://.": (
        "Впишите адрес сайта в <link> канала, вместе с https://."
    ),
    "Write <language>ru</language> into the channel.": "Впишите в канал <language>ru</language>.",
    "Write the feed in UTF-8 and declare it so: {example}": (
        "Пишите ленту в UTF-8 и так и объявите: {example}"
    ),
    "Write the outlet's name, the site's address with https:// and a line about the outlet into the "
    "channel's <title>, <link> and <description>.": (
        "Впишите в <title>, <link> и <description> канала название издания, адрес сайта с https:// и строку "
        "об издании."
    ),
    "Write the headline into <title>, without tags: what is set in <i> or <b> on the page is bare here.": (
        "Впишите заголовок в <title> без тегов: то, что на странице в <i> или <b>, здесь пишется просто так."
    ),
    "Shorten the headline: what is longer gets cut off.": "Сократите заголовок: лишнее обрежут.",
    "Write the whole address of the article into <link>, with https:// and the host.": (
        "Впишите в <link> полный адрес статьи — с https:// и доменом."
    ),
    "Publish stories of your own site only, and let the channel's link be that site's address.": (
        "Публикуйте только новости своего сайта и укажите в link канала его адрес."
    ),
    "Write the canonical address of the page, without {query} and the like.": (
        "Впишите канонический адрес страницы, без {query} и подобного."
    ),
    "Dzen does not connect sites on Cyrillic domains, in letters or as xn--: publish the stories under a "
    "Latin domain name.": (
        "Дзен не подключает сайты на кириллических доменах, ни буквами, ни в виде xn--: публикуйте новости "
        "на латинском домене."
    ),
    "Give each story an id that never changes, as in {example}.": (
        "Дайте каждой новости идентификатор, который никогда не меняется, например {example}."
    ),
    "Give each story an id of its own: the second story overwrites the first one.": (
        "Дайте каждой новости свой идентификатор: вторая затирает первую."
    ),
    "Give each story its own guid and link; a story's copy for the other stream has others.": (
        "Дайте каждой новости свои guid и link; у копии для другого потока они другие."
    ),
    "Give each story its own address, and put each story into the feed once.": (
        "Дайте каждой новости свой адрес и ставьте каждую в ленту один раз."
    ),
    "Put the story's number or a slug into its address, as in {example}.": (
        "Поставьте в адрес номер новости или слаг, например {example}."
    ),
    "Write the time of publication as in {example}: English names, the zone in numbers at the end.": (
        "Пишите время публикации так: {example}, — с английскими названиями и поясом цифрами в конце."
    ),
    "Leave a scheduled story out until its time has come; check the time zone of pubDate.": (
        "Не ставьте отложенную новость в ленту, пока не придёт её время; проверьте часовой пояс в pubDate."
    ),
    "Leave older stories out: Dzen wants what is fresh, and what it has already it keeps.": (
        "Старые новости не нужны: Дзену важно свежее, а то, что у него уже есть, он хранит."
    ),
    "Leave stories out that are older than eight days.": "Не ставьте в ленту новости старше восьми дней.",
    "Sort the stories by pubDate, the newest at the top.": (
        "Отсортируйте новости по pubDate: самые новые сверху."
    ),
    "Write the title as the page has it, without the outlet's name.": (
        "Пишите заголовок как на странице, без названия издания."
    ),
    "Write the whole text as HTML into {element}.": "Впишите весь текст в виде HTML в {element}.",
    "Write the whole text of the page into {element}, with the hyphen.": (
        "Впишите весь текст страницы в {element} — с дефисом."
    ),
    "Write the whole text of the page into {element}; leave the story out if it has none.": (
        "Впишите весь текст страницы в {element}; если текста нет, не ставьте новость в ленту."
    ),
    "Send the whole story; what is shorter is a note, which Dzen passes over.": (
        "Отдавайте новость целиком: то, что короче, — заметка, и Дзен её пропустит."
    ),
    "Send the whole text of the page, not its beginning.": "Отдавайте весь текст страницы, а не его начало.",
    "Unwrap the tag and keep its text; write b for strong, i for em, a new <p> for a line break.": (
        "Уберите тег, а текст оставьте; вместо strong пишите b, вместо em — i, вместо переноса — новый <p>."
    ),
    "Take the tag out with all that is in it.": "Уберите тег вместе со всем, что внутри.",
    "Take onclick, style, class and the like off the tags: scripts are refused, styles are ignored.": (
        "Уберите с тегов onclick, style, class и подобное: скрипты не принимают, а стили не учитывают."
    ),
    "Write whole addresses, with https:// and the host, into src and href.": (
        "Пишите в src и href полные адреса — с https:// и доменом."
    ),
    "Put each paragraph into <p>…</p>: line breaks are lost.": (
        "Заключайте каждый абзац в <p>…</p>: переносы строк теряются."
    ),
    "Write list items without b, i and the like, or make them paragraphs.": (
        "Пишите пункты списка без b, i и подобного или сделайте их абзацами."
    ),
    "Put a link or a picture in place of the <iframe>; only players of YouTube, VK Video and RuTube are said "
    "to work, and only in a channel.": (
        "Поставьте вместо <iframe> ссылку или картинку: работают, как говорят, только плееры YouTube, VK "
        "Видео и RuTube, и только в канале."
    ),
    "Put a link or a picture in place of the <iframe>.": "Поставьте вместо <iframe> ссылку или картинку.",
    "Write {example} or {other}, not both.": "Пишите {example} или {other}, но не всё сразу.",
    "Send pictures as <enclosure> and videos in <media:group>: the text is compared with the page's.": (
        "Отдавайте картинки в <enclosure>, а видео — в <media:group>: текст сравнивают со страницей."
    ),
    "Export the text as the page shows it, or take {code} and the like out.": (
        "Выгружайте текст таким, каким его показывает страница, или уберите {code} и подобное."
    ),
    "Leave out the outlet's name, appeals, contacts and other lines that stand in every story.": (
        "Уберите название издания, призывы, контакты и прочие строки, которые стоят в каждой новости."
    ),
    "Edit feed and page together, and leave out of the feed what is not the story's text.": (
        "Правьте ленту и страницу вместе и не ставьте в ленту то, что не относится к тексту новости."
    ),
    "Edit feed and page together, and leave out of the feed what is not the story's text: captions, credits, "
    "links to other stories. A story whose text is another one is crawled, but not shown.": (
        "Правьте ленту и страницу вместе и не ставьте в ленту то, что не относится к тексту новости: "
        "подписи, авторов снимков, ссылки на другие новости. Новость с другим текстом робот обойдёт, но её "
        "не покажут."
    ),
    "Send the text in content:encoded; a feed with yandex:full-text or turbo:content alone does not fit a "
    "channel.": (
        "Отдавайте текст в content:encoded: лента только с yandex:full-text или turbo:content каналу не "
        "подходит."
    ),
    "Add the story's picture as an enclosure, at least {least} pixels wide.": (
        "Добавьте картинку новости в enclosure — шириной от {least} {least:пикселя|пикселей|пикселей}."
    ),
    "Send the original picture, not a thumbnail.": "Отдавайте исходную картинку, а не уменьшенную.",
    "Convert the file, or correct type: {types}.": (
        "Переведите файл в другой формат или исправьте type: {types:words}."
    ),
    "Send JPEG to be on the safe side.": "Для верности отдавайте JPEG.",
    "Write {example}: the whole address and the media type.": "Пишите {example}: полный адрес и тип файла.",
    "State the file's size in length; only generic RSS readers look at it.": (
        "Укажите в length размер файла; на него смотрят только обычные читалки RSS."
    ),
    "Send the video as {example}.": "Отдавайте видео так: {example}.",
    "Write the file's size in pixels: {example}; those of fewer than {least} are refused. Feeds made here "
    "have it where media: is set up in feeds.yaml.": (
        "Укажите размер файла в пикселях: {example}; меньше {least} не принимают. Здешние ленты знают его, "
        "если в feeds.yaml настроен раздел media:."
    ),
    "Serve the picture from your own site or from a subdomain of it.": (
        "Отдавайте картинку со своего сайта или с его поддомена."
    ),
    "Leave the repeated enclosure out.": "Уберите повторное вложение.",
    "Add {one} or {other}, or leave media:group out.": "Добавьте {one} или {other} либо уберите media:group.",
    "Keep one of format-article and format-post, one of index and noindex, one of comment-all, "
    "comment-subscribers and comment-none.": (
        "Оставьте что-то одно из format-article и format-post, из index и noindex, из comment-all, "
        "comment-subscribers и comment-none."
    ),
    "Dzen ignores rubrics here; leave the category out, or write one of: {known}.": (
        "Рубрики Дзен здесь не учитывает; уберите категорию или напишите одну из: {known}."
    ),
    "Add {example}, or adult.": "Добавьте {example} или adult.",
    "Add <contentType>news</contentType> to each story: news for News and the channel, news_only for News, "
    "blogs_only for the channel.": (
        "Добавьте каждой новости <contentType>news</contentType>: news — для Новостей и канала, news_only — "
        "для Новостей, blogs_only — для канала."
    ),
    "Write one of the three words exactly: small letters, an underscore, no blank.": (
        "Напишите одно из трёх слов в точности: строчными буквами, с подчёркиванием, без пробела."
    ),
    "Leave contentType out, or check the feed as dzen-news.": (
        "Уберите contentType или проверяйте ленту как dzen-news."
    ),
    "Take the tags out of <description>: readers see them as they are written.": (
        "Уберите теги из <description>: читатели видят их как есть."
    ),
    "Write the story's first sentences into <description>.": (
        "Впишите в <description> первые предложения новости."
    ),
    "Add the whole text in <content:encoded> if the community imports VK articles; links alone do without it.": (
        "Если сообщество импортирует статьи ВКонтакте, добавьте весь текст в <content:encoded>; для одних "
        "ссылок он не нужен."
    ),
    "Keep the story's main rubric and leave the others out.": (
        "Оставьте главную рубрику новости, остальные уберите."
    ),
    "Write the rubric's name, or leave <category> out.": "Впишите название рубрики или уберите <category>.",
    "Write one of the four words in small Latin letters, or leave yandex:genre out.": (
        "Напишите одно из четырёх слов строчными латинскими буквами или уберите yandex:genre."
    ),
    "Write message or article for longer texts.": "Для текстов подлиннее пишите message или article.",
    "Take the turbo attribute, turbo: elements, yandex:analytics and yandex:adNetwork out: Turbo pages were "
    "closed in 2025.": (
        "Уберите атрибут turbo, элементы turbo:, yandex:analytics и yandex:adNetwork: Турбо-страницы закрыты "
        "в 2025 году."
    ),
    "Leave pdalink out: phones get the same page.": "Уберите pdalink: телефоны получают ту же страницу.",
}
"""What to do."""
