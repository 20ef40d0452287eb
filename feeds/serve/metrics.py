"""What Prometheus reads of the publisher: one table of metrics, and how they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from feeds.archive.polls import Tally
from feeds.pages.status.report import FeedStatus, Report

Sample = tuple[Mapping[str, str], float]


class Facts(NamedTuple):
    """What metrics are made of: how everything does, what was answered since the first start, what waits."""

    report: Report
    tallies: Sequence[Tally] = ()
    announcements: int = 0


class Metric(NamedTuple):
    """A metric: its name, type and meaning, and how its samples are had."""

    name: str
    kind: Literal["gauge", "counter"]
    help: str
    samples: Callable[[Facts], Iterable[Sample]]


def _one(value: Callable[[Facts], float]) -> Callable[[Facts], Iterable[Sample]]:
    return lambda facts: [({}, value(facts))]


def _feeds(value: Callable[[FeedStatus, datetime], float | None]) -> Callable[[Facts], Iterable[Sample]]:
    def samples(facts: Facts) -> Iterable[Sample]:
        for feed in facts.report.feeds:
            found = value(feed, facts.report.now)
            if found is not None:
                yield {"feed": feed.path}, found

    return samples


def _age(moment: datetime | None, now: datetime) -> float | None:
    return (now - moment).total_seconds() if moment else None


METRICS: tuple[Metric, ...] = (
    Metric("feeds_articles", "gauge", "Articles in the archive.", _one(lambda f: f.report.articles)),
    Metric("feeds_feed_entries", "gauge", "Stories in the feed.", _feeds(lambda f, _: f.entries)),
    Metric(
        "feeds_feed_bytes", "gauge", "Size of the feed's documents in bytes.", _feeds(lambda f, _: f.bytes)
    ),
    Metric(
        "feeds_feed_edition", "counter", "Number of the edition that is out.", _feeds(lambda f, _: f.edition)
    ),
    Metric(
        "feeds_feed_age_seconds",
        "gauge",
        "Seconds since the edition came out.",
        _feeds(lambda f, now: _age(f.published, now)),
    ),
    Metric(
        "feeds_feed_newest_age_seconds",
        "gauge",
        "Seconds since the newest story in the feed changed.",
        _feeds(lambda f, now: _age(f.newest, now)),
    ),
    Metric(
        "feeds_feed_wake_timestamp_seconds",
        "gauge",
        "When the feed changes next by itself, in seconds since 1970.",
        _feeds(lambda f, _: f.wake.timestamp() if f.wake else None),
    ),
    Metric(
        "feeds_feed_held",
        "gauge",
        "1 where an edition is held back.",
        _feeds(lambda f, _: f.held is not None),
    ),
    Metric(
        "feeds_feed_quarantined",
        "gauge",
        "Stories that the platform's rules keep back.",
        _feeds(lambda f, _: len(f.quarantined)),
    ),
    Metric("feeds_feed_warnings", "gauge", "Warnings about the edition.", _feeds(lambda f, _: f.warnings)),
    Metric(
        "feeds_webhooks",
        "gauge",
        "Webhook messages of the last 30 days by what became of them.",
        lambda facts: [({"state": state}, count) for state, count in sorted(facts.report.counts.items())],
    ),
    Metric(
        "feeds_source_rejections",
        "gauge",
        "Records of the source that are no article.",
        lambda facts: [({"source": source.name}, source.rejections) for source in facts.report.sources],
    ),
    Metric(
        "feeds_announcements_waiting",
        "gauge",
        "What hubs and search engines are still to be told.",
        _one(lambda f: f.announcements),
    ),
    Metric(
        "feeds_polls_total",
        "counter",
        "Answers to polls, by feed and status.",
        lambda facts: [({"feed": t.feed, "status": str(t.status)}, t.count) for t in facts.tallies],
    ),
    Metric(
        "feeds_sent_bytes_total",
        "counter",
        "Bytes of documents sent, by feed and status.",
        lambda facts: [({"feed": t.feed, "status": str(t.status)}, t.bytes) for t in facts.tallies],
    ),
)


def exposed(facts: Facts) -> str:
    """All metrics in Prometheus' text format 0.0.4."""
    return "".join(_exposed(metric, facts) for metric in METRICS)


def _exposed(metric: Metric, facts: Facts) -> str:
    lines = [f"# HELP {metric.name} {metric.help}", f"# TYPE {metric.name} {metric.kind}"]
    for labels, value in metric.samples(facts):
        said = ",".join(f'{name}="{_escaped(label)}"' for name, label in labels.items())
        lines.append(
            f"{metric.name}{{{said}}} {_number(value)}" if said else f"{metric.name} {_number(value)}"
        )
    return "\n".join(lines) + "\n"


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(round(value, 3))


def _escaped(label: str) -> str:
    return label.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
