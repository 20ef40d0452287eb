"""A rule set made ready to run: what is asked of each kind of element, found by where it stands."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from feeds.checking.namespaces import NAMESPACES, clark, prefixed
from feeds.checking.rule import Rule, RuleSet
from feeds.checking.structure import Attribute, Row, Value, Vocabulary

if TYPE_CHECKING:
    from feeds.checking.document import Shape

Path = tuple[str, ...]
"""A scope ("document", "channel", "item") and Clark names below it; or ANYWHERE and one Clark name."""

ANYWHERE = "//"

REMEMBERED = 1000
"""Unknown names that are remembered as such: a hostile document makes up as many as it likes."""


class Demanded:
    """What is asked of an attribute."""

    __slots__ = ("name", "required", "values")

    def __init__(self, name: str) -> None:
        self.name = name
        self.required: Rule | None = None
        self.values: list[tuple[Value, Rule]] = []

    def add(self, attribute: Attribute, codes: dict[str, Rule]) -> None:
        """Takes in one row's demands."""
        self.required = codes.get(attribute.required or "") or self.required
        rule = codes.get(attribute.invalid or "")
        if attribute.value and rule:
            self.values.append((attribute.value, rule))


class Step:
    """What is asked of the elements of one name below one kind of parent."""

    __slots__ = (
        "always", "asks", "attributes", "label", "misplaced", "repeated", "required", "rules", "strange",
        "tag", "text_only", "values", "within",
    )  # fmt: skip

    def __init__(self, plan: Plan, path: Path, rows: list[Row]) -> None:
        self.tag = path[-1]
        self.label = prefixed(self.tag, plan.default)
        codes = plan.codes
        self.repeated = tuple({c: codes[c] for row in rows if (c := row.repeated) in codes}.values())
        self.values = tuple(
            (row.value, codes[c], row.exact) for row in rows if row.value and (c := row.invalid) in codes
        )
        self.misplaced = tuple(
            (tuple(plan.clark(name) for name in row.before), codes[c])
            for row in rows
            if (c := row.misplaced) in codes
        )
        self.attributes: dict[str, Demanded] = {}
        for attribute in (attribute for row in rows for attribute in row.attributes):
            self.attributes.setdefault(_attribute(attribute.name), Demanded(attribute.name)).add(
                attribute, codes
            )
        self.required = tuple((name, a, a.required) for name, a in self.attributes.items() if a.required)
        self.strange = plan.stranger(self.tag, "attribute") if rows else None
        inner = None if self.tag in plan.scopes else plan.node(path)
        self.rules: tuple[Rule, ...] = inner.rules if inner else ()
        self.within = inner if inner and inner.asks() and not any(row.opaque for row in rows) else None
        self.always = bool(inner and (inner.missing or inner.stray))
        unknown = plan.stranger(self.tag, "unknown") if rows else None
        holds_text = bool(self.values) or not self.attributes
        self.text_only = unknown if self.within and not self.within.names and holds_text else None
        self.asks = bool(self.strange or self.attributes or self.always or self.rules)
        """Whether anything besides its value is asked of such an element even where it holds none."""


class Node:
    """What is asked of one kind of element: its rules, and the steps to what it holds."""

    def __init__(self, plan: Plan, path: Path) -> None:
        self.plan = plan
        self.path = path
        self.rules = () if path == ("document",) else plan.rules_at(path)  # those get the channel
        self.stray = plan.stray(path)
        self.known = len(path) == 1 or plan.listed(path[-1])
        self._rows: dict[str, list[Row]] = {}
        for row in plan.rows_on(path):
            self._rows.setdefault(plan.clark(row.name), []).append(row)
        self.missing = tuple(
            (tag, row.name, rule)
            for tag, rows in self._rows.items()
            for row in rows
            if (rule := plan.codes.get(row.missing or ""))
        )
        self.steps: dict[str, Step | None] = {}

    def step(self, tag: str) -> Step | None:
        """What is asked of a child; None where nothing is known of it."""
        try:
            return self.steps[tag]
        except KeyError:
            step = self._made(tag)
            if step or len(self.steps) < REMEMBERED:
                self.steps[tag] = step
            return step

    def _made(self, tag: str) -> Step | None:
        path = (*self.path, tag) if self.path[0] != ANYWHERE else (ANYWHERE, tag)
        rows = self._rows.get(tag, [])
        return Step(self.plan, path, rows) if rows or self.plan.leads(path) else None

    def asks(self) -> bool:
        """Whether such an element is to be looked into."""
        strangers = self.known and bool(self.plan.vocabularies)
        return bool(self.rules or self._rows or self.stray or strangers) or self.plan.leads(self.path)

    @cached_property
    def names(self) -> list[str]:
        """The elements that may stand here, as messages name them."""
        return [prefixed(tag, self.plan.default) for tag in self._rows]


