"""What holds of the rules of every platform whose feeds are RSS 2.0."""

from __future__ import annotations

import pytest
from rule_examples import (
    changed,
    check_table,
    codes,
    findings,
    hold_example,
    hold_respelt,
    hold_rule,
    with_examples,
)

from feeds.checking.rule import RuleSet
from feeds.targets import registry
from feeds.targets.rss.rules import RULES as RSS
from feeds.targets.rss.rules.dialect import FRAME, READERS_OWN

DIALECTS = {
    name: registry.rules(name)
    for name, target in registry.targets().items()
    if target.roots == ("rss",) and name != "rss"
}
STANDING = {"ok": frozenset({"OK001"}), "turbo": frozenset({"TU001"})}
"""What is said of every feed of a platform, as a warning."""

EACH = [
    pytest.param(rules, rule, id=f"{name}-{rule.code}")
    for name, rules in DIALECTS.items()
    for rule in with_examples(rules)
]
SIZES = {"SNF011", "MSN008"}
"""Rules about bytes, of which another spelling has others."""

WITHOUT_EXAMPLE = {
    "DZ071", "DZ072",  # 501 stories, ten megabytes: tests of their own
    "MR051", "VK050", "OK001", "TU001", "PRT003",  # said of every document
    "VK040", "VK041", "RM007", "RM041", "YN050", "YN051", "TU040",
}  # fmt: skip


@pytest.mark.parametrize("name", DIALECTS)
class TestSets:
    def test_example_is_valid(self, name: str) -> None:
        hold_example(DIALECTS[name], standing=STANDING.get(name, frozenset()))

    def test_table(self, name: str) -> None:
        check_table(DIALECTS[name])

    def test_example_may_be_spelt_otherwise(self, name: str) -> None:
        if name == "flipboard":  # whose readers mind the order
            return
        hold_respelt(DIALECTS[name], DIALECTS[name].example)

    def test_it_builds_on_rss(self, name: str) -> None:
        rules = list(DIALECTS[name].rules())
        assert {rule.code for rule in rules} & {rule.code for rule in RSS.rules()}

    def test_what_only_readers_ask_is_no_error(self, name: str) -> None:
        """A feed with all that is wrong for readers in general, and nothing that is for the platform."""
        if name == "flipboard":  # which has all rules of RSS
            return
        source = DIALECTS[name].example.replace("</channel>", f"{UNUSUAL}</channel>", 1)
        found = codes(findings(DIALECTS[name], source, now=NOW), least="error")
        assert found == codes(findings(DIALECTS[name], DIALECTS[name].example, now=NOW), least="error")

    def test_hints_are_for_people(self, name: str) -> None:
        for rule in DIALECTS[name].own:
            assert len(rule.hint.split()) >= 5, rule.code
            assert len(rule.summary.split()) >= 3, rule.code


NOW = "2026-11-23T12:00:00+03:00"
UNUSUAL = (
    "<managingEditor>редакция</managingEditor><ttl>5 minutes</ttl><unheardOf/><cloud/>"
    "<image><url>/logo.svg</url><width>600</width></image><skipHours><hour>25</hour></skipHours>"
    "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='pubsub'/>"
)


@pytest.mark.parametrize(("rules", "rule"), EACH)
class TestRules:
    def test_examples(self, rules: RuleSet, rule) -> None:
        hold_rule(rules, rule)

    def test_bad_example_is_bad_in_any_spelling(self, rules: RuleSet, rule) -> None:
        if rule.on != "document" and rules.target != "flipboard" and rule.code not in SIZES:
            hold_respelt(rules, changed(rules, rule.bad), now=rule.now)


def test_rules_without_an_example_are_few() -> None:
    lacking = {rule.code for rules in DIALECTS.values() for rule in rules.own if rule.bad is None}
    assert lacking <= WITHOUT_EXAMPLE


def test_rules_that_are_left_out_exist() -> None:
    assert {rule.code for rule in RSS.rules()} >= FRAME | READERS_OWN
