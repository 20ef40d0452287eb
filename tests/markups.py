"""Raw and canonical markup for the tests of the markup rooms, and an independent look at what came out."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import strategies as st

from feeds.markup.nodes import ATTRIBUTES, BLOCKS, INLINE, VOID
from feeds.markup.parse import parse
from feeds.markup.serialise import serialise

BASE = "https://vestnik.example/2026/11/23/pristan"

TEXTS = st.text(
    st.sampled_from("абвё ABz09.,—«»&<>\"' \u00a0\u00ad\u200b\t\n\r\x00\x07é\u0301\U0001f600]"), max_size=12
)
NAMES = st.sampled_from(
    "p div span h1 h2 h5 ul ol li blockquote figure figcaption table tr td th caption pre hr br b strong i em s sub "
    "sup code a img iframe video audio source picture script style noscript template svg math form input button "
    "object embed font center section article aside main address q cite dl dt dd details summary textarea "
    "select".split()
)
ATTRIBUTE_NAMES = st.sampled_from(
    "href src srcset data-src class style onclick onerror id alt title width height colspan start cite poster type "
    "hidden xlink:href formaction".split()
)
VALUES = st.one_of(
    TEXTS,
    st.sampled_from(
        [
            "/a/b.jpg", "https://vestnik.example/a", "//cdn.example/x.png?w=1&h=2", "javascript:alert(1)",
            "JaVaScRiPt:alert(1)", " java\nscript:alert(1)", "data:text/html,<script>x</script>", "vbscript:x",
            "https://player.example/v/1", "gallery", "photo caption", "display:none", "1", "0", "-5", "9999999999",
            "a.jpg 1x, b.jpg 2x", "mailto:a@b.example", "tel:+7", "http://[::1", "https://", "#top", "",
        ]
    ),
)  # fmt: skip


@st.composite
def tags(draw: st.DrawFn) -> str:
    """A tag that begins an element, or ends one, in any order and with anything in it."""
    name = draw(NAMES)
    if draw(st.booleans()):
        return f"</{name}>"
    pairs = draw(st.lists(st.tuples(ATTRIBUTE_NAMES, VALUES), max_size=3))
    quoted = "".join(f' {key}="{value.replace(chr(34), "&quot;")}"' for key, value in pairs)
    return f"<{name}{quoted}{draw(st.sampled_from(['>', '/>', '>', '']))}"


RAW = st.lists(st.one_of(tags(), TEXTS), max_size=25).map("".join)
"""Anything that a page may hold, well built or not."""


class Seen(HTMLParser):
    """Canonical text as Python's own parser sees it: elements with their attributes, parents known."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, str, dict[str, str]]] = []
        self.loose = ""
        self.wrong: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, self.open[-1] if self.open else "", {k: v or "" for k, v in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        if not self.open:
            self.loose += data


PARENTS = {
    "li": {"ul", "ol"}, "tr": {"table"}, "td": {"tr"}, "th": {"tr"}, "figcaption": {"figure"},
    "img": {"figure"}, "iframe": {"figure"}, "video": {"figure"}, "audio": {"figure"},
}  # fmt: skip
ELEMENTS = BLOCKS | INLINE | set(PARENTS)


def assert_canonical(markup: str) -> None:
    """Holds what the architecture says of a body, whatever it was made of."""
    seen = Seen(markup)
    assert not seen.wrong, markup
    assert not seen.open, markup
    assert not seen.loose.strip(), markup
    for tag, parent, attributes in seen.elements:
        assert tag in ELEMENTS, tag
        assert set(attributes) <= ATTRIBUTES.get(tag, frozenset()), (tag, attributes)
        assert parent in PARENTS.get(tag, {parent}), (tag, parent)
        for name in ("href", "src", "cite", "poster"):
            value = attributes.get(name, "https:").lower()
            assert value.startswith(("https:", "http:", *(("mailto:", "tel:") if name == "href" else ()))), (
                value
            )
    assert "]]>" not in markup
    assert not any(ord(c) < 32 and c not in "\n\t" for c in markup)


def canonical_of(raw: str, base: str = BASE) -> str:
    """The canonical text of raw markup."""
    return serialise(parse(raw, base))
