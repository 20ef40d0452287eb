"""The page of commands, from the commands themselves."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import click

from feeds.cli import commands
from feeds.errors import FeedsError

from .markdown import block, code, plain, sentence, table

INTRODUCTION = """\
# Commands

Every command, as `feeds COMMAND --help` tells it too.

"""
CODES = (
    (0, "all is well"),
    (1, "something was found, rejected or quarantined; the rest is done"),
    (2, "the command line or feeds.yaml is wrong; nothing was done"),
    (3, "the disk, the database or the network failed"),
    (130, "interrupted from the keyboard"),
)


def pages() -> dict[str, str]:
    """The page."""
    made = "".join(_section(context) for context in walk())
    return {"reference/commands.md": INTRODUCTION + _codes() + made}


def walk(context: click.Context | None = None) -> Iterator[click.Context]:
    """The command line and every command below it, each in its context."""
    here = context or click.Context(commands, info_name="feeds", help_option_names=["-h", "--help"])
    if context is not None or not isinstance(here.command, click.Group):
        yield here
    if isinstance(here.command, click.Group):
        for name in here.command.list_commands(here):
            found = here.command.get_command(here, name)
            assert found is not None
            yield from walk(click.Context(found, parent=here, info_name=name))


def _codes() -> str:
    kinds = {code: sorted(c.__name__ for c in _errors() if c.exit_code == code) for code, _ in CODES}
    rows = ([str(number), meaning, ", ".join(map(code, kinds[number]))] for number, meaning in CODES)
    return "## Exit codes\n\n" + table(("code", "meaning", "exceptions of the library"), rows) + "\n"


def _errors() -> list[type[FeedsError]]:
    return [FeedsError, *FeedsError.__subclasses__()]


def _section(context: click.Context) -> str:
    usage = " ".join(context.command.collect_usage_pieces(context))
    depth = "#" * (context.command_path.count(" ") + 1)
    parts = [
        f"{depth} {context.command_path}",
        block(f"{context.command_path} {usage}"),
        _about(context.command),
        _parameters(context),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _about(command: click.Command) -> str:
    """A command's help: running text, and what is marked as it stands in a block."""
    paragraphs = re.split(r"\n\s*\n", inspect.cleandoc(command.help or ""))
    return "\n\n".join(_paragraph(p) for p in paragraphs)


def _paragraph(text: str) -> str:
    if not text.startswith("\b") and not re.search(r"^ {2,}\S", text, re.MULTILINE):
        return plain(" ".join(text.split()))
    first, _, rest = text.removeprefix("\b").strip("\n").partition("\n")
    if first.startswith(" "):
        return block(inspect.cleandoc(f"{first}\n{rest}" if rest else first))
    return f"{plain(first)}\n\n{block(inspect.cleandoc(chr(10) + rest))}"


def _parameters(context: click.Context) -> str:
    options = [p for p in context.command.get_params(context) if isinstance(p, click.Option) and not p.hidden]
    rows = [[_names(o, context), sentence(plain(o.help or "")), _default(o)] for o in options]
    return table(("option", "what it does", "default"), rows)


def _names(option: click.Option, context: click.Context) -> str:
    names = [*option.opts, *option.secondary_opts]
    value = "" if option.is_flag or option.count else f" {option.make_metavar(context)}"
    return ", ".join(code(f"{name}{value}") for name in names)


def _default(option: click.Option) -> str:
    shown = option.show_default and option.default is not None and not option.is_flag
    return code(str(option.default)) if shown else ""
