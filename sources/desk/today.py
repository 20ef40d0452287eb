"""Today's stories of the demo publication: weather and ferries, as its desk would write them each morning.

The other stories keep their dates, so feeds of the last day or two would be empty before long. These do not.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Moscow")
MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
DAYS = "понедельник вторник среду четверг пятницу субботу воскресенье".split()
NUMBERS = ("нуля", "одного", "двух", "трёх", "четырёх", "пяти", "шести", "семи", "восьми", "девяти")
WEATHER = (
    (
        "ясно",
        (
            "Небо расчистится к рассвету, и с мола будет виден дальний берег. Солнце взойдёт над Тихонью и до обеда "
            "успеет высушить набережную; тем, кто откладывал побелку эллингов, другого такого дня ждать до весны."
        ),
    ),
    (
        "туман",
        (
            "Туман продержится до полудня; ревун на Тихом мысу включат в шесть утра, и он будет слышен до "
            "Канатной улицы. Водителей просят ехать с ближним светом, а катерам выйти из гавани разрешат "
            "не раньше, чем с вышки станет виден второй буй."
        ),
    ),
    (
        "мокрый снег",
        (
            "Снег с дождём ляжет на набережную к обеду; дворники обещают успеть первыми. Ступени у Старого маяка "
            "посыплют песком ещё с вечера, а трамвай к верхнему депо пойдёт медленнее: на подъёме скользкие рельсы."
        ),
    ),
    (
        "штормовой ветер",
        (
            "С вечера ждут порывов, при которых шляпы улетают за волнолом; выход маломерных судов закрыт. "
            "Рынок на Якорной площади соберут до сумерек, а афиши и вывески городская служба проверит ещё до рассвета."
        ),
    ),
)
FERRIES = (
    ("«Гагара»", "старшая из трёх: её спустили на воду, когда у причала ещё стояли конки"),
    ("«Кайра»", "самая быстрая из трёх, зато пьёт солярку за двоих"),
    ("«Крачка»", "младшая из трёх и единственная с тёплым салоном"),
)


def main() -> None:
    """Writes the stories of today and yesterday, unless they are written."""
    lines = "".join(json.dumps(story, ensure_ascii=False) + "\n" for story in stories(datetime.now(ZONE)))
    file = Path(__file__).parent / "today.jsonl"
    if not file.exists() or file.read_text(encoding="utf-8") != lines:
        file.write_text(lines, encoding="utf-8")


def stories(now: datetime) -> list[dict[str, object]]:
    return [make(now - timedelta(days=back)) for make in (weather, ferries) for back in (0, 1)]


def weather(day: datetime) -> dict[str, object]:
    sky, more = WEATHER[day.toordinal() % len(WEATHER)]
    low, water = day.toordinal() % 5, 2 + day.toordinal() % 3
    return story(
        day,
        f"pogoda-{day:%Y-%m-%d}",
        minute=10,
        title=f"Погода в Ветроморске на {said(day)}: {sky}",
        lead=f"Прогноз на {DAYS[day.weekday()]}, {said(day)}.",
        body=f"<p>{more}</p><p>Воздух днём прогреется от {NUMBERS[low]} до {NUMBERS[low + 3]} градусов, "
        f"вода в заливе\N{NO-BREAK SPACE}— до {NUMBERS[water]}. Прогноз обновляют каждые три часа.</p>",
        section="Город",
        tags=["погода"],
    )


def ferries(day: datetime) -> dict[str, object]:
    name, known = FERRIES[day.toordinal() % len(FERRIES)]
    return story(
        day,
        f"paromy-{day:%Y-%m-%d}",
        minute=25,
        title=f"Через залив {said(day)} ходит {name}",
        lead="Первый рейс в 06:40, последний в 22:15.",
        body=f"<p>На линии весь день работает {name}, {known}. Днём от причала отходят каждые сорок минут, "
        "после восьми вечера\N{NO-BREAK SPACE}— раз в час. Касса на правом берегу закрыта на ремонт, "
        "билет можно взять у матроса.</p><h2>Если рейс отменят</h2><p>Об отмене из-за ветра сообщают за час "
        "до отправления, и билет тогда действует до конца недели. Узнать, ходит ли паром, можно и без "
        "телефона: на мачте у причала поднимают синий флаг, пока ходит, и красный, когда нет.</p>",
        section="Транспорт",
        tags=["паром", "залив"],
    )


def story(day: datetime, name: str, *, minute: int, **rest: object) -> dict[str, object]:
    published = day.replace(hour=0, minute=minute, second=0, microsecond=0)
    return {
        "id": name,
        "url": f"https://vestnik.example/{day:%Y/%m/%d}/{name}",
        "published": published.isoformat(),
        "language": "ru",
        "images": [
            {
                "url": f"https://vestnik.example/img/{name}/cover.jpg",
                "role": "cover",
                "type": "image/jpeg",
                "width": 1280,
                "height": 720,
                "length": 148_213,
                "credit": "«Приморский вестник»",
            }
        ],
        **rest,
    }


def said(day: datetime) -> str:
    return f"{day.day}\N{NO-BREAK SPACE}{MONTHS[day.month - 1]}"


if __name__ == "__main__":
    main()
