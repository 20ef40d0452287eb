"""What can be wrong with XML itself, in plain words."""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml import etree

from feeds.checking.fault import Fault
from feeds.checking.finding import Severity

SHOWN = 10
"""Faults of one kind that are reported, each with its place; the rest is counted."""


class Words(NamedTuple):
    """What a kind of fault is called, and what to do about it; `{}` is what it is about."""

    code: str
    message: str
    hint: str
    severity: Severity = "error"


_LIBRARY = "Let an XML library write the file instead of a template: it escapes, closes and declares."
_UTF8 = 'Save the file as UTF-8 and let it begin with <?xml version="1.0" encoding="UTF-8"?>.'
_SERVED = "See what the server sends; often it is an error page or the page of a login."
_FIRST = (
    "Let <?xml be the very first characters of the file: look for blank lines before or after the code "
    "of the template, or for a byte order mark in one of its files."
)

WORDS: dict[str, Words] = {
    "syntax": Words("XML001", "the document is no XML: {}", _LIBRARY),
    "quote": Words("XML001", "an attribute's value is not in quotes", 'Write name="value".'),
    "attribute": Words("XML001", "the attribute {} is there more than once", "Keep one of them."),
    "comment": Words("XML001", "-- stands inside of a comment", "Write single dashes in comments."),
    "cdata-end": Words(
        "XML001", "]]> stands in a text", "Write ]]&gt;; inside of CDATA split it: ]]]]><![CDATA[>."
    ),
    "after": Words(
        "XML001", "something stands after the end of the document", "Take out what follows the root's end."
    ),
    "unclosed-tag": Words("XML001", "a tag is not closed with >", _LIBRARY),
    "ampersand": Words("XML002", "& stands by itself", "Write &amp; for it, in addresses too."),
    "less": Words("XML002", "< stands by itself", "Write &lt; for it."),
    "hexadecimal": Words(
        "XML002", "{} begins with a capital X", "Write &#x with a small x; the digits may be capitals."
    ),
    "entity": Words("XML003", "{} is not known in XML", "Write {} for it, or the letter itself."),
    "unknown-entity": Words(
        "XML003",
        "{} is not known in XML",
        "Write the letter itself; & by itself is &amp;. Only &amp; &lt; &gt; &quot; &apos; are known.",
    ),
    "declared-entity": Words(
        "XML003",
        "{} is an entity that the document declares for itself, which readers do not look up",
        "Write what it stands for.",
    ),
    "control": Words(
        "XML004",
        "{} is a character that XML may not hold",
        "Take control characters out of texts before they are written; they come from copies out of word "
        "processors.",
    ),
    "before": Words("XML005", "{} before the XML declaration", _FIRST),
    "bytes": Words("XML006", "byte {} is no {}{}", _UTF8),
    "looks": Words("XML006", "the document says that it is {}, but it is {}", _UTF8),
    "mark": Words(
        "XML006", "the document says that it is {}, but it begins with the byte order mark of {}", _UTF8
    ),
    "unmarked": Words(
        "XML006", "the document is in {}, and neither a byte order mark nor a declaration says so", _UTF8
    ),
    "prefix": Words(
        "XML007",
        "the prefix {} is not declared: programs cannot tell whose it is",
        'Declare it in the first tag of the document: xmlns:{}="{}".',
    ),
    "namespace": Words(
        "XML007", "a namespace is none: {}", "Copy it letter by letter from the extension's page."
    ),
    "mismatch": Words("XML008", "</{}> closes <{}>, which was opened in line {}", "{}"),
    "never-opened": Words("XML008", "</{}> closes what was never opened", _LIBRARY),
    "unclosed": Words(
        "XML008",
        "the document breaks off: <{}>, opened in line {}, is not closed",
        "It was cut on its way, or written only in part.",
    ),
    "page": Words("XML009", "this is a web page, not a feed", _SERVED),
    "json": Words("XML009", "this is JSON, not XML", "Check it as json-feed, or see what the server sends."),
    "other": Words("XML009", "this is no XML: it {}", _SERVED),
    "empty": Words("XML010", "the document is empty", _SERVED),
    "document-type": Words(
        "XML011",
        "the document has a document type, which readers pass over",
        "Take <!DOCTYPE …> out.",
        "info",
    ),
    "declares": Words(
        "XML011",
        "the document type declares entities, which readers do not look up",
        "Take <!DOCTYPE …> out and write what the entities stand for.",
        "warning",
    ),
    "rss-091": Words(
        "XML011",
        "the document type of RSS 0.91 stands on a feed of another version",
        "Take <!DOCTYPE …> out.",
    ),
    "too-deep": Words(
        "XML012", "elements are nested more than 256 deep", "Feeds need five levels: find the loop."
    ),
    "too-large": Words(
        "XML012", "the document is beyond what programs can hold: {}", "Leave the oldest stories out."
    ),
    "unknown-encoding": Words("XML013", "there is no encoding {}", _UTF8),
    "rare-encoding": Words(
        "XML014", "few programs can read the encoding {}; UTF-8 all of them can", _UTF8, "warning"
    ),
    "other-encoding": Words(
        "XML014", "the encoding is {}; only UTF-8 and UTF-16 must be known to all programs", _UTF8, "info"
    ),
    "packed": Words("XML015", "the file cannot be unpacked: {}", "Pack it anew with gzip, or not at all."),
    "version": Words(
        "XML016", "the document is XML {}; programs know 1.0", 'Begin it with <?xml version="1.0"'
    ),
    "frame": Words(
        "XML018",
        "the document is no {}: {}",
        "Let the root be the one of the format, in small letters and in its namespace, with a channel in it.",
    ),
    "garbled": Words(
        "XML017",
        "{} are letters that were read in a wrong encoding on their way",
        "Find where a text is read as Latin-1 or Windows-1252 though it is UTF-8, or the other way round.",
        "warning",
    ),
}


