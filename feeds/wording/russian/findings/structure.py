"""Elements and attributes, wherever they stand; HTML in texts."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "{message:said}; {rest} more like it follow": "{message:said}; дальше таких ещё {rest:number}",
    "{message:said}; {rest} more of this kind stand after it": (
        "{message:said}; дальше таких ещё {rest:number}"
    ),
    "{message:said} ({n} times)": "{message:said} ({n:number} {n:раз|раза|раз})",
    "{message:said} ({n} in all)": "{message:said} (всего: {n:number})",
    "{hint:said} Its exemption in feeds.yaml ended on {day}: {reason}": (
        "{hint:said} Исключение для него в feeds.yaml действовало до {day:day} года: {reason}"
    ),
    "Its exemption in feeds.yaml ended on {day}: {reason}": (
        "Исключение для него в feeds.yaml действовало до {day:day} года: {reason}"
    ),
    "{name:label} is there more than once": "{name:label} встречается больше одного раза",
    "<{parent}> has no <{child}>: it stands inside of <{other}>, where nobody looks for it": (
        "в <{parent}> нет <{child}>: он стоит внутри <{other}>, где его никто не ищет"
    ),
    "<{parent}> has no <{child}>: it stands inside of <another element>, where nobody looks for it": (
        "в <{parent}> нет <{child}>: он стоит внутри другого элемента, где его никто не ищет"
    ),
    "<{child}> stands in <{parent}>, which holds text alone": (
        "<{child}> стоит в <{parent}>, где должен быть один текст"
    ),
    "{name} is no attribute of {tag}": "у {tag} нет атрибута {name}",
    "{name} is no attribute of {tag}: it is spelt {right}": "у {tag} нет атрибута {name}: он пишется {right}",
    "{name:label} stands after <{other}>, it belongs before it": (
        "{name:label} стоит после <{other}>, а должен раньше"
    ),
    "text stands directly in <{tag}>: {text}": "в <{tag}> стоит голый текст: {text}",
    "<{child}> does not belong in <{parent}>, but in {parents}": (
        "<{child}> место не в <{parent}>, а в {parents}"
    ),
    "<{child}> is no element that may stand in <{parent}>": "в <{parent}> не может стоять <{child}>",
    "<{child}> is no element that may stand in <{parent}>: is <{right}> meant?": (
        "в <{parent}> не может стоять <{child}>; может быть, это <{right}>?"
    ),
    "<{child}> inside of <{parent}> is in no namespace": (
        "<{child}> внутри <{parent}> стоит без пространства имён"
    ),
    "the namespace of unprefixed elements is {stated:quoted}, not {wanted:quoted}": (
        "пространство имён элементов без префикса — {stated}, а не {wanted}"
    ),
    "the namespace of unprefixed elements {fault}": "пространство имён элементов без префикса: {fault:said}",
    "the namespace of {prefix} {fault}": "пространство имён {prefix}: {fault:said}",
    "the prefix {prefix} goes by custom with {wanted}, not with {stated}": (
        "префикс {prefix} по обычаю обозначает {wanted}, а не {stated}"
    ),
    "elements of {space} are not checked": "элементы из {space} не проверяются",
}
"""Messages."""

HINTS: dict[str, str] = {
    "Tags of HTML are escaped in a feed: write &lt;b&gt;, or wrap the whole text in <![CDATA[…]]>. Titles "
    "and names take no tags at all.": (
        "Теги HTML в ленте экранируют: пишите &lt;b&gt; или оберните весь текст в <![CDATA[…]]>. В "
        "заголовках и именах тегов не бывает вовсе."
    ),
}
"""What to do."""

HTML: dict[str, str] = {
    "a tag is not closed with >: {tag}": "тег не закрыт знаком >: {tag}",
    "<?import runs scripts of others": "<?import запускает чужие скрипты",
    "a whole page stands where a text belongs: <!DOCTYPE": "вместо текста стоит целая страница с <!DOCTYPE",
    "this is no HTML: {markup}": "это не HTML: {markup}",
    "readers cut <{tag}> out": "читалки вырезают <{tag}>",
    "<{tag}> is no HTML": "<{tag}> — не тег HTML",
    "readers cut {attribute} of <{tag}> out: it runs a script": (
        "читалки вырезают {attribute} у <{tag}>: он запускает скрипт"
    ),
    "readers cut {attribute} of <{tag}> out": "читалки вырезают {attribute} у <{tag}>",
    "a style that fetches or runs something: {style}": "стиль что-то загружает или запускает: {style}",
    "this is no style: {style}": "это не стиль: {style}",
    "readers cut the style {style} out": "читалки вырезают стиль {style}",
    "</{tag}> closes nothing": "</{tag}> ничего не закрывает",
    "</{tag}> stands before the end of <{other}>": "</{tag}> стоит раньше, чем закрыт <{other}>",
    "<{tag}> is not closed": "<{tag}> не закрыт",
    "<{tag}> stands in no namespace inside of XHTML": "<{tag}> внутри XHTML стоит без пространства имён",
    "<{tag}> does not belong into XHTML": "<{tag}> в XHTML не место",
    "<{tag}> is no XHTML: names are in small letters": "<{tag}> — не XHTML: имена пишутся строчными буквами",
    "<{tag}> is no element of its vocabulary": "<{tag}>: в его пространстве имён такого элемента нет",
}
"""What is wrong in HTML."""
