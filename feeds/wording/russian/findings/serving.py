"""How a document is served, and why it is not to be had."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "{url} answers {n}, which brings no document": "{url} отвечает {n}, документа в таком ответе нет",
    "{n} redirects stand before the document: {chain}": (
        "перед документом {n} {n:перенаправление|перенаправления|перенаправлений}: {chain:hops}"
    ),
    "a temporary redirect stands before the document: {chain}": (
        "перед документом временное перенаправление: {chain:hops}"
    ),
    "the document moved: {chain}": "документ переехал: {chain:hops}",
    "{here} redirects to {there}, which is not encrypted": (
        "{here} перенаправляет на {there}, а там нет шифрования"
    ),
    "{here} is not encrypted, though {there} works as well": "{here} без шифрования, хотя работает и {there}",
    "the answer {n} does not say when to come again": "в ответе {n} не сказано, когда прийти снова",
    "the server answers 226, with a part of the feed, though none was asked for": (
        "сервер отвечает 226 и отдаёт часть ленты, хотя её не просили"
    ),
    "the first byte came after {first} s, the last after {last} s: {size}": (
        "первый байт пришёл через {first:number} с, последний — через {last:number} с; размер — {size:size}"
    ),
    "the first byte came after {first} s, the last after {last} s: {size}, {wire} packed": (
        "первый байт пришёл через {first:number} с, последний — через {last:number} с; размер — {size:size}, "
        "в сжатом виде — {wire:size}"
    ),
    "the answer has neither an ETag nor a Last-Modified: it is sent whole at every poll": (
        "в ответе нет ни ETag, ни Last-Modified: при каждом опросе он отдаётся целиком"
    ),
    "the same document came again, though the second request named its {sent}": (
        "тот же документ пришёл ещё раз, хотя второй запрос называл его {sent:words}"
    ),
    "a request with the validators of the first answer is answered {n}": (
        "на запрос с метками первого ответа сервер отвечает {n}"
    ),
    "the same document came with the ETag {one}, and then with {other}": (
        "один и тот же документ пришёл с ETag {one}, а потом с {other}"
    ),
    "two different documents came with the ETag {etag}": "два разных документа пришли с одним ETag {etag}",
    "{n} requests, one after the other, brought {all} different documents": (
        "{n} {n:запрос|запроса|запросов} подряд — и каждый раз другой документ"
    ),
    "304 came with the ETag {other}, the document with {one}": (
        "ответ 304 пришёл с ETag {other}, а документ — с {one}"
    ),
    "the strong ETag {etag} stands for the packed content and for the plain one": (
        "сильный ETag {etag} — один на сжатое и на несжатое содержимое"
    ),
    "Last-Modified is no date of HTTP: {value}": "Last-Modified: {value} — не дата HTTP",
    "Last-Modified ({date}) is later than the answer itself": "Last-Modified ({date}) позже самого ответа",
    "the answer does not say how long it may be kept: clients guess": (
        "в ответе не сказано, сколько его хранить: клиенты гадают"
    ),
    "no cache may keep the document ({word}), though anybody may read it": (
        "кешам запрещено хранить документ ({word}), хотя читать его может каждый"
    ),
    "caches may keep the document for {n} s, though the feed asks to be read every {ttl} minutes": (
        "кешам можно хранить документ {n:number} с, хотя лента просит читать её каждые {ttl} мин"
    ),
    "the document is packed for those who can unpack it, and Vary does not say so": (
        "документ сжимают для тех, кто умеет распаковать, а Vary об этом не говорит"
    ),
    "programs in browsers may not read the feed: there is no Access-Control-Allow-Origin": (
        "программам в браузерах читать ленту нельзя: нет Access-Control-Allow-Origin"
    ),
    "the answer sets a cookie, so caches do not keep it": "ответ ставит cookie, и кеши его не хранят",
    "the answer has no Content-Type": "в ответе нет Content-Type",
    "the document is served as a web page ({type})": "документ отдаётся как веб-страница ({type})",
    "the document is served as {type}": "документ отдаётся как {type}",
    "neither the type nor the first 512 bytes tell that this is a feed": (
        "ни тип, ни первые 512 байтов не говорят, что это лента"
    ),
    "clients may not look what is in the document (nosniff), and the type does not tell": (
        "заглядывать в документ клиентам запрещено (nosniff), а по типу не понять"
    ),
    "the Content-Type names an encoding that nobody knows: {encoding}": (
        "в Content-Type неизвестная кодировка: {encoding}"
    ),
    "the Content-Type says that the document is in {one}, the document that it is in {other}": (
        "по Content-Type документ в кодировке {one}, а сам документ говорит — {other}"
    ),
    "the document is served as text/xml without a charset, which older clients take for ASCII": (
        "документ отдаётся как text/xml без charset, и старые клиенты принимают его за ASCII"
    ),
    "the document of {n} bytes is not packed, though gzip was offered": (
        "документ в {n:number} {n:байт|байта|байтов} не сжат, хотя gzip был предложен"
    ),
    "the content cannot be read: {trouble}": "содержимое не прочесть: {trouble:said}",
    "the content is packed for clients too that did not offer to unpack it": (
        "содержимое сжато и для тех клиентов, которые распаковать не предлагали"
    ),
    "the document is larger than {n} MiB, and was not fetched to its end": (
        "документ больше {n} МиБ и загружен не до конца"
    ),
    "the document is made readable by XSLT, which browsers remove": (
        "вид документу придаёт XSLT, а браузеры от него отказываются"
    ),
    "the style sheet has no effect: browsers do not show {type}": (
        "таблица стилей ни на что не влияет: {type} браузеры не показывают"
    ),
    "robots.txt answers {n}, and robots stay away while it does": (
        "robots.txt отвечает {n}, и, пока это так, роботы не приходят"
    ),
    "robots.txt keeps {who} from the document: Disallow: {path} in line {line}": (
        "robots.txt не пускает к документу {who:words}: Disallow: {path}, строка {line}"
    ),
    "the headers name several addresses as the feed's own: {addresses}": (
        "в заголовках ответа несколько собственных адресов ленты: {addresses}"
    ),
    "the headers name the hub {hub}, and nothing names the feed's own address (rel=self)": (
        "в заголовках ответа назван хаб {hub}, а собственный адрес ленты (rel=self) не назван нигде"
    ),
    "the headers give {one} as the feed's own address, the document {other}": (
        "собственный адрес ленты в заголовках ответа — {one}, а в документе — {other}"
    ),
    "{page} announces no feed": "{page} не объявляет ни одной ленты",
    "{page} announces {address}, where no feed is": "{page} объявляет {address}, а ленты там нет",
    "{page} announces {address} as {stated}, but it is {type}": (
        "{page} объявляет {address} как {stated}, а это {type}"
    ),
    "{page} announces several feeds as {title}": "{page} объявляет несколько лент под названием {title}",
    "the page behind a story is not to be had: {link} {said}": (
        "страницы новости не получить: {link} — {said:said}"
    ),
    "{url:address} {failure:said}": "{url}: {failure:said}",
    "is no http or https address": "это адрес не на http и не на https",
}
"""Messages."""

RULES: dict[str, str] = {
    "The server can be reached and answers.": "Сервер доступен и отвечает.",
    "The certificate is valid, is for this host, and comes with the ones between it and a known authority.": (
        "Сертификат действителен, выдан на этот домен и приходит вместе с промежуточными."
    ),
    "The address is one that the public can reach.": "Адрес доступен всем.",
    "Redirects come to an end.": "Перенаправления где-то кончаются.",
    "The answer carries an ETag or a Last-Modified.": "В ответе есть ETag или Last-Modified.",
    "A request with the validators of an answer gets 304 while nothing changed.": (
        "Пока ничего не изменилось, запрос с метками прошлого ответа получает 304."
    ),
    "The ETag stays the same while the content does.": "Пока не меняется содержимое, не меняется и ETag.",
    "Another content has another ETag.": "У другого содержимого другой ETag.",
    "The document is the same at each request while no story changed.": (
        "Пока новости не менялись, документ при каждом запросе один и тот же."
    ),
    "A 304 carries the ETag of the answer that it stands for.": (
        "Ответ 304 несёт ETag того ответа, который он заменяет."
    ),
    "The packed document and the plain one have ETags of their own, or weak ones.": (
        "У сжатого и несжатого документа разные ETag или слабые."
    ),
    "Last-Modified is a date, and not later than Date.": "Last-Modified — дата, и не позже Date.",
    "The answer says how long it may be kept, no longer than the feed's own ttl suggests.": (
        "Ответ говорит, сколько его можно хранить, и не дольше, чем велит ttl самой ленты."
    ),
    "A document that comes packed or not, as the client likes, says Vary: Accept-Encoding.": (
        "Если документ отдаётся сжатым или нет по желанию клиента, ответ говорит Vary: Accept-Encoding."
    ),
    "A public feed may be read by programs in browsers.": (
        "Открытую ленту могут читать программы в браузерах."
    ),
    "A feed comes without cookies.": "Лента отдаётся без cookie.",
    "The Content-Type is the one of the format.": "Content-Type — тот, что у формата.",
    "A feed with a general type of XML shows what it is within the first 512 bytes.": (
        "Лента с общим типом XML показывает, что она такое, в первых 512 байтах."
    ),
    "A feed with a general type of XML is not served with nosniff.": (
        "Лента с общим типом XML отдаётся без nosniff."
    ),
    "The charset of the Content-Type is the encoding that the document declares.": (
        "charset в Content-Type — та же кодировка, что объявлена в документе."
    ),
    "A document that is served as text/xml says its encoding in the header.": (
        "Для документа с типом text/xml кодировка указана в заголовке ответа."
    ),
    "The server packs documents for clients that take gzip.": (
        "Сервер сжимает документы тем, кто принимает gzip."
    ),
    "A packed document is packed in a way that the client takes, and can be unpacked.": (
        "Документ сжат так, как принимает клиент, и распаковывается."
    ),
    "The document is not larger than a program fetches.": "Документ не больше, чем загружает программа.",
    "The document does not count on browsers that run XSLT.": "Документ не рассчитывает на браузеры с XSLT.",
    "A document with a style sheet is served as application/xml or text/xml.": (
        "Документ с таблицей стилей отдаётся как application/xml или text/xml."
    ),
    "robots.txt lets the platform's robots fetch the document.": (
        "robots.txt разрешает роботам площадки загружать документ."
    ),
    "Where the headers name a hub, headers or document name the feed's own address, once.": (
        "Если в заголовках ответа назван хаб, собственный адрес ленты назван там или в документе, один раз."
    ),
    "Headers and document name the same address as the feed's own.": (
        "В заголовках ответа и в документе один и тот же собственный адрес ленты."
    ),
    "The page announces its feeds, each by its type and where it is.": (
        "Страница объявляет свои ленты: тип и адрес каждой."
    ),
    "The page behind each story answers 200, to programs too.": (
        "Страница каждой новости отвечает 200, и программам тоже."
    ),
    "The server answers 200 and sends the document.": "Сервер отвечает 200 и отдаёт документ.",
    "The address leads to the document, with one permanent redirect at most.": (
        "Адрес ведёт к документу не больше чем через одно постоянное перенаправление."
    ),
    "No redirect leads from https to http.": "Ни одно перенаправление не ведёт с https на http.",
    "Where https works, http leads to it.": "Если https работает, http ведёт на него.",
    "An answer of 429 or 503 says when to come again.": "Ответ 429 или 503 говорит, когда прийти снова.",
    "226 is sent to clients only that asked for a part of the feed.": (
        "226 отдаётся только тем клиентам, которые просили часть ленты."
    ),
    "How fast the server answers, and how much it sends.": "Как быстро отвечает сервер и сколько отдаёт.",
    "Browsers, crawlers and many readers go by the type, not by what is in the document.": (
        "Браузеры, роботы и многие читалки смотрят на тип, а не на то, что в документе."
    ),
    "The header goes before the declaration: letters come out garbled.": (
        "Заголовок ответа важнее объявления в документе: буквы превращаются в кашу."
    ),
}
"""What holds."""

FAILURES: dict[str, str] = {
    "no network at all": "это вообще не сеть",
    "a cloud's metadata service": "служебный адрес облака",
    "this very machine": "это та же машина",
    "a single wire (link-local)": "это локальный сегмент (link-local)",
    "a multicast group": "это групповой адрес",
    "a private network": "это частная сеть",
    "a reserved range": "это зарезервированный диапазон",
    "answers {n:number}": "отвечает {n}",
    "has a host that no name server knows": "такого домена не знает ни один сервер имён",
    "has a host that no name server told of within {n} s": (
        "за {n:number} с сервер имён так и не назвал этот домен"
    ),
    "leads to {address}, in {network}": "ведёт на {address} — {network:words}",
    "redirects in circles": "перенаправляет по кругу",
    "redirects more than {n} times": "перенаправляет больше {n} {n:раза|раз|раз}",
    "was not reached within {n} s": "за {n:number} с соединиться не удалось",
    "did not answer in time: {step} s are given to each step, {whole} s to all": (
        "ответа нет вовремя: на каждый шаг даётся {step:number} с, на всё — {whole:number} с"
    ),
    "cannot be reached: {why}": "не достучаться: {why:words}",
    "gave no valid HTTP: {why}": "отвечает не по правилам HTTP: {why}",
    "broke off in the middle of its answer: {why}": "ответ оборвался посередине: {why:words}",
    "shows a certificate that cannot be trusted: {why}": (
        "показывает сертификат, которому нельзя доверять: {why:words}"
    ),
    "cannot be spoken to in TLS: {why}": "не отвечает по TLS: {why}",
    "it is packed as {coding}, which was not asked for": "сжато способом {coding}, которого не просили",
    "it cannot be unpacked: {why}": "не распаковывается: {why}",
    "it is packed, and breaks off": "сжато и обрывается",
    "gzip data that cannot be unpacked: it is damaged or cut off": "данные gzip повреждены или обрезаны",
    "holds more than {size}": "больше {size:size}",
    "certificate has expired": "срок его действия истёк",
    "self-signed certificate": "он подписан сам собой",
    "self-signed certificate in certificate chain": "в цепочке есть сертификат, подписанный сам собой",
    "unable to get local issuer certificate": "неизвестно, кто его выдал",
    "Hostname mismatch, certificate is not valid for '{host}'.": "он выдан не на {host}",
    "Connection refused": "соединение отклонено",
    "Connection reset by peer": "соединение разорвано",
    "Network is unreachable": "сеть недоступна",
    "No route to host": "нет пути к серверу",
    "Connection timed out": "время вышло",
    "No such file or directory": "нет такого файла или папки",
    "Is a directory": "это папка",
    "Permission denied": "нет доступа",
    "Too many open files": "открыто слишком много файлов",
    "Input/output error": "ошибка ввода-вывода",
}
"""Why an address gives no answer, behind the address."""
