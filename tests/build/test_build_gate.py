"""The gate refuses what `feeds check` reports as an error, and nothing else: piece by piece as in one."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from newsrooms import CONFIGURATION
from rule_examples import changed

from feeds.build import gate
from feeds.build.plan import FeedPlan, plans
from feeds.checking.document import parser
from feeds.checking.finding import Finding
from feeds.checking.json_document import JsonDocument
from feeds.checking.rule import RuleSet
from feeds.configuration.load import parse
from feeds.targets import registry
from feeds.targets.check import check

NOW = datetime.fromisoformat("2026-11-23T12:00:00+03:00")
WRITTEN = sorted(name for name, target in registry.targets().items() if target.writer)
URL = "https://feeds.vestnik.example/out"


def plan(target: str) -> FeedPlan:
    (made,) = plans(parse(CONFIGURATION + f"  - {{target: {target}, path: out}}\n"), NOW)
    return made


def sources(rules: RuleSet) -> list[str]:
    """A set's examples, good and bad, those of all that it builds on too."""
    found = [rules.example]
    for part in rules.parts():
        found += [changed(part, rule.bad) for rule in part.own if rule.bad is not None]
    return found


def items(target: str) -> list[bytes]:
    """Items with all that can be wrong with one."""
    rules = registry.rules(target)
    found: dict[bytes, None] = {}
    for source in sources(rules):
        for item in _json(source) if target == "json-feed" else _xml(source, rules):
            found[item] = None
    return list(found)


def _json(source: str) -> list[bytes]:
    import json

    document = JsonDocument(source.encode())
    root = document.root.data if document.root else None
    stories = root.get("items") if isinstance(root, dict) else None
    return [json.dumps(story).encode() for story in stories or () if isinstance(story, dict)]


def _xml(source: str, rules: RuleSet) -> list[bytes]:
    try:
        root = etree.fromstring(source.encode(), parser())
    except etree.XMLSyntaxError:
        return []
    return [etree.tostring(item, with_tail=False) for item in root.iter(*rules.shape.items)]


POOLS = {name: items(name) for name in WRITTEN}


def facts(findings: list[Finding]) -> Counter[tuple[object, ...]]:
    return Counter((f.code, f.severity, f.message, f.index) for f in findings)


def piecewise(pieces: list[bytes], made: FeedPlan) -> Counter[tuple[object, ...]]:
    """What the gate says: of each item alone, then of the whole."""
    found: Counter[tuple[object, ...]] = Counter()
    for number, piece in enumerate(pieces):
        (alone,) = gate.examine_items([piece], made, NOW)
        found += Counter((f.code, f.severity, f.message, number) for f in alone)
    document = frame(made).around(pieces)
    return found + facts(gate.examine(document, URL, made, NOW))


def frame(made: FeedPlan):
    return registry.writer(made.target.name).frame(made.channel_for(URL, NOW))


def as_one(pieces: list[bytes], made: FeedPlan) -> Counter[tuple[object, ...]]:
    """What `feeds check` says of the document."""
    publication = made.channel.setting.publication.name
    document = frame(made).around(pieces)
    return facts(check(document, made.target.name, now=NOW, url=URL, publication=publication))


@pytest.mark.parametrize("target", WRITTEN)
def test_every_item_is_judged_alone_as_in_its_feed(target: str) -> None:
    made, pool = plan(target), POOLS[target]
    assert len(pool) > 10
    for start in range(0, len(pool), 40):
        pieces = pool[start : start + 40]
        assert piecewise(pieces, made) == as_one(pieces, made)


@pytest.mark.parametrize("target", WRITTEN)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_any_items_together_are_judged_as_one_document(target: str, data: st.DataObject) -> None:
    made, pool = plan(target), POOLS[target]
    numbers = data.draw(st.lists(st.integers(0, len(pool) - 1), max_size=5))
    pieces = [pool[number] for number in numbers]
    assert piecewise(pieces, made) == as_one(pieces, made)
