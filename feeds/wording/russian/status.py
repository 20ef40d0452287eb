"""What all pages share, and the page of status."""

from __future__ import annotations

PAGES: dict[str, str] = {
    "Skip to the content": "К содержанию",
    "Pages": "Страницы",
    "Status": "Состояние",
    "Preview": "Предпросмотр",
    "Feeds": "Ленты",
    "Language": "Язык",
    "error": "ошибка",
    "warning": "предупреждение",
    "note": "заметка",
    "line {n}": "строка {n}",
    "what the platform says": "что говорит площадка",
}
"""Russian for each."""

STATUS: dict[str, str] = {
    "status": "состояние",
    "live": "сейчас",
    "not connected": "нет связи",
    "as of {moment}": "на {moment}",
    "How {name} is being published": "Как публикуется «{name}»",
    # summary
    "{n} {n:feed needs|feeds need} a look": "{n} {n:лента требует|ленты требуют|лент требуют} внимания",
    "All feeds are out; {n} {n:story is|stories are} in quarantine": (
        "Все ленты вышли; в карантине {n} {n:новость|новости|новостей}"
    ),
    "All feeds are out": "Все ленты вышли",
    "Feeds out": "Лент вышло",
    "Stories": "Новостей",
    "In quarantine": "В карантине",
    "Readers' programs": "Читающих программ",
    "Webhooks waiting": "Вебхуков в очереди",
    "Webhooks failed": "Вебхуков с ошибкой",
    # feeds
    "Feed": "Лента",
    "Newest story": "Самая свежая",
    "Findings": "Замечания",
    "Last build": "Последняя сборка",
    "Next build": "Следующая сборка",
    "Polls, 48 h": "Запросы за 48\u00a0ч",
    "held: {reason}": "придержана: {reason}",
    "never published yet": "ещё ни разу не выходила",
    "{n} in quarantine": "{n} в карантине",
    "{n} {n:error|errors}": "{n} {n:ошибка|ошибки|ошибок}",
    "{n} {n:warning|warnings}": "{n} {n:предупреждение|предупреждения|предупреждений}",
    "{n} {n:note|notes}": "{n} {n:заметка|заметки|заметок}",
    "none": "нет",
    "edition {n}": "выпуск {n}",
    "when something changes": "когда что-то изменится",
    "nobody yet": "пока никто",
    "{n} {n:poll|polls} in {hours} hours": "{n} {n:запрос|запроса|запросов} за {hours}\u00a0ч",
    "stories in the last {n} {n:edition|editions}: from {least} to {most}": (
        "новостей в последних {n} {n:выпуске|выпусках|выпусках}: от {least} до {most}"
    ),
    # quarantine
    "Quarantine": "Карантин",
    "These stories are kept back because the platform would refuse them or lose them. "
    "The rest of each feed is out.": (
        "Эти новости придержаны: площадка отклонила бы их или потеряла. Всё остальное в лентах вышло."
    ),
    "Show the story": "Показать новость",
    "{feed}: {n} more": "{feed}: ещё {n}",
    # who polls
    "Who polls": "Кто забирает",
    "Program": "Программа",
    "Holds": "Что у неё",
    "Last": "Последний раз",
    "Every": "Раз в",
    "Unchanged": "Без перемен",
    "says no name": "без имени",
    "the newest": "самый новый выпуск",
    "an old edition": "старый выпуск",
    "{n} {n:edition|editions} behind": "отстаёт на {n} {n:выпуск|выпуска|выпусков}",
    "{n} of {all} polls were answered that nothing changed": (
        "на {n} из {all} {all:запроса|запросов|запросов} отвечено, что ничего не изменилось"
    ),
    "Nobody has asked for a feed yet.": "Лент пока никто не запрашивал.",
    # sources
    "Sources": "Источники",
    "last read": "прочитан",
    "last heard of": "был на связи",
    "not yet": "ещё нет",
    "brought something": "принёс новое",
    "files": "файлов",
    "records": "записей",
    "{n} {n:record is|records are} no story": "{n} {n:запись не стала|записи не стали|записей не стали} новостью",
    "{n} more": "ещё {n}",
    # webhooks and announcements
    "Webhooks": "Вебхуки",
    "Received": "Получен",
    "Source": "Источник",
    "Message": "Сообщение",
    "State": "Состояние",
    "command line": "командная строка",
    "done": "выполнен",
    "failed": "не выполнен",
    "waiting": "в очереди",
    "{n} {n:request was|requests were} refused": "{n} {n:запрос отклонён|запроса отклонено|запросов отклонено}",
    "Still to be announced": "Ещё предстоит объявить",
    "next try": "следующая попытка",
}
"""Russian for each."""
