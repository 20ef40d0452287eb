"""feeds.yaml from disk, or from text, to a `Configuration`; every mistake in one message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

import msgspec

from feeds.configuration import document, media, outputs, places, sources
from feeds.configuration.conform import Mistake, mistakes, suggestion
from feeds.errors import ConfigurationError
from feeds.publication import Configuration, decode_value

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
    files = {beginning: str(folder / where) for beginning, where in configuration.media.files.items()}
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
        output=configuration.output if configuration.remote else str(folder / configuration.output),
        work=str(folder / configuration.work),
        archive=archive_url(configuration.archive, folder),
        sources=placed,
        media=msgspec.structs.replace(configuration.media, files=files),
    )


def archive_url(url: str, folder: Path) -> str:
    """A database's URL with a relative SQLite path made absolute."""
    match = re.fullmatch(r"(sqlite:///)([^/:].*)", url)
    return f"{match[1]}{folder / match[2]}" if match else url


def _is_timezone(name: str) -> bool:
    """Whether there is such a time zone; to look at all of them takes long."""
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # what is no path in the database, or none of its files
        return False
    return True


def _contradictions(configuration: Configuration) -> Iterator[Mistake]:
    """Mistakes that no type can see."""
    publication = configuration.publication
    yield from _address(publication.url, ("publication", "url"))
    yield from _address(configuration.base_url, ("base_url",))
    for name in ("logo", "logo_square"):
        if (address := getattr(publication, name)) is not None:
            yield from _address(address, ("publication", name))
    if not _is_timezone(publication.timezone):
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
    yield from _ids(publication.ids)
    for n, hub in enumerate(configuration.hubs):
        yield from _address(hub, ("hubs", n))
    yield from sources.contradictions(configuration.sources)
    yield from places.contradictions(configuration)
    yield from outputs.contradictions(configuration)
    yield from media.contradictions(configuration.media)
    for n, proxy in enumerate(configuration.serve.proxies):
        try:
            ip_network(proxy, strict=False)
        except ValueError:
            hint = "Write an address or a network, as in 10.0.0.0/8."
            yield Mistake(("serve", "proxies", n), f"proxies: {proxy!r} is no IP address or network", hint)


def _key(path: document.Path) -> str:
    """The key that a mistake is about: of a list's item, the list's."""
    return next(str(part) for part in reversed(path) if isinstance(part, str))


def _ids(template: str | None) -> Iterator[Mistake]:
    """What is wrong with the way in which ids are written."""
    if template is None or (re.search(r"\{(?:id|url)\}", template) and not re.search(r"[\s<>]", template)):
        return
    hint = "Write {id}, {url}, or an address with one of them, as in https://news.example/?p={id}"
    yield Mistake(("publication", "ids"), f"ids: {template!r} is no template of ids", hint)


def _address(url: str, path: document.Path) -> Iterator[Mistake]:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        yield Mistake(
            path, f"{_key(path)}: {url!r} is no absolute address", "Write one, as in https://news.example/"
        )
