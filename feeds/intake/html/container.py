"""Which element of a page holds the story's text."""

from __future__ import annotations

from dataclasses import dataclass

from feeds.intake.html.furniture import COVERING, furniture
from feeds.intake.html.measure import Measure, measured
from feeds.intake.html.tree import Node, ancestors, attribute, labels

_SUBJECT = frozenset("article story post entry news material page blog publication single".split())
_PART = frozenset("body content text copy main fulltext full txt".split())
_WHOLE = frozenset(
    "articlebody storybody postbody entrycontent postcontent articletext articlecontent newstext fulltext "
    "storytext bodytext bodycopy".split()
)
"""Words by which the element with a story's text is called."""

_SOME, _MUCH, _NEARLY_ALL = 0.15, 0.4, 0.85  # of the page's running text
_NEARLY = 0.92  # of an element's: what stands outside is a standfirst, a byline, a promise

_HARDLY = 200  # characters of running text

_CONTAINERS = frozenset("article div main section td".split())
_BONUS = (1.0, 1.3, 2.5, 4.0)
"""What a guess, an element's tag, a name and a statement are worth."""


@dataclass(frozen=True, slots=True)
class Container:
    """The measure of the element that holds the text.

    `sure` says how clearly it is called so: 0 not at all, 1 by its tag, 2 by a name, 3 by markup. `share`
    is its part of the page's running text. `heavy` are the elements in and around it that are no furniture,
    whatever they are called.
    """

    measure: Measure
    share: float
    sure: int
    heavy: frozenset[int]

    @property
    def node(self) -> Node:
        """The element."""
        return self.measure.node


def container(body: Node, holders: frozenset[int], headline: Node | None = None) -> Container | None:
    """The element that holds the story's text; None where there is no text at all.

    `holders` are the elements that cannot be furniture, whatever they are called.
    """
    whole = measured(body, _nothing)
    heavy = _heavy(whole, holders)
    own = _own_article(whole, headline)

    def left_out(node: Node) -> bool:
        if own and node.tag == "article" and not own.holds(node):
            return True
        return node.mem_id not in heavy and furniture(node) is not None

    top = measured(body, left_out)
    if top.total == 0:
        return None
    best = max(top.elements(), key=_score)
    if best.good < _HARDLY:
        named = [m for m in top.elements() if _sure(m.node) > 1]
        best = max(named, key=lambda m: m.total, default=best)
    else:
        best = _narrowed(best)
    return Container(best, best.good / max(1, top.good), _sure(best.node), heavy)


def _nothing(node: Node) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class _Article:
    """The `article` that holds the headline: other articles beside it are other stories."""

    around: frozenset[int]
    top: int

    def holds(self, node: Node) -> bool:
        """Whether an article is this one, around it or inside it."""
        return node.mem_id in self.around or any(above.mem_id == self.top for above in ancestors(node))


def _own_article(whole: Measure, headline: Node | None) -> _Article | None:
    """The article of the headline, where it has some of the page's text."""
    if headline is None:
        return None
    above = list(ancestors(headline))
    article = next((node for node in reversed(above) if node.tag == "article"), None)
    if article is None:
        return None
    good = next((m.good for m in whole.elements() if m.node.mem_id == article.mem_id), 0)
    around = frozenset(node.mem_id for node in above)
    return _Article(around, article.mem_id) if good > max(_HARDLY, _SOME * whole.good) else None


def _heavy(top: Measure, holders: frozenset[int]) -> frozenset[int]:
    """The elements that hold so much of the page's running text that their names say nothing."""
    heavy = {m.node.mem_id for m in top.elements() if m.good > _MUCH * top.good and _may_be_heavy(m, top)}
    return holders | heavy


def _may_be_heavy(measure: Measure, top: Measure) -> bool:
    if measure.node.tag in ("footer", "nav"):
        return False
    return furniture(measure.node) not in COVERING or measure.good > _NEARLY_ALL * top.good


def _score(measure: Measure) -> float:
    """What speaks for an element: its text, more if it says that it is the story's; the inner one of two."""
    bonus = _BONUS[_sure(measure.node)] if measure.worth > 0 else 1
    return measure.worth * bonus + 0.01 * measure.depth


def _sure(node: Node) -> int:
    """How clearly an element says that it is the story's body."""
    if node.tag not in _CONTAINERS:
        return 0
    if any("articlebody" in attribute(node, name).lower() for name in ("itemprop", "property")):
        return 3
    words = labels(node)
    if words & _WHOLE or (words & _SUBJECT and words & _PART and len(words & (_SUBJECT | _PART)) > 1):
        return 2
    return 1 if node.tag in ("article", "main") else 0


def _narrowed(measure: Measure) -> Measure:
    """The innermost element that holds nearly all running text of this one, if it has several lines of it."""
    while True:
        inner = max(measure.below, key=lambda m: m.good, default=None)
        if inner is None or inner.good < _NEARLY * measure.good or inner.lines < min(3, measure.lines):
            return measure
        measure = inner
