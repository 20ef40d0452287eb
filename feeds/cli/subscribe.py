"""`feeds subscribe`: what tells readers, browsers, robots and feed readers of the feeds."""

from __future__ import annotations

from pathlib import Path

import click

from feeds.cli import options

FORMS = ("html", "head", "robots", "opml", "json")


@click.command("subscribe")
@options.config_option
@click.option("--lang", metavar="LANG", help="Language of the texts: en or ru; else the publication's.")
@click.option(
    "--format",
    "form",
    default="html",
    show_default=True,
    type=click.Choice(FORMS),
    help="A block for pages, tags for their heads, lines of robots.txt, a list for feed readers, or data.",
)
def command(config: Path, lang: str | None, form: str) -> None:
    """Print what tells readers of the outlet's channels and feeds, made from feeds.yaml.

    Without --lang it is in the publication's language. feeds build keeps a page of the same in
    output/index.html.

    \b
    Examples:
      feeds subscribe                                the block below a story: VK, Dzen, RSS ...
      feeds subscribe --format head                  <link rel="alternate"> for the pages' <head>
      feeds subscribe --format robots >> robots.txt  where the sitemaps are
      feeds subscribe --format opml > feeds.opml     what feed readers import
    """
    from feeds.build.plan import plans
    from feeds.cli.terminal import emit
    from feeds.pages.subscribe import snippets
    from feeds.pages.subscribe.page import block
    from feeds.wording import chosen, wording

    configuration = options.configuration(config, None, None)
    made = plans(configuration)
    say = wording(chosen(lang, configuration.publication.language))
    if form == "json":
        emit(snippets.facts(configuration, made, say))
    elif form == "robots":
        click.echo(snippets.robots(made, say), nl=False)
    else:
        write = {"html": block, "head": snippets.head, "opml": snippets.opml}[form]
        click.echo(write(configuration, made, say).rstrip("\n"))
