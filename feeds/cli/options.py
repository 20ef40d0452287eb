"""Options that several commands share, and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from feeds.publication import Configuration
    from feeds.wording import Wording

F = TypeVar("F", bound=Callable[..., Any])


class Instant(click.ParamType[datetime]):
    """An ISO date and time; UTC where it names no zone."""

    name = "ISO"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The instant that a text names."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(
                f"{value!r} is no date and time; write one such as 2026-11-24T12:00:00+03:00", param, ctx
            )
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class Place(click.Path):
    """A directory, or an address such as s3://bucket/prefix."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The place as it is written."""
        return value if "://" in str(value) else super().convert(value, param, ctx)


def config_option(function: F) -> F:
    """--config."""
    return click.option(
        "-c",
        "--config",
        "config",
        type=click.Path(path_type=Path, dir_okay=False),
        default=Path("feeds.yaml"),
        show_default=True,
        help="The publication's configuration; paths in it are relative to it.",
    )(function)


def archive_option(function: F) -> F:
    """--archive, which goes before that of feeds.yaml."""
    return click.option("--archive", metavar="URL", help="Archive to use, as in sqlite:///archive.db.")(
        function
    )


def place_options(function: F) -> F:
    """--output and --archive, which go before those of feeds.yaml."""
    output = click.option(
        "-o",
        "--output",
        metavar="PLACE",
        type=Place(file_okay=False),
        help="Directory to publish into, or s3://bucket/prefix.",
    )
    return output(archive_option(function))


def now_option(function: F) -> F:
    """--now."""
    return click.option(
        "--now",
        type=Instant(),
        help="The instant to act at, instead of the clock's: windows and embargoes follow it.",
    )(function)


def lang_option(function: F) -> F:
    """--lang."""
    return click.option(
        "--lang",
        metavar="LANG",
        envvar="FEEDS_LANG",
        callback=_known_language,
        help="Language of what is said: en or ru; else what FEEDS_LANG says, or lang in feeds.yaml.",
    )(function)


def _known_language(context: click.Context, parameter: click.Parameter, given: str | None) -> str | None:
    """The language, where it is one that there is; an environment may name any, which then says nothing."""
    from feeds.wording import LANGUAGES, known

    if given is None or known(given) is not None:
        return given
    if context.get_parameter_source(parameter.name or "") is ParameterSource.ENVIRONMENT:
        return None
    raise click.BadParameter(f"there is no {given!r}, but {' and '.join(LANGUAGES)}", context, parameter)


def wording(lang: str | None, configuration: Configuration | None) -> Wording:
    """In whose language something is said: as asked for, or else as feeds.yaml says."""
    from feeds.wording import chosen
    from feeds.wording import wording as spoken

    return spoken(chosen(lang, configuration.lang if configuration else None))


def clock(now: datetime | None) -> datetime:
    """The instant given, or the clock's."""
    return now or datetime.now(UTC).replace(microsecond=0)


def asked(command: str) -> str:
    """Who gave a command, as feeds log tells it: the command, and the user where the system knows one."""
    import getpass

    try:
        return f"feeds {command}, {getpass.getuser()}"
    except (KeyError, OSError, ImportError):
        return f"feeds {command}"


def configuration(config: Path, output: str | None, archive: str | None) -> Configuration:
    """feeds.yaml, with what the command line puts in its place."""
    from feeds.configuration import load

    return placed(load(config), output, archive)


def placed(loaded: Configuration, output: str | None, archive: str | None) -> Configuration:
    """A configuration with other places, where the command line names some.

    Raises:
        UsageError: nothing can be published there.
    """
    import msgspec

    from feeds.configuration.load import archive_url
    from feeds.configuration.places import STORE_HINT, trouble
    from feeds.errors import UsageError

    changes: dict[str, str] = {}
    if output is not None:
        if problem := trouble(output):
            raise UsageError(f"--output: {problem}", hint=STORE_HINT)
        remote = msgspec.structs.replace(loaded, output=output).remote
        changes["output"] = output if remote else str(Path(output).absolute())
    if archive is not None:
        changes["archive"] = archive_url(archive, Path.cwd())
    return msgspec.structs.replace(loaded, **changes)


def files_from_option(function: F) -> F:
    """--files-from."""
    return click.option(
        "--files-from",
        "listing",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="LIST",
        help="Take the files that LIST names, one a line.",
    )(function)


def named_files(files: Iterable[str], listing: Path | None) -> list[str]:
    """The files of the command line, then those of the list.

    Raises:
        UsageError: there are none, or the list cannot be read.
    """
    from feeds.errors import UsageError

    named = list(files)
    if listing is not None:
        named += [line for line in text_of(listing).split("\n") if line.strip()]
    if not named and listing is None:
        raise UsageError("no file is named", hint="Name one or more, or a list with --files-from.")
    return [name.rstrip("\r") for name in named]


def text_of(file: Path) -> str:
    """A file's text.

    Raises:
        UsageError: it cannot be read.
    """
    from feeds.errors import UsageError

    try:
        return file.read_text(encoding="utf-8-sig", errors="surrogateescape")
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from None


def content_of(path: str) -> bytes:
    """A file's bytes.

    Raises:
        FeedsError: it cannot be read.
    """
    from feeds.errors import FeedsError

    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise FeedsError(f"{path}: {error.strerror}") from None
