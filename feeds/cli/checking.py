"""What `feeds check` makes of its options: from what was asked to a report and an exit code."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from feeds.cli import options
from feeds.cli.lapsed import tell_of_lapsed

if TYPE_CHECKING:
    from feeds.checking.baseline import Baseline
    from feeds.checking.finding import Severity
    from feeds.checking.policy import Choice, Policy
    from feeds.checking.reports import Report, Verdict
    from feeds.inspection.configured import Configured
    from feeds.inspection.inspecting import Wishes
    from feeds.inspection.specimen import Trouble
    from feeds.wording import Wording

FORMS = ("text", "jsonl", "json", "sarif", "github", "junit", "html")
LEVELS: dict[str, Severity] = {"error": "error", "warning": "warning", "info": "info"}
NEVER = "never"

CONFIGURATION = Path("feeds.yaml")
"""Used where it is there and none is named."""

REPAIRED = 5_000_000
"""Bytes of a file of which it is said unasked whether it can be repaired."""

Tell = Callable[[str], None]


@dataclass(kw_only=True)
class Asked:
    """The options of `feeds check`, as they were given."""

    target: str | None
    now: datetime | None
    url: str | None
    publication: str | None
    form: str
    output: Path | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: tuple[str, ...]
    fail_on: str
    config: Path | None
    baseline: Path | None
    write_baseline: bool
    against: str | None
    page: str | None
    together: bool | None
    follow: bool
    sites: tuple[str, ...]
    timeout: float
    allow_private: bool
    fix: bool
    diff: bool
    zone: str | None
    lang: str | None
    listing: Path | None
    files: tuple[str, ...]

    def __post_init__(self) -> None:
        """An address after --page is a document to check, its pages those that it links to."""
        if self.page is not None and self.page.startswith(("http://", "https://")):
            self.files = (*self.files, self.page)
            self.page = "link"


def run(asked: Asked) -> int:
    """Does what was asked; the exit code.

    Raises:
        FeedsError: the options are wrong, or do not go with what is there.
    """
    configured = _configured(asked)
    say = options.wording(asked.lang, configured.configuration)
    if asked.fix or asked.diff:
        from feeds.cli.fixing import STDOUT, repair

        names = _documents(asked)
        put = None if asked.diff else asked.output
        found = repair(
            names,
            write=asked.fix and not asked.diff,
            put=put,
            timezone=asked.zone,
            to_stderr=asked.form != "text" or put == STDOUT,
            say=say,
        )
        if asked.diff:
            return 1 if found else 0
        if put is not None:
            if put == STDOUT:
                return 0
            asked = replace(asked, files=(str(put),), listing=None, output=None)
    return _checked(asked, configured, say)


def _checked(asked: Asked, configured: Configured, say: Wording) -> int:
    from feeds.checking.reports import Summary
    from feeds.inspection.specimen import Trouble

    wishes = _wishes(asked)
    policy = configured.policy(wishes.now)
    baseline = _baseline(asked)
    summary, unreadable = Summary(), False
    kept: list[Verdict] = []
    with ExitStack() as stack:
        report, tell = _report(asked, say), _sink(asked, stack)
        for one in _looked_at(asked, wishes, configured, policy, stack):
            if isinstance(one, Trouble):
                click.echo(f"feeds: {one.name}: {say.said(one.reason)}", err=True)
                unreadable = True
                continue
            verdict, known = baseline.new(one) if baseline else (one, 0)
            summary.known += known
            summary.count(verdict)
            kept += [one] if asked.write_baseline else []
            _each(tell, report.document(verdict))
        _each(tell, report.end(summary))
    if asked.form == "text" or asked.output:
        click.echo(summary.line(say), err=True)
        if summary.counts["error"] and not asked.fix:
            _tell_of_repairs(asked, say)
    tell_of_lapsed(policy, say)
    _tell_of_baseline(asked, baseline, kept, say)
    if unreadable:
        return 3
    return 1 if summary.reaches(LEVELS.get(asked.fail_on)) and not asked.write_baseline else 0


def _looked_at(
    asked: Asked, wishes: Wishes, configured: Configured, policy: Policy, stack: ExitStack
) -> Iterator[Verdict | Trouble]:
    """What was found in each document, as it is looked at."""
    from feeds.fetching import Bounds, Fetcher
    from feeds.fetching.guard import Guard
    from feeds.inspection.gathering import Gathering
    from feeds.inspection.inspecting import Inspection

    bounds = Bounds(step=min(asked.timeout, Bounds().step), whole=asked.timeout)
    fetcher = stack.enter_context(Fetcher(Guard(allow_private=asked.allow_private), bounds))
    gathering = Gathering(fetcher, configured, asked.url)
    inspection = Inspection(wishes, gathering, policy)
    names = [] if asked.sites and not asked.files and not asked.listing else _documents(asked)
    yield from inspection.verdicts(names, asked.sites)


def _documents(asked: Asked) -> list[str]:
    """The files that are named, without packed twins of others and our own page of subscriptions.

    A shell's `output/*` names those too.
    """
    named = options.named_files(asked.files, asked.listing)
    return [name for name in named if not _is_twin(name, named) and not _is_our_page(name)]


def _is_twin(name: str, named: list[str]) -> bool:
    return name.endswith((".gz", ".br", ".zst")) and name.rpartition(".")[0] in named


def _is_our_page(name: str) -> bool:
    from feeds.pages.subscribe.publishing import HEAD, SIGN

    if not name.endswith(".html"):
        return False
    try:
        with Path(name).open("rb") as file:
            return SIGN in file.read(HEAD)
    except OSError:
        return False


def _wishes(asked: Asked) -> Wishes:
    from feeds.inspection.inspecting import Wishes
    from feeds.targets import registry

    if asked.target:
        registry.target(asked.target)
    together = asked.together
    if together is None:
        together = bool(asked.sites) or any(Path(name).is_dir() for name in asked.files)
    return Wishes(
        now=options.clock(asked.now),
        target=asked.target,
        url=asked.url,
        publication=asked.publication,
        choice=_choice(asked),
        against=asked.against,
        page=asked.page,
        together=together,
        follow=asked.follow,
    )


def _choice(asked: Asked) -> Choice:
    """Which rules are wanted, and how grave they count.

    Raises:
        UsageError: a selector stands for no rule, or a level is none.
    """
    from feeds.checking.policy import ALL, Choice
    from feeds.errors import UsageError

    levels: dict[str, Severity] = {}
    for pair in asked.severity:
        code, _, level = pair.partition("=")
        if level not in LEVELS:
            raise UsageError(f"--severity {pair}: not of the form CODE=error, CODE=warning or CODE=info")
        levels[code.upper()] = LEVELS[level]
    select, ignore = _selectors(asked.select), _selectors(asked.ignore)
    for selector in (*select, *ignore, *levels):
        _known(selector)
    return Choice(select=select or (ALL,), ignore=ignore, levels=levels)


def _selectors(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(word.strip().upper() for some in given for word in some.split(",") if word.strip())


def _known(selector: str) -> None:
    from feeds.errors import UsageError
    from feeds.targets import catalogue

    if not catalogue.chosen(selector):
        raise UsageError(f"no rule's code begins with {selector}", hint=catalogue.suggestion(selector))


def _configured(asked: Asked) -> Configured:
    from feeds.inspection.configured import Configured

    config = asked.config or (CONFIGURATION if CONFIGURATION.is_file() else None)
    return Configured(options.configuration(config, None, None) if config else None)


# ---- what comes out


def _report(asked: Asked, say: Wording) -> Report:
    from feeds import __version__
    from feeds.checking.reports import report
    from feeds.targets import catalogue

    coloured = asked.form == "text" and asked.output is None and _is_coloured()
    return report(
        asked.form,
        rule=catalogue.rule,
        version=__version__,
        fail_on=LEVELS.get(asked.fail_on),
        colour=coloured,
        say=say,
    )


def _is_coloured() -> bool:
    """Whether people see colours: on terminals that can, unless NO_COLOR says otherwise."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and sys.stdout.isatty()


