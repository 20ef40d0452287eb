"""What the rules of the platforms that editors look after find is said in Russian, and what to do about it."""

from __future__ import annotations

import pytest
from rule_examples import applied, with_examples

from feeds.checking.rule import Rule, RuleSet
from feeds.targets import registry
from feeds.wording import wording
from feeds.wording.russian import PHRASES

RU = wording("ru")
TARGETS = ("dzen", "dzen-news", "yandex-news", "vk", "ok")


def rules() -> list[tuple[RuleSet, Rule]]:
    sets = [registry.rules(name) for name in TARGETS]
    return [(one, rule) for one in sets for rule in with_examples(one) if not rule.code.startswith("RSS")]


@pytest.mark.parametrize(
    ("own", "rule"), rules(), ids=lambda one: getattr(one, "code", getattr(one, "target", ""))
)
def test_every_finding_is_said_in_russian(own: RuleSet, rule: Rule) -> None:
    assert rule.bad is not None
    for finding in applied(own, rule, rule.bad):
        if finding.code == rule.code:
            assert RU.said(finding.message) != finding.message
            assert finding.hint
            assert RU.said(finding.hint) != finding.hint


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("title has 251 characters, more than 240", "title: 251 знак, а можно не больше 240"),
        ("the text has 12 characters, fewer than 300", "в тексте 12 знаков, а нужно не меньше 300"),
        (
            "<item> has no <yandex:full-text>: <yandex:fulltext> is not that element",
            "в <item> нет <yandex:full-text>: <yandex:fulltext>\u00a0— другой элемент",
        ),
        ("<channel> has no <title>", "в <channel> нет <title>"),
        ("the story is older than 3 days: Wed", "новости больше 3 дней: Wed"),
        (
            "the cover is 301 pixels wide, less than 700",
            "ширина обложки\u00a0— 301 пиксель, а нужно не меньше 700",
        ),
    ],
)
def test_values_stand_in_the_right_form(english: str, russian: str) -> None:
    assert RU.said(english) == russian


def test_no_template_hides_another() -> None:
    for english in PHRASES:
        if "{" not in english:
            assert RU.said(english) == PHRASES[english]
