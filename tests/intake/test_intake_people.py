"""Bylines to names."""

from __future__ import annotations

from typing import Any

import pytest
from drafting import record
from hypothesis import given
from hypothesis import strategies as st

from feeds.article import Person
from feeds.intake.draft import Circumstances


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Анна Примерова", ["Анна Примерова"]),
        ("Анна Примерова, Иван Петров", ["Анна Примерова", "Иван Петров"]),
        ("Анна Примерова и Иван Петров", ["Анна Примерова", "Иван Петров"]),
        ("Иван и Мария Петровы", ["Иван и Мария Петровы"]),
        ("Автор: Анна Примерова", ["Анна Примерова"]),
        ("Авторы: Анна Примерова; Иван Петров", ["Анна Примерова", "Иван Петров"]),
        ("Текст: Анна Примерова, фото: редакция", ["Анна Примерова"]),
        ("Текст — Анна Примерова", ["Анна Примерова"]),
        ("Подготовила: Анна Примерова", ["Анна Примерова"]),
        ("Анна Примерова, специальный корреспондент", ["Анна Примерова"]),
        ("Специальный корреспондент Анна Примерова", ["Анна Примерова"]),
        ("Анна Примерова (Приморск)", ["Анна Примерова"]),
        ("Анна Примерова | обозреватель", ["Анна Примерова"]),
        ("Петров И. И.", ["Петров И. И."]),
        ("Анна Примерова.", ["Анна Примерова"]),
        ("By Ida Moen and Ola Nordmann", ["Ida Moen", "Ola Nordmann"]),
        ("by ida moen", ["ida moen"]),
        ("Story by: Ida Moen & Ola Nordmann", ["Ida Moen", "Ola Nordmann"]),
        ("Ida Moen, Senior Political Correspondent", ["Ida Moen"]),
        ("Byron Moen", ["Byron Moen"]),
        ("Sammy Moen, Jr., Ida Moen, PhD", ["Sammy Moen, Jr.", "Ida Moen"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Von Erika Muster", ["Erika Muster"]),
        ("ida@news.example (Ida Moen)", ["Ida Moen"]),
        ("<a href='/x'>Ida&nbsp;Moen</a> @idamoen", ["Ida\u00a0Moen"]),
        (["Анна Примерова", "АННА ПРИМЕРОВА", "Иван Петров"], ["Анна Примерова", "Иван Петров"]),
        (
            [{"name": "Анна Примерова"}, {"first_name": "Иван", "last_name": "Петров"}],
            ["Анна Примерова", "Иван Петров"],
        ),
        ({"name": "Анна Примерова, Иван Петров"}, ["Анна Примерова", "Иван Петров"]),
        ("https://social.example/anna", []),
        ("редактор", []),
        ("—", []),
        (5, []),
        ({"url": "/anna"}, []),
    ],
)
def test_names(said: Any, wanted: list[str]) -> None:
    assert [person.name for person in record(authors=said).authors] == wanted


def test_what_else_is_known_of_a_person() -> None:
    said = {"name": "Анна Примерова", "url": "/authors/1", "email": "anna@vestnik.example"}
    assert record(authors=said).authors == (
        Person(name="Анна Примерова", url="https://vestnik.example/authors/1", email="anna@vestnik.example"),
    )
    assert record(authors={**said, "url": "javascript:x", "email": "нет"}).authors == (
        Person(name="Анна Примерова"),
    )
    assert record(authors="anna@vestnik.example (Анна Примерова)").authors[0].email == "anna@vestnik.example"


def test_the_outlets_own_name_stays_only_alone() -> None:
    def names(said: Any, site: str | None = None) -> list[str]:
        return [person.name for person in record(authors=said, site=site).authors]

    assert names(["Анна Примерова", "Приморский вестник"]) == ["Анна Примерова"]
    assert names(["ПРИМОРСКИЙ ВЕСТНИК"]) == ["ПРИМОРСКИЙ ВЕСТНИК"]
    assert names("Анна Примерова, Life.ru", site="Life.ru") == ["Анна Примерова"]
    assert [p.name for p in record(Circumstances(), authors="Анна Примерова, Вестник").authors] == [
        "Анна Примерова",
        "Вестник",
    ]


@given(st.text(max_size=80) | st.text(alphabet="Аа ,.иandby:|()«»;&-JrPhD", max_size=40))
def test_a_name_taken_stays_as_it_is(text: str) -> None:
    for person in record(authors=[text]).authors:
        again = record(authors=[{"name": person.name}]).authors
        assert [p.name for p in again] == [person.name]
        assert person.name == person.name.strip(" \u00a0")
        assert len(person.name) <= 100
