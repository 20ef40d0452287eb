"""An item judged by itself gets the findings that it gets inside of its feed, and no others."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from rule_examples import changed

from feeds.checking.document import Document, parser
from feeds.checking.engine import Context, Run
from feeds.checking.rule import RuleSet
from feeds.targets.atom.rules import RULES as ATOM
from feeds.targets.check import check
from feeds.targets.rss.rules import RULES as RSS

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SETS = {"rss": RSS, "atom": ATOM}


def bodies(rules: RuleSet) -> list[bytes]:
    """Stories of every kind, good and bad: those of the examples, with all that goes wrong in them."""
    found: dict[bytes, None] = {}
    for part in rules.parts():
        sources = [part.example, *(changed(part, rule.bad) for rule in part.own if rule.bad is not None)]
        for source in sources:
            try:
                root = etree.fromstring(source.encode(), parser())
            except etree.XMLSyntaxError:
                continue
            for element in root.iter(*rules.shape.items):
                found[etree.tostring(element, with_tail=False)] = None
    return list(found)


STORIES = {name: bodies(rules) for name, rules in SETS.items()}


def feed(rules: RuleSet, stories: list[bytes]) -> bytes:
    """The frame of the set's example around stories."""
    tag = etree.QName(rules.shape.items[0]).localname
    head, _, rest = rules.example.partition(f"<{tag}>")
    tail = rest.rpartition(f"</{tag}>")[2]
    return head.encode() + b"\n".join(stories) + tail.encode()


def told(rules: RuleSet, document: bytes, scope: str) -> Counter[tuple[object, ...]]:
    run = Run(rules, Document(document), Context(now=NOW, url="https://harbour.example/feed.xml"))
    found = run.findings(scope)  # type: ignore[arg-type]
    return Counter((f.index, f.code, f.severity, f.message) for f in found)


@pytest.mark.parametrize("name", SETS)
@given(data=st.data())
def test_alone_and_together(name: str, data: st.DataObject) -> None:
    rules, pool = SETS[name], STORIES[name]
    stories = [pool[n] for n in data.draw(st.lists(st.integers(0, len(pool) - 1), min_size=1, max_size=6))]
    items = told(rules, feed(rules, stories), "item")
    assert all(key[0] is not None for key in items)
    assert told(rules, feed(rules, stories), "document") == items + told(rules, feed(rules, stories), "feed")
    alone: Counter[tuple[object, ...]] = Counter()
    for number, story in enumerate(stories):
        for (_, *rest), count in told(rules, feed(rules, [story]), "item").items():
            alone[(number, *rest)] = count
    assert alone == items


def test_the_pool_has_stories_with_most_rules_in_them() -> None:
    for name, rules in SETS.items():
        codes = {key[1] for key in told(rules, feed(rules, STORIES[name]), "item")}
        wanted = {rule.code for rule in rules.own if rule.bad is not None and rule.of_item and rule.check}
        assert len(wanted - codes) <= len(wanted) // 4, (name, wanted - codes)


@pytest.mark.parametrize("name", SETS)
def test_order_of_stories_changes_no_story(name: str) -> None:
    rules, stories = SETS[name], list(STORIES[name])
    chance = random.Random(4)
    before = told(rules, feed(rules, stories), "item")
    order = list(range(len(stories)))
    chance.shuffle(order)
    after = told(rules, feed(rules, [stories[n] for n in order]), "item")
    moved = Counter({(order.index(key[0]), *key[1:]): n for key, n in before.items()})  # type: ignore[arg-type]
    assert after == moved


def test_real_feeds(shared: Path) -> None:
    for path in sorted((shared / "inputs" / "real-feeds").glob("*.rss")):
        source = path.read_bytes()
        parts = [f for scope in ("item", "feed") for f in check(source, "rss", now=NOW, scope=scope)]
        whole = check(source, "rss", now=NOW)
        faults = [f for f in whole if f.code.startswith("XML")]
        assert Counter(map(repr, parts)) == Counter(map(repr, whole + faults))
