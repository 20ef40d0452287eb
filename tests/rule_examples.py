"""What every rule set must hold to: its examples, and that spelling a document otherwise changes nothing."""

from __future__ import annotations

import random
import re
from collections import Counter
from datetime import datetime

from lxml import etree

from feeds.checking.comparing.page import Page
from feeds.checking.document import Document, parser
from feeds.checking.engine import Context, Run
from feeds.checking.finding import Finding
from feeds.checking.rule import Change, Rule, RuleSet
from feeds.targets.rss.rules import RULES as RSS

NOW = "2026-11-23T12:00:00+03:00"

DOUBTFUL_ERRORS = {"VK012", "RM022", "MR022"}
"""Rules whose own pages call them errors, though what stands behind them is not certain."""


class Anywhere(dict[str, Page]):
    """One page behind every link."""

    def get(self, key, default=None):
        return next(iter(self.values()), default)


def findings(
    rules: RuleSet,
    source: str | bytes,
    *,
    now: str | None = None,
    url: str | None = None,
    publication: str | None = None,
    page: Page | None = None,
) -> list[Finding]:
    """What a rule set says of a well-formed document."""
    data = source.encode() if isinstance(source, str) else source
    moment = datetime.fromisoformat(now or NOW)
    pages = Anywhere({"": page}) if page else {}
    context = Context(now=moment, url=url, publication=publication, size=len(data), pages=pages)
    return list(Run(rules, Document(data, etree.fromstring(data, parser())), context).findings())


def codes(found: list[Finding], *, least: str = "info") -> Counter[str]:
    """How often each code is found, from a severity on."""
    grades = ("info", "warning", "error")
    return Counter(f.code for f in found if grades.index(f.severity) >= grades.index(least))


def changed(rules: RuleSet, change: Change | str) -> str:
    """The rule set's example with a change, which must hit one place of it."""
    if isinstance(change, str):
        return change
    assert rules.example.count(change.find) == 1, f"{rules.example.count(change.find)} × {change.find!r}"
    return rules.example.replace(change.find, change.put)


def applied(rules: RuleSet, rule: Rule, change: Change | str) -> list[Finding]:
    """What is found in an example of a rule."""
    return _judged(rules, rule, changed(rules, change))


def _judged(rules: RuleSet, rule: Rule, source: str) -> list[Finding]:
    """What is found in a document under the circumstances of a rule's examples."""
    return findings(rules, source, now=rule.now, url=rule.url, publication=rule.publication, page=rule.page)


def with_examples(rules: RuleSet) -> list[Rule]:
    """The rules of a set, those of its extensions aside, that carry a bad example in well-formed XML."""
    own = (rule for rule in rules.rules() if rule.code.startswith(rules.prefix))
    return [rule for rule in own if rule.bad is not None and _parses(rules, rule.bad)]


def _parses(rules: RuleSet, change: Change | str) -> bool:
    try:
        etree.fromstring(changed(rules, change).encode(), parser())
    except etree.XMLSyntaxError:
        return False
    return True


def hold_example(rules: RuleSet, *, standing: frozenset[str] = frozenset()) -> None:
    """The example is valid; the codes of `standing` are said of every document."""
    worst = codes(findings(rules, rules.example), least="warning")
    assert set(worst) <= standing, findings(rules, rules.example)


def hold_rule(rules: RuleSet, rule: Rule) -> None:
    """The bad example gives this code and no other error, the good one nothing above info."""
    assert rule.bad is not None
    standing = codes(_judged(rules, rule, rules.example))
    plain = standing if isinstance(rule.bad, Change) else Counter[str]()
    bad = applied(rules, rule, rule.bad)
    assert codes(bad)[rule.code] > plain[rule.code], bad
    assert rule.severity in {f.severity for f in bad if f.code == rule.code}, bad
    assert set(codes(bad, least="error")) <= {rule.code}, bad
    assert all(f.hint and f.spec for f in bad)
    if rule.good is not None:
        good = applied(rules, rule, rule.good)
        graded = codes([f for f in good if f.severity == rule.severity])
        assert graded[rule.code] <= plain[rule.code], good
        assert set(codes(good, least="warning")) <= set(plain), good


def respelt(source: str, seed: int) -> bytes:
    """The same document with other prefixes, quotes, escaping and order of elements."""
    prefixes = sorted(set(re.findall(r"xmlns:(\w+)=", source)))
    for number, prefix in enumerate(prefixes):
        source = re.sub(rf"(</?|xmlns:|\s(?={prefix}:[\w-]+=)){prefix}\b(?=[:=])", rf"\1n{number}x", source)
    root = etree.fromstring(source.encode(), parser())
    chance = random.Random(seed)
    for item in root.iter("item"):
        children = list(item)
        chance.shuffle(children)
        item[:] = children
    for element in root.iter(etree.Element):
        attributes = list(element.attrib.items())
        element.attrib.clear()
        element.attrib.update(reversed(attributes))
        if not len(element) and (element.text or "").strip() and chance.random() < 0.5:
            element.text = etree.CDATA(element.text) if "]]>" not in element.text else element.text
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def hold_respelt(rules: RuleSet, source: str, *, now: str | None = None) -> None:
    """Spelt otherwise, a document gets the same findings."""
    plain = codes(findings(rules, source, now=now))
    for seed in range(3):
        assert codes(findings(rules, respelt(source, seed), now=now)) == plain


def check_table(rules: RuleSet) -> None:
    """Codes and names are used once, and every rule tells a person what to do."""
    found = list(rules.rules())
    assert len({rule.code for rule in found}) == len(found)
    assert len({(rule.code.rstrip("0123456789"), rule.name) for rule in found}) == len(found)
    prefixes = "|".join(("PRT", *(part.prefix for part in rules.parts())))
    for rule in found:
        assert re.fullmatch(rf"(?:{prefixes})\d{{3}}", rule.code)
        assert rule.summary.endswith(".")
        assert rule.hint
        assert rule.spec.startswith("https://")
        assert (
            rule.sure != "uncertain" or rule.severity != "error" or rule.code in {"VK012", "RM022", "MR022"}
        )


def said(rules: RuleSet, find: str, put: str, **circumstances: str | None) -> list[str]:
    """What a change of the example adds to what is found in it: severity and code.

    The circumstances are those of `findings`: now, url, publication. What a dialect takes over from its
    base is the base's to test.
    """
    before = Counter((f.severity, f.code) for f in findings(rules, rules.example, **circumstances))
    there = changed(rules, Change(find, put))
    after = Counter((f.severity, f.code) for f in findings(rules, there, **circumstances))
    return sorted(
        f"{severity} {code}" for severity, code in (after - before).elements() if _is_own(rules, code)
    )


def _is_own(rules: RuleSet, code: str) -> bool:
    return rules.base is None or code not in _GENERAL


_GENERAL = {rule.code for rule in RSS.rules()}
