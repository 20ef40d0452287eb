"""The words of dates in Russian, Ukrainian, Belarusian, English and a few other languages, as tables."""

from __future__ import annotations

# Each month's words, casefolded and without a full stop: nominative, genitive, short forms.
_MONTHS = (
    "январь января янв январе січень січня січ студзень студзеня january jan",
    "февраль февраля фев февр феврале лютий лютого лют лютага february feb",
    "март марта мар марте березень березня бер сакавік сакавіка march mar",
    "апрель апреля апр апреле квітень квітня квіт красавік красавіка april apr",
    "май мая мае травень травня трав май траўня траўень may",
    "июнь июня июн июне червень червня черв чэрвень чэрвеня june jun",
    "июль июля июл июле липень липня лип ліпень ліпеня july jul",
    "август августа авг августе серпень серпня серп жнівень жніўня august aug",
    "сентябрь сентября сен сент сентябре вересень вересня вер верасень верасня september sep sept",
    "октябрь октября окт октябре жовтень жовтня жовт кастрычнік кастрычніка october oct",
    "ноябрь ноября ноя нояб ноябре листопад листопада лист лістапад лістапада november nov",
    "декабрь декабря дек декабре грудень грудня груд снежань снежня december dec",
)

# Those of other languages that pages of this part of the world are written in: German, French, Spanish,
# Portuguese, Italian, Dutch, the Scandinavian ones, Polish, Turkish.
_FOREIGN_MONTHS = (
    "januar jänner janvier janv enero ene janeiro gennaio gen januari stycznia ocak",
    "februar feber février févr fev febrero fevereiro febbraio febbr februari lutego şubat",
    "märz mär mrz mars marzo março maart mrt marts marca mart",
    "avril avr abril abr aprile kwietnia nisan",
    "mai mayo maio maggio mag mei maj mayıs",
    "juni juin junio junho giugno giu czerwca haziran",
    "juli juillet juil julio julho luglio lug lipca temmuz",
    "août aout agosto ago augustus augusti sierpnia ağustos",
    "septembre septiembre setembro settembre sett set września eylül",
    "oktober okt octobre octubre outubro out ottobre ott października ekim",
    "novembre noviembre novembro listopada kasım",
    "dezember dez décembre déc diciembre dic dezembro dicembre desember des grudnia aralık",
)
MONTHS = {
    word: number
    for table in (_FOREIGN_MONTHS, _MONTHS)
    for number, words in enumerate(table, 1)
    for word in words.split()
}

DAYS_AGO = {
    **dict.fromkeys(("сегодня", "today", "сьогодні", "сёння"), 0),
    **dict.fromkeys(("вчера", "yesterday", "вчора", "учора"), 1),
    **dict.fromkeys(("позавчера", "позавчора"), 2),
}

# Words that may stand in a date and say nothing about it: labels, prepositions, weekdays.
_SILENT = (
    "опубликовано опубликована опубликован опубликовать обновлено обновлена обновлён обновлен дата",
    "публикации создано время времени размещено добавлено изменено от в во по на г гг года год году",
    "опубліковано оновлено року р о об",
    "понедельник вторник среда четверг пятница суббота воскресенье среду пятницу субботу",
    "пн вт ср чт пт сб вс понеділок вівторок середа четвер п'ятниця субота неділя",
    "published publish posted updated update last modified created date on at of the time t",
    "monday tuesday wednesday thursday friday saturday sunday",
    "mon tue tues wed weds thu thur thurs fri sat sun",
    "am um uhr vom den der veröffentlicht aktualisiert publiziert stand erstellt zuletzt montag dienstag mittwoch",
    "donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so",
    "le à de del el a las les em às il alle ore publié mis jour publicado actualizado atualizado pubblicato",
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo",
)
SILENT = frozenset(word for words in _SILENT for word in words.split())

HALVES = {"am": 0, "a.m": 0, "pm": 12, "p.m": 12}

# Zones by name: an offset in minutes, or the IANA zone where the name serves summer and winter.
ZONES: dict[str, int | str] = {
    **dict.fromkeys(("utc", "gmt", "ut", "z", "wet"), 0),
    **dict.fromkeys(("msk", "мск", "московскому", "московское", "москве", "eest"), 180),
    **dict.fromkeys(("cet", "bst", "west"), 60),
    **dict.fromkeys(("cest", "eet", "cat", "sast"), 120),
    **dict.fromkeys(("msd", "samt", "gst"), 240),
    **dict.fromkeys(("yekt", "pkt"), 300),
    "omst": 360,
    "krat": 420,
    **dict.fromkeys(("irkt", "sgt", "hkt", "awst"), 480),
    **dict.fromkeys(("yakt", "jst", "kst"), 540),
    **dict.fromkeys(("vlat", "aest"), 600),
    **dict.fromkeys(("magt", "aedt"), 660),
    **dict.fromkeys(("pett", "nzst"), 720),
    "est": -300,
    "edt": -240,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
}

# Where 3/4/2026 is the fourth of March.
MONTH_FIRST = (
    "US/",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Phoenix",
    "America/Detroit",
    "America/Boise",
    "America/Anchorage",
    "America/Indiana/",
    "America/Kentucky/",
    "Pacific/Honolulu",
)
