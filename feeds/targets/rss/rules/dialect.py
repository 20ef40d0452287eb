"""What holds of RSS's rules where a platform takes RSS 2.0 and has rules of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from feeds.checking.demands import spaces
from feeds.checking.document import RSS, View
from feeds.checking.engine import Context
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.rule import Problem, RuleSet
from feeds.checking.structure import Row, Vocabulary
from feeds.targets.rss.rules import RULES

if TYPE_CHECKING:
    from feeds.checking.finding import Severity

READERS_OWN = frozenset(
    {
        "RSS006",  # where the feed is: a platform has been told
        "RSS011", "RSS013", "RSS014",  # guids: for platforms they are opaque
        "RSS016", "RSS017", "RSS018",  # dates: each platform has its own demand
        "RSS019", "RSS066",  # author: platforms want a name, not an address
        "RSS020", "RSS021",  # enclosures: several, without length
        "RSS029", "RSS031",  # content:encoded before description, and things said twice
        "RSS030",
        "RSS033", "RSS034",  # what is cut out or leads nowhere in a text: the platform's own list
        "RSS035", "RSS060", "RSS064",  # addresses
        "RSS032", "RSS054",  # what is no plain text, what is blank
        "RSS052",  # elements without a namespace inside of extensions: some platforms have such
        "MEDIA014",  # groups of one video
    }
)  # fmt: skip
"""Rules for readers and aggregators in general, of which no platform says anything."""

FRAME = frozenset({"RSS002", "RSS003", "RSS004", "RSS010"})
"""Rules that every platform has by a number of its own."""

GRAVE = frozenset({"RSS009", "RSS053", "RSS057", "CONTENT002"})
"""What is warned of on any platform: elements that stand twice or out of place, so that any of them may count."""


def dialect(
    target: str,
    title: str,
    prefix: str,
    *,
    spec: str,
    example: str,
    texts: tuple[str, ...] = (),
    own_spaces: tuple[str, ...] = (),
    without: frozenset[str] = frozenset(),
    kept: frozenset[str] = frozenset(),
    grades: Mapping[str, Severity] | None = None,
    structure: tuple[Row, ...] = (),
    vocabularies: tuple[Vocabulary, ...] = (),
) -> RuleSet:
    """A rule set on top of that of RSS.

    What RSS asks and the platform does not is worth knowing, no more (`GRAVE` aside, and what `grades`
    says). What only readers ask is left out, and so is what a rule of the platform's own stands for
    (`without`); rules that are `kept` hold as they do in RSS. `texts` are the elements with the story's
    HTML, `own_spaces` the prefixes whose namespaces the platform's own rules look at.
    """
    left_out = (FRAME | READERS_OWN | without) - kept
    grade: dict[str, Severity] = {
        rule.code: "warning" if rule.code in GRAVE else "info"
        for rule in RULES.rules()
        if rule.code not in left_out | kept
    }
    known = frozenset(v.uri for v in (*RULES.known(), *vocabularies))
    return RuleSet(
        target=target,
        title=title,
        prefix=prefix,
        spec=spec,
        example=example,
        shape=RSS,
        base=RULES,
        structure=structure,
        vocabularies=vocabularies,
        without=left_out,
        regraded=grade | dict(grades or {}),
        recoded=_adapted(texts, own_spaces, known | {NAMESPACES[p] for p in own_spaces}),
    )


def _adapted(
    texts: tuple[str, ...], own: tuple[str, ...], known: frozenset[str]
) -> dict[str, dict[str, Any]]:
    """Rules of RSS that look elsewhere: at the platform's texts, past its own namespaces."""

    def misspelt(whole: View, context: Context) -> Iterator[Problem]:
        """A namespace that is almost one, and none of the platform's."""
        yield from spaces.misspelt(context, besides=frozenset(own))

    def unchecked(whole: View, context: Context) -> Iterator[Problem]:
        """A namespace without a table that is not only declared."""
        root = context.document.root
        for problem, uri in spaces.strangers(context, known):
            if next(root.iter(f"{{{uri}}}*"), None) is not None:
                yield problem

    where = {"RSS055": {"on": ", ".join(f"item/{name}" for name in ("description", *texts))}} if texts else {}
    return {"RSS057": {"check": misspelt}, "RSS058": {"check": unchecked}} | where
