"""What can be wrong with XML itself, in plain words."""

from __future__ import annotations

from lxml import etree

from feeds.checking.fault import Fault

_HINT = "Write the file with an XML library: & is &amp;, < is &lt;, and <?xml comes first."


def syntax_fault(source: bytes, error: etree.XMLSyntaxError) -> Fault:
    """The parser's complaint, where it was made."""
    line, column = error.position
    lines = source.split(b"\n", line)
    start = sum(len(part) + 1 for part in lines[: line - 1])
    return Fault(min(start + max(column - 1, 0), len(source)), f"the document is no XML: {error.msg}", _HINT)
