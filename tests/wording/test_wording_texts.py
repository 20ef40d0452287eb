"""Texts, plural forms and dates in English and Russian."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.wording import chosen, preferred, wording
from feeds.wording.template import filled, literal, pattern, places
from feeds.wording.wording import Wording

MOSCOW = timezone(timedelta(hours=3))
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (0, "новостей"), (1, "новость"), (2, "новости"), (4, "новости"), (5, "новостей"), (11, "новостей"),
        (12, "новостей"), (14, "новостей"), (19, "новостей"), (20, "новостей"), (21, "новость"),
        (22, "новости"), (25, "новостей"), (101, "новость"), (111, "новостей"), (112, "новостей"),
        (121, "новость"), (1001, "новость"), (1.5, "новости"),
    ],
)  # fmt: skip
def test_russian_words_suit_their_numbers(number: float, word: str) -> None:
    say = Wording("ru", {"{n:story|stories}": "{n:новость|новости|новостей}"}, {})
    assert say("{n:story|stories}", n=number) == word


@pytest.mark.parametrize(("number", "word"), [(0, "stories"), (1, "story"), (2, "stories"), (21, "stories")])
def test_english_words_suit_their_numbers(number: int, word: str) -> None:
    assert wording("en")("{n} {n:story|stories}", n=number) == f"{number} {word}"


def test_thousands_stand_apart() -> None:
    assert wording("ru").number(9999) == "9999"
    assert wording("ru").number(100_000) == "100\u202f000"
    assert wording("en").number(100_000) == "100,000"
    assert wording("ru").size(1_500_000) == "1,5\u00a0МБ"
    assert wording("en").size(999) == "999\u00a0B"
    assert wording("ru").share(0.934) == "93\u202f%"


def test_dates_are_as_people_write_them() -> None:
    ru, en = wording("ru"), wording("en")
    assert ru.moment(NOON) == "24 ноября 2026, 12:00"
    assert en.moment(NOON) == "24 November 2026, 12:00"
    assert ru.near(NOON, NOON + timedelta(hours=3)) == "12:00"
    assert ru.near(NOON, NOON + timedelta(days=3)) == "24 ноября, 12:00"
    assert ru.near(NOON, NOON + timedelta(days=300)) == "24 ноября 2026, 12:00"
    # the day of the reader's clock counts, not that of Greenwich
    assert ru.near(NOON.replace(hour=1), datetime(2026, 11, 23, 23, 0, tzinfo=UTC)) == "01:00"


@pytest.mark.parametrize(
    ("seconds", "russian", "english"),
    [
        (3, "только что", "just now"),
        (60, "1 минуту назад", "1 minute ago"),
        (122, "2 минуты назад", "2 minutes ago"),
        (25 * 60, "25 минут назад", "25 minutes ago"),
        (21 * 3600, "21 час назад", "21 hours ago"),
        (3 * 86400, "3 дня назад", "3 days ago"),
        (-3600, "через 1 час", "in 1 hour"),
        (-60, "через 1 минуту", "in 1 minute"),
        (-10, "сейчас", "in a moment"),
        (800 * 86400, "2 года назад", "2 years ago"),
    ],
)
def test_how_long_ago(seconds: int, russian: str, english: str) -> None:
    assert wording("ru").since(NOON - timedelta(seconds=seconds), NOON) == russian
    assert wording("en").since(NOON - timedelta(seconds=seconds), NOON) == english


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("ru", "ru"),
        ("ru_RU.UTF-8", "ru"),
        ("RU-ru", "ru"),
        ("de", "en"),
        ("", "en"),
        (None, "en"),
        ("C.UTF-8", "en"),
    ],
)
def test_a_language_is_asked_for_by_many_names(asked: str | None, language: str) -> None:
    assert chosen(asked) == language


def test_the_first_language_that_there_is_counts() -> None:
    assert chosen("de", None, "ru", "en") == "ru"


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7", "ru"),
        ("en-GB,en;q=0.9,ru;q=0.8", "en"),
        ("de, ru;q=0.3", "ru"),
        ("de", None),
        ("ru;q=0, en;q=0.1", "en"),
        ("*", None),
        (None, None),
        ("ru;q=x", None),
        (",;=,,ru;", "ru"),
        ("x" * 100_000, None),
    ],
)
def test_browsers_say_what_they_prefer(header: str | None, language: str | None) -> None:
    assert preferred(header) == language


# ---- templates


NAMES = st.sampled_from(["a", "b", "name"])
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="{}|:"), min_size=1, max_size=12)


def shown(value: object, how: str) -> str:
    return str(value)


@given(st.lists(WORDS, min_size=2, max_size=4), st.lists(WORDS, min_size=3, max_size=3))
def test_a_sentence_leads_back_to_its_template(texts: list[str], values: list[str]) -> None:
    template = "".join(f"<{text}>{{v{n}}}" for n, text in enumerate(texts[:-1])) + f"<{texts[-1]}>"
    given_ = {f"v{n}": values[n] for n in range(len(texts) - 1)}
    sentence = filled(template, given_, shown)
    match = pattern(template).fullmatch(sentence)
    assert match is not None
    assert filled(template, match.groupdict(), shown) == sentence


def test_places_and_what_is_between_them() -> None:
    template = "the text has {length} {length:character|characters}; {platform} takes {least}"
    assert places(template) == {"length", "platform", "least"}
    assert literal("a {n} b {n:x|y}") == "a  b "


def test_a_place_without_a_value_stays() -> None:
    assert filled("{a} and {b}", {"a": 1}, shown) == "1 and {b}"


def test_values_are_not_read_as_templates() -> None:
    assert filled("{a} {b}", {"a": "{b}", "b": "{a}"}, shown) == "{b} {a}"


# ---- finished sentences

PHRASES = {
    "in section «{section}»; the feed takes {wanted}": "рубрика «{section}», а лента берёт {wanted}",
    "withdrawn: {reason}": "отозвана: {reason:said}",
    "no reason given": "причина не указана",
    "{count} of {all} are gone": "исчезло {count} из {all}",
    "published on {moment}; the last {span}": "вышла {moment:moment}; за последние {span:span}",
}


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("no reason given", "причина не указана"),
        ("withdrawn: no reason given", "отозвана: причина не указана"),
        ("withdrawn: Суд запретил", "отозвана: Суд запретил"),
        (
            "in section «Город»; the feed takes «Спорт», «Мир»",
            "рубрика «Город», а лента берёт «Спорт», «Мир»",
        ),
        ("something else", "something else"),
        ("3 of 10 are gone", "исчезло 3 из 10"),
        (
            "published on 2026-11-24 12:00 (Europe/Moscow); the last 48 hours",
            "вышла 24 ноября 2026, 12:00 (по Москве); за последние 48 часов",
        ),
        (
            "published on 2026-11-24 12:00 (Europe/Paris); the last day",
            "вышла 24 ноября 2026, 12:00 (Europe/Paris); за последние сутки",
        ),
        (
            "published on 2026-99-99 12:00; the last day",
            "вышла 2026-99-99 12:00; за последние сутки",
        ),
        ("published on somewhen; the last age", "вышла somewhen; за последние age"),
    ],
)
def test_finished_sentences_are_understood(sentence: str, said: str) -> None:
    assert Wording("ru", {}, PHRASES).said(sentence) == said


def test_english_stays_as_it_is() -> None:
    assert wording("en").said("withdrawn: no reason given") == "withdrawn: no reason given"


@given(st.text(max_size=700))
def test_any_sentence_is_taken(sentence: str) -> None:
    assert isinstance(wording("ru").said(sentence), str)


def test_long_and_nasty_sentences_end() -> None:
    nasty = "in section «" * 60 + "»; the feed takes " * 60
    assert wording("ru").said(nasty[:600])
    assert wording("ru").said(nasty) == nasty
