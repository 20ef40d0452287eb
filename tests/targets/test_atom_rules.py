from __future__ import annotations

import pytest
from rule_examples import (
    changed,
    check_table,
    hold_example,
    hold_respelt,
    hold_rule,
    said,
    with_examples,
)

from feeds.targets.atom.rules import RULES
from feeds.targets.atom.rules import base as lines

EACH = [pytest.param(rule, id=rule.code) for rule in with_examples(RULES)]
ORDERED = {"ATOM020"}
"""Rules about the order of a story's elements: spelling it otherwise is another document."""


def test_example_is_valid() -> None:
    hold_example(RULES)


def test_table() -> None:
    check_table(RULES)


def test_example_may_be_spelt_otherwise() -> None:
    hold_respelt(RULES, RULES.example)


def test_every_rule_has_an_example() -> None:
    assert [rule.code for rule in RULES.own if rule.bad is None] == []


@pytest.mark.parametrize("rule", EACH)
class TestRules:
    def test_examples(self, rule) -> None:
        hold_rule(RULES, rule)

    def test_bad_example_is_bad_in_any_spelling(self, rule) -> None:
        if rule.on != "document" and rule.code not in ORDERED:
            hold_respelt(RULES, changed(RULES, rule.bad), now=rule.now)


def judged(find: str, put: str) -> list[str]:
    return said(RULES, find, put, now=lines.NOW, url=lines.URL)


def test_nothing() -> None:
    assert judged(lines.ICON, lines.ICON) == []
