from __future__ import annotations

import pytest
from rule_examples import check_table, hold_example, hold_respelt, hold_rule, with_examples

from feeds.targets.turbo.rules import RULES

STANDING = frozenset({"TU001"})


def test_example_is_valid():
    hold_example(RULES, standing=STANDING)


def test_table():
    check_table(RULES)


def test_example_may_be_spelt_otherwise():
    hold_respelt(RULES, RULES.example)


@pytest.mark.parametrize("rule", with_examples(RULES), ids=lambda rule: rule.code)
def test_examples(rule):
    hold_rule(RULES, rule)
