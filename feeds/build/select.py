"""Which stories a feed takes, and why not the others. Pure: the same heads and `now` decide the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from feeds.archive.articles import Head
from feeds.archive.editions import Decision, Listed
from feeds.build.plan import FeedPlan

Reason = Callable[[Head, FeedPlan, datetime], Decision | None]


def decide(head: Head, plan: FeedPlan, now: datetime) -> Decision | None:
    """Why a feed does not take a story now; None where it does, as far as its head can tell."""
    for reason in REASONS:
        if (decision := reason(head, plan, now)) is not None:
            return decision
    return None


def candidates(
    heads: Iterable[Head], plan: FeedPlan, now: datetime
) -> Iterator[tuple[Head, Decision | None]]:
    """Each head with why it stays out, or None; in the order given."""
    for head in heads:
        yield head, decide(head, plan, now)


def leaves_at(head: Head | Listed, plan: FeedPlan) -> datetime | None:
    """The instant at which an admitted story must leave by itself."""
    ends = [_moment(head.expires)] if head.expires is not None else []
    if plan.window:
        ends.append(_moment(head.published) + plan.window)
    return min(ends, default=None)


def _withdrawn(head: Head, plan: FeedPlan, now: datetime) -> Decision | None:
    if head.withdrawn is None:
        return None
    return Decision(
        outcome="withdrawn", code="withdrawn", reason=f"withdrawn: {head.withdrawn or 'no reason given'}"
    )


def _only(head: Head, plan: FeedPlan, now: datetime) -> Decision | None:
    if head.only is None or _named(head.only, plan):
        return None
    return _left_out("only", f"the story is only for {', '.join(head.only) or 'no feed'}")


def _except(head: Head, plan: FeedPlan, now: datetime) -> Decision | None:
    return (
        _left_out("except", f"the story is not for {', '.join(head.except_)}")
        if _named(head.except_, plan)
        else None
    )


def _named(names: Iterable[str], plan: FeedPlan) -> bool:
    return any(name in (plan.target.name, plan.path) for name in names)


def _embargo(head: Head, plan: FeedPlan, now: datetime) -> Decision | None:
    return _held("embargo", "under embargo until", head.embargo, plan, now)


def _future(head: Head, plan: FeedPlan, now: datetime) -> Decision | None:
    return _held("future", "dated in the future: waits until", head.published, plan, now)


def _held(code: str, why: str, until: float | None, plan: FeedPlan, now: datetime) -> Decision | None:
    if until is None or until <= now.timestamp():
        return None
    moment = _moment(until)
    return Decision(outcome="held", code=code, reason=f"{why} {_said(moment, plan)}", until=moment)


def _expired(head: Head, plan: FeedPlan, now: datetime) -> Decision | None:
    if head.expires is None or head.expires > now.timestamp():
        return None
    return _left_out("expired", f"expired on {_said(_moment(head.expires), plan)}")


def _section(head: Head, plan: FeedPlan, now: datetime) -> Decision | None:
    select = plan.feed.select
    if select.sections and not _meets([head.section or ""], select.sections):
        return _left_out("section", f"{_in_section(head)}; the feed takes {_list(select.sections)}")
    if select.except_sections and _meets([head.section or ""], select.except_sections):
        return _left_out("section", f"{_in_section(head)}, which the feed leaves out")
    return None


def _in_section(head: Head) -> str:
    return f"in section «{head.section}»" if head.section else "in no section"


def _tags(head: Head, plan: FeedPlan, now: datetime) -> Decision | None:
    select = plan.feed.select
    if select.tags and not _meets(head.tags, select.tags):
        return _left_out("tag", f"has none of the tags {_list(select.tags)}")
    if select.except_tags and _meets(head.tags, select.except_tags):
        return _left_out("tag", f"has one of the tags that the feed leaves out: {_list(select.except_tags)}")
    return None


def _authors(head: Head, plan: FeedPlan, now: datetime) -> Decision | None:
    wanted = plan.feed.select.authors
    if not wanted or _meets(head.authors, wanted):
        return None
    return _left_out("author", f"by none of the authors {_list(wanted)}")


def _language(head: Head, plan: FeedPlan, now: datetime) -> Decision | None:
    wanted = plan.feed.select.languages
    language = head.language or plan.channel.setting.publication.language
    if not wanted or any(language == w or language.startswith(w + "-") for w in wanted):
        return None
    return _left_out("language", f"in language {language}; the feed takes {', '.join(wanted)}")


def _source(head: Head, plan: FeedPlan, now: datetime) -> Decision | None:
    wanted = plan.feed.select.sources
    if not wanted or head.source in wanted:
        return None
    return _left_out("source", f"from source {head.source}; the feed takes {', '.join(wanted)}")


def _window(head: Head, plan: FeedPlan, now: datetime) -> Decision | None:
    if plan.window is None or now - _moment(head.published) <= plan.window:
        return None
    published = _said(_moment(head.published), plan)
    return _left_out(
        "window", f"published on {published}; the feed takes stories of the last {span(plan.window)}"
    )


REASONS: tuple[Reason, ...] = (
    _withdrawn,
    _only,
    _except,
    _embargo,
    _future,
    _expired,
    _section,
    _tags,
    _authors,
    _language,
    _source,
    _window,
)


def _left_out(code: str, reason: str) -> Decision:
    return Decision(outcome="left out", code=code, reason=reason)


def _meets(values: Iterable[str], wanted: Iterable[str]) -> bool:
    """Whether any value is wanted; case does not count."""
    return not {v.casefold() for v in values}.isdisjoint(w.casefold() for w in wanted)


def _list(words: Iterable[str]) -> str:
    return ", ".join(f"«{word}»" for word in words)


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, tz=UTC)


def _said(moment: datetime, plan: FeedPlan) -> str:
    """An instant on the newsroom's clock."""
    zone = plan.channel.setting.publication.timezone
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M} ({zone})"


def span(delta: timedelta) -> str:
    """A window in words: 48 hours, 8 days."""
    minutes = int(delta.total_seconds()) // 60
    for unit, size in (("day", 24 * 60), ("hour", 60), ("minute", 1)):
        number, rest = divmod(minutes, size)
        # two days are said as 48 hours: so do the platforms
        if rest == 0 and (number > 2 or size < 24 * 60):
            return unit if number == 1 else f"{number} {unit}s"
    return "moment"
