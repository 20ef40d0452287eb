"""The handbook: each rule explained once, from what it is declared with."""

from __future__ import annotations

import re
from datetime import date

import pytest

from feeds.checking.document import Document
from feeds.targets import handbook, registry
from feeds.targets.catalogue import Entry, chosen, entries

PAGES = handbook.pages()
EVERY = [pytest.param(entry, id=code) for code, entry in entries().items()]


@pytest.mark.parametrize("entry", EVERY)
def test_every_rule_says_what_to_do_who_says_so_and_shows_it(entry: Entry) -> None:
    rule = entry.rule
    assert rule.summary.endswith(".")
    assert rule.hint
    assert rule.spec.startswith("https://")
    assert date(2026, 1, 1) <= date.fromisoformat(rule.read) <= date(2026, 12, 31)
    shown = handbook.example(entry)
    if shown is None:
        assert rule.instead.endswith(".")
    else:
        assert shown.bad != shown.good or rule.severity == "info"


@pytest.mark.parametrize("entry", EVERY)
def test_every_rule_has_a_page_with_its_facts(entry: Entry) -> None:
    page = PAGES[f"{entry.rule.code}.md"]
    assert page.startswith(f"# {entry.rule.code} {entry.rule.name}\n")
    assert f"<{entry.rule.spec}>, read {entry.rule.read}" in page
    assert page.endswith("\n")


def test_links_lead_to_pages() -> None:
    for path, page in PAGES.items():
        for link in re.findall(r"\]\(([^)]+)\)", re.sub(r"```.*?```", "", page, flags=re.DOTALL)):
            assert link in PAGES, path


def test_each_target_lists_its_rules() -> None:
    for name in registry.targets():
        page = PAGES[f"target-{name}.md"]
        listed = re.findall(r"^\| \[([A-Z]+\d+)\]", page, re.MULTILINE)
        assert sorted(listed) == sorted(entry.rule.code for entry in chosen(name))


def test_texts_hold_no_markup() -> None:
    for path, page in PAGES.items():
        outside = re.sub(r"```.*?```|<https://[^>]+>", "", page, flags=re.DOTALL)
        assert not re.search(r"<[A-Za-z/!]", outside), path


def test_pages_are_the_same_each_time() -> None:
    assert handbook.pages() == PAGES


def test_a_difference_shows_what_changes_and_little_around_it() -> None:
    bad = "\n".join(["<a>", *("<b/>" for _ in range(30)), "<c>1</c>", "<d/>", "</a>"])
    shown = handbook.compared(bad, bad.replace("<c>1</c>", "<c>2</c>"))
    assert shown.difference.split("\n") == ["  <b/>", "- <c>1</c>", "+ <c>2</c>", "  <d/>"]
    assert (shown.bad, shown.good) == ("<b/>\n<c>1</c>\n<d/>", "<b/>\n<c>2</c>\n<d/>")


def test_a_vast_example_is_cut() -> None:
    shown = handbook.compared("x" * 10_000 + "\n" * 500, "y" * 10_000)
    assert len(shown.difference.split("\n")) <= handbook.LONGEST + 1
    assert max(map(len, shown.difference.split("\n"))) <= handbook.WIDEST + 1


def test_what_rules_look_at_is_said_in_words() -> None:
    for entry in entries().values():
        assert not re.search(r"[{}]|^/", handbook.looks_at(entry)), entry.rule.on


def test_examples_that_should_be_documents_are() -> None:
    for name in registry.targets():
        rules = registry.rules(name)
        assert name == "json-feed" or Document(rules.example.encode()).root is not None
