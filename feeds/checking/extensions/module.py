"""How an extension is declared: a rule set whose structure lists all that its namespace has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from feeds.checking.document import RSS
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.rule import Change, RuleSet
from feeds.checking.structure import Attribute, Row, Value, Vocabulary

if TYPE_CHECKING:
    from feeds.checking.finding import Severity

READ = "2026-11-25"

CHANNEL_TITLE = "<title>Harbour Post</title>"
ITEM_TITLE = "<title>Ferry service resumes after storm</title>"

BOTH = ("channel", "item")


def feed(prefixes: Iterable[str], channel: str, item: str) -> str:
    """A small feed that uses an extension."""
    spaces = "".join(f'\n  xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"{spaces}>
  <channel>
    {CHANNEL_TITLE}
    <link>https://harbour.example/</link>
    <description>News from the harbour</description>
    {channel}
    <item>
      {ITEM_TITLE}
      <link>https://harbour.example/2026/11/ferry</link>
      {item}
    </item>
  </channel>
</rss>
"""


def extension(
    name: str,
    title: str,
    code: str,
    spec: str,
    *,
    channel: str = "",
    item: str = "",
    prefixes: tuple[str, ...] = (),
    others: tuple[str, ...] = (),
    living: bool = False,
    misplaced: Change | None = None,
) -> RuleSet:
    """A rule set for an extension: `CODE001` speaks of what its table has not, or not there.

    `prefixes` are those of its namespaces, the first its own; `others` what the example needs besides;
    a `living` extension still grows, and needs a `misplaced` element of its own for the bad example.
    """
    spaces = prefixes or (name,)
    rules = RuleSet(
        target=name,
        title=title,
        prefix=code,
        spec=spec,
        example=feed((*spaces, *others), channel, item),
        shape=RSS,
        vocabularies=tuple(
            Vocabulary(uri=NAMESPACES[prefix], unknown=f"{code}001", attribute=f"{code}001", living=living)
            for prefix in spaces
        ),
    )
    rules.facts(
        f"{code}001",
        f"{name}-known",
        "error",
        on="item",
        summary=f"Elements and attributes of {title} are ones that it has, where it has them.",
        hint="Look for a slip of the pen, also in capitals; take out what the extension does not know.",
        bad=misplaced or Change(ITEM_TITLE, f"{ITEM_TITLE}<{spaces[0]}:unheardOf/>"),
        read=READ,
    )
    return rules


def once(rules: RuleSet, line: str) -> None:
    """Declares `CODE002`: what may stand once stands once. `line` of the example is doubled as its bad one."""
    rules.facts(
        f"{rules.prefix}002",
        f"{rules.target}-once",
        "error",
        on="item",
        summary=f"Elements of {rules.title} that may stand once stand once.",
        hint="Keep one of them: readers take the first, the last, or none.",
        bad=Change(line, line * 2),
        read=READ,
    )


def row(
    rules: RuleSet,
    name: str,
    on: str | tuple[str, ...] = BOTH,
    value: Value | None = None,
    invalid: str | None = None,
    *,
    many: bool = False,
    attributes: tuple[Attribute, ...] = (),
    missing: str | None = None,
    opaque: bool = False,
) -> None:
    """Adds a row; without `many` a second element is `CODE002`."""
    rules.structure += (
        Row(
            on=on,
            name=name,
            value=value,
            invalid=invalid,
            missing=missing,
            repeated=None if many else f"{rules.prefix}002",
            attributes=attributes,
            opaque=opaque,
        ),
    )


def names(rules: RuleSet, listed: str, on: str | tuple[str, ...] = BOTH, *, opaque: bool = False) -> None:
    """Adds rows for elements of which nothing is asked, by their names with spaces between them."""
    for name in listed.split():
        row(rules, f"{rules.target}:{name}", on, many=True, opaque=opaque)


def fact(
    rules: RuleSet,
    code: str,
    name: str,
    *,
    summary: str,
    hint: str,
    bad: Change,
    good: Change | None = None,
    severity: Severity = "error",
) -> None:
    """Declares a rule whose breach rows find."""
    rules.facts(
        f"{rules.prefix}{code}",
        f"{rules.target}-{name}",
        severity,
        on="item",
        summary=summary,
        hint=hint,
        bad=bad,
        good=good,
        read=READ,
    )
