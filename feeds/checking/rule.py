"""How a rule is declared: its facts beside its function, and rule sets that build on one another.

A rule set is made in a target's `rules.py`:

    RULES = RuleSet(target="dzen", base=RSS, shape=RSS_SHAPE, example=EXAMPLE, ...)

    @RULES.rule("DZ031", "content-short", "error", on="item", ...)
    def content_short(item: View, context: Context) -> Iterator[Problem]:
        if 0 < len(item.plain("content:encoded")) < MINIMUM:
            yield Problem(item.one("content:encoded"), "the text is shorter than 300 characters")

`on` names what the function is handed: "document" (the channel, or the root where there is none),
"channel" (the feed's own element), "item" (each story), "feed" (the channel, once all items are
known), a path below channel or item such as "item/enclosure" or "item/media:group/media:content"
(each such element, its parents behind it), "//media:content" (each such element wherever a row of the
structure lets it stand), or several of these with commas between them. Rules on "item" and below also
run on a single rendered item: they look at the story and the channel's own elements, never at other
stories.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from feeds.checking.finding import Severity
    from feeds.checking.structure import Row, Vocabulary

Certainty = Literal["documented", "reported", "inferred", "uncertain"]


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule's function yields: the place (an element, or a value's place), and what is wrong.

    `severity` lowers (never raises) the rule's own for this case; `offset` is the 0-based character
    offset inside the element's text, where the problem lies in there, and `attribute` the name of the
    attribute that it lies in. What is missing is told at the element's end (`closing`): there it
    would be added.
    """

    at: Any
    message: str
    hint: str | None = None
    severity: Severity | None = None
    offset: int | None = None
    attribute: str | None = None
    closing: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """An example made from the rule set's valid document: `find` replaced by `put`."""

    find: str
    put: str


Check = Callable[[Any, Any], Iterable[Problem]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One numbered demand of a platform, and the function that looks for its breach.

    `instead` says what a bad example would be that is too large to be shown, or too plain; `why`, what comes
    of a breach, where `summary` and `hint` leave that open. `now`, `url`, `publication` and `page` (the page
    behind each story) are what the examples are checked with.
    """

    code: str
    name: str
    severity: Severity
    on: str
    summary: str
    hint: str
    spec: str
    read: str = "2026-11-23"
    sure: Certainty = "documented"
    bad: Change | str | None = None
    good: Change | str | None = None
    now: str | None = None
    url: str | None = None
    publication: str | None = None
    instead: str = ""
    why: str = ""
    page: Any = None
    check: Check | None = None

    @property
    def of_item(self) -> bool:
        """Whether one rendered item is enough to judge it."""
        return all(on.partition("/")[0] in {"item", ""} for on in self.on.split(", "))


@dataclass(kw_only=True)
class RuleSet:
    """The rules of one target, or of one extension.

    Those of `base` and of the extensions in `modules` apply too, but for `without`; `recoded` gives such
    a rule the dialect's own code and facts (the check stays the base's), `regraded` another severity.
    `vocabularies` name the namespaces whose elements the structure lists in full.
    """

    target: str
    title: str
    prefix: str
    spec: str
    example: str
    shape: Any = None
    base: RuleSet | None = None
    modules: tuple[RuleSet, ...] = ()
    structure: tuple[Row, ...] = ()
    vocabularies: tuple[Vocabulary, ...] = ()
    without: frozenset[str] = frozenset()
    recoded: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    regraded: Mapping[str, Severity] = field(default_factory=dict)
    own: list[Rule] = field(default_factory=list)
    plan: Any = field(default=None, init=False, repr=False, compare=False)
    """What the engine makes of it, kept until something is added."""

    def rule(
        self, code: str, name: str, severity: Severity, *, on: str, summary: str, hint: str, **facts: Any
    ) -> Callable[[Check], Check]:
        """Declares the decorated function as a rule of this set."""

        def declare(check: Check) -> Check:
            self.own.append(
                Rule(
                    code=code,
                    name=name,
                    severity=severity,
                    on=on,
                    summary=summary,
                    hint=hint,
                    spec=facts.pop("spec", self.spec),
                    check=check,
                    **facts,
                )
            )
            return check

        return declare

    def facts(
        self, code: str, name: str, severity: Severity, *, on: str, summary: str, hint: str, **facts: Any
    ) -> None:
        """Declares a rule whose breach a row of the structure finds, not a function."""
        self.own.append(
            Rule(
                code=code,
                name=name,
                severity=severity,
                on=on,
                summary=summary,
                hint=hint,
                spec=facts.pop("spec", self.spec),
                **facts,
            )
        )

    def parts(self) -> Iterator[RuleSet]:
        """Every rule set that this one takes in, directly or not, each once, and itself at the end."""
        seen: set[int] = set()
        for inner in (*((self.base,) if self.base else ()), *self.modules):
            for part in inner.parts():
                if id(part) not in seen:
                    seen.add(id(part))
                    yield part
        yield self

    def rows(self) -> Iterator[Row]:
        """Every row of the structure that applies, the base's first."""
        for part in self.parts():
            yield from part.structure

    def known(self) -> Iterator[Vocabulary]:
        """Every namespace that is known in full."""
        for part in self.parts():
            yield from part.vocabularies

    def rules(self) -> Iterator[Rule]:
        """Every rule that applies, the base's first."""
        return (rule for _, rule in self.coded())

    def coded(self) -> Iterator[tuple[str, Rule]]:
        """Every rule that applies, with the code that the structure knows it by."""
        seen: set[str] = set()
        for inner in (*((self.base,) if self.base else ()), *self.modules):
            for code, rule in inner.coded():
                if rule.code not in self.without and code not in seen:
                    seen.add(code)
                    yield code, self._adapted(rule)
        yield from ((rule.code, rule) for rule in self.own)

    def by_code(self, code: str) -> Rule | None:
        """The rule of that code."""
        return next((rule for rule in self.rules() if rule.code == code), None)

    def _adapted(self, rule: Rule) -> Rule:
        changes = dict(self.recoded.get(rule.code, {}))
        if rule.code in self.regraded:
            changes["severity"] = self.regraded[rule.code]
        return replace(rule, **changes) if changes else rule