def _sink(asked: Asked, stack: ExitStack) -> Tell:
    """Where the report goes."""
    if asked.output is None:
        return click.echo
    file = stack.enter_context(
        asked.output.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    )
    return lambda line: click.echo(line, file=file)


def _each(tell: Tell, lines: Iterable[str]) -> None:
    """Says lines, many at a time: each saying waits for the terminal or the file."""
    waiting = iter(lines)
    while some := list(islice(waiting, 500)):
        tell("\n".join(some))


def _tell_of_repairs(asked: Asked, say: Wording) -> None:
    """That some of what is wrong in a file can be repaired by program; of several files nothing is said."""
    from feeds.checking.fixing import fixed

    name = asked.files[0] if len(asked.files) == 1 and asked.listing is None else ""
    file = Path(name)
    if not name or not file.is_file() or file.stat().st_size > REPAIRED:
        return
    data = file.read_bytes()
    if fixed(data, zone=asked.zone).data != data:
        click.echo(
            say("Some of it can be repaired: {command}", command=f"feeds check --diff {shlex.quote(name)}"),
            err=True,
        )


# ---- what is known


def _baseline(asked: Asked) -> Baseline | None:
    """What was found before, where it is to be taken for known.

    Raises:
        UsageError: the file is no baseline, or none is named that could be written.
    """
    from feeds.checking.baseline import Baseline
    from feeds.errors import UsageError

    if asked.write_baseline and asked.baseline is None:
        raise UsageError("--write-baseline needs a file", hint="Name it: --baseline feeds-baseline.json")
    if asked.baseline is None or asked.write_baseline:
        return None
    try:
        return Baseline.parse(asked.baseline.read_bytes(), str(asked.baseline))
    except OSError as error:
        hint = f"Write one: feeds check --baseline {asked.baseline} --write-baseline ..."
        raise UsageError(f"{asked.baseline}: {error.strerror}", hint=hint) from None


def _tell_of_baseline(asked: Asked, baseline: Baseline | None, kept: list[Verdict], say: Wording) -> None:
    """Writes what was found, or tells what of the known is gone."""
    from feeds.checking.baseline import written

    if asked.write_baseline and asked.baseline is not None:
        asked.baseline.write_bytes(written(kept))
        return
    for name, known in baseline.stale() if baseline else ():
        said = say(
            "{code} in {name} is known, and was not found any more: {message}",
            code=known.code,
            name=name,
            message=say.said(known.message),
        )
        click.echo(f"feeds: {asked.baseline}: {said}", err=True)
