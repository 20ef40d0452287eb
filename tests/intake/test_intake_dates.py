"""Dates: every form newsrooms use, to the instant and the offset that they state; nothing from garbage."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import format_datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.errors import UsageError
from feeds.intake.dates import leading_date, read_date, settled, zone

TODAY = date(2025, 11, 27)
MOSCOW = "Europe/Moscow"

FORMS = {
    # ISO 8601 and RFC 3339
    "2020-02-18T05:46:51+03:00": "2020-02-18T05:46:51+03:00",
    "2020-02-18T05:46:51+0300": "2020-02-18T05:46:51+03:00",
    "2020-02-18T05:46:51Z": "2020-02-18T05:46:51+00:00",
    "2020-02-18T05:46:51.467-05:00": "2020-02-18T05:46:51.467000-05:00",
    "2020-02-18 05:46:51": "2020-02-18T05:46:51+03:00",
    "2020-02-18 05:46": "2020-02-18T05:46:00+03:00",
    "2020-02-18T05:46": "2020-02-18T05:46:00+03:00",
    "2020-02-18": "2020-02-18T00:00:00+03:00",
    "2020-02-18T05:46:51 MSK": "2020-02-18T05:46:51+03:00",
    "2020-02-18 05:46:51 +0500": "2020-02-18T05:46:51+05:00",
    "2020-02-18 05:46:51 UTC": "2020-02-18T05:46:51+00:00",
    "20200218T054651+0300": "2020-02-18T05:46:51+03:00",
    "20200218T054651Z": "2020-02-18T05:46:51+00:00",
    "20200218": "2020-02-18T00:00:00+03:00",
    "20200218054651": "2020-02-18T05:46:51+03:00",
    # RFC 822
    "Thu, 27 Nov 2025 10:14:00 +0300": "2025-11-27T10:14:00+03:00",
    "Thu, 27 Nov 2025 10:14 GMT": "2025-11-27T10:14:00+00:00",
    "27 Nov 2025 10:14:00 -0330": "2025-11-27T10:14:00-03:30",
    "Thu, 27 Nov 25 10:14:00 EST": "2025-11-27T10:14:00-05:00",
    "Thu, 27 Nov 2025 10:14:00 PDT": "2025-11-27T10:14:00-07:00",
    "Thu, 27 Nov 2025 10:14:00 -0000": "2025-11-27T10:14:00+00:00",
    "Чт, 27 ноя 2025 10:14:00 +0300": "2025-11-27T10:14:00+03:00",
    "Thu Nov 27 2025 10:14:00 GMT+0300 (Moscow Standard Time)": "2025-11-27T10:14:00+03:00",
    # Unix
    "1716561772": "2024-05-24T14:42:52+00:00",
    "1716561772123": "2024-05-24T14:42:52.123000+00:00",
    "1716561772.5": "2024-05-24T14:42:52.500000+00:00",
    # digits, the day first
    "03.04.2026 10:00": "2026-04-03T10:00:00+03:00",
    "3.4.2026": "2026-04-03T00:00:00+03:00",
    "14.05.2025, 20:28": "2025-05-14T20:28:00+03:00",
    "27.11.2025 - 10:14": "2025-11-27T10:14:00+03:00",
    "05.05.25 10:00": "2025-05-05T10:00:00+03:00",
    "03/04/2026": "2026-04-03T00:00:00+03:00",
    "27/11/2025": "2025-11-27T00:00:00+03:00",
    "11/27/2025 3:05 PM": "2025-11-27T15:05:00+03:00",
    "2025/11/27 10:14": "2025-11-27T10:14:00+03:00",
    "10:14, 27.11.2025": "2025-11-27T10:14:00+03:00",
    # words
    "27 ноября, 10:14": "2025-11-27T10:14:00+03:00",
    "27 ноября 2025 года в 10:14": "2025-11-27T10:14:00+03:00",
    "27 ноября 2025 г., 10:14 (мск)": "2025-11-27T10:14:00+03:00",
    "Опубликовано: 27 ноября 2025, 10:14 по московскому времени": "2025-11-27T10:14:00+03:00",
    "понедельник, 21 сентября 2020, 00:03": "2020-09-21T00:03:00+03:00",
    "27-го ноября 2025": "2025-11-27T00:00:00+03:00",
    "21 сен 2020": "2020-09-21T00:00:00+03:00",
    "5 мая": "2025-05-05T00:00:00+03:00",
    "27 листопада 2025, 10:14": "2025-11-27T10:14:00+03:00",
    "27 лістапада 2025, 10:14": "2025-11-27T10:14:00+03:00",
    "Nov. 27, 2025 10:14 a.m. ET": "2025-11-27T10:14:00-05:00",
    "July 4, 2025 10:14 p.m. ET": "2025-07-04T22:14:00-04:00",
    "Published: Nov 27, 2025 at 3 p.m. EDT": "2025-11-27T15:00:00-04:00",
    "12:05 AM, November 27th, 2025": "2025-11-27T00:05:00+03:00",
    "Thursday 27 November 2025 10.14": "2025-11-27T10:14:00+03:00",
    "27 November 2025, 10:14 UTC+5": "2025-11-27T10:14:00+05:00",
    # relative to the page's day
    "сегодня, 10:14": "2025-11-27T10:14:00+03:00",
    "Сегодня в 10:14": "2025-11-27T10:14:00+03:00",
    "вчера": "2025-11-26T00:00:00+03:00",
    "Вчера в 23:01 (мск)": "2025-11-26T23:01:00+03:00",
    "yesterday at 5:30 pm": "2025-11-26T17:30:00+03:00",
}


@pytest.mark.parametrize(("text", "wanted"), FORMS.items(), ids=FORMS)
def test_reads_the_forms_that_newsrooms_use(text: str, wanted: str | None) -> None:
    found = read_date(text, timezone=MOSCOW, today=TODAY)
    assert (found.isoformat() if found else None) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("27 novembre 2025 à 10h14", "2025-11-27T10:14:00+01:00"),
        ("27. marraskuuta 2025 klo 10.14", "2025-11-27T10:14:00+01:00"),
        ("27 de noviembre de 2025", "2025-11-27T00:00:00+01:00"),
        ("2025年11月27日", "2025-11-27T00:00:00+01:00"),
    ],
)
def test_other_languages_are_read_where_the_date_is_whole(text: str, wanted: str) -> None:
    found = read_date(text, timezone="Europe/Paris")
    assert found is not None
    assert found.isoformat() == wanted


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "12", "2025", "12345", "1234567", "99999999", "12.5", "1.2.3", "0", "-1", "1e9"),
        *(
            "may",
            "мая",
            "сен 2025",
            "ноябрь 2025",
            "10:14",
            "10:14 мск",
            "понедельник",
            "no",
            "now",
            "недавно",
        ),
        *(
            "0000-00-00 00:00:00",
            "0001-01-01T00:00:00Z",
            "9999-12-31",
            "2025-13-01",
            "2025-02-30",
            "2025-W05-1",
        ),
        *("31.02.2025", "45.45.2025", "2025-11-27T25:00:00", "27 ноября 2025 10:75", "32 ноября 2025"),
        *("два часа назад", "3 часа назад", "2 hours ago", "5 минут назад", "через 3 дня"),
        *("Выпуск 12 от редакции", "room 101", "27 ноября 2025 и 28 ноября 2025", "27.11.2025 28.11.2025"),
        *("10:14 11:15 27.11.2025", "27 ноября 2025 года прошёл концерт", "т" * 5000, "1" * 5000),
        "12 человек, 2025 рублей, май",
    ],
)
def test_garbage_is_no_date(text: str) -> None:
    assert read_date(text, timezone=MOSCOW, today=TODAY) is None


@pytest.mark.parametrize("text", ["сегодня, 10:14", "вчера", "27 ноября, 10:14"])
def test_without_a_day_to_start_from_nothing_is_guessed(text: str) -> None:
    assert read_date(text, timezone=MOSCOW, today=None) is None


@pytest.mark.parametrize(
    ("text", "today", "wanted"),
    [
        ("27 ноября", date(2025, 11, 27), date(2025, 11, 27)),
        ("28 ноября", date(2025, 11, 27), date(2024, 11, 28)),
        ("31 декабря, 23:59", date(2026, 1, 1), date(2025, 12, 31)),
        ("29 февраля", date(2025, 11, 27), date(2024, 2, 29)),
        ("29 февраля", date(2024, 2, 28), date(2020, 2, 29)),
    ],
)
def test_a_missing_year_never_leads_behind_today(text: str, today: date, wanted: date) -> None:
    found = read_date(text, timezone=MOSCOW, today=today)
    assert found is not None
    assert found.date() == wanted


def test_the_first_of_two_equal_times_and_the_time_after_a_gap() -> None:
    assert str(read_date("2025-10-26 02:30", timezone="Europe/Berlin")) == "2025-10-26 02:30:00+02:00"
    assert str(read_date("2025-03-30 02:30", timezone="Europe/Berlin")) == "2025-03-30 03:30:00+02:00"


def test_where_the_month_comes_first() -> None:
    assert str(read_date("03/04/2026", timezone="America/New_York")) == "2026-03-04 00:00:00-05:00"
    assert str(read_date("03.04.2026", timezone="America/New_York")) == "2026-04-03 00:00:00-04:00"


def test_old_offsets_are_whole_minutes_and_the_clock_on_the_wall_stays() -> None:
    found = read_date("1914-09-16 12:00:00", timezone=MOSCOW)
    assert found is not None
    assert (found.hour, found.minute, found.second) == (12, 0, 0)
    assert (found.utcoffset() or timedelta()).seconds % 60 == 0


def test_a_line_that_begins_with_a_date() -> None:
    found = leading_date("сегодня в 20:12 Политика Сюжет: Выборы 2020 362", timezone=MOSCOW, today=TODAY)
    assert found is not None
    assert found.moment.isoformat() == "2025-11-27T20:12:00+03:00"
    assert found.rest == "Политика Сюжет: Выборы 2020 362"
    assert leading_date("Политика, сегодня в 20:12", timezone=MOSCOW, today=TODAY) is None


def test_an_unknown_zone_is_the_users_mistake() -> None:
    for name in ("Europe/Nowhere", "../../etc/passwd", "", "\0"):
        with pytest.raises(UsageError, match="no time zone"):
            zone(name)


ZONES = st.sampled_from(
    ["UTC", MOSCOW, "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "Europe/Berlin"]
)
MOMENTS = st.datetimes(datetime(1930, 1, 1), datetime(2150, 1, 1)).map(lambda d: d.replace(microsecond=0))
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(MOMENTS, OFFSETS, ZONES)
def test_stated_offsets_are_kept(moment: datetime, offset: timezone, name: str) -> None:
    aware = moment.replace(tzinfo=offset)
    for text in (aware.isoformat(), format_datetime(aware)):
        found = read_date(text, timezone=name)
        assert found == aware
        assert found is not None
        assert found.utcoffset() == aware.utcoffset()


@given(MOMENTS, ZONES)
def test_local_times_have_the_zones_offset(moment: datetime, name: str) -> None:
    found = settled(moment, name)
    assert found is not None
    wanted = moment.replace(tzinfo=ZoneInfo(name)).astimezone(UTC)
    assert abs(found - wanted) < timedelta(minutes=1)


@given(MOMENTS)
def test_russian_prose_reads_back(moment: datetime) -> None:
    months = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
    text = f"{moment.day} {months[moment.month - 1]} {moment.year} года в {moment:%H:%M}"
    found = read_date(text, timezone="UTC")
    assert found == moment.replace(second=0, tzinfo=UTC)


@given(st.text(max_size=120) | st.from_regex(r"[\d:. TZ+/-]{5,30}", fullmatch=True))
def test_nothing_makes_it_raise_or_answer_without_a_zone(text: str) -> None:
    found = read_date(text, timezone=MOSCOW, today=TODAY)
    assert found is None or found.utcoffset() is not None
    leading = leading_date(text, timezone=MOSCOW, today=TODAY)
    assert leading is None or text.strip().endswith(leading.rest)