class Plan:
    """A rule set's rules by scope, and its structure by path."""

    def __init__(self, rules: RuleSet) -> None:
        shape: Shape | None = rules.shape
        self.default = shape.default if shape else ""
        self._frames = {"item": shape.items[0], "channel": shape.channel or shape.root} if shape else {}
        self.scopes = frozenset((*shape.items, shape.channel) if shape else ())
        self.codes: dict[str, Rule] = dict(rules.coded())
        self.vocabularies: dict[str, Vocabulary] = {v.uri: v for v in rules.known()}
        self._nodes: dict[Path, Node] = {}
        self._rows: dict[Path, list[Row]] = {}
        self._strays: dict[str, Rule] = {}
        self._rules: dict[Path, list[Rule]] = {}
        for row in rules.rows():
            self._take(row)
        for rule in self.codes.values():
            for on in rule.on.split(", ") if rule.check else ():
                self._rules.setdefault(self._path(on), []).append(rule)
        spelt = [path for path in (*self._rows, *self._rules) if path[0] != ANYWHERE]
        self._leading = {path[:n] for path in spelt for n in range(1, len(path) + 1)}
        self._tags = {self.clark(row.name) for row in rules.rows()}
        if shape:
            self._root_strays(shape)

    def _take(self, row: Row) -> None:
        for on in (row.on,) if isinstance(row.on, str) else row.on:
            self._rows.setdefault(self._path(on), []).append(row)
        if row.stray in self.codes:
            self._strays[self.clark(row.name)] = self.codes[row.stray]

    def _root_strays(self, shape: Shape) -> None:
        inner = shape.channel or shape.root
        for scope, tag in (("item", shape.items[0]), ("channel", inner), ("document", shape.channel)):
            if tag in self._strays:
                self._strays[scope] = self._strays[tag]

    def clark(self, name: str) -> str:
        """A name of the table in Clark notation."""
        return clark(name, self.default)

    def _path(self, on: str) -> Path:
        if on.startswith(ANYWHERE):
            return (ANYWHERE, self.clark(on.removeprefix(ANYWHERE)))
        scope, *names = on.split("/")
        return (scope, *(self.clark(name) for name in names))

    def node(self, path: Path) -> Node:
        """The demands at a path; where none are spelt out, only the element's own name counts."""
        if len(path) > 1 and path not in self._leading:
            path = (ANYWHERE, path[-1])
        if path not in self._nodes:
            self._nodes[path] = Node(self, path)
        return self._nodes[path]

    def rules_at(self, path: Path) -> tuple[Rule, ...]:
        """The rules that look at an element at a path."""
        return tuple(_both(self._rules, path))

    def rules_below(self, scope: str) -> list[tuple[Path, list[Rule]]]:
        """The rules that look below a scope, with the path of each."""
        return [(p, rules) for p, rules in self._rules.items() if p[0] == scope and len(p) > 1]

    def rows_on(self, path: Path) -> list[Row]:
        """The rows about what an element at a path holds."""
        return _both(self._rows, path)

    def leads(self, path: Path) -> bool:
        """Whether a rule or a row looks at a path or below it."""
        return path in self._leading

    def stray(self, path: Path) -> Rule | None:
        """The rule that speaks of text beside the elements in an element."""
        return self._strays.get(path[-1])

    def listed(self, tag: str) -> bool:
        """Whether the structure has such an element, wherever it stands."""
        return tag in self._tags

    def stranger(self, tag: str, kind: str) -> Rule | None:
        """The rule that speaks of what a namespace's table has not: "unknown", "attribute" or "bare"."""
        vocabulary = self.vocabularies.get(uri_of(tag))
        return self.codes.get(getattr(vocabulary, kind) or "") if vocabulary else None

    def parents(self, tag: str) -> list[str]:
        """Where an element may stand, as messages name it."""
        return self._parents.get(tag, [])

    @cached_property
    def _parents(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path, rows in self._rows.items():
            for row in rows:
                found.setdefault(self.clark(row.name), []).append(self._said(path))
        return found

    def _said(self, path: Path) -> str:
        """A place as messages name it: a story and its feed by the names that their elements have."""
        tag = self._frames.get(path[0], path[0]) if len(path) == 1 else path[-1]
        return prefixed(tag, self.default)


def uri_of(tag: str) -> str:
    """The namespace of a Clark name."""
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""


def _both(table: dict[Path, list[Any]], path: Path) -> list[Any]:
    """What is spelt out for a path, and what holds for such an element anywhere."""
    own = table.get(path, [])
    return own if path[0] == ANYWHERE or len(path) == 1 else own + table.get((ANYWHERE, path[-1]), [])


def _attribute(name: str) -> str:
    return clark(name) if name.partition(":")[0] in NAMESPACES else name


def plan_of(rules: RuleSet) -> Plan:
    """The plan of a rule set, made once for as long as nothing is added to it."""
    state = tuple((id(part), len(part.own), len(part.structure)) for part in rules.parts())
    if rules.plan is None or rules.plan[0] != state:
        rules.plan = (state, Plan(rules))
    plan: Plan = rules.plan[1]
    return plan
