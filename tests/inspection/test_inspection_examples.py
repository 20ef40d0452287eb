"""Rules that look beyond one document hold their own examples: the bad one gives the code, the good one does not."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest
from conversations import FEED, SELF, Playback, parse
from rule_examples import changed

from feeds.checking.comparing.edition_rules import EDITIONS, Editions, compared
from feeds.checking.comparing.stories import Stories
from feeds.checking.comparing.together import TOGETHER, TWIN, Known, together
from feeds.checking.document import ATOM, RSS, Document
from feeds.checking.finding import Finding
from feeds.checking.rule import Change, Rule
from feeds.checking.serving.observed import Expectation
from feeds.checking.serving.rules import HTTP, judged
from feeds.inspection.polling import polled

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
STANDING = {"HTTP042"}
"""What is said of every answer."""


def served(transcript: str, *, with_self: bool = False) -> list[Finding]:
    """What the rules say of a conversation; with `with_self` the document names its own address."""
    playback = Playback(transcript)
    serving = polled(playback, parse(transcript)[0].url)
    expectation = Expectation(
        media_type="application/rss+xml",
        robots=(("GoodBot", "*"),),
        obeyed=True,
        document=Document(
            FEED.replace("<item>", f"{SELF}<item>", 1).encode() if with_self else FEED.encode()
        ),
    )
    return judged(serving, expectation)


def graded(found: list[Finding]) -> set[tuple[str, str]]:
    return {(f.code, f.severity) for f in found if f.code not in STANDING}


def test_the_example_of_serving_is_without_fault() -> None:
    assert graded(served(HTTP.example)) == set()


SERVING = [rule for rule in HTTP.own if rule.on == "serving"]


@pytest.mark.parametrize("rule", SERVING, ids=[rule.code for rule in SERVING])
def test_serving(rule: Rule) -> None:
    assert rule.bad is not None
    bad = served(changed(HTTP, rule.bad), with_self=rule.code == "HTTP022")
    assert rule.code in {f.code for f in bad}, bad
    assert rule.severity in {f.severity for f in bad if f.code == rule.code}
    assert all(f.hint and f.spec.startswith("https://") for f in bad if f.spec)
    if rule.good is not None:
        good = served(changed(HTTP, rule.good))
        assert rule.code not in {f.code for f in good if f.severity == rule.severity}, good
        assert "error" not in {f.severity for f in good}, good


def stories(document: str) -> Stories:
    return Stories(Document(document.encode()), ATOM if "<feed" in document else RSS)


def beside(new: str) -> list[Finding]:
    return compared(Editions(old=stories(EDITIONS.example), new=stories(new), now=NOW))


def test_an_edition_that_did_not_change_says_nothing() -> None:
    assert beside(EDITIONS.example) == []


@pytest.mark.parametrize("rule", EDITIONS.own, ids=[rule.code for rule in EDITIONS.own])
def test_editions(rule: Rule) -> None:
    assert rule.bad is not None
    bad = beside(changed(EDITIONS, rule.bad))
    assert {f.severity for f in bad if f.code == rule.code} == {rule.severity}, bad
    if rule.good is not None:
        assert rule.code not in {f.code for f in beside(changed(EDITIONS, rule.good))}


def twins(document: str) -> list[Finding]:
    found = together([Known("all.xml", stories(TWIN)), Known("city.xml", stories(document))])
    return found["city.xml"]


@pytest.mark.parametrize("rule", TOGETHER.own, ids=[rule.code for rule in TOGETHER.own])
def test_feeds_of_one_site(rule: Rule) -> None:
    assert isinstance(rule.bad, Change)
    assert isinstance(rule.good, Change)
    assert twins(TOGETHER.example) == []
    assert Counter(f.code for f in twins(changed(TOGETHER, rule.bad))) == {rule.code: 1}
    assert twins(changed(TOGETHER, rule.good)) == []
