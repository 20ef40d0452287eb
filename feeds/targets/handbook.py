"""Rules explained, from what they are declared with: for `feeds rules`, and as pages of documentation."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from feeds.checking.rule import Change, RuleSet
from feeds.targets import registry
from feeds.targets.catalogue import Entry, entries
from feeds.wording import Wording, wording

ENGLISH = wording("en")

AROUND = 1
"""Lines of an example that are shown around what changes."""

LONGEST = 24
"""Lines of an example that are shown."""

WIDEST = 160
"""Characters of a line that are shown."""

LEVELS = {
    "error": "an error: the format is broken, or the platform refuses or loses something",
    "warning": "a warning: it works, but not everywhere, or not certainly",
    "info": "a note: worth knowing, and nothing needs to be done",
}
SURE = {
    "documented": "by the platform's or the format's own page",
    "reported": "by people who saw it happen, or who cite a page of the platform",
    "inferred": "from programs and feeds that work",
    "uncertain": "nobody knows for certain",
}
PLACES = {
    "document": "the whole document",
    "channel": "the feed's own elements",
    "item": "each story",
    "feed": "the stories together",
    "serving": "how the document is served",
    "page": "pages",
    "editions": "the feed beside its former edition",
    "twins": "a story in two feeds of a site",
}
"""What rules look at, in words."""


class Example(NamedTuple):
    """What a rule objects to, and what it does not; as a difference, each line with its sign.

    `also` is what it does not object to either, though it may look as if it should.
    """

    bad: str
    good: str
    difference: str
    also: str = ""


def looks_at(entry: Entry, say: Wording = ENGLISH) -> str:
    """What a rule looks at, in words."""
    return ", ".join(_place(on, say) for on in entry.rule.on.split(", "))


def _place(on: str, say: Wording) -> str:
    if on in PLACES:
        return say(PLACES[on])
    scope, _, path = on.lstrip("/").partition("/")
    if on.startswith("//"):
        return say("{name}, wherever it stands", name=on[2:])
    return say(
        "{name} of {place}", name=path.rpartition("/")[2] or scope, place=say(PLACES.get(scope, scope))
    )


def why(entry: Entry) -> str:
    """What comes of a breach, as far as the rule says."""
    return entry.rule.why or LEVELS[entry.rule.severity][0].upper() + LEVELS[entry.rule.severity][1:] + "."


def example(entry: Entry) -> Example | None:
    """A rule's bad example beside its good one; None where it can only be told."""
    rule, rules = entry.rule, entry.rules
    if rule.bad is None or rule.instead:
        return None
    whole = isinstance(rule.bad, str) and isinstance(rule.good, str)
    good = changed(rules, rule.good) if whole and rule.good else rules.example
    made = compared(changed(rules, rule.bad), good)
    if rule.good is None or whole:
        return made
    return made._replace(also=compared(rules.example, changed(rules, rule.good)).good)


def changed(rules: RuleSet, change: Change | str) -> str:
    """An example of a rule set, in full."""
    return change if isinstance(change, str) else rules.example.replace(change.find, change.put, 1)


def compared(bad: str, good: str) -> Example:
    """Two documents as people are shown them: where they differ, with a line before and behind."""
    old, new = (text.rstrip("\n").split("\n") for text in (bad, good))
    blocks = list(SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(AROUND))
    if not blocks:
        whole = _cut(old)
        return Example(whole, whole, _cut([f"  {line}" for line in old]))
    left: list[str] = []
    right: list[str] = []
    both: list[str] = []
    for number, group in enumerate(blocks):
        if number:
            for side in (left, right, both):
                side.append("…")
        for kind, a1, a2, b1, b2 in group:
            gone, put = _shown_where_they_differ(old[a1:a2], new[b1:b2])
            left += gone
            right += put
            if kind == "equal":
                both += [f"  {line}" for line in gone]
            else:
                both += [*(f"- {line}" for line in gone), *(f"+ {line}" for line in put)]
    return Example(_cut(left), _cut(right), _cut(both))


