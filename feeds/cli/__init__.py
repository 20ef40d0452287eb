"""The command line: one file for each command, loaded when it is called."""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import sys
import traceback

import click

from feeds import __version__

COMMANDS = (
    "init",
    "read",
    "build",
    "check",
    "rules",
    "why",
    "withdraw",
    "compare",
    "log",
    "diff",
    "show",
    "rollback",
    "release",
    "serve",
    "polls",
    "announce",
    "media",
    "nginx",
    "subscribe",
    "preview",
    "doctor",
    "completion",
    "targets",
    "schema",
)
"""In the order in which a newcomer needs them; each is `feeds.cli.<name>:command`."""

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Commands(click.Group):
    """A group whose commands are imported when they are called or listed, and no sooner."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"feeds.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; for one that there is not, the error names the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            said = f"Did you mean: feeds {near[0]}?" if near else "feeds --help lists all commands."
            ctx.fail(f"No such command {args[0]!r}. {said}")
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings=CONTEXT)
@click.version_option(__version__, prog_name="feeds", message="%(prog)s %(version)s")
def commands() -> None:
    """Publishes a newsroom's articles to every platform, each feed checked before it goes out.

    \b
    A first feed in three steps:
      feeds init          writes feeds.yaml; put your articles into sources/
      feeds build         publishes what it describes into output/
      feeds why ID        tells where a story is, and where it is not, and why

    Exit codes: 0 all is well; 1 something was found, rejected or quarantined (the rest is done);
    2 the command line or feeds.yaml is wrong; 3 the disk, the database or the network failed.
    """


GARBAGE = 200_000
"""Objects that are made before garbage is looked for: starting makes nearly as many, and none of them is."""


def main() -> None:
    """Runs the command line; expected errors become one message and an exit code."""
    from feeds.cli.terminal import prepare
    from feeds.errors import FeedsError

    gc.set_threshold(GARBAGE)
    atexit.register(gc.freeze)  # at the end the system takes all of it back at once: a tenth of a second
    prepare()
    try:
        colour = False if os.environ.get("NO_COLOR") else None
        commands.main(prog_name="feeds", standalone_mode=False, color=colour)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except FeedsError as error:
        click.echo(f"feeds: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        click.echo(f"feeds: {error.filename or ''}: {error.strerror or error}", err=True)
        sys.exit(3)
    except Exception as error:
        if os.environ.get("FEEDS_TRACEBACK"):
            raise
        click.echo(f"feeds: {_own_fault(error)}", err=True)
        sys.exit(3)


def _own_fault(error: Exception) -> str:
    """What to say of an error that nobody foresaw."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return (
        f"a fault in feeds itself: {type(error).__name__}: {error} ({place.filename}:{place.lineno})\n"
        "Please report it with what you ran; FEEDS_TRACEBACK=1 shows the way there."
    )
