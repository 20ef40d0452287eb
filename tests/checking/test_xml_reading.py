"""Broken XML is read as far as it can be, and each breach is told where it stands."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from rule_examples import changed

from feeds.checking.document import Document
from feeds.checking.rule import Rule
from feeds.checking.xml.rules import XML
from feeds.targets.check import check

NOW = datetime(2026, 11, 23, tzinfo=UTC)
CYRILLIC = "Мост через Ладу открыли раньше срока, и по нему можно дойти до больницы"


def faults(source: str | bytes) -> list[tuple[int, int, str, str]]:
    document = Document(source.encode() if isinstance(source, str) else source)
    for fault in document.faults:
        assert fault.hint
        assert "{" not in fault.message + fault.hint
    return [(*document.place(f), f.code, f.message) for f in document.faults]


def only(source: str | bytes) -> tuple[int, int, str, str]:
    found = faults(source)
    assert len(found) == 1, found
    return found[0]


def read(source: str | bytes) -> etree._Element | None:
    return Document(source.encode() if isinstance(source, str) else source).root


MENDED = [
    ("<a>b & c</a>", "b & c", (1, 6, "XML002", "& stands by itself")),
    ("<a>\n<b/>1 < 2</a>", "\n", (2, 7, "XML002", "< stands by itself")),
    ("<a href='?b=1&c=2'/>", None, (1, 14, "XML002", "& stands by itself")),
    ("<a>&#X41;</a>", "A", (1, 4, "XML002", "&#X41; begins with a capital X")),
    ("<a>b&nbsp;c</a>", "b\xa0c", (1, 5, "XML003", "&nbsp; is not known in XML")),
    ("<a>&zarya;</a>", "&zarya;", (1, 4, "XML003", "&zarya; is not known in XML")),
    ("<a>b\x0bc</a>", "b\ufffdc", (1, 5, "XML004", "U+000B is a character that XML may not hold")),
    ("<a><![CDATA[b\x00]]></a>", "b\ufffd", (1, 14, "XML004", "U+0000 is a character that XML may not hold")),
    ("<a>&#31;</a>", "\ufffd", (1, 4, "XML004", "&#31; is a character that XML may not hold")),
    ("<a>b\uffffc</a>", "b\ufffdc", (1, 5, "XML004", "U+FFFF is a character that XML may not hold")),
    ("\n<?xml version='1.0'?><a>b</a>", "b", (1, 1, "XML005", "a blank line stands before the XML declaration")),
    ("Oops\n<?xml version='1.0'?><a>b</a>", "b", (1, 1, "XML005", "'Oops\\n' stands before the XML declaration")),
    (
        "<a>\n<dc:b/>c</a>",
        "\n",
        (2, 1, "XML007", "the prefix dc is not declared: programs cannot tell whose it is"),
    ),
    ("<a\n x:b='1'>c</a>", "c", (2, 2, "XML007", "the prefix x is not declared: programs cannot tell whose it is")),
    ("<?xml version='1.1'?><a>b</a>", "b", (1, 1, "XML016", "the document is XML 1.1; programs know 1.0")),
    ("<!DOCTYPE a><a>b</a>", "b", (1, 1, "XML011", "the document has a document type, which readers pass over")),
    (
        f"<?xml version='1.0' encoding='utf-8'?>\n<a>{CYRILLIC}</a>".encode("cp1251"),
        CYRILLIC,
        (2, 4, "XML006", f"byte 0xcc is no UTF-8, as which it is declared; read as windows-1251 it says {CYRILLIC[:39]!r}"),
    ),
    (
        f"<?xml version='1.0' encoding='windows-1251'?><a>{CYRILLIC}</a>".encode("cp1251"),
        CYRILLIC,
        (1, 1, "XML014", "the encoding is windows-1251; only UTF-8 and UTF-16 must be known to all programs"),
    ),
    (
        f"<?xml version='1.0' encoding='utf-8'?><a>{CYRILLIC}</a>".encode("utf-16"),
        CYRILLIC,
        (1, 1, "XML006", "the document says that it is utf-8, but it begins with the byte order mark of UTF-16"),
    ),
    (
        f"<a>{CYRILLIC}</a>".encode("utf-16-le"),
        CYRILLIC,
        (1, 1, "XML006", "the document is in UTF-16, and neither a byte order mark nor a declaration says so"),
    ),
    (
        f"<?xml version='1.0' encoding='utf-16'?><a>{CYRILLIC}</a>",
        CYRILLIC,
        (1, 1, "XML006", "the document says that it is utf-16, but it is written in single bytes"),
    ),
    (
        f"<?xml version='1.0' encoding='x-lada'?><a>{CYRILLIC}</a>",
        CYRILLIC,
        (1, 1, "XML013", "there is no encoding 'x-lada'"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("source", "text", "fault"), MENDED)
def test_what_can_be_mended_is_read_on(
    source: str | bytes, text: str | None, fault: tuple[object, ...]
) -> None:
    assert only(source) == fault
    root = read(source)
    assert root is not None
    assert root.text == text


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("", (1, 1, "XML010", "the document is empty")),
        (" \n", (1, 1, "XML010", "the document is empty")),
        (b"\xef\xbb\xbf\n", (1, 1, "XML010", "the document is empty")),
        ("<!DOCTYPE html><p>", (1, 1, "XML009", "this is a web page, not a feed")),
        ("\n<!-- x --> <HTML lang='ru'>", (1, 1, "XML009", "this is a web page, not a feed")),
        ('{"items": []}', (1, 1, "XML009", "this is JSON, not XML")),
        ("Not found", (1, 1, "XML009", "this is no XML: it begins with 'Not found'")),
        ("<a>\n<b>\n</a>", (3, 1, "XML008", "</a> closes <b>, which was opened in line 2")),
        ("<a>\n<b>\n", (2, 3, "XML008", "the document breaks off: <b>, opened in line 2, is not closed")),
        ("<a/></a>", (1, 5, "XML008", "</a> closes what was never opened")),
        ("<a b='1'\n b='2'/>", (2, 7, "XML001", "the attribute b is there more than once")),
        ("<a b=1/>", (1, 6, "XML001", "an attribute's value is not in quotes")),
        ("<a>]]></a>", (1, 4, "XML001", "]]> stands in a text")),
        ("<a/>\nb", (2, 1, "XML001", "something stands after the end of the document")),
        ("<a><!-- b -- c --></a>", (1, 11, "XML001", "-- stands inside of a comment")),
        ("<a xmlns='b c'/>", (1, 15, "XML007", "a namespace is none: xmlns: 'b c' is not a valid URI")),
        ("<a>" * 1000 + "</a>" * 1000, (1, 771, "XML012", "elements are nested more than 256 deep")),
    ],
)  # fmt: skip
def test_what_cannot_is_told_in_one_word(source: str | bytes, fault: tuple[object, ...]) -> None:
    assert only(source) == fault
    assert read(source) is None


def test_markup_that_is_not_escaped_is_told_what_to_do() -> None:
    document = Document(b"<rss><item><description><p>One<br>two</p></description></item></rss>")
    assert [f.message for f in document.faults] == ["</p> closes <br>, which was opened in line 1"]
    assert "CDATA" in document.faults[0].hint


def test_entities_are_never_expanded_nor_looked_up() -> None:
    source = """<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">
