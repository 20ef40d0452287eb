"""Editions and feeds beside one another."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "the story has another id; it was {id}, and readers show it a second time": (
        "у новости другой идентификатор; был {id}, и читалки покажут её второй раз"
    ),
    "{n} of {all} stories that were there before have other ids: {old} became {new}": (
        "у {n} из {all} прежних новостей другие идентификаторы: вместо {old} — {new}"
    ),
    "the id stood for another story before: {title}, {link}": (
        "раньше этот идентификатор был у другой новости: {title}, {link}"
    ),
    "the story's link was {link} before": "раньше ссылка новости была {link}",
    "the date of publication was {old} before, it is {new}": (
        "дата публикации была {old:moment}, а стала {new:moment}"
    ),
    "the story was edited, and its date of publication moved from {old} to {new}": (
        "новость правили, и дата публикации сдвинулась: была {old:moment}, стала {new:moment}"
    ),
    "the last change was {old} before, it is {new}": (
        "последняя правка была {old:moment}, а стала {new:moment}"
    ),
    "the story was rewritten, but its last change is still {date}": (
        "новость переписали, но последняя правка — по-прежнему {date:moment}"
    ),
    "the story of {date} is gone, though older ones are still there: {title}": (
        "новости от {date:moment} больше нет, хотя более старые остались: {title}"
    ),
    "the feed's id was {old} before, it is {new}": "идентификатор ленты был {old}, а стал {new}",
    "the newest story is of {new}, before it was of {old}": (
        "самая новая новость — от {new:moment}, а прежде была от {old:moment}"
    ),
    "the title is another one than in {name}: {title}": "заголовок не тот, что в {name}: {title}",
    "the link is another one than in {name}: {link}": "ссылка не та, что в {name}: {link}",
    "the time of publication is another one than in {name}: {date}": (
        "время публикации не то, что в {name}: {date:moment}"
    ),
}
"""Messages."""

HINTS: dict[str, str] = {
    "They are whole hours apart: one of the two has a wrong time zone.": (
        "Разница — целое число часов: в одном из двух неверный часовой пояс."
    ),
    "Make the id of something that never changes, such as the story's number; not of its title, time or "
    "address.": (
        "Делайте идентификатор из того, что никогда не меняется, например из номера новости, а не из её "
        "заголовка, времени или адреса."
    ),
    "Take the old ids back: every reader shows all stories as new, and channels post them a second time.": (
        "Верните прежние идентификаторы: иначе каждая читалка покажет все новости как новые, а каналы "
        "опубликуют их второй раз."
    ),
    "Give the new story an id of its own: readers take it for an edit of the old one, and mark it as read.": (
        "Дайте новой новости свой идентификатор: читалки принимают её за правку старой и помечают "
        "прочитанной."
    ),
    "Let the old address redirect to the new one with 301, and keep addresses apart from titles.": (
        "Перенаправляйте со старого адреса на новый с кодом 301 и не делайте адреса из заголовков."
    ),
    "Write when the story was first published, and when it changed into updated (dcterms:modified in RSS).": (
        "Указывайте, когда новость вышла впервые, а время правки пишите в updated (в RSS — в "
        "dcterms:modified)."
    ),
    "Keep the date of publication when a story is edited. Readers and platforms show it at the top again, "
    "and take that for a trick.": (
        "При правке новости оставляйте дату публикации прежней. Читалки и площадки снова поднимают такую "
        "новость наверх и считают это уловкой."
    ),
    "Write when the story last changed; readers pass over what is older than what they have.": (
        "Указывайте, когда новость изменилась в последний раз: то, что старше уже полученного, читалки "
        "пропускают."
    ),
    "Move updated when a story's text changes; readers then show the new text.": (
        "Когда меняется текст новости, меняйте и updated: тогда читалки покажут новый текст."
    ),
    "If the story was taken back, a feed of Atom says so with at:deleted-entry, and its page answers 410. If "
    "not, see why it is left out: an error in its record, another section, a clash of ids.": (
        "Если новость отозвана, лента Atom сообщает об этом в at:deleted-entry, а страница отвечает 410. "
        "Если нет, выясните, почему её нет в ленте: ошибка в записи, другая рубрика, совпавшие "
        "идентификаторы."
    ),
    "Take the old id back: readers take this for another feed.": (
        "Верните прежний идентификатор: читалки принимают ленту за другую."
    ),
    "See whether an old copy is served or published again; or the two editions were given in the wrong order.": (
        "Проверьте, не отдаётся ли старая копия и не опубликована ли она заново. Возможно, два выпуска "
        "названы не в том порядке."
    ),
    "Write the title of the page into each feed; aggregators hold feed and page against one another.": (
        "Пишите в каждую ленту заголовок страницы: агрегаторы сравнивают ленту со страницей."
    ),
    "Write the canonical address of the page into each feed.": (
        "Пишите в каждую ленту канонический адрес страницы."
    ),
    "Take the time from one place, and look at the zones: a difference of whole hours is one.": (
        "Берите время из одного места и проверьте часовые пояса: разница в целое число часов — это пояс."
    ),
}
"""What to do."""

RULES: dict[str, str] = {
    "A story keeps its id.": "Идентификатор новости не меняется.",
    "Not most of the stories have other ids.": (
        "У большинства новостей не бывает вдруг других идентификаторов."
    ),
    "An id is never given to another story.": "Идентификатор никогда не достаётся другой новости.",
    "A story keeps its address.": "Адрес новости не меняется.",
    "A story keeps its date of publication.": "Дата публикации новости не меняется.",
    "An edit does not make a story new.": "От правки новость не становится новой.",
    "The date of the last change never goes back.": "Дата последней правки никогда не идёт назад.",
    "A story that was rewritten says when.": "Переписанная новость сообщает, когда её изменили.",
    "Stories leave a feed from its end, the oldest first.": (
        "Новости уходят из ленты с конца, начиная с самых старых."
    ),
    "A feed of Atom keeps its id.": "Идентификатор ленты Atom не меняется.",
    "The newest story is not older than the newest one before.": (
        "Самая новая новость не старше прежней самой новой."
    ),
    "A story has the same title in all feeds.": "Во всех лентах у новости один заголовок.",
    "A story has the same address in all feeds.": "Во всех лентах у новости один адрес.",
    "A story has the same time of publication in all feeds.": (
        "Во всех лентах у новости одно время публикации."
    ),
}
"""What holds."""
