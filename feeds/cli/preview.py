"""`feeds preview`: a story as each platform shows it, or a feed as a page."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from feeds.cli import options

if TYPE_CHECKING:
    from feeds.archive.archive import Archive
    from feeds.build.plan import FeedPlan
    from feeds.publication import Configuration
    from feeds.wording import Wording


@click.command("preview")
@options.config_option
@click.option("--archive", metavar="URL", help="Archive to use, as in sqlite:///archive.db.")
@options.now_option
@options.lang_option
@click.option(
    "--feed", metavar="NAME", help="This feed only; without a story, the feed's source with findings."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="Write the page there; - is standard output.",
)
@click.option(
    "--serve",
    "port",
    type=click.IntRange(0, 65535),
    metavar="PORT",
    help="Serve it on 127.0.0.1; 0: any port.",
)
@click.argument("story", metavar="[ID-OR-URL]", required=False)
def command(
    config: Path,
    archive: str | None,
    now: datetime | None,
    lang: str | None,
    feed: str | None,
    output: Path | None,
    port: int | None,
    story: str | None,
) -> None:
    """Show a story as each platform shows it, made of what that platform gets.

    The page is one file: cards and texts, what rules find, what was left out, why the story is not
    somewhere. Without a story it is the newest one. On a terminal the page is opened in the browser;
    in a pipe it is printed.

    \b
    Examples:
      feeds preview https://vestnik.example/2026/11/23/zimniy-parom
      feeds preview 20425 --feed dzen/channel.xml --output card.html
      feeds preview --feed rss.xml --serve 8080
    """
    from feeds.archive.archive import open_archive
    from feeds.cli.pages import hand_over, serve

    configuration = options.configuration(config, None, archive)
    say = options.wording(lang, configuration)
    moment = options.clock(now)

    def made() -> str:
        with open_archive(configuration.archive) as store:
            if feed and story is None:
                return _feed(configuration, feed, moment, say)
            return _story(configuration, store, story, feed, moment, say)

    if port is not None:
        serve(made, port)
    else:
        hand_over(made(), output)


def _story(
    configuration: Configuration,
    store: Archive,
    story: str | None,
    feed: str | None,
    now: datetime,
    say: Wording,
) -> str:
    from feeds.archive import articles
    from feeds.cli.stories import named
    from feeds.pages.preview.gather import cards
    from feeds.pages.preview.view import alone
    from feeds.publish.outputs import output_of

    output = output_of(configuration)
    with store.transaction() as connection:
        wanted = story or next(iter(articles.nearest(connection, "", 1)), "")
        article = named(connection, wanted, configuration)
        made = cards(connection, article, _plans(configuration, feed), output, now)
    return alone(configuration, article, made, now, say)


def _feed(configuration: Configuration, feed: str, now: datetime, say: Wording) -> str:
    from feeds.errors import FeedsError
    from feeds.pages.readable.alone import source_alone
    from feeds.publish.outputs import output_of

    (plan,) = _plans(configuration, feed)
    content = output_of(configuration).read(plan.path)
    if content is None:
        raise FeedsError(f"{plan.path} is not in {configuration.output}", hint="feeds build publishes it.")
    return source_alone(configuration, plan, content, now, say)


def _plans(configuration: Configuration, feed: str | None) -> list[FeedPlan]:
    from feeds.build.plan import plans
    from feeds.errors import UsageError

    made = plans(configuration)
    if feed is None:
        return made
    found = [plan for plan in made if feed in (plan.path, plan.channel.url)]
    if not found:
        known = ", ".join(plan.path for plan in made)
        raise UsageError(f"there is no feed {feed!r}", hint=f"The feeds are {known}.")
    return found
