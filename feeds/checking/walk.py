"""Walks an element and what it holds, once, and asks of each part what the plan asks."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from feeds.checking.absence import absent, misbound, written
from feeds.checking.document import View, whole_text
from feeds.checking.html_facts import MARKS
from feeds.checking.namespaces import prefixed
from feeds.checking.plan import Node, Plan, Step, uri_of
from feeds.checking.rule import Problem, Rule

if TYPE_CHECKING:
    from feeds.checking.finding import Severity

Found = list[tuple[Rule, Problem]]

SHOWN = 20
"""Strangers of a kind in one parent that are reported: a table in a title says nothing new after them."""

GUESSES = 200

_ESCAPED = (
    "Tags of HTML are escaped in a feed: write &lt;b&gt;, or wrap the whole text in <![CDATA[…]]>. "
    "Titles and names take no tags at all."
)


class Guesses:
    """What a misspelt name may be meant as. Looking that up is dear, so that a document gets so many."""

    def __init__(self) -> None:
        self._left = GUESSES

    def of(self, name: str, known: Iterable[str]) -> str | None:
        """The name that is almost the same."""
        if not self._left:
            return None
        self._left -= 1
        folded = {right.lower(): right for right in known}
        near = get_close_matches(name.lower(), folded, 1, 0.8)
        return folded[near[0]] if near else None


class Walk:
    """One walk over a part of a document. What is wrong is in `found`."""

    def __init__(self, plan: Plan, context: Any, guesses: Guesses) -> None:
        self.plan = plan
        self.context = context
        self.found: Found = []
        self._guesses = guesses

    def run(self, rules: list[Rule] | tuple[Rule, ...], view: Any) -> None:
        """Asks rules about an element."""
        for rule in rules:
            if rule.check:
                for problem in rule.check(view, self.context):
                    self.found.append((rule, problem))

    def visit(self, view: View, node: Node) -> None:
        """Asks about an element and all that it holds."""
        children = view.children
        if node.rules:
            self.run(node.rules, view)
        steps = node.steps
        for tag, elements in children.items():
            step = steps[tag] if tag in steps else node.step(tag)
            if step is None:
                self._stranger(view, node, elements)
            else:
                self._judge(view, step, elements)
        for tag, name, rule in node.missing:
            if tag not in children and not misbound(view, name):
                self.found.append((rule, absent(view, name)))
        if node.stray:
            self._stray(view, node.stray)

    def _judge(self, view: View, step: Step, elements: list[etree._Element]) -> None:
        if len(elements) > 1 and step.repeated:
            self._repeated(step, elements)
        if step.misplaced:
            self._misplaced(step, elements)
        for element in elements:
            if step.values:
                self._value(step, element)
            if step.asks or len(element):
                self._look_into(view, step, element)

    def _value(self, step: Step, element: etree._Element) -> None:
        whole = whole_text(element) if len(element) else element.text or ""
        text = whole.strip()
        for value, rule, exact in step.values:
            if fault := value(whole if exact else text):
                self.found.append((rule, Problem(element, f"{step.label} {fault}")))

    def _look_into(self, view: View, step: Step, element: etree._Element) -> None:
        if step.strange or step.attributes:
            self._attributes(step, element)
        if step.text_only and len(element):
            self._elements_in_text(step, step.text_only, element)
        if step.within and (step.always or len(element)):
            self.visit(View(element, view.default, view.index, view), step.within)
        elif step.rules:
            self.run(step.rules, View(element, view.default, view.index, view))

    def _elements_in_text(self, step: Step, rule: Rule, element: etree._Element) -> None:
        """Elements in one that holds text alone; those that its own vocabulary has not are told elsewhere."""
        for child in islice(element.iterchildren(etree.Element), SHOWN):
            if uri_of(str(child.tag)) != uri_of(step.tag):
                said = f"<{written(child)}> stands in <{written(element)}>, which holds text alone"
                self.found.append((rule, Problem(child, said)))

    def _attributes(self, step: Step, element: etree._Element) -> None:
        items = cast("list[tuple[str, str]]", element.items())
        strangers: list[str] = []
        for name, value in items:
            demanded = step.attributes.get(name)
            if demanded is None:
                strangers.append(name)
                continue
            for judge, rule in demanded.values:
                if fault := judge(value):
                    said = f"{demanded.name} of {step.label} {fault}"
                    self.found.append((rule, Problem(element, said, attribute=name)))
        if strangers and step.strange:
            for name in strangers[:SHOWN]:
                self._strange_attribute(step, element, name)
        for name, demanded, rule in step.required:
            if not items or element.get(name) is None:
                self.found.append((rule, Problem(element, f"{step.label} has no {demanded.name}")))

    def _strange_attribute(self, step: Step, element: etree._Element, name: str) -> None:
        if name[0] == "{" or ":" in name or step.strange is None:
            return
        right = self._guesses.of(name, step.attributes)
        said = f"{name!r} is no attribute of {step.label}" + (f": it is spelt {right}" if right else "")
        self.found.append((step.strange, Problem(element, said, attribute=name)))

    def _repeated(self, step: Step, elements: list[etree._Element]) -> None:
        for rule in step.repeated:
            for element in elements[1:]:
                self.found.append((rule, Problem(element, f"{step.label} is there more than once")))

    def _misplaced(self, step: Step, elements: list[etree._Element]) -> None:
        for before, rule in step.misplaced:
            for element in elements:
                if element.getprevious() is None:
                    continue
                if (other := next(element.itersiblings(*before, preceding=True), None)) is not None:
                    said = f"{step.label} stands after <{written(other)}>, it belongs before it"
                    self.found.append((rule, Problem(element, said)))

    def _stray(self, view: View, rule: Rule) -> None:
        element = view.element
        texts = (element.text, *(child.tail for child in element))
        stray = next((text for text in texts if text and not text.isspace()), None)
        if stray:
            said = f"text stands directly in <{written(element)}>: {stray.strip()[:60]!r}"
            self.found.append((rule, Problem(element, said)))

    def _stranger(self, view: View, node: Node, elements: list[etree._Element]) -> None:
        """Elements that no table lists here."""
        tag = str(elements[0].tag)
        if not node.known or ":" in tag.rpartition("}")[2]:
            return
        uri = uri_of(tag)
        if uri not in self.plan.vocabularies:
            self._foreign(elements)
            return
        inside = uri_of(node.path[-1])
        if len(node.path) == 1 or uri == inside:
            rule = self.plan.stranger(tag, "unknown")
        else:
            rule = self.plan.stranger("", "bare") if not uri and inside != self.plan.default else None
        if rule:
            new = self.plan.vocabularies[uri].living and not self.plan.listed(tag)
            for element in elements[:SHOWN]:
                said, slip = self._unknown(view, node, element)
                grade: Severity | None = "warning" if new and not slip else None
                hint = _ESCAPED if not slip and element.tag in MARKS else None
                self.found.append((rule, Problem(element, said, hint, severity=grade)))

    def _unknown(self, view: View, node: Node, element: etree._Element) -> tuple[str, bool]:
        """What is to be said of a stranger, and whether it looks like a slip of the pen."""
        parent, name = written(view.element), written(element)
        parents = self.plan.parents(str(element.tag))
        if parents:
            said = ", ".join(dict.fromkeys(parents))
            return f"<{name}> does not belong in <{parent}>, but in {said}", True
        right = self._guesses.of(prefixed(str(element.tag), self.plan.default), node.names)
        hint = f": is <{right}> meant?" if right else ""
        return f"<{name}> is no element that may stand in <{parent}>{hint}", bool(right)

    def _foreign(self, elements: list[etree._Element]) -> None:
        """What extensions hold without a namespace of its own."""
        rule = self.plan.stranger("", "bare")
        if rule is None:
            return
        for element in elements[:SHOWN]:
            for inner in element.iterdescendants(etree.Element):
                if isinstance(inner.tag, str) and inner.tag[0] != "{" and ":" not in inner.tag:
                    said = f"<{inner.tag}> inside of <{written(element)}> is in no namespace"
                    self.found.append((rule, Problem(inner, said)))
                    break
