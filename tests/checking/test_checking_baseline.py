"""A baseline: what was found once does not count, wherever it has moved to; what is new does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from feeds.checking.baseline import Baseline, written
from feeds.checking.excerpts import reported
from feeds.checking.finding import Finding
from feeds.checking.reports import Verdict
from feeds.errors import UsageError

FINDINGS = st.builds(
    Finding,
    severity=st.sampled_from(["error", "warning", "info"]),
    code=st.sampled_from(["RSS010", "RSS011", "DZ040"]),
    message=st.sampled_from(["a title is missing", "the text has 12 characters", "the link is elsewhere"]),
    line=st.integers(0, 500),
    column=st.integers(0, 90),
    item=st.sampled_from([None, "https://harbour.example/1", "https://harbour.example/2"]),
)
LISTS = st.lists(FINDINGS, max_size=12)


def verdict(findings: list[Finding], name: str = "out/feed.xml") -> Verdict:
    return Verdict(name, reported(b"", findings))


def kept(findings: list[Finding]) -> Baseline:
    return Baseline.parse(written([verdict(findings)]), "known.json")


@given(LISTS, st.randoms(use_true_random=False), st.integers(1, 400))
def test_what_is_known_stays_known_when_lines_and_order_move(
    findings: list[Finding], chance, by: int
) -> None:
    moved = [replace(finding, line=finding.line + by, column=1) for finding in findings]
    chance.shuffle(moved)
    baseline = kept(findings)
    new, known = baseline.new(verdict(moved, "./out/feed.xml"))
    assert (list(new.found), known) == ([], len(findings))
    assert not list(baseline.stale())


@given(LISTS, FINDINGS)
def test_one_more_of_a_kind_is_new(findings: list[Finding], more: Finding) -> None:
    new, known = kept(findings).new(verdict([*findings, more]))
    assert known == len(findings)
    assert [found.finding.code for found in new.found] == [more.code]


@given(LISTS, FINDINGS)
def test_what_is_gone_is_told(findings: list[Finding], gone: Finding) -> None:
    baseline = kept([*findings, gone])
    baseline.new(verdict(findings))
    assert [(name, known.code) for name, known in baseline.stale()] == [("out/feed.xml", gone.code)]


@given(LISTS, st.randoms(use_true_random=False))
def test_the_same_findings_make_the_same_bytes(findings: list[Finding], chance) -> None:
    names = ["b.xml", "a.xml", "c.xml"]
    one = written(verdict(findings, name) for name in names)
    chance.shuffle(names)
    assert written(verdict(findings, name) for name in names) == one


def test_a_document_that_was_not_looked_at_is_not_gone() -> None:
    baseline = kept([Finding(severity="error", code="RSS010", message="a title is missing")])
    baseline.new(verdict([], "other.xml"))
    assert not list(baseline.stale())


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"[]", b'{"version": 2, "documents": {}}', b'{"version": 1}']
)
def test_what_is_no_baseline_is_told_so(content: bytes) -> None:
    with pytest.raises(UsageError, match=r"known\.json"):
        Baseline.parse(content, "known.json")
