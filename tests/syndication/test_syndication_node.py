"""Nodes are written the same by lxml and without it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from feeds.checking.namespaces import NAMESPACES
from feeds.syndication.node import Node, append, character_data, serialised

NAMES = st.sampled_from(["loc", "image:loc", "news:title"])
# Line ends other than \n inside text are written as references by lxml alone; parsers fold them.
TEXTS = st.text(st.characters(exclude_characters="\r\n\t"), min_size=1, max_size=20).map(lambda t: "x" + t)
ATTRIBUTES = st.dictionaries(st.sampled_from(["href", "rel"]), TEXTS, max_size=2)
LEAVES = st.tuples(NAMES, TEXTS | st.none(), ATTRIBUTES).map(lambda facts: Node(*facts))
TREES = st.recursive(
    LEAVES,
    lambda inner: st.tuples(NAMES, ATTRIBUTES, st.lists(inner, min_size=1, max_size=3)).map(
        lambda facts: Node(facts[0], None, facts[1], tuple(facts[2]))
    ),
    max_leaves=6,
)


@given(TREES)
def test_both_ways_give_the_same_bytes(node: Node) -> None:
    default = NAMESPACES["sitemap"]
    names = {None: default, "image": NAMESPACES["image"], "news": NAMESPACES["news"]}
    root = etree.Element(f"{{{default}}}urlset", nsmap=names)  # type: ignore[arg-type]
    append(root, node, default)
    written = etree.tostring(root, encoding="UTF-8", pretty_print=True)
    inside = written.partition(b">\n")[2].removesuffix(b"</urlset>\n")
    assert serialised(node, depth=1).encode() == inside


def test_an_attribute_may_have_a_prefix() -> None:
    root = etree.Element("feed", nsmap={"thr": NAMESPACES["thr"]})
    element = append(root, Node("link", attributes={"thr:count": "3"}))
    assert element.get(f"{{{NAMESPACES['thr']}}}count") == "3"


@given(st.text())
def test_character_data_never_end_early(text: str) -> None:
    said, section = character_data(text)
    element = etree.Element("a")
    element.text = section
    written = etree.tostring(element, encoding="UTF-8")
    assert (etree.fromstring(written).text or "") == said.replace("\r\n", "\n").replace("\r", "\n")
    assert written.count(b"]]>") <= 1
