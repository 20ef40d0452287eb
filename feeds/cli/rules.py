"""`feeds rules`: what is checked, why, and by whose page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from feeds.cli import options

if TYPE_CHECKING:
    from feeds.targets.catalogue import Entry
    from feeds.wording import Wording


@click.command("rules")
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(("text", "json")),
    help="For people, or one line of JSON for each rule.",
)
@click.option("--json", "form", flag_value="json", hidden=True)
@click.option(
    "--severity", multiple=True, type=click.Choice(("error", "warning", "info")), help="List these only."
)
@options.lang_option
@click.argument("what", nargs=-1, metavar="[CODE|PREFIX|TARGET]...")
def command(form: str, severity: tuple[str, ...], lang: str | None, what: tuple[str, ...]) -> None:
    """List the rules, or explain some: what they look at, why, what to do, and who says so.

    \b
    Examples:
      feeds rules
      feeds rules DZ040
      feeds rules DZ
      feeds rules google-news --severity error
      feeds rules --format json
    """
    from feeds.checking.reports.report import grade
    from feeds.cli.terminal import emit, table

    found = [entry for entry in _found(what) if not severity or entry.rule.severity in severity]
    if form == "json":
        for entry in found:
            emit(_facts(entry))
        return
    say = options.wording(lang, None)
    if what and len(found) == 1:
        _explain(found[0], say)
        return
    rows = ((e.rule.code, grade(e.rule.severity, say), say.said(e.rule.summary)) for e in found)
    table("", (say("code"), say("severity"), say("what holds")), rows)


def _found(what: tuple[str, ...]) -> list[Entry]:
    """The rules that are asked for, each once.

    Raises:
        UsageError: a word stands for none.
    """
    from feeds.checking.policy import ALL
    from feeds.errors import UsageError
    from feeds.targets import catalogue

    found: dict[str, Entry] = {}
    for word in what or (ALL,):
        some = catalogue.chosen(word) or catalogue.chosen(word.upper())
        if not some:
            raise UsageError(f"no rule and no target is called {word!r}", hint=catalogue.suggestion(word))
        found |= {entry.rule.code: entry for entry in some}
    return list(found.values())


def _facts(entry: Entry) -> dict[str, Any]:
    from feeds.targets import handbook

    rule, example = entry.rule, handbook.example(entry)
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "summary": rule.summary,
        "on": rule.on,
        "why": rule.why or None,
        "hint": rule.hint,
        "spec": rule.spec,
        "read": rule.read,
        "certainty": rule.sure,
        "of": entry.rules.title,
        "targets": entry.targets,
        "bad": example.bad if example else rule.instead,
        "good": example.good if example else None,
        "also": example.also or None if example else None,
    }


def _explain(entry: Entry, say: Wording) -> None:
    """One rule, for a person."""
    from feeds.targets import handbook

    rule, example = entry.rule, handbook.example(entry)
    click.secho(f"{rule.code} {rule.name}", bold=True)
    click.echo(f"{say.said(rule.summary)}\n")
    facts = (
        (say("severity"), say(handbook.LEVELS[rule.severity])),
        (say("looks at"), handbook.looks_at(entry, say)),
        (say("why"), say.said(rule.why)),
        (say("to do"), say.said(rule.hint)),
        (say("known"), say(handbook.SURE[rule.sure])),
        (say.said("source"), f"{rule.spec}, {say('read {date}', date=rule.read)}"),
        (say("of"), say.words(say(entry.rules.title))),
        (say("targets"), ", ".join(entry.targets)),
        (say("example"), "" if example else say(rule.instead)),
    )
    widest = max(9, *(len(name) for name, said in facts if said))
    for name, said in facts:
        if said:
            click.echo(f"{name:{widest}} {said}")
    if example:
        click.echo(f"\n{say('What is found fault with (-), and what is not (+):')}\n")
        for line in example.difference.split("\n"):
            click.secho(f"    {line}", fg={"-": "red", "+": "green"}.get(line[:1]))
        if example.also:
            click.echo(f"\n{say('In order, too:')}\n")
            for line in example.also.split("\n"):
                click.echo(f"      {line}")
