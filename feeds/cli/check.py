"""`feeds check`: what the platforms' rules say of a document."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from feeds.cli import options


@click.command("check")
@click.option("--as", "target", metavar="TARGET", help="Check as this target, not as the one recognised.")
@options.now_option
@click.option("--url", help="Where the document is served.")
@click.option("--publication", metavar="NAME", help="The outlet's name, exactly as Google News shows it.")
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(["text", "jsonl"]),
    help="For people, or one JSON object for each finding.",
)
@options.files_from_option
@click.argument("files", nargs=-1, metavar="FILE...")
def command(
    target: str | None,
    now: datetime | None,
    url: str | None,
    publication: str | None,
    form: str,
    listing: Path | None,
    files: tuple[str, ...],
) -> None:
    """Check feeds and sitemaps by their platforms' rules, whoever made them.

    The format is recognised from the document, dialects too; VK and OK take plain RSS, so name
    them with --as. Exit code 1 tells that there is an error, 0 that there is none.

    \b
    Examples:
      feeds check output/rss.xml
      feeds check --as vk export.xml
      feeds check --format jsonl --url https://news.example/feed.xml feed.xml
    """
    from feeds.checking import report
    from feeds.errors import FeedsError
    from feeds.pages.subscribe.publishing import HEAD, SIGN
    from feeds.targets import registry
    from feeds.targets.check import check

    if target:
        registry.target(target)
    moment = options.clock(now)
    tally = report.Tally()
    unreadable = False
    named = options.named_files(files, listing)
    for path in (path for path in named if not _is_sibling(path, named)):
        try:
            source = options.content_of(path)
        except FeedsError as error:
            click.echo(f"feeds: {error}", err=True)
            unreadable = True
            continue
        if SIGN in source[:HEAD]:
            continue
        findings = check(source, target, now=moment, url=url, publication=publication)
        tally.count(findings)
        lines = report.json_lines if form == "jsonl" else report.text
        for line in lines(path, source, findings):
            click.echo(line)
    if form == "text":
        click.echo(tally.summary(), err=True)
    if unreadable:
        raise SystemExit(3)
    raise SystemExit(1 if tally.errors else 0)


def _is_sibling(path: str, named: list[str]) -> bool:
    """Whether a file is another one of those named, packed as browsers take it: `output/*` names both."""
    return path.endswith((".gz", ".br", ".zst")) and path.rpartition(".")[0] in named