<!-- ]> --> <?x ]> ?> <!ENTITY c ']>'>]>
<rss t="&b;">&f;&nbsp;</rss>"""
    document = Document(source.encode())
    assert document.root is not None
    assert document.root.get("t") == "\ufffd"
    assert document.root.text == "\ufffd\xa0"
    assert faults(source) == [
        (1, 1, "XML011", "the document type declares entities, which readers do not look up"),
        (3, 9, "XML003", "&b; is an entity that the document declares for itself, which readers do not look up"),
        (3, 14, "XML003", "&f; is an entity that the document declares for itself, which readers do not look up"),
        (3, 17, "XML003", "&nbsp; is not known in XML"),
    ]  # fmt: skip


def test_faults_of_one_kind_are_counted_out() -> None:
    found = faults("<a>" + "&" * 500 + "</a>")
    assert len(found) == 10
    assert found[-1][3] == "& stands by itself; 490 more of this kind stand after it"


def test_elements_behind_an_undeclared_prefix_are_what_they_are_meant_to_be() -> None:
    root = read("<a><dc:date/></a>")
    assert root is not None
    assert root[0].tag == "{http://purl.org/dc/elements/1.1/}date"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_wide_letters_are_read_with_and_without_a_mark(encoding: str) -> None:
    declared = encoding[:6].rstrip("-")
    source = f"<?xml version='1.0' encoding='{declared}'?>\n<a>{CYRILLIC}&x</a>"
    document = Document(source.encode(encoding))
    assert document.root is not None
    assert [(document.place(f), f.code) for f in document.faults] == [((2, 4 + len(CYRILLIC)), "XML002")]


@given(st.binary(max_size=300))
def test_no_bytes_are_too_strange(source: bytes) -> None:
    document = Document(source)
    assert document.root is not None or document.faults
    for fault in document.faults:
        assert min(document.place(fault)) >= 1


@given(st.text(alphabet="<>/&;!?[]-='\" ab:#x1CDAT\n", max_size=80).map("<a>{}</a>".format))
def test_what_another_parser_refuses_has_a_fault_and_the_reverse(source: str) -> None:
    try:
        etree.fromstring(source.encode(), etree.XMLParser(resolve_entities=False))
        sound = True
    except etree.XMLSyntaxError:
        sound = False
    document = Document(source.encode())
    assert (document.root is not None and not any(f.severity == "error" for f in document.faults)) == sound


def judged(source: str | bytes, target: str = "rss") -> set[str]:
    data = source.encode() if isinstance(source, str) else source
    return {f.code for f in check(data, target, now=NOW) if f.code.startswith("XML")}


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in XML.rules()])
def test_examples(rule: Rule) -> None:
    assert rule.bad is not None
    bad = changed(XML, rule.bad)
    target = "vk" if rule.code == "XML018" else "rss"  # RSS itself has a rule about its root
    assert judged(bad.encode("latin-1") if rule.code == "XML015" else bad, target) == {rule.code}
    if rule.good is not None:
        assert judged(changed(XML, rule.good)) == set()


def test_every_kind_of_fault_has_its_rule() -> None:
    from feeds.checking.xml.faults import WORDS

    severities = {rule.code: rule.severity for rule in XML.rules()}
    assert {words.code for words in WORDS.values()} == set(severities)
    grades = ["info", "warning", "error"]
    for code, severity in severities.items():
        worst = max(grades.index(words.severity) for words in WORDS.values() if words.code == code)
        assert grades[worst] == severity
    assert judged(XML.example) == set()


def test_packed_feeds_are_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = gzip.compress(XML.example.replace("&amp;", "&").encode())
    assert [(f.line, f.code) for f in check(packed, "rss", now=NOW) if f.code == "XML002"] == [(6, "XML002")]
    assert judged(packed[:60]) == {"XML015"}
    monkeypatch.setattr("feeds.checking.xml.source.LIMIT", 1_000_000)
    assert judged(gzip.compress(b"<a>" + b" " * 1_000_000)) == {"XML012"}
