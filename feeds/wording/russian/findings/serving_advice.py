"""What to do about how a document is served."""

from __future__ import annotations

HINTS: dict[str, str] = {
    "Aggregators have no login: open the address, or give each of them one with a login in it.": (
        "У агрегаторов нет пароля: откройте адрес или дайте каждому свой, с паролем внутри."
    ),
    "Something keeps programs out: look for a rule against unknown agents, a check of browsers, or a block "
    "of countries, and let this path through.": (
        "Что-то не пускает программы: поищите правило против незнакомых агентов, проверку браузера или "
        "запрет по странам и пропустите этот путь."
    ),
    "Look at the path. If the feed is gone for good, answer 410; if it moved, 301 to where it is.": (
        "Проверьте путь. Если ленты больше нет, отвечайте 410; если она переехала — 301 с новым адресом."
    ),
    "The server chooses by Accept: let it give the feed to whoever asks for its address.": (
        "Сервер выбирает по Accept: пусть отдаёт ленту всем, кто запросил её адрес."
    ),
    "The feed is said to be gone for good, and readers unsubscribe. If it is not, let it answer 200.": (
        "Ответ значит, что ленты больше нет, и читалки от неё отписываются. Если она есть, отвечайте 200."
    ),
    "The client is told that it asks too often. Aggregators come every few minutes: raise the limit.": (
        "Сервер говорит, что запросы слишком часты. Агрегаторы приходят каждые несколько минут: поднимите "
        "предел."
    ),
    "The feed is withheld for legal reasons.": "Лента закрыта по требованию закона.",
    "Write an address that begins with https://.": "Пишите адрес, который начинается с https://.",
    "Look for a slip in the host's name, and at its records in DNS.": (
        "Поищите опечатку в домене и проверьте его записи в DNS."
    ),
    "See whether the server runs and listens there, and what the firewall lets through.": (
        "Проверьте, запущен ли сервер, слушает ли он этот порт и пропускает ли запросы межсетевой экран."
    ),
    "Let a cache or a file answer, not a program that puts the feed together each time.": (
        "Пусть отвечает кеш или файл, а не программа, которая каждый раз собирает ленту заново."
    ),
    "See the server's log; often a length is announced that the content has not, or a proxy gives up.": (
        "Посмотрите журнал сервера; часто объявлена не та длина или сдаётся прокси."
    ),
    "Something else than a web server answers there, or it answers for another port.": (
        "Там отвечает не веб-сервер, или он отвечает за другой порт."
    ),
    "The server failed: see its log. Aggregators come back later, and drop feeds that fail for days.": (
        "На сервере сбой: посмотрите его журнал. Агрегаторы придут позже, но если сбой длится днями, "
        "отключают ленту."
    ),
    "A redirect needs a Location with the address to go to.": (
        "Перенаправлению нужен Location с адресом, куда идти."
    ),
    "See whether the server runs, and what stands between it and the world.": (
        "Проверьте, запущен ли сервер и что стоит между ним и остальным миром."
    ),
    "Renew the certificate, let it name this host, and send the whole chain (fullchain.pem). Aggregators do "
    "not click warnings away.": (
        "Обновите сертификат, выпустите его на этот домен и отдавайте всю цепочку (fullchain.pem). "
        "Агрегаторы предупреждений не закрывают."
    ),
    "Aggregators cannot reach such an address. To check a server of your own all the same, give "
    "--allow-private.": (
        "Агрегаторам такой адрес недоступен. Чтобы всё же проверить свой сервер, добавьте --allow-private."
    ),
    "Look for two rules that undo one another, such as one that adds a slash and one that takes it away.": (
        "Поищите два правила, которые отменяют друг друга: например, одно добавляет косую черту, другое её "
        "убирает."
    ),
    "Let the server send Content-Type: {type}.": "Пусть сервер отдаёт Content-Type: {type}.",
    "Send an ETag (a hash of the content) or Last-Modified: polls of what did not change then cost a few "
    "bytes.": (
        "Отдавайте ETag (хеш содержимого) или Last-Modified: тогда опрос неизменившейся ленты стоит "
        "несколько байтов."
    ),
    "Compare If-None-Match with the ETag as it is sent, -gzip at its end included, or else If-Modified-Since "
    "with Last-Modified; answer 304 without a body. Often a server that packs changes the ETag on its way "
    "out.": (
        "Сравнивайте If-None-Match с ETag в том виде, в каком он отдан, вместе с -gzip на конце, а если его "
        "нет — If-Modified-Since с Last-Modified; отвечайте 304 без тела. Часто ETag меняет сервер, который "
        "сжимает ответ на выходе."
    ),
    "Make the ETag of the content (a hash), not of the time or the server: behind a balancer each server "
    "makes its own from its files' times and numbers.": (
        "Делайте ETag из содержимого (хешем), а не из времени и не из имени сервера: за балансировщиком "
        "каждый сервер выводит его из времени и номеров своих файлов."
    ),
    "Make the ETag of the content: a client that has the old one will never get the new content.": (
        "Делайте ETag из содержимого: клиент со старым ETag никогда не получит нового."
    ),
    "Let dates such as lastBuildDate be those of the newest story; take times, counters and random numbers "
    "out.": (
        "Пусть даты вроде lastBuildDate будут датами самой новой новости; уберите время запроса, счётчики и "
        "случайные числа."
    ),
    "Send the same ETag with 304 as with 200; clients take it over.": (
        "Отдавайте с кодом 304 тот же ETag, что и с кодом 200: клиенты его запоминают."
    ),
    "Put W/ before the ETag, or add to it how the content is packed: a strong ETag promises the same bytes.": (
        "Поставьте перед ETag W/ или добавьте к нему способ сжатия: сильный ETag обещает те же байты."
    ),
    "Let Last-Modified be when the newest story changed, in the form Mon, 23 Nov 2026 09:00:00 GMT.": (
        "Пишите в Last-Modified, когда изменилась самая новая новость, в виде Mon, 23 Nov 2026 09:00:00 GMT."
    ),
    "Send Cache-Control: public, max-age=300 (up to 3600).": (
        "Отдавайте Cache-Control: public, max-age=300 (можно до 3600)."
    ),
    "Add Vary: Accept-Encoding (nginx: gzip_vary on): caches give the packed content to all clients "
    "otherwise.": (
        "Добавьте Vary: Accept-Encoding (в nginx — gzip_vary on): иначе кеши отдадут сжатое всем подряд."
    ),
    "Send Access-Control-Allow-Origin: * if readers in browsers shall be able to read the feed.": (
        "Отдавайте Access-Control-Allow-Origin: *, если ленту должны уметь читать программы в браузерах."
    ),
    "Send no Set-Cookie with feeds: caches do not keep such answers, and readers have no use for cookies.": (
        "Не ставьте в ответах с лентами Set-Cookie: кеши такие ответы не хранят, а читалкам cookie ни к чему."
    ),
    "Let the server send Content-Type: application/rss+xml; charset=utf-8 (Atom: application/atom+xml, JSON "
    "Feed: application/feed+json, sitemaps: application/xml).": (
        "Пусть сервер отдаёт Content-Type: application/rss+xml; charset=utf-8 (Atom — application/atom+xml, "
        "JSON Feed — application/feed+json, карты сайта — application/xml)."
    ),
    "Serve it as application/rss+xml or application/atom+xml, or move comments behind the root's tag.": (
        "Отдавайте её как application/rss+xml или application/atom+xml либо перенесите комментарии за "
        "открывающий тег корня."
    ),
    "Serve it as application/rss+xml or application/atom+xml; then nosniff does no harm.": (
        "Отдавайте её как application/rss+xml или application/atom+xml: тогда nosniff не повредит."
    ),
    "Send charset=utf-8 and declare UTF-8 in the document.": (
        "Отдавайте charset=utf-8 и объявите в документе UTF-8."
    ),
    "Send Content-Type: text/xml; charset=utf-8, or application/rss+xml.": (
        "Отдавайте Content-Type: text/xml; charset=utf-8 или application/rss+xml."
    ),
    "Switch gzip on for application/rss+xml, application/atom+xml and application/xml: a fifth remains.": (
        "Включите gzip для application/rss+xml, application/atom+xml и application/xml: останется пятая "
        "часть."
    ),
    "Let one place alone pack: the program, the server or the CDN. Send br or zstd to those only who ask for "
    "it.": (
        "Пусть сжимает кто-то один: программа, сервер или CDN. Отдавайте br и zstd только тем, кто их просит."
    ),
    "Leave the oldest stories out; platforms take a few megabytes.": (
        "Уберите самые старые новости: площадки берут несколько мегабайтов."
    ),
    'Take <?xml-stylesheet type="text/xsl" …?> out, and link to a page about the feed instead; CSS still '
    "works.": (
        'Уберите <?xml-stylesheet type="text/xsl" …?> и поставьте ссылку на страницу о ленте; CSS '
        "по-прежнему работает."
    ),
    "Serve it as application/xml or text/xml if people shall read it in browsers, or take the style sheet "
    "out.": (
        "Отдавайте её как application/xml или text/xml, если люди должны читать её в браузерах, или уберите "
        "таблицу стилей."
    ),
    "Take the line out, or add a more exact Allow for the feed's path to the group of that robot.": (
        "Уберите эту строку или добавьте в группу этого робота более точный Allow для пути ленты."
    ),
    "Let robots.txt answer 200 or 404.": "Пусть robots.txt отвечает 200 или 404.",
    'Add Link: <https://…/feed.xml>; rel="self" with the address that the hub is told.': (
        'Добавьте Link: <https://…/feed.xml>; rel="self" с тем адресом, который сообщаете хабу.'
    ),
    "Write one and the same address in both, and tell the hub that one.": (
        "Пишите в обоих местах один и тот же адрес, его же сообщайте хабу."
    ),
    'Put <link rel="alternate" type="application/rss+xml" title="…" href="https://…/feed.xml"> into the head '
    "of the page.": (
        'Поставьте в head страницы <link rel="alternate" type="application/rss+xml" title="…" '
        'href="https://…/feed.xml">.'
    ),
    "Take the link out or mend it.": "Уберите ссылку или исправьте её.",
    'Write type="{type}".': 'Пишите type="{type}".',
    "Give each feed a title of its own.": "Дайте каждой ленте своё название.",
    "Put the page out before the feed, and let no check of browsers or login stand before it: platforms "
    "fetch it and hold it against the feed.": (
        "Публикуйте страницу раньше ленты, и пусть перед ней не стоит ни вход по паролю, ни проверка "
        "браузера: площадки загружают её и сравнивают с лентой."
    ),
    "Let the address answer 200 with the document in it.": "Пусть адрес отвечает 200 и отдаёт документ.",
    "Publish the address that is at the end, and let all former ones lead there in one step with 301.": (
        "Публикуйте тот адрес, что в конце, а со всех прежних перенаправляйте на него за один шаг с кодом "
        "301."
    ),
    "If it moved for good, answer 301: readers then remember the new address. Otherwise serve it here.": (
        "Если лента переехала навсегда, отвечайте 301: читалки запомнят новый адрес. Если нет, отдавайте её "
        "здесь."
    ),
    "Give the new address wherever the old one stands: in pages, in robots.txt, at the platforms.": (
        "Укажите новый адрес всюду, где стоит старый: на страницах, в robots.txt, на площадках."
    ),
    "Let the redirect name an https address: many clients refuse to go back to http.": (
        "Перенаправляйте на адрес с https: многие клиенты отказываются возвращаться на http."
    ),
    "Answer 301 with the https address, and publish that one: two addresses are two feeds to readers.": (
        "Отвечайте 301 с адресом на https и публикуйте его: для читалок два адреса — две ленты."
    ),
    "Add Retry-After with a number of seconds.": "Добавьте Retry-After с числом секунд.",
    "Do not answer 226 at all: readers drop it, even those that ask for it.": (
        "Не отвечайте 226 вовсе: читалки теряют такой ответ, даже те, что его просят."
    ),
    "Platforms give up after 10 seconds or less. Let a cache or a file answer.": (
        "Площадки ждут не больше 10 секунд, а то и меньше. Пусть отвечает кеш или файл."
    ),
    "Name files, or a folder with .xml or .json files in it.": (
        "Назовите файлы или папку, где есть файлы .xml или .json."
    ),
    "Save the page as the browser shows it.": "Сохраните страницу такой, какой её показывает браузер.",
}
"""What to do."""
