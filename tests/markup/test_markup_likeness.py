"""Texts that are nearly the same are known as such; texts that only sound alike are not."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from texts import OTHER, STORY

from feeds.markup.likeness import ALIKE, FEWEST, guess, packed, runs, said, share, sketch, unpacked, words_of

FORECAST = (
    "Завтра в городе облачно с прояснениями, днём возможен небольшой дождь, ветер западный {} метров в секунду. "
    "Температура ночью {} градусов, днём {} градусов тепла. Атмосферное давление {} миллиметров ртутного столба, "
    "влажность воздуха {} процентов. Вода в заливе прогрелась до {} градусов, волнение моря слабое, купаться можно. "
    "Спасатели просят не заплывать за буйки и не оставлять детей на берегу без присмотра взрослых. "
)


def words(text: str) -> list[str]:
    return words_of(f"<p>{text}</p>")


def near(one: str, other: str) -> float:
    return share(said(f"<p>{one}</p>"), said(f"<p>{other}</p>"))


def test_a_text_is_like_itself_in_whatever_clothes() -> None:
    first, second, *rest = STORY.split(". ")
    dressed = f"<h2>{first}</h2><p><strong>{second}.</strong></p><ul><li>{'. '.join(rest)}</li></ul>"
    assert share(said(f"<p>{STORY}</p>"), said(dressed)) == 1
    assert near(STORY, STORY.upper().replace("Ё", "Е").replace(" — ", " - ")) == 1


def test_a_text_that_was_edited_is_nearly_the_same() -> None:
    edited = STORY.replace("раньше срока", "на месяц раньше").replace("холодным", "морозным")
    assert ALIKE <= near(STORY, edited) < 1
    assert near(STORY, "Сообщает пресс-служба. " + STORY) > ALIKE
    assert near(STORY, STORY[: len(STORY) * 9 // 10]) > ALIKE


def test_other_texts_are_not() -> None:
    assert near(STORY, OTHER) == 0
    assert near(STORY, STORY[: len(STORY) // 2] + OTHER) < ALIKE
    ending = "Подписывайтесь на наш канал и присылайте новости в редакцию, самые интересные мы опубликуем. "
    assert near(STORY + ending, OTHER + ending) < ALIKE / 2


def test_what_is_made_alike_and_says_other_numbers_is_not() -> None:
    one, other = FORECAST.format(5, 11, 17, 762, 64, 19), FORECAST.format(9, 8, 14, 748, 81, 18)
    assert near(one, other) == 0
    assert near(one, one.replace("небольшой", "короткий")) > ALIKE


def test_short_texts_tell_nothing() -> None:
    assert runs(words("Движение по улице Садовой перекроют в субботу")) == set()
    assert len(runs(words(STORY))) >= FEWEST


@settings(deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 60))
def test_sketches_tell_about_what_the_texts_would(seed: int, edits: int) -> None:
    chance = random.Random(seed)
    one = [f"слово{chance.randrange(10_000)}" for _ in range(300)]
    other = list(one)
    for _ in range(edits):
        other[chance.randrange(len(other))] = f"новое{chance.randrange(10_000)}"
    mine, yours = runs(one), runs(other)
    exact = len(mine & yours) / len(mine | yours)
    assert abs(guess(sketch(mine), sketch(yours)) - exact) < 0.35
    assert unpacked(packed(sketch(mine))) == sketch(mine)
