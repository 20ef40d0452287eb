"""Lines and columns are those that a person counts, wherever an element, a letter or an attribute stands."""

from __future__ import annotations

import re
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from feeds.checking.document import Document
from feeds.checking.places import Places

LETTERS = st.text(alphabet="ab яё€😀.;#x-", max_size=5)
WHITE = st.sampled_from([" ", "\n", "\r\n", "\t"])
PIECES = st.one_of(
    LETTERS.map(lambda text: (text, text)),
    WHITE.map(lambda text: (text, re.sub("\r\n?", "\n", text))),
    st.sampled_from(
        [("&amp;", "&"), ("&lt;", "<"), ("&#1103;", "я"), ("&#x1F600;", "😀"), ("&quot;", '"'), (">", ">")]
    ),
    LETTERS.map(lambda text: (f"<![CDATA[{text}<b>&amp;]]>", f"{text}<b>&amp;")),
    LETTERS.map(lambda text: (f"<!--{text.replace('-', '')}<b>-->", "")),
    LETTERS.map(lambda text: (f"<?pi {text.replace('?', '')}<b>?>", "")),
)
"""Pieces of a text as it is written, with what they stand for."""


def counted(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a character, counted one by one."""
    line, column = 1, 1
    for number, letter in enumerate(text[:offset]):
        ends = letter == "\n" or (letter == "\r" and text[number + 1 : number + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)
    return line, column


@given(pieces=st.lists(PIECES, max_size=12), before=WHITE)
def test_every_letter_of_a_text_is_found(pieces: list[tuple[str, str]], before: str) -> None:
    start = f"<a>{before}<b c='d>' e=\"'\">"
    source = start + "".join(written for written, _ in pieces) + "</b></a>"
    meant = "".join(text for _, text in pieces)
    document = Document(source.encode())
    assert document.root is not None
    element = document.root.find("b")
    assert element is not None
    assert "".join(element.itertext()) == meant
    assert document.place(element) == counted(source, source.index("<b"))
    written = list(accumulate((len(w) for w, _ in pieces), initial=len(start)))
    position = 0
    for (piece, text), begin in zip(pieces, written, strict=False):
        for number in range(len(text)):
            place = document.place(element, position + number)
            if piece == text:
                assert place == counted(source, begin + number)
            elif piece.startswith("<![CDATA["):
                assert place == counted(source, begin + len("<![CDATA[") + number)
            else:
                assert place == counted(source, begin)
        position += len(text)


NAMES = st.sampled_from(["a", "б", "x:a", "c-d", "_e"])


@st.composite
def documents(draw: st.DrawFn) -> str:
    def element(depth: int) -> str:
        name = draw(NAMES)
        attributes = "".join(
            draw(WHITE) + f"{key}={quote}{draw(LETTERS)}/>{quote}"
            for key, quote in draw(st.dictionaries(st.sampled_from("pqr"), st.sampled_from("'\""))).items()
        )
        if depth > 3 or draw(st.booleans()):
            return f"<{name}{attributes}/>"
        inner = "".join(
            draw(st.one_of(PIECES.map(lambda piece: piece[0]), st.builds(element, st.just(depth + 1))))
            for _ in range(draw(st.integers(0, 3)))
        )
        return f"<{name}{attributes}>{inner}</{name}{draw(st.sampled_from(['', ' ']))}>"

    return f"{draw(st.sampled_from(['', '<!-- <x> -->', '<?x <y>?>']))}<r xmlns:x='urn:x'>{element(0)}</r>"


@given(source=documents())
def test_every_element_and_attribute_is_found(source: str) -> None:
    document = Document(source.encode())
    assert document.root is not None
    lines = re.sub("\r\n?", "\n", source).split("\n")
    for element in document.root.iter():
        line, column = document.place(element)
        name = etree.QName(element).localname
        prefix = f"{element.prefix}:" if element.prefix else ""
        assert re.match(rf"<{prefix}{name}[\s/>]", "\n".join(lines[line - 1 :])[column - 1 :])
        for key in element.attrib:
            at = document.place(element, attribute=str(key))
            assert "\n".join(lines[at[0] - 1 :])[at[1] - 1 :].startswith(f"{key}=")


@given(text=st.text(alphabet="a\r\nя😀", max_size=60), cut=st.floats(0, 1))
def test_any_offset_has_its_line_and_column(text: str, cut: float) -> None:
    offset = int(len(text) * cut)
    assert Places(text.encode()).at(len(text[:offset].encode())) == counted(text, offset)


def test_places_are_right_far_into_a_document() -> None:
    filling = "я" * 100_000 + "\n" + "😀" * 20_000
    document = Document(f"<a>{filling}<b/></a>".encode())
    assert document.root is not None
    assert document.place(document.root.find("b")) == (2, 20_001)


def test_hostile_markup_is_passed_over_in_one_go() -> None:
    for piece in ("<![CDATA[", "<!--", "<a b='", '<a b="', "<?", "</", "&#", "]]>", "<a ", "'\""):
        assert Places((piece * 200_000).encode()).starts is not None


def test_what_is_nowhere_has_no_place() -> None:
    document = Document(b"<a/>")
    assert document.place(None) == (0, 0)
    assert document.place(etree.Element("b")) == (0, 0)
    assert document.place(document.root, attribute="none") == (1, 1)
