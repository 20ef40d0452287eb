from __future__ import annotations

import pytest
from rule_examples import (
    check_table,
    hold_example,
    hold_respelt,
    hold_rule,
    with_examples,
)

from feeds.checking.rule import RuleSet
from feeds.targets.dzen.rules import NEWS_RULES, RULES

SETS = [RULES, NEWS_RULES]
EACH = [
    pytest.param(rules, rule, id=f"{rules.target}-{rule.code}")
    for rules in SETS
    for rule in with_examples(rules)
]


@pytest.mark.parametrize("rules", SETS, ids=lambda rules: rules.target)
class TestSets:
    def test_example_is_valid(self, rules: RuleSet) -> None:
        hold_example(rules)

    def test_table(self, rules: RuleSet) -> None:
        check_table(rules)

    def test_example_may_be_spelt_otherwise(self, rules: RuleSet) -> None:
        hold_respelt(rules, rules.example)


@pytest.mark.parametrize(("rules", "rule"), EACH)
class TestRules:
    def test_examples(self, rules, rule) -> None:
        hold_rule(rules, rule)
