"""`feeds init`: a first feeds.yaml and a first story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from feeds.cli import options

if TYPE_CHECKING:
    from feeds.comparison.differences import Comparison
    from feeds.moving.inference import Known

CONFIGURATION = """\
# What this publication is, where its articles come from, and which feeds it publishes.
# Every key: feeds schema config. Every target and its options: feeds targets.
publication:
  name: {name}                # exactly as Google News shows it
  url: {url}
  description: {description}
  language: {language}
  timezone: {timezone}          # for dates that come without a zone
  # logo: {url}static/logo.png
  # logo_square: {url}static/logo-square.png

base_url: {base_url}        # where output/ will be served
output: output/                        # a directory, or s3://bucket/prefix

sources:
  - name: articles
    kind: records                        # JSON, JSONL or YAML; also html, text
    path: sources/*.yaml

feeds:
  - {{target: rss, path: rss.xml}}
  - {{target: atom, path: atom.xml}}
  - {{target: json-feed, path: feed.json}}
  - {{target: google-news, path: google-news.xml}}      # stories of the last 48 hours
  - {{target: sitemap, path: sitemap.xml}}
  # - {{target: yandex-news, path: yandex/news.xml}}
  # - {{target: dzen, path: dzen/channel.xml}}
  # - {{target: vk, path: vk.xml}}
"""

STORY = """\
# One story. All that a record may hold: feeds schema article
id: first-story
url: {url}first-story
title: The first story
lead: A story in one file is enough to begin with.
published: {published}
authors: [The newsroom]
section: News
body: |
  <p>Replace this text with a story of yours, or put more files beside this one.</p>
  <p>Then run feeds build, and look into output/.</p>
"""


DEFAULTS = {
    "name": "My Newsroom",
    "url": "https://news.example/",
    "language": "en",
    "timezone": "UTC",
}
"""What is written where nobody says better and no feed tells."""


@click.command("init")
@click.option(
    "--from",
    "places",
    multiple=True,
    metavar="FEED",
    help="Move in: infer everything from this feed, a file or an address. May be given several times.",
)
@click.option("--name", help=f"The publication's name.  [default: {DEFAULTS['name']}]")
@click.option("--url", help=f"Its home page.  [default: {DEFAULTS['url']}]")
@click.option("--base-url", help="Where its feeds will be served.  [default: the home page]")
@click.option("--language", help=f"Its language, as in ru.  [default: {DEFAULTS['language']}]")
@click.option("--timezone", help=f"Its time zone, as in Europe/Moscow.  [default: {DEFAULTS['timezone']}]")
@click.option("--force", is_flag=True, help="Overwrite a feeds.yaml that is there.")
@options.now_option
@click.argument(
    "folder", type=click.Path(path_type=Path, file_okay=False), default=Path(), metavar="[FOLDER]"
)
def command(
    places: tuple[str, ...],
    name: str | None,
    url: str | None,
    base_url: str | None,
    language: str | None,
    timezone: str | None,
    force: bool,
    now: datetime | None,
    folder: Path,
) -> None:
    """Write a feeds.yaml to begin with, and one story, into FOLDER (here, if none is named).

    With --from it describes the publication of feeds that are there already: their names, paths,
    limits, ids. They are kept in sources/moved/, so that the first build publishes the same stories
    under the same ids; what subscribers would still notice is told.

    \b
    Examples:
      feeds init
      feeds init --name 'Приморский вестник' --url https://vestnik.example/ --language ru vestnik
      feeds init --from https://vestnik.example/rss --from https://vestnik.example/atom.xml vestnik
    """
    stated = {
        "name": name,
        "url": url and url.rstrip("/") + "/",
        "base_url": base_url and base_url.rstrip("/") + "/",
        "language": language,
        "timezone": timezone,
    }
    given = {key: value for key, value in stated.items() if value}
    if places:
        _move_in(places, given, folder, options.clock(now), force=force)
    else:
        _begin({**DEFAULTS, **given}, folder, force=force)


def _begin(facts: dict[str, str], folder: Path, *, force: bool) -> None:
    """Writes a first configuration and a first story."""
    from feeds.configuration import parse
    from feeds.errors import UsageError

    name, home = facts["name"], facts["url"]
    text = CONFIGURATION.format(
        name=_scalar(name),
        url=home,
        description=_scalar(f"News from {name}" if facts["language"] == "en" else name),
        language=facts["language"],
        timezone=facts["timezone"],
        base_url=facts.get("base_url", home),
    )
    parse(text, "feeds.yaml as these options would make it")
    file = folder / "feeds.yaml"
    if file.exists() and not force:
        raise UsageError(
            f"{file} is there already", hint="Name another folder, or overwrite it with --force."
        )
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    story = folder / "sources" / "first-story.yaml"
    if not story.exists():
        published = options.clock(None).isoformat()
        story.write_text(STORY.format(url=home, published=published), encoding="utf-8")
    click.echo(f"wrote {file} and {story}\nnext: feeds build{_config(folder, file)}")


def _config(folder: Path, file: Path) -> str:
    return f" --config {file}" if folder != Path() else ""


def _move_in(
    places: tuple[str, ...], given: dict[str, str], folder: Path, now: datetime, *, force: bool
) -> None:
    """Writes what publishes the same as these feeds, and tells what of them it cannot."""
    from feeds.cli.terminal import progress
    from feeds.moving.inference import infer
    from feeds.moving.places import document
    from feeds.moving.trial import trial
    from feeds.moving.writing import write

    with progress("Reading") as say:
        documents = []
        for place in places:
            say(place)
            documents.append(document(place))
        made = infer(documents, now, given)
    file = write(made, folder, force=force)
    click.echo(f"wrote {file}")
    with progress("Trying"):
        results = list(trial(file, made.known, now))
    for one, found in results:
        click.echo(f"\n{one.document.place} → {made.base_url}{one.place.path} ({one.target.name})")
        for line in _verdict(one, found, made.remarks[one.place.path]):
            click.echo(f"  {line}")
    click.echo(f"\nnext: feeds build{_config(folder, file)}")


def _verdict(one: Known, found: Comparison | None, remarks: list[str]) -> Iterator[str]:
    """What subscribers of a feed would notice after the move."""
    from feeds.comparison.report import summary

    if found is None:
        yield "nothing came out of it: feeds build tells why"
    else:
        yield from summary(found)
    yield from remarks
    if found is None or found.noticed:
        yield f"more: feeds compare {one.document.place} output/{one.place.path}"


def _scalar(value: str) -> str:
    """A value as YAML writes it on one line."""
    import yaml

    written: str = yaml.safe_dump(value, allow_unicode=True, width=10_000)
    return written.removesuffix("...\n").strip()
