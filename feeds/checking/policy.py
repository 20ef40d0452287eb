"""Which findings are told, and how grave they count: by the rules, by the command line, by feeds.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo

from msgspec.structs import replace

from feeds.checking.finding import Finding, Severity
from feeds.publication import Checks, Exemption, Regraded

_SELECTOR = re.compile(r"([A-Z]+)([0-9]*)")

ALL = "ALL"
"""The selector of every rule."""


def covers(selector: str, code: str) -> bool:
    """Whether a selector (ALL, DZ, DZ04, DZ040) stands for a rule. The letters are always all of them."""
    if selector in {ALL, code}:
        return True
    chosen, whole = _SELECTOR.fullmatch(selector), _SELECTOR.fullmatch(code)
    return bool(chosen and whole and chosen[1] == whole[1] and whole[2].startswith(chosen[2]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the command line asks for: selectors of rules to tell of, and not to; levels by selectors.

    Of two selectors that stand for one rule the more exact one counts.
    """

    select: Sequence[str] = (ALL,)
    ignore: Sequence[str] = ()
    levels: Mapping[str, Severity] = field(default_factory=dict)

    def wants(self, code: str) -> bool:
        """Whether the findings of a rule are told."""
        return _exactness(self.select, code) > _exactness(self.ignore, code)

    def level(self, code: str) -> Severity | None:
        """How grave the findings of a rule count; None: as the rule says."""
        named = [selector for selector in self.levels if covers(selector, code)]
        return self.levels[max(named, key=_length)] if named else None


def _exactness(selectors: Iterable[str], code: str) -> int:
    return max((_length(selector) for selector in selectors if covers(selector, code)), default=-1)


def _length(selector: str) -> int:
    return 0 if selector == ALL else len(selector)


class Policy:
    """What feeds.yaml says of findings, at an instant: entries that lapsed hold no more.

    What is an error stays one unless `severity` lowers it: `ignore` alone lets nothing out that a platform
    would refuse.
    """

    def __init__(self, checks: Checks, now: datetime, zone: tzinfo) -> None:
        today = now.astimezone(zone).date()
        self._zone = zone
        self._ignored = [entry for entry in checks.ignore if _holds(entry.until, today)]
        self._regraded = [entry for entry in checks.severity if _holds(entry.until, today)]
        self.lapsed: list[Exemption] = [entry for entry in _all(checks) if not _holds(entry.until, today)]
        """The entries that held until a day that has passed."""

    def applied(self, findings: Iterable[Finding], feed: str | None = None) -> list[Finding]:
        """The findings of a feed's document as they count here."""
        if not self._ignored and not self._regraded and not self.lapsed:
            return list(findings)
        graded = [self._reminded(self._graded(finding, feed), feed) for finding in findings]
        return [
            finding for finding in graded if finding.severity == "error" or not self._ignores(finding, feed)
        ]

    @property
    def holding(self) -> tuple[Exemption, ...]:
        """The entries that hold."""
        return (*self._ignored, *self._regraded)

    @property
    def lapses(self) -> datetime | None:
        """The next instant at which an entry ceases to hold."""
        days = [entry.until for entry in self.holding if entry.until is not None]
        return midnight_after(min(days), self._zone) if days else None

    def _graded(self, finding: Finding, feed: str | None) -> Finding:
        entries = [entry for entry in self._regraded if _concerns(entry, finding, feed)]
        if not entries:
            return finding
        return replace(finding, severity=max(entries, key=_weight).level)

    def _reminded(self, finding: Finding, feed: str | None) -> Finding:
        """The finding, and that it was an exception until a day that has passed."""
        entry = next((entry for entry in self.lapsed if _concerns(entry, finding, feed)), None)
        if entry is None:
            return finding
        said = f"Its exemption in feeds.yaml ended on {entry.until}: {entry.reason}"
        return replace(finding, hint=f"{finding.hint} {said}" if finding.hint else said)

    def _ignores(self, finding: Finding, feed: str | None) -> bool:
        return any(_concerns(entry, finding, feed) for entry in self._ignored)


def _all(checks: Checks) -> list[Exemption]:
    return [*checks.ignore, *checks.severity]


def concerning(checks: Checks, feed: str) -> Checks:
    """The entries that are about a feed."""
    return Checks(
        ignore=tuple(entry for entry in checks.ignore if entry.feed in {None, feed}),
        severity=tuple(entry for entry in checks.severity if entry.feed in {None, feed}),
    )


def _weight(entry: Regraded) -> tuple[bool, int]:
    """An entry that names a feed goes before one that does not, then the more exact code."""
    return entry.feed is not None, len(entry.code)


def _concerns(entry: Exemption, finding: Finding, feed: str | None) -> bool:
    return entry.feed in {None, feed} and covers(entry.code, finding.code)


def _holds(until: date | None, today: date) -> bool:
    return until is None or today <= until


def midnight_after(day: date, zone: tzinfo) -> datetime:
    """When a day ends."""
    return datetime.combine(day + timedelta(days=1), time(), zone)


def chosen(findings: Iterable[Finding], choice: Choice) -> list[Finding]:
    """The findings that are wanted, as grave as they shall count."""
    wanted = (finding for finding in findings if choice.wants(finding.code))
    return [
        finding if (level := choice.level(finding.code)) is None else replace(finding, severity=level)
        for finding in wanted
    ]
