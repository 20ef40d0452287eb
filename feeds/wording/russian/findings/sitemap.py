"""Sitemaps, their pictures, videos and versions."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "the document is UTF-16, not UTF-8": "документ в UTF-16, а не в UTF-8",
    "the document says that it is {encoding}, not UTF-8": (
        "документ объявлен в кодировке {encoding}, а не UTF-8"
    ),
    "the namespace {space} is no known one; {right} is meant": (
        "пространство имён {space} неизвестно; имеется в виду {right}"
    ),
    "{name} stands in no namespace, so crawlers do not see it": (
        "{name} стоит без пространства имён, и роботы его не видят"
    ),
    "the document is a web page, not a sitemap; often an error page stands in its place": (
        "документ — веб-страница, а не карта сайта; часто на её месте оказывается страница ошибки"
    ),
    "the root is {root}, not urlset or sitemapindex": (
        "корневой элемент — {root}, а не urlset или sitemapindex"
    ),
    'the root has no namespace; write xmlns="{space}"': (
        'у корневого элемента нет пространства имён; пишите xmlns="{space}"'
    ),
    "the root's namespace is {space}; {right} is meant": (
        "пространство имён корневого элемента — {space}; имеется в виду {right}"
    ),
    "there are {n} addresses, more than {most}": (
        "{n:number} {n:адрес|адреса|адресов}, а можно не больше {most:number}"
    ),
    "the document has {n} bytes, more than {most}": (
        "{n:number} {n:байт|байта|байтов}, а можно не больше {most:number}"
    ),
    "{name} has no place in {parent}": "{name} не место в {parent}",
    "the sitemap lists nothing": "в карте сайта ничего нет",
    "the index lists no sitemap": "в индексе нет ни одной карты сайта",
    "there are {n} sitemaps, more than {most}": (
        "{n:number} {n:карта|карты|карт} сайта, а можно не больше {most:number}"
    ),
    "the index lists itself": "индекс перечисляет сам себя",
    "an index is listed, by its name: {loc}": "судя по имени, в списке стоит индекс: {loc}",
    "loc has a fragment: {value}; crawlers cut it off": (
        "loc: в адресе {value} есть часть после #, роботы её отрезают"
    ),
    "loc has letters that are not percent-encoded; crawlers encode them themselves, by and large": (
        "loc: есть буквы без процентного кодирования; роботы обычно кодируют их сами"
    ),
    "all pages: {what}": "все страницы: {what:said}",
    "the address is {own}, the sitemap is served by {here}": (
        "адрес на {own}, а карта сайта отдаётся по {here}"
    ),
    "{there} is another site than {here}": "{there} — не тот сайт, что {here}",
    "1 address lies outside {folder}": "1 адрес лежит вне {folder}",
    "{n} addresses lie outside {folder}": "вне {folder} лежит {n:number} {n:адрес|адреса|адресов}",
    "the address stands in entry {n} already: {url}": "этот адрес уже стоит в записи {n}: {url}",
    "lastmod {date} names no day; schemas do not take that": (
        "в lastmod {date} не назван день; схемы этого не допускают"
    ),
    "lastmod {date} has no seconds; schemas do not take that": (
        "в lastmod {date} нет секунд; схемы этого не допускают"
    ),
    "all {n} entries have the same lastmod, {date}": (
        "во всех записях ({n:number}) один и тот же lastmod: {date}"
    ),
    "{name} stands in {n} {n:entry|entries}": "{name} стоит в {n:number} {n:записи|записях|записях}",
    "{name} is no element of the protocol": "элемента {name} в протоколе нет",
    "the link has no {attribute}": "у ссылки нет {attribute}",
    "the page does not list itself among its versions": "страница не называет себя среди своих версий",
    "the version {language} does not list this page among its own versions": (
        "версия {language} не называет эту страницу среди своих версий"
    ),
    "hreflang {language} leads to two addresses": "hreflang {language} ведёт на два адреса",
    "{n} {n:page has|pages have} no x-default version": (
        "без версии x-default: {n:number} {n:страница|страницы|страниц}"
    ),
    "hreflang {language} {fault:said}": "hreflang {language}: {fault:said}",
    "{name} has no effect any more ({n} in all)": "{name} больше ни на что не влияет (всего: {n:number})",
    "{name} of player_loc has no effect any more ({n} in all)": (
        "{name} у player_loc больше ни на что не влияет (всего: {n:number})"
    ),
    "there are {n} pictures, more than {most}": (
        "{n:number} {n:картинка|картинки|картинок}, а можно не больше {most:number}"
    ),
    "the picture is listed already: {url}": "эта картинка уже названа: {url}",
    "the video has neither content_loc nor player_loc": "у видео нет ни content_loc, ни player_loc",
    "content_loc is the address of the page itself": "content_loc — адрес самой страницы",
    "the video expired on {date}": "срок видео истёк {date}",
    "info of uploader leads to {there}, not to {here}": "info у uploader ведёт на {there}, а не на {here}",
    "there are {n} tags, more than {most}": (
        "{n:number} {n:метка|метки|меток}, а можно не больше {most:number}"
    ),
    "the title has {n} characters; the schema takes {most}": (
        "в заголовке {n} {n:знак|знака|знаков}, а схема берёт до {most}"
    ),
    "{name} stands after {other}": "{name} стоит после {other}",
    "{name} is no element of the schema": "элемента {name} в схеме нет",
}
"""Messages."""

HINTS: dict[str, str] = {
    "Add a link with the page's own language and its own address, exactly as in loc.": (
        "Добавьте ссылку с языком самой страницы и её же адресом, в точности как в loc."
    ),
    "Write when the page's content last changed; look at the clock and the time zone of the server.": (
        "Пишите, когда содержимое страницы изменилось в последний раз; проверьте часы и часовой пояс сервера."
    ),
    "Write it as 2026-11-22T17:40:00+01:00: year-month-day, T, the time and its zone; or the day alone.": (
        "Пишите так: 2026-11-22T17:40:00+01:00 — год-месяц-день, T, время и пояс; или один день."
    ),
    "Write it with an XML library as UTF-8: nothing stands before <?xml, and & in addresses is &amp;.": (
        "Пишите карту библиотекой для XML, в UTF-8: перед <?xml ничего нет, а & в адресах — это &amp;."
    ),
    "Copy the namespace from the protocol's page, http:// and without a slash at its end: crawlers compare "
    "it letter by letter.": (
        "Скопируйте пространство имён со страницы протокола, с http:// и без косой черты в конце: роботы "
        "сравнивают его буква в букву."
    ),
    "Split it: several sitemaps, and an index that names them. A sitemap for each month is customary.": (
        "Разделите её: несколько карт сайта и индекс, который их называет. Обычно делают по карте на месяц."
    ),
    "Addresses of pages go into a urlset, addresses of sitemaps into a sitemapindex of their own.": (
        "Адресам страниц место в urlset, адресам карт сайта — в отдельном sitemapindex."
    ),
    "Nothing to do where there is nothing to list: Google says so in Search Console, and that is all.": (
        "Если перечислять нечего, делать ничего не надо: Google скажет об этом в Search Console, и только."
    ),
    "List the sitemaps themselves; crawlers do not follow an index within an index.": (
        "Перечислите сами карты сайта: в индекс внутри индекса роботы не заходят."
    ),
    "Put the address of the page into <loc>, one for each <url>.": (
        "Впишите в <loc> адрес страницы, по одному на каждый <url>."
    ),
    "Leave both out: Google ignores them, and a wrong value makes the file invalid.": (
        "Уберите оба: Google на них не смотрит, а с неверным значением файл не проходит проверку по схеме."
    ),
    "Write the page's whole address as its canonical link does: https://, host and path, spaces as %20, no "
    "part after #.": (
        "Впишите полный адрес страницы, как в её канонической ссылке: https://, домен и путь, пробелы как "
        "%20, без части после #."
    ),
    "Serve a sitemap from each host, or prove in Search Console (or by a Sitemap line in that host's "
    "robots.txt) that the other host is yours.": (
        "Отдавайте карту с каждого домена или подтвердите в Search Console (либо строкой Sitemap в "
        "robots.txt того домена), что другой домен тоже ваш."
    ),
    "Serve an index from each site, or name the other site's sitemaps in that site's robots.txt.": (
        "Отдавайте индекс с каждого сайта или назовите карты другого сайта в его robots.txt."
    ),
    "Serve it from the root of the site; naming it in robots.txt or Search Console lifts the limit too.": (
        "Отдавайте её из корня сайта; снимает это ограничение и её адрес в robots.txt или Search Console."
    ),
    "Keep one entry for each page, with what is known of it.": (
        "Оставьте по одной записи на страницу, со всем, что о ней известно."
    ),
    "Write each page's own time of change. Google ignores lastmod altogether where it proves untrue.": (
        "Пишите для каждой страницы время её собственной правки. Если lastmod оказывается неправдой, Google "
        "перестаёт на него смотреть."
    ),
    "They do no harm; leave them out to save bytes.": "Вреда от них нет; уберите их, чтобы сберечь байты.",
    "Google reads any order, but validators and some crawlers follow the schema: reorder the elements.": (
        "Google читает в любом порядке, но проверка по схеме и некоторые роботы требуют своего: переставьте "
        "элементы."
    ),
    'Write <xhtml:link rel="alternate" hreflang="en" href="https://..."/> with the whole address.': (
        'Пишите <xhtml:link rel="alternate" hreflang="en" href="https://…"/> с полным адресом.'
    ),
    "Write en, en-GB, zh-Hant or zh-Hant-TW: ISO 639-1, ISO 15924, ISO 3166-1, with hyphens.": (
        "Пишите en, en-GB, zh-Hant или zh-Hant-TW: ISO 639-1, ISO 15924, ISO 3166-1, через дефис."
    ),
    "Give every version of the page the same list of links; one-way links are ignored.": (
        "Поставьте во все версии страницы один и тот же список ссылок; ссылки в одну сторону не учитываются."
    ),
    "Keep one address for each hreflang; tell regions apart as en-GB and en-US.": (
        "Оставьте по одному адресу на каждый hreflang; регионы различайте как en-GB и en-US."
    ),
    'Add a link with hreflang="x-default" to the version for readers of other languages.': (
        'Добавьте ссылку с hreflang="x-default" на версию для читателей на других языках.'
    ),
    "Put the picture's whole address into image:loc: https://, host and path.": (
        "Впишите в image:loc полный адрес картинки: https://, домен и путь."
    ),
    "List the pictures that matter; the rest is not read.": (
        "Перечислите те картинки, что важны; остальные не прочтут."
    ),
    "Leave the caption, place, title and licence out; describe pictures in the page itself.": (
        "Уберите подпись, место, название и лицензию; описывайте картинки на самой странице."
    ),
    "Keep one image:image for each picture of the page.": (
        "Оставьте по одному image:image на каждую картинку страницы."
    ),
    "Google reads any order; reorder the elements where another program validates the file.": (
        "Google читает в любом порядке; переставьте элементы, если файл проверяет по схеме другая программа."
    ),
    "Fill in all three; Google drops videos that lack one.": (
        "Допишите все три: без любого из них Google отбрасывает видео."
    ),
    "Shorten it; the page itself may say more.": "Сократите; подробности могут стоять на самой странице.",
    "Write the length in seconds (124, not 2:04); leave it out where it is unknown or over 8 hours.": (
        "Пишите длительность в секундах (124, а не 2:04); если она неизвестна или больше 8 часов, уберите "
        "элемент."
    ),
    "Give an address that a crawler can fetch; streaming schemes such as rtmp do not work.": (
        "Впишите адрес, который робот может загрузить; потоковые схемы вроде rtmp не работают."
    ),
    "Keep the one that is true.": "Оставьте тот, который верен.",
    "Give the address of the media file in content_loc (preferred), or of the player in player_loc.": (
        "Впишите адрес файла в content_loc (лучше) или адрес плеера в player_loc."
    ),
    "Give the address of the media file itself, or of the player in player_loc.": (
        "Впишите адрес самого файла или плеера."
    ),
    "Take the video out, or correct its expiration_date; leave the date out where the video stays.": (
        "Уберите видео или исправьте его expiration_date; если видео остаётся, уберите дату."
    ),
    "rating 0.0 to 5.0; yes or no; relationship allow or deny; countries as two capitals with spaces "
    "between; platforms web, mobile, tv; dates as 2026-11-22T17:40:00+01:00.": (
        "rating — от 0.0 до 5.0; yes или no; relationship — allow или deny; страны — двумя прописными "
        "буквами через пробел; платформы — web, mobile, tv; даты — 2026-11-22T17:40:00+01:00."
    ),
    "Keep the tags that describe the video best.": "Оставьте те метки, которые лучше всего описывают видео.",
    "Google reads any order; reorder or shorten where another program validates the file.": (
        "Google читает в любом порядке; переставьте элементы или сократите, если файл проверяет по схеме "
        "другая программа."
    ),
    "Take the tags out; they are the words of the page's own title and text.": (
        "Уберите теги: здесь стоят слова из заголовка и текста самой страницы."
    ),
}
"""What to do."""

RULES: dict[str, str] = {
    "A sitemap is well-formed XML in UTF-8.": "Карта сайта — правильный XML в UTF-8.",
    "The root is urlset or sitemapindex, and every namespace is spelt exactly.": (
        "Корень — urlset или sitemapindex, а все пространства имён написаны точно."
    ),
    "A sitemap lists at most 50,000 addresses in at most 52,428,800 bytes, unpacked.": (
        "В карте сайта не больше 50 000 адресов и не больше 52 428 800 байтов в распакованном виде."
    ),
    "A urlset holds url elements, a sitemapindex holds sitemap elements.": (
        "В urlset стоят элементы url, в sitemapindex — элементы sitemap."
    ),
    "A sitemap lists at least one address.": "В карте сайта есть хотя бы один адрес.",
    "An index lists 1 to 50,000 sitemaps, and no index.": (
        "В индексе от 1 до 50 000 карт сайта и ни одного индекса."
    ),
    "Each url and each sitemap has exactly one loc.": "В каждом url и в каждом sitemap ровно один loc.",
    "changefreq is one of seven words, priority is a number from 0.0 to 1.0.": (
        "changefreq — одно из семи слов, priority — число от 0.0 до 1.0."
    ),
    "loc is an absolute http(s) address of less than 2,048 characters, without a fragment.": (
        "loc — полный адрес на http(s) короче 2048 знаков, без части после #."
    ),
    "Pages lie on the site that serves the sitemap.": "Страницы лежат на том сайте, который отдаёт карту.",
    "An index lists sitemaps of its own site.": "В индексе — карты своего сайта.",
    "A sitemap covers the pages below its own folder.": "Карта сайта охватывает страницы своей папки.",
    "Each address stands in a sitemap once.": "Каждый адрес стоит в карте сайта один раз.",
    "lastmod is a W3C date that does not lie in the future.": "lastmod — дата W3C, и не в будущем.",
    "lastmod tells when each page changed, not when the sitemap was built.": (
        "lastmod говорит, когда изменилась каждая страница, а не когда собрана карта."
    ),
    "Google ignores changefreq and priority.": "На changefreq и priority Google не смотрит.",
    "The order is loc, lastmod, changefreq, priority, then extensions; each at most once.": (
        "Порядок такой: loc, lastmod, changefreq, priority, потом расширения; каждый не больше одного раза."
    ),
    'A link to a version has rel="alternate", a hreflang and an absolute href.': (
        'У ссылки на версию есть rel="alternate", hreflang и href с полным адресом.'
    ),
    "hreflang is a language, with a script or a country if need be, or x-default.": (
        "hreflang — язык, если нужно, с письменностью или страной, либо x-default."
    ),
    "A page that lists its versions lists itself among them.": (
        "Страница, которая перечисляет свои версии, называет среди них и себя."
    ),
    "Versions list one another.": "Версии называют друг друга.",
    "Each language stands in a page's list of versions once.": (
        "Каждый язык стоит в списке версий страницы один раз."
    ),
    "A page in several languages may name the version for everybody else (x-default).": (
        "Страница на нескольких языках может назвать версию для всех остальных (x-default)."
    ),
    "Each image:image has exactly one image:loc, an absolute address.": (
        "В каждом image:image ровно один image:loc с полным адресом."
    ),
    "A page lists at most 1,000 pictures.": "У страницы не больше 1000 картинок.",
    "Of a picture, Google reads image:loc only, since August 2022.": (
        "О картинке Google с августа 2022 года читает только image:loc."
    ),
    "A page lists each picture once.": "Каждая картинка названа у страницы один раз.",
    "The order of a picture's elements is that of the schema.": "Порядок элементов картинки — как в схеме.",
    "A video has a thumbnail_loc, a title and a description.": (
        "У видео есть thumbnail_loc, title и description."
    ),
    "A video's description has at most 2,048 characters.": "В описании видео не больше 2048 знаков.",
    "A video's duration is a whole number of seconds from 1 to 28,800.": (
        "Длительность видео — целое число секунд от 1 до 28 800."
    ),
    "A video's thumbnail, file and player have absolute http, https or ftp addresses.": (
        "У обложки, файла и плеера видео полные адреса на http, https или ftp."
    ),
    "Each element of a video stands there once, but for tags.": (
        "Каждый элемент видео, кроме tag, стоит один раз."
    ),
    "A video has a content_loc or a player_loc.": "У видео есть content_loc или player_loc.",
    "content_loc is the media file, not the page.": "content_loc — сам файл, а не страница.",
    "A video whose expiration_date has passed leaves the sitemap.": (
        "Видео, чей expiration_date прошёл, уходит из карты."
    ),
    "A video's rating, dates, countries, platforms and yes/no values have the schema's forms.": (
        "rating, даты, страны, платформы и значения yes и no у видео — как в схеме."
    ),
    "A video has at most 32 tags.": "У видео не больше 32 меток.",
    "A video's category, gallery, price, show, id, segments and player options have no effect.": (
        "category, gallery, price, show, id, фрагменты и параметры плеера у видео ни на что не влияют."
    ),
    "A video's elements stand in the schema's order, and its title has at most 100 characters.": (
        "Элементы видео идут в порядке схемы, в заголовке не больше 100 знаков."
    ),
    "A video's title and description are plain text.": "title и description видео — простой текст.",
    "A page on another site is left out, unless that site is known to be yours. Where all pages are on one "
    "other site, that is taken to be meant, and is a warning.": (
        "Страница на другом сайте не попадёт в карту, если не известно, что и тот сайт ваш. Если все "
        "страницы лежат на одном другом сайте, считается, что так и задумано, и это предупреждение."
    ),
}
"""What holds."""
