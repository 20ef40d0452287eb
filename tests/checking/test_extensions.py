"""Each extension's rules hold to their examples, alone and in any spelling."""

from __future__ import annotations

import pytest
from rule_examples import (
    changed,
    check_table,
    hold_example,
    hold_respelt,
    hold_rule,
    with_examples,
)

from feeds.checking.extensions import MODULES
from feeds.checking.rule import Rule, RuleSet

EACH = [
    pytest.param(rules, rule, id=rule.code) for rules in MODULES.values() for rule in with_examples(rules)
]


@pytest.mark.parametrize("rules", MODULES.values(), ids=MODULES)
class TestSets:
    def test_example_is_valid(self, rules: RuleSet) -> None:
        hold_example(rules)

    def test_table(self, rules: RuleSet) -> None:
        check_table(rules)

    def test_example_may_be_spelt_otherwise(self, rules: RuleSet) -> None:
        hold_respelt(rules, rules.example)

    def test_every_rule_has_an_example(self, rules: RuleSet) -> None:
        assert [rule.code for rule in rules.own if rule.bad is None] == []


@pytest.mark.parametrize(("rules", "rule"), EACH)
class TestRules:
    def test_examples(self, rules: RuleSet, rule: Rule) -> None:
        hold_rule(rules, rule)

    def test_bad_example_is_bad_in_any_spelling(self, rules: RuleSet, rule: Rule) -> None:
        assert rule.bad is not None
        if rule.on != "document":
            hold_respelt(rules, changed(rules, rule.bad), now=rule.now)


def test_prefixes_are_used_once() -> None:
    prefixes = [rules.prefix for rules in MODULES.values()]
    assert len(set(prefixes)) == len(prefixes)
    assert all(rules.target == name for name, rules in MODULES.items())