def fault(kind: str, offset: int, *details: str, hint: tuple[str, ...] = ()) -> Fault:
    """A fault of a known kind; `details` fill its message, `hint` what there is to do."""
    words = WORDS[kind]
    said = words.hint.format(*hint) if hint else words.hint
    return Fault(offset, words.message.format(*details), said, words.severity, words.code)


NOT_IN_ENCODING = frozenset({31, 32, 81})
"""The parser's numbers for letters that are not in the encoding, and for encodings that are none."""

UNBOUND_PREFIX = 201

_ATTRIBUTE_REPEATED = 42
_BAD_NAMESPACE = frozenset({99, 200, UNBOUND_PREFIX, 202})
_BEYOND_LIMITS = frozenset({2, 111, 114})
_COMPLAINTS: dict[int, str] = {
    5: "after",
    39: "quote",
    41: "quote",
    62: "cdata-end",
    72: "unclosed-tag",
    73: "unclosed-tag",
    80: "comment",
}
"""Kinds of faults by the parser's numbers."""


def frameless(root: Any, title: str) -> Fault:
    """That a document has another root than its format, or nothing in it that is a feed."""
    if not isinstance(root, etree._Element):  # noqa: SLF001  (the only name that the type has)
        return fault("frame", 0, title, "it is no object, but an array or a value")._replace(code="JF002")
    name = etree.QName(root)
    space = f" in the namespace {name.namespace!r}" if name.namespace else ""
    inner = next((child for child in root if etree.QName(child).localname == "channel"), None)
    holds = "" if inner is not None or name.localname != "rss" else ", without a channel"
    return fault("frame", 0, title, f"its root is <{name.localname}>{space}{holds}")


def number(error: etree.XMLSyntaxError) -> int:
    """The parser's number for its complaint."""
    return int(getattr(error, "code", 0) or 0)


def syntax_fault(error: etree.XMLSyntaxError, offset: int) -> Fault:
    """The parser's complaint in plain words, where it was made."""
    said = str(error.msg or "").partition(", line ")[0]
    code = number(error)
    if code == _ATTRIBUTE_REPEATED:
        return fault("attribute", offset, said.split(" ")[1])
    if "Excessive depth" in said:
        return fault("too-deep", offset)
    if code in _BEYOND_LIMITS or "huge" in said.lower():
        return fault("too-large", offset, said)
    if code in _BAD_NAMESPACE:
        return fault("namespace", offset, said)
    kind = _COMPLAINTS.get(code, "syntax")
    return fault(kind, offset, said) if kind == "syntax" else fault(kind, offset)
