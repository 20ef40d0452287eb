"""`feeds why`: where a story is, where it is not, and why."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from feeds.cli import options

if TYPE_CHECKING:
    from feeds.article import Article
    from feeds.wording import Wording


@click.command("why")
@options.config_option
@options.place_options
@options.now_option
@options.lang_option
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON for each feed.")
@click.argument("story", metavar="ID-OR-URL")
def command(
    config: Path,
    output: str | None,
    archive: str | None,
    now: datetime | None,
    lang: str | None,
    as_json: bool,
    story: str,
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
    from feeds.cli.stories import named
    from feeds.cli.terminal import emit, table

    configuration = options.configuration(config, output, archive)
    moment = options.clock(now)
    say = options.wording(lang, configuration)
    with open_archive(configuration.archive) as store, store.transaction() as connection:
        article = named(connection, story, configuration)
        others = likeness.others(connection, article.id)
        records = articles.records(connection, others)
        answers = [explain(connection, article, plan, moment) for plan in plans(configuration)]
    if as_json:
        for answer in answers:
            emit(msgspec.structs.replace(answer, alike=tuple(others)))
        return
    facts = say("published {moment}, id {id}", moment=_published(article, say), id=article.id)
    click.echo(f"{article.title}\n{article.url}\n{facts}")
    for name, part in others.items():
        told = f"{records[name].title}, {records[name].url}" if name in records else say("gone")
        alike = say("nearly the same text ({percent} %): {id}", percent=round(part * 100), id=name)
        click.echo(f"{alike}, {told}")
    click.echo()
    rows = (
        (
            answer.feed,
            answer.target,
            say("in") if answer.published else say("not in"),
            " ".join(say.said(text) for text in (answer.reason, answer.hint) if text),
        )
        for answer in answers
    )
    table("", (say("feed"), say("target"), say("story"), say("why")), rows)


def _published(article: Article, say: Wording) -> str:
    """When it was published: exactly in English, in words elsewhere."""
    return article.published.isoformat() if say.language == "en" else say.moment(article.published)
