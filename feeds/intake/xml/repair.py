"""Faults of XML that can be understood in one way only, put right in the text before it is parsed.

But for the letters of Windows, what stands in a CDATA section is never touched; lines stay where they are.
"""

from __future__ import annotations

import re
from html.entities import html5

from feeds.checking.namespaces import NAMESPACES

_START = re.compile(r"<(?:\?xml\b|!--|!DOCTYPE\b|[A-Za-z_])", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,500}?\?>", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE\b", re.IGNORECASE)
_IN_DOCTYPE = re.compile(r"\"[^\"]*\"|'[^']*'|<!--.*?(?:-->|\Z)|\[|\]|>", re.DOTALL)
_ROOT = re.compile(r"<[A-Za-z_]")

_C1 = re.compile("[\x80-\x84\x86-\x9f]|&#0{0,3}(1(?:2[89]|[34][0-9]|5[0-9]));")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_KEPT = r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)"
_LOOSE = re.compile(
    rf"(?P<kept>{_KEPT})|&(?:#x(?P<hex>[0-9a-fA-F]{{1,8}});|#(?P<number>[0-9]{{1,8}});"
    r"|(?P<name>[A-Za-z][A-Za-z0-9]{1,31});)?|<(?![A-Za-z_/!?])",
    re.DOTALL,
)
_XML_NAMES = frozenset({"lt", "gt", "amp", "quot", "apos"})
_PREFIX = re.compile(r"</?([A-Za-z_][\w.-]{0,40}):|\s([A-Za-z_][\w.-]{0,40}):[\w.-]+\s*=\s*[\"']")
_DECLARED = re.compile(r"xmlns:([A-Za-z_][\w.-]*)\s*=")
_ROOT_NAME = re.compile(r"<[A-Za-z_][\w.:-]*")


def prepared(text: str) -> str | None:
    """The document without what stands before it, without declaration and document type; None for no XML."""
    start = _START.search(text)
    if start is None:
        return None
    before = text[: start.start()].count("\n")
    text = text[start.start() :]
    declaration = _DECLARATION.match(text)
    if declaration:
        before += declaration[0].count("\n")
        text = text[declaration.end() :]
    text = _without_doctype(text)
    return "\n" * before + (_C1.sub(_printed, text) if _C1.search(text) else text)


def _printed(match: re.Match[str]) -> str:
    """What was meant by a control character of Latin-1, which is a letter or a sign on Windows."""
    code = ord(match[0]) if len(match[0]) == 1 else int(match[1])
    return bytes([code]).decode("cp1252", "ignore")


def _without_doctype(text: str) -> str:
    """The text without a document type in front of its root, whose lines stay as blank ones."""
    root = _ROOT.search(text)
    found = _DOCTYPE.search(text, 0, root.start() if root else len(text))
    if found is None:
        return text
    end = _end_of_doctype(text, found.end())
    return text[: found.start()] + "\n" * text.count("\n", found.start(), end) + text[end:]


def _end_of_doctype(text: str, start: int) -> int:
    depth = 0
    for token in _IN_DOCTYPE.finditer(text, start):
        if token[0] == ">" and depth <= 0:
            return token.end()
        depth += {"[": 1, "]": -1}.get(token[0], 0)
    return len(text)


def mended(text: str) -> str:
    """The text without what XML forbids: control characters, loose signs, unknown names, unknown prefixes."""
    return _with_prefixes(_LOOSE.sub(_proper, _ILLEGAL.sub("", text)))


def _proper(match: re.Match[str]) -> str:
    """A reference as XML knows it; a sign that begins none as the text that it is."""
    if match["kept"]:
        return match[0]
    if match[0] == "<":
        return "&lt;"
    if name := match["name"]:
        return match[0] if name in _XML_NAMES else _named(name)
    if number := match["number"] or match["hex"]:
        code = int(number, 10 if match["number"] else 16)
        legal = code <= 0x10FFFF and (code in (9, 10, 13) or (code >= 32 and not _ILLEGAL.match(chr(code))))
        return match[0] if legal else ""
    return "&amp;"


def _named(name: str) -> str:
    """The character of a name that HTML knows; another name as it stands."""
    character = html5.get(f"{name};")
    return character.replace("&", "&amp;").replace("<", "&lt;") if character else f"&amp;{name};"


def _with_prefixes(text: str) -> str:
    """The text whose root declares every prefix that is used without being declared."""
    root = _ROOT_NAME.search(text)
    if root is None:
        return text
    used = {one or other for one, other in _PREFIX.findall(text)} - {"xml", "xmlns"}
    missing = sorted(used - set(_DECLARED.findall(text)))
    known = (f' xmlns:{name}="{NAMESPACES.get(name, f"urn:undeclared:{name}")}"' for name in missing[:100])
    return text[: root.end()] + "".join(known) + text[root.end() :]
