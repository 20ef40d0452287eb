"""`feeds why`: where a story is, where it is not, and why."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from feeds.cli import options


@click.command("why")
@options.config_option
@options.place_options
@options.now_option
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON for each feed.")
@click.argument("story", metavar="ID-OR-URL")
def command(
    config: Path, output: Path | None, archive: str | None, now: datetime | None, as_json: bool, story: str
) -> None:
    """Tell for each feed whether a story is in it, and why not.

    The story is named by its id, its address, or the id that our feeds give it, as in:

    \b
      feeds why https://vestnik.example/2026/11/23/velodorozhka
      feeds why 100501 --json
    """
    import msgspec

    from feeds.archive import articles, likeness
    from feeds.archive.archive import open_archive
    from feeds.build.explain import explain
    from feeds.build.plan import plans
    from feeds.cli.terminal import emit, table
    from feeds.errors import UsageError
    from feeds.syndication.story import named_by

    configuration = options.configuration(config, output, archive)
    moment = options.clock(now)
    with open_archive(configuration.archive) as store, store.transaction() as connection:
        names = named_by(story, configuration.publication)
        article = next(filter(None, (articles.find(connection, name) for name in names)), None)
        if article is None:
            near, newest = articles.nearest(connection, story), articles.nearest(connection, "")
            hint = f"Did you mean {', '.join(near)}?" if near else f"The newest are {', '.join(newest)}."
            raise UsageError(
                f"the archive holds no story {story!r}",
                hint=hint if newest else "It holds none at all; feeds build reads the sources.",
            )
        others = likeness.others(connection, article.id)
        records = articles.records(connection, others)
        answers = [explain(connection, article, plan, moment) for plan in plans(configuration)]
    if as_json:
        for answer in answers:
            emit(msgspec.structs.replace(answer, alike=tuple(others)))
        return
    click.echo(f"{article.title}\n{article.url}\npublished {article.published.isoformat()}, id {article.id}")
    for name, part in others.items():
        told = f"{records[name].title}, {records[name].url}" if name in records else "gone"
        click.echo(f"nearly the same text ({part:.0%}): {name}, {told}")
    click.echo()
    table(
        "",
        ("feed", "target", "story", "why"),
        (
            (a.feed, a.target, "in" if a.published else "not in", " ".join(filter(None, (a.reason, a.hint))))
            for a in answers
        ),
    )
