"""feeds.yaml from disk, or from text, to a `Configuration`; every mistake in one message."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import msgspec

from feeds.configuration import document, sources
from feeds.configuration.conform import Mistake, mistakes, suggestion
from feeds.errors import ConfigurationError, UsageError
from feeds.publication import Configuration, Exemption, Feed, decode_value
from feeds.targets import registry

NAME = "feeds.yaml"


def load(file: Path) -> Configuration:
    """The configuration of a file, its relative paths made relative to the file's folder.

    Raises:
        ConfigurationError: the file cannot be read, or its content is no configuration.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        hint = "Write one with: feeds init"
        raise ConfigurationError("there is no such file", file=str(file), hint=hint) from None
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"not UTF-8 (byte {error.start})", file=str(file)) from None
    except OSError as error:
        raise ConfigurationError(error.strerror or str(error), file=str(file)) from None
    return _placed(parse(text, str(file)), file.resolve().parent)


def parse(text: str, file: str = NAME) -> Configuration:
    """The configuration of a YAML text.

    Raises:
        ConfigurationError: naming each mistake with its line and what to write instead.
    """
    value, lines = document.read(text, file)
    if not isinstance(value, dict):
        hint = "Start with publication:, base_url:, sources: and feeds:, or run: feeds init"
        raise ConfigurationError("holds no configuration", file=file, hint=hint)
    found = list(mistakes(value, Configuration, decode_value))
    if not found:
        configuration = msgspec.convert(value, Configuration, dec_hook=decode_value)
        found = list(_contradictions(configuration))
    if found:
        raise _error(found, lines, file)
    return configuration


def _error(found: list[Mistake], lines: document.Lines, file: str) -> ConfigurationError:
    """One error for all mistakes: the first gives the place, the others follow with theirs."""
    placed = sorted(((lines.of(m.path) or 1, m) for m in found), key=lambda pair: pair[0])
    line, first = placed[0]
    rest = [f"{file}:{at}: {m.message}" + (f"\n{m.hint}" if m.hint else "") for at, m in placed[1:]]
    hint = "\n".join(filter(None, [first.hint, *rest]))
    return ConfigurationError(first.message, file=file, line=line, hint=hint or None)


def _placed(configuration: Configuration, folder: Path) -> Configuration:
    """Output, archive, source paths and databases relative to the file become absolute ones."""
    placed = tuple(
        msgspec.structs.replace(
            source,
            path=str(folder / source.path) if source.path else None,
            database=archive_url(source.database, folder) if source.database else None,
        )
        for source in configuration.sources
    )
    return msgspec.structs.replace(
        configuration,
        base_url=configuration.base_url.rstrip("/") + "/",
        output=str(folder / configuration.output),
        archive=archive_url(configuration.archive, folder),
        sources=placed,
    )


def archive_url(url: str, folder: Path) -> str:
    """A database's URL with a relative SQLite path made absolute."""
    match = re.fullmatch(r"(sqlite:///)([^/:].*)", url)
    return f"{match[1]}{folder / match[2]}" if match else url


def _contradictions(configuration: Configuration) -> Iterator[Mistake]:
    """Mistakes that no type can see."""
    publication = configuration.publication
    yield from _address(publication.url, ("publication", "url"))
    yield from _address(configuration.base_url, ("base_url",))
    for name in ("logo", "logo_square"):
        if (address := getattr(publication, name)) is not None:
            yield from _address(address, ("publication", name))
    if publication.timezone not in available_timezones():
        hint = suggestion(publication.timezone, sorted(available_timezones()))
        yield Mistake(
            ("publication", "timezone"),
            f"{publication.timezone!r} is no time zone",
            hint if "mean" in hint else "Write an IANA name, as in Europe/Moscow.",
        )
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", publication.language):
        yield Mistake(
            ("publication", "language"),
            f"{publication.language!r} is no language tag",
            "Write a BCP 47 tag, as in ru or en-GB.",
        )
    for n, hub in enumerate(configuration.hubs):
        yield from _address(hub, ("hubs", n))
    yield from sources.contradictions(configuration.sources)
    yield from _feeds(configuration.feeds)
    yield from _checks(configuration)


def _checks(configuration: Configuration) -> Iterator[Mistake]:
    """Entries about feeds that there are not, and about rules that there are not."""
    checks, paths = configuration.checks, [feed.path for feed in configuration.feeds]
    exemptions: dict[str, tuple[Exemption, ...]] = {"ignore": checks.ignore, "severity": checks.severity}
    for key, entries in exemptions.items():
        for n, entry in enumerate(entries):
            if entry.feed is not None and entry.feed not in paths:
                yield Mistake(
                    ("checks", key, n, "feed"),
                    f"no feed has the path {entry.feed!r}",
                    suggestion(entry.feed, paths),
                )
            from feeds.targets import catalogue  # every rule there is: many modules

            if not catalogue.chosen(entry.code):
                yield Mistake(
                    ("checks", key, n, "code"),
                    f"no rule's code begins with {entry.code!r}",
                    catalogue.suggestion(entry.code),
                )


def _address(url: str, path: document.Path) -> Iterator[Mistake]:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        yield Mistake(
            path, f"{path[-1]}: {url!r} is no absolute address", "Write one, as in https://news.example/"
        )


def _feeds(feeds: tuple[Feed, ...]) -> Iterator[Mistake]:
    counts = Counter(feed.path for feed in feeds)
    for n, feed in enumerate(feeds):
        if counts[feed.path] > 1:
            yield Mistake(("feeds", n, "path"), f"two feeds have the path {feed.path!r}")
        yield from _path(feed.path, ("feeds", n, "path"))
        yield from _target(feed, ("feeds", n))


def _path(path: str, at: document.Path) -> Iterator[Mistake]:
    parts = PurePosixPath(path).parts
    hidden = any(part.startswith(".") or part == "-" for part in parts)
    if path.startswith("/") or "\\" in path or hidden or path.endswith("/"):
        hint = "Write a file's path below base_url, as in yandex/news.xml."
        yield Mistake(at, f"path: {path!r} cannot be served", hint)


def _target(feed: Feed, at: document.Path) -> Iterator[Mistake]:
    try:
        target = registry.target(feed.target)
    except UsageError as error:
        yield Mistake((*at, "target"), error.args[0], error.hint)
        return
    if target.writer is None:
        yield Mistake((*at, "target"), f"target {feed.target!r} can be checked, but not published")
    yield from mistakes(feed.options, target.options, decode_value, (*at, "options"))


def options_of(feed: Feed) -> Any:
    """A feed's options as its target's own type, defaults filled in."""
    return msgspec.convert(feed.options, registry.target(feed.target).options, dec_hook=decode_value)
