"""`feeds targets`: the platforms' formats that feeds writes and checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from feeds.cli import completing

if TYPE_CHECKING:
    from feeds.targets.target import Target


@click.command("targets")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON for each target.")
@click.argument("name", required=False, shell_complete=completing.targets)
def command(name: str | None, as_json: bool) -> None:
    """List the targets, or show one: what it is for, its limits and its options.

    \b
    Examples:
      feeds targets
      feeds targets dzen
    """
    from feeds.cli.terminal import emit, table
    from feeds.targets import registry

    chosen = [registry.target(name)] if name else sorted(registry.targets().values(), key=lambda t: t.name)
    facts = [_facts(target) for target in chosen]
    if as_json:
        for fact in facts:
            emit(fact)
    elif name:
        for key, value in facts[0].items():
            click.echo(f"{key:12} {_said(value)}")
    else:
        rows = ((f["name"], f["title"], _said(f["window"]), _said(f["limit"]), f["summary"]) for f in facts)
        table("", ("target", "format", "stories of", "at most", "what for"), rows)


def _facts(target: Target) -> dict[str, Any]:
    from feeds.publication import Age

    return {
        "name": target.name,
        "title": target.title,
        "platform": target.platform,
        "summary": target.summary,
        "spec": target.spec,
        "media_type": target.media_type,
        "published": target.writer is not None,
        "window": str(Age(target.window)) if target.window else None,
        "limit": target.limit,
        "most": target.most,
        "options": _options(target),
    }


def _options(target: Target) -> dict[str, Any]:
    from msgspec.structs import fields

    return {field.encode_name: None if field.required else field.default for field in fields(target.options)}


def _said(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_said(inner)}" for key, inner in value.items()) or "none"
    if isinstance(value, bool):
        return str(value).lower()
    return "any" if value is None else str(value)
