"""`feeds check`: what the platforms' rules say of a document, wherever it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from feeds.cli import checking, completing, options

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("check")
@click.option(
    "--as",
    "target",
    metavar="TARGET",
    shell_complete=completing.targets,
    help="Check as this target, not as the one recognised.",
)
@options.now_option
@click.option("--url", help="Where the document is served.")
@click.option("--publication", metavar="NAME", help="The outlet's name, exactly as Google News shows it.")
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(checking.FORMS),
    help="For people, for programs, for build servers, or as a page.",
)
@click.option(
    "-o", "--output", type=FILE, help="Write the report into a file; with --fix, the repaired document."
)
@click.option(
    "--select",
    multiple=True,
    metavar="CODES",
    help="Tell of these rules only: DZ040, DZ04, DZ; commas part them.",
)
@click.option("--ignore", multiple=True, metavar="CODES", help="Do not tell of these rules.")
@click.option(
    "--severity",
    multiple=True,
    metavar="CODE=LEVEL",
    help="Count findings of a rule as error, warning or info.",
)
@click.option(
    "--fail-on",
    default="error",
    show_default=True,
    type=click.Choice([*checking.LEVELS, checking.NEVER]),
    help="Exit with 1 from this severity on.",
)
@click.option(
    "-c", "--config", type=FILE, help="feeds.yaml that knows the documents; the one here, if there is one."
)
@click.option("--baseline", type=FILE, help="Findings that are known already do not count.")
@click.option("--write-baseline", is_flag=True, help="Write what is found into the baseline.")
@click.option(
    "--against", metavar="OLD", help="Compare with the former edition: a file, a folder, an address."
)
@click.option(
    "--page",
    is_flag=False,
    flag_value="link",
    metavar="[PAGE]",
    help="Compare full texts with their pages: a file, a folder, or those that the stories link to.",
)
@click.option(
    "--together/--apart",
    default=None,
    help="Compare the documents with one another. For folders and sites: yes.",
)
@click.option("--follow", is_flag=True, help="Check the parts of sitemap indexes too.")
@click.option("--site", "sites", multiple=True, metavar="URL", help="Check the feeds that a site announces.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30,
    show_default=True,
    metavar="SECONDS",
    help="How long an answer may take.",
)
@click.option("--allow-private", is_flag=True, help="Fetch from addresses that are not public too.")
@click.option(
    "--fix",
    is_flag=True,
    help="Repair what is safe to repair, and show it; then check. In the files, or into --output.",
)
@click.option("--diff", is_flag=True, help="Show what would be repaired, and do nothing.")
@click.option(
    "--zone",
    "--timezone",
    "zone",
    metavar="NAME",
    help="With --fix: the zone of dates that name none, as Europe/Moscow.",
)
@options.lang_option
@options.files_from_option
@click.argument("files", nargs=-1, metavar="FILE|FOLDER|URL...")
def command(**given: Any) -> None:
    """Check feeds and sitemaps by their platforms' rules, whoever made them.

    The format is recognised from the document, dialects too; VK and OK take plain RSS, so name
    them with --as, or let feeds.yaml tell. Of an address it is judged how it is served, too:
    media type, caching, redirects, robots.txt. Exit code 1 tells that there is an error, 0 that
    there is none, 3 that something could not be read.

    \b
    Examples:
      feeds check output/rss.xml
      feeds check --as vk export.xml
      feeds check https://news.example/feed.xml
      feeds check --site https://news.example/
      feeds check --against yesterday.xml today.xml
      feeds check --format sarif --output feeds.sarif output/
      feeds check --baseline known.json --ignore RSS060 output/
      feeds check --lang ru output/dzen.xml
      feeds check --diff --zone Europe/Moscow export.xml
      feeds check --fix --output repaired.xml export.xml
    """
    raise SystemExit(checking.run(checking.Asked(**given)))
