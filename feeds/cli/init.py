"""`feeds init`: a first feeds.yaml and a first story."""

from __future__ import annotations

from pathlib import Path

import click

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
output: output/

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


@click.command("init")
@click.option("--name", default="My Newsroom", show_default=True, help="The publication's name.")
@click.option("--url", default="https://news.example/", show_default=True, help="Its home page.")
@click.option("--base-url", help="Where its feeds will be served.  [default: the home page]")
@click.option("--language", default="en", show_default=True, help="Its language, as in ru.")
@click.option("--timezone", default="UTC", show_default=True, help="Its time zone, as in Europe/Moscow.")
@click.option("--force", is_flag=True, help="Overwrite a feeds.yaml that is there.")
@click.argument(
    "folder", type=click.Path(path_type=Path, file_okay=False), default=Path(), metavar="[FOLDER]"
)
def command(
    name: str, url: str, base_url: str | None, language: str, timezone: str, force: bool, folder: Path
) -> None:
    """Write a feeds.yaml to begin with, and one story, into FOLDER (here, if none is named).

    \b
    Examples:
      feeds init
      feeds init --name 'Приморский вестник' --url https://vestnik.example/ --language ru vestnik
    """
    from feeds.cli.options import clock
    from feeds.configuration import parse
    from feeds.errors import UsageError

    home = url.rstrip("/") + "/"
    text = CONFIGURATION.format(
        name=_scalar(name),
        url=home,
        description=_scalar(f"News from {name}" if language == "en" else name),
        language=language,
        timezone=timezone,
        base_url=(base_url or home).rstrip("/") + "/",
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
        story.write_text(STORY.format(url=home, published=clock(None).isoformat()), encoding="utf-8")
    click.echo(
        f"wrote {file} and {story}\nnext: feeds build" + (f" --config {file}" if folder != Path() else "")
    )


def _scalar(value: str) -> str:
    """A value as YAML writes it on one line."""
    import yaml

    written: str = yaml.safe_dump(value, allow_unicode=True, width=10_000)
    return written.removesuffix("...\n").strip()
