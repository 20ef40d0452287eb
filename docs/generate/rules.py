"""The catalogue of rules: a page of codes for each set of rules."""

from __future__ import annotations

from itertools import groupby

from feeds.checking.rule import Change
from feeds.targets import catalogue
from feeds.targets.catalogue import Entry

from .markdown import block, code, plain, sentence, table

INTRODUCTION = """\
# Rules

What `feeds check` and every build look for. [How feeds are checked](../../validation.md) says what a finding is and
when a rule is an error.

"""


def pages() -> dict[str, str]:
    """The pages: a first one, and one for each beginning of codes."""
    groups = {prefix: list(some) for prefix, some in groupby(catalogue.entries().values(), _prefix)}
    rows = (
        [f"[{prefix}]({prefix.lower()}.md)", plain(some[0].rules.title), str(len(some))]
        for prefix, some in groups.items()
    )
    first = INTRODUCTION + table(("codes", "of", "rules"), rows)
    return {
        "reference/rules/README.md": first,
        **{f"reference/rules/{prefix.lower()}.md": _page(prefix, some) for prefix, some in groups.items()},
    }


def _prefix(entry: Entry) -> str:
    return entry.rule.code.rstrip("0123456789")


def _page(prefix: str, entries: list[Entry]) -> str:
    return f"# {prefix}: {plain(entries[0].rules.title)}\n\n" + "\n".join(map(_entry, entries))


def _entry(entry: Entry) -> str:
    rule = entry.rule
    asked = [f"`{name}`" for name in entry.targets]
    lines = [
        f"## {rule.code}",
        f"**{rule.severity}** · {code(rule.name)} · {sentence(plain(rule.summary))}",
        " ".join(filter(None, (sentence(plain(rule.why)), sentence(plain(rule.hint))))),
        f"Asked of: {', '.join(asked)}." if asked else "",
        f"Page: <{rule.spec}>, read on {rule.read}"
        + ("." if rule.sure == "documented" else f" ({rule.sure})."),
    ]
    return "\n\n".join(filter(None, lines)) + "\n" + _examples(entry)


def _examples(entry: Entry) -> str:
    shown = [
        (word, _shown(example)) for word, example in (("Bad", entry.rule.bad), ("Good", entry.rule.good))
    ]
    return "".join(f"\n{word}:\n\n{block(text)}" for word, text in shown if text)


def _shown(example: Change | str | None) -> str:
    """The part of an example that matters; whole documents are left out."""
    return example.put[:2000] if isinstance(example, Change) else ""
