"""`feeds completion`: what a shell needs to complete commands, options, feeds and targets."""

from __future__ import annotations

import click

SHELLS = {
    "bash": '~/.bashrc:    eval "$(feeds completion bash)"',
    "zsh": '~/.zshrc:     eval "$(feeds completion zsh)"',
    "fish": "a file:       feeds completion fish > ~/.config/fish/completions/feeds.fish",
}
"""Shells, and where their script goes."""

VARIABLE = "_FEEDS_COMPLETE"
"""Where the script says what it wants; derived from the program's name."""


@click.command("completion")
@click.argument("shell", type=click.Choice(tuple(SHELLS)))
def command(shell: str) -> None:
    """Print the script with which a shell completes commands, options, feeds, targets and sources.

    \b
    Where it goes:
      ~/.bashrc    eval "$(feeds completion bash)"
      ~/.zshrc     eval "$(feeds completion zsh)"
      a file       feeds completion fish > ~/.config/fish/completions/feeds.fish
    """
    from click.shell_completion import ShellComplete, get_completion_class

    from feeds.cli import commands

    kind = get_completion_class(shell)
    assert kind is not None
    script = kind(commands, {}, "feeds", VARIABLE)
    click.echo(ShellComplete.source(script))