def _shown_where_they_differ(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """Lines that are too wide begin a little before what is different in them."""
    pairs = [_windows(one, other) for one, other in zip_longest(old, new, fillvalue="")]
    return [one for one, _ in pairs[: len(old)]], [other for _, other in pairs[: len(new)]]


def _windows(one: str, other: str) -> tuple[str, str]:
    if max(len(one), len(other)) <= WIDEST or one == other:
        return one, other
    same = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    start = same - WIDEST // 2
    return (one, other) if start <= 0 else (f"…{one[start:]}", f"…{other[start:]}")


def _cut(lines: list[str]) -> str:
    shown = [line if len(line) <= WIDEST else f"{line[:WIDEST]}…" for line in lines[:LONGEST]]
    return "\n".join([*shown, "…"] if len(lines) > LONGEST else shown)


# ---- pages


def pages() -> dict[str, str]:
    """Each page's path and Markdown: one for each rule, each group of rules, each target, and one for all.

    Paths are relative to the folder of the rules' pages; links between the pages are, too.
    """
    groups: dict[str, list[Entry]] = {}
    for code, entry in entries().items():
        groups.setdefault(code.rstrip("0123456789"), []).append(entry)
    found = {f"{code}.md": page(entry) for code, entry in entries().items()}
    found |= {f"{prefix}.md": _overview(prefix, group) for prefix, group in groups.items()}
    found |= {f"target-{name}.md": _catalogue(name) for name in registry.targets()}
    return found | {"README.md": _index(groups)}


def page(entry: Entry) -> str:
    """A rule's page, in Markdown."""
    rule = entry.rule
    lines = [
        f"# {rule.code} {rule.name}",
        "",
        _plain(rule.summary),
        "",
        f"**To do:** {_plain(rule.hint)}",
        "",
        "| | |",
        "|---|---|",
        f"| Severity | {LEVELS[rule.severity]} |",
        f"| Looks at | {_cell(looks_at(entry))} |",
        f"| Known | {SURE[rule.sure]} |",
        f"| Source | <{rule.spec}>, read {rule.read} |",
        f"| Belongs to | [{_cell(entry.rules.title)}]({rule.code.rstrip('0123456789')}.md) |",
    ]
    if entry.targets:
        links = ", ".join(f"[{name}](target-{name}.md)" for name in entry.targets)
        lines.append(f"| Checked for | {links} |")
    if rule.why:
        lines += ["", "## Why", "", _plain(rule.why)]
    return "\n".join([*lines, "", *_examples(entry)]) + "\n"


def _examples(entry: Entry) -> Iterator[str]:
    shown = example(entry)
    yield "## Example"
    yield ""
    if shown is None:
        yield _plain(entry.rule.instead)
        return
    yield "What is found fault with (-), and what is not (+):"
    yield ""
    yield from _fenced(shown.difference, "diff")
    if shown.also:
        yield ""
        yield "In order, too:"
        yield ""
        yield from _fenced(shown.also, "")


def _fenced(text: str, language: str) -> Iterator[str]:
    fence = "```"
    while fence in text:
        fence += "`"
    yield f"{fence}{language}"
    yield text
    yield fence


def _index(groups: dict[str, list[Entry]]) -> str:
    rows = [
        f"| [{prefix}]({prefix}.md) | {_cell(group[0].rules.title)} | {len(group)} |"
        for prefix, group in groups.items()
    ]
    head = ["# Rules", "", "| codes | of | rules |", "|---|---|---|"]
    targets = [
        f"| [{name}](target-{name}.md) | {_cell(registry.target(name).title)} |"
        for name in sorted(registry.targets())
    ]
    checked = ["", "## By target", "", "| target | format |", "|---|---|"]
    return "\n".join([*head, *rows, *checked, *targets]) + "\n"


def _catalogue(name: str) -> str:
    """All that a target is checked for, by groups of rules, its own first."""
    target = registry.target(name)
    found = [entry for entry in entries().values() if name in entry.targets]
    own = registry.rules(name).title
    groups: dict[str, list[Entry]] = {}
    for entry in sorted(found, key=lambda entry: entry.rules.title != own):
        groups.setdefault(entry.rules.title, []).append(entry)
    lines = [
        f"# {_plain(target.title)}",
        "",
        f"What `feeds check --as {name}` looks for: {len(found)} rules.",
    ]
    for title, group in groups.items():
        lines += ["", f"## {_plain(title)}", "", *_table(group)]
    return "\n".join(lines) + "\n"


def _table(group: list[Entry]) -> Iterator[str]:
    yield "| code | severity | what holds |"
    yield "|---|---|---|"
    for entry in group:
        rule = entry.rule
        yield f"| [{rule.code}]({rule.code}.md) | {rule.severity} | {_cell(rule.summary)} |"


def _overview(prefix: str, group: list[Entry]) -> str:
    rules = group[0].rules
    head = [f"# {prefix}: {_plain(rules.title)}", "", f"<{rules.spec}>", ""]
    return "\n".join([*head, *_table(group)]) + "\n"


_MARKED = str.maketrans(
    {letter: f"\\{letter}" for letter in "\\`*_{}[]#"}
    | {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"}
)


def _plain(text: str) -> str:
    """A text in which Markdown sees no marks."""
    return text.translate(_MARKED)


def _cell(text: str) -> str:
    return _plain(" ".join(text.split()))
